import { operatorTable } from '../../check/operators.ts'
import { operatorWord } from '../operator-word.ts'

/** Marks a word of the policy. */
export const quoted = (word: string): string => `“${word}”`

export const listed = (words: readonly string[]): string => words.slice(0, 4).map(quoted).join('、')

/** A name marked; where the policy gives none, the words that stand for it. */
export const named = (name: string, otherwise: string): string => (name === '' ? otherwise : quoted(name))

/** What to do about a name that is not known. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `是不是想写${listed(near)}？`
}

/** One case, as its parts stand in the facts. */
export const caseOf = (witness: readonly string[]): string => (witness.length === 0 ? '任何情形' : witness.join('，'))

export const operator = (name: string): string => quoted(operatorWord(name, 'zh'))

const types: Readonly<Record<string, string>> = {
  money: '金额',
  rate: '比例',
  points: '百分点',
  number: '数',
  months: '月数',
  days: '天数',
  age: '周岁',
  date: '日期',
  yearMonth: '年月「2023-03」',
  region: '行政区划',
  boolean: '是或否',
  text: '文字',
  texts: '文字清单',
  list: '清单',
  schedule: '分段比例',
  absent: '未填',
  unknown: '别的内容',
  'choice or region': '选项或行政区划',
}

/** A type of the facts in people's words; whatever is not known is the name of a choice. */
export function typeName(key: string): string {
  if (key.startsWith('optional ')) return `可能未填的${typeName(key.slice('optional '.length))}`
  return Object.hasOwn(types, key) ? types[key]! : `选项${quoted(key)}`
}

/** 35000 is 3.5万元; ∞ has no number. */
export function yuan(amount: string): string {
  const value = Number(amount)
  return value >= 10_000 && Number.isInteger(value / 1000) ? `${value / 10_000}万元` : `${amount}元`
}

/** A stretch of amounts, as bands speak of it. */
export function stretch(from: string, to: string): string {
  return to === '∞' ? `${yuan(from)}以上` : `${yuan(from)}至${yuan(to)}`
}

/** What may stand on the right of an operator, given its left. */
export function rightOf(operatorName: string, left: string): string {
  const kinds = operatorTable.filter((row) => row.operator === operatorName && row.left === left)
  return [...new Set(kinds.map((row) => typeName(row.right)))].join('、')
}
