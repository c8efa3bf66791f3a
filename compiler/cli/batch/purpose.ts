import { createHash } from 'node:crypto'
import { fstatSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { version } from '../../version.ts'
import type { Call } from '../command.ts'
import { extentOf } from './append.ts'
import type { Job } from './job.ts'
import { editionsUsed } from './manifest.ts'
import type { Purpose } from './journal.ts'
import type { Source } from './source.ts'

/** What a run is for, by parts that are told apart where an interrupted one can't go on. */
export function purposeOf(job: Job, { file }: Pick<Source, 'file'>, code: URL, { language }: Call): Purpose {
  const isMade = job.person !== null || job.input.format === 'parquet'
  const { decision, keep, ignore, person, isReplay } = job
  return {
    input: inputFacts(job.input.path),
    policy: editionsUsed(job.programs, job.group),
    compiler: version,
    code: createHash('sha256').update(code.href).digest('hex'),
    // The rows that were made of the input: what follows of them is not read yet.
    prepared: isMade ? extentOf(file, fstatSync(file).size) : null,
    options: { decision, isReplay, keep, ignore, person, language },
  }
}

/** By what an input is known again. */
export function inputFacts(path: string): object {
  const { size, mtimeMs } = statSync(path)
  return { name: basename(path), size, mtimeMs }
}
