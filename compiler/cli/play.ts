import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { exit, Refusal, UsageError, type Call, type Command } from './command.ts'
import { packageRoot } from './package-root.ts'
import { serve } from './serve.ts'

export const command: Command = {
  operands: '',
  least: 0,
  most: 0,
  options: [
    { name: 'port', value: 'N', says: { zh: '端口；不写则用一个空闲的', en: 'the port; default: a free one' } },
  ],
  examples: ['daiyu play', 'daiyu play --port 8080'],
  notes: {
    zh: ['在 127.0.0.1 上打开网页；一切都在浏览器里进行，什么也不发送。按 Ctrl-C 结束。'],
    en: ['Serves the page on 127.0.0.1. Everything happens in the browser, nothing is sent. Ctrl-C ends it.'],
  },
  run: (call) => play(call, readPort(call.values.get('port'))),
}

const isWhole = /^\d{1,5}$/
const LAST_PORT = 65_535

function readPort(written: string | undefined): number {
  const port = Number(written ?? '0')
  if (written === undefined || (isWhole.test(written) && port <= LAST_PORT)) return port
  throw new UsageError((say) => say.notAPort(written))
}

/** Serves the page until Ctrl-C, and gives the exit status. */
export async function play({ words, terminal }: Pick<Call, 'words' | 'terminal'>, port: number): Promise<number> {
  const folder = join(packageRoot(), 'dist', 'playground')
  if (!existsSync(join(folder, 'index.html'))) throw new Refusal((say) => say.noPage)
  const served = await serve(folder, port).catch((problem: NodeJS.ErrnoException) => {
    throw new Refusal((say) => say.portTaken(port, problem.code ?? problem.message))
  })
  await terminal.out(`${words.playing(`http://127.0.0.1:${served.port}/`)}\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  served.server.close()
  served.server.closeAllConnections()
  return exit.fine
}
