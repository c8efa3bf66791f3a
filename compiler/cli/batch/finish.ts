import { closeSync, fstatSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Settling } from '../../batch/settle-records.ts'
import { Refusal, type Call } from '../command.ts'
import { extentOf, withPath, type Extent } from './append.ts'
import { orderByRow } from './by-person.ts'
import type { Job } from './job.ts'
import { manifestOf, type Manifest } from './manifest.ts'
import { checkParquet, packParquet } from './parquet.ts'
import { inputFacts } from './purpose.ts'
import type { Run } from './run.ts'
import { askSecondOpinion } from './second-opinion.ts'
import { publish, type Paths } from './work-folder.ts'

/**
 * Reads again what was written, makes of it what was asked for, and puts it in its place beside the manifest. Throws a
 * Refusal where the file is not what was written, or the input not what it was when it began.
 */
export async function finish(
  run: Finished,
  job: Job,
  { write, keep, outputs }: Settling,
  paths: Paths,
  { terminal, words, switches }: Call,
): Promise<Manifest> {
  const { input, output, workers } = job
  if (JSON.stringify(inputFacts(input.path)) !== JSON.stringify(run.purpose['input']))
    throw new Refusal((say) => say.batch.inputChanged(input.path))
  const [settled, refused] = [run.settled.extent, run.refused.extent]
  run.samples.close()
  closeSync(run.file)
  if (!switches.has('quiet')) terminal.progress(words.batch.checking)
  for (const [file, path] of [
    [run.settled, paths.settled],
    [run.refused, paths.refused],
  ] as const) {
    if (!file.isAsWritten()) throw new Refusal((say) => say.batch.notAsWritten(path))
    file.close()
  }
  const columns = [...keep, ...outputs.map(({ path }) => path)]
  const secondOpinion = await askSecondOpinion(job, { write, columns }, paths)
  const isOrdered = paths.ordered !== paths.settled
  if (isOrdered) {
    await orderByRow(paths.settled, paths.ordered, workers, paths.folder)
    await orderByRow(paths.refused, paths.rejected, workers, paths.folder)
  }
  const isPacked = output.format === 'parquet'
  if (isPacked) await packParquet(job, outputs, paths)
  const rejected = isOrdered ? fileFacts(paths.rejected) : refused
  const isText = input.format !== 'parquet' && !isOrdered
  const read = isText ? { size: run.size, sha256: run.input.digest('hex') } : fileFacts(input.path)
  const files = {
    input: { file: basename(input.path), ...read },
    output: { file: basename(output.path), ...(isPacked || isOrdered ? fileFacts(paths.output) : settled) },
    rejected: rejected.size === 0 ? null : { file: basename(paths.final.rejected), ...rejected },
  }
  const manifest = manifestOf(job, { ...files, secondOpinion }, run.reached, outputs)
  if (isPacked) await checkParquet(manifest, outputs, paths)
  terminal.progress('')
  // Whole or not at all: where there is one, all that is left is to put the files in their places.
  const made = `${paths.manifest}.new`
  withPath(made, () => writeFileSync(made, `${JSON.stringify(manifest, null, 2)}\n`))
  renameSync(made, paths.manifest)
  publish(paths)
  return manifest
}

/** What is needed of a run at its end; `file` is the one that was read. */
type Finished = Pick<Run, 'purpose' | 'size' | 'input' | 'settled' | 'refused' | 'samples' | 'reached'> & {
  readonly file: number
}

function fileFacts(path: string): Extent {
  const file = openSync(path, 'r')
  try {
    return extentOf(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}
