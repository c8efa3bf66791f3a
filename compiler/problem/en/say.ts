import { operatorTable } from '../../check/operators.ts'
import { operatorWord } from '../operator-word.ts'

/** Marks a word of the policy. */
export const quoted = (word: string): string => `“${word}”`

export const listed = (words: readonly string[]): string => words.slice(0, 4).map(quoted).join(', ')

export const either = (words: readonly string[]): string => {
  const shown = words.slice(0, 4)
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

/** A name marked; where the policy gives none, the words that stand for it. */
export const named = (name: string, otherwise: string): string => (name === '' ? otherwise : quoted(name))

/** What to do about a name that is not known. */
export function meant(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Did you mean ${either(near.map(quoted))}?`
}

/** One case, as its parts stand in the facts. */
export const caseOf = (witness: readonly string[]): string => (witness.length === 0 ? 'any case' : witness.join(', '))

export const operator = (name: string): string => quoted(operatorWord(name, 'en'))

const types: Readonly<Record<string, string>> = {
  money: 'an amount of money',
  rate: 'a rate',
  points: 'percentage points',
  number: 'a number',
  months: 'a number of months',
  days: 'a number of days',
  age: 'an age in years',
  date: 'a date',
  yearMonth: 'a month, "2023-03"',
  region: 'a region',
  boolean: 'a condition (yes or no)',
  text: 'a text',
  texts: 'a list of texts',
  list: 'a list',
  schedule: 'a banded rate',
  absent: '“absent”',
  unknown: 'something else',
  'choice or region': 'a choice or a region',
}

/** A type of the facts in people’s words; whatever is not known is the name of a choice. */
export function typeName(key: string): string {
  if (key.startsWith('optional ')) return `${typeName(key.slice('optional '.length))} that may not be filled in`
  return Object.hasOwn(types, key) ? types[key]! : `a choice of ${quoted(key)}`
}

/** A stretch of amounts, as bands speak of it. */
export function stretch(from: string, to: string): string {
  return to === '∞' ? `above ${from} yuan` : `from ${from} to ${to} yuan`
}

/** `1 cell`, `2 cells`. */
export const counted = (count: string, thing: string): string => `${count} ${thing}${count === '1' ? '' : 's'}`

/** What may stand on the right of an operator, given its left. */
export function rightOf(operatorName: string, left: string): string {
  const kinds = operatorTable.filter((row) => row.operator === operatorName && row.left === left)
  const words = [...new Set(kinds.map((row) => typeName(row.right)))]
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
