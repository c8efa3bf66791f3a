import { evaluate } from '../../../compiler/interpret/evaluate.ts'
import type { Evaluation, Value } from '../../../compiler/interpret/evaluation.ts'
import { ProgramError } from '../../../compiler/interpret/program-error.ts'
import { Trace } from '../../../compiler/interpret/scope.ts'
import { partsOf } from '../../../compiler/program/build.ts'
import type { Expr, Field, Program } from '../../../compiler/program/program.ts'
import { ofInteger, parse } from '../../../runtime/rational.ts'
import { all, any, chosen, constant, divided, firstOf, minus, plus, related, rounded, symbol, times } from './term.ts'
import { Unsupported, type Num } from './term.ts'

/** What an expression is to the solver. */
export type Term =
  | { readonly kind: 'number'; readonly number: Num }
  | { readonly kind: 'boolean'; readonly holds: string }
  /** Members are numbered, see `Members`. */
  | { readonly kind: 'member'; readonly number: string }
  | { readonly kind: 'schedule'; readonly edges: readonly Num[]; readonly rates: readonly Num[] }
  /** Nothing in it is open: what it is in the case that all else is taken from. */
  | { readonly kind: 'known'; readonly value: Value }

/** Numbers for the members of all choices. */
export class Members {
  readonly #numbers = new Map<string, number>()
  numberOf(member: string): number {
    const known = this.#numbers.get(member) ?? this.#numbers.size
    this.#numbers.set(member, known)
    return known
  }
}

/** The fields that stay open, of every value that they can have: amounts and months. */
function isOpen({ type }: Field): boolean {
  return !type.optional && (type.kind === 'money' || type.kind === 'months')
}

/** The solver takes ASCII only. */
const symbolOf = (path: string): string => `|${path.replaceAll(/[^\w .]/g, (each) => `u${each.charCodeAt(0)}`)}|`

/** The fields that stay open, declared. */
export function declarations({ input }: Program): readonly string[] {
  return input.fields.filter(isOpen).flatMap(({ path }) => {
    const name = symbolOf(path)
    return [`(declare-const ${name} Int)`, `(assert (>= ${name} 0))`]
  })
}

/**
 * A program in which amounts are open, and everything else is as in one case. Written
 * from the meaning of the core, without anything of the comparison.
 */
export class Translation {
  /** What has been defined so far. */
  readonly lines: string[] = []
  /** What has to hold for the case to be settled. */
  readonly needed: string[] = []
  readonly #program: Program
  readonly #case: Evaluation
  readonly #members: Members
  readonly #prefix: string
  readonly #terms = new Map<string, Term>()
  readonly #open: ReadonlySet<string>

