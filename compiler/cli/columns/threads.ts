import { Worker } from 'node:worker_threads'
import { outputBuffers, textsName } from '../../../runtime/columns/buffers.ts'
import { placeOfText } from '../../../runtime/columns/rows.ts'
import type { ColumnArray, Columns, Layout } from '../../../runtime/columns/columns.ts'
import type { KernelMemory } from '../../../runtime/columns/kernel.ts'

/** How many rows a thread takes at a time: some milliseconds of work. */
const STRIDE = 16_384

/** Rows that a thread settled, and the dictionaries of its texts, by column. */
interface Done {
  readonly stretches: readonly (readonly [from: number, to: number])[]
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/**
 * Threads that settle the rows of columns that they share. `module` is where a generated columns module lies, as
 * JavaScript; its columns have to lie in shared memory.
 */
export class ColumnThreads {
  readonly #threads: readonly Worker[]

  constructor(module: URL, count: number) {
    const workerData = { module: module.href, stride: STRIDE }
    this.#threads = Array.from({ length: count }, () => new Worker(code, { eval: true, workerData }))
  }

  /**
   * Settles rows 0 up to `rows`, by WebAssembly where the columns lie in the memory; what single rows come to is in
   * their status. Rejects where a thread fails.
   */
  async settle(
    layout: Layout,
    input: Columns,
    output: Columns,
    rows: number,
    memory: KernelMemory | null = null,
  ): Promise<void> {
    const withTexts = outputBuffers(layout).filter(({ hasTexts }) => hasTexts)
    // Dictionaries of the output grow, so each thread has its own.
    const shared = Object.fromEntries(
      Object.entries(output).map(([name, cells]) => [name, Array.isArray(cells) ? [] : cells]),
    )
    const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const settled = this.#threads.map(async (thread) => {
      const { stretches, texts } = await ask(thread, { input, output: shared, next, rows, memory })
      for (const { name } of withTexts) {
        const dictionary = output[textsName(name)] as string[]
        move(output[name] as ColumnArray, stretches, texts[textsName(name)] ?? [], dictionary)
      }
    })
    await Promise.all(settled)
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }
}

function ask(thread: Worker, message: unknown): Promise<Done> {
  return new Promise((resolve, reject) => {
    const stop = (then: () => void): void => {
      for (const [name, listener] of listeners) thread.off(name, listener)
      then()
    }
    const listeners = [
      ['message', (done: Done) => stop(() => resolve(done))],
      ['error', (problem: Error) => stop(() => reject(problem))],
      ['exit', () => stop(() => reject(new Error('a thread has ended')))],
    ] as const
    for (const [name, listener] of listeners) thread.on(name, listener)
    thread.postMessage(message)
  })
}

/** Texts of one thread at their places in the dictionary of all. */
function move(cells: ColumnArray, stretches: Done['stretches'], own: readonly string[], all: string[]): void {
  const places = own.map((text) => placeOfText(all, text))
  for (const [from, to] of stretches) {
    for (let row = from; row < to; row++) cells[row] = places[cells[row] ?? 0] ?? 0
  }
}

// A thread takes the next rows until none are left. What is thrown ends it, and the error is told.
const code = `
const { parentPort, workerData } = require('node:worker_threads')
const loaded = import(workerData.module)
parentPort.on('message', ({ input, output, next, rows, memory }) => {
  loaded.then((module) => {
    const find = (pattern) => module[Object.keys(module).find((name) => pattern.test(name))]
    const settle = memory ? find(/ColumnsIn$/)(memory) : find(/Columns\\d*$/)
    const stretches = []
    for (;;) {
      const from = Atomics.add(next, 0, workerData.stride)
      if (from >= rows) break
      const to = Math.min(from + workerData.stride, rows)
      settle(input, output, from, to)
      stretches.push([from, to])
    }
    const texts = Object.fromEntries(Object.entries(output).filter(([, cells]) => Array.isArray(cells)))
    parentPort.postMessage({ stretches, texts })
  }).catch((problem) => setImmediate(() => { throw problem }))
})
`
