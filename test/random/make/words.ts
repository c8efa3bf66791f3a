import { keywords, type KeywordToken } from '../../../grammar/keywords.ts'
import { writeText } from '../../../grammar/characters.ts'
import { writeQuantity } from '../../../grammar/units.ts'
import type { Language, Unit } from '../../../grammar/tree.ts'

/** How one language writes what policies are made of. */
export interface Words {
  readonly language: Language
  readonly keyword: (token: KeywordToken) => string
  readonly quantity: (digits: string, unit: Unit) => string
  readonly text: (value: string) => string
  readonly date: (date: string) => string
  readonly monthDay: string
  /** A word known everywhere: the Chinese one, or the English one. */
  readonly word: (zh: string, en: string) => string
  readonly comma: string
  readonly colon: string
  readonly dash: string
  readonly included: string
  readonly times: string
  readonly divide: string
  readonly minus: string
  readonly parens: (inner: string) => string
}

export function wordsOf(language: Language): Words {
  const isChinese = language === 'zh'
  return {
    language,
    keyword: (token) => keywords.find((each) => each.token === token)?.[language] ?? fail(token),
    quantity: (digits, unit) => writeQuantity(digits, unit, language),
    text: (value) => writeText(value, language),
    date: (date) => (isChinese ? chineseDate(date) : date),
    monthDay: isChinese ? '1月1日' : '--01-01',
    word: (zh, en) => (isChinese ? zh : en),
    comma: isChinese ? '、' : ', ',
    colon: isChinese ? '：' : ':',
    dash: isChinese ? '—' : ' .. ',
    included: isChinese ? '（含）' : ' (incl)',
    times: isChinese ? '×' : '*',
    divide: isChinese ? '÷' : '/',
    minus: isChinese ? '−' : '-',
    parens: (inner) => (isChinese ? `（${inner}）` : `(${inner})`),
  }
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function fail(token: string): never {
  throw new Error(`there is no keyword ${token}`)
}
