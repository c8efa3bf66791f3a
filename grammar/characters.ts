import { replaceBy, type Finding } from './finding.ts'
import type { Language } from './tree.ts'

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** `U+200B` for the character that begins at the offset. */
export function codePointAt(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset) ?? 0
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

function kindOf(character: string): string {
  if (bidi.test(character)) return 'bidi'
  if (/\p{Cf}/u.test(character)) return 'zero-width'
  if (/[\p{Zl}\p{Zp}]/u.test(character)) return 'line-separator'
  return /\p{Cs}/u.test(character) ? 'surrogate' : 'control'
}

/**
 * Characters that a reader cannot see, anywhere in the file, comments and quotes included: they can make a
 * rule read differently from what it says. A byte-order mark at the file's start, tabs and line ends are fine.
 */
export function findHiddenCharacters(source: string, report: (finding: Finding) => void): void {
  for (const match of source.matchAll(hidden)) {
    const [character] = match
    const start = match.index
    if (character === '\n' || character === '\t') continue
    if (character === '\r' && source[start + 1] === '\n') continue
    if (character === '\uFEFF' && start === 0) continue
    const span = { start, end: start + character.length }
    const codePoint = codePointAt(source, start)
    const facts = { codePoint, kind: kindOf(character) }
    report({ code: 'hidden-character', span, facts, fixes: replaceBy(span, '') })
  }
}

// Letters of other alphabets that look like Latin ones, in pairs.
const lookalikes = new Map(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'уy',
    'хx',
    'іi',
    'ѕs',
    'јj',
    'АA',
    'ВB',
    'ЕE',
    'КK',
    'МM',
    'НH',
    'ОO',
    'РP',
    'СC',
    'ТT',
  ]
    .concat([
      'ХX',
      'αa',
      'οo',
      'ρp',
      'νv',
      'ΑA',
      'ΒB',
      'ΕE',
      'ΖZ',
      'ΗH',
      'ΙI',
      'ΚK',
      'ΜM',
      'ΝN',
      'ΟO',
      'ΡP',
      'ΤT',
      'ΥY',
      'ΧX',
    ])
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

// The radicals supplement looks like whole characters, but normalises to itself.
const plain = /[\p{Script=Han}A-Za-z0-9_.]/u
const radical = /[\u2E80-\u2EFF]/u

function isPlain(character: string): boolean {
  return plain.test(character) && !radical.test(character) && character.normalize('NFKC') === character
}

/** The plain character that looks the same; empty where there is none. */
function lookalikeOf(character: string): string {
  const normal = character.normalize('NFKC')
  return lookalikes.get(character) ?? (Array.from(normal).every(isPlain) ? normal : '')
}

/**
 * A name may hold Chinese characters, ASCII letters, digits and `_`, each in its ordinary form: names that
 * look alike are then equal. Fullwidth digits are tolerated, as are hidden characters, which are reported by
 * themselves. Reports the first character that is none of these.
 */
export function checkName(name: string, start: number, report: (finding: Finding) => void): void {
  const isFine = (character: string): boolean => isPlain(character) || /[０-９\p{Cf}]/u.test(character)
  const characters = Array.from(name)
  const place = characters.findIndex((character) => !isFine(character))
  const character = characters[place]
  if (character === undefined) return
  const offset = start + characters.slice(0, place).join('').length
  const codePoint = codePointAt(character, 0)
  const better = characters.map((each) => (isFine(each) ? each : lookalikeOf(each) || each)).join('')
  const isRepaired = Array.from(better).every(isFine)
  report({
    code: 'confusable-name',
    span: { start: offset, end: offset + character.length },
    facts: { name, character, codePoint, lookalike: lookalikeOf(character) },
    ...(isRepaired ? { fixes: replaceBy({ start, end: start + name.length }, better) } : {}),
  })
}

/** The marks that a language puts around a text, and the ones it uses where the text contains those. */
export function writeText(value: string, language: Language): string {
  const isChinese = language === 'zh' ? !/[「」]/u.test(value) : value.includes('"') && !/[「」]/u.test(value)
  return isChinese ? `「${value}」` : `"${value.replaceAll('"', '""')}"`
}

const fullwidthDigit = /[０-９]/gu

/** Fullwidth digits become the ordinary ones; the length stays the same. */
export const withPlainDigits = (text: string): string =>
  text.replace(fullwidthDigit, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
