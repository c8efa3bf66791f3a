import type { Answer, MethodName, Params } from '../protocol.ts'
import { startWorker, Stopped, type WorkerClient } from './worker-client.ts'

/** How long a worker may be silent while it is asked something (milliseconds). */
const PATIENCE = 10_000

interface Asked {
  readonly method: MethodName
  readonly params: unknown
  readonly resolve: (answer: never) => void
  readonly reject: (problem: unknown) => void
}

const isChange = ({ method }: Asked): boolean => method === 'setFile' || method === 'setFiles'

/**
 * The editor's worker, which no policy can keep for itself: one that stays silent is ended, `onSilent` is called, and
 * another goes on with the files as they are now. What was asked about these after their last change is asked again, what
 * was asked before rejects with `Stopped`.
 */
export function startWatchedWorker(files: () => Params<'setFiles'>, onSilent: () => void): Pick<WorkerClient, 'call'> {
  let worker = startWorker()
  let open: Asked[] = []
  let shipped: unknown = null
  let timer = 0

  const watch = (): void => {
    clearTimeout(timer)
    if (open.length > 0) timer = window.setTimeout(restart, PATIENCE)
  }
  const send = (asked: Asked): void => {
    const asking = worker
    const isOpen = (): boolean => {
      if (asking !== worker) return false
      open = open.filter((each) => each !== asked)
      watch()
      return true
    }
    open.push(asked)
    if (open.length === 1) watch()
    asking.call(asked.method, asked.params as Params<MethodName>).then(
      (answer) => isOpen() && asked.resolve(answer as never),
      (problem: unknown) => isOpen() && asked.reject(problem),
    )
  }
  const restart = (): void => {
    const [waiting, silent] = [open, worker]
    open = []
    worker = startWorker()
    silent.stop()
    onSilent()
    void worker.call('setFiles', files())
    if (shipped !== null) void worker.call('setShipped', shipped as Params<'setShipped'>)
    const change = waiting.findLastIndex(isChange)
    for (const [index, asked] of waiting.entries())
      if (isChange(asked) || asked.method === 'setShipped') asked.resolve(null as never)
      else if (change >= 0 && index > change) send(asked)
      else asked.reject(new Stopped())
  }
  return {
    call: <Name extends MethodName>(method: Name, params: Params<Name>) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        if (method === 'setShipped') shipped = params
        send({ method, params, resolve, reject })
      }),
  }
}
