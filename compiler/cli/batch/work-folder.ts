import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../command.ts'

/** The files of a run while it goes on, in a folder beside the output; and those that there are at the end. */
export interface Paths {
  readonly folder: string
  readonly journal: string
  readonly output: string
  readonly rejected: string
  readonly manifest: string
  readonly final: { readonly output: string; readonly rejected: string; readonly manifest: string }
}

export function pathsOf(output: string): Paths {
  const folder = `${output}.unfinished`
  return {
    folder,
    journal: join(folder, 'journal.ndjson'),
    output: join(folder, 'output'),
    rejected: join(folder, 'rejected.ndjson'),
    manifest: join(folder, 'manifest.json'),
    final: { output, rejected: `${output}.rejected.ndjson`, manifest: `${output}.manifest.json` },
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

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM'
  }
}

/**
 * Puts the files in their places, the manifest last, and takes the folder away. What an interruption has left to be done
 * is done by calling it again.
 */
export function publish({ folder, output, rejected, manifest, final }: Paths): void {
  if (existsSync(rejected)) {
    if (statSync(rejected).size > 0) renameSync(rejected, final.rejected)
    else rmSync(final.rejected, { force: true })
  }
  if (existsSync(output)) renameSync(output, final.output)
  if (existsSync(manifest)) renameSync(manifest, final.manifest)
  rmSync(folder, { recursive: true, force: true })
}
