/** The real command, as a child process. It is built once for each file of tests, so that none meets an old one. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll } from 'vitest'
import { buildCommand, root } from './build-command.ts'

export { root }

const installed = mkdtempSync(join(tmpdir(), 'daiyu-cli-'))
let command = ''

beforeAll(async () => {
  command = await buildCommand(installed)
})

afterAll(() => rmSync(installed, { recursive: true, force: true }))

export interface Result {
  readonly status: number | null
  readonly out: string
  readonly error: string
}

export interface Surroundings {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `daiyu` in English, unless the environment says otherwise. */
export function daiyu(words: readonly string[], { input = '', cwd = root, env = {} }: Surroundings = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 55_000,
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...env },
  })
  return { status, out: stdout, error: stderr }
}

/** Seconds of processor time that a run takes, however busy the machine is. */
export function processorSeconds(words: readonly string[], cwd: string): number {
  const timed = [
    '-c',
    'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null',
    'time',
    process.execPath,
    command,
    ...words,
  ]
  const { stderr } = spawnSync('bash', timed, { cwd, encoding: 'utf8', timeout: 60_000 })
  return stderr
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds), 0)
}

/** Starts `daiyu` and leaves it running: `line` waits for the next line, `ended` for what it said on standard error. */
export function talk(words: readonly string[]) {
  const child = spawn(process.execPath, [command, ...words], { cwd: root })
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let error = ''
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()))
  const line = async (): Promise<string> => String((await lines.next()).value)
  return { process: child, line, ended: once(child, 'close').then(() => error) }
}

/** A folder for one test, gone when the tests of the file are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-folder-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
