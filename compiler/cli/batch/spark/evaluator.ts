import { readSync, writeSync } from 'node:fs'
import { CsvScanner, csvQuoted } from '../../../batch/csv.ts'
import { turnsIn, type TurnPlaces } from '../../../batch/list-turns.ts'
import { cellText } from '../../../batch/read-csv.ts'
import {
  recordSettler,
  type CompiledEdition,
  type SampledRow,
  type SettledRecords,
  type Settling,
} from '../../../batch/settle-records.ts'
import { recordsIn, recordsOf } from '../records.ts'

/** What the script is made for; `places` where figures are carried through the rows of a person. Plain data. */
export interface ScriptWork {
  readonly settling: Settling
  readonly places: TurnPlaces | null
}

/**
 * What comes of a line of the input: `settled` with the line of the output; `rejected` with what is wrong (JSON); or
 * `blank`. `sample` stands beside some of what was settled, with the row (JSON); `end` stands behind the last line of each process, at the place -1, with what it did in all (JSON).
 */
type Kind = 'settled' | 'rejected' | 'blank' | 'sample' | 'end'

/** What one process says at its end. `sums` are in fen, in the order of the outputs that are amounts. */
export interface End {
  readonly lines: number
  readonly settled: number
  readonly sums: readonly string[]
}

/**
 * The script on the executors: lines on standard input, and for each of them one on standard output. Cells are apart by
 * tabs, the first is the place of the line, the others are in base64, which holds neither tabs nor line ends, and bytes
 * as they are, also where they are no UTF-8. Called with `list`, it gives for each record the person, the day and the
 * turn of it; with `settle` and for each record, or each person and turn of these, the kind and what came of it.
 * Whatever is no such line, or the last one cut off, ends the process with an exception, so that Spark gives all of its
 * lines to another.
 */
export function evaluate(editions: readonly CompiledEdition[], { settling, places }: ScriptWork): void {
  const out = new Lines()
  if (process.argv[2] === 'list' && places) for (const line of linesIn(2)) list(line, places, out)
  else new Settler(editions, settling, out).settleAll()
  out.write()
}

type Line = readonly [place: string, ...cells: readonly Buffer<ArrayBuffer>[]]

function* linesIn(cells: number): Generator<Line> {
  const form = new RegExp(String.raw`^\d+(?:\t[A-Za-z0-9+/]*={0,2}){${cells - 1}}$`)
  for (const text of textsIn(0)) {
    if (!form.test(text)) throw new Error(`not a line for this script: ${text}`)
    const [place = '', ...encoded] = text.split('\t')
    yield [place, ...encoded.map((cell) => Buffer.from(cell, 'base64'))]
  }
}

const PIECE = 64 * 1024

function* textsIn(file: number): Generator<string> {
  const bytes = Buffer.alloc(PIECE)
  let rest = ''
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    const texts = (rest + bytes.toString('latin1', 0, read)).split('\n')
    rest = texts.pop() ?? ''
    yield* texts
  }
  if (rest !== '') throw new Error(`the last line is cut off: ${rest}`)
}

/** Lines as they are written, in pieces. */
class Lines {
  #text = ''

  add(place: string, ...cells: readonly string[]): void {
    this.#text += `${[place, ...cells].join('\t')}\n`
    if (this.#text.length > PIECE) this.write()
  }

  write(): void {
    const bytes = Buffer.from(this.#text, 'latin1')
    for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at)
    this.#text = ''
  }
}

const base64 = (text: string | Uint8Array): string =>
  (typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.length)).toString(
    'base64',
  )

function list([place, record]: Line, places: TurnPlaces, out: Lines): void {
  const [first] = record ? turnsIn(recordsIn(record), places) : []
  if (!first?.turn) {
    out.add(place, '', '', '')
    return
  }
  const { fault, person, day } = first.turn
  const cells = [fault === null ? '' : JSON.stringify(fault), person, first.record]
  if (!Number.isSafeInteger(Number(place))) throw new Error(`there are too many parts: ${place}`)
  const turn = `${place},${place},${cells.map(csvQuoted).join(',')}\n`
  out.add(place, base64(person), base64(day), base64(turn))
}

