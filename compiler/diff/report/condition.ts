import type { Condition, Region } from '../exact/comparison.ts'
import type { Names } from './names.ts'
import type { Words } from './words.ts'

/** A condition as a sentence. */
export function conditionText(
  condition: Condition,
  { words, names }: { readonly words: Words; readonly names: Names },
): string {
  const name = nameText(condition.path, words, names)
  if ('notIn' in condition) {
    const values = condition.notIn.map(names.value)
    return isCode(condition.notIn) ? words.isElsewhere(name, values) : words.isNoneOf(name, values)
  }
  if ('in' in condition) {
    const [first = '', ...others] = condition.in
    const isPlain = others.length === 0 && (first === 'true' || first === 'false')
    const given = condition.path.replace(/ absent$/u, '')
    if (isPlain && given !== condition.path) return words.isGiven(nameText(given, words, names), first === 'false')
    if (isPlain && names.isKey(condition.path)) return words.isGiven(name, first === 'true')
    if (isPlain) return words.isSo(name, first === 'true')
    const compared = / compared with /u.test(condition.path) ? condition.path.split(' compared with ') : null
    if (compared) {
      const [left = '', right = ''] = compared.map((each) => nameText(each, words, names))
      return words.isOrdered(left, condition.in, right)
    }
    const values = condition.in.map(names.value)
    return isCode(condition.in) ? words.isWithin(name, values) : words.isOneOf(name, values)
  }
  const [from, to] = [condition.from && names.value(condition.from), condition.to && names.value(condition.to)]
  if (from !== null && from === to) return `${name} = ${from}`
  if (from === null) return to === null ? name : `${name} ≤ ${to}`
  return to === null ? `${name} ≥ ${from}` : `${from} ≤ ${name} ≤ ${to}`
}

const isCode = (values: readonly string[]): boolean => values.every((each) => /^\d{2,6}$/u.test(each))

/** What is asked about: a name or a sum of names, an age, a month of a date, a name as it is after. */
function nameText(path: string, words: Words, names: Names): string {
  const [, kind = '', inner = ''] = /^(\w+)\((.*)\)$/u.exec(path) ?? []
  if (kind === 'fullYears') {
    const [from = '', to = ''] = inner.split(', ').map((each) => nameText(each, words, names))
    return words.fullYears(from, to)
  }
  if (kind === 'monthOf') return words.monthOf(nameText(inner, words, names))
  return path.endsWith('′') ? words.after(names.inText(path.slice(0, -1))) : names.inText(path)
}

/** The conditions that all of the regions have. */
export function inCommon(regions: readonly Pick<Region, 'where'>[]): readonly Condition[] {
  const [first, ...others] = regions.map(({ where }) => where)
  return (first ?? []).filter((condition) => {
    const key = JSON.stringify(condition)
    return others.every((where) => where.some((each) => JSON.stringify(each) === key))
  })
}
