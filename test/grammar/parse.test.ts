import { readFileSync } from 'node:fs'
import { generateCstDts } from 'chevrotain'
import { describe, expect, it } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { parser } from '../../grammar/parser.ts'
import { policies } from './policies.ts'
import { withoutSpans } from './without-spans.ts'

it.each(policies)('$name parses without problems', ({ name, text }) => {
  const { tree, problems } = parse(text, name)
  expect(problems).toEqual([])
  expect(tree.items.length).toBeGreaterThan(1)
})

describe('a file with five mistakes', () => {
  const source = `条文 问答「一」
  适用于医疗类别 属于 普通门诊：
    周岁 是指 足岁（出生日期 结算日期）
    表格 额度 按照 周岁
      | 不满 45周岁   | 900元 |
      | 不低于 45岁   | 600元 |
      | 其他          | 300元 |
    分担 总额
      至多 额度 记入 自付
      其余 计入 统筹
条文 问答「二」
  累计 年内自负 增加 自付。
  甲 是指 1元
`
  const { tree, problems } = parse(source, 'a.policy')

  it('has five problems, each at its place', () => {
    expect(problems.map(({ code, span }) => [code, source.slice(span.start, span.end)])).toEqual([
      ['keyword-glued', '适用于医疗类别'],
      ['unexpected-token', '结算日期'],
      ['unknown-unit', '岁'],
      ['misspelt-keyword', '记入'],
      ['full-stop', '。'],
    ])
  })

  it('keeps everything else', () => {
    const [first, second] = tree.items.map((item) => (item.kind === 'article' ? item : null))
    const [section] = first?.sections ?? []
    expect(section?.items.map(({ kind }) => kind)).toEqual(['define', 'table', 'split'])
    const [, table, split] = section?.items ?? []
    expect(table?.kind === 'table' && table.grid.body.map(({ cells }) => cells.length)).toEqual([2, 2, 2])
    expect(split?.kind === 'split' && split.lines.map(({ into }) => into.text)).toEqual(['自付', '统筹'])
    expect(second?.items.map(({ kind }) => kind)).toEqual(['accumulate', 'define'])
  })
})

describe('after a mistake', () => {
  const kindsAfter = (mistake: string): readonly string[] => {
    const { tree } = parse(`条文 问答「甲」\n  ${mistake}\n  乙 是指 1元\n条文 问答「丙」\n  丁 是指 2元\n`, 'a.policy')
    return tree.items.flatMap((item) =>
      item.kind === 'article' ? ['article', ...item.items.map(({ kind }) => kind)] : [],
    )
  }
  it.each([
    ['a half definition', '己 是指', ['define']],
    ['words that mean nothing', '己 庚 辛', []],
    ['a table without its dimension', '表格 己\n    | 庚 | 1元 |', ['table']],
    ['an open parenthesis', '累计 己 增加（庚', ['accumulate']],
    ['an open quote', '原文「己', ['quote']],
    ['a stray row', '| 己 | 庚 |', []],
    ['an exception without a colon', '例外「己」庚 改为 1元', ['except']],
    ['only punctuation', '：：）（、', []],
    ['a split line by itself', '其余 计入 己', []],
  ])('%s the next statement and the next article are kept', (_, mistake, kept) => {
    expect(kindsAfter(mistake)).toEqual(['article', ...kept, 'define', 'article', 'define'])
  })
})

it('reads either keyword language, and both in one file', () => {
  const { tree, problems } = parse('article 问答 「甲」\n  适用于 乙 in 丙：\n    丁 means 1 日\n', 'a.policy')
  expect(problems).toEqual([])
  expect(tree.language).toBe('en')
})

it('tolerates a byte-order mark, carriage returns and fullwidth forms', () => {
  const plain = parse('条文 甲「乙」\n  丙 是指 (12% + 4/3) * 1200元\n', 'a.policy')
  const other = parse('\uFEFF条文　甲「乙」\r\n\t丙 是指 （１２％＋４／３）＊１２００元\r\n', 'a.policy')
  expect(other.problems).toEqual([])
  const withoutPlaces = (tree: unknown): string =>
    JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? 0 : value))
  expect(withoutPlaces(other.tree)).toBe(withoutPlaces(plain.tree))
})

it('a rule spans from its first token to its last', () => {
  const source = '条文 甲「乙」\n  丙 是指 1元  ※ 注\n\n  分担 丙\n    其余 计入 丁 \n'
  const [article] = parse(source, 'a.policy').tree.items
  const rules = article?.kind === 'article' ? article.items : []
  expect(rules.map(({ span }) => source.slice(span.start, span.end))).toEqual([
    '丙 是指 1元',
    '分担 丙\n    其余 计入 丁',
  ])
})

it('the types of the concrete tree are those of the grammar', () => {
  const types = generateCstDts(parser.getGAstProductions(), { includeVisitorInterface: false })
  expect(readFileSync('grammar/cst.gen.ts', 'utf8')).toBe(types)
})

it('a sum stands where its first part begins and its last one ends', () => {
  const text = '条文 问答「一」\n  甲 是指 1元 + 乙 × 3 − （丙）\n'
  const { tree } = parse(text, 'a.policy')
  const found: string[] = []
  JSON.stringify(tree, (_, value: unknown) => {
    const node = value as { kind?: string; span?: { start: number; end: number } } | null
    if (node?.kind === 'arithmetic' && node.span) found.push(text.slice(node.span.start, node.span.end))
    return value
  })
  expect(found).toEqual(['1元 + 乙 × 3 − （丙）', '1元 + 乙 × 3', '乙 × 3'])
})

it('words of a unit may stand apart', () => {
  const [near, far] = [' ', ' \t  '].map((blank) => parse(`article a "b"\n  c means 5 wan${blank}yuan\n`, 'a.policy'))
  expect(near!.problems).toEqual([])
  expect(withoutSpans(far!.tree.items)).toEqual(withoutSpans(near!.tree.items))
})

it.each([
  ['「每年', '每年'],
  ['"每年', '每年'],
  ['“每年”', '每年'],
  ['‘每年’', '每年'],
  ['『每年』', '每年'],
  ['《规定》', '《规定》'],
  ['「每「年」', '每'],
])('a text in the wrong marks, or not closed, is what stands in them: %s', (written, text) => {
  const { tree } = parse(`条文 问答「一」\n  原文${written}\n`, 'a.policy')
  expect(withoutSpans(tree.items)).toMatchObject([{ items: [{ kind: 'quote', text: { value: text } }] }])
})
