import { createHash } from 'node:crypto'
import { fstatSync } from 'node:fs'
import { basename } from 'node:path'
import { version } from '../../version.ts'
import type { Call } from '../command.ts'
import type { Job } from './job.ts'
import { editionsUsed } from './manifest.ts'
import type { Purpose } from './journal.ts'

/** What a run is for, by parts that are told apart where an interrupted one can't go on. */
export function purposeOf(job: Job, file: number, code: URL, { language }: Call): Purpose {
  const { size, mtimeMs } = fstatSync(file)
  const { decision, keep, ignore, person, isReplay } = job
  return {
    input: { name: basename(job.input.path), size, mtimeMs },
    policy: editionsUsed(job.programs, job.group),
    compiler: [version, createHash('sha256').update(code.href).digest('hex')],
    options: { decision, isReplay, keep, ignore, person, language },
  }
}
