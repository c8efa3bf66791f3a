import { compare, one, zero, type Rational } from '../../../runtime/rational.ts'
import type { Definition, Expr } from '../../program/program.ts'
import { cellsOf, type Cells } from './cells.ts'
import { numberOf } from './amounts.ts'
import { evaluateSymbolic } from './evaluate-symbolic.ts'
import type { Following, Shared, Which } from './following.ts'
import { atomsIn, isConstant, isLinear, isZero, type Form, type Graph } from './forms.ts'
import type { Path } from './path.ts'
import { greatestOf, isNumber, plainType, type Amount, type Symbolic } from './symbolic.ts'
import { opposite, System } from './system.ts'

interface Pair {
  readonly values: readonly [Symbolic, Symbolic]
}

/**
 * One way through both programs at once. A named amount is a variable of its own, the same in both where it is proved
 * to be; where it is not, the second is the first and a change.
 */
export class Walk implements Following {
  readonly shared: Shared
  readonly path: Path
  /** At least zero. */
  readonly facts: Form[] = []
  /** What variables for names and for changes stand for. */
  readonly meanings = new Map<number, Form>()
  /** Those of them that are linear. */
  readonly #linear = new Map<number, Form>()
  readonly preconditions: readonly [Set<string>, Set<string>] = [new Set(), new Set()]
  readonly #pairs = new Map<string, Pair>()
  readonly #alone: readonly [Map<string, Symbolic>, Map<string, Symbolic>] = [new Map(), new Map()]
  readonly #open = new Set<string>()
  /** While it looks at what a policy promises: what can't be decided is taken to hold. */
  isTrusting = false

  readonly #known: System
  /** How many of the facts and the conditions it has. */
  readonly #included: [facts: number, conditions: number] = [0, 0]

  constructor(shared: Shared, path: Path) {
    this.#known = new System(shared.graph)
    this.shared = shared
    this.path = path
  }

  get graph(): Graph {
    return this.shared.graph
  }

  evaluate(expr: Expr, which: Which): Symbolic {
    return evaluateSymbolic(expr, this, which)
  }

  named(id: string, which: Which): Symbolic {
    const known = this.#pairs.get(id)?.values[which] ?? this.#alone[which].get(id)
    if (known) return known
    const [before, after] = this.shared.sides.map(({ definitions }) => definitions.get(id))
    if (before && after && before.over === null && after.over === null && !this.#open.has(id)) {
      this.#open.add(id)
      const values = this.#both(id, before, after)
      this.#pairs.set(id, { values })
      this.#open.delete(id)
      return values[which]
    }
    const own = which === 0 ? before : after
    if (!own) throw new Error(`${id} is not defined`)
    const value = this.evaluate(own.value, which)
    this.#alone[which].set(id, value)
    return value
  }

  /** The values of a name in both programs, if it has been needed and both have it. */
  pair(id: string): Pair | undefined {
    return this.#pairs.get(id)
  }

