import { existsSync } from 'node:fs'
import { outputColumns } from '../../batch/columns.ts'
import { csvQuoted } from '../../batch/csv.ts'
import type { Settling } from '../../batch/settle-records.ts'
import { headerLine } from '../../batch/write.ts'
import { exit, type Call } from '../command.ts'
import { compileWorker } from './compile-worker.ts'
import { finish } from './finish.ts'
import type { Job } from './job.ts'
import type { Manifest } from './manifest.ts'
import { Pool } from './pool.ts'
import { purposeOf } from './purpose.ts'
import { report } from './report.ts'
import { openRun } from './run.ts'
import { settleAll } from './settle-all.ts'
import { sampleEvery } from './second-opinion.ts'
import { openSource } from './source.ts'
import { enter, leave, pathsOf, publish, type Paths } from './work-folder.ts'

/** Settles the rows on this machine. Gives the exit status. */
export async function runEmbedded(job: Job, call: Call): Promise<number> {
  const paths = pathsOf(job)
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
  if (existsSync(paths.manifest)) {
    publish(paths)
    enter(paths)
  }
  const source = await openSource(job, paths, call)
  const { keep, isReplay, output } = job
  const outputs = outputColumns(job.programs)
  const write = output.format === 'parquet' ? 'table' : output.format
  const settling: Settling = {
    ...source.reading,
    write,
    outputs,
    isReplay,
    carried: source.carried,
    sampleEvery: sampleEvery(source.size),
  }
  const code = await compileWorker(job.programs, settling)
  const run = openRun(paths, source, purposeOf(job, source, code, call))
  const gone = run.reached.at(-1)
  if (gone && !call.switches.has('quiet')) call.terminal.error(`${call.words.batch.goesOn(gone.rows)}\n`)
  const header = headerLine(write, keep, outputs)
  if (run.reached.length === 0 && header !== '')
    run.settled.append(Buffer.from(source.carried ? `0,${csvQuoted(header)}\n` : `${header}\n`))
  const pool = new Pool(code, job.workers)
  const isWhole = await settleAll(run, pool, job, call).finally(() => pool.end())
  return isWhole ? finish({ ...run, file: source.file }, job, settling, paths, call) : null
}
