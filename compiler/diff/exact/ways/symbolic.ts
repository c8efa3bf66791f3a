import { OPEN_ENDED, formatDate } from '../../../../runtime/date.ts'
import { multiply, ofInteger, one, parse, type Rational } from '../../../../runtime/rational.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import type { ConstantValue, Expr } from '../../../program/program.ts'
import type { Type } from '../../../program/type.ts'
import type { Form } from '../linear/forms.ts'
import { boundKey } from '../linear/numbers.ts'
import { once } from '../../../once.ts'

/** A number: the form, bounds that hold wherever it is computed, and forms that it never exceeds. */
export interface Amount {
  readonly kind: 'number'
  readonly form: Form
  readonly least: Rational | null
  readonly above: readonly Form[]
}

/** What an expression is along one way through a program. */
export type Symbolic =
  | Amount
  | { readonly kind: 'schedule'; readonly edges: readonly Rational[]; readonly rates: readonly Form[] }
  | { readonly kind: 'known'; readonly value: Value }
  /** One of some options, not looked at yet: members, true and false, absent. */
  | { readonly kind: 'finite'; readonly key: string; readonly expr: Expr; readonly all: readonly string[] }
  /** A date, a place, an age, a text: an expression of the input alone. */
  | { readonly kind: 'term'; readonly key: string; readonly expr: Expr }
  | { readonly kind: 'unstated' }

/** The options of what is true or false. */
export const truths = ['false', 'true']

export const absent: Symbolic = { kind: 'known', value: { kind: 'absent' } }

/** The type of a value that is there. */
export function plainType(type: Type): Type {
  return type.kind === 'optional' ? plainType(type.of) : type
}

/** How many of the units in which forms count make one of the type: money is in fen. */
export function scaleOf(type: Type): Rational {
  return plainType(type).kind === 'money' ? ofInteger(100) : one
}

/** Does it count something: is a value of it a form? */
export function isNumber(type: Type): boolean {
  const { kind } = plainType(type)
  return kind === 'money' || kind === 'rate' || kind === 'points' || kind === 'number' || kind === 'months'
}

/** In the units in which forms count; null of what is no number. */
export function constantNumber(value: ConstantValue, type: Type): Rational | null {
  return value.kind === 'exact' ? multiply(parse(value.exact), scaleOf(type)) : null
}

/** Null where a program can't say it in a constant. */
export function constantOfValue(value: Value): ConstantValue | null {
  switch (value.kind) {
    case 'exact':
      return { kind: 'exact', exact: `${value.exact.n}/${value.exact.d}` }
    case 'date':
      return value.day === OPEN_ENDED ? { kind: 'openEnded' } : { kind: 'date', date: formatDate(value.day) }
    case 'region':
      return { kind: 'region', prefix: value.code }
    case 'boolean':
    case 'member':
    case 'text':
    case 'absent':
      return value
    case 'texts':
    case 'schedule':
    case 'unstated':
      return null
  }
}

/** The option of a value that is one of a few. */
export function optionOf(value: Value): string | null {
  switch (value.kind) {
    case 'boolean':
      return String(value.is)
    case 'member':
      return value.member
    case 'absent':
      return 'absent'
    case 'text':
      return JSON.stringify(value.text)
    case 'texts':
      return JSON.stringify(value.texts)
    case 'region':
      return value.code
    case 'exact':
    case 'date':
    case 'schedule':
    case 'unstated':
      return null
  }
}

const keys = new WeakMap<Symbolic, string>()

/** The same for values that are the same in every respect. */
export function symbolicKey(value: Symbolic): string {
  return once(keys, value, () => keyOf(value))
}

function keyOf(value: Symbolic): string {
  switch (value.kind) {
    case 'number':
      return `n ${value.form.key} ${boundKey(value.least)} ${value.above.map(({ key }) => key).join('|')}`
    case 'schedule':
      return `s ${value.edges.map(boundKey).join(' ')} ${value.rates.map(({ key }) => key).join('|')}`
    case 'known':
      return `k ${JSON.stringify(value.value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))}`
    case 'finite':
    case 'term':
      return `${value.kind} ${value.key}`
    case 'unstated':
      return value.kind
  }
}
