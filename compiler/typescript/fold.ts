import type { Expr } from '../program/program.ts'
import { variablesIn, type Code } from './code.ts'
import { writeCondition } from './condition.ts'
import type { Counted } from './form.ts'
import { knowing, type Here } from './here.ts'
import { learnFrom } from './learn.ts'
import { zero } from './scale.ts'

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

/** How many elements, or the sum of `value` over them. */
export function writeSum({ quantifier, list, where, value }: Fold, counted: Counted, here: Here): Code {
  const { module } = here
  const name = module.names.list(list)
  const { inside, element } = within(list, here)
  const condition = where === null || writeCondition(where, inside)
  if (quantifier === 'count' || value === null) {
    if (condition === false) return zero(counted, module)
    const count: Code = [condition === true ? name : [name, '.filter(', arrow(element, condition), ')'], '.length']
    return counted.as === 'number' ? count : ['BigInt(', count, ')']
  }
  const start = zero(counted, module)
  if (condition === false) return start
  const met = where === null ? inside : knowing(learnFrom(where, true, inside), inside)
  const each = here.write(value, { kind: 'number', ...counted }, met)
  const sum: Code = counted.as === 'rational' ? [`${module.use('rational')}.add(sum, `, each, ')'] : ['sum + ', each]
  const next = condition === true ? sum : [condition, ' ? ', sum, ' : sum']
  const type = counted.as === 'rational' ? module.use('Rational') : counted.as
  const parameters = variablesIn(next).has(element) ? `sum, ${element}` : 'sum'
  return [`${name}.reduce<${type}>((${parameters}) => `, next, `, ${start})`]
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
