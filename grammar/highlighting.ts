import { builtInWords, keywords } from './keywords.ts'
import { scanPatterns } from './scan.ts'
import { datePatterns, numberPatterns } from './scan-number.ts'
import { foreignMarks } from './scan-text.ts'
import type { TokenName } from './tokens.ts'

/** What a piece of text is to the eye. `opening` is a keyword that opens a statement, `definition` a name before 是指. */
export type HighlightKind =
  | 'comment'
  | 'text'
  | 'date'
  | 'number'
  | 'opening'
  | 'keyword'
  | 'builtIn'
  | 'definition'
  | 'name'
  | 'bar'
  | 'operator'
  | 'punctuation'

/**
 * One kind of token, and what it looks like from its first character on, within one line. The pattern means
 * the same to JavaScript (with the flag `u`) and to Oniguruma; it begins with `^` where the token opens its line.
 */
export interface HighlightRule {
  readonly kind: HighlightKind
  readonly pattern: string
}

const blank = '[\\t\\p{Zs}]'
// What would make a word the beginning of a longer name.
const nameEnd = '(?![\\p{ID_Continue}\\p{Cf}\\u2E80-\\u2FDF]|\\.[\\p{ID_Start}_])'
const escaped = (mark: string): string => mark.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&')
const anyOf = (patterns: Iterable<string>): string => `(?:${[...patterns].join('|')})`
const sources = (patterns: readonly RegExp[]): readonly string[] => patterns.map(({ source }) => source)

// The longest first: `not in` before `not`.
function words(all: readonly string[]): string {
  const longestFirst = all.toSorted((first, second) => second.length - first.length)
  return anyOf(longestFirst.map((each) => escaped(each).replaceAll(' ', `${blank}+`))) + nameEnd
}

const spellings = (all: readonly { readonly zh: string; readonly en: string }[]): readonly string[] =>
  all.flatMap(({ zh, en }) => [zh, en])

const kindOfMark = (name: TokenName): HighlightKind => {
  if (name === 'Bar') return 'bar'
  return name === 'Plus' || name === 'Minus' || name === 'Times' || name === 'Divide' ? 'operator' : 'punctuation'
}

const marks = (kind: HighlightKind): HighlightRule => {
  const ofKind = [...scanPatterns.punctuation].filter(([, name]) => kindOfMark(name) === kind)
  return { kind, pattern: anyOf(ofKind.map(([mark]) => escaped(mark))) }
}

const means = keywords.filter(({ token }) => token === 'Means')
const { fraction, digits, units } = numberPatterns
const foreignTexts = [...foreignMarks].map(([opening, closing]) => `${opening}[^${closing}]*${closing}`)

/**
 * Every token of the language, in the order in which the scanner tries them: the first that matches at a
 * place is what stands there. Text that no rule matches is no part of the language. Where the scanner
 * mends a slip (a unit that does not exist, a quote inside a quote), colours may differ from what it found.
 */
export const highlightRules: readonly HighlightRule[] = [
  { kind: 'comment', pattern: '(?:※|//).*' },
  { kind: 'text', pattern: anyOf(['「[^」]*(?:」|$)', '"(?:[^"]|"")*(?:"|$)', ...foreignTexts]) },
  ...sources(datePatterns).map((pattern) => ({ kind: 'date', pattern }) as const),
  { kind: 'number', pattern: fraction.source },
  { kind: 'number', pattern: `${anyOf(sources(digits))}${anyOf(sources(units))}?` },
  { kind: 'opening', pattern: words(spellings(keywords.filter(({ opens }) => opens !== null))) },
  { kind: 'keyword', pattern: words(spellings(keywords.filter(({ opens }) => opens === null))) },
  { kind: 'builtIn', pattern: words(spellings(builtInWords)) },
  { kind: 'definition', pattern: `${scanPatterns.name.source}${nameEnd}(?=${blank}*${words(spellings(means))})` },
  { kind: 'name', pattern: scanPatterns.name.source },
  { kind: 'bar', pattern: `^${blank}*[|｜][\\t |｜]*[─—－-][\\t |｜─—－-]*[|｜](?=${blank}*(?:$|※|//))` },
  { kind: 'punctuation', pattern: scanPatterns.included.source },
  { kind: 'operator', pattern: scanPatterns.dash.source },
  marks('bar'),
  marks('punctuation'),
  marks('operator'),
  { kind: 'keyword', pattern: scanPatterns.symbol.source },
]

/** What an editor without a language server knows of a file: comments, pairs of marks, and what a word is. */
export const languageMarks = {
  comments: { lineComment: '※' },
  brackets: [
    ['（', '）'],
    ['(', ')'],
  ],
  pairs: [
    ['「', '」'],
    ['"', '"'],
    ['（', '）'],
    ['(', ')'],
  ],
  /** With the flag `u`. */
  word: '[\\p{ID_Start}_][\\p{ID_Continue}]*',
} as const
