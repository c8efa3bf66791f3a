import { parse } from '../../runtime/rational.ts'
import { allOver } from '../arithmetic/denominator.ts'
import type { Expr } from '../program/program.ts'
import { isSame } from '../typescript/same.ts'
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
  const a = named(start.code, 'from', here)
  const b = isForward(expr, here) ? named(end.code, 'to', here) : laterOf(end.code, a, here)
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
  return { code: sum, over: result, ...boundOf(expr, result, here) }
}

/** Where the stretch would lead back, it ends where it begins. */
function laterOf(code: string, start: string, here: Here): string {
  const end = named(code, 'to', here)
  return named(`(${end} + ${start} + Math.abs(${end} - ${start})) * 0.5`, 'to', here)
}

/** Is it proved that the stretch does not lead back? */
function isForward({ from, to }: Extract<Expr, { kind: 'integrate' }>, { writing }: Here): boolean {
  if (to.kind !== 'arithmetic' || to.operator !== 'add' || !isSame(from, to.left)) return false
  const { range } = writing.arithmetic.magnitudeOf(to.right)
  return range !== null && range.least.n >= 0n
}
