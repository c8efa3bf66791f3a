import { builtInWords, keywords, type KeywordToken } from '../../grammar/keywords.ts'
import type { Language, Unit } from '../../grammar/tree.ts'
import { writeQuantity } from '../../grammar/units.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { multiplyExact } from '../program/exact.ts'
import type { Exact, Type } from '../program/type.ts'
import { plain } from '../program/exact.ts'

/** The language a file is written in: facts and fixes are spelt as the file at hand spells things. */
export function languageOf({ policy, file }: { readonly policy: BoundPolicy; readonly file: string }): Language {
  return policy.files.find((each) => each.name === file)?.language ?? 'zh'
}

/** What has a name in both languages, as one of them calls it. */
export function nameIn(
  named: { readonly label: string; readonly id: string; readonly name?: string },
  language: Language,
): string {
  return language === 'zh' ? named.label : (named.name ?? named.id)
}

export function keyword(token: KeywordToken, language: Language): string {
  return keywords.find((each) => each.token === token)![language]
}

export function yesOrNo(is: boolean, language: Language): string {
  return builtInWords.find(({ en }) => en === (is ? 'yes' : 'no'))![language]
}

/** `10个百分点` or `10pp`. */
export function points(digits: string, language: Language): string {
  return writeQuantity(digits, 'points', language)
}

const unitOf: Readonly<Partial<Record<Type['kind'], { readonly unit: Unit; readonly factor: Exact }>>> = {
  money: { unit: 'yuan', factor: '1' },
  rate: { unit: 'percent', factor: '100' },
  points: { unit: 'points', factor: '100' },
  months: { unit: 'months', factor: '1' },
  days: { unit: 'days', factor: '1' },
  age: { unit: 'yearsOld', factor: '1' },
}

/** A number with the unit of its type. */
export function showExact(value: Exact, type: Type, language: Language): string {
  const known = unitOf[type.kind]
  return known ? writeQuantity(plain(multiplyExact(value, known.factor)), known.unit, language) : plain(value)
}
