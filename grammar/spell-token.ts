import { writeText } from './characters.ts'
import { spell } from './expected.ts'
import { keywordOf } from './keyword-tokens.ts'
import { builtInWords } from './keywords.ts'
import { writeIsoDate } from './scan-number.ts'
import type { Token, TokenName } from './tokens.ts'
import type { Language } from './tree.ts'
import { writeQuantity } from './units.ts'

/** How the words of a file are to be written. */
export interface Spelling {
  readonly language: Language
  /** Names as written to the names to write in their place. */
  readonly names: ReadonlyMap<string, string>
  /** Names that stay as they are. */
  readonly kept: ReadonlySet<Token>
}

/** Which names of a line are to be translated: none in columns that give a name in both languages. */
export type NamesIn = 'all' | 'built-in' | 'none'

type Write = (token: Token, language: Language) => string

const literals: Partial<Record<TokenName, Write>> = {
  Text: ({ text }, language) => writeText(text, language),
  Quantity: ({ digits, unit }, language) => (unit === null ? digits : writeQuantity(digits, unit, language)),
  Number: ({ digits }) => digits,
  Fraction: ({ digits, text }) => `${digits}/${text}`,
  Date: ({ numbers: [year = 0, month = 0, day = 0] }, language) =>
    language === 'zh' ? `${String(year).padStart(4, '0')}年${month}月${day}日` : writeIsoDate(year, month, day),
  MonthDay: ({ numbers: [month = 0, day = 0] }, language) =>
    language === 'zh' ? `${month}月${day}日` : `-${writeIsoDate(0, month, day).slice(4)}`,
}

const naming = new Set<TokenName>(['Policy', 'Reading', 'Alternatively', 'Cites'])

/** What policies, readings and alternatives are called, and what is cited: names of their own, whatever else is called so. */
export function keptNames(tokens: readonly Token[]): ReadonlySet<Token> {
  const kept = new Set<Token>()
  for (const [place, token] of tokens.entries()) {
    const [before, previous] = [tokens[place - 2], tokens[place - 1]]
    const isNext = before !== undefined && previous?.name === 'Comma' && kept.has(before)
    if (token.name === 'Name' && (isNext || (previous && naming.has(previous.name)))) kept.add(token)
  }
  return kept
}

/** A token as the language writes it. */
function spellToken(token: Token, { language, names, kept }: Spelling, namesIn: NamesIn): string {
  if (kept.has(token)) return token.text
  if (token.name === 'Name' || token.name === 'DefinedName') return spellName(token.text, language, names, namesIn)
  return literals[token.name]?.(token, language) ?? spell(token.name, language)
}

const toChinese = new Map(builtInWords.map(({ zh, en }) => [en, zh]))
const toEnglish = new Map(builtInWords.map(({ zh, en }) => [zh, en]))
const plainName =
  /^[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z0-9_]*(?:\.[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z0-9_]*)*$/u

function spellName(name: string, language: Language, names: ReadonlyMap<string, string>, namesIn: NamesIn): string {
  if (namesIn === 'none') return name
  const builtIn = (language === 'zh' ? toChinese : toEnglish).get(name)
  if (builtIn !== undefined) return builtIn
  const other = namesIn === 'all' ? names.get(name) : undefined
  return other !== undefined && plainName.test(other) && keywordOf(other) === null ? other : name
}

const tightBefore = new Set<TokenName>(['Comma', 'Colon', 'RightParen'])
const tightBeforeInChinese = new Set<TokenName>(['LeftParen', 'Included', 'Text', 'Dash'])
const tightAfterInChinese = new Set<TokenName>([
  'Comma',
  'Colon',
  'LeftParen',
  'RightParen',
  'Included',
  'Text',
  'Dash',
])

/** Whether a blank stands between two tokens of a line: fullwidth punctuation brings its own. */
function hasBlankBetween(left: Token, right: Token, language: Language): boolean {
  if (tightBefore.has(right.name) || left.name === 'LeftParen') return false
  if (language === 'zh') return !tightBeforeInChinese.has(right.name) && !tightAfterInChinese.has(left.name)
  return right.name !== 'LeftParen' || left.name !== 'Name'
}

/** The tokens of a line or a cell, with blanks between them. */
export function spellTokens(tokens: readonly Token[], spelling: Spelling, namesIn: NamesIn): string {
  return tokens
    .map((token, place) => {
      const previous = tokens[place - 1]
      const blank = previous !== undefined && hasBlankBetween(previous, token, spelling.language) ? ' ' : ''
      return blank + spellToken(token, spelling, namesIn)
    })
    .join('')
}
