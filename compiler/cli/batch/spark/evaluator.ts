import { isAscii } from 'node:buffer'
import { readSync, writeSync } from 'node:fs'
import { settleRecords, type CompiledEdition, type Layout, type SettledRecords } from '../../../batch/settle-records.ts'

/**
 * What comes of a line of the input: `settled` with the line of the output; `rejected` with what is wrong (JSON); or
 * `blank`. `end` stands behind the last line of each process, at the place -1, with what it did in all (JSON).
 */
export type Kind = 'settled' | 'rejected' | 'blank' | 'end'

/** What one process of the evaluator says at its end. `sums` are in fen, in the order of the outputs that are amounts. */
export interface End {
  readonly lines: number
  readonly settled: number
  readonly sums: readonly string[]
}

/**
 * Settles the lines on standard input, each its place, a tab, and the record in base64 (which holds neither tabs nor
 * line ends, and bytes as they are, also where they are no UTF-8). Gives for each in turn: place, tab, kind, tab, and
 * what came of it in base64. Whatever is no such line, or the last one cut off, ends the process with an exception, so
 * that Spark gives all of its lines to another.
 */
export function evaluate(editions: readonly CompiledEdition[], layout: Layout): void {
  const sums: bigint[] = []
  let [lines, settled, written] = [0, 0, '']
  for (const line of linesOf(0)) {
    const came = settleLine(line, layout, editions)
    lines += 1
    settled += came.settled
    for (const [index, sum] of came.sums.entries()) sums[index] = (sums[index] ?? 0n) + sum
    written += answer(line.place, came)
    if (written.length > PIECE) written = write(written)
  }
  const end: End = { lines, settled, sums: sums.map(String) }
  write(`${written}-1\tend\t${base64(JSON.stringify(end))}\n`)
}

const PIECE = 64 * 1024

interface Line {
  readonly place: string
  readonly record: Buffer
}

const lineForm = /^(\d+)\t([A-Za-z0-9+/]*={0,2})$/

function* linesOf(file: number): Generator<Line> {
  const bytes = Buffer.alloc(PIECE)
  let rest = ''
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    const lines = (rest + bytes.toString('latin1', 0, read)).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const [, place, record] = lineForm.exec(text) ?? []
      if (place === undefined || record === undefined) throw new Error(`not a line for the evaluator: ${text}`)
      yield { place, record: Buffer.from(record, 'base64') }
    }
  }
  if (rest !== '') throw new Error(`the last line is cut off: ${rest}`)
}

// A record is settled by itself, so that what came of it is known even where its text has line ends in it.
function settleLine({ record }: Line, layout: Layout, editions: readonly CompiledEdition[]): SettledRecords {
  const records = { bytes: record, text: record.toString('latin1'), isAscii: isAscii(record) }
  return settleRecords(records, 0, layout, editions)
}

function answer(place: string, { output, rows, rejected }: SettledRecords): string {
  const [row] = rejected
  if (row) return said(place, 'rejected', JSON.stringify(row))
  if (rows === 0) return said(place, 'blank', '')
  return said(place, 'settled', output.replace(/\n$/, ''))
}

function said(place: string, kind: Kind, text: string): string {
  return `${place}\t${kind}\t${base64(text)}\n`
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function write(text: string): '' {
  const bytes = Buffer.from(text, 'latin1')
  for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at)
  return ''
}
