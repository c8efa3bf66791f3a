import type { ProblemCode } from '../../compiler/problem/code.ts'

/** A mistake as an author makes it: what is written instead of what, and what has to be said about it. */
export interface Mistake {
  readonly name: string
  readonly written: string
  readonly instead: string
  readonly code: ProblemCode
  /** The line that is pointed at, and the part of it. */
  readonly line: string
  readonly excerpt: string
  /** What the message has to name, in both languages and in each of them. */
  readonly names: readonly string[]
  readonly zh?: string
  readonly en?: string
}

/** The sixteen mistakes, in places that do not hide one another. */
export const mistakes: readonly Mistake[] = [
  {
    name: '1. a name misspelt',
    written: '累计 年内门诊自负 增加 门诊自负',
    instead: '累计 年内门诊自负 增加 门珍自负',
    code: 'unknown-name',
    line: '累计 年内门诊自负 增加 门珍自负',
    excerpt: '门珍自负',
    names: ['门珍自负', '门诊自负'],
  },
  {
    name: '2. a member misspelt',
    written: '如果 医疗类别 属于 家庭病床：起付标准 改为 0元',
    instead: '如果 医疗类别 属于 家庭病房：起付标准 改为 0元',
    code: 'unknown-member',
    line: '例外「家庭病床不设起付线」始于 2023年2月1日 如果 医疗类别 属于 家庭病房：起付标准 改为 0元',
    excerpt: '家庭病房',
    names: ['医疗类别', '家庭病房', '家庭病床'],
  },
  {
    name: '3. a keyword misspelt',
    written: '表格 备案期满 按照 备案类型',
    instead: '表格 备案期满 按找 备案类型',
    code: 'misspelt-keyword',
    line: '表格 备案期满 按找 备案类型',
    excerpt: '按找',
    names: ['按找', '按照'],
  },
  {
    name: '4. a middle band missing',
    written: '      | 5000元—2万元（含） | 80% |\n',
    instead: '',
    code: 'band-gap',
    line: '| 2万元—50万元（含） | 90% |',
    excerpt: '| 2万元—50万元（含） | 90% |',
    names: ['大病支付比例'],
    zh: '5000元至2万元',
    en: 'from 5000 to 20000 yuan',
  },
  {
    name: '5. an upper edge missing in a middle band',
    written: '| 2万元—50万元（含） | 90% |',
    instead: '| 超过 2万元          | 90% |',
    code: 'band-overlap',
    line: '| 超过 50万元         |  0% |',
    excerpt: '| 超过 50万元         |  0% |',
    names: ['大病支付比例'],
    zh: '50万元以上',
    en: 'above 500000 yuan',
  },
  {
    name: '6. no last band',
    written: '      | 超过 7万元           |   5% | 同左 | 同左 | 同左 |\n',
    instead: '',
    code: 'band-gap',
    line: '| 3.5万元—7万元（含） |  10% |  15% |   5% |  10% |',
    excerpt: '| 3.5万元—7万元（含） |  10% |  15% |   5% |  10% |',
    names: ['个人自付比例'],
    zh: '7万元以上',
    en: 'above 70000 yuan',
  },
  {
    name: '7. no row for some member, and no 其他',
    written: '    | 其他               |  0个百分点 |\n',
    instead: '',
    code: 'table-gap',
    line: '表格 异地下浮幅度 按照 就医情形',
    excerpt: '异地下浮幅度',
    names: ['异地下浮幅度', '就医情形 = 本地'],
  },
  {
    name: '8. an edge in percent',
    written: '| 不超过 3.5万元       |  15% |  20% |  10% |  15% |',
    instead: '| 不超过 35%           |  15% |  20% |  10% |  15% |',
    code: 'band-edge-type',
    line: '| 不超过 35%           |  15% |  20% |  10% |  15% |',
    excerpt: '35%',
    names: [],
    zh: '分段的界应是金额，写的却是比例',
    en: 'has to be an amount of money; this is a rate',
  },
  {
    name: '9. days subtracted from money',
    written: '至多 门诊自负额度 − 年内门诊自负 不足为零  计入 门诊自负',
    instead: '至多 门诊自负额度 − 15日 不足为零  计入 门诊自负',
    code: 'operator-types',
    line: '至多 门诊自负额度 − 15日 不足为零  计入 门诊自负',
    excerpt: '门诊自负额度 − 15日',
    names: ['“−”'],
    zh: '一边是金额，另一边是天数',
    en: 'an amount of money, on the other a number of days',
  },
  {
    name: '10. 20 where 20 % is meant',
    written: '| 三级     |  25% | 同左 |',
    instead: '| 三级     |   25 | 同左 |',
    code: 'bare-number-for-rate',
    line: '| 三级     |   25 | 同左 |',
    excerpt: '25',
    names: ['“25”', '25%'],
  },
  {
    name: '11. 0.08 for a rate',
    written: '个人自付比例 是指 8%',
    instead: '个人自付比例 是指 0.08',
    code: 'bare-number-for-rate',
    line: '个人自付比例 是指 0.08',
    excerpt: '0.08',
    names: ['“0.08”', '8%'],
  },
  {
    name: '12. edges out of order',
    written: '| 3.5万元—7万元（含） |',
    instead: '| 7万元—3.5万元（含） |',
    code: 'band-reversed',
    line: '| 7万元—3.5万元（含） |  10% |  15% |   5% |  10% |',
    excerpt: '| 7万元—3.5万元（含） |  10% |  15% |   5% |  10% |',
    names: [],
    zh: '从 7万元到 3.5万元',
    en: 'from 70000 to 35000 yuan',
  },
  {
    name: '13. a deductible above the first edge',
    written: '| 三级 | 1200元 |',
    instead: '| 三级 | 12万元 |',
    code: 'deductible-above-first-edge',
    line: '| 三级 | 12万元 |',
    excerpt: '12万元',
    names: ['本次起付线'],
    zh: '12万元，超过了第一段的上限 3.5万元',
    en: '120000 yuan, more than the end of the first band, 35000 yuan',
  },
  {
    name: '14. a row that can never apply',
    written: '    | 省内异地     | 就医地 属于 所在省（参保地） |\n',
    instead:
      '    | 省内异地     | 就医地 属于 所在省（参保地） |\n    | 本地         | 就医地 属于 参保地 并且 急诊抢救标志 |\n',
    code: 'row-never-applies',
    line: '| 本地         | 就医地 属于 参保地 并且 急诊抢救标志 |',
    excerpt: '| 本地         | 就医地 属于 参保地 并且 急诊抢救标志 |',
    names: ['就医情形'],
  },
  {
    name: '15. a cycle',
    written: '医疗救助支付 是指 0元',
    instead: '医疗救助支付 是指 基金支付总额 × 5% 四舍五入到分',
    code: 'cycle',
    line: '医疗救助支付 是指 基金支付总额 × 5% 四舍五入到分',
    excerpt: '医疗救助支付',
    names: ['医疗救助支付 → 基金支付总额 → 医疗救助支付'],
  },
  {
    name: '16. a name stated twice',
    written: '  参保地 是指 宁波市\n',
    instead: '  参保地 是指 宁波市\n  参保地 是指 上海\n',
    code: 'defined-twice',
    line: '参保地 是指 上海',
    excerpt: '参保地',
    names: ['参保地'],
  },
]
