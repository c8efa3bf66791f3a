import type { Type } from '../program/type.ts'

export type Kind = Type['kind']

/** A function that every file knows: what its arguments are, and what it gives. */
export interface BuiltIn {
  readonly zh: string
  readonly en: string
  /** The kinds that fit each argument; the last stands for all that follow, if it is `endless`. */
  readonly parameters: readonly (readonly Kind[])[]
  readonly endless: boolean
  /** Null: what its arguments are. */
  readonly result: Kind | null
}

export const numeric: readonly Kind[] = ['money', 'rate', 'points', 'number', 'months', 'days', 'age']

const one = (zh: string, en: string, of: Kind, result: Kind): BuiltIn => ({
  zh,
  en,
  parameters: [[of]],
  endless: false,
  result,
})

export const functions: readonly BuiltIn[] = [
  { zh: '足岁', en: 'fullYears', parameters: [['date'], ['date']], endless: false, result: 'age' },
  one('月初', 'firstOfMonth', 'date', 'date'),
  one('月末', 'lastOfMonth', 'date', 'date'),
  one('年初', 'firstOfYear', 'date', 'date'),
  one('年末', 'lastOfYear', 'date', 'date'),
  one('月份', 'monthOf', 'date', 'months'),
  one('所在省', 'provinceOf', 'region', 'region'),
  one('所在市', 'prefectureOf', 'region', 'region'),
  { zh: '较小者', en: 'lesser', parameters: [numeric, numeric], endless: true, result: null },
  { zh: '较大者', en: 'greater', parameters: [numeric, numeric], endless: true, result: null },
]

export const functionNamed = (name: string): BuiltIn | undefined =>
  functions.find(({ zh, en }) => zh === name || en === name)
