import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type BuildFailure, type BuildResult } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { daiyu, type DaiyuOptions } from '../../compiler/esbuild-plugin.ts'

const root = join(import.meta.dirname, '..', '..')
const app = join(root, 'test', 'example-app')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daiyu-app-'))
  for (const name of ['main.ts', 'policy']) cpSync(join(app, name), join(folder, name), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Builds the example application as its build.mjs does, but with the sources of this package. */
function buildApp(options: DaiyuOptions = {}): Promise<BuildResult> {
  return build({
    absWorkingDir: folder,
    entryPoints: ['main.ts'],
    outfile: 'dist/main.mjs',
    bundle: true,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
    alias: { 'daiyu/runtime': join(root, 'runtime', 'index.ts') },
    plugins: [daiyu(options)],
  })
}

function change(file: string, from: string, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

async function failure(options?: DaiyuOptions): Promise<BuildFailure> {
  return buildApp(options).then(
    () => expect.unreachable('the build should fail'),
    (problem: BuildFailure) => problem,
  )
}

test('the application settles its visits', async () => {
  await buildApp()
  const printed = execFileSync(process.execPath, [join(folder, 'dist', 'main.mjs')], { encoding: 'utf8' })
  // 200 of 1200.50 first, 60 % of 1000.50; then 150 first, 65 % of 1050.50 = 682.825; 30 left of 150, 75 % of 58.
  expect(printed.split('\n').slice(0, 3)).toEqual([
    '2024-12-31 1200.50元：起付线 200.00，基金 600.30，现金 400.20（2024年度）',
    '2025-01-01 1200.50元：起付线 150.00，基金 682.83，现金 367.67（2025年度）',
    '2025-06-30 88元：起付线 30.00，基金 43.50，现金 14.50（2025年度）',
  ])
  expect(printed).toContain('2026-01-01 没有施行的版本')
})

test('its source map leads to the policy', async () => {
  await buildApp()
  const map = JSON.parse(readFileSync(join(folder, 'dist', 'main.mjs.map'), 'utf8')) as { sources: string[] }
  expect(map.sources).toContain('../policy/clinic.policy')
})

test('the types that it is committed with are those of its policy', async () => {
  const declaration = () => readFileSync(join(folder, 'policy', 'clinic.d.policy.ts'), 'utf8')
  const committed = declaration()
  writeFileSync(join(folder, 'policy', 'clinic.d.policy.ts'), '')
  await buildApp({ declarations: true })
  expect(declaration()).toBe(committed)
})

test('what is wrong with a policy is an error of the build, with its place', async () => {
  change('policy/clinic.policy', '| 在职 | 65% |', '| 在岗 | 65% |')
  const { errors } = await failure({ language: 'en' })
  const [error] = errors
  expect(error?.location?.file).toMatch(/policy\/clinic\.policy$/)
  expect(error?.location?.lineText).toContain('在岗')
  expect(error?.text).toMatch(/[a-z]/)
  expect(error?.notes.length).toBeGreaterThan(0)
  expect((await failure({ language: 'zh' })).errors[0]?.text).toMatch(/\p{Script=Han}/u)
})

test('a vocabulary is no decision, and a policy needs its vocabulary', async () => {
  change('main.ts', './policy/clinic.policy', './policy/outpatient.policy')
  expect((await failure()).errors[0]?.text).toContain('事项')
  change('main.ts', './policy/outpatient.policy', './policy/clinic.policy')
  rmSync(join(folder, 'policy', 'outpatient.policy'))
  expect((await failure()).errors[0]?.location?.file).toMatch(/policy\/clinic\.policy$/)
})

test('columns and lengths are in bytes', async () => {
  change('policy/clinic.policy', '| 在职 | 65% |', '| 在岗 | 65% |')
  const { location } = (await failure()).errors[0]!
  const bytes = Buffer.from(location?.lineText ?? '')
  const marked = bytes.subarray(location?.column, (location?.column ?? 0) + (location?.length ?? 0)).toString()
  expect(marked).toBe('在岗')
})
