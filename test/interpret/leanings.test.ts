/** What a result leans on: the press and unconfirmed sources of the rules that mattered for the case, and of no others. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { explain } from '../../compiler/explain/explain.ts'
import { leaningsOf } from '../../compiler/explain/leanings.ts'
import { explanationToHtml } from '../../compiler/explain/to-html.ts'
import { explanationToText } from '../../compiler/explain/to-text.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import { smallVocabulary } from '../cli/small-policy.ts'

const policy = (rules: string) => `政策 test.lean「有疑问的来源」
引用「words」
事项 核定
来源 文件「正式文件」官方
来源 报纸「晚报」报刊
来源 网页「转载」待核
版本「2023」选用依据 申请日期

${rules}
`
const split = `条文 文件「第一条」
  原文「补贴」
  分担 申请金额
    至多 起付   计入 自付
    按比例 比例 四舍五入到分  计入 补贴
    其余        计入 余额
名称对照
  | 文件 | document |
  | 报纸 | paper    |
  | 网页 | web      |
  | 起付 | floor    |
  | 比例 | share    |
  | 余额 | left     |
`
const vocabulary = smallVocabulary.replace('  | 自付 |', '  | 余额 | left | 金额 | 未填 |\n  | 自付 |')

function programOf(rules: string) {
  const { programs, problems } = compile([
    { name: 'words.policy', text: vocabulary },
    { name: 'lean.policy', text: policy(rules) },
  ])
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return programs[0]!
}

function settled(rules: string, { amount = '300', kind = 'first' } = {}) {
  const program = programOf(rules)
  const result = interpret(program, { request: { on: '2023-05-01', amount, kind } })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return { program, evaluation: result.evaluation }
}

/** Titles of the sources, and the rules from each. */
function leans(rules: string, input?: Parameters<typeof settled>[1]) {
  const { program, evaluation } = settled(rules, input)
  return leaningsOf(program, evaluation).map(({ source, rules: all }) => [
    source.title,
    ...all.map(({ label }) => label),
  ])
}

const official = '  起付 是指 100元\n'
const fromPaper = (rule: string) => `条文 报纸「报道」\n  摘要「报道」\n  ${rule}\n`
const fromWeb = (rule: string) => `条文 网页「转载」\n  摘要「转载」\n  ${rule}\n`
const article = (rule: string) => `条文 文件「第零条」\n  原文「规定」\n  ${rule}\n`

describe('a result leans', () => {
  it('on nothing where all that holds is official', () => {
    expect(leans(split + article('起付 是指 100元') + article('比例 是指 50%'))).toEqual([])
  })

  it('on a rule from a press or unconfirmed source, in the order of the sources', () => {
    expect(leans(split + fromWeb('比例 是指 50%') + fromPaper('起付 是指 100元'))).toEqual([
      ['晚报', '起付'],
      ['转载', '比例'],
    ])
  })

  it('on the row that held, not on rules that did not', () => {
    const exception = fromWeb('例外「乙类」如果 申请类别 属于 乙类：比例 改为 40%')
    const rules =
      split + official.replace(/^/, '条文 文件「起付」\n  原文「起付」\n') + article('比例 是指 50%') + exception
    expect(leans(rules)).toEqual([])
    expect(leans(rules, { kind: 'second' })).toEqual([['转载', '比例']])
  })

  it('not on an adjustment that does not hold', () => {
    const adjusted = `${fromPaper('适用于 申请类别 属于 乙类：\n    调整 比例 下浮 10个百分点')}`
    const rules = split + article('起付 是指 100元') + article('比例 是指 50%') + adjusted
    expect(leans(rules)).toEqual([])
    expect(leans(rules, { kind: 'second' })).toEqual([['晚报', '比例']])
  })

  it('on what decides, even where the value is official', () => {
    const table = article('表格 比例 按照 优待\n    | 是 | 60% |\n    | 否 | 50% |')
    const rules =
      split.replace('名称对照\n', '名称对照\n  | 优待 | isFavoured |\n') +
      article('起付 是指 100元') +
      table +
      fromPaper('优待 是指 申请类别 属于 乙类')
    expect(leans(rules)).toEqual([['晚报', '优待']])
  })

  it('not on the rate of a line for which nothing is left, but on what left nothing', () => {
    const rules = split + fromPaper('起付 是指 100元') + fromWeb('比例 是指 50%')
    // 100 of the 100 go to the first line.
    expect(leans(rules, { amount: '100' })).toEqual([['晚报', '起付']])
    expect(leans(rules, { amount: '101' })).toEqual([
      ['晚报', '起付'],
      ['转载', '比例'],
    ])
    // Nothing was asked for: no rule had anything to do.
    expect(leans(rules, { amount: '0' })).toEqual([])
  })

  it('on the amount that is split, even where that is nothing', () => {
    const threshold = `条文 文件「第一条」
  原文「补贴」
  分担 申请金额
    其余 计入 自付
  超出 是指 申请金额 − 门槛 不足为零
  分担 超出
    按比例 60% 四舍五入到分  计入 补贴
    其余                     计入 余额
${fromPaper('门槛 是指 500元')}名称对照
  | 超出 | above     |
  | 门槛 | threshold |
`
    expect(leans(threshold, { amount: '300' })).toEqual([['晚报', '门槛']])
  })

  it('on a split that holds, not on one of another case', () => {
    const rules = `${fromPaper('适用于 申请类别 属于 甲类：\n    分担 申请金额\n      其余 计入 补贴')}${article(
      '适用于 申请类别 属于 乙类：\n    分担 申请金额\n      其余 计入 自付',
    )}${article('余额 是指 0元')}`
    expect(leans(rules)).toEqual([['晚报', '补贴']])
    expect(leans(rules, { kind: 'second' })).toEqual([])
  })
})

describe('who says so', () => {
  const rules = split + article('起付 是指 100元') + fromPaper('比例 是指 50%')
  const { program, evaluation } = settled(rules)
  const explained = explain(program, evaluation)

  it('the explanation, as data, as text and as a page', () => {
    expect(explained.unconfirmed).toEqual([
      { source: { name: '报纸', title: '晚报', grade: 'press' }, rules: [{ id: 'share', label: '比例' }] },
    ])
    const sentence = '注意：结果用到报刊来源「晚报」：比例'
    expect(explanationToText(explained, 'zh')).toContain(`\n\n${sentence}\n\n`)
    expect(explanationToHtml(explained, 'zh')).toContain(`<p class="warning">${sentence}</p>`)
    expect(explanationToText(explained, 'en')).toContain('leans on a press source, "晚报": share')
  })

  it('the function of generated TypeScript that such a rule becomes', () => {
    const code = (text: string) => toTypeScript(programOf(text), new Map()).code
    expect(code(rules)).toContain('注意：出自报刊来源「晚报」')
    expect(code(split + article('起付 是指 100元') + article('比例 是指 50%'))).not.toContain('注意：')
  })
})
