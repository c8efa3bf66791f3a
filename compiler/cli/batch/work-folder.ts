import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../command.ts'
import { withPath } from './append.ts'
import type { Job } from './job.ts'

/** The files of a run while it goes on, in a folder beside the output; and those that there are at the end. */
export interface Paths {
  readonly folder: string
  readonly journal: string
  /** The rows of the input as CSV, where the input is no text; and in the order of persons, where that is asked for. */
  readonly unpacked: string
  readonly turns: string
  /** The rows as they are settled, and in the order of the input; and what goes to its place: the same, or made of it. */
  readonly settled: string
  readonly ordered: string
  readonly output: string
  /** The rows that are refused, as they come and in the order of the input. */
  readonly refused: string
  readonly rejected: string
  /** Rows that are settled a second time: case and result. */
  readonly samples: string
  readonly manifest: string
  readonly final: { readonly output: string; readonly rejected: string; readonly manifest: string }
}

export function pathsOf({ output: { path, format }, person }: Pick<Job, 'output' | 'person'>): Paths {
  const folder = `${path}.unfinished`
  const inside = (name: string): string => join(folder, name)
  const isOrdered = person === null
  const ordered = inside(isOrdered ? 'settled' : 'ordered')
  return {
    folder,
    journal: inside('journal.ndjson'),
    unpacked: inside('input.csv'),
    turns: inside('persons.csv'),
    settled: inside('settled'),
    ordered,
    output: format === 'parquet' ? inside('output.parquet') : ordered,
    refused: inside('refused'),
    rejected: inside(isOrdered ? 'refused' : 'rejected'),
    samples: inside('samples.ndjson'),
    manifest: inside('manifest.json'),
    final: { output: path, rejected: `${path}.rejected.ndjson`, manifest: `${path}.manifest.json` },
  }
}

const LOCK = 'process'

/** Makes the folder. Throws a Refusal where another process is at work in it. */
export function enter({ folder }: Paths): void {
  // Not `recursive`: where nothing can be made, Node tries for ever.
  if (!existsSync(folder)) mkdirSync(folder)
  const lock = join(folder, LOCK)
  const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  if (other > 0 && other !== process.pid && isAlive(other)) throw new Refusal((say) => say.batch.atWork(folder, other))
  rmSync(lock, { force: true })
  try {
    withPath(lock, () => writeFileSync(lock, String(process.pid), { flag: 'wx' }))
  } catch (problem) {
    const isTaken = problem instanceof Error && 'code' in problem && problem.code === 'EEXIST'
    if (isTaken) throw new Refusal((say) => say.batch.atWork(folder, Number(readFileSync(lock, 'utf8'))))
    throw problem
  }
}

/** Takes away what an earlier run has left. */
export function beginAnew({ folder }: Paths): void {
  for (const name of readdirSync(folder)) if (name !== LOCK) rmSync(join(folder, name), { recursive: true })
}

/** Takes the folder away where nothing was begun in it. */
export function leave({ folder, journal }: Paths): void {
  if (!existsSync(journal)) rmSync(folder, { recursive: true, force: true })
}

function isAlive(other: number): boolean {
  try {
    process.kill(other, 0)
    return true
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM'
  }
}

/**
 * Puts the files in their places, the manifest last, and takes the folder away. What an interruption has left to be done
 * is done by calling it again.
 */
export function publish({ folder, journal, output, rejected, manifest, final }: Paths): void {
  if (existsSync(rejected)) {
    if (statSync(rejected).size > 0) renameSync(rejected, final.rejected)
    else rmSync(final.rejected, { force: true })
  }
  if (existsSync(output)) renameSync(output, final.output)
  const copy = `${manifest}.copy`
  copyFileSync(manifest, copy)
  renameSync(copy, final.manifest)
  // The journal first: without its rows nobody could go on by it.
  rmSync(journal, { force: true })
  rmSync(folder, { recursive: true, force: true })
}
