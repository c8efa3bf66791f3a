import type { Expr } from '../program/program.ts'
import { variablesIn, type Code } from './code.ts'
import { writeCondition } from './condition.ts'
import type { Denominator } from './denominator.ts'
import { knowing, type Here } from './here.ts'
import { learnFrom } from './learn.ts'

type Fold = Extract<Expr, { kind: 'fold' }>

/** Is `where` true of one element, or of each? */
export function writeQuantifier({ quantifier, list, where }: Fold, here: Here): Code {
  const name = here.module.names.list(list)
  const { inside, element } = within(list, here)
  const condition = where === null || writeCondition(where, inside)
  if (typeof condition !== 'boolean') {
    return [name, quantifier === 'all' ? '.every(' : '.some(', arrow(element, condition), ')']
  }
  if (quantifier === 'all') return condition ? 'true' : `(${name}.length === 0)`
  return condition ? `(${name}.length > 0)` : 'false'
}

/** How many elements, or the sum of `value` over them, over the denominator. */
export function writeSum({ quantifier, list, where, value }: Fold, over: Denominator, here: Here): Code {
  const { module } = here
  const name = module.names.list(list)
  const { inside, element } = within(list, here)
  const condition = where === null || writeCondition(where, inside)
  if (quantifier === 'count' || value === null) {
    if (condition === false) return '0n'
    return ['BigInt(', condition === true ? name : [name, '.filter(', arrow(element, condition), ')'], '.length)']
  }
  const zero = over === 'any' ? `${module.use('rational')}.zero` : '0n'
  if (condition === false) return zero
  const met = where === null ? inside : knowing(learnFrom(where, true, inside), inside)
  const each = here.write(value, { kind: 'number', over }, met)
  const sum: Code = over === 'any' ? [`${module.use('rational')}.add(sum, `, each, ')'] : ['sum + ', each]
  const next = condition === true ? sum : [condition, ' ? ', sum, ' : sum']
  const type = over === 'any' ? module.use('Rational') : 'bigint'
  const parameters = variablesIn(next).has(element) ? `sum, ${element}` : 'sum'
  return [`${name}.reduce<${type}>((${parameters}) => `, next, `, ${zero})`]
}

function arrow(element: string, body: Code): Code {
  return [variablesIn(body).has(element) ? `(${element}) => ` : '() => ', body]
}

/** With one element of the list in hand, under a name that no element around it has. */
function within(list: string, here: Here): { inside: Here; element: string } {
  const { names } = here.module
  const element = here.inHand.has(list) ? names.fresh(names.element(list)) : names.element(list)
  return { inside: { ...here, inHand: new Map([...here.inHand, [list, element]]) }, element }
}
