// TypeScript, in its strictest settings, accepts all that is generated: one run over a folder.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFiles } from '../../compiler/cli/build/built-file.ts'
import { columnsFiles } from '../../compiler/cli/build/columns-files.ts'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { toColumns } from '../../compiler/columns/to-columns.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { ningbo, ningboTexts } from '../interpret/ningbo.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { forms } from './forms/forms.ts'
import { hostileProgram } from './hostile.ts'
import { randomProgram } from './random-program.ts'

const root = join(import.meta.dirname, '..', '..')
const rounds = Number(process.env['DEEP_PROGRAMS'] ?? 40)

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022'],
    module: 'NodeNext',
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    allowUnreachableCode: false,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    paths: { 'daiyu/runtime': [join(root, 'runtime', 'index.ts')] },
  },
  include: ['**/*.ts'],
}

// What the types say to who uses them; each expected error is an error when it does not come.
const use = (module: string): string => `
import { settle, type SettleInput, type SettleOutput } from '${module}'
declare const input: SettleInput
const output: SettleOutput = settle(input)
export const fund: string = output.fund
export const edition: '2023' = output.edition
export const retired: SettleInput = { ...input, person: { ...input.person, status: 'retired' } }
// @ts-expect-error a member that there is not
export const wrongMember: SettleInput = { ...input, person: { ...input.person, status: 'dead' } }
// @ts-expect-error an amount is text or a whole number
export const wrongAmount: SettleInput = { ...input, costs: { ...input.costs, total: true } }
// @ts-expect-error a field is missing
export const missing: SettleInput = { person: input.person }
// @ts-expect-error the output is read only
output.fund = '0.00'
`

test('tsc accepts the application, by the types that stand beside its policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-app-'))
  try {
    const app = join(root, 'test', 'example-app')
    const typeRoots = [join(root, 'node_modules', '@types')]
    const compilerOptions = { ...tsconfig.compilerOptions, module: 'ESNext', moduleResolution: 'Bundler', typeRoots }
    const options = { ...compilerOptions, types: ['node'], allowArbitraryExtensions: true }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: [join(app, 'main.ts')] }),
    )
    expect(compiled(folder)).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('tsc accepts what is generated', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-accepted-'))
  try {
    const draw = drawFrom(Number(process.env['FC_SEED']))
    for (let round = 0; round < rounds; round++) {
      const program = randomProgram(draw)
      const { code } = await emitTypeScript(program, new Map())
      writeFileSync(join(folder, `random${round}.ts`), code)
      writeFileSync(join(folder, `random${round}.columns.ts`), toColumns(program, `./random${round}.js`).code)
    }
    writeFileSync(
      join(folder, 'large.ts'),
      (await emitTypeScript(randomProgram(draw, { size: 450, isCalm: true }), new Map())).code,
    )
    writeFileSync(join(folder, 'hostile.ts'), (await emitTypeScript(hostileProgram, new Map())).code)
    for (const [index, { program }] of forms.entries()) {
      writeFileSync(join(folder, `form${index}.ts`), (await emitTypeScript(program, new Map())).code)
    }
    const files = [...ningboTexts].map(([name, text]) => ({ name, text }))
    writeFiles(folder, await columnsFiles([ningbo()], files, folder))
    writeFileSync(join(folder, 'use-ts.ts'), use('./ningbo.employee.settle.js'))
    for (const runtime of ['inside', 'outside'] as const) {
      writeFiles(join(folder, runtime), await javaScriptFiles([ningbo()], files, folder, runtime))
      writeFileSync(join(folder, runtime, 'use.ts'), use('./ningbo.employee.settle.js'))
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
    expect(compiled(folder)).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function compiled(folder: string): string {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

function drawFrom(seed: number): (choices: number) => number {
  const random = seededRandom(seed)
  return (choices) => Math.floor(random() * choices)
}
