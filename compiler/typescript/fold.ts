import type { Expr } from '../program/program.ts'
import type { Code } from './code.ts'
import { writeCondition } from './condition.ts'
import type { Denominator } from './denominator.ts'
import { knowing, type Here } from './here.ts'
import { forget } from './known.ts'
import { learnFrom } from './learn.ts'

type Fold = Extract<Expr, { kind: 'fold' }>

/** Is `where` true of one element, or of each? */
export function writeQuantifier({ quantifier, list, where }: Fold, here: Here): Code {
  const name = here.module.names.list(list)
  const condition = where === null || writeCondition(where, within(list, here))
  if (typeof condition !== 'boolean') {
    return [name, quantifier === 'all' ? '.every(' : '.some(', arrow(list, here, condition), ')']
  }
  if (quantifier === 'all') return condition ? 'true' : `(${name}.length === 0)`
  return condition ? `(${name}.length > 0)` : 'false'
}

/** How many elements, or the sum of `value` over them, over the denominator. */
export function writeSum(expr: Fold, over: Denominator, here: Here): Code {
  const { list, where, value } = expr
  const { module } = here
  const name = module.names.list(list)
  const inside = within(list, here)
  const condition = where === null || writeCondition(where, inside)
  if (expr.quantifier === 'count' || value === null) {
    if (condition === false) return '0n'
    const counted = condition === true ? name : [name, '.filter(', arrow(list, here, condition), ')']
    return ['BigInt(', counted, '.length)']
  }
  const met = where === null ? inside : knowing(learnFrom(where, true, inside), inside)
  const each = here.write(value, { kind: 'number', over }, met)
  const sum: Code = over === 'any' ? [`${module.use('rational')}.add(sum, `, each, ')'] : ['sum + ', each]
  const zero = over === 'any' ? `${module.use('rational')}.zero` : '0n'
  if (condition === false) return zero
  const next = condition === true ? sum : [condition, ' ? ', sum, ' : sum']
  const type = over === 'any' ? module.use('Rational') : 'bigint'
  return [`${name}.reduce<${type}>((sum, ${module.names.element(list)}) => `, next, `, ${zero})`]
}

function arrow(list: string, { module }: Here, body: Code): Code {
  return [`(${module.names.element(list)}) => `, body]
}

/** With one element of the list in hand. */
function within(list: string, here: Here): Here {
  // What was known of another element of the same list is not known of this one.
  const known = forget(here.known, `${here.module.names.element(list)}.`)
  return { ...here, inHand: new Set([...here.inHand, list]), known }
}
