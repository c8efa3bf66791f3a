import { openSync } from 'node:fs'
import { outputColumns } from '../../batch/columns.ts'
import { headerLine } from '../../batch/write.ts'
import type { Layout } from '../../batch/settle-records.ts'
import { exit, type Call } from '../command.ts'
import { compileWorker } from './compile-worker.ts'
import { finish } from './finish.ts'
import { readHead } from './header.ts'
import type { Job } from './job.ts'
import { Pool } from './pool.ts'
import { purposeOf } from './purpose.ts'
import { report } from './report.ts'
import { openRun } from './run.ts'
import { settleAll } from './settle-all.ts'
import { enter, pathsOf } from './work-folder.ts'

/** Settles the rows on this machine. Gives the exit status. */
export async function runEmbedded(job: Job, call: Call): Promise<number> {
  const isCsv = job.input.format === 'csv'
  const file = openSync(job.input.path, 'r')
  const head = readHead(file, job, isCsv)
  const outputs = outputColumns(job.programs)
  const layout: Layout = {
    read: isCsv ? { format: 'csv', uses: head.uses } : { format: 'ndjson' },
    keep: job.keep,
    ignore: job.ignore,
    write: job.output.format === 'csv' ? 'csv' : 'ndjson',
    outputs,
    isReplay: job.isReplay,
  }
  const code = await compileWorker(job.programs, layout)
  const paths = pathsOf(job.output.path)
  enter(paths)
  const run = openRun(paths, file, purposeOf(job, file, code, call), head.start)
  if (run.reached.length === 0) run.output.append(Buffer.from(headerLine(layout.write, job.keep, outputs)))
  const pool = new Pool(code, job.workers)
  const isWhole = await settleAll(run, pool, isCsv, job, call).finally(() => pool.end())
  if (!isWhole) return exit.interrupted
  const manifest = finish(run, job, outputs, paths)
  await report(manifest, call)
  return manifest.rows.rejected > 0 ? exit.wrong : exit.fine
}
