import { fstatSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { outputColumns } from '../../../batch/columns.ts'
import type { Settling } from '../../../batch/settle-records.ts'
import { headerLine } from '../../../batch/write.ts'
import { exit, type Call } from '../../command.ts'
import { carriedIn, placesIn } from '../by-person.ts'
import { compileScript } from '../compile-worker.ts'
import { finish } from '../finish.ts'
import type { Job } from '../job.ts'
import type { Manifest } from '../manifest.ts'
import { inputFacts } from '../purpose.ts'
import { report } from '../report.ts'
import { sampleEvery } from '../second-opinion.ts'
import { openRows } from '../source.ts'
import { beginAnew, enter, leave, pathsOf, type Paths } from '../work-folder.ts'
import { countLines, type Counts } from './count-lines.ts'
import { refusalOf } from './failure.ts'
import { findSpark, type Spark } from './find-spark.ts'
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
  // Spark puts the rows in their order again.
  const paths = pathsOf({ ...job, person: null })
  enter(paths)
  beginAnew(paths)
  try {
    const manifest = await settleFile(job, paths, { master, spark, node: call.values.get('node') ?? 'node' }, call)
    await report(manifest, call)
    return manifest.rows.rejected > 0 ? exit.wrong : exit.fine
  } finally {
    leave(paths)
  }
}

interface Cluster {
  readonly master: string
  readonly spark: Spark
  /** What Node is called on its machines. */
  readonly node: string
}

async function settleFile(job: Job, paths: Paths, cluster: Cluster, call: Call): Promise<Manifest> {
  const { person, programs, isReplay, keep, output } = job
  const purpose = { input: inputFacts(job.input.path) }
  const rows = await openRows(job, paths, false)
  const outputs = outputColumns(programs)
  const write = output.format === 'parquet' ? 'table' : output.format
  const settling: Settling = {
    ...rows.reading,
    write,
    outputs,
    isReplay,
    carried: person === null ? null : carriedIn(job),
    sampleEvery: sampleEvery(fstatSync(rows.file).size),
  }
  const places = person === null ? null : placesIn(rows.head, job)
  const inFolder = (name: string): string => join(paths.folder, name)
  const work: Work = {
    input: job.input.format === 'parquet' ? paths.unpacked : job.input.path,
    skipped: rows.head.lines,
    isByPerson: person !== null,
    script: inFolder('evaluator.mjs'),
    staged: inFolder('staged'),
    folders: { settled: inFolder('settled-parts'), other: inFolder('other-parts') },
  }
  writeFileSync(work.script, await compileScript(programs, { settling, places }))
  const counts = await onCluster(work, cluster, call)
  const header = headerLine(write, keep, outputs)
  const gathered = gather(rows, work.folders, paths, counts, header === '' ? '' : `${header}\n`, call.language)
  if (gathered.unclosed > 0) call.terminal.error(`${call.words.spark.unclosed(gathered.unclosed)}\n`)
  return finish({ ...gathered, file: rows.file, purpose }, job, settling, paths, call)
}

interface Work {
  readonly input: string
  /** So many lines at the beginning of the input are no rows. */
  readonly skipped: number
  readonly isByPerson: boolean
  readonly script: string
  readonly staged: string
  readonly folders: Folders
}

async function onCluster(work: Work, { spark, master, node }: Cluster, call: Call): Promise<Counts> {
  try {
    const conf = { ...configuration, 'spark.master': master, 'spark.files': work.script }
    const session = await Session.open(spark, conf, listener(call))
    return await settle(session, work, node).finally(() => session.close())
  } catch (problem) {
    throw refusalOf(problem, node)
  } finally {
    call.terminal.progress('')
  }
}

/** Tells how far Spark is, and once that it waits for machines, as it would for ever. */
function listener({ terminal, words, switches }: Call): (text: string) => void {
  let isTold = false
  return (text) => {
    const stage = [...text.matchAll(/\[Stage \d+:[^\]]*\((\d+) \+ \d+\) \/ (\d+)\]/g)].at(-1)
    if (stage && !switches.has('quiet')) terminal.progress(words.spark.working(Number(stage[1]), Number(stage[2])))
    if (isTold || !text.includes('Initial job has not accepted any resources')) return
    isTold = true
    terminal.error(`${words.spark.noResources}\n`)
  }
}

/** Settles every line into the folder for it, and from there, once all are known to be there, into files in order. */
async function settle(session: Session, work: Work, node: string): Promise<Counts> {
  const { input, skipped, isByPerson, staged, folders } = work
  const url = (path: string): string => pathToFileURL(path).href
  const script = { node, file: basename(work.script) }
  await session.query(viewStatement(views.input, 'text', url(input)))
  await session.query(settleStatement(url(staged), script, skipped, isByPerson))
  await session.query(viewStatement(views.staged, 'parquet', url(staged)))
  const counts = await countLines(session, skipped)
  await session.query(settledStatement(url(folders.settled)))
  await session.query(otherStatement(url(folders.other)))
  return counts
}

const configuration = {
  'spark.app.name': 'daiyu batch',
  'spark.ui.showConsoleProgress': 'true',
  // A whole number that grows too large is an error, not another number.
  'spark.sql.ansi.enabled': 'true',
  // No store of tables is needed, nor made in the folder where this is called.
  'spark.sql.catalogImplementation': 'in-memory',
  // What a task has written counts when the whole statement is done.
  'spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version': '1',
}
