import { expect } from 'vitest'
import { compile, type Compilation, type SourceFile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { OutputRecord } from '../../compiler/interpret/evaluation.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { outcome, runCode } from '../typescript/generated.ts'

const vocabulary = `词汇「补贴」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
选项 办法 Way
  | 老办法 | old   |
  | 新办法 | new   |
  | 另办法 | third |
记录 申请 request
  | 申请日期 | request.on     | 日期 | 未填 |
  | 申请金额 | request.amount | 金额 | 未填 |
  | 申请类别 | request.kind   | 类别 | 未填 |
记录 结果 result
  | 补贴     | subsidy | 金额 | 未填 |
  | 自付     | rest    | 金额 | 未填 |
  | 适用办法 | way     | 办法 | 未填 |
事项 核定 settle
  | 输入 | 申请 |
  | 输出 | 结果 |
`

const head = `政策 test.amend「修订」
引用「words」
事项 核定
来源 文件「文件」官方
`

/** Compiles a policy from what follows its head, with modules by their names. */
export function compiled(
  rules: string,
  modules: Readonly<Record<string, string>> = {},
  readings: Readonly<Record<string, string>> = {},
): Compilation {
  return compile(filesOf(rules, modules), readings)
}

/** The codes of what is wrong, warnings included. */
export function codesOf(rules: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  return compiled(rules, modules).problems.map(({ code, facts }) => `${code} ${String(facts['name'] ?? '')}`.trim())
}

function filesOf(rules: string, modules: Readonly<Record<string, string>>): readonly SourceFile[] {
  const uses = Object.keys(modules).map((name) => `引用「${name}」\n`)
  return [
    { name: 'words.policy', text: vocabulary },
    ...Object.entries(modules).map(([name, text]) => ({
      name: `${name}.policy`,
      text: `模块「${name}」\n来源 文件「文件」官方\n${text}`,
    })),
    { name: 'amend.policy', text: head.replace('事项', `${uses.join('')}事项`) + rules },
  ]
}

interface SmallCase {
  readonly amount?: string
  readonly kind?: 'first' | 'second'
}

/** What an edition makes of a case, whatever its date; by the interpreter. */
export function under(
  { programs, problems }: Compilation,
  edition: string,
  { amount = '100', kind = 'first' }: SmallCase = {},
): OutputRecord {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const program = programs.find((each) => each.edition.name === edition)
  if (!program) throw new Error(`there is no edition ${edition}`)
  const result = interpret(program, { request: { on: '2023-05-01', amount, kind } }, { isReplay: true })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.evaluation.output
}

/** The subsidy of 100 yuan under an edition, for the first and the second kind. */
export function subsidies(compilation: Compilation, edition: string): readonly unknown[] {
  return (['first', 'second'] as const).map((kind) => under(compilation, edition, { kind })['subsidy'])
}

/** The same case by the interpreter and by generated TypeScript, on a date at which the edition is in force. */
export async function bothOf({ programs }: Compilation, edition: string, cases: readonly unknown[]) {
  const program = programs.find((each) => each.edition.name === edition)!
  const { code } = await emitTypeScript(program, new Map())
  const settle = await runCode(code)
  return cases.map((input) => {
    const interpreted = interpret(program, input)
    return {
      interpreted: interpreted.ok ? interpreted.evaluation.output : interpreted.issues,
      generated: outcome(settle, input),
    }
  })
}
