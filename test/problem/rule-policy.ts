import { problemsOf, sharedVocabulary } from './page.ts'

export const edition = '版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 办理日期'
export const payment = `分担 费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`
/** An article with the rules. */
export const state = (rules: string): string => `
条文 文件「第一条」
  原文「费用由基金支付一部分。」
  ${rules}
`
/** A small policy with the rules; `end` stands after it. */
export const policy = (rules: string, end = '', editions = edition): string => `政策 sample「示例」
引用「vocabulary」
事项 计算
来源 文件「示例文件」官方
${editions}
${state(rules)}${end}`

/** Each problem with what it points at. */
export function found(text: string): readonly string[] {
  return problemsOf([sharedVocabulary, { name: 'sample.policy', text }]).map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
  )
}

/** A policy, and what has to be said of it. */
export type Case = readonly [name: string, text: string, expected: readonly string[]]
