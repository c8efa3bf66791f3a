import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

/** How long a file is, and the hash of what is in it. */
export interface Extent {
  readonly size: number
  readonly sha256: string
}

/** Of a file without anything in it. */
export const nothing: Extent = { size: 0, sha256: createHash('sha256').digest('hex') }

const BLOCK = 1024 * 1024

/** A file that grows at its end, and the hash of all that is in it. */
export class Appended {
  readonly #path: string
  readonly #file: number
  readonly #hash = createHash('sha256')
  #size = 0
  #sum = 0

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'a+')
  }

  /** Goes on after what was there once; false where that is not there any more, unchanged. What follows it is cut off. */
  goOnAfter({ size, sha256 }: Extent): boolean {
    readBlocks(this.#file, 0, size, (block) => this.append(block, true))
    const isThere = this.#size === size && this.extent.sha256 === sha256
    if (isThere) ftruncateSync(this.#file, size)
    return isThere
  }

  get extent(): Extent {
    return { size: this.#size, sha256: this.#hash.copy().digest('hex') }
  }

  /** Is that what is in the file? It is read again. By a checksum, which is many times faster than the hash. */
  isAsWritten(): boolean {
    let [sum, size] = [0, 0]
    readBlocks(this.#file, 0, Infinity, (block) => {
      sum = crc32(block, sum)
      size += block.length
    })
    return sum === this.#sum && size === this.#size
  }

  append(bytes: Uint8Array, isThere = false): void {
    this.#hash.update(bytes)
    this.#size += bytes.length
    this.#sum = crc32(bytes, this.#sum)
    for (let at = 0; !isThere && at < bytes.length;) at += withPath(this.#path, () => writeSync(this.#file, bytes, at))
  }

  close(): void {
    withPath(this.#path, () => fsyncSync(this.#file))
    closeSync(this.#file)
  }
}

/** The same of a file that is there already. */
export function extentOf(file: number, size: number): Extent {
  const hash = createHash('sha256')
  readBlocks(file, 0, size, (block) => hash.update(block))
  return { size, sha256: hash.digest('hex') }
}

/** Hands out a part of a file that is open, in blocks; less where it is shorter. */
export function readBlocks(file: number, from: number, until: number, take: (block: Uint8Array) => void): void {
  const block = new Uint8Array(BLOCK)
  for (let at = from; at < until;) {
    const read = readSync(file, block, 0, Math.min(BLOCK, until - at), at)
    if (read === 0) return
    take(block.subarray(0, read))
    at += read
  }
}

/** What goes wrong with an open file does not say which one it is. */
export function withPath<Result>(path: string, act: () => Result): Result {
  try {
    return act()
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) throw Object.assign(problem, { path })
    throw problem
  }
}
