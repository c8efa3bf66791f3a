import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { OutputColumn } from '../../batch/columns.ts'
import { Refusal } from '../command.ts'
import { hashOfPart, type Extent } from './append.ts'
import type { Job } from './job.ts'
import { manifestOf, type Manifest } from './manifest.ts'
import type { Run } from './run.ts'
import { publish, type Paths } from './work-folder.ts'

/**
 * Reads again what was written, and puts it in its place beside the manifest. Throws a Refusal where the file is not what
 * was written, or the input not what it was when it began.
 */
export function finish(run: Run, job: Job, outputs: readonly OutputColumn[], paths: Paths): Manifest {
  const { size } = fstatSync(run.file)
  if (size !== run.size) throw new Refusal((say) => say.batch.otherRun(paths.folder, ['input']))
  const [output, rejected] = [run.output, run.rejected].map((each) => each.extent)
  run.output.close()
  run.rejected.close()
  closeSync(run.file)
  if (!output || !rejected) throw new Error('nothing was written')
  check(paths.output, output)
  check(paths.rejected, rejected)
  const input = { size: run.size, sha256: run.input.digest('hex') }
  const manifest = manifestOf(
    job,
    {
      input: { file: basename(job.input.path), ...input },
      output: { file: basename(job.output.path), ...output },
      rejected: rejected.size === 0 ? null : { file: basename(paths.final.rejected), ...rejected },
    },
    run.reached,
    outputs,
  )
  writeFileSync(paths.manifest, `${JSON.stringify(manifest, null, 2)}\n`)
  publish(paths)
  return manifest
}

function check(path: string, { size, sha256 }: Extent): void {
  const file = openSync(path, 'r')
  const isSame = fstatSync(file).size === size && hashOfPart(file, 0, size) === sha256
  closeSync(file)
  if (!isSame) throw new Refusal((say) => say.batch.notAsWritten(path))
}
