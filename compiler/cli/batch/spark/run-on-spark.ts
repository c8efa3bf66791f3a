import { openSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { outputColumns } from '../../../batch/columns.ts'
import type { Layout } from '../../../batch/settle-records.ts'
import { headerLine } from '../../../batch/write.ts'
import { exit, type Call } from '../../command.ts'
import { compileScript } from '../compile-worker.ts'
import { finish } from '../finish.ts'
import { readHead } from '../header.ts'
import type { Job } from '../job.ts'
import { report } from '../report.ts'
import { enter, pathsOf } from '../work-folder.ts'
import { countLines, type Counts } from './count-lines.ts'
import { refusalOf } from './failure.ts'
import { findSpark } from './find-spark.ts'
import { gather, type Folders } from './gather.ts'
import { checkMaster } from './master.ts'
import { Session } from './session.ts'
import { otherStatement, settledStatement, settleStatement, viewStatement, views } from './statements.ts'

/**
 * Settles the rows on a cluster of Spark, all of whose machines see the files under the same paths as this one. What
 * comes out is, byte by byte, what this machine alone would write. Gives the exit status.
 */
export async function runOnSpark(job: Job, call: Call): Promise<number> {
  const master = await checkMaster(call.values.get('master'))
  const spark = findSpark(process.env)
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
  const paths = pathsOf(job.output.path)
  enter(paths)
  const inFolder = (name: string): string => join(paths.folder, name)
  // What an interrupted run has left is begun anew.
  for (const path of [paths.journal, paths.output, paths.rejected]) rmSync(path, { force: true })
  const work: Work = {
    input: job.input.path,
    skipped: isCsv ? 1 : 0,
    node: call.values.get('node') ?? 'node',
    script: inFolder('evaluator.mjs'),
    staged: inFolder('staged'),
    folders: { settled: inFolder('settled'), other: inFolder('other') },
  }
  writeFileSync(work.script, await compileScript(job.programs, layout))
  try {
    const conf = { ...configuration, 'spark.master': master, 'spark.files': work.script }
    const session = await Session.open(spark, conf)
    const counts = await settle(session, work).finally(() => session.close())
    const header = headerLine(layout.write, job.keep, outputs)
    const gathered = gather(file, work.folders, paths, counts, header, call.language)
    const manifest = finish(gathered, job, outputs, paths)
    await report(manifest, call)
    return manifest.rows.rejected > 0 ? exit.wrong : exit.fine
  } catch (problem) {
    throw refusalOf(problem, work.node)
  }
}

interface Work {
  readonly input: string
  /** So many lines at the beginning of the input are no rows. */
  readonly skipped: number
  readonly node: string
  readonly script: string
  readonly staged: string
  readonly folders: Folders
}

/** Settles every line into the folder for it, and from there, once all are known to be there, into files in order. */
async function settle(session: Session, { input, skipped, node, script, staged, folders }: Work): Promise<Counts> {
  const url = (path: string): string => pathToFileURL(path).href
  await session.query(viewStatement(views.input, 'text', url(input)))
  await session.query(settleStatement(url(staged), { node, file: basename(script) }, skipped))
  await session.query(viewStatement(views.staged, 'parquet', url(staged)))
  const counts = await countLines(session, skipped)
  await session.query(settledStatement(url(folders.settled)))
  await session.query(otherStatement(url(folders.other)))
  return counts
}

const configuration = {
  'spark.app.name': 'daiyu batch',
  // A whole number that grows too large is an error, not another number.
  'spark.sql.ansi.enabled': 'true',
  // No store of tables is needed, nor made in the folder where this is called.
  'spark.sql.catalogImplementation': 'in-memory',
  // What a task has written counts when the whole statement is done.
  'spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version': '1',
}
