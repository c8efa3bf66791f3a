import { parse } from '../../runtime/rational.ts'
import { allOver } from '../arithmetic/denominator.ts'
import type { Expr } from '../program/program.ts'
import { isAtMost } from './at-most.ts'
import { atom, boundOf, named, needs, over, times, type Count, type Here } from './writing.ts'

/**
 * The amount between two positions, each part at its band's rate. What of the stretch lies above an edge is the
 * difference of two positive parts, and max(x, 0) = (x + |x|) / 2 is exact and without a branch.
 */
export function writeIntegral(expr: Extract<Expr, { kind: 'integrate' }>, here: Here): Count {
  const { writing } = here
  const edges = expr.schedule.type.kind === 'schedule' ? expr.schedule.type.edges : []
  const [from, to] = [here.writing.write.number(expr.from, here), here.writing.write.number(expr.to, here)]
  const floors = [null, ...edges]
  const rates = floors.map((floor) => here.writing.write.number(expr.schedule, { ...here, band: { floor } }))
  const positions = allOver([from.over, to.over, ...edges.map((edge) => parse(edge).d)])
  const rateOver = allOver(rates.map((rate) => rate.over))
  if (positions === 'any' || rateOver === 'any') throw new Error('a denominator is not known')

  const [start, end] = [from, to].map((position) => over(position, positions, here)) as [Count, Count]
  const [a, b] = [named(start.code, 'from', here), named(end.code, 'to', here)]
  const edgeCounts = edges.map((edge) => (parse(edge).n * positions) / parse(edge).d)
  const size = [start.size, end.size, ...edgeCounts].reduce((most, each) => (each > most ? each : most), 0n)
  needs(4n * size, writing)
  const above = [
    named(`${b} - ${a}`, 'length', here),
    ...edgeCounts.map((edge) => {
      const [x, y] = [named(`${a} - ${edge}`, 'from', here), named(`${b} - ${edge}`, 'to', here)]
      return named(`(${y} + Math.abs(${y}) - ${x} - Math.abs(${x})) * 0.5`, 'above', here)
    }),
  ]
  const parts = rates.flatMap((rate, band) => {
    const code = over(rate, rateOver, here).code
    const [part = '0', next] = [above[band], above[band + 1]]
    return code === '0' ? [] : [times(next === undefined ? part : `(${part} - ${next})`, atom(code))]
  })
  const sum = parts.length === 0 ? '0' : `(${parts.join(' + ')})`
  const result = positions * rateOver
  const bound = boundOf(expr, result, here)
  needs(bound.size, writing)
  return { code: isForward(expr, here) ? sum : `(${b} > ${a} ? ${sum} : 0)`, over: result, ...bound }
}

/** Is it proved that the stretch does not lead back, where nothing would lie between its ends? */
function isForward({ from, to }: Extract<Expr, { kind: 'integrate' }>, { writing }: Here): boolean {
  if (to.kind !== 'arithmetic' || to.operator !== 'add' || !isAtMost(from, to.left, writing)) return false
  return isNotNegative(to.right, writing)
}

function isNotNegative(expr: Expr, writing: Here['writing']): boolean {
  const { range } = writing.arithmetic.magnitudeOf(expr)
  if (range && range.least.n >= 0n) return true
  if (expr.kind === 'ref') {
    const definition = writing.definitions.get(expr.id)
    return definition !== undefined && isNotNegative(definition.value, writing)
  }
  if (expr.kind === 'cases') {
    return [...expr.branches.map(({ value }) => value), ...(expr.otherwise ? [expr.otherwise] : [])].every((value) =>
      isNotNegative(value, writing),
    )
  }
  return expr.kind === 'arithmetic' && expr.operator === 'subtract' && isAtMost(expr.right, expr.left, writing)
}