  #both(id: string, before: Definition, after: Definition): readonly [Symbolic, Symbolic] {
    const a = this.evaluate(before.value, 0)
    const b = this.evaluate(after.value, 1)
    if (a.kind !== 'number' || b.kind !== 'number') return [a, b]
    if (!isCountable(before) || !isCountable(after)) return [a, b]
    return this.#cut(id, before, a, b)
  }

  #cut(id: string, definition: Definition, a: Amount, b: Amount): readonly [Symbolic, Symbolic] {
    const { graph } = this
    const difference = this.simplified(graph.subtract(b.form, a.form))
    const isTerm = definition.role === 'term'
    const plain = ({ form }: Amount): boolean => (isTerm && isConstant(form)) || isInput(form, graph)
    const isPlain = plain(a)
    if (isPlain && (isZero(difference) || plain(b))) return [a, b]
    const least = this.#proved(a)
    const isMoney = plainType(definition.type).kind === 'money'
    const before = isPlain ? a.form : graph.variable(id, 'name', isMoney, true, { least: sureSign(least), most: null })
    if (!isPlain) {
      const atom = before.terms[0]![0]
      this.meanings.set(atom, a.form)
      if (isLinear(a.form, graph)) {
        this.#linear.set(atom, a.form)
        this.facts.push(graph.subtract(before, a.form), graph.subtract(a.form, before))
      }
      for (const above of a.above) this.facts.push(graph.subtract(above, before))
      const { most } = graph.range(a.form)
      if (most) this.facts.push(graph.plus(graph.scale(before, minusOne), most))
      if (least && least.n !== 0n) this.facts.push(graph.plus(before, negated(least)))
    }
    const first: Amount = { kind: 'number', form: before, least, above: [] }
    if (isZero(difference)) return [first, first]
    const change = this.#changeOf(id, difference, isMoney)
    const second: Amount = {
      kind: 'number',
      form: graph.add(before, change),
      least: isZero(change) ? least : this.#proved(b),
      above: [],
    }
    if (!isZero(change)) {
      if (second.least) this.facts.push(graph.plus(second.form, negated(second.least)))
      for (const above of b.above) this.facts.push(graph.subtract(above, second.form))
    }
    return [first, second]
  }

  #changeOf(id: string, difference: Form, isMoney: boolean): Form {
    const { graph } = this
    if (isLinear(difference, graph)) return difference
    const { cells, isComplete } = this.cellsOf(difference)
    if (cells.length === 0 && isComplete) return graph.constant(zero)
    const ends = isComplete ? cells.map(({ least, most }) => ({ least, most })) : [{ least: null, most: null }]
    const range = ends.reduce(
      (all, each) => ({
        least: all.least && each.least && (compare(each.least, all.least) < 0 ? each.least : all.least),
        most: all.most && each.most && (compare(each.most, all.most) > 0 ? each.most : all.most),
      }),
      { least: zero as Rational | null, most: zero as Rational | null },
    )
    const { least, most } = range
    const isUp = least !== null && least.n >= 0n
    const isDown = most !== null && most.n <= 0n
    const sign = { least: isUp ? zero : null, most: isDown ? zero : null }
    const change = graph.variable(id, 'change', isMoney, true, sign)
    if (least) this.facts.push(graph.plus(change, negated(least)))
    if (most) this.facts.push(graph.plus(graph.scale(change, minusOne), most))
    this.meanings.set(change.terms[0]![0], difference)
    return change
  }

  cellsOf(difference: Form): Cells {
    const facts = [...this.facts, ...this.path.conditions]
    const key = `${difference.key}|${this.#relevant(difference, facts)}`
    const known = this.shared.cells.get(key)
    if (known) return known
    const cells = cellsOf(difference, facts, this.graph)
    this.shared.cells.set(key, cells)
    return cells
  }

  #relevant(form: Form, facts: readonly Form[]): string {
    const atoms = atomsIn(form, this.graph)
    return facts
      .filter(({ terms }) => terms.every(([id]) => atoms.has(id)))
      .map(({ key }) => key)
      .join('|')
  }

  /** The form with linear names written out: zero where it can be seen to be. */
  simplified(form: Form): Form {
    if (isZero(form)) return form
    const written = this.graph.rewrite(form, (id) => this.#linear.get(id) ?? null)
    return isZero(written) ? written : form
  }

  /** A bound that can be proved from what is known. */
  #proved({ form, least }: Amount): Rational | null {
    const known = greatestOf(least, this.graph.range(form).least)
    if (known && known.n >= 0n) return known
    const facts = [...this.facts, ...this.path.conditions]
    const key = `${form.key}|${facts.map((each) => each.key).join('|')}`
    const cached = this.shared.least.get(key)
    if (cached !== undefined) return cached
    const proved = greatestOf(known, this.#system().least(form))
    this.shared.least.set(key, proved)
    return proved
  }

  /** All that is known so far; a copy, to which more can be added. */
  #system(): System {
    for (; this.#included[0] < this.facts.length; this.#included[0]++)
      this.#known.require(this.facts[this.#included[0]]!)
    const { conditions } = this.path
    for (; this.#included[1] < conditions.length; this.#included[1]++)
      this.#known.require(conditions[this.#included[1]]!)
    this.#known.isFeasible()
    return this.#known.copy()
  }

  /** Is it never below zero? */
  isNotNegative(amount: Amount): boolean {
    const least = this.#proved(amount)
    return least !== null && least.n >= 0n
  }

  /** Is the form at least zero along this way? */
  holds(form: Form): boolean {
    const { least, most } = this.graph.range(form)
    if (least && least.n >= 0n) return true
    if (most && most.n < 0n) return false
    const other = opposite(form, this.graph)
    const can = (condition: Form): boolean => {
      const system = this.#system()
      system.require(condition)
      return system.isFeasible()
    }
    if (!can(other)) return true
    if (!can(form)) return false
    if (this.isTrusting) return true
    const isSo = this.path.fork(2) === 0
    this.path.conditions.push(isSo ? form : other)
    return isSo
  }

  number(expr: Expr, which: Which): Amount {
    return numberOf(this.evaluate(expr, which), expr, this)
  }
}

/** Whole fen, whole months, whole counts: what can be a variable of its own. */
function isCountable({ type }: Definition): boolean {
  if (!isNumber(type) || !('decimals' in type) || type.decimals === null) return false
  if (type.kind === 'money') return type.decimals <= 2
  return (type.kind === 'months' || type.kind === 'number') && type.decimals === 0
}

/** An amount of the input, and nothing else. */
function isInput({ constant, terms }: Form, graph: Graph): boolean {
  if (constant.n !== 0n || terms.length !== 1 || compare(terms[0]![1], one) !== 0) return false
  const atom = graph.atoms[terms[0]![0]]!
  return atom.kind === 'variable' && atom.source === 'input'
}

/** Bounds differ from way to way; a variable only has one that many ways share. */
function sureSign(least: Rational | null): Rational | null {
  return least && least.n >= 0n ? zero : null
}

const minusOne: Rational = { n: -1n, d: 1n }

function negated({ n, d }: Rational): Rational {
  return { n: -n, d }
}
