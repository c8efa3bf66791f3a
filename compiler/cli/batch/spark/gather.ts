import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../../../grammar/tree.ts'
import type { RejectedRow } from '../../../batch/settle-records.ts'
import { Refusal } from '../../command.ts'
import { Appended, readBlocks } from '../append.ts'
import { rejectedLine } from '../rejected.ts'
import type { Run } from '../run.ts'
import type { Rows } from '../source.ts'
import type { Paths } from '../work-folder.ts'
import type { Counts } from './count-lines.ts'

/** The folders in which Spark has written what was settled, and all other lines. */
export interface Folders {
  readonly settled: string
  readonly other: string
}

type Gathered = Pick<Run, 'size' | 'input' | 'settled' | 'refused' | 'samples' | 'reached'> & {
  /** So many rows have a quote that does not close in their line: some could be cut in the middle. */
  readonly unclosed: number
}

/**
 * Puts together what Spark has written, as a run on this machine writes it. Throws a Refusal where less is there than
 * was counted. `lines` are those of the file before the first row.
 */
export function gather(
  { file, head: { lines } }: Pick<Rows, 'file' | 'head'>,
  folders: Folders,
  paths: Paths,
  counts: Counts,
  header: string,
  language: Language,
): Gathered {
  const [settled, refused, samples] = [paths.settled, paths.refused, paths.samples].map((path) => new Appended(path))
  if (!settled || !refused || !samples) throw new Error('there are three paths')
  settled.append(Buffer.from(header))
  readParts(folders.settled, (block) => settled.append(block))
  const blanks: bigint[] = []
  eachOther(folders.other, ({ place, kind }) => kind === 'blank' && blanks.push(place))
  const lineOf = (place: bigint): number => lines + counts.before(place) + 1
  const rowOf = (place: bigint): number => counts.before(place) - countBelow(blanks, place) + 1
  let [rejected, unclosed] = [0, 0]
  eachOther(folders.other, ({ place, kind, came }) => {
    if (kind === 'blank') return
    rejected += 1
    const row = JSON.parse(came) as RejectedRow
    if (row.issues.some(({ code }) => code === 'csv-quote')) unclosed += 1
    // Which row another one is, the evaluators know by its place only.
    const issues = row.issues.map((issue) =>
      issue.code === 'earlier-refused' ? { ...issue, row: rowOf(BigInt(issue.row)) } : issue,
    )
    const line = rejectedLine({ ...row, issues, row: rowOf(place), line: lineOf(place) }, language)
    refused.append(Buffer.from(`${line}\n`))
  })
  for (const { place, row } of counts.samples)
    samples.append(Buffer.from(`${JSON.stringify({ ...row, row: rowOf(place), line: lineOf(place) })}\n`))
  const found = counts.settled + rejected + blanks.length
  const isAll = BigInt(settled.extent.size) === counts.bytes + BigInt(Buffer.byteLength(header))
  if (!isAll || found !== counts.lines) throw new Refusal(({ spark }) => spark.lost(counts.lines, found))
  const input = createHash('sha256')
  const { size } = fstatSync(file)
  readBlocks(file, 0, size, (block) => input.update(block))
  const reached = {
    pieces: 1,
    rows: counts.settled + rejected,
    lines: lines + counts.lines,
    settled: counts.settled,
    sums: counts.sums.map(String),
    input: { size, sha256: input.copy().digest('hex') },
    output: settled.extent,
    rejected: refused.extent,
    samples: samples.extent,
  }
  return { size, input, settled, refused, samples, reached: [reached], unclosed }
}

interface Other {
  readonly place: bigint
  readonly kind: string
  readonly came: string
}

/** The lines of which nothing was settled, in the order of the input. */
function eachOther(folder: string, take: (other: Other) => void): void {
  let rest: readonly Uint8Array[] = []
  readParts(folder, (block) => {
    let start = 0
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      const line = Buffer.concat([...rest, block.subarray(start, end)]).toString()
      const [place = '', kind = '', came = ''] = line.split('\t')
      take({ place: BigInt(place), kind, came })
      rest = []
      start = end + 1
    }
    rest = [...rest, block.slice(start)]
  })
}

const NEWLINE = 0x0a

/** How many of the numbers, which grow, are below another. */
function countBelow(numbers: readonly bigint[], other: bigint): number {
  let [from, until] = [0, numbers.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if ((numbers[middle] ?? other) < other) from = middle + 1
    else until = middle
  }
  return from
}

/** Reads the files of a folder in their order, which is that of their names. */
function readParts(folder: string, take: (block: Uint8Array) => void): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('part-'))
  for (const name of names.toSorted()) {
    const file = openSync(join(folder, name), 'r')
    readBlocks(file, 0, fstatSync(file).size, take)
    closeSync(file)
  }
}
