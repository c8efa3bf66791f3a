import { describe, expect, it } from 'vitest'
import { limits } from '../../grammar/limits.ts'
import { parse } from '../../grammar/parse.ts'
import type { Problem } from '../../grammar/problem.ts'
import { syntaxCodes, type SyntaxCode } from '../../grammar/syntax-code.ts'

/** A text in which ⟦ ⟧ mark the place of its one problem; the facts; the text after the fix, where there is one. */
interface Case {
  readonly code: SyntaxCode
  readonly text: string
  readonly facts: Problem['facts']
  readonly fixed?: string
}

const inArticle = (text: string): string => `条文 问答「前言」\n  ${text}\n`
const article = (code: SyntaxCode, text: string, facts: Problem['facts'], fixed?: string): Case => ({
  code,
  text: inArticle(text),
  facts,
  ...(fixed === undefined ? {} : { fixed: inArticle(fixed) }),
})
const chineseUnits = ['元', '万元', '亿元', '%', '个百分点', '年', '周岁', '个月', '日']
const splitLines = ['至多', '按比例', '数额', '其余']
const dateForms = ['2023年2月1日', '2023-02-01']

const cases: readonly Case[] = [
  article('hidden-character', '甲 是指 ⟦\u202e⟧1', { codePoint: 'U+202E', kind: 'bidi' }, '甲 是指 1'),
  article('hidden-character', '原文「零⟦\u200b⟧宽」', { codePoint: 'U+200B', kind: 'zero-width' }, '原文「零宽」'),
  article('hidden-character', '甲 是指 1 ※ ⟦\u0007⟧', { codePoint: 'U+0007', kind: 'control' }, '甲 是指 1 ※ '),
  article('hidden-character', '原文「甲⟦\u2028⟧乙」', { codePoint: 'U+2028', kind: 'line-separator' }, '原文「甲乙」'),
  article('hidden-character', '原文「⟦\ud800⟧」', { codePoint: 'U+D800', kind: 'surrogate' }, '原文「」'),
  article('invalid-character', '甲 是指 ⟦@@⟧ 1', { character: '@', codePoint: 'U+0040' }),
  article('full-stop', '甲 是指 1⟦。⟧', { character: '。' }, '甲 是指 1'),
  article('full-stop', '甲 是指 1⟦;⟧', { character: ';' }, '甲 是指 1'),
  article(
    'confusable-name',
    'b⟦а⟧nd 是指 1',
    { name: 'bаnd', character: 'а', codePoint: 'U+0430', lookalike: 'a' },
    'band 是指 1',
  ),
  article(
    'confusable-name',
    '个⟦⼈⟧ 是指 1',
    { name: '个⼈', character: '⼈', codePoint: 'U+2F08', lookalike: '人' },
    '个人 是指 1',
  ),
  article('confusable-name', '⟦é⟧tat 是指 1', { name: 'état', character: 'é', codePoint: 'U+00E9', lookalike: '' }),
  article('curly-quotes', '原文⟦“每年”⟧对应 N1', { opening: '“', closing: '”' }, '原文「每年」对应 N1'),
  article('curly-quotes', '原文⟦『每年』⟧', { opening: '『', closing: '』' }, '原文「每年」'),
  article('curly-quotes', '原文⟦‘每年’⟧', { opening: '‘', closing: '’' }, '原文「每年」'),
  article('curly-quotes', "原文⟦'每年'⟧", { opening: "'", closing: "'" }, '原文「每年」'),
  article('curly-quotes', '原文⟦《规定》⟧', { opening: '《', closing: '》' }, '原文「《规定》」'),
  article('unterminated-text', '原文⟦「每年⟧\n  对应 N1', { opening: '「' }, '原文「每年」\n  对应 N1'),
  article('unterminated-text', '原文⟦「每年⟧ \t \n  对应 N1', { opening: '「' }, '原文「每年」 \t \n  对应 N1'),
  article('unterminated-text', '原文⟦"每年⟧', { opening: '"' }, '原文"每年"'),
  article(
    'unterminated-text',
    '解读 C1 ⟦「甲⟧ 理由「乙」\n  丙 是指 1',
    { opening: '「' },
    '解读 C1 「甲」 理由「乙」\n  丙 是指 1',
  ),
  article('quote-in-quote', '原文「每⟦「⟧年」度」', {}, '原文「每“年”度」'),
  article('symbol-for-word', '适用于 年龄⟦≥⟧45周岁：', { symbol: '≥', word: '不低于' }, '适用于 年龄 不低于 45周岁：'),
  article('unexpected-token', '累计年度 始于 ⟦甲⟧', { found: '甲', expected: ['<month-day>'], inRule: '累计年度' }),
  article('unknown-unit', '甲 是指 45⟦岁⟧', { found: '岁', units: chineseUnits, suggestions: ['周岁'] }),
  article('unknown-unit', '甲 是指 45 ⟦倍⟧', { found: '倍', units: chineseUnits, suggestions: [] }),
  article('unknown-unit', '例外「甲」如果 月数 超过 3 ⟦旬⟧：乙 改为 1', {
    found: '旬',
    units: chineseUnits,
    suggestions: [],
  }),
  article('unknown-unit', '分担 甲\n    至多 100 ⟦块⟧ 计入 乙\n    其余 计入 丙', {
    found: '块',
    units: chineseUnits,
    suggestions: [],
  }),
  article('thousands-comma', '甲 是指 ⟦1,200⟧元', { found: '1,200', written: '1200' }, '甲 是指 1200元'),
  article('bad-date', '例外「甲」始于 ⟦2023年2月⟧：乙 改为 1', { found: '2023年2月', forms: dateForms }),
  article(
    'bad-date',
    '例外「甲」始于 ⟦2023/2/1⟧：乙 改为 1',
    { found: '2023/2/1', forms: dateForms },
    '例外「甲」始于 2023年2月1日：乙 改为 1',
  ),
  article(
    'range-with-hyphen',
    '表格 甲 按照 乙\n    | ⟦3元-5元⟧ | 1% |',
    { separator: '-', written: '3元—5元' },
    '表格 甲 按照 乙\n    | 3元—5元 | 1% |',
  ),
  article(
    'range-with-hyphen',
    '表格 甲 按照 乙\n    | 3元（含）⟦-⟧5元 | 1% |',
    { separator: '-', written: '3元（含）—' },
    '表格 甲 按照 乙\n    | 3元（含）—5元 | 1% |',
  ),
  article(
    'range-with-hyphen',
    '表格 甲 按照 乙\n    | 3.5万元⟦至⟧7万元 | 1% |',
    { separator: '至', written: '3.5万元—' },
    '表格 甲 按照 乙\n    | 3.5万元—7万元 | 1% |',
  ),
  article(
    'keyword-glued',
    '⟦适用于医疗类别⟧ 属于 普通门诊：\n    周岁 是指 5',
    { found: '适用于医疗类别', keyword: '适用于', written: '适用于 医疗类别' },
    '适用于 医疗类别 属于 普通门诊：\n    周岁 是指 5',
  ),
  article(
    'keyword-glued',
    '例外「甲」⟦始于2023年2月1日⟧：乙 改为 1',
    { found: '始于2023年2月1日', keyword: '始于', written: '始于 2023年2月1日' },
    '例外「甲」始于 2023年2月1日：乙 改为 1',
  ),
  article(
    'keyword-glued',
    '保证「甲」⟦个人现金不低于⟧ 0元',
    { found: '个人现金不低于', keyword: '不低于', written: '个人现金 不低于' },
    '保证「甲」个人现金 不低于 0元',
  ),
  {
    code: 'misspelt-keyword',
    text: '⟦条纹⟧ 问答「前言」\n  甲 是指 1\n',
    facts: { found: '条纹', keyword: '条文' },
    fixed: '条文 问答「前言」\n  甲 是指 1\n',
  },
  {
    code: 'misspelt-keyword',
    text: 'article qa "x"\n  ⟦aplies to⟧ a in b:\n    c means 1\n',
    facts: { found: 'aplies to', keyword: 'applies to' },
    fixed: 'article qa "x"\n  applies to a in b:\n    c means 1\n',
  },
  { code: 'keyword-as-name', text: '来源 ⟦条文⟧「甲」官方\n', facts: { found: '条文', language: 'zh' } },
  article('keyword-as-name', '累计 ⟦table⟧ 增加 1元', { found: 'table', language: 'en' }),
  {
    code: 'incomplete-keyword',
    text: 'article qa "x"\n  ⟦applies⟧ a in b:\n    c means 1\n',
    facts: { found: 'applies', keywords: ['applies to'] },
    fixed: 'article qa "x"\n  applies to a in b:\n    c means 1\n',
  },
  article('missing-rule', '⟦替换⟧\n  原文「丙」', { keyword: '替换' }),
  article('missing-rule', '解读 C1「甲」理由「乙」⟦另解 另种「丙」⟧', { keyword: '另解' }),
  article('row-not-closed', '表格 甲 按照 乙\n    | 丙 | ⟦1%⟧\n', {}, '表格 甲 按照 乙\n    | 丙 | 1% |\n'),
  article('row-not-opened', '表格 甲 按照 乙\n    ⟦丙 |⟧ 1% |\n', {}, '表格 甲 按照 乙\n    | 丙 | 1% |\n'),
  article(
    'row-on-keyword-line',
    '表格 甲 按照 乙 ⟦|⟧ 丙 | 1% |\n',
    { keyword: '表格' },
    '表格 甲 按照 乙 \n    | 丙 | 1% |\n',
  ),
  article('empty-cell', '表格 甲 按照 乙\n    |⟦⟧ | 1% |', {}),
  article('name-starts-nothing', '⟦周岁⟧ 足岁（出生日期）\n  甲 是指 1', { name: '周岁', suggestions: [] }),
  article('unexpected-token', '表格 甲 ⟦乙⟧\n    | 丙 | 1% |', { found: '乙', expected: ['按照'], inRule: '表格' }),
  article('unexpected-token', '甲 是指 足岁（乙 ⟦丙⟧）', {
    found: '丙',
    expected: ['、', '）', '<operator>'],
    inRule: '是指',
  }),
  article('incomplete-statement', '甲 ⟦是指⟧\n  乙 是指 1', { after: '是指', expected: ['<value>'], inRule: '是指' }),
  article('incomplete-statement', '累计 甲 增加 （乙 + ⟦丙⟧', {
    after: '丙',
    expected: ['）', '<operator>'],
    inRule: '累计',
  }),
  article('extra-token', '甲 是指 1 ⟦2⟧', { found: '2', after: '1', inRule: '是指' }),
  article(
    'missing-colon',
    '适用于 甲 属于 ⟦乙⟧\n    丙 是指 1',
    { keyword: '适用于' },
    '适用于 甲 属于 乙：\n    丙 是指 1',
  ),
  article(
    'comma-between-clauses',
    '例外「甲」如果 乙 属于 丙⟦，⟧丁 改为 0元',
    { keyword: '例外' },
    '例外「甲」如果 乙 属于 丙：丁 改为 0元',
  ),
  { code: 'misplaced-statement', text: '⟦原文⟧「甲」\n乙 是指 1\n', facts: { keyword: '原文', container: '条文' } },
  article('misplaced-statement', '⟦已知⟧\n    | 甲 | 1元 |', { keyword: '已知', container: '示例' }),
  article('misplaced-statement', '⟦其余⟧ 计入 甲', { keyword: '其余', container: '分担' }),
  article('missing-rows', '⟦表格 甲 按照 乙⟧\n  丙 是指 1', { keyword: '表格', name: '甲' }),
  { code: 'missing-rows', text: '⟦名称对照⟧\n', facts: { keyword: '名称对照', name: '' } },
  { code: 'missing-part', text: '示例⟦「甲」⟧\n  已知\n    | 乙 | 1元 |\n', facts: { keyword: '示例', part: '应得' } },
  article('misplaced-rows', '甲 是指 1\n    ⟦|⟧ 乙 | 2 |', { keyword: '是指' }),
  article('split-without-lines', '⟦分担 总额 + 1元⟧\n  甲 是指 1', { amount: '总额 + 1元', lines: splitLines }),
]

