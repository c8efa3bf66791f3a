import { readSync } from 'node:fs'
import { lineEnd, LONGEST_RECORD, NEWLINE, recordEnd } from '../../batch/csv.ts'
import { turnsEnd } from '../../batch/list-turns.ts'
import { Refusal } from '../command.ts'

/** Whole records of a file: the bytes from `from` up to `until`; null where it is one record that is too long to be read. */
export interface InputPiece {
  readonly from: number
  readonly until: number
  readonly bytes: Uint8Array<ArrayBuffer> | null
}

// Large enough that handing a piece over costs nothing beside settling it, small enough that a few fit into a cache.
const PIECE = 4 * 1024 * 1024
const SLACK = 64 * 1024
const MOST = PIECE + 3 * LONGEST_RECORD
// Of the rows of one person.
const MOST_OF_ONE = 64 * 1024 * 1024

/** Where records may be told apart; see `recordEnd`. */
export type EndOf = typeof recordEnd

export function endOfRecord(isCsv: boolean): EndOf {
  return isCsv ? recordEnd : lineEnd
}

/**
 * Cuts what stands in a file from an offset on, where a record starts, into pieces; where they are cut depends on nothing
 * but the file. Throws a Refusal where rows that have to stay together are too many.
 */
export function* inputPieces(file: number, from: number, size: number, endOf: EndOf): Generator<InputPiece> {
  const most = endOf === turnsEnd ? MOST_OF_ONE : MOST
  let rest = new Uint8Array(0)
  for (let at = from; at < size;) {
    let bytes = newBytes(Math.max(PIECE, rest.length))
    let length = filled(bytes, rest, file, at, size)
    let end = endOf(bytes, 0, length, PIECE - SLACK, at + length >= size)
    while (end < 0 && bytes.length < most) {
      const known = bytes.subarray(0, length)
      bytes = newBytes(Math.min(bytes.length * 2, most))
      length = filled(bytes, known, file, at, size)
      end = endOf(bytes, 0, length, PIECE - SLACK, at + length >= size)
    }
    if (end < 0 && endOf === turnsEnd) throw new Refusal((say) => say.batch.tooManyOfOne)
    if (end < 0) end = lastEnd(bytes, length, endOf)
    const until = end > 0 ? at + end : lineAfter(file, at + length, size)
    // Before the bytes are given away.
    rest = end > 0 ? new Uint8Array(bytes.subarray(end, length)) : new Uint8Array(0)
    yield { from: at, until, bytes: end > 0 ? bytes.subarray(0, end) : null }
    at = until
  }
}

/** Reads a part of a file again. */
export function readPart(file: number, from: number, until: number): Uint8Array<ArrayBuffer> {
  const bytes = newBytes(until - from)
  filled(bytes, new Uint8Array(0), file, from, until)
  return bytes
}

// Not zeroed, since they are filled, and not of a pool, since they are given away; a Buffer looks for a byte the fastest.
function newBytes(length: number): Uint8Array<ArrayBuffer> {
  return Buffer.allocUnsafeSlow(length)
}

/** Fills the bytes with what is known already and what follows it in the file; how many there are. */
function filled(bytes: Uint8Array, known: Uint8Array, file: number, at: number, size: number): number {
  bytes.set(known)
  let length = known.length
  while (length < bytes.length && at + length < size) {
    const read = readSync(file, bytes, length, Math.min(bytes.length - length, size - at - length), at + length)
    if (read === 0) break
    length += read
  }
  return length
}

/** Where the last record ends of which the end is known; 0 where none is. */
function lastEnd(bytes: Uint8Array, length: number, endOf: EndOf): number {
  let last = 0
  for (let end = endOf(bytes, 0, length, 0, false); end > 0; end = endOf(bytes, last, length, last, false)) last = end
  return last
}

function lineAfter(file: number, from: number, size: number): number {
  const bytes = newBytes(SLACK)
  for (let at = from; at < size; at += bytes.length) {
    const length = filled(bytes, new Uint8Array(0), file, at, size)
    const newline = bytes.subarray(0, length).indexOf(NEWLINE)
    if (newline >= 0) return at + newline + 1
  }
  return size
}
