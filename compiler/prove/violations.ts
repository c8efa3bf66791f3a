import type { Expr } from '../program/program.ts'
import { numberOf } from '../diff/exact/ways/amounts.ts'
import { holds } from '../diff/exact/ways/conditions.ts'
import { isConstant, type Form } from '../diff/exact/linear/forms.ts'
import { isNumber } from '../diff/exact/ways/symbolic.ts'
import { opposite } from '../diff/exact/linear/system.ts'
import type { Walk } from '../diff/exact/ways/walk.ts'
import { minusOne } from '../diff/exact/linear/numbers.ts'

/** Forms that are at least zero, all of them: one way in which something can come to be. */
export type Conjunction = readonly Form[]

/**
 * In which ways a condition can be broken along a way, as far as numbers go; what choices, dates and places decide, the
 * way decides. None: it can't be.
 */
export function violationsOf(condition: Expr, walk: Walk): readonly Conjunction[] {
  return waysTo(condition, false, walk)
}

function waysTo(expr: Expr, is: boolean, walk: Walk): readonly Conjunction[] {
  switch (expr.kind) {
    case 'and':
      return is ? together(expr.operands, is, walk) : either(expr.operands, is, walk)
    case 'or':
      return is ? either(expr.operands, is, walk) : together(expr.operands, is, walk)
    case 'not':
      return waysTo(expr.operand, !is, walk)
    case 'compare':
      if (isOfNumbers(expr)) return comparison(expr, is, walk)
      break
    case 'constant':
    case 'input':
    case 'field':
    case 'ref':
    case 'arithmetic':
    case 'isOneOf':
    case 'liesIn':
    case 'cases':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'orElse':
    case 'isGiven':
    case 'isAbsent':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'lookup':
    case 'listAll':
    case 'exactly':
      break
  }
  return holds(expr, walk, 0) === is ? [[]] : []
}

function either(operands: readonly Expr[], is: boolean, walk: Walk): readonly Conjunction[] {
  return operands.flatMap((each) => waysTo(each, is, walk))
}

/** The first that can't be decides; the others are not looked at, as nobody who reads the policy would. */
function together(operands: readonly Expr[], is: boolean, walk: Walk): readonly Conjunction[] {
  let all: readonly Conjunction[] = [[]]
  for (const each of operands) {
    if (all.length === 0) break
    const ways = waysTo(each, is, walk)
    all = all.flatMap((known) => ways.map((way) => [...known, ...way]))
  }
  return all
}

type Comparison = Extract<Expr, { kind: 'compare' }>

function isOfNumbers({ left, right }: Comparison): boolean {
  return isNumber(left.type) && isNumber(right.type)
}

function comparison({ operator, left, right }: Comparison, is: boolean, walk: Walk): readonly Conjunction[] {
  const [a, b] = [walk.evaluate(left, 0), walk.evaluate(right, 0)]
  // Where the policy says nothing, there is nothing to hold of.
  if (a.kind === 'unstated' || b.kind === 'unstated') return []
  const { graph } = walk
  const [low, high] = [numberOf(a, left, walk).form, numberOf(b, right, walk).form]
  const rise = walk.simplified(graph.subtract(high, low))
  const fall = graph.scale(rise, minusOne)
  if (isConstant(rise)) return agrees(operator, rise.constant.n) === is ? [[]] : []
  const ways = ((): readonly Conjunction[] => {
    switch (operator) {
      case 'lessOrEqual':
        return [[is ? rise : opposite(rise, graph)]]
      case 'less':
        return [[is ? opposite(fall, graph) : fall]]
      case 'equal':
        return is ? [[rise, fall]] : [[opposite(rise, graph)], [opposite(fall, graph)]]
    }
  })()
  return ways.filter((way) =>
    way.every((form) => {
      const { most } = graph.range(form)
      return most === null || most.n >= 0n
    }),
  )
}

/** Does the second of two numbers, less the first, make the comparison true? */
function agrees(operator: Comparison['operator'], sign: bigint): boolean {
  switch (operator) {
    case 'lessOrEqual':
      return sign >= 0n
    case 'less':
      return sign > 0n
    case 'equal':
      return sign === 0n
  }
}
