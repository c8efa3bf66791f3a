import type { SourceFile } from '../../compiler/compile.ts'

const RULES_PER_ARTICLE = 5

/** A policy of so many rules, in articles of five that look like those of a circular; without problems. */
export function largePolicy(rules: number): readonly [vocabulary: SourceFile, policy: SourceFile] {
  const numbers = Array.from({ length: Math.ceil(rules / RULES_PER_ARTICLE) }, (_, index) => index + 1)
  return [
    { name: 'large.policy', text: vocabulary(numbers) },
    { name: 'policy.policy', text: `${header}${numbers.map(article).join('')}` },
  ]
}

const header = `政策 test.large「许多条文」
引用「large」
事项 结算
来源 文件「文件」官方
版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日期
`

const article = (number: number) => `
条文 文件「第${number}条」
  原文「第${number}条：起付线以下由个人负担，其余由基金按比例支付。」
  表格 起付标准${number} 按照 类别
    | 甲类 | 1200元 |
    | 乙类 |  600元 |
    | 其他 |  300元 |
  分段 自付比例${number} 随着 累计${number}
    | 类别                 | 甲类 | 其他 |
    |----------------------|------|------|
    | 不超过 3.5万元       |  20% |  15% |
    | 3.5万元—7万元（含） |  15% |  10% |
    | 超过 7万元           |   5% | 同左 |
  支付比例${number} 是指 100% − 自付比例${number}
  分担 费用${number} 分段起于 累计${number}
    至多 起付标准${number}                   计入 起付线${number}
    按比例 支付比例${number} 四舍五入到分  计入 基金${number}
    其余                          计入 自付${number}
  累计 累计${number} 增加 费用${number}
`

const vocabulary = (numbers: readonly number[]) => `词汇「许多」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
  | 丙类 | third  |
记录 就医 visit
  | 结算日期 | visit.on   | 日期 | 未填 |
  | 类别     | visit.kind | 类别 | 未填 |
记录 账单 costs
${numbers.map((number) => `  | 费用${number} | costs.c${number} | 金额 | 未填 |\n`).join('')}记录 年度 year
${numbers.map((number) => `  | 累计${number} | year.y${number} | 金额 | 未填 |\n`).join('')}记录 结果 result
${numbers
  .map(
    (number) =>
      `  | 起付线${number} | d${number} | 金额 | 未填 |\n  | 基金${number} | f${number} | 金额 | 未填 |\n  | 自付${number} | p${number} | 金额 | 未填 |\n`,
  )
  .join('')}事项 结算 settle
  | 输入 | 就医、账单、年度 |
  | 输出 | 结果、年度 |
`
