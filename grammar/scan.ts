import { checkName, codePointAt, withPlainDigits } from './characters.ts'
import { replaceBy, type Finding } from './finding.ts'
import { keywords } from './keywords.ts'
import { scanNumber } from './scan-number.ts'
import { scanText } from './scan-text.ts'
import { endOfLine, matchAt, type Line, type Scanning } from './scanning.ts'
import { makeToken, type Token, type TokenContent, type TokenName } from './tokens.ts'
import type { Comment, Language, Span } from './tree.ts'

export interface Scanned {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
}

const blank = /[\t\p{Zs}\r\uFEFF]+/uy
// Radicals (U+2E80 to U+2FDF) are no letters, but look like the characters they are refused for.
const namePattern =
  /[\p{ID_Start}_\u2E80-\u2FDF][\p{ID_Continue}\p{Cf}\u2E80-\u2FDF]*(?:\.[\p{ID_Start}_][\p{ID_Continue}\p{Cf}]*)*/uy
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const ruleLine = /^[|｜][\t |｜─—－-]*[|｜]$/u
const included = /[（(][\t\p{Zs}]*(?:含|incl)[\t\p{Zs}]*[)）]/uy
const dash = /—{1,2}|–|～|~|〜|\.\./uy
const symbol = /≥|>=|＞=|≤|<=|＜=|>|＞|<|＜|==|=|＝|&&/uy
const unknownRun = /[^\p{ID_Continue}\t\p{Zs}\r\n「」“”"|｜（）()：:、，,]/uy

const marks = (name: TokenName, ...all: readonly string[]): readonly (readonly [string, TokenName])[] =>
  all.map((mark) => [mark, name] as const)

const punctuation = new Map<string, TokenName>([
  ...marks('Bar', '|', '｜'),
  ...marks('Comma', '、', '，', ','),
  ...marks('Colon', '：', ':'),
  ...marks('LeftParen', '（', '('),
  ...marks('RightParen', '）', ')'),
  ...marks('Plus', '+', '＋'),
  ...marks('Minus', '-', '－', '−'),
  ...marks('Times', '*', '＊', '×'),
  ...marks('Divide', '/', '／', '÷'),
])

const symbolWords = new Map<string, TokenName>([
  ...marks('AtLeast', '≥', '>=', '＞='),
  ...marks('AtMost', '≤', '<=', '＜='),
  ...marks('MoreThan', '>', '＞'),
  ...marks('Below', '<', '＜'),
  ...marks('Equals', '=', '==', '＝'),
  ...marks('And', '&&'),
])

/** The patterns and marks of this file, for those who describe tokens to others. */
export const scanPatterns = { name: namePattern, included, dash, symbol, punctuation } as const

/**
 * Text to tokens, before it is known which names are keywords. Every bar is a `Bar`. Goes on whatever
 * it meets; stops, with what it has, after `limit` tokens.
 */
export function scan(source: string, language: Language, limit: number, report: (finding: Finding) => void): Scanned {
  const tokens: Token[] = []
  const comments: Comment[] = []
  let lineNumber = 0
  let offset = 0
  const line: Line = { isEmpty: true, end: endOfLine(source, 0), places: new Map(), isUnbalanced: false }
  const add = (name: TokenName, start: number, end: number, content?: TokenContent): void => {
    tokens.push(makeToken(name, source, start, end, lineNumber, content))
    line.isEmpty = false
  }
  const scanning: Scanning = { source, language, line, report, add }

  while (offset < source.length && tokens.length <= limit) {
    const character = source[offset] ?? ''
    if (character === '\n') {
      lineNumber += 1
      offset += 1
      line.isEmpty = true
      line.end = endOfLine(source, offset)
      line.places.clear()
      line.isUnbalanced = false
      continue
    }
    const blanks = matchAt(blank, source, offset)
    if (blanks > 0) {
      offset += blanks
      continue
    }
    if (character === '※' || source.startsWith('//', offset)) {
      const { end } = line
      const text = source.slice(offset + (character === '※' ? 1 : 2), end).replace(/^ /u, '')
      comments.push({ text, ownLine: line.isEmpty, span: { start: offset, end } })
      offset = end
      continue
    }
    offset =
      scanText(scanning, offset) ??
      scanNumber(scanning, offset) ??
      scanName(scanning, offset) ??
      scanMark(scanning, offset) ??
      skipUnknown(scanning, offset)
  }
  return { tokens, comments }
}

function scanName({ source, report, add }: Scanning, start: number): number | null {
  const length = matchAt(namePattern, source, start)
  if (length === 0) return null
  const written = withPlainDigits(source.slice(start, start + length)).replace(/\p{Cf}/gu, '')
  checkName(source.slice(start, start + length), start, report)
  add('Name', start, start + length, { text: written })
  return start + length
}

function scanMark({ source, language, line, report, add }: Scanning, start: number): number | null {
  const isBar = source[start] === '|' || source[start] === '｜'
  const rest = line.isEmpty && isBar ? (source.slice(start, line.end).split(/※|\/\//u, 1)[0] ?? '').trimEnd() : ''
  if (ruleLine.test(rest) && /[─—－-]/u.test(rest)) {
    add('RuleLine', start, start + rest.length)
    return start + rest.length
  }
  for (const [pattern, name] of [
    [included, 'Included'],
    [dash, 'Dash'],
  ] as const) {
    const length = matchAt(pattern, source, start)
    if (length === 0) continue
    add(name, start, start + length)
    return start + length
  }
  const name = punctuation.get(source[start] ?? '')
  if (name !== undefined) {
    add(name, start, start + 1)
    return start + 1
  }
  const span = { start, end: start + matchAt(symbol, source, start) }
  const written = source.slice(start, span.end)
  const keyword = keywords.find(({ token }) => token === symbolWords.get(written))
  if (keyword === undefined) return null
  const word = keyword[language]
  report({
    code: 'symbol-for-word',
    span,
    facts: { symbol: written, word },
    fixes: replaceBy(span, spaced(source, span, word), word),
  })
  add(keyword.token, start, span.end)
  return span.end
}

// With a blank on each side on which there is none yet.
function spaced(source: string, { start, end }: Span, word: string): string {
  const [before, after] = [source[start - 1] ?? ' ', source[end] ?? ' '].map((each) => (/\s/u.test(each) ? '' : ' '))
  return `${before}${word}${after}`
}

function skipUnknown({ source, report }: Scanning, start: number): number {
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0)
  const end = start + character.length
  // Hidden characters are reported by themselves.
  if (invisible.test(character)) return end
  if (/[。．.；;]/u.test(character)) {
    const span = { start, end }
    report({ code: 'full-stop', span, facts: { character }, fixes: replaceBy(span, '') })
    return end
  }
  let last = end
  for (let length = 1; length > 0; last += length) {
    length = /[。．.；;]/u.test(source[last] ?? '') ? 0 : matchAt(unknownRun, source, last)
  }
  report({
    code: 'invalid-character',
    span: { start, end: last },
    facts: { character, codePoint: codePointAt(source, start) },
  })
  return last
}
