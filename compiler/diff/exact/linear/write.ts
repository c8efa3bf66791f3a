import { fraction, multiply, one, toText, toDecimal, type Rational } from '../../../../runtime/rational.ts'
import type { Condition } from '../comparison.ts'
import { contentOf, isConstant, MILLIONTHS, type Form, type Graph } from './forms.ts'
import { System, tightened } from './system.ts'
import { negated, sizeOf } from './numbers.ts'

/** Names of a graph's atoms, as they are to be read. */
export type NameOf = (atom: number) => string

/** Atoms as the policy names them: a change with Δ, … for what was not looked into. */
export function standardNames(graph: Graph): NameOf {
  return (id) => {
    const atom = graph.atoms[id]!
    switch (atom.kind) {
      case 'variable':
        return atom.source === 'change' ? `Δ${atom.name}` : atom.source === 'opaque' ? '…' : atom.name
      case 'positive':
        return `max(0, ${writeForm(atom.of, graph, unitOf(id, graph) === 100n, standardNames(graph))})`
      case 'floor':
        return `floor(${writeForm(atom.of, graph, false, standardNames(graph))})`
      case 'product':
        return atom.factors.map(standardNames(graph)).join(' × ')
    }
  }
}

/** How many of what it counts make one: a yuan has 100 fen, of a product as often as it has amounts of money. */
function unitOf(id: number, graph: Graph): bigint {
  const atom = graph.atoms[id]!
  switch (atom.kind) {
    case 'variable':
      return graph.millionths.has(id) ? MILLIONTHS : atom.isMoney ? 100n : 1n
    case 'product':
      return atom.factors.reduce((all, each) => all * unitOf(each, graph), 1n)
    case 'positive':
      return hasMoney(atom.of, graph) ? 100n : 1n
    // Whole fen are no whole yuan: what is under it is written in fen.
    case 'floor':
      return 1n
  }
}

function hasMoney({ terms }: Form, graph: Graph): boolean {
  return terms.some(([id]) => {
    const atom = graph.atoms[id]!
    switch (atom.kind) {
      case 'variable':
        return atom.isMoney
      case 'product':
        return atom.factors.some((each) => hasMoney(graph.atom(each), graph))
      case 'positive':
        return hasMoney(atom.of, graph)
      case 'floor':
        return false
    }
  })
}

/** The terms with their names; products that differ by a name and its change alone are one, of the sum of both. */
function withSums(form: Form, graph: Graph, nameOf: NameOf): readonly (readonly [number, Rational, string])[] {
  const merged = new Set<number>()
  const named = form.terms.map(([id, factor]): readonly [number, Rational, string] => {
    const factors = factorsOf(id, graph)
    for (const [other, size] of form.terms) {
      const pair = nameAndChange(factors, factorsOf(other, graph), graph)
      if (!pair || size.n !== factor.n || size.d !== factor.d) continue
      merged.add(other)
      const [name, change] = pair
      const texts = factors.map((each) => (each === name ? `(${nameOf(name)} + ${nameOf(change)})` : nameOf(each)))
      return [id, factor, texts.join(' × ')]
    }
    return [id, factor, nameOf(id)]
  })
  return named.filter(([id]) => !merged.has(id))
}

function factorsOf(id: number, graph: Graph): readonly number[] {
  const atom = graph.atoms[id]!
  return atom.kind === 'product' ? atom.factors : [id]
}

/** The one factor in which two products differ, where the second has the change of what the first has. */
function nameAndChange(a: readonly number[], b: readonly number[], graph: Graph): readonly [number, number] | null {
  if (a.length < 2 || a.length !== b.length) return null
  const [name, ...others] = a.filter((each) => !b.includes(each))
  const [change] = b.filter((each) => !a.includes(each))
  if (name === undefined || change === undefined || others.length > 0) return null
  const [first, second] = [graph.atoms[name]!, graph.atoms[change]!]
  if (first.kind !== 'variable' || second.kind !== 'variable') return null
  const isChange = first.source !== 'change' && second.source === 'change' && first.name === second.name
  return isChange ? [name, change] : null
}

/** A form as a sum, in yuan and other units of the policy; `isMoney`: it counts fen. */
export function writeForm(form: Form, graph: Graph, isMoney: boolean, nameOf: NameOf): string {
  const unit = isMoney ? 100n : 1n
  const parts = withSums(form, graph, nameOf).map(([id, factor, name]): readonly [Rational, string] => [
    fraction(factor.n * unitOf(id, graph), factor.d * unit),
    name,
  ])
  const constant = fraction(form.constant.n, form.constant.d * unit)
  const texts = parts
    .toSorted(([a], [b]) => Number(b.n > 0n) - Number(a.n > 0n))
    .map(([factor, name]) => {
      const size = sizeOf(factor)
      const text = size.n === 1n && size.d === 1n ? name : `${toText(size)} × ${name}`
      return [factor.n < 0n, text] as const
    })
  if (constant.n !== 0n || texts.length === 0) {
    texts.push([constant.n < 0n, toText(sizeOf(constant))])
  }
  return texts
    .map(([isLess, text], index) => (index === 0 ? (isLess ? `−${text}` : text) : isLess ? ` − ${text}` : ` + ${text}`))
    .join('')
}

/** A number of fen as yuan, any other number as it is. */
export function writeNumber(value: Rational, isMoney: boolean): string {
  const { n, d } = isMoney ? multiply(value, fraction(1n, 100n)) : value
  return isMoney && 100n % d === 0n ? toDecimal({ n, d }, 2) : toText({ n, d })
}

/** Conditions on amounts without those that follow from the others, as bounds on forms. */
export function writeConditions(conditions: readonly Form[], graph: Graph, nameOf: NameOf): readonly Condition[] {
  const bounds = new Map<string, { direction: Form; from: Rational | null; to: Rational | null }>()
  for (const condition of necessary(conditions, graph)) {
    const { n, d } = contentOf(condition)
    const first = condition.terms[0]![1]
    const sign = first.n < 0n ? -1n : 1n
    const scaled = graph.scale(condition, fraction(d * sign, n))
    const bound = negated(scaled.constant)
    const direction = graph.plus(scaled, bound)
    const known = bounds.get(direction.key) ?? { direction, from: null, to: null }
    if (sign > 0n) known.from = bound
    else known.to = bound
    bounds.set(direction.key, known)
  }
  return [...bounds.values()].map(({ direction, from, to }) => {
    const units = new Set(direction.terms.map(([id]) => unitOf(id, graph)))
    const isMoney = units.size === 1 && units.has(100n)
    const isFraction = units.size === 1 && units.has(MILLIONTHS)
    const ones = (value: Rational): Rational => (isFraction ? multiply(value, fraction(1n, MILLIONTHS)) : value)
    return {
      path: writeForm(isFraction ? graph.scale(direction, ones(one)) : direction, graph, isMoney, nameOf),
      from: from && writeNumber(ones(from), isMoney),
      to: to && writeNumber(ones(to), isMoney),
    }
  })
}

/** Conditions without those that follow from the others, each as tight as it can be. */
export function necessary(conditions: readonly Form[], graph: Graph): readonly Form[] {
  let kept = [...new Map(conditions.map((each) => tightened(each, graph)).map((each) => [each.key, each])).values()]
  kept = kept.filter((each) => !isConstant(each))
  for (const condition of kept) {
    const others = kept.filter((each) => each !== condition)
    const system = new System(graph)
    for (const each of others) system.require(each)
    const least = system.least(condition)
    if (least && least.n >= 0n) kept = others
  }
  return kept
}
