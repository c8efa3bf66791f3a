import { Memory, newWorkspace } from '../../compiler/index.ts'
import type { Reply, Request } from '../protocol.ts'
import { methods } from './methods.ts'
import type { Progress, WorkerState } from './state.ts'

type Handler = (state: WorkerState, params: unknown, progress: Progress) => unknown

const state: WorkerState = { workspace: newWorkspace(), shipped: newWorkspace(), memory: new Memory() }
const send = (reply: Reply): void => self.postMessage(reply)
let last: Promise<void> = Promise.resolve()

self.onmessage = ({ data }: MessageEvent<Request>): void => {
  // One after the other, so that an answer is about the files as they were when it was asked for.
  last = last.then(() => answer(data))
}

async function answer({ id, method, params }: Request): Promise<void> {
  try {
    const handler = methods[method] as Handler
    const value = await handler(state, params, (done, of) => send({ id, kind: 'progress', done, of }))
    send({ id, kind: 'answer', value })
  } catch (problem) {
    send({ id, kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  }
}
