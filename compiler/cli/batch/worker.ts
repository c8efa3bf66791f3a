import { parentPort } from 'node:worker_threads'
import { recordSettler, type CompiledEdition, type SettledRecords, type Settling } from '../../batch/settle-records.ts'
import { recordsIn, recordsOf } from './records.ts'

/** Records to be settled: the bytes from `start` up to `end`. */
export interface Piece {
  readonly number: number
  readonly bytes: ArrayBuffer
  readonly start: number
  readonly end: number
}

export interface SettledPiece extends SettledRecords {
  readonly number: number
}

/** Settles pieces as they come, in a thread of its own. */
export function serve(editions: readonly CompiledEdition[], settling: Settling): void {
  const settle = recordSettler(settling, editions, recordsOf)
  parentPort?.on('message', ({ number, bytes, start, end }: Piece) => {
    const records = recordsIn(new Uint8Array(bytes, 0, end))
    const settled: SettledPiece = { number, ...settle(records, start) }
    parentPort?.postMessage(settled, [settled.output.buffer])
  })
}
