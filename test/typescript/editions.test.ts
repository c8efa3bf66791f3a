import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { typeScriptFiles } from '../../compiler/cli/build/typescript-files.ts'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { outcome, runCode, type Settle } from './generated.ts'

const folder = join(import.meta.dirname, '..', 'example-app', 'policy')
const files = ['clinic.policy', 'outpatient.policy'].map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}))
const { programs } = compile(files)
let settle: Settle
beforeAll(async () => {
  const built = await javaScriptFiles(programs, files, 'out')
  settle = await runCode(built.find(({ name }) => name === 'example.clinic.settle.js')?.text ?? '')
})

const interpreted = (input: unknown): unknown => {
  const selected = selectEdition(programs, 'example.clinic.settle', { input })
  if (!selected.ok) return selected.issues
  const result = interpret(selected.program, input)
  return result.ok ? result.evaluation.output : result.issues
}

const on = (date: unknown): unknown => ({ visit: { status: 'active', on: date, total: '1000.00', deductiblePaid: 0 } })

test.each(['2024-01-01', '2024-12-31', '2025-01-01', '2025-12-31'])('the edition of %s', (date) => {
  const settled = outcome(settle, on(date))
  expect(settled).toMatchObject({ edition: date.slice(0, 4) })
  expect(settled).toEqual(interpreted(on(date)))
})

test('over counts too', async () => {
  const built = await javaScriptFiles(programs, files, 'out')
  const code = built.find(({ name }) => name === 'example.clinic.settle.js')?.text ?? ''
  const settleCounts = await runCode(code, 'settleCounts')
  const counts = (day: unknown): unknown => ({
    visit: { status: 'active', on: day, total: 100_000, deductiblePaid: 0 },
  })
  // 1 January 2024 is 19 723 days after 1 January 1970, 1 January 2025 is 20 089.
  for (const [day, date] of [
    [19_723, '2024-01-01'],
    [20_088, '2024-12-31'],
    [20_089, '2025-01-01'],
  ] as const) {
    const [counted, written] = [settleCounts(counts(day)), settle(on(date))] as Record<string, unknown>[]
    expect(counted).toMatchObject({ edition: date.slice(0, 4) })
    expect(counted!['fund']).toBe(Number(String(written!['fund']).replace('.', '')))
  }
  expect(outcome(settleCounts, counts(19_722))).toMatchObject([
    { code: 'no-edition', path: 'visit.on', value: '2023-12-31' },
  ])
  expect(outcome(settleCounts, counts('2024-01-01'))).toMatchObject([{ code: 'not-a-count', path: 'visit.on' }])
})

test.each([['2023-12-31'], ['2026-01-01'], ['2024-02-30'], [20240101], [undefined], [null]])(
  'no edition: %s',
  (date) => {
    const issues = outcome(settle, on(date))
    expect(issues).toMatchObject([{ path: 'visit.on' }])
    expect(issues).toEqual(interpreted(on(date)))
  },
)

test.each([[null], [{}], ['x'], [{ visit: null }], [{ visit: { on: '2024-05-05' } }]])('no case: %j', (input) => {
  expect(outcome(settle, input)).toEqual(interpreted(input))
})

test('two editions on one date are named', async () => {
  const twice = programs.map((program) => ({
    ...program,
    edition: { ...program.edition, from: '2024-01-01', until: null },
  }))
  const built = await javaScriptFiles(twice, files, 'out')
  const settleTwice = await runCode(built.find(({ name }) => name.endsWith('.settle.js'))?.text ?? '')
  const selected = selectEdition(twice, 'example.clinic.settle', { input: on('2024-05-05') })
  expect(outcome(settleTwice, on('2024-05-05'))).toEqual(selected.ok ? null : selected.issues)
})

test('a module for each edition, one for the decision, by their names', async () => {
  const names = (built: readonly { readonly name: string }[]) => built.map(({ name }) => name)
  expect(names(await typeScriptFiles(programs, files, 'out'))).toEqual([
    'example.clinic.settle.ts',
    'example.clinic.settle.2024.ts',
    'example.clinic.settle.2025.ts',
  ])
  expect(names(await javaScriptFiles(programs, files, 'out')).toSorted()).toEqual([
    'example.clinic.settle.d.ts',
    'example.clinic.settle.js',
    'example.clinic.settle.js.map',
  ])
})

test('the runtime is inside, or imported', async () => {
  const code = async (runtime: 'inside' | 'outside') => {
    const built = await javaScriptFiles(programs, files, 'out', runtime)
    return built.find(({ name }) => name.endsWith('.js'))?.text ?? ''
  }
  expect(await code('inside')).not.toMatch(/^import /m)
  expect(await code('outside')).toMatch(/^import \{[^}]*\} from "daiyu\/runtime";$/m)
})
