import { Worker } from 'node:worker_threads'
import type { Piece, SettledPiece } from './worker.ts'

/** How often a piece is given to another thread when one ends over it. */
const TRIES = 3

interface Wish {
  readonly number: number
  /** The bytes are gone where a thread has ended that had them: so they are asked for again. */
  readonly bytes: () => Uint8Array<ArrayBuffer>
  readonly resolve: (settled: SettledPiece) => void
  readonly reject: (problem: unknown) => void
  tries: number
}

/** Threads that settle pieces. One that ends before its time is replaced, and its piece settled by another. */
export class Pool {
  readonly #code: URL
  readonly #threads = new Map<Worker, Wish | null>()
  readonly #waiting: Wish[] = []
  #isOver = false

  constructor(code: URL, size: number) {
    this.#code = code
    for (let count = 0; count < size; count++) this.#start()
  }

  settle(number: number, bytes: () => Uint8Array<ArrayBuffer>): Promise<SettledPiece> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ number, bytes, resolve, reject, tries: 0 })
      this.#give()
    })
  }

  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all([...this.#threads.keys()].map((thread) => thread.terminate()))
  }

  #start(): void {
    const thread = new Worker(this.#code)
    this.#threads.set(thread, null)
    thread.on('message', (settled: SettledPiece) => {
      const wish = this.#threads.get(thread)
      this.#threads.set(thread, null)
      wish?.resolve(settled)
      this.#give()
    })
    thread.on('error', (problem) => this.#lost(thread, problem))
    thread.on('exit', () => this.#lost(thread, new Error('a thread has ended')))
  }

  #lost(thread: Worker, problem: unknown): void {
    const wish = this.#threads.get(thread)
    if (wish === undefined || this.#isOver) return
    this.#threads.delete(thread)
    this.#start()
    if (wish && wish.tries < TRIES) this.#waiting.unshift(wish)
    else wish?.reject(problem)
    this.#give()
  }

  #give(): void {
    for (const [thread, busy] of this.#threads) {
      if (busy) continue
      const wish = this.#waiting.shift()
      if (!wish) return
      wish.tries += 1
      this.#threads.set(thread, wish)
      const { buffer, byteOffset, length } = wish.bytes()
      const piece: Piece = { number: wish.number, bytes: buffer, start: byteOffset, end: byteOffset + length }
      thread.postMessage(piece, [buffer])
    }
  }
}
