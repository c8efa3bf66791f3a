import type { Expr } from '../program/program.ts'
import { variablesIn } from '../typescript/code.ts'
import { textOfBlock, withoutUnused, type Line } from './block.ts'
import { boundOf, type Count, type Here } from './writing.ts'

/** What is asked of all elements of a list: a loop before the expression. */
export function writeFold(expr: Extract<Expr, { kind: 'fold' }>, here: Here): Count {
  const { names } = here.writing
  const inner: Line[] = []
  const { start, end } = endsOf(expr.list, here)
  const element = names.fresh(`${names.element(expr.list)}.at`)
  const inside: Here = { ...here, block: inner, elements: new Map(here.elements).set(expr.list, element) }
  const where = expr.where ? here.writing.write.condition(expr.where, inside) : 'true'
  const name = names.fresh(expr.quantifier)
  const value =
    expr.value && expr.quantifier === 'sum'
      ? here.writing.write.number(expr.value, { ...inside, under: [...here.under, where] })
      : null
  const over = value?.over ?? 1n
  const isDecided = expr.quantifier === 'any' || expr.quantifier === 'all'
  const initial = isDecided ? String(expr.quantifier === 'all') : '0'
  const step = isDecided
    ? onlyIf(expr.quantifier === 'any' ? where : `!(${where})`, `{\n${name} = ${expr.quantifier === 'any'}\nbreak\n}\n`)
    : onlyIf(where, `${name} += ${value?.code ?? '1'}\n`)
  here.block.push(
    `let ${name} = ${initial}\nfor (let ${element} = ${start}; ${element} < ${end}; ${element}++) {\n${textOfBlock(withoutUnused(inner, new Set(variablesIn(step))))}${step}}\n`,
  )
  const bound = expr.type.kind === 'boolean' ? { size: 1n, isNegativePossible: false } : boundOf(expr, over, here)
  return { code: name, over, ...bound }
}

/** The statement where the condition holds; a condition that is known is not asked. */
function onlyIf(condition: string, statement: string): string {
  if (condition === 'false') return ''
  return condition === 'true' ? statement : `if (${condition}) ${statement}`
}

/** The variables that hold where the elements of a list begin and end in a row. */
export function endsOf(list: string, { writing }: Here): { readonly start: string; readonly end: string } {
  const { shared, names } = writing
  const name = (side: string): string => {
    const key = `${side} ${list}`
    const variable = shared.get(key) ?? names.fresh(`${list}.${side}`)
    shared.set(key, variable)
    return variable
  }
  return { start: name('start'), end: name('end') }
}