/** Settles what comes in, and says what it did. */
class Settler {
  readonly #settle: (bytes: Buffer<ArrayBuffer>) => SettledRecords
  readonly #isByPerson: boolean
  readonly #sampleEvery: number
  readonly #out: Lines
  readonly #sums: bigint[] = []
  #lines = 0
  #settled = 0

  constructor(editions: readonly CompiledEdition[], settling: Settling, out: Lines) {
    // All rows, of which those are taken that are one in so many by their places.
    const settle = recordSettler({ ...settling, sampleEvery: 1 }, editions, recordsOf)
    this.#sampleEvery = settling.sampleEvery ?? Infinity
    this.#settle = (bytes) => settle(recordsIn(bytes), 0)
    this.#isByPerson = settling.carried !== null
    this.#out = out
  }

  settleAll(): void {
    if (this.#isByPerson) for (const turns of personsIn(linesIn(3))) this.#settlePerson(turns)
    else for (const [place, record] of linesIn(2)) if (record) this.#settleRecord(place, record)
    const end: End = { lines: this.#lines, settled: this.#settled, sums: this.#sums.map(String) }
    this.#answer('-1', 'end', JSON.stringify(end))
  }

  // Each by itself, so that what came of it is known also where its result has line ends in it.
  #settleRecord(place: string, record: Buffer<ArrayBuffer>): void {
    const came = this.#settle(record)
    const [row] = came.rejected
    if (row) this.#answer(place, 'rejected', JSON.stringify(row))
    else if (came.rows === 0) this.#answer(place, 'blank', '')
    else this.#answer(place, 'settled', came.output.subarray(0, -1))
    this.#sample(came.samples.map((sample) => ({ ...sample, row: Number(place) })))
    this.#count(came, 1)
  }

  #settlePerson(lines: readonly Line[]): void {
    const turns = lines.flatMap(([, , turn]) => turn ?? [])
    for (const [place, , turn] of lines) if (turn?.length === 0) this.#answer(place, 'blank', '')
    const came = this.#settle(Buffer.concat(turns))
    const results = recordsIn(came.output)
    const scanner = new CsvScanner(results.bytes, 0, results.bytes.length)
    while (scanner.next()) {
      const [place, result] = [cellText(results, scanner, 0), cellText(results, scanner, 1)]
      this.#answer(place ?? '', 'settled', result ?? '')
    }
    for (const row of came.rejected) this.#answer(String(row.row), 'rejected', JSON.stringify(row))
    this.#sample(came.samples)
    this.#count(came, lines.length)
  }

  /** Of the rows, which are known by their places. */
  #sample(samples: readonly SampledRow[]): void {
    for (const sample of samples)
      if (sample.row % this.#sampleEvery === 0) this.#answer(String(sample.row), 'sample', JSON.stringify(sample))
  }

  #count({ settled, sums }: SettledRecords, lines: number): void {
    this.#lines += lines
    this.#settled += settled
    for (const [index, sum] of sums.entries()) this.#sums[index] = (this.#sums[index] ?? 0n) + sum
  }

  #answer(place: string, kind: Kind, came: string | Uint8Array): void {
    this.#out.add(place, kind, base64(came))
  }
}

/** The lines of one person after the other, who come together. */
function* personsIn(lines: Iterable<Line>): Generator<readonly Line[]> {
  let turns: Line[] = []
  for (const line of lines) {
    const [, person] = line
    const [, last] = turns[0] ?? []
    if (last && person && !last.equals(person)) {
      yield turns
      turns = []
    }
    turns.push(line)
  }
  if (turns.length > 0) yield turns
}
