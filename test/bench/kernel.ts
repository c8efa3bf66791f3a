import type { SourceFile } from '../../compiler/compile.ts'

/**
 * The core of a stay in hospital: a deductible by tier, three bands by status and tier, points less by setting, one
 * rounding; two statuses, three tiers and four settings.
 */
export function kernel(firstRate: number): readonly SourceFile[] {
  return [
    { name: 'kernel.policy', text: vocabulary },
    { name: 'stay.policy', text: stay(firstRate) },
  ]
}

const vocabulary = `词汇「住院」
选项 身份 Status
  | 在职 | active  |
  | 退休 | retired |
选项 等级 Tier
  | 三级 | tertiary  |
  | 二级 | secondary |
  | 一级 | primary   |
选项 情形 Setting
  | 本地 | local     |
  | 长期 | longTerm  |
  | 转诊 | referral  |
  | 临时 | temporary |
记录 一次住院 stay
  | 出院日 | stay.on      | 日期 | 未填 |
  | 费用   | stay.total   | 金额 | 未填 |
  | 身份   | stay.status  | 身份 | 未填 |
  | 等级   | stay.tier    | 等级 | 未填 |
  | 情形   | stay.setting | 情形 | 未填 |
记录 结果 result
  | 基金 | fund   | 金额 | 未填 |
  | 个人 | person | 金额 | 未填 |
事项 结算 settle
  | 输入 | 一次住院 |
  | 输出 | 结果     |
`

const stay = (firstRate: number): string => `政策 stay「住院」
引用「kernel」
事项 结算
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 出院日
条文 文「一」
  原文「一」
  表格 起付 按照 等级
    | 三级 | 1200元 |
    | 二级 |  600元 |
    | 一级 |  300元 |
  表格 下浮点 按照 情形
    | 本地 |         0个百分点 |
    | 长期 |         0个百分点 |
    | 转诊 |        10个百分点 |
    | 临时 |        20个百分点 |
  分段 自付比例 随着 起付线
    | 身份         | 在职 | 同左 | 退休 | 同左 |
    | 等级         | 一级 | 其他 | 一级 | 其他 |
    |---|---|---|---|---|
    | 不超过 3.5万元 | ${firstRate}% | 20% | 10% | 15% |
    | 3.5万元—7万元（含） | 10% | 15% | 5% | 10% |
    | 超过 7万元 | 5% | 同左 | 同左 | 同左 |
  比例 是指 100% − 自付比例 − 下浮点
  分担 费用
    至多 起付 计入 起付线
    其余 计入 共负段
  分担 共负段 分段起于 起付线
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 共付
  个人 是指 起付线 + 共付
`
