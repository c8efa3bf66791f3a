import { connect } from 'node:net'
import { Refusal, UsageError } from '../../command.ts'

const PATIENCE_MS = 5000

/**
 * Looks whether the master of a cluster of Spark's own can be reached, since Spark itself would take a minute to give
 * up. Of several (`spark://a:7077,b:7077`) one is enough; masters of other kinds are left to Spark. Throws a Refusal.
 */
export async function checkMaster(master: string | undefined): Promise<string> {
  if (master === undefined) throw new UsageError(({ spark }) => spark.masterMissing)
  const [, hosts] = /^spark:\/\/(.+)$/.exec(master) ?? []
  if (hosts === undefined) return master
  const answers = await Promise.all(hosts.split(',').map(answersAt))
  if (!answers.includes(true)) throw new Refusal(({ spark }) => spark.noMaster(master))
  return master
}

function answersAt(address: string): Promise<boolean> {
  const [, host, port] = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(address) ?? []
  if (host === undefined || Number(port) > 65535) return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = connect(Number(port), host)
    const answer = (isThere: boolean) => (): void => {
      socket.destroy()
      resolve(isThere)
    }
    socket.setTimeout(PATIENCE_MS, answer(false)).on('connect', answer(true)).on('error', answer(false))
  })
}
