import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLanguage } from '../../grammar/find-language.ts'
import { format } from '../../grammar/format.ts'
import { builtInWords, keywords } from '../../grammar/keywords.ts'
import { readTokens } from '../../grammar/read-tokens.ts'
import { toMonarch } from '../../grammar/to-monarch.ts'
import { toTextMate } from '../../grammar/to-textmate.ts'
import type { TokenName } from '../../grammar/tokens.ts'
import { policies } from './policies.ts'

/** For each character of the text the class it is shown as; ' ' for blanks. */
type Classes = readonly string[]

const classOfScope: Readonly<Record<string, string>> = {
  'comment.line.daiyu': 'comment',
  'string.quoted.daiyu': 'text',
  'constant.numeric.date.daiyu': 'date',
  'constant.numeric.daiyu': 'number',
  'keyword.control.daiyu': 'opening',
  'keyword.operator.word.daiyu': 'keyword',
  'support.constant.daiyu': 'builtIn',
  'entity.name.function.daiyu': 'definition',
  'variable.other.daiyu': 'name',
  'punctuation.separator.table.daiyu': 'bar',
  'keyword.operator.daiyu': 'operator',
  'punctuation.separator.daiyu': 'punctuation',
}

const classOfMonarch: Readonly<Record<string, string>> = {
  comment: 'comment',
  string: 'text',
  'number.date': 'date',
  number: 'number',
  'keyword.opening': 'opening',
  keyword: 'keyword',
  predefined: 'builtIn',
  'variable.definition': 'definition',
  variable: 'name',
  'delimiter.bar': 'bar',
  operator: 'operator',
  delimiter: 'punctuation',
}

const opening = new Set<string>(keywords.filter(({ opens }) => opens !== null).map(({ token }) => token))
const keyword = new Set<string>(keywords.map(({ token }) => token))
const builtIn = new Set(builtInWords.flatMap(({ zh, en }) => [zh, en]))
const classOfToken: Partial<Record<TokenName, string>> = {
  Text: 'text',
  Date: 'date',
  MonthDay: 'date',
  Number: 'number',
  Quantity: 'number',
  Fraction: 'number',
  DefinedName: 'definition',
  Bar: 'bar',
  RowBar: 'bar',
  EndBar: 'bar',
  RuleLine: 'bar',
  Plus: 'operator',
  Minus: 'operator',
  Times: 'operator',
  Divide: 'operator',
  Dash: 'operator',
  Comma: 'punctuation',
  Colon: 'punctuation',
  LeftParen: 'punctuation',
  RightParen: 'punctuation',
  Included: 'punctuation',
}

function withoutBlanks(text: string, classes: string[]): Classes {
  return classes.map((each, offset) => (/\s/u.test(text[offset] ?? '') ? ' ' : each))
}

/** What the scanner says. */
function byScanner(text: string): Classes {
  const classes = Array.from({ length: text.length }, () => '')
  const { tokens, comments } = readTokens(text, findLanguage(text))
  for (const { span } of comments) classes.fill('comment', span.start, span.end)
  for (const { name, text: value, startOffset, endOffset } of tokens) {
    const isBuiltIn = name === 'Name' && builtIn.has(value)
    const ofName = isBuiltIn ? 'builtIn' : opening.has(name) ? 'opening' : keyword.has(name) ? 'keyword' : 'name'
    classes.fill(classOfToken[name] ?? ofName, startOffset, endOffset + 1)
  }
  return withoutBlanks(text, classes)
}

/** As TextMate does it: line by line, the pattern that matches first, of those at the same place the first. */
function byTextMate(text: string): Classes {
  const patterns = toTextMate().patterns.map(({ name, match }) => ({ name, pattern: new RegExp(match, 'gu') }))
  const classes = Array.from({ length: text.length }, () => '')
  let lineStart = 0
  for (const line of text.split('\n')) {
    for (let offset = 0; offset < line.length;) {
      let best: { readonly name: string; readonly start: number; readonly end: number } | null = null
      for (const { name, pattern } of patterns) {
        pattern.lastIndex = offset
        const found = pattern.exec(line)
        if (found === null || (best !== null && best.start <= found.index)) continue
        best = { name, start: found.index, end: found.index + found[0].length }
      }
      if (best === null) break
      classes.fill(classOfScope[best.name] ?? `? ${best.name}`, lineStart + best.start, lineStart + best.end)
      offset = best.end
    }
    lineStart += line.length + 1
  }
  return withoutBlanks(text, classes)
}

