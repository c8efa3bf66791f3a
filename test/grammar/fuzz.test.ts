import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { format } from '../../grammar/format.ts'
import { keywords } from '../../grammar/keywords.ts'
import { parse } from '../../grammar/parse.ts'
import { syntaxCodes } from '../../grammar/syntax-code.ts'
import { cpuTime } from './cpu-time.ts'
import { policies } from './policies.ts'

const codes = new Set<string>(syntaxCodes)

/** Nothing is thrown, the tree is plain data, every place lies in the text, and problems keep the file unformatted. */
function checkSound(text: string): void {
  const { tree, problems } = parse(text, 'a.policy')
  const isInside = ({ start, end }: { start: number; end: number }): boolean =>
    0 <= start && start <= end && end <= text.length
  JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'span') expect(value).toSatisfy(isInside)
    return value
  })
  for (const { code, span, fixes = [] } of problems) {
    expect(codes).toContain(code)
    expect(span).toSatisfy(isInside)
    for (const { edits } of fixes) for (const edit of edits) expect(edit.span).toSatisfy(isInside)
  }
  const formatted = format(text, 'a.policy').text
  expect(formatted === null).toBe(problems.length > 0)
}

const marks = [
  '：',
  '、',
  '（',
  '）',
  '(',
  '"',
  '「',
  '」',
  '|',
  '\n',
  '\n  ',
  '|---|',
  '—',
  '..',
  '-',
  '+',
  '※',
  '//',
  '。',
  '“',
]
const values = [
  '甲',
  'a.b',
  '5元',
  '5',
  '4/3',
  '2023年2月1日',
  '2023-02-01',
  '8%',
  '「乙」',
  '（含）',
  '45岁',
  '　',
  '\u200b',
]
const soup = fc.array(
  fc.oneof(
    fc.constantFrom(...keywords.flatMap(({ zh, en }) => [zh, en])),
    fc.constantFrom(...marks),
    fc.constantFrom(...values),
  ),
  { maxLength: 60 },
)

it('random characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), checkSound), { numRuns: 200 })
})

it('random words of the language', () => {
  fc.assert(
    fc.property(soup, fc.constantFrom('', ' '), (words, blank) => checkSound(words.join(blank))),
    { numRuns: 300 },
  )
})

it('the settlement with stretches taken out, put in and moved', () => {
  const { text = '' } = policies.find(({ name }) => name.endsWith('benefits.policy')) ?? {}
  const edit = fc.record({
    at: fc.nat(text.length),
    take: fc.nat(12),
    put: fc.oneof(
      soup.map((words) => words.slice(0, 3).join(' ')),
      fc.constant(''),
    ),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      checkSound(edits.reduce((done, { at, take, put }) => done.slice(0, at) + put + done.slice(at + take), text))
    }),
    { numRuns: 60 },
  )
})

describe('hostile texts end within a second', () => {
  const start = '条文 问答「甲」\n'
  const table = `${start}表格 甲 按照 乙\n`
  const texts: readonly (readonly [string, string])[] = [
    ['ten thousand parentheses', `${start}甲 是指 ${'('.repeat(10_000)}`],
    ['the same, closed', `${start}甲 是指 ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['quantifiers in one another', `${start}甲 是指 ${'任一 甲 满足 '.repeat(9_000)}`],
    ['a long sum', `${start}甲 是指 1${' + 1'.repeat(9_000)}`],
    ['a million names', 'a '.repeat(1_000_000)],
    ['as many names as are allowed', 'a '.repeat(59_000)],
    ['the same, each on its line', 'a b\n'.repeat(29_000)],
    ['a long list', `${start}甲 是指 乙 属于 ${'丙、'.repeat(29_000)}`],
    ['many rows', `${table}${'| 甲 | 1元 |\n'.repeat(9_000)}`],
    ['many bad rows', `${table}${'| 甲 乙 | 1元 ) |\n'.repeat(7_000)}`],
    ['rows left open', `${table}${'| 甲 | 1元\n'.repeat(9_000)}`],
    ['bars', '|'.repeat(59_000)],
    ['a bar on each line', '|\n'.repeat(59_000)],
    ['a rule that does not end', `|${'-'.repeat(200_000)}`],
    ['openers', '条文 '.repeat(25_000)],
    ['open quotes', '「甲\n'.repeat(30_000)],
    ['quotes in quotes', `${'「甲 理由'.repeat(12_000)}」`],
    ['curly quotes left open', '“'.repeat(80_000)],
    ['control characters', '\u0000'.repeat(200_000)],
    ['strange letters', 'ж '.repeat(50_000)],
    ['full stops', '。'.repeat(80_000)],
    ['numbers with no unit known', '5x '.repeat(30_000)],
    ['digits', '1'.repeat(250_000)],
    ['a long name', '甲'.repeat(80_000)],
    ['comments', '※\n'.repeat(60_000)],
    ['blanks', `「${' '.repeat(200_000)}「」`],
  ]

  it.each(texts)('%s', (_, text) => {
    expect(cpuTime(() => parse(text, 'a.policy'))).toBeLessThan(1_000)
    const { tree } = parse(text, 'a.policy')
    expect(() => JSON.stringify(tree)).not.toThrow()
  })
})
