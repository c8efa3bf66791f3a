import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Draw } from '../random/draw.ts'
import { smallPolicy } from '../random/small.ts'

/** The numbers of a small policy: a deductible by category, bands with rates, a second layer over what is left. */
export interface Numbers {
  readonly deductibles: readonly [number, number]
  readonly edges: readonly [number, number]
  readonly rates: readonly [number, number, number]
  readonly cap: number
  readonly topRate: number
  readonly since: number
}

export function randomNumbers(draw: Draw): Numbers {
  const edge = 20 + draw(60)
  return {
    deductibles: [draw(30), draw(30)],
    edges: [edge, edge + 10 + draw(90)],
    rates: [50 + draw(50), 50 + draw(50), draw(100)],
    cap: 10 + draw(40),
    topRate: draw(101),
    since: 1 + draw(28),
  }
}

/** The same with one number a little different, or none. */
export function variant(draw: Draw, numbers: Numbers): Numbers {
  const step = draw(2) === 0 ? 1 : -1
  const [low, high] = numbers.edges
  switch (draw(9)) {
    case 0:
      return { ...numbers, deductibles: [numbers.deductibles[0] + 1, numbers.deductibles[1]] }
    case 1:
      return { ...numbers, deductibles: [numbers.deductibles[1], numbers.deductibles[0]] }
    case 2:
      return { ...numbers, edges: [low + step, high] }
    case 3:
      return { ...numbers, edges: [low, high + 0.01] }
    case 4:
      return { ...numbers, rates: [numbers.rates[0] + step, numbers.rates[1], numbers.rates[2]] }
    case 5:
      return { ...numbers, cap: numbers.cap + step }
    case 6:
      return { ...numbers, topRate: Math.max(0, Math.min(100, numbers.topRate + step)) }
    case 7:
      return { ...numbers, since: numbers.since === 1 ? 2 : numbers.since - 1 }
    default:
      return numbers
  }
}

export const smallOutputs = [
  '自付 selfPaid 金额',
  '基金 fundPays 金额',
  '余额 leftOver 金额',
  '大病 topUp 金额',
  '个人 person 金额',
]

const yuan = (value: number): string => `${Number(value.toFixed(2))}元`

/** `isRenamed`: the same rules in another order, with other local names and a table split in two. */
export function rulesOf(
  { deductibles: [a, b], edges: [low, high], rates, cap, topRate, since }: Numbers,
  isRenamed = false,
): string {
  const standard = isRenamed ? '门槛' : '起付'
  const table = isRenamed
    ? `  适用于 类别 属于 甲类：
    ${standard} 是指 ${yuan(a)}
  适用于 类别 属于 乙类：
    ${standard} 是指 ${yuan(b)}`
    : `  表格 ${standard} 按照 类别
    | 甲类 | ${yuan(a)} |
    | 乙类 | ${yuan(b)} |`
  const bands = `  分段 比例 随着 年内
    | 不超过 ${yuan(low)} | ${rates[0]}% |
    | ${yuan(low)}—${yuan(high)}（含） | ${rates[1]}% |
    | 超过 ${yuan(high)} | ${rates[2]}% |`
  const splits = `  例外「新规定」始于 2023年1月${since}日 如果 类别 属于 乙类：${standard} 改为 ${yuan(a + 3)}
  分担 总额
    至多 ${standard} 计入 自付
    其余 计入 共负
  分担 共负 分段起于 年内
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 余额
  累计 年内 增加 共负`
  const rest = isRenamed ? '自付 + 余额' : '余额 + 自付'
  const top = `  超出 是指 ${rest} − ${yuan(cap)} 不足为零
  大病 是指 ${topRate}% × 超出 四舍五入到分
  个人 是指 总额 − 基金 − 大病`
  return (isRenamed ? [splits, top, bands, table] : [table, bands, splits, top]).join('\n')
}

export function small(rules: string): Program {
  const { programs, problems } = compile(smallPolicy(smallOutputs, rules))
  const [program] = programs
  if (!program) throw new Error(JSON.stringify(problems.map(({ code, span }) => ({ code, span }))))
  return program
}
