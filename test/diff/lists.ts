import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Draw } from '../random/draw.ts'

/** Numbers of a small policy that takes the items of a bill apart; amounts in fen, rates in tenths. */
export interface ItemPlan {
  /** By kind of item, of those that are in the list of prices at no rate of their own. */
  readonly rates: readonly [number, number]
  /** Per code: the rate, a ceiling, and from which day of January it holds. */
  readonly prices: readonly { readonly rate: number; readonly ceiling: number | null; readonly from: number }[]
  /** Items of less than this are not counted. */
  readonly counted: number
  readonly perItem: number
  readonly deductible: number
  readonly fundRate: number
  readonly mode: '四舍五入' | '向上取整' | '向下取整'
  /** One that has an item of the second kind pays no deductible. */
  readonly isWaived: boolean
}

export function randomItemPlan(draw: Draw): ItemPlan {
  return {
    rates: [draw(6), draw(11)],
    prices: Array.from({ length: 2 }, () => ({
      rate: draw(8),
      ceiling: draw(2) === 0 ? 2 + draw(6) : null,
      from: draw(2) === 0 ? 1 : 15,
    })),
    counted: draw(4),
    perItem: draw(3),
    deductible: draw(6),
    fundRate: 5 + draw(6),
    mode: (['四舍五入', '四舍五入', '向上取整', '向下取整'] as const)[draw(4)]!,
    isWaived: draw(2) === 0,
  }
}

/** The same with one number a little different, or none. */
export function itemVariant(draw: Draw, plan: ItemPlan): ItemPlan {
  const [low, high] = plan.rates
  const [first, second] = plan.prices
  const up = (rate: number): number => (rate < 10 ? rate + 1 : rate - 1)
  switch (draw(11)) {
    case 0:
      return { ...plan, rates: [up(low), high] }
    case 1:
      return { ...plan, rates: [high, low] }
    case 2:
      return { ...plan, prices: [{ ...first!, rate: up(first!.rate) }, second!] }
    case 3:
      return { ...plan, prices: [first!, { ...second!, ceiling: (second!.ceiling ?? 3) + 1 }] }
    case 4:
      return { ...plan, prices: [{ ...first!, from: 16 - first!.from }, second!] }
    case 5:
      return { ...plan, counted: plan.counted + 1 }
    case 6:
      return { ...plan, perItem: plan.perItem + 1 }
    case 7:
      return { ...plan, deductible: plan.deductible + 1 }
    case 8:
      return { ...plan, isWaived: !plan.isWaived }
    case 9:
      return { ...plan, mode: plan.mode === '四舍五入' ? '向下取整' : '四舍五入' }
    default:
      return plan
  }
}

export const codes = ['A', 'B', 'X']

/** `isRewritten`: the same in other words: another order, a table as two rules, the rest as a difference. */
export function itemProgram(plan: ItemPlan, isRewritten = false): Program {
  const files = [
    { name: 'items.policy', text: vocabulary },
    { name: 'prices.csv', text: pricesOf(plan) },
    { name: 'rules.policy', text: `${head}${rulesOf(plan, isRewritten)}\n` },
  ]
  const { programs, problems } = compile(files)
  const [program] = programs
  if (!program) throw new Error(JSON.stringify(problems))
  return program
}

const vocabulary = `词汇「清单」
选项 项类 ItemKind
  | 药   | drug    |
  | 诊疗 | service |
记录 事由 case
  | 结算日 | case.on | 日期 | 未填 |
清单 明细 items
  | 编码号 | item.code   | 编码 | 未填 |
  | 项类别 | item.kind   | 项类 | 未填 |
  | 金额数 | item.amount | 金额 | 未填 |
资料 价目 prices「prices.csv」
  | 价目编码 | price.code    | 编码         |
  | 价目比例 | price.rate    | 比例         |
  | 价目限额 | price.ceiling | 可空（金额） |
  | 价目起日 | price.from    | 可空（日期） |
记录 结果 result
  | 超限 | over    | 金额 | 未填 |
  | 先付 | first   | 金额 | 未填 |
  | 可报 | covered | 金额 | 未填 |
  | 总额 | total   | 金额 | 未填 |
  | 手续 | fee     | 金额 | 未填 |
  | 起付 | own     | 金额 | 未填 |
  | 基金 | fund    | 金额 | 未填 |
  | 余额 | rest    | 金额 | 未填 |
  | 个人 | person  | 金额 | 未填 |
事项 结算 settle
  | 输入 | 事由、明细 |
  | 输出 | 结果       |
`

const head = `政策 small「清单」
引用「items」
事项 结算
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日
条文 文「一」
  原文「一」
`

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)}元`

function pricesOf({ prices }: ItemPlan): string {
  const rows = prices.map(
    ({ rate, ceiling, from }, index) =>
      `${codes[index]},${rate * 10}%,${ceiling === null ? '' : (ceiling / 100).toFixed(2)},${from === 1 ? '' : `2023-01-${from}`}`,
  )
  return ['价目编码,价目比例,价目限额,价目起日', ...rows, ''].join('\n')
}

function rulesOf(plan: ItemPlan, isRewritten: boolean): string {
  const { rates, counted, perItem, deductible, fundRate, mode, isWaived } = plan
  const each = `  每项 明细：
    对照 价目：价目编码 等于 编码号 并且 价目起日 不晚于 结算日
    超额 是指 金额数 −（价目限额 未填则 金额数）不足为零
    计数 是指 金额数 不低于 ${yuan(counted)}
`
  const rate = isRewritten
    ? `    类别比例 是指 ${rates[0] * 10}%
    例外「诊疗」如果 项类别 属于 诊疗：类别比例 改为 ${rates[1] * 10}%
`
    : `    表格 类别比例 按照 项类别
      | 药   | ${rates[0] * 10}% |
      | 诊疗 | ${rates[1] * 10}% |
`
  const split = `    分担 金额数
      至多 超额                                计入 超限
      按比例 价目比例 未填则 类别比例 ${mode}到分  计入 先付
      其余                                     计入 可报
`
  const total = isRewritten ? '合计 明细 取值 金额数' : '超限 + 先付 + 可报'
  const after = `条文 文「二」
  原文「二」
  有诊疗 是指 任一 明细 满足 项类别 属于 诊疗
  笔数 是指 个数 明细 满足 计数
  总额 是指 ${total}
  手续 是指 ${yuan(perItem)} × 笔数
  门槛 是指 ${yuan(deductible)}
${isWaived ? `  例外「免」如果 有诊疗：门槛 改为 0元\n` : ''}  分担 可报
    至多 门槛 计入 起付
    按比例 ${fundRate * 10}% 四舍五入到分 计入 基金
    其余 计入 余额
  个人 是指 总额 − 基金 + 手续
`
  return (isRewritten ? [each, split, rate] : [each, rate, split]).join('') + after
}
