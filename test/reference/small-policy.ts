import { compile, type Compilation } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { OutputValue } from '../../compiler/interpret/evaluation.ts'

/** A vocabulary with something of everything, and the head of a policy that rules are put under. */
const vocabulary = `词汇「小例子」
选项 人员类别 PersonStatus
  | 成年居民 | adult   |
  | 学生儿童 | student |
选项 医院等级 Tier
  | 三级 | tertiary  |
  | 二级 | secondary |
  | 一级 | primary   |
选项 就医情形 Setting
  | 本地 | local |
  | 外地 | away  |
地区
  | 海滨市 | haibin   | 「339900」 |
  | 上海   | shanghai | 「310000」 |
记录 就医 visit
  | 人员类别 | visit.status    | 人员类别 | 未填 |
  | 医院等级 | visit.tier      | 医院等级 | 未填 |
  | 就医地   | visit.place     | 行政区划 | 未填 |
  | 出生日期 | visit.birthDate | 日期     | 未填 |
  | 结算日期 | visit.settledOn | 日期     | 未填 |
  | 低保对象 | visit.lowIncome | 是否     | 未填 |
  | 急诊     | visit.emergency | 是否     | 未填 |
清单 备案 filings
  | 备案地区 | filing.region | 行政区划     | 未填 |
  | 生效日期 | filing.from   | 日期         | 未填 |
  | 终止日期 | filing.until  | 可空（日期） | 未填 |
  | 备案费用 | filing.cost   | 金额         | 未填 |
记录 账单 costs
  | 总额   | costs.total  | 金额         | 未填 |
  | 自费额 | costs.own    | 金额         | 未填 |
  | 补助额 | costs.aid    | 可空（金额） | 未填 |
  | 月数   | costs.months | 月数         | 未填 |
记录 年度累计 yearToDate
  | 年内费用   | yearToDate.spent  | 金额 | 未填 |
  | 年内起付线 | yearToDate.paid   | 金额 | 未填 |
记录 结果 result
  | 情形     | setting | 就医情形 | 未填 |
  | 基金     | fund    | 金额     | 未填 |
  | 大病     | illness | 金额     | 未填 |
  | 个人     | person  | 金额     | 未填 |
事项 结算 settle
  | 输入 | 就医、备案、账单、年度累计 |
  | 输出 | 结果、年度累计             |
`

const head = `政策 small「小例子」
引用「vocabulary」
事项 结算
来源 办法「办法」官方
版本「2024」始于 2024年1月1日 止于 2024年12月31日 选用依据 结算日期
条文 办法「一」
  原文「小例子」
  依次判定 情形
    | 本地 | 就医地 属于 海滨市 |
    | 外地 | 其他               |
`

/** What a case is, where a test says nothing else. */
const ordinary = {
  visit: {
    status: 'adult',
    tier: 'tertiary',
    place: '339900',
    birthDate: '1980-05-01',
    settledOn: '2024-06-01',
    lowIncome: false,
    emergency: false,
  },
  filings: [],
  costs: { total: '1000.00', own: '100.00', aid: null, months: 6 },
  yearToDate: { spent: '0.00', paid: '0.00' },
}

type Part = 'visit' | 'costs' | 'yearToDate'
export type Given = { readonly [Key in Part]?: object } & { readonly filings?: readonly object[] }

/** Outputs that a test does not speak of are zero; `rules` come after them in the same article. */
function compileSmall(rules: string): Compilation {
  const rest = ['基金', '大病', '个人'].filter(
    (name) => !new RegExp(`${name} 是指|计入 ${name}|(表格|依次判定) ${name}`).test(rules),
  )
  const zeros = rest.map((name) => `  ${name} 是指 0元\n`).join('')
  return compile([
    { name: 'vocabulary.policy', text: vocabulary },
    { name: 'small.policy', text: head + zeros + rules },
  ])
}

/** The codes of what is wrong, errors and warnings alike. */
export function problemsOf(rules: string): readonly string[] {
  return compileSmall(rules).problems.map(({ code }) => code)
}

/** What comes out, by the path of the output; or the code and path of what is wrong with the case. */
export function settleSmall(rules: string, given: Given = {}): Readonly<Record<string, OutputValue>> | string {
  const { programs, problems } = compileSmall(rules)
  const [program] = programs
  if (!program) throw new Error(problems.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join('\n'))
  const input = {
    ...ordinary,
    ...given,
    visit: { ...ordinary.visit, ...given.visit },
    costs: { ...ordinary.costs, ...given.costs },
    yearToDate: { ...ordinary.yearToDate, ...given.yearToDate },
  }
  const result = interpret(program, input)
  if (!result.ok) return result.issues.map(({ code, path }) => `${code} ${path}`.trim()).join(', ')
  return result.evaluation.output
}