  constructor(program: Program, settled: Evaluation, members: Members, prefix: string) {
    this.#program = program
    this.#case = settled
    this.#members = members
    this.#prefix = prefix
    this.#open = new Set(program.input.fields.filter(isOpen).map(({ path }) => path))
    for (const { id, over, value } of program.definitions) {
      if (over !== null) {
        if (!this.#isKnown(value)) throw new Unsupported('something open of each element')
        continue
      }
      this.#terms.set(id, this.#named(id, this.of(value)))
    }
    for (const { condition } of [...program.requirements, ...program.invariants])
      this.needed.push(this.#holds(condition))
  }

  /** A field or a name. */
  at(path: string): Term | null {
    const field = this.#program.input.fields.find((each) => each.path === path)
    if (field) return this.of({ kind: 'input', path, type: { kind: 'boolean' }, at: { file: '', start: 0, end: 0 } })
    return this.#terms.get(path) ?? null
  }

  output(path: string): Term {
    return this.of(this.#program.output.find((each) => each.path === path)!.value)
  }

  of(expr: Expr): Term {
    if (this.#isKnown(expr)) return { kind: 'known', value: this.#value(expr) }
    const number = (part: Expr): Num => this.#number(part)
    switch (expr.kind) {
      case 'input':
        return this.#input(expr.path)
      case 'ref':
        return this.#terms.get(expr.id)!
      case 'arithmetic':
        return this.#arithmetic(expr)
      case 'compare': {
        const relation = ({ less: '<', lessOrEqual: '<=', equal: '=' } as const)[expr.operator]
        return truth(related(number(expr.left), relation, number(expr.right)))
      }
      case 'isOneOf': {
        const value = this.#memberOf(this.of(expr.value))
        return truth(any(expr.members.map((each) => `(= ${value} ${this.#members.numberOf(each)})`)))
      }
      case 'and':
        return truth(all(expr.operands.map((each) => this.#holds(each))))
      case 'or':
        return truth(any(expr.operands.map((each) => this.#holds(each))))
      case 'not':
        return truth(`(not ${this.#holds(expr.operand)})`)
      case 'cases':
        return this.#cases(expr)
      case 'schedule': {
        const edges = expr.type.kind === 'schedule' ? expr.type.edges : []
        return { kind: 'schedule', edges: edges.map((edge) => constant(parse(edge))), rates: expr.rates.map(number) }
      }
      case 'integrate':
        return this.#integral(expr)
      case 'round': {
        const value = this.of(expr.value)
        if (value.kind === 'schedule') throw new Unsupported('a rounded schedule')
        return counted(rounded(number(expr.value), expr.decimals, expr.mode))
      }
      case 'orElse':
        return this.#isKnown(expr.value) && this.#value(expr.value).kind === 'absent'
          ? this.of(expr.fallback)
          : this.of(expr.value)
      case 'exactly': {
        const [value, limit] = [number(expr.value), number(expr.limit)]
        this.needed.push(related(value, '>=', constant(ofInteger(0))), related(value, '<=', limit))
        return counted(value)
      }
      case 'constant':
      case 'field':
      case 'liesIn':
      case 'isGiven':
      case 'isAbsent':
      case 'fold':
      case 'listAll':
      case 'addMonths':
      case 'addDays':
      case 'boundary':
      case 'monthOf':
      case 'fullYears':
      case 'widen':
      case 'lookup':
        throw new Unsupported(expr.kind)
    }
  }

  #named(id: string, term: Term): Term {
    const name = symbolOf(`${this.#prefix}${id}`)
    const define = (sort: string, text: string): void => {
      this.lines.push(`(define-fun ${name} () ${sort} ${text})`)
    }
    switch (term.kind) {
      case 'number':
        if (term.number.options) return term
        define('Int', term.number.whole)
        return counted(symbol(name, term.number.over))
      case 'boolean':
        define('Bool', term.holds)
        return truth(name)
      case 'member':
        define('Int', term.number)
        return { kind: 'member', number: name }
      case 'schedule':
      case 'known':
        return term
    }
  }

  #isKnown(expr: Expr): boolean {
    if (expr.kind === 'input') return !this.#open.has(expr.path)
    if (expr.kind === 'exactly') return false
    if (expr.kind === 'ref') {
      const term = this.#terms.get(expr.id)
      return !term || term.kind === 'known'
    }
    return partsOf(expr).every((part) => this.#isKnown(part))
  }

  #value(expr: Expr): Value {
    const { input, values, elementValues } = this.#case
    const { datasets } = this.#program
    try {
      return evaluate(expr, { input, datasets, values, elementValues, elements: new Map(), trace: new Trace('') })
    } catch (error) {
      if (error instanceof ProgramError) return { kind: 'unstated' }
      throw error
    }
  }

  #input(path: string): Term {
    const { type } = this.#program.input.fields.find((each) => each.path === path)!
    const name = symbolOf(path)
    return counted(symbol(name, type.kind === 'money' ? 100n : 1n))
  }

  #number(expr: Expr): Num {
    return numberOf(this.of(expr))
  }

  #holds(expr: Expr): string {
    const term = this.of(expr)
    if (term.kind === 'boolean') return term.holds
    if (term.kind === 'known' && term.value.kind === 'boolean') return String(term.value.is)
    if (term.kind === 'known' && term.value.kind === 'unstated') return 'false'
    throw new Unsupported('no condition')
  }

  #memberOf(term: Term): string {
    if (term.kind === 'member') return term.number
    if (term.kind === 'known' && term.value.kind === 'member') return String(this.#members.numberOf(term.value.member))
    return '(- 1)'
  }

  #arithmetic(expr: Extract<Expr, { kind: 'arithmetic' }>): Term {
    const [a, b] = [this.of(expr.left), this.of(expr.right)]
    const operate = (x: Num, y: Num): Num => {
      switch (expr.operator) {
        case 'add':
          return plus(x, y)
        case 'subtract':
          return minus(x, y)
        case 'multiply':
          return times(x, y)
        case 'divide':
          return divided(x, y)
        case 'lesser':
          return chosen(x, '<=', y)
        case 'greater':
          return chosen(x, '>=', y)
      }
    }
    const [left, right] = [scheduleOf(a), scheduleOf(b)]
    if (!left && !right) return counted(operate(numberOf(a), numberOf(b)))
    const edges = (left ?? right)!.edges
    if (left && right && left.edges.map(({ whole }) => whole).join() !== right.edges.map(({ whole }) => whole).join())
      throw new Unsupported('schedules with other edges')
    const rates = (left ?? right)!.rates.map((_, at) =>
      operate(left?.rates[at] ?? numberOf(a), right?.rates[at] ?? numberOf(b)),
    )
    return { kind: 'schedule', edges, rates }
  }

  #cases({ branches, otherwise }: Extract<Expr, { kind: 'cases' }>): Term {
    const parts = branches.map(({ when, value }) => ({ when: this.#holds(when), value: this.of(value) }))
    if (otherwise) parts.push({ when: 'true', value: this.of(otherwise) })
    // Where no rule states it, it is never used: the last one does as well.
    const stated = parts.filter(({ when, value }) => when !== 'false' && !isUnstated(value))
    const [first] = stated
    if (!first) return { kind: 'known', value: { kind: 'unstated' } }
    const schedules = stated.map(({ value }) => scheduleOf(value))
    const [schedule] = schedules.filter((each) => each !== null)
    if (schedule) {
      const rates = schedule.rates.map((_, at) =>
        firstOf(
          stated.map(({ when, value }, part) => ({ when, value: schedules[part]?.rates[at] ?? numberOf(value) })),
        ),
      )
      return { kind: 'schedule', edges: schedule.edges, rates }
    }
    const chain = (texts: readonly string[]): string =>
      texts.reduceRight((rest, text, at) => (rest === '' ? text : `(ite ${stated[at]!.when} ${text} ${rest})`), '')
    const { value } = first
    if (value.kind === 'boolean' || (value.kind === 'known' && value.value.kind === 'boolean'))
      return truth(chain(stated.map((each) => truthOf(each.value))))
    if (value.kind === 'member' || (value.kind === 'known' && value.value.kind === 'member'))
      return { kind: 'member', number: chain(stated.map((each) => this.#memberOf(each.value))) }
    return counted(firstOf(stated.map((each) => ({ when: each.when, value: numberOf(each.value) }))))
  }

  #integral({ schedule, from, to }: Extract<Expr, { kind: 'integrate' }>): Term {
    const of = this.of(schedule)
    const bands = scheduleOf(of) ?? { edges: [], rates: [numberOf(of)] }
    const [start, end] = [this.#number(from), this.#number(to)]
    const zero = constant(ofInteger(0))
    const parts = bands.rates.map((rate, at) => {
      const [floor, ceiling] = [bands.edges[at - 1], bands.edges[at]]
      const low = floor ? chosen(start, '>=', floor) : start
      const high = ceiling ? chosen(end, '<=', ceiling) : end
      return times(rate, chosen(minus(high, low), '>=', zero))
    })
    return counted(parts.reduce(plus))
  }
}

const truth = (holds: string): Term => ({ kind: 'boolean', holds })
const counted = (number: Num): Term => ({ kind: 'number', number })
const isUnstated = (term: Term): boolean => term.kind === 'known' && term.value.kind === 'unstated'

function truthOf(term: Term): string {
  if (term.kind === 'boolean') return term.holds
  if (term.kind === 'known' && term.value.kind === 'boolean') return String(term.value.is)
  throw new Unsupported('no condition')
}

function scheduleOf(term: Term): { readonly edges: readonly Num[]; readonly rates: readonly Num[] } | null {
  if (term.kind === 'schedule') return term
  if (term.kind !== 'known' || term.value.kind !== 'schedule') return null
  return { edges: term.value.edges.map(constant), rates: term.value.rates.map(constant) }
}

export function numberOf(term: Term): Num {
  if (term.kind === 'number') return term.number
  if (term.kind === 'known' && term.value.kind === 'exact') return constant(term.value.exact)
  throw new Unsupported(`no number: ${term.kind === 'known' ? term.value.kind : term.kind}`)
}
