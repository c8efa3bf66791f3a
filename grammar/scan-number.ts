import { withPlainDigits } from './characters.ts'
import { replaceBy } from './finding.ts'
import { near } from './near.ts'
import { matchAt, type Scanning } from './scanning.ts'
import type { Unit } from './tree.ts'
import { units } from './units.ts'

const digit = '[0-9０-９]'
const gap = '[\\t\\p{Zs}]*'
const isoDate = new RegExp(`${digit}{4}[-－]${digit}{1,2}[-－]${digit}{1,2}(?![0-9０-９\\p{ID_Continue}])`, 'uy')
const chineseDate = new RegExp(`${digit}+${gap}年${gap}${digit}{1,2}${gap}月(?:${gap}${digit}{1,2}${gap}日)?`, 'uy')
const otherDate = new RegExp(`${digit}{4}([/.／．])${digit}{1,2}\\1${digit}{1,2}(?!${digit})`, 'uy')
const chineseMonthDay = new RegExp(`${digit}{1,2}${gap}月${gap}${digit}{1,2}${gap}日`, 'uy')
const isoMonthDay = new RegExp(`[-－]{2}${digit}{2}[-－]${digit}{2}(?!${digit})`, 'uy')
const fraction = new RegExp(`${digit}+[/／]${digit}+(?![0-9０-９_.%％\\p{ID_Continue}])`, 'uy')
const grouped = new RegExp(`[1-9１-９]${digit}{0,2}(?:,${digit}{3})+(?:\\.${digit}+)?(?!${digit})`, 'uy')
const number = new RegExp(`${digit}(?:${digit}|_)*(?:\\.${digit}+)?`, 'uy')
const blanks = new RegExp(gap, 'uy')
const rangeWord = new RegExp(`${gap}[至到]${gap}(?=${digit})`, 'uy')
const unitRun = /[\p{ID_Continue}]+/uy

const unitWords = new Map<string, Unit>()
for (const { unit, zh, en, enOne } of units) for (const words of [zh, en, enOne]) unitWords.set(words, unit)
unitWords.set('％', 'percent')
const longestFirst = [...unitWords.keys()]
  .filter((words) => !/[%％]/u.test(words))
  .toSorted((a, b) => b.length - a.length)
const unitWord = new RegExp(
  `${gap}([%％]|(?:${longestFirst.join('|').replaceAll(' ', '[\\t\\p{Zs}]+')})(?!(?![至到]${digit})\\p{ID_Continue}))`,
  'uy',
)

/** What a date or a day of the year looks like, in the order in which they are tried. */
export const datePatterns: readonly RegExp[] = [isoMonthDay, isoDate, chineseDate, chineseMonthDay, otherDate]

/** What a number looks like: a fraction, else digits that a unit may follow. */
export const numberPatterns = { fraction, digits: [grouped, number], units: [unitWord, unitRun] } as const

const numbersIn = (text: string): readonly number[] => (withPlainDigits(text).match(/[0-9]+/gu) ?? []).map(Number)

/** A number, quantity, fraction or date at the offset; the offset after it, or null where there is none. */
export function scanNumber(scanning: Scanning, start: number): number | null {
  const { source } = scanning
  const first = source[start] ?? ''
  if (first === '-' || first === '－') {
    const length = matchAt(isoMonthDay, source, start)
    if (length === 0) return null
    scanning.add('MonthDay', start, start + length, { numbers: numbersIn(source.slice(start, start + length)) })
    return start + length
  }
  if (!/[0-9０-９]/u.test(first)) return null
  return scanDate(scanning, start) ?? scanFraction(scanning, start) ?? scanQuantity(scanning, start)
}

function scanDate(scanning: Scanning, start: number): number | null {
  const { source, language, report, add } = scanning
  const iso = matchAt(isoDate, source, start)
  const length = iso || matchAt(chineseDate, source, start)
  if (length > 0) {
    const end = start + length
    const found = source.slice(start, end)
    const numbers = numbersIn(found)
    const isWhole = numbers.length === 3 && /^[0-9]{4}(?![0-9])/u.test(withPlainDigits(found))
    if (!isWhole) report({ code: 'bad-date', span: { start, end }, facts: { found, forms: dateForms } })
    add('Date', start, end, { numbers: [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0] })
    return scanRangeWord(scanning, start, end)
  }
  const monthDay = matchAt(chineseMonthDay, source, start)
  if (monthDay > 0) {
    add('MonthDay', start, start + monthDay, { numbers: numbersIn(source.slice(start, start + monthDay)) })
    return start + monthDay
  }
  const other = matchAt(otherDate, source, start)
  if (other === 0) return null
  const span = { start, end: start + other }
  const found = source.slice(start, span.end)
  const [year = 0, month = 0, day = 0] = numbersIn(found)
  const written = language === 'zh' ? `${year}年${month}月${day}日` : writeIsoDate(year, month, day)
  report({ code: 'bad-date', span, facts: { found, forms: dateForms }, fixes: replaceBy(span, written) })
  add('Date', start, span.end, { numbers: [year, month, day] })
  return span.end
}

const dateForms: readonly string[] = ['2023年2月1日', '2023-02-01']

/** `2023-02-01`. */
export function writeIsoDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function scanFraction({ source, add }: Scanning, start: number): number | null {
  const length = matchAt(fraction, source, start)
  if (length === 0) return null
  const [digits = '', text = ''] = withPlainDigits(source.slice(start, start + length)).split(/[/／]/u)
  add('Fraction', start, start + length, { digits, text })
  return start + length
}

function scanQuantity(scanning: Scanning, start: number): number {
  const { source, language, report, add } = scanning
  const groups = matchAt(grouped, source, start)
  const length = groups || matchAt(number, source, start)
  const end = start + length
  const written = withPlainDigits(source.slice(start, end))
  const digits = written.replace(/[_,]/gu, '')
  if (groups > 0) {
    const span = { start, end }
    const facts = { found: source.slice(start, end), written: digits }
    report({ code: 'thousands-comma', span, facts, fixes: replaceBy(span, digits) })
  }
  const unit = unitAt(source, end)
  if (unit !== null) {
    add('Quantity', start, end + unit.length, { digits, unit: unit.unit })
    return scanRangeWord(scanning, start, end + unit.length)
  }
  const unknown = matchAt(unitRun, source, end)
  if (unknown > 0) {
    const span = { start: end, end: end + unknown }
    const found = source.slice(span.start, span.end)
    const words = units.map((each) => each[language])
    report({ code: 'unknown-unit', span, facts: { found, units: words, suggestions: near(found, words) } })
  }
  add('Number', start, end + unknown, { digits })
  return end + unknown
}

/** 3元至5元: the word becomes the mark that a range is written with. */
function scanRangeWord({ source, report, add }: Scanning, start: number, end: number): number {
  if (matchAt(rangeWord, source, end) === 0) return end
  const after = end + matchAt(blanks, source, end)
  const span = { start: after, end: after + 1 }
  const separator = source.slice(span.start, span.end)
  report({
    code: 'range-with-hyphen',
    span,
    facts: { separator, written: `${source.slice(start, end)}—` },
    fixes: replaceBy({ start: end, end: span.end }, '—'),
  })
  add('Dash', span.start, span.end)
  return span.end
}

function unitAt(source: string, offset: number): { readonly unit: Unit; readonly length: number } | null {
  unitWord.lastIndex = offset
  const match = unitWord.exec(source)
  const unit = unitWords.get((match?.[1] ?? '').replace(/[\t\p{Zs}]+/gu, ' '))
  return match === null || unit === undefined ? null : { unit, length: match[0].length }
}
