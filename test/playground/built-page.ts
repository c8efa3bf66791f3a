/** dist/playground, built anew where a source is younger than it; once, however many test files ask. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')
const folder = join(dist, 'playground')
const rooms = ['playground', 'compiler', 'grammar', 'runtime', 'policies']
const TOO_LONG = 120_000

export async function builtPage(): Promise<string> {
  const lock = join(dist, '.building-page')
  mkdirSync(dist, { recursive: true })
  while (!tryToMake(lock)) {
    // A builder that was killed leaves its lock.
    if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > TOO_LONG)
      rmSync(lock, { recursive: true, force: true })
    await wait(100)
  }
  try {
    if (!isFresh()) build()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
  return folder
}

function build(): void {
  const fresh = join(dist, '.playground')
  const started = new Date()
  rmSync(fresh, { recursive: true, force: true })
  const script = `(await import('./playground/build.mjs')).buildPage(${JSON.stringify(fresh)})`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'inherit' })
  utimesSync(join(fresh, 'index.html'), started, started)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
}

function isFresh(): boolean {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return false
  const built = statSync(index).mtimeMs
  return rooms.every((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true }).every(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built,
    ),
  )
}

function tryToMake(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}
