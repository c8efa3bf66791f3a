import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

/**
 * Puts the engines into this folder where they are missing, in the versions of its lock. `npm install` and not
 * `npm ci`, since not every registry has Zen's binaries for other machines, and a lock that lacks them stops `npm ci`.
 */
export function installEngines(): void {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const isThere = ([name, version]: [string, string]): boolean => {
    const file = join(folder, 'node_modules', name, 'package.json')
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
  }
  if (Object.entries(dependencies).every(isThere)) return
  const { status, stderr } = spawnSync('npm', ['install', '--no-save'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the rules engines could not be installed in ${folder}:\n${stderr}`)
}
