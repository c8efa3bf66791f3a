import type { Language } from '../../grammar/tree.ts'
import { formatDate } from '../../runtime/date.ts'
import type { Region } from '../bind/bound.ts'
import { addExact, compareExact, divideExact, exactFrom, subtractExact } from '../program/exact.ts'
import type { Choices, Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { keyword, nameIn, showExact, yesOrNo } from './spelling.ts'

/** What a policy knows that its conditions speak of, and how it spells it. */
export interface Terrain {
  readonly choices: readonly Choices[]
  readonly regions: readonly Region[]
  /** In which witnesses are told. */
  readonly language: Language
  readonly labelOf: (expr: Expr) => string
}

/** One thing that conditions ask about, and the values that make a difference to them. */
export interface Variable {
  readonly expr: Expr
  /** The constants that an ordered value is compared with, ascending. */
  readonly cuts: readonly Exact[]
  /** The areas that a place is asked to lie in, as prefixes. */
  readonly areas: readonly string[]
}

/**
 * A member (empty where it is absent), true or false, a stretch of an ordered scale (2i + 1 is the i-th cut itself, 2i the stretch below it), or
 * the narrowest of the areas that a place lies in, empty for none of them.
 */
export type Value = string | boolean | number

export function valuesOf({ expr, cuts, areas }: Variable, { choices }: Terrain): readonly Value[] {
  const { type } = expr
  const of = type.kind === 'optional' ? type.of : type
  if (of.kind === 'choice') {
    const members = choices.find((each) => each.id === of.choices)?.members.map((member) => member.id) ?? []
    return type.kind === 'optional' ? [...members, ''] : members
  }
  if (expr.type.kind === 'boolean') return [true, false]
  if (expr.type.kind === 'region') return [...areas, '']
  const step = stepOf(expr)
  const values: Value[] = []
  cuts.forEach((cut, index) => {
    const below = cuts[index - 1]
    const isPossible =
      below === undefined ? !isNeverBelow(expr, cut) : step === null || compareExact(addExact(below, step), cut) < 0
    if (isPossible) values.push(2 * index)
    values.push(2 * index + 1)
  })
  values.push(2 * cuts.length)
  return values
}

/** A chosen value as a reader sees it: `人员类别 = 在职`, `周岁 = 44周岁`, `就医地 不属于 宁波市`. */
export function describe({ expr, cuts, areas }: Variable, value: Value, terrain: Terrain): string {
  const { language, choices, regions } = terrain
  const is = (shown: string): string => `${terrain.labelOf(expr)} = ${shown}`
  if (typeof value === 'boolean') {
    const shown = yesOrNo(value, language)
    const isName = expr.kind === 'input' || expr.kind === 'field' || expr.kind === 'ref'
    return isName ? is(shown) : `${terrain.labelOf(expr)}${language === 'zh' ? '：' : ': '}${shown}`
  }
  const of = expr.type.kind === 'optional' ? expr.type.of : expr.type
  if (of.kind === 'choice') {
    if (value === '') return is(keyword('Absent', language))
    const member = choices.find((each) => each.id === of.choices)?.members.find((each) => each.id === value)
    return is(member ? nameIn(member, language) : String(value))
  }
  if (expr.type.kind === 'region') {
    const named = (area: string): string => {
      const region = regions.find((each) => areaPrefix(each.code) === area)
      return region ? nameIn(region, language) : area.padEnd(6, '0')
    }
    if (value !== '') return is(named(String(value)))
    const separator = language === 'zh' ? '、' : ', '
    return `${terrain.labelOf(expr)} ${keyword('NotIn', language)} ${areas.map(named).join(separator)}`
  }
  const example = exampleOf(expr, cuts, Number(value))
  if (example === null) return is('…')
  return is(expr.type.kind === 'date' ? formatDate(Number(example)) : showExact(example, expr.type, language))
}

/** The digits that all places in an area begin with. */
export function areaPrefix(code: string): string {
  return code.replace(/(?:00){1,2}$/, '')
}

/** A number on a stretch of the scale. */
function exampleOf(expr: Expr, cuts: readonly Exact[], position: number): Exact | null {
  const [below, cut] = [cuts[Math.floor(position / 2) - 1], cuts[Math.floor(position / 2)]]
  const step = stepOf(expr) ?? '1'
  if (position % 2 === 1) return cut ?? null
  if (below === undefined) return cut === undefined ? null : subtractExact(cut, step)
  const next = addExact(below, step)
  return cut === undefined || compareExact(next, cut) < 0 ? next : divideExact(addExact(below, cut), '2')
}

/** The least difference of two values; null where they lie dense. */
function stepOf(expr: Expr): Exact | null {
  switch (expr.type.kind) {
    case 'date':
    case 'days':
    case 'age':
      return '1'
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      return expr.type.decimals === null ? null : divideExact('1', exactFrom(`1${'0'.repeat(expr.type.decimals)}`))
    case 'boolean':
    case 'choice':
    case 'list':
    case 'optional':
    case 'region':
    case 'schedule':
    case 'text':
    case 'texts':
    case 'unknown':
      return null
  }
}

/** Amounts that come in are never below zero, nor are shares. */
function isNeverBelow(expr: Expr, cut: Exact): boolean {
  return (
    (expr.kind === 'input' || expr.kind === 'field') &&
    (expr.type.kind === 'money' || expr.type.kind === 'months') &&
    compareExact(cut, '0') <= 0
  )
}
