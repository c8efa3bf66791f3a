import { greater, zero, type Rational } from '../../../../runtime/rational.ts'
import type { Definition, Expr } from '../../../program/program.ts'
import { cellsOf, type Cells } from '../linear/cells.ts'
import { numberOf } from './amounts.ts'
import { isCountable, isInput, isOneResultOf } from './countable.ts'
import { evaluateSymbolic } from './evaluate-symbolic.ts'
import type { Following, Preconditions, Shared, Which } from './following.ts'
import { atomsIn, isConstant, isLinear, isZero } from '../linear/forms.ts'
import type { Form, Graph, Range } from '../linear/forms.ts'
import type { Pair } from './alike.ts'
import { Undecided, type Path } from './path.ts'
import { isRefuted } from './refute.ts'
import { keyOf } from './resolved.ts'
import { plainType, symbolicKey, type Amount, type Symbolic } from './symbolic.ts'
import type { Written } from './memory.ts'
import { once } from '../../../once.ts'
import { Knowledge } from '../linear/knowledge.ts'
import { opposite } from '../linear/system.ts'
import { Log } from './table.ts'
import { standardNames, writeForm } from '../linear/write.ts'
import { minusOne, negated, greatestOf, leastOf, boundKey } from '../linear/numbers.ts'

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
  readonly preconditions: Preconditions = [new Set(), new Set()]
  readonly #pairs = new Map<string, Pair>()
  readonly #alone: readonly [Map<string, Symbolic>, Map<string, Symbolic>] = [new Map(), new Map()]
  /** What stands for an amount, by its form. */
  readonly #standIns = new Map<string, Amount>()
  readonly #open = new Set<string>()
  /** While it looks at what a policy promises: what named amounts don't decide is looked at more closely. */
  isOfPromise = false
  readonly #log: Log<Walk>
  /** The facts, and the conditions of the path. */
  readonly #known: Knowledge

  constructor(shared: Shared, path: Path) {
    this.#known = new Knowledge(shared.graph, shared.memory.answers)
    this.shared = shared
    this.path = path
    this.#log = new Log<Walk>(shared.memory.table, this)
    path.onAnswer = (step, answer) => {
      this.#log.add((walk) => step(walk.path), answer)
    }
  }

  /**
   * What `compute` gives, which hangs on nothing but what is `written` in the programs, and on what the way is asked;
   * where another way has been here with the same answers, what it gave there.
   */
  tabled<Value>(written: Written, compute: () => Value): Value {
    return this.#log.tabled(this.shared.keys.of(written), compute)
  }

  know(form: Form): void {
    this.#log.tell((walk) => walk.#know(form))
  }

  #know(form: Form): void {
    if (this.#known.add(form)) this.facts.push(form)
  }

  demand(form: Form, which: Which): void {
    this.#log.tell((walk) => {
      walk.#know(form)
      walk.preconditions[which].add(form.key)
    })
  }

  /** What a variable for a name, or for a change, stands for. */
  meaningOf(id: number): Form | null {
    return this.#log.ask(
      (walk) => walk.meanings.get(id) ?? null,
      (meaning) => meaning?.key ?? '',
    )
  }

  #mean(id: number, meaning: Form): void {
    this.#log.tell((walk) => {
      walk.meanings.set(id, meaning)
    })
  }

  get graph(): Graph {
    return this.shared.graph
  }

  evaluate(expr: Expr, which: Which): Symbolic {
    return evaluateSymbolic(expr, this, which)
  }

  /** What an expression is along the way as it has been followed; null where the way does not say. */
  probe(expr: Expr, which: Which): Symbolic | null {
    this.path.isClosed = true
    try {
      return this.evaluate(expr, which)
    } catch (error) {
      if (error instanceof Undecided) return null
      throw error
    } finally {
      this.path.isClosed = false
      this.#open.clear()
    }
  }

  named(id: string, which: Which): Symbolic {
    return this.#log.ask((walk) => walk.#named(id, which), symbolicKey)
  }

  #named(id: string, which: Which): Symbolic {
    const known = this.#pairs.get(id)?.values[which] ?? this.#alone[which].get(id)
    if (known) return known
    const { isOfPromise } = this
    this.isOfPromise = false
    const value = this.#evaluated(id, which)
    this.isOfPromise = isOfPromise
    return value
  }

  #evaluated(id: string, which: Which): Symbolic {
    const [before, after] = this.shared.sides.map(({ definitions }) => definitions.get(id))
    if (before && after && before.over === null && after.over === null && !this.#open.has(id)) {
      this.#open.add(id)
      const values = this.tabled([before, after], () => this.#both(id, before, after))
      this.#pairs.set(id, { values })
      this.#open.delete(id)
      return values[which]
    }
    const own = which === 0 ? before : after
    if (!own) throw this.path.isClosed ? new Undecided() : new Error(`${id} is not defined`)
    const value = this.tabled([own, which], () => this.#ownValue(own, this.evaluate(own.value, which), which))
    this.#alone[which].set(id, value)
    return value
  }

  /** The values of a name in both programs, if it has been needed and both have it. */
  pair(id: string): Pair | undefined {
    return this.#pairs.get(id)
  }

  #side({ value }: Definition, which: Which): Symbolic {
    return this.#log.ask((walk) => walk.tabled([value, which], () => walk.evaluate(value, which)), symbolicKey)
  }

  #both(id: string, before: Definition, after: Definition): readonly [Symbolic, Symbolic] {
    const a = this.#side(before, 0)
    const b = this.isAlike(before.value, after.value) ? a : this.#side(after, 1)
    if (a.kind !== 'number' || b.kind !== 'number') return [a, b]
    if (!isCountable(before) || !isCountable(after)) return [a, b]
    return this.#cut(id, before, a, b)
  }

  /** Do both say the same in the same words, of names that are the same on this way? If not, they may still. */
  isAlike(before: Expr, after: Expr): boolean {
    return this.#log.ask((walk) => walk.shared.alike.isAlike(before, after, (id) => walk.pair(id)), String)
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
    const first: Amount = isPlain
      ? { kind: 'number', form: a.form, least, above: [] }
      : this.#standIn(id, a, least, isMoney)
    const before = first.form
    if (isZero(difference)) return [first, first]
    const change = this.#changeOf(id, difference, isMoney)
    const second: Amount = {
      kind: 'number',
      form: graph.add(before, change),
      least: isZero(change) ? least : this.#proved(b),
      above: [],
    }
    if (!isZero(change)) {
      if (second.least) this.know(graph.plus(second.form, negated(second.least)))
      for (const above of b.above) this.know(graph.subtract(above, second.form))
    }
    this.#standFor(b.form, second)
    return [first, second]
  }

  /** A variable for an amount, with what is known of it. */
  #standIn(name: string, of: Amount, least: Rational | null, isMoney: boolean): Amount {
    const { graph } = this
    const form = graph.variable(name, 'name', isMoney, true, { least: sureSign(least), most: null })
    const atom = form.terms[0]![0]
    this.#mean(atom, of.form)
    if (isLinear(of.form, graph)) {
      this.#log.tell((walk) => {
        walk.#linear.set(atom, of.form)
      })
      this.know(graph.subtract(form, of.form))
      this.know(graph.subtract(of.form, form))
    }
    for (const above of of.above) this.know(graph.subtract(above, form))
    const { most } = graph.range(of.form)
    if (most) this.know(graph.plus(graph.scale(form, minusOne), most))
    if (least && least.n !== 0n) this.know(graph.plus(form, negated(least)))
    const made: Amount = { kind: 'number', form, least, above: [] }
    this.#standFor(of.form, made)
    return made
  }

  #standFor(form: Form, amount: Amount): void {
    if (isConstant(form)) return
    this.#log.tell((walk) => {
      walk.#standIns.set(form.key, amount)
    })
  }

  #standInOf({ key }: Form): Amount | null {
    return this.#log.ask(
      (walk) => walk.#standIns.get(key) ?? null,
      (known) => (known ? symbolicKey(known) : ''),
    )
  }

  /** Of a name that only one program has: a variable where it is made of products, or is a result, else what it is. */
  #ownValue(definition: Definition, value: Symbolic, which: Which): Symbolic {
    if (value.kind !== 'number') return value
    const known = this.#standInOf(value.form)
    if (known) return known
    if (!isCountable(definition) || isConstant(value.form)) return value
    const hasProduct = [...atomsIn(value.form, this.graph)].some((id) => this.graph.atoms[id]!.kind === 'product')
    const isResult = this.shared.sides[which].program.output.some((each) => isOneResultOf(each.value, definition.id))
    if (!hasProduct && !isResult) return value
    return this.#standIn(definition.id, value, this.#proved(value), plainType(definition.type).kind === 'money')
  }

  factor(amount: Amount, expr: Expr): Form {
    const { graph } = this
    const { form } = amount
    const isNamed = form.terms.every(([id]) => graph.atoms[id]!.kind === 'variable')
    if (isNamed || !graph.isIntegral(form) || plainType(expr.type).kind === 'money') return form
    const known = this.#standInOf(form)
    if (known) return known.form
    const name = expr.kind === 'ref' ? expr.id : `(${writeForm(form, graph, false, standardNames(graph))})`
    return this.#standIn(name, amount, this.#proved(amount), false).form
  }

  #changeOf(id: string, difference: Form, isMoney: boolean): Form {
    const { graph } = this
    if (isLinear(difference, graph)) return difference
    const range = this.#log.ask(
      (walk) => walk.#reach(difference),
      (answer) => (answer ? `${boundKey(answer.least)} ${boundKey(answer.most)}` : ''),
    )
    if (!range) return graph.constant(zero)
    const { least, most } = range
    const isUp = least !== null && least.n >= 0n
    const isDown = most !== null && most.n <= 0n
    const sign = { least: isUp ? zero : null, most: isDown ? zero : null }
    const change = graph.variable(id, 'change', isMoney, true, sign)
    if (least) this.know(graph.plus(change, negated(least)))
    if (most) this.know(graph.plus(graph.scale(change, minusOne), most))
    this.#mean(change.terms[0]![0], difference)
    return change
  }

  /** The least and the most that a difference comes to, and zero; null where it is always zero. */
  #reach(difference: Form): Range | null {
    const { cells, isComplete } = this.cellsOf(difference)
    if (!isComplete) return { least: null, most: null }
    if (cells.length === 0) return null
    let range: Range = { least: zero, most: zero }
    for (const { least, most } of cells)
      range = {
        least: leastOf(range.least, least),
        most: range.most && most && greater(range.most, most),
      }
    return range
  }

  cellsOf(difference: Form): Cells {
    const atoms = atomsIn(difference, this.graph)
    const { conditions } = this.path
    // What is assumed of a name is assumed of what is written in its place.
    const meaning = (id: number): Form | null => (atoms.has(id) ? null : (this.meanings.get(id) ?? null))
    const facts = [...this.facts, ...conditions, ...conditions.map((each) => this.graph.rewrite(each, meaning))]
    const key = `${difference.key}|${this.#relevant(difference, facts)}`
    return once(this.shared.memory.cells, key, () => cellsOf(difference, facts, this.graph))
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
    return this.#log.ask(
      (walk) => walk.#simplified(form),
      ({ key }) => key,
    )
  }

  #simplified(form: Form): Form {
    if (isZero(form)) return form
    const linear = new Map<number, Form>()
    const atoms = atomsIn(form, this.graph)
    for (const id of atoms) {
      const meaning = this.#linear.get(id)
      if (!meaning) continue
      linear.set(id, meaning)
      atomsIn(meaning, this.graph, atoms)
    }
    if (linear.size === 0) return form
    const key = [form.key, ...[...linear].map(([id, each]) => `${id} ${each.key}`)].join('|')
    const written = once(this.shared.memory.written, key, () =>
      this.graph.rewrite(form, (id) => linear.get(id) ?? null),
    )
    return isZero(written) ? written : form
  }

  /** A bound that can be proved from what is known. */
  #proved({ form, least }: Amount): Rational | null {
    return this.#log.ask((walk) => walk.#provedOnce(form, least), boundKey)
  }

  #provedOnce(form: Form, least: Rational | null): Rational | null {
    const known = greatestOf(least, this.graph.range(form).least)
    if (known && known.n >= 0n) return known
    return greatestOf(known, this.#known.least(form))
  }

  /** Can all of these be at least zero on this way? Nothing further is assumed of it. */
  allows(conditions: readonly Form[]): boolean {
    return this.#known.allowsAll(conditions)
  }

  /** Can a case be on this way? */
  isPossible(): boolean {
    return this.path.conditions.length === 0 || this.#known.isConsistent()
  }

  /** Is it never below zero? */
  isNotNegative(amount: Amount): boolean {
    const least = this.#proved(amount)
    return least !== null && least.n >= 0n
  }

  /** Is the form at least zero along this way? */
  holds(form: Form): boolean {
    return this.#log.ask((walk) => walk.#holds(form), String)
  }

  #holds(form: Form): boolean {
    const { least, most } = this.#known.range(form)
    if (least && least.n >= 0n) return true
    if (most && most.n < 0n) return false
    const other = opposite(form, this.graph)
    if (!this.#known.allows(other)) return true
    if (!this.#known.allows(form)) return false
    if (this.isOfPromise && isRefuted(other, this)) return true
    const isSo = this.path.fork(2) === 0
    const condition = isSo ? form : other
    this.path.conditions.push(condition)
    this.#known.add(condition)
    return isSo
  }

  keyOf(expr: Expr, which: Which): string {
    return this.#log.ask((walk) => keyOf(expr, walk.shared.sides[which]), String)
  }

  total(expr: Extract<Expr, { kind: 'fold' }>, which: Which): ReturnType<Following['total']> {
    return this.#log.ask(
      (walk) => walk.shared.totals.totalOf(expr, which),
      (total) => total?.key ?? '',
    )
  }

  number(expr: Expr, which: Which): Amount {
    return numberOf(this.evaluate(expr, which), expr, this)
  }
}

/** Bounds differ from way to way; a variable only has one that many ways share. */
function sureSign(least: Rational | null): Rational | null {
  return least && least.n >= 0n ? zero : null
}
