import { describe, expect, it } from 'vitest'
import {
  codeLenses,
  definition,
  documentHighlights,
  folding,
  format,
  formatting,
  hover,
  hoverMarkdown,
  inlayHints,
  outline,
  prepareRename,
  references,
  rename,
  semanticTokens,
  type OutlineNode,
} from '../../compiler/index.ts'
import type { Analysis } from '../../compiler/editor/workspace.ts'
import { offsetOf, shown, smallWorkspace } from './small.ts'

const workspace = smallWorkspace()
const zh = workspace.analysis('zh.policy')
const en = workspace.analysis('en.policy')
const vocabulary = workspace.analysis('vocabulary.policy', 'haibin.zh.settle')

it('the files of these tests are sound', () => {
  expect([...zh.problems, ...en.problems]).toEqual([])
})

describe('definition', () => {
  const defined = (analysis: Analysis, what: string, which?: number) =>
    definition(analysis, offsetOf(analysis, what, which)).map((place) => shown(workspace, place))

  it('of a name: the rules that state it; from there, the line of its two spellings', () => {
    expect(defined(zh, '报销比例 下浮')).toEqual(['zh.policy:12 报销比例', 'zh.policy:23 报销比例'])
    expect(defined(zh, '报销比例 按照')).toEqual(['zh.policy:28 报销比例'])
    expect(defined(zh, 'fundRate')).toEqual(['zh.policy:12 报销比例', 'zh.policy:23 报销比例'])
  })
  it('of an input: its row, by label or by identifier', () => {
    expect(defined(zh, '总额\n')).toEqual(['vocabulary.policy:7 总额'])
    expect(defined(en, 'bill.total')).toEqual(['vocabulary.policy:7 总额'])
  })
  it('of a member of choices, where it is asked for', () => {
    expect(defined(zh, '社区 |')).toEqual(['vocabulary.policy:4 社区'])
    expect(defined(en, 'tertiary:')).toEqual(['vocabulary.policy:3 三级'])
  })
  it('of an edition, an example, a source, a vocabulary', () => {
    expect(defined(zh, '2024」\n')).toEqual(['zh.policy:7 2024'])
    expect(defined(zh, '社区一百元', 2)).toEqual(['zh.policy:30 社区一百元'])
    expect(defined(zh, '办法「第二条')).toEqual(['zh.policy:6 办法', 'zh.policy:27 办法'])
    expect(defined(en, 'vocabulary')).toEqual(['vocabulary.policy:1 '])
  })
  it('of an output: the line that it comes from', () => {
    expect(defined(zh, '基金支付 | 70元')).toEqual(['zh.policy:18 基金支付'])
  })
  it('of nothing: nothing', () => {
    expect(defined(zh, '第一条')).toEqual([])
    expect(defined(zh, '60%')).toEqual([])
  })
})

describe('references', () => {
  it('of a term: every place in its policy, in either spelling', () => {
    const found = references(workspace, zh, offsetOf(zh, '报销比例'))
    expect(found.map((place) => shown(workspace, place))).toEqual([
      'zh.policy:12 报销比例',
      'zh.policy:16 报销比例',
      'zh.policy:18 报销比例',
      'zh.policy:23 报销比例',
      'zh.policy:28 报销比例',
      'zh.policy:28 fundRate',
    ])
  })
  it('of what a vocabulary declares: in all policies that use it', () => {
    const found = references(workspace, vocabulary, offsetOf(vocabulary, '三级'))
    expect(found.map((place) => shown(workspace, place))).toEqual([
      'en.policy:15 tertiary',
      'vocabulary.policy:3 三级',
      'vocabulary.policy:3 tertiary',
      'zh.policy:13 三级',
      'zh.policy:24 三级',
    ])
  })
  it('a label is not the text of an example that is called so', () => {
    const found = documentHighlights(en, offsetOf(en, 'tertiary:'))
    expect(found).toEqual([
      { span: { start: offsetOf(en, 'tertiary:'), end: offsetOf(en, 'tertiary:') + 8 }, isWritten: false },
    ])
  })
  it('says where a name is given its value', () => {
    // 12 states it, 16 changes it, 18 uses it, 23 states it, 28 declares it.
    expect(documentHighlights(zh, offsetOf(zh, '报销比例')).map(({ isWritten }) => isWritten)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ])
  })
})

