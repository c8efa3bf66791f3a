import { compile, type SourceFile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { toPlatform } from '../../compiler/platform/to-platform.ts'

const vocabulary = `词汇「小」
记录 账单 bill
  | 总额     | bill.total | 金额 | 未填 |
  | 结算日期 | bill.on    | 日期 | 未填 |
记录 年度 year
  | 年内费用 | year.cost | 金额 | S0000 |
记录 结果 result
  | 总费用   | settled.total  | 金额 | medfee_sumamt   |
  | 范围费用 | settled.within | 金额 | inscp_scp_amt   |
  | 起付线   | settled.first  | 金额 | act_pay_dedc    |
  | 基金支付 | settled.fund   | 金额 | hifp_pay        |
  | 基金合计 | settled.funds  | 金额 | fund_pay_sumamt |
  | 个人分担 | settled.shared | 金额 | 未填            |
  | 个人负担 | settled.person | 金额 | psn_part_amt    |
事项 结算 settle
  | 输入 | 账单、年度 |
  | 输出 | 结果、年度 |
`

/** 70% to the fund above 100 yuan; the person's share is what comes first. */
const usual = `  范围费用 是指 总额
  分担 总额
    至多 100元 计入 起付线
    其余 计入 共负段
  分担 共负段
    按比例 30% 四舍五入到分 计入 个人分担
    其余 计入 基金支付
`

/** A small policy whose outputs are fields of the platform: with these 平台 rows, and these rules of sharing. */
export function page(...rows: string[]): readonly SourceFile[] {
  return policyOf(usual, rows)
}

function policyOf(rules: string, rows: readonly string[], person = '总额 − 基金支付'): readonly SourceFile[] {
  const text = `政策 small「小政策」
引用「vocabulary」
事项 结算
来源 文件「文件」官方
版本「一」始于 2023年1月1日 选用依据 结算日期
条文 文件「第一条」
  累计年度 始于 1月1日
  原文「原文。」对应 F001
${rules}  原文「其他。」对应 F002
  总费用 是指 总额
  基金合计 是指 基金支付
  个人负担 是指 ${person}
  累计 年内费用 增加 范围费用
平台
${rows.map((row) => `  ${row}\n`).join('')}`
  return [
    { name: 'vocabulary.policy', text: vocabulary },
    { name: 'small.policy', text: rows.length > 0 ? text : text.replace('平台\n', '') },
  ]
}

/** What a bill of so many yuan comes to on the platform under these rules. */
export function settle(total: string, rules = usual, rows: readonly string[] = [], person?: string) {
  const { programs, problems } = compile(policyOf(rules, rows, person))
  const [program] = programs
  if (!program) throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === 'error')))
  const result = interpret(program, { bill: { total, on: '2023-03-05' }, year: { cost: '0' } })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return toPlatform(program, result.evaluation)
}
