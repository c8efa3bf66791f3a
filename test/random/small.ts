import type { SourceFile } from '../../compiler/compile.ts'

/** A policy of a few rules over a vocabulary that has something of everything; `outputs` are rows: label, identifier, type. */
export function smallPolicy(
  outputs: readonly string[],
  rules: string,
): readonly [vocabulary: SourceFile, policy: SourceFile] {
  const rows = outputs.map((output) => `  | ${output.split(' ').join(' | ')} | 未填 |`)
  return [
    { name: 'small.policy', text: vocabulary(rows.join('\n')) },
    { name: 'rules.policy', text: `${head}${rules}\n` },
  ]
}

const vocabulary = (outputs: string): string => `词汇「小例子」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
地区
  | 宁波市 | ningbo | 「330200」 |
记录 事由 case
  | 结算日 | case.on        | 日期         | 未填 |
  | 总额   | case.total     | 金额         | 未填 |
  | 类别   | case.kind      | 类别         | 未填 |
  | 系数   | case.factor    | 数值         | 未填 |
  | 月     | case.months    | 月数         | 未填 |
  | 补助   | case.aid       | 可空（金额） | 未填 |
  | 旧类   | case.formerly  | 可空（类别） | 未填 |
清单 明细 items
  | 单价   | item.price | 金额 | 未填 |
记录 年度 year
  | 年内 | year.sum | 金额 | 未填 |
记录 结果 result
${outputs}
事项 结算 settle
  | 输入 | 事由、明细、年度 |
  | 输出 | 结果、年度 |
`

const head = `政策 small「小例子」
引用「small」
事项 结算
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日
条文 文「一」
  原文「一」
`

/** An input for it, with other fields of the case, or another yearly sum, where they are given. */
export function smallInput(given: { readonly sum?: string; readonly [field: string]: unknown } = {}): unknown {
  const fields = {
    on: '2023-03-01',
    total: '100.00',
    kind: 'first',
    factor: '1.5',
    months: 3,
    aid: null,
    formerly: null,
  }
  const { sum = '0.00', ...rest } = given
  return { case: { ...fields, ...rest }, items: [{ price: '7.00' }, { price: '8.00' }], year: { sum } }
}
