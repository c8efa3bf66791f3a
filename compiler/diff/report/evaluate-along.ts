import { compare, parse, zero, type Rational } from '../../../runtime/rational.ts'
import { evaluate } from '../../interpret/evaluate.ts'
import type { Evaluation, Value } from '../../interpret/evaluation.ts'
import { combine } from '../../interpret/schedule.ts'
import { Trace } from '../../interpret/scope.ts'
import { asBoolean, asDay, asMember, asSchedule, boolean, exact } from '../../interpret/value.ts'
import { partsOf } from '../../program/build.ts'
import type { Definition, Expr, Place, Program } from '../../program/program.ts'
import { minus, over, plus, Reach, still, times, type Moving } from './moving.ts'

/** What is left a straight line is followed; where something else would come of it, this is thrown. */
export class NotStraight extends Error {}
/** A case that the policy refuses. */
export class Refused extends Error {}

type Found = Value | Moving
/** The rule in which a comparison stands, and the comparison; of a band the rule that says its edge. */
export interface Turning {
  readonly label: string
  readonly place: Place
}
type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/**
 * A settled case in which one amount goes up from a point on: what comes of it as straight lines, and how far they
 * reach. All that does not rest on the amount is taken from the settled case. Amounts that do are left unrounded.
 */
export class Along {
  readonly reach = new Reach<Turning>()
  readonly #program: Program
  readonly #case: Evaluation
  readonly #path: string
  readonly #from: Rational
  readonly #rests: ReadonlySet<string>
  readonly #found = new Map<string, Found>()
  /** What is being evaluated. */
  #label = ''

  constructor(program: Program, settled: Evaluation, path: string, from: Rational) {
    this.#program = program
    this.#case = settled
    this.#path = path
    this.#from = from
    this.#rests = restingOn(path, program.definitions)
  }

