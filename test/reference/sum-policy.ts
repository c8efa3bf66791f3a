import { compile } from '../../compiler/compile.ts'
import type { Compilation } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Value } from '../../compiler/interpret/evaluation.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import { show, type Fraction } from './fraction.ts'

/** A vocabulary with a field of every kind that can come in, and a policy that computes one sum, named 结果. */
const vocabulary = `词汇「算式」
选项 等级 Grade
  | 甲等 | first  |
  | 乙等 | second |
地区
  | 宁波市 | ningbo | 「330200」 |
记录 甲方 left
  | 甲金额 | left.money   | 金额     | 未填 |
  | 甲比例 | left.rate    | 比例     | 未填 |
  | 甲降低 | left.points  | 比例     | 未填 |
  | 甲数   | left.number  | 数值     | 未填 |
  | 甲月数 | left.months  | 月数     | 未填 |
  | 甲日   | left.date    | 日期     | 未填 |
  | 甲是否 | left.boolean | 是否     | 未填 |
  | 甲地   | left.region  | 行政区划 | 未填 |
  | 甲等级 | left.choice  | 等级     | 未填 |
记录 乙方 right
  | 乙金额 | right.money   | 金额     | 未填 |
  | 乙比例 | right.rate    | 比例     | 未填 |
  | 乙降低 | right.points  | 比例     | 未填 |
  | 乙数   | right.number  | 数值     | 未填 |
  | 乙月数 | right.months  | 月数     | 未填 |
  | 乙日   | right.date    | 日期     | 未填 |
  | 乙是否 | right.boolean | 是否     | 未填 |
  | 乙地   | right.region  | 行政区划 | 未填 |
  | 乙等级 | right.choice  | 等级     | 未填 |
记录 所得 result
  | 所得额 | amount | 金额 | 未填 |
事项 试算 try
  | 输入 | 甲方、乙方 |
  | 输出 | 所得       |
`

// Days come from no field: 30日 here, and another in the tests of written quantities.
const policy = (sum: string) => `政策 oneSum「算式」
引用「vocabulary」
事项 试算
来源 规定「规定」官方
版本「一」选用依据 甲日
条文 规定「一」
  原文「试算」
  甲百分点 是指 甲降低 − 0%
  乙百分点 是指 乙降低 − 0%
  甲天数 是指 30日
  乙天数 是指 45日
  甲周岁 是指 足岁（甲日、乙日）
  乙周岁 是指 足岁（乙日、甲日）
  分段 甲分段 随着 甲金额
    | 不超过 1万元 | 10% |
    | 超过 1万元   | 60% |
  分段 乙分段 随着 乙金额
    | 不超过 2万元 | 15% |
    | 超过 2万元   | 75% |
  分段 bandedRate 随着 乙金额
    | 不超过 2万元 | 15% |
    | 超过 2万元   | 75% |
  分段 各段比例 随着 乙金额
    | 不超过 2万元 | 15% |
    | 超过 2万元   | 75% |
  结果 是指 ${sum}
  所得额 是指 0元
`

/** The kinds of values, and the names that have them in the policy. */
export const sides = {
  money: ['甲金额', '乙金额'],
  rate: ['甲比例', '乙比例'],
  points: ['甲百分点', '乙百分点'],
  number: ['甲数', '乙数'],
  months: ['甲月数', '乙月数'],
  days: ['甲天数', '乙天数'],
  age: ['甲周岁', '乙周岁'],
  date: ['甲日', '乙日'],
  boolean: ['甲是否', '乙是否'],
  region: ['甲地', '乙地'],
  choice: ['甲等级', '乙等级'],
  schedule: ['甲分段', '乙分段'],
} as const
export type Kind = keyof typeof sides
export const kinds = Object.keys(sides) as Kind[]

/** The rates of 甲分段 and 乙分段, and where they change. */
export const bandsOf = [
  { edge: '10000', rates: ['0.1', '0.6'] },
  { edge: '20000', rates: ['0.15', '0.75'] },
] as const

export interface Side {
  readonly money: string
  readonly rate: string
  readonly points: string
  readonly number: string
  readonly months: number
  readonly date: string
}

/** Without warnings: the names that a sum does not use are not what is tested. */
export function compileSum(sum: string): Compilation {
  const compiled = compile([
    { name: 'vocabulary.policy', text: vocabulary },
    { name: 'sum.policy', text: policy(sum) },
  ])
  return { ...compiled, problems: compiled.problems.filter(({ severity }) => severity === 'error') }
}

export function typeOfSum({ programs }: Compilation): Type | null {
  return programs[0]?.definitions.find(({ id }) => id === '结果')?.type ?? null
}

/** The value of the sum as text, or the codes of the issues. */
export function valueOfSum(program: Program, left: Side, right: Side): string {
  const rest = { boolean: true, region: '330200', choice: 'first' }
  const result = interpret(program, { left: { ...left, ...rest }, right: { ...right, ...rest } })
  if (!result.ok) return result.issues.map(({ code, path }) => `${code} ${path}`.trim()).join(', ')
  return write(result.evaluation.values.get('结果'))
}

function write(value: Value | undefined): string {
  if (value?.kind === 'exact') return show({ top: value.exact.n, bottom: value.exact.d })
  if (value?.kind === 'date') return new Date(value.day * 86_400_000).toISOString().slice(0, 10)
  if (value?.kind !== 'schedule') return value?.kind ?? 'nothing'
  return writeBands(
    value.edges.map(({ n, d }) => ({ top: n, bottom: d })),
    value.rates.map(({ n, d }) => ({ top: n, bottom: d })),
  )
}

/** `1/10 to 10000, 3/5`. */
export function writeBands(edges: readonly Fraction[], rates: readonly Fraction[]): string {
  return rates
    .map((rate, band) => {
      const edge = edges[band]
      return edge ? `${show(rate)} to ${show(edge)}` : show(rate)
    })
    .join(', ')
}