describe.each(cases)('$code', ({ code, text, facts, fixed }) => {
  const start = text.indexOf('⟦')
  const span = { start, end: text.indexOf('⟧') - 1 }
  const source = text.replace(/[⟦⟧]/gu, '')

  it(`is the one problem of ${JSON.stringify(source)}`, () => {
    const { problems } = parse(source, 'a.policy')
    expect(problems.map((problem) => ({ ...problem, fixes: undefined }))).toEqual([
      { code, facts, span, severity: 'error', file: 'a.policy', fixes: undefined },
    ])
  })

  if (fixed === undefined) return
  it('has a fix after which nothing is wrong', () => {
    const [problem] = parse(source, 'a.policy').problems
    const edits = problem?.fixes?.[0]?.edits.toReversed() ?? []
    const repaired = edits.reduce(
      (done, edit) => done.slice(0, edit.span.start) + edit.text + done.slice(edit.span.end),
      source,
    )
    expect(repaired).toBe(fixed)
    expect(parse(repaired, 'a.policy').problems).toEqual([])
  })
})

describe('limits', () => {
  const only = (text: string): unknown => parse(text, 'a.policy').problems.map(({ code, facts }) => ({ code, facts }))

  it('text-too-large', () => {
    const found = limits.bytes + 1
    expect(only(`※${'a'.repeat(limits.bytes - 2)}`)).toEqual([
      { code: 'text-too-large', facts: { limit: limits.bytes, found } },
    ])
    expect(only(`※${'a'.repeat(limits.bytes - 3)}`)).toEqual([])
  })

  it('too-many-tokens', () => {
    expect(only(inArticle('甲 是指 1\n'.repeat(20_000)))).toEqual([
      { code: 'too-many-tokens', facts: { limit: limits.tokens } },
    ])
  })

  it('too-deep', () => {
    const nested = (depth: number): string => inArticle(`甲 是指 ${'（'.repeat(depth)}1${'）'.repeat(depth)}`)
    expect(only(nested(limits.depth))).toEqual([])
    expect(only(nested(limits.depth + 1))).toEqual([{ code: 'too-deep', facts: { limit: limits.depth } }])
    const quantifiers = inArticle(`甲 是指 ${'任一 乙 满足 '.repeat(limits.depth + 1)}丙`)
    expect(only(quantifiers)).toEqual([{ code: 'too-deep', facts: { limit: limits.depth } }])
    const inTurn = inArticle(`甲 是指 ${'（任一 乙 满足 丙）并且 '.repeat(limits.depth + 1)}丙`)
    expect(only(inTurn)).toEqual([])
  })

  it('expression-too-long', () => {
    const sum = (operators: number): string => inArticle(`甲 是指 1${' + 1'.repeat(operators)}`)
    expect(only(sum(limits.operators))).toEqual([])
    expect(only(sum(limits.operators + 1))).toEqual([
      { code: 'expression-too-long', facts: { limit: limits.operators } },
    ])
  })

  it('too-many-problems', () => {
    const { problems } = parse(inArticle('甲 是指 。\n'.repeat(limits.problems + 50)), 'a.policy')
    expect(problems).toHaveLength(limits.problems + 1)
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', facts: { limit: limits.problems } })
  })
})

it('every code has a case', () => {
  const limited = ['text-too-large', 'too-many-tokens', 'too-deep', 'expression-too-long', 'too-many-problems']
  const covered = new Set<string>([...limited, ...cases.map(({ code }) => code)])
  expect(syntaxCodes.filter((code) => !covered.has(code))).toEqual([])
})

it('of many lines that start nothing, the first twenty are told', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => `  甲${index}\n`).join('')
  const codes = (count: number): readonly string[] =>
    parse(inArticle('甲 是指 1') + lines(count), 'a').problems.map(({ code }) => code)
  expect(codes(20)).toEqual(Array.from({ length: 20 }, () => 'name-starts-nothing'))
  expect(codes(21)).toEqual(codes(20))
})