/** As Monarch does it: the first rule that matches right here, on what is left of the line; else one character on. */
function byMonarch(text: string): Classes {
  const rules = toMonarch().tokenizer.root.map(([pattern, token]) => {
    const opensLine = pattern.startsWith('^')
    return { opensLine, token, pattern: new RegExp(`^(?:${opensLine ? pattern.slice(1) : pattern})`, 'u') }
  })
  const classes = Array.from({ length: text.length }, () => '')
  let lineStart = 0
  for (const line of text.split('\n')) {
    for (let offset = 0; offset < line.length;) {
      const rest = line.slice(offset)
      let length = 1
      for (const { pattern, token, opensLine } of rules) {
        const found = opensLine && offset > 0 ? null : pattern.exec(rest)
        if (found === null || found[0].length === 0) continue
        length = found[0].length
        classes.fill(classOfMonarch[token] ?? '', lineStart + offset, lineStart + offset + length)
        break
      }
      offset += length
    }
    lineStart += line.length + 1
  }
  return withoutBlanks(text, classes)
}

/** Where two classifications differ, as lines that a person can read. */
function differences(text: string, expected: Classes, found: Classes): readonly string[] {
  return expected.flatMap((each, offset) => {
    if (each === found[offset] || expected[offset - 1] !== found[offset - 1]) return []
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? ''
    return [`${text.slice(offset, offset + 12)}… is ${each}, shown as ${found[offset] ?? 'nothing'}, in: ${line}`]
  })
}

const shown = (text: string): readonly string[] => {
  const expected = byScanner(text)
  return [...differences(text, expected, byTextMate(text)), ...differences(text, expected, byMonarch(text))]
}

test.each(policies)('$name looks as it is read, in both languages', ({ name, text }) => {
  const language = findLanguage(text) === 'zh' ? 'en' : 'zh'
  expect(shown(text)).toEqual([])
  const translated = format(text, name, { language }).text
  expect(translated).not.toBeNull()
  expect(shown(translated ?? '')).toEqual([])
})

test.each([
  ['※ 注释 条文', 'comment'],
  ['// 起付线 是指 1200元', 'comment'],
  ['「含※与"的 条文」', 'text'],
  ['"a ""quoted"" 条文"', 'text'],
  ['“条文”', 'text'],
  ['1200元', 'number'],
  ['3.5万元', 'number'],
  ['１２００元', 'number'],
  ['10个百分点', 'number'],
  ['95%', 'number'],
  ['１０％', 'number'],
  ['3 years old', 'number'],
  ['73/63', 'number'],
  ['1_000_000', 'number'],
  ['2023年2月1日', 'date'],
  ['2023-02-01', 'date'],
  ['--09-01', 'date'],
  ['适用于', 'opening'],
  ['applies to', 'opening'],
  ['适用于本市', 'name'],
  ['条文.二', 'name'],
  ['不属于', 'keyword'],
  ['rounded half up to fen', 'keyword'],
  ['是', 'builtIn'],
  ['是否住院', 'name'],
  ['ningbo.employee', 'name'],
  ['|-----|:', 'bar'],
  ['（含）', 'punctuation'],
  ['～', 'operator'],
])('%s is %s as a whole', (text, kind) => {
  const isWhole = kind !== 'bar'
  for (const classes of [byScanner(text), byTextMate(text), byMonarch(text)]) {
    expect(classes[0]).toBe(kind)
    if (isWhole) expect(new Set(classes.filter((each) => each !== ' '))).toEqual(new Set([kind]))
  }
})

test('a name is a definition where 是指 follows it as a word', () => {
  const line = '起付线 是指 起付线是指的'
  for (const classes of [byScanner(line), byTextMate(line), byMonarch(line)]) {
    expect(classes.slice(0, 3)).toEqual(['definition', 'definition', 'definition'])
    expect(classes.slice(4, 6)).toEqual(['keyword', 'keyword'])
    expect(new Set(classes.slice(7))).toEqual(new Set(['name']))
  }
})

test('whatever is typed has colours, whether or not it can be read', () => {
  const piece = fc.constantFrom(
    '|',
    '-',
    '—',
    '「',
    '」',
    '"',
    "'",
    '《',
    '※',
    '1',
    '年',
    '，',
    ' ',
    '元',
    '条文',
    'not',
    '.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      expect(byTextMate(text)).toHaveLength(text.length)
      expect(byMonarch(text)).toHaveLength(text.length)
    }),
  )
})
