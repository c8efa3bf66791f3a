import { writeText } from '../characters.ts'
import { builtInWords, keywords, type KeywordToken } from '../keywords.ts'
import type { DateLiteral, Language, Name, Text } from '../tree.ts'
import { writeQuantity } from '../units.ts'

/** How words are written in one language. */
export interface Words {
  readonly language: Language
  readonly keyword: (token: KeywordToken) => string
  readonly name: (name: Name) => string
  /** A name that stands in a table of both languages' names, and is left as it is. */
  readonly text: (text: Text) => string
  readonly date: (date: DateLiteral) => string
  readonly monthDay: (month: number, day: number) => string
  readonly quantity: (digits: string, unit: Parameters<typeof writeQuantity>[1]) => string
  readonly comma: string
  readonly listComma: string
  readonly colon: string
  readonly open: string
  readonly close: string
}

const spelling = new Map(keywords.map((each) => [each.token, each]))

/** The words of a language; `names` maps names as written to names in that language. */
export function wordsOf(language: Language, names: ReadonlyMap<string, string>): Words {
  const zh = language === 'zh'
  const builtIn = new Map(
    builtInWords.flatMap((each) => [[each.zh, each[language]] as const, [each.en, each[language]] as const]),
  )
  const pad = (value: number, size = 2): string => String(value).padStart(size, '0')
  return {
    language,
    keyword: (token) => spelling.get(token)![language],
    name: ({ text }) => names.get(text) ?? builtIn.get(text) ?? text,
    text: ({ value }) => writeText(value, language),
    date: ({ year, month, day }) => (zh ? `${year}年${month}月${day}日` : `${pad(year, 4)}-${pad(month)}-${pad(day)}`),
    monthDay: (month, day) => (zh ? `${month}月${day}日` : `--${pad(month)}-${pad(day)}`),
    quantity: (digits, unit) => writeQuantity(digits, unit, language),
    comma: zh ? '、' : ',',
    listComma: zh ? '、' : ', ',
    colon: zh ? '：' : ':',
    open: zh ? '（' : '(',
    close: zh ? '）' : ')',
  }
}

/** Joins words with spaces; none beside fullwidth punctuation, none inside brackets or before a colon or comma. */
export function joinWords(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((line, part) => (line === '' || isTight(line, part) ? line + part : `${line} ${part}`), '')
}

function isTight(left: string, right: string): boolean {
  return /[「（：、—」）(]$/u.test(left) || /^[」）：、—「（),:]/u.test(right)
}
