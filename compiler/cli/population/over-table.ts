import { closeSync, existsSync, fstatSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowReader } from '../../batch/row-reader.ts'
import type { GivenCase } from '../../diff/population/compare-over.ts'
import type { Program } from '../../program/program.ts'
import { endOfRecord, inputPieces } from '../batch/input-pieces.ts'
import type { RowFile } from '../batch/job.ts'
import { recordsIn } from '../batch/records.ts'
import { openRows, type Rows } from '../batch/source.ts'
import { Refusal, UsageError } from '../command.ts'
import type { Over } from './over.ts'

/**
 * The cases of a CSV or Parquet file, read as `daiyu batch` reads them; columns that are none of the input are not used.
 * Throws a UsageError where there is no such file, a Refusal where it does not have the columns or has no rows.
 */
export async function casesOfTable(input: RowFile, programs: readonly Program[]): Promise<Over> {
  const { path } = input
  if (!existsSync(path)) throw new UsageError((say) => say.noSuchFile(path))
  if (!statSync(path).isFile()) throw new UsageError((say) => say.notAFile(path))
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-'))
  const leave = (): void => rmSync(folder, { recursive: true, force: true })
  // Also where it is interrupted, or what reads the cases ends early.
  process.once('exit', leave)
  const read = { programs, input, keep: [], ignore: [], person: null, workers: 1, ignoresOthers: true }
  const rows = await openRows(read, { folder, unpacked: join(folder, 'input.csv') }, false)
  const { size } = fstatSync(rows.file)
  if (size === rows.head.start) throw new Refusal((say) => say.noCasesIn(path))
  let reached = 0
  function* cases(): Generator<GivenCase> {
    for (const { until, bytes } of inputPieces(rows.file, rows.head.start, size, endOfRecord(true))) {
      if (bytes) yield* casesIn(bytes, rows)
      else yield { ok: false, code: 'record-too-long' }
      reached = until
    }
    closeSync(rows.file)
    leave()
  }
  return { cases: cases(), part: () => reached / size, generated: null }
}

function* casesIn(bytes: Uint8Array<ArrayBuffer>, { reading }: Rows): Generator<GivenCase> {
  const reader = rowReader(recordsIn(bytes), 0, reading)
  while (reader.next()) {
    if (reader.isBlank()) continue
    const row = reader.read()
    yield row.ok ? { ok: true, input: row.input } : { ok: false, code: row.issues[0]?.code ?? '' }
  }
}
