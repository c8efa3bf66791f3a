import { closeSync, fstatSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { OutputColumn } from '../../batch/columns.ts'
import { Refusal, type Call } from '../command.ts'
import { extentOf, type Extent } from './append.ts'
import type { Job } from './job.ts'
import { manifestOf, type Manifest } from './manifest.ts'
import { checkParquet, packParquet } from './parquet.ts'
import { inputFacts } from './purpose.ts'
import type { Run } from './run.ts'
import { publish, type Paths } from './work-folder.ts'

/**
 * Reads again what was written, and puts it in its place beside the manifest. Throws a Refusal where the file is not what
 * was written, or the input not what it was when it began.
 */
export async function finish(
  run: Run,
  job: Job,
  outputs: readonly OutputColumn[],
  paths: Paths,
  { terminal, words, switches }: Call,
): Promise<Manifest> {
  const now = JSON.stringify(inputFacts(job.input.path))
  if (now !== JSON.stringify(run.purpose['input'])) throw new Refusal((say) => say.batch.inputChanged(job.input.path))
  const [written, rejected] = [run.output.extent, run.rejected.extent]
  run.output.close()
  run.rejected.close()
  closeSync(run.file)
  if (!switches.has('quiet')) terminal.progress(words.batch.checking)
  checkFile(paths.output, written)
  checkFile(paths.rejected, rejected)
  const isPacked = job.output.format === 'parquet'
  if (isPacked) await packParquet(job, outputs, paths)
  const input =
    job.input.format === 'parquet' ? fileFacts(job.input.path) : { size: run.size, sha256: run.input.digest('hex') }
  const manifest = manifestOf(
    job,
    {
      input: { file: basename(job.input.path), ...input },
      output: { file: basename(job.output.path), ...(isPacked ? fileFacts(paths.packed) : written) },
      rejected: rejected.size === 0 ? null : { file: basename(paths.final.rejected), ...rejected },
    },
    run.reached,
    outputs,
  )
  if (isPacked) await checkParquet(manifest, outputs, paths)
  terminal.progress('')
  // Whole or not at all: where there is one, all that is left is to put the files in their places.
  writeFileSync(`${paths.manifest}.new`, `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(`${paths.manifest}.new`, paths.manifest)
  publish(paths)
  return manifest
}

function checkFile(path: string, { size, sha256 }: Extent): void {
  const found = fileFacts(path)
  if (found.size !== size || found.sha256 !== sha256) throw new Refusal((say) => say.batch.notAsWritten(path))
}

function fileFacts(path: string): Extent {
  const file = openSync(path, 'r')
  try {
    return extentOf(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}
