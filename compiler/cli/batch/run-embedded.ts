import { existsSync, openSync } from 'node:fs'
import { outputColumns } from '../../batch/columns.ts'
import { headerLine } from '../../batch/write.ts'
import type { Layout } from '../../batch/settle-records.ts'
import { exit, type Call } from '../command.ts'
import { compileWorker } from './compile-worker.ts'
import { finish } from './finish.ts'
import { readHead } from './header.ts'
import type { Job } from './job.ts'
import type { Manifest } from './manifest.ts'
import { unpackParquet } from './parquet.ts'
import { Pool } from './pool.ts'
import { purposeOf } from './purpose.ts'
import { report } from './report.ts'
import { openRun } from './run.ts'
import { settleAll } from './settle-all.ts'
import { enter, leave, pathsOf, publish, type Paths } from './work-folder.ts'

/** Settles the rows on this machine. Gives the exit status. */
export async function runEmbedded(job: Job, call: Call): Promise<number> {
  const paths = pathsOf(job.output)
  enter(paths)
  try {
    const manifest = await settleFile(job, paths, call)
    if (manifest === null) return exit.interrupted
    await report(manifest, call)
    return manifest.rows.rejected > 0 ? exit.wrong : exit.fine
  } finally {
    leave(paths)
  }
}

/** null where the person at the terminal stopped it. */
async function settleFile(job: Job, paths: Paths, call: Call): Promise<Manifest | null> {
  // A run that was complete, and was interrupted while it put its files in their places.
  if (existsSync(paths.manifest)) publish(paths)
  const isParquet = job.input.format === 'parquet'
  if (isParquet && !(existsSync(paths.journal) && existsSync(paths.unpacked))) await unpackParquet(job, paths)
  const rows = openSync(isParquet ? paths.unpacked : job.input.path, 'r')
  const isCsv = job.input.format !== 'ndjson'
  const head = readHead(rows, job, isCsv)
  const outputs = outputColumns(job.programs)
  const layout: Layout = {
    read: isCsv ? { format: 'csv', uses: head.uses } : { format: 'ndjson' },
    keep: job.keep,
    ignore: job.ignore,
    write: job.output.format === 'parquet' ? 'table' : job.output.format,
    outputs,
    isReplay: job.isReplay,
  }
  const code = await compileWorker(job.programs, layout)
  const run = openRun(paths, rows, purposeOf(job, code, call), head.start)
  if (run.reached.length === 0) run.output.append(Buffer.from(headerLine(layout.write, job.keep, outputs)))
  const pool = new Pool(code, job.workers)
  const isWhole = await settleAll(run, pool, isCsv, job, call).finally(() => pool.end())
  return isWhole ? finish(run, job, outputs, paths, call) : null
}
