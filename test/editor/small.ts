import { newWorkspace, type Analysis, type Workspace } from '../../compiler/editor/workspace.ts'

/** A vocabulary, a policy with two editions in Chinese, and one in English that uses the same vocabulary. */
const files = {
  'vocabulary.policy': `词汇「小例」
选项 医院等级 Tier
  | 三级 | tertiary  |
  | 社区 | community |
记录 账单 bill
  | 医院等级 | bill.tier      | 医院等级 | hosp_lv       |
  | 总额     | bill.total     | 金额     | medfee_sumamt |
  | 结算日期 | bill.settledOn | 日期     | 未填          |
记录 结果 result
  | 基金支付 | fund   | 金额 | hifp_pay |
  | 个人负担 | person | 金额 | 未填     |
事项 结算 settle
  | 输入 | 账单 |
  | 输出 | 结果 |
`,
  'zh.policy': `※ 一个小例子，
※ 两个版本。
政策 haibin.zh「小例」
引用「vocabulary」
事项 结算
来源 办法「海滨办法」官方
版本「2024」始于 2024年1月1日 止于 2024年12月31日 选用依据 结算日期
条文 办法「第一条」
  原文「社区医院报销八成。」对应 F01
  解读 R01「按总额」
    理由「没有别的」
  表格 报销比例 按照 医院等级
    | 三级 | 60% |
    | 社区 | 80% |
  降幅 是指 10个百分点
  调整 报销比例 下浮 降幅
  分担 总额
    按比例 报销比例 四舍五入到分  计入 基金支付
    其余                          计入 个人负担
版本「2025」始于 2025年1月1日 修订「2024」
条文 办法「第二条」
  原文「2025年起社区医院报销九成。」
  替换 表格 报销比例 按照 医院等级
    | 三级 | 60% |
    | 社区 | 90% |
名称对照
  | 办法     | measure   |
  | 报销比例 | fundRate  |
  | 降幅     | reduction |
示例「社区一百元」
  已知
    | 医院等级 | 社区         |
    | 总额     | 100元        |
    | 结算日期 | 2024年3月1日 |
  应得
    | 基金支付 | 70元 |
示例「算错了」沿用「社区一百元」
  已知
    | 总额 | 200元 |
  应得
    | 基金支付 | 150元 |
`,
  'en.policy': `policy haibin.en "small"
uses "vocabulary"
decision settle
source measure "Haibin measure" press
edition "2024" from 2024-01-01 selected by bill.settledOn
article measure "Article 1"
  quote "The fund pays 5% of the first 30 000 yuan, 10% up to 80 000, 20% of the rest."
  bands fundRate along bill.total
    | at most 3 wan yuan          |  5% |
    | 3 wan yuan .. 8 wan yuan (incl) | 10% |
    | more than 8 wan yuan        | 20% |
  split bill.total banded from 0 yuan
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  except "tertiary" if bill.tier in tertiary: fundRate becomes 1%
example "a hundred thousand"
  given
    | bill.tier      | community  |
    | bill.total     | 10 wan yuan |
    | bill.settledOn | 2024-03-01 |
  expect
    | fund | 10500 yuan |
`,
} as const

export function smallWorkspace(): Workspace {
  const workspace = newWorkspace()
  for (const [name, text] of Object.entries(files)) workspace.set(name, text)
  return workspace
}

/** Where a text stands: the first place, or a later one. */
export function offsetOf({ text }: Analysis, what: string, which = 1): number {
  const offset = [...text.matchAll(new RegExp(what.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'gu'))][which - 1]?.index
  if (offset === undefined) throw new Error(`no ${what}`)
  return offset
}

/** `12: 表格 报销比例`: the line of a place, and what is written from there to its end. */
export function shown(
  workspace: Workspace,
  { file, span }: { file: string; span: { start: number; end: number } },
): string {
  const text = workspace.files().find(({ name }) => name === file)!.text
  return `${file}:${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`
}
