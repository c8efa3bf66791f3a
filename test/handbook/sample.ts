/** A policy with one of everything that a handbook shows. Its figures are of this test only. */
import { compile, type Readings } from '../../compiler/compile.ts'
import { inLanguage } from '../../compiler/handbook/in-language.ts'
import { toHandbook } from '../../compiler/handbook/to-handbook.ts'
import type { Language } from '../../grammar/tree.ts'

const vocabulary = `词汇「试」
选项 等级 Tier
  | 三级 | tertiary  |
  | 二级 | secondary |
  | 一级 | primary   |
选项 人员 Status
  | 在职 | active  |
  | 退休 | retired |
地区
  | 海滨 | haibin  | 「339900」 |
  | 山前 | shanqian | 「339800」 |
记录 就医 visit
  | 结算日期 | visit.on     | 日期     | setl_time |
  | 医院等级 | visit.tier   | 等级     | hosp_lv   |
  | 人员类别 | visit.status | 人员     | 未填      |
  | 就医地   | visit.place  | 行政区划 | 未填      |
  | 医疗费   | visit.cost   | 金额     | 未填      |
记录 结果 result
  | 基金支付 | fund   | 金额 | hifp_pay |
  | 个人负担 | person | 金额 | 未填     |
平台
  | fund_pay_type | 「310100」 | 「统筹基金」 | 基金支付 |
事项 结算 settle
  | 输入 | 就医 |
  | 输出 | 结果 |
`

const shared = `模块「各地共用」
来源 报道「海滨日报」报刊

条文 报道「封顶」
  原文「每次不超过二十万元。」对应 H09
  封顶额 是指 20万元
  用不到的数 是指 1元
`

const policy = `※ 政策上面的说明。
政策 haibin.try「海滨试行办法」
引用「words」
引用「shared」
事项 结算
来源 办法「试行办法」官方
来源 传闻「网上的说法」待核

条文 办法「第一条」
  原文「按等级和人员确定比例。」对应 H01、H02
  解读 R1「一级、二级相同」对应 H02 理由「办法只分两档」
    另解 apart「不分人员」
  表格 档次比例 按照 医院等级
    | 三级 | 70% |
    | 其他 | 85% |

  表格 档次比例 按照 医院等级
    | 人员类别 | 在职 | 退休 |
    |----------|------|------|
    | 三级     |  70% | 同左 |
    | 其他     |  80% |  90% |
  表格 地区系数 按照 就医地
    | 海滨、山前 |   1 |
    | 其他       | 0.9 |
  调整 档次比例 乘以 地区系数

  原文「分段计算。」
  分段 分段比例 随着 医疗费
    | 不超过 3.5万元      |      80% |
    | 3.5万元—7万元（含） | 档次比例 |
    | 超过 7万元          | 加成比例 |
  支付上限 是指 较小者（封顶额、医疗费）
  分担 支付上限 分段起于 0元
    按比例 分段比例 四舍五入到分  计入 基金支付
    其余                          计入 个人部分
  个人负担 是指 医疗费 − 基金支付
  不作规则「本办法由医保局解释。」对应 H03
    理由「不影响金额」

条文 传闻「据说」
  原文「超过七万元的按九成五。」
  加成比例 是指 95%

资料 限额 limits「limits.csv」
  | 限额等级 | limit.tier | 等级 |
  | 每次限额 | limit.most | 金额 |

版本「旧」止于 2023年12月31日 选用依据 结算日期

版本「新」始于 2024年1月1日 修订「旧」

条文 办法「修订」
  原文「比例改为八成。」
  替换 加成比例 是指 96%
  对照 限额：限额等级 等于 医院等级

保证「不为负」个人负担 不低于 0元

※ 3.5万元 × 80% = 28 000元。
示例「三级，在职」
  已知
    | 结算日期 | 2023年6月1日 |
    | 医院等级 | 三级         |
    | 人员类别 | 在职         |
    | 就医地   | 海滨         |
    | 医疗费   | 3.5万元      |
  应得
    | 基金支付 | 28000元 |
示例「写错的一例」沿用「三级，在职」
  应得
    | 基金支付 | 28001元 |

名称对照
  | 办法     | measure    |
  | 档次比例 | tierRate   |
  | 地区系数 | areaFactor |
  | 分段比例 | bandRate   |
  | 加成比例 | topRate    |
  | 支付上限 | payable    |
  | 个人部分 | ownPart    |
`

const files = [
  { name: 'haibin.policy', text: policy },
  { name: 'shared.policy', text: shared },
  { name: 'words.policy', text: vocabulary },
  { name: 'limits.csv', text: '限额等级,每次限额\n三级,3000\n二级,2000\n一级,1000\n' },
]

/** The page of the sample, after replacing texts in its files. */
export function samplePage(
  language: Language,
  replacements: Readonly<Record<string, string>> = {},
  readings: Readings = {},
): string {
  const changed = files.map(({ name, text }) => ({
    name,
    text: Object.entries(replacements).reduce((all, [old, by]) => all.replaceAll(old, () => by), text),
  }))
  const given = compile(changed, readings)
  const errors = given.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const { files: converted, compilation } = inLanguage(changed, given, language)
  const [bound] = compilation.policies
  if (bound === undefined) throw new Error('no policy')
  return toHandbook({ policy: bound, programs: compilation.programs, files: converted, language }, 'other.html')
}