describe('rename', () => {
  const renamed = (analysis: Analysis, what: string, to: string) => {
    const result = rename(workspace, analysis, offsetOf(analysis, what), to, 'en')
    return result.ok ? result.files.map(({ file, edits }) => `${file} ${edits.length}`) : result.reason
  }
  it('of a label and an identifier only the one that is written there', () => {
    expect(renamed(zh, '报销比例', '支付比例')).toEqual(['zh.policy 5'])
    expect(renamed(zh, 'fundRate', 'payRate')).toEqual(['zh.policy 1'])
  })
  it('in all policies that use the vocabulary', () => {
    expect(renamed(en, 'bill.total', 'bill.costs')).toEqual(['en.policy 3', 'vocabulary.policy 1'])
    expect(renamed(zh, '2024」', '二〇二四')).toEqual(['zh.policy 2'])
  })
  it.each([
    ['报销比例', '降幅', /taken.*name of the rules/],
    ['报销比例', 'fund', /taken.*output/],
    ['报销比例', 'reduction', /taken/],
    ['报销比例', '其余', /keyword/],
    ['报销比例', 'applies', /can’t be a name/],
    ['报销比例', '是', /word of the language/],
    ['报销比例', '2比例', /can’t be a name/],
    ['报销比例', '报销 比例', /can’t be a name/],
    ['报销比例', 'a.b', /dot/],
    ['报销比例', '', /can’t be a name/],
    ['社区 |', '三级', /taken.*member/],
    ['社区 |', '报销比例', /taken.*name of the rules/],
    ['报销比例', '社区', /taken.*member/],
    ['社区一百元', '算错了', /taken.*example/],
    ['社区一百元', '「', /quotes/],
    ['官方', '报刊', /word of the language/],
    ['F01', 'F02', /here/],
    ['表格', '表', /no name here/],
  ])('%s can’t become %s', (what, to, reason) => {
    expect(renamed(zh, what, to)).toMatch(reason)
  })
  it('says in Chinese why not', () => {
    expect(prepareRename(zh, offsetOf(zh, '表格'), 'zh')).toEqual({
      ok: false,
      reason: '这里没有可以改名的名称。请把光标放在名称上。',
    })
  })
})

describe('hover', () => {
  const text = (analysis: Analysis, what: string, language: 'zh' | 'en') =>
    hoverMarkdown(hover(analysis, offsetOf(analysis, what), language)!)
      .replaceAll('\n\n', '\n')
      .replaceAll('\\', '')
  it('a name: type, rule, article, source, quote, reading', () => {
    expect(text(zh, '报销比例 下浮', 'zh')).toBe(
      [
        '**规则里的名称 报销比例 · fundRate**',
        '类型: 比例（%）',
        '版本「2024」: 表格 报销比例 按照 医院等级 …',
        '出处: 海滨办法（官方） 第一条',
        '原文: 社区医院报销八成。',
        '解读 R01: 按总额',
        '版本「2025」: 表格 报销比例 按照 医院等级 …',
        '出处: 海滨办法（官方） 第二条',
        '原文: 2025年起社区医院报销九成。',
      ].join('\n'),
    )
  })
  it('an input, in English', () => {
    expect(text(en, 'bill.tier', 'en')).toBe(
      '**input 医院等级 · bill.tier**\ntype: Tier (tertiary, community)\nbelongs to: 账单\nplatform field: hosp_lv',
    )
  })
  it('a keyword, in both languages', () => {
    expect(text(zh, '分担', 'zh')).toBe('**分担 · split**\n把一笔金额逐行分完，最后一行得其余。')
    expect(text(en, 'at rate', 'en')).toBe('**按比例 · at rate**\nThis line takes a part of what is left.')
  })
  it('a number: 3 wan yuan is 30000 yuan', () => {
    expect(text(en, '3 wan yuan', 'en')).toBe(
      '**3 wan yuan**\ntype: an amount of money, in yuan\nunit: 万元 · wan yuan\nvalue: 30000 yuan',
    )
    // What it takes off the 90% and 60% of 2025 leaves 80% and 50%.
    expect(text(zh, '10个百分点', 'zh')).toBe(
      '**10个百分点**\n类型: 百分点\n单位: 个百分点 · pp\n值: 0.1\n报销比例按版本「2025」调整以后是80%、50%。',
    )
  })
  it('markup in a policy stays text', () => {
    const hostile = {
      span: { start: 0, end: 1 },
      title: '<img src=x>',
      lines: [{ name: '', text: '[a](javascript:x)' }],
    }
    expect(hoverMarkdown(hostile)).toBe('**\\<img src=x\\>**\n\n\\[a\\]\\(javascript\\:x\\)')
  })
})

describe('inlay hints', () => {
  const hints = (analysis: Analysis, language: 'zh' | 'en') =>
    inlayHints(analysis, language).map(({ offset, text }) => {
      const line = analysis.text.slice(0, offset).split('\n').length
      return `${line} ${analysis.text
        .slice(0, offset)
        .split(/[\s|]+/u)
        .at(-1)} ${text}`
    })
  it('the rate that lowering leads to: 60% − 10 = 50%, 80% − 10 = 70%, 90% − 10 = 80%', () => {
    expect(hints(zh, 'zh')).toEqual([
      '13 60% → 50%',
      '14 80% → 70%',
      // Of two editions the last: 2025 has 60% and 90%.
      '15 10个百分点 → 80%、50%',
      '24 60% → 50%',
      '25 90% → 80%',
    ])
  })
  it('what stands behind a number is told in full where the number is pointed at', () => {
    const [hint] = inlayHints(en, 'en').filter(({ text }) => text === 'total 6500 yuan')
    const told = hover(en, (hint?.offset ?? 0) - 2, 'en')
    expect(told?.lines.map(({ text }) => text)).toContain(hint?.tooltip)
  })
  it('what bands come to: 30000 × 5% = 1500; 1500 + 50000 × 10% = 6500; no end, no sum', () => {
    expect(hints(en, 'en')).toEqual(['9 5% total 1500 yuan', '10 10% total 6500 yuan'])
  })
})

