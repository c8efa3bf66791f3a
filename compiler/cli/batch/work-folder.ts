import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../command.ts'
import type { RowFile } from './job.ts'

/** The files of a run while it goes on, in a folder beside the output; and those that there are at the end. */
export interface Paths {
  readonly folder: string
  readonly journal: string
  /** The rows of the input as CSV, where the input is no text. */
  readonly unpacked: string
  /** The rows as they are settled. */
  readonly output: string
  /** What goes to the output's place: the same, or a file made of it. */
  readonly packed: string
  readonly rejected: string
  readonly manifest: string
  readonly final: { readonly output: string; readonly rejected: string; readonly manifest: string }
}

export function pathsOf({ path, format }: RowFile): Paths {
  const folder = `${path}.unfinished`
  const output = join(folder, 'output')
  return {
    folder,
    journal: join(folder, 'journal.ndjson'),
    unpacked: join(folder, 'input.csv'),
    output,
    packed: format === 'parquet' ? join(folder, 'output.parquet') : output,
    rejected: join(folder, 'rejected.ndjson'),
    manifest: join(folder, 'manifest.json'),
    final: { output: path, rejected: `${path}.rejected.ndjson`, manifest: `${path}.manifest.json` },
  }
}

/** Makes the folder. Throws a Refusal where another process is at work in it. */
export function enter({ folder }: Paths): void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'process')
  const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  if (other > 0 && other !== process.pid && isAlive(other)) throw new Refusal((say) => say.batch.atWork(folder, other))
  writeFileSync(lock, String(process.pid))
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
export function publish({ folder, packed, rejected, manifest, final }: Paths): void {
  if (existsSync(rejected)) {
    if (statSync(rejected).size > 0) renameSync(rejected, final.rejected)
    else rmSync(final.rejected, { force: true })
  }
  if (existsSync(packed)) renameSync(packed, final.output)
  renameSync(manifest, final.manifest)
  rmSync(folder, { recursive: true, force: true })
}
