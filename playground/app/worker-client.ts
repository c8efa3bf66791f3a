import type { Answer, MethodName, Params, Reply, Request } from '../protocol.ts'

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (problem: Error) => void
  readonly progress: (done: number, of: number) => void
}

export interface WorkerClient {
  /** Rejects where the method failed, which is a bug, or the worker was stopped. */
  readonly call: <Name extends MethodName>(
    method: Name,
    params: Params<Name>,
    progress?: (done: number, of: number) => void,
  ) => Promise<Answer<Name>>
  readonly stop: () => void
}

/** What is awaited when somebody presses stop. Monaco takes no notice of errors of this name and message. */
export class Stopped extends Error {
  constructor() {
    super('Canceled')
    this.name = 'Canceled'
  }
}

export function startWorker(): WorkerClient {
  const worker = new Worker('./compiler.worker.js', { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const failAll = (problem: Error): void => {
    for (const { reject } of waiting.values()) reject(problem)
    waiting.clear()
  }
  worker.addEventListener('error', (event) => failAll(new Error(event.message || 'compiler.worker.js')))
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const found = waiting.get(data.id)
    if (!found) return
    if (data.kind === 'progress') return found.progress(data.done, data.of)
    waiting.delete(data.id)
    if (data.kind === 'answer') found.resolve(data.value as never)
    else found.reject(new Error(data.message))
  })
  return {
    call: (method, params, progress = () => {}) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject, progress })
        worker.postMessage({ id: last, method, params } satisfies Request)
      }),
    stop() {
      worker.terminate()
      failAll(new Stopped())
    },
  }
}
