import { csvQuoted } from '../../batch/csv.ts'
import type { Call } from '../command.ts'
import { readBlocks, type Extent } from './append.ts'
import { inputPieces, readPart, type InputPiece } from './input-pieces.ts'
import type { Job } from './job.ts'
import type { Reached } from './journal.ts'
import type { Pool } from './pool.ts'
import { progressOf } from './progress.ts'
import { rejectedLine } from './rejected.ts'
import type { Run } from './run.ts'
import type { SettledPiece } from './worker.ts'

/** So many pieces for each thread are under way: one that it settles, and one that waits for it. */
const AHEAD = 2

/** Settles all that is left, in order. False where the person at the terminal stopped it. */
export async function settleAll(run: Run, pool: Pool, { workers }: Job, call: Call): Promise<boolean> {
  const { file, start, endOf } = run.source
  const last = run.reached.at(-1)
  const progress = progressOf(call, run.size, last)
  const underWay: Promise<readonly [SettledPiece, Extent]>[] = []
  let isStopped = false
  const stop = (): void => void (isStopped = true)
  process.on('SIGINT', stop)
  const takeFirst = async (): Promise<void> => {
    const [settled, input] = (await underWay.shift()) ?? []
    if (!settled || !input || isStopped) return
    progress.show(take(run, settled, input, call))
  }
  let number = last?.pieces ?? 0
  for (const piece of inputPieces(file, last?.input.size ?? start, run.size, endOf)) {
    const input = hashed(run, piece)
    const settled = settle(pool, file, piece, number++)
    // Whoever waits for it hears of what went wrong, others don't.
    settled.catch(() => {})
    underWay.push(settled.then((each) => [each, input] as const))
    underWay.at(-1)?.catch(() => {})
    if (underWay.length >= AHEAD * workers) await takeFirst()
    if (isStopped) break
  }
  while (underWay.length > 0 && !isStopped) await takeFirst()
  process.off('SIGINT', stop)
  progress.end()
  if (isStopped) call.terminal.error(`${call.words.batch.stopped(run.reached.at(-1)?.rows ?? 0)}\n`)
  return !isStopped
}

function settle(pool: Pool, file: number, { bytes, from, until }: InputPiece, number: number): Promise<SettledPiece> {
  if (bytes === null) return Promise.resolve(tooLong(number))
  let given: typeof bytes | null = bytes
  return pool.settle(number, () => {
    const once = given ?? readPart(file, from, until)
    given = null
    return once
  })
}

function tooLong(number: number): SettledPiece {
  const row = { row: 0, line: 0, issues: [{ code: 'record-too-long' as const, path: '' }], text: '' }
  return { number, output: new Uint8Array(0), rows: 1, lines: 1, settled: 0, rejected: [row], samples: [], sums: [] }
}

function hashed({ input, source }: Run, { bytes, from, until }: InputPiece): Extent {
  if (bytes) input.update(bytes)
  else readBlocks(source.file, from, until, (block) => input.update(block))
  return { size: until, sha256: input.copy().digest('hex') }
}

/** Writes what came of a piece, then that it is done. */
function take(run: Run, settled: SettledPiece, input: Extent, { language }: Call): Reached {
  const { lines, carried } = run.source
  const before = run.reached.at(-1) ?? { pieces: 0, rows: 0, lines, settled: 0, sums: [] }
  run.settled.append(settled.output)
  const refused = settled.rejected.map((row) =>
    carried
      ? `${row.row},${csvQuoted(rejectedLine(row, language))}\n`
      : `${rejectedLine(placed(row, before), language)}\n`,
  )
  run.refused.append(Buffer.from(refused.join('')))
  run.samples.append(
    Buffer.from(settled.samples.map((row) => `${JSON.stringify(carried ? row : placed(row, before))}\n`).join('')),
  )
  const amounts = Math.max(before.sums.length, settled.sums.length)
  const reached: Reached = {
    pieces: before.pieces + 1,
    rows: before.rows + settled.rows,
    lines: before.lines + settled.lines,
    settled: before.settled + settled.settled,
    sums: Array.from({ length: amounts }, (_, index) =>
      String(BigInt(before.sums[index] ?? 0) + (settled.sums[index] ?? 0n)),
    ),
    input,
    output: run.settled.extent,
    rejected: run.refused.extent,
    samples: run.samples.extent,
  }
  run.journal.note(reached)
  run.reached.push(reached)
  return reached
}

/** Which row and line of the input it is, from 1. */
function placed<Row extends { readonly row: number; readonly line: number }>(
  row: Row,
  before: { readonly rows: number; readonly lines: number },
): Row {
  return { ...row, row: before.rows + row.row + 1, line: before.lines + row.line + 1 }
}
