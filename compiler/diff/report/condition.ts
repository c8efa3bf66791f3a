import type { Condition, Region } from '../exact/comparison.ts'
import type { Report } from './to-html.ts'

/** A condition as a sentence. */
export function conditionText(condition: Condition, { words, names }: Pick<Report, 'words' | 'names'>): string {
  const name = names.inText(condition.path)
  if ('in' in condition) return words.isOneOf(name, condition.in.map(names.value))
  if ('notIn' in condition) return words.isNoneOf(name, condition.notIn.map(names.value))
  const [from, to] = [condition.from && names.value(condition.from), condition.to && names.value(condition.to)]
  if (from !== null && from === to) return `${name} = ${from}`
  if (from === null) return to === null ? name : `${name} ≤ ${to}`
  return to === null ? `${name} ≥ ${from}` : `${from} ≤ ${name} ≤ ${to}`
}

/** The conditions that all of the regions have. */
export function inCommon(regions: readonly Pick<Region, 'where'>[]): readonly Condition[] {
  const [first, ...others] = regions.map(({ where }) => where)
  return (first ?? []).filter((condition) => {
    const key = JSON.stringify(condition)
    return others.every((where) => where.some((each) => JSON.stringify(each) === key))
  })
}
