/** The real command, as a child process. It is built once for each file of tests, so that none meets an old one. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

export const root = join(import.meta.dirname, '..', '..')
const installed = mkdtempSync(join(tmpdir(), 'daiyu-cli-'))

beforeAll(async () => {
  const shared = { absWorkingDir: root, outdir: join(installed, 'dist'), bundle: true, format: 'esm' } as const
  await build({
    ...shared,
    entryPoints: { daiyu: 'compiler/cli/main.ts' },
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    external: ['esbuild', 'prettier/standalone', 'prettier/plugins/*'],
  })
  await build({ ...shared, entryPoints: { runtime: 'runtime/index.ts' }, platform: 'neutral' })
  for (const name of ['package.json', 'policies']) cpSync(join(root, name), join(installed, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'))
})

afterAll(() => rmSync(installed, { recursive: true, force: true }))

export interface Result {
  readonly status: number | null
  readonly out: string
  readonly error: string
  readonly milliseconds: number
}

export interface Surroundings {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `daiyu` in English, unless the environment says otherwise. */
export function daiyu(words: readonly string[], { input = '', cwd = root, env = {} }: Surroundings = {}): Result {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(installed, 'dist', 'daiyu.js'), ...words], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 20_000,
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...env },
  })
  return { status, out: stdout, error: stderr, milliseconds: performance.now() - start }
}

/** A folder for one test, gone when the tests of the file are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-folder-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
