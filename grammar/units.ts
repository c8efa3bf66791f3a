import type { Language, Unit } from './tree.ts'

/** How a unit is written. The words are one to one, so that a conversion there and back changes nothing. */
export interface UnitWords {
  readonly unit: Unit
  readonly zh: string
  readonly en: string
  /** The English word after the number 1; also accepted after any number. */
  readonly enOne: string
  /** Whether English writes the word directly after the digits. */
  readonly glued: boolean
}

export const units: readonly UnitWords[] = [
  { unit: 'yuan', zh: '元', en: 'yuan', enOne: 'yuan', glued: false },
  { unit: 'wanYuan', zh: '万元', en: 'wan yuan', enOne: 'wan yuan', glued: false },
  { unit: 'yiYuan', zh: '亿元', en: 'yi yuan', enOne: 'yi yuan', glued: false },
  { unit: 'percent', zh: '%', en: '%', enOne: '%', glued: true },
  { unit: 'points', zh: '个百分点', en: 'pp', enOne: 'pp', glued: true },
  { unit: 'years', zh: '年', en: 'years', enOne: 'year', glued: false },
  { unit: 'yearsOld', zh: '周岁', en: 'years old', enOne: 'year old', glued: false },
  { unit: 'months', zh: '个月', en: 'months', enOne: 'month', glued: false },
  { unit: 'days', zh: '日', en: 'days', enOne: 'day', glued: false },
]

/** The quantity as one language writes it: `3.5万元`, `3.5 wan yuan`, `1 day`. */
export function writeQuantity(digits: string, unit: Unit, language: Language): string {
  const words = units.find((each) => each.unit === unit)
  if (words === undefined) return digits
  if (language === 'zh') return digits + words.zh
  return digits + (words.glued ? '' : ' ') + (digits === '1' ? words.enOne : words.en)
}