  /** The outputs at the paths, each as a line. Throws Refused for cases that the policy refuses. */
  outputs(paths: readonly string[]): readonly Moving[] {
    for (const { condition, label } of this.#program.requirements)
      if (!this.#in(label, () => this.#holds(condition))) throw new Refused(label)
    return paths.map((path) => {
      const output = this.#program.output.find((each) => each.path === path)
      if (!output) throw new NotStraight(path)
      return this.#in(output.label, () => moving(this.#value(output.value)))
    })
  }

  #value(expr: Expr): Found {
    if (!this.#restsOn(expr)) return this.#settled(expr)
    switch (expr.kind) {
      case 'input':
        return { kind: 'moving', at: this.#from, slope: { n: 1n, d: 1n } }
      case 'ref':
        return this.#definition(expr.id)
      case 'arithmetic':
        return this.#arithmetic(expr)
      case 'compare':
        return boolean(this.#compare(expr))
      case 'isOneOf': {
        const value = plain(this.#value(expr.value))
        return boolean(value.kind !== 'absent' && expr.members.includes(asMember(value)))
      }
      case 'and':
        return boolean(expr.operands.every((each) => this.#holds(each)))
      case 'or':
        return boolean(expr.operands.some((each) => this.#holds(each)))
      case 'not':
        return boolean(!this.#holds(expr.operand))
      case 'cases': {
        const held = this.#chosen(expr)
        if (held === null) throw new NotStraight(expr.kind)
        return this.#value(held)
      }
      case 'orElse': {
        const value = this.#value(expr.value)
        return value.kind === 'absent' ? this.#value(expr.fallback) : value
      }
      case 'isAbsent':
        return boolean(this.#value(expr.value).kind === 'absent')
      case 'schedule': {
        const { type } = expr
        if (type.kind !== 'schedule') throw new NotStraight(expr.kind)
        const rates = expr.rates.map((rate) => fixed(this.#value(rate)))
        return { kind: 'schedule', edges: type.edges.map(parse), rates }
      }
      case 'integrate':
        return this.#integrate(expr)
      case 'round':
        return this.#rounded(expr)
      case 'exactly':
        return this.#exactly(expr)
      case 'addDays':
      case 'addMonths':
      case 'boundary':
      case 'constant':
      case 'field':
      case 'fold':
      case 'fullYears':
      case 'isGiven':
      case 'liesIn':
      case 'listAll':
      case 'lookup':
      case 'monthOf':
      case 'widen':
        throw new NotStraight(expr.kind)
    }
  }

  #restsOn(expr: Expr): boolean {
    if (expr.kind === 'input') return expr.path === this.#path
    if (expr.kind === 'ref') return this.#rests.has(expr.id)
    return partsOf(expr).some((part) => this.#restsOn(part))
  }

  #settled(expr: Expr): Value {
    const { input, values, elementValues } = this.#case
    const { datasets } = this.#program
    return evaluate(expr, { input, datasets, values, elementValues, elements: new Map(), trace: new Trace('') })
  }

  #definition(id: string): Found {
    const known = this.#found.get(id)
    if (known) return known
    const definition = this.#program.definitions.find((each) => each.id === id)
    if (!definition || definition.over !== null) throw new NotStraight(id)
    const found = this.#in(definition.label, () => this.#value(definition.value))
    this.#found.set(id, found)
    return found
  }

  #in<Of>(label: string, evaluate: () => Of): Of {
    const around = this.#label
    this.#label = label
    const found = evaluate()
    this.#label = around
    return found
  }

  #turning({ at }: Expr): Turning {
    return { label: this.#label, place: at }
  }

  /** What says from where a band of a schedule holds: where it is adjusted, the rule that is adjusted. */
  #bandsOf(expr: Expr): ((band: number) => Turning) | null {
    if (expr.type.kind !== 'schedule') return null
    if (expr.kind === 'schedule') {
      const label = this.#label
      return (band) => ({ label, place: (expr.rates[band] ?? expr).at })
    }
    if (expr.kind === 'ref') {
      const definition = this.#program.definitions.find(({ id }) => id === expr.id)
      return definition ? this.#in(definition.label, () => this.#bandsOf(definition.value)) : null
    }
    const parts = expr.kind === 'cases' ? [this.#chosen(expr)] : partsOf(expr)
    for (const part of parts) {
      const found = part && this.#bandsOf(part)
      if (found) return found
    }
    return null
  }

  #chosen({ branches, otherwise }: Of<'cases'>): Expr | null {
    return branches.find(({ when }) => this.#holds(when))?.value ?? otherwise
  }

  #holds(condition: Expr): boolean {
    return asBoolean(plain(this.#value(condition)))
  }

  #arithmetic(expr: Of<'arithmetic'>): Found {
    const { operator, left, right } = expr
    const [a, b] = [this.#value(left), this.#value(right)]
    if (a.kind === 'absent' || b.kind === 'absent') return { kind: 'absent' }
    const operation = (x: Moving, y: Moving): Moving => {
      const line = this.#line(expr, x, y)
      if (line === null) throw new NotStraight(operator)
      return line
    }
    if (a.kind !== 'schedule' && b.kind !== 'schedule') return operation(moving(a), moving(b))
    return combine(plain(a), plain(b), (x, y) => fixed(operation(still(x), still(y))))
  }

  #line(expr: Of<'arithmetic'>, a: Moving, b: Moving): Moving | null {
    switch (expr.operator) {
      case 'add':
        return plus(a, b)
      case 'subtract':
        return minus(a, b)
      case 'multiply':
        return times(a, b)
      case 'divide':
        return over(a, b)
      case 'lesser':
        return this.reach.lesser(a, b, this.#turning(expr))
      case 'greater':
        return this.reach.greater(a, b, this.#turning(expr))
    }
  }

  #compare(expr: Of<'compare'>): boolean {
    const { operator, left, right } = expr
    const [a, b] = [this.#value(left), this.#value(right)]
    const areDates = a.kind === 'date' && b.kind === 'date'
    const order = areDates ? asDay(a) - asDay(b) : this.reach.sign(minus(moving(a), moving(b)), this.#turning(expr))
    switch (operator) {
      case 'less':
        return order < 0
      case 'lessOrEqual':
        return order <= 0
      case 'equal':
        return order === 0
    }
  }

  #integrate(expr: Of<'integrate'>): Moving {
    const { schedule, from, to } = expr
    const { edges, rates } = asSchedule(plain(this.#value(schedule)))
    const [start, end] = [moving(this.#value(from)), moving(this.#value(to))]
    const { reach } = this
    const turningAt = this.#bandsOf(schedule) ?? (() => this.#turning(expr))
    return rates.reduce((sum, rate, band) => {
      const [floor, ceiling] = [edges[band - 1], edges[band]]
      const [begins, ends] = [turningAt(band), turningAt(band + 1)]
      const lower = floor ? reach.greater(start, still(floor), begins) : start
      const upper = ceiling ? reach.lesser(end, still(ceiling), ends) : end
      const amount = reach.greater(minus(upper, lower), still(zero), begins)
      return plus(sum, times(amount, still(rate)) ?? still(zero))
    }, still(zero))
  }

  #rounded({ value, type }: Of<'round'>): Found {
    const found = this.#value(value)
    // Months and the like go in steps that are no straight line.
    if (found.kind === 'moving' && type.kind !== 'money') throw new NotStraight('round')
    return found
  }

  #exactly(expr: Of<'exactly'>): Moving {
    const { value, limit, label } = expr
    const [amount, most] = [moving(this.#value(value)), moving(this.#value(limit))]
    const turning = this.#turning(expr)
    if (this.reach.sign(amount, turning) < 0 || this.reach.sign(minus(amount, most), turning) > 0)
      throw new Refused(label)
    return amount
  }
}

/** The definitions in which an input is found, however far down. */
function restingOn(path: string, definitions: readonly Definition[]): ReadonlySet<string> {
  const found = new Set<string>()
  const rests = (expr: Expr): boolean =>
    (expr.kind === 'input' && expr.path === path) ||
    (expr.kind === 'ref' && found.has(expr.id)) ||
    partsOf(expr).some(rests)
  for (const { id, value } of definitions) if (rests(value)) found.add(id)
  return found
}

function moving(value: Found): Moving {
  if (value.kind === 'moving') return value
  if (value.kind === 'exact') return still(value.exact)
  throw new NotStraight(value.kind)
}

function fixed(value: Found): Rational {
  const { at, slope } = moving(value)
  if (compare(slope, zero) !== 0) throw new NotStraight('a rate')
  return at
}

function plain(value: Found): Value {
  return value.kind === 'moving' ? exact(fixed(value)) : value
}
