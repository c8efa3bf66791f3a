/** A policy of two editions that fits on a page. */

export const smallVocabulary = `词汇「补贴」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
记录 申请 request
  | 申请日期 | request.on     | 日期 | 未填 |
  | 申请金额 | request.amount | 金额 | 未填 |
  | 申请类别 | request.kind   | 类别 | 未填 |
记录 结果 result
  | 补贴 | subsidy | 金额 | 未填 |
  | 自付 | rest    | 金额 | 未填 |
事项 核定 settle
  | 输入 | 申请 |
  | 输出 | 结果 |
`

const header = `政策 test.small「小政策」
引用「words」
事项 核定
来源 文件「文件」官方
`

const edition = (
  year: number,
  rate: string,
) => `版本「${year}」始于 ${year}年1月1日 止于 ${year}年12月31日 选用依据 申请日期
条文 文件「${year}年」
  原文「补贴${rate}。」
  分担 申请金额
    按比例 ${rate} 四舍五入到分  计入 补贴
    其余                   计入 自付
`

export const smallPolicy = header + edition(2022, '50%') + edition(2023, '60%')

export const smallCase = { request: { on: '2023-05-01', amount: '100.01', kind: 'first' } }