describe('code lenses', () => {
  it('examples with what came of them, rules with what editions make of them', () => {
    // 200 × 70% is 140.
    expect(
      codeLenses(zh, 'zh').map(({ span, title }) => `${zh.text.slice(0, span.start).split('\n').length} ${title}`),
    ).toEqual([
      '12 版本「2025」另有规定',
      '23 代替版本「2024」的规则',
      '30 ✓ 通过，再算一次',
      '37 ✗ 基金支付：应得 150.00，算得 140.00',
    ])
    // 30000 × 5% + 50000 × 10% + 20000 × 20% = 1500 + 5000 + 4000.
    expect(codeLenses(en, 'en').map(({ title }) => title)).toEqual(['✓ passed, run again'])
  })
  it('go to the other rule', () => {
    const [lens] = codeLenses(zh, 'en')
    const places = lens?.kind === 'edition' ? lens.places.map((place) => shown(workspace, place).split('\n')[0]) : []
    expect([lens?.title, ...places]).toEqual([
      'otherwise in edition "2025"',
      'zh.policy:23 表格 报销比例 按照 医院等级',
    ])
  })
})

describe('semantic tokens', () => {
  it('what each name is, and what is done with it there', () => {
    const line = 'except "tertiary" if bill.tier in tertiary: fundRate becomes 1%'
    const from = offsetOf(en, line)
    const tokens = semanticTokens(en).filter(({ span }) => from <= span.start && span.start < from + line.length)
    expect(
      tokens.map(({ span, type, modifiers }) => [en.text.slice(span.start, span.end), type, ...modifiers]),
    ).toEqual([
      ['bill.tier', 'input'],
      ['tertiary', 'member'],
      ['fundRate', 'term', 'modification'],
    ])
    const declared = semanticTokens(vocabulary).find(({ span }) => span.start === offsetOf(vocabulary, '基金支付'))
    expect([declared?.type, declared?.modifiers]).toEqual(['output', ['declaration']])
  })
})

describe('outline and folding', () => {
  it('what a file is made of', () => {
    const tree = (nodes: readonly OutlineNode[]): unknown[] =>
      nodes.map(({ name, kind, children }) => (children.length > 0 ? [kind, name, tree(children)] : [kind, name]))
    expect(tree(outline(zh))).toEqual([
      ['policy', 'haibin.zh'],
      ['decision', '结算'],
      ['source', '办法'],
      ['edition', '2024'],
      [
        'article',
        '第一条',
        [
          ['reading', '解读 R01'],
          ['table', '报销比例'],
          ['define', '降幅'],
          ['adjust', '调整 报销比例'],
          ['split', '分担 总额'],
        ],
      ],
      ['edition', '2025'],
      ['article', '第二条', [['replace', '报销比例']]],
      ['names', '名称对照'],
      ['example', '社区一百元'],
      ['example', '算错了'],
    ])
  })
  it('from the first line of a thing to its last', () => {
    const lines = (offset: number) => zh.text.slice(0, offset).split('\n').length
    expect(folding(zh).map(({ span, kind }) => `${lines(span.start)}–${lines(span.end)} ${kind}`)).toEqual([
      '1–2 comment',
      '8–19 region',
      '10–11 region',
      '12–14 region',
      '17–19 region',
      '21–25 region',
      '23–25 region',
      '26–29 region',
      '30–36 region',
      '37–41 region',
    ])
  })
})

describe('formatting', () => {
  it('changes the lines that are not in the one style, and those only', () => {
    const other = smallWorkspace()
    const formatted = format(zh.text, 'zh.policy').text!
    other.set('zh.policy', formatted)
    expect(formatting(other.analysis('zh.policy'))).toEqual([])
    other.set('zh.policy', formatted.replace('    | 三级 | 60% |', '  |三级 |60%|'))
    expect(formatting(other.analysis('zh.policy'))).toEqual([
      {
        span: { start: formatted.indexOf('    | 三级 | 60%'), end: formatted.indexOf('    | 三级 | 60%') + 12 },
        text: '    | 三级 | 60% |\n',
      },
    ])
  })
  it('comes to what the formatter writes; nothing where there are syntax errors', () => {
    const [edit, another] = formatting(zh)
    const { start, end } = edit!.span
    expect(zh.text.slice(0, start) + edit!.text + zh.text.slice(end)).toBe(format(zh.text, 'zh.policy').text)
    expect(another).toBeUndefined()
    const other = smallWorkspace()
    other.set('zh.policy', '表格 x')
    expect(formatting(other.analysis('zh.policy'))).toEqual([])
  })
  it('into the other language', () => {
    const [edit] = formatting(en, 'zh')
    expect(edit?.text).toMatch(/^政策 haibin\.en「small」\n/u)
  })
})
