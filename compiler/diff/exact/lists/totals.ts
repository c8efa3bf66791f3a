import type { Why } from '../why.ts'
import { divide, multiply, one, subtract, zero, type Rational } from '../../../../runtime/rational.ts'
import { partsOf } from '../../../program/build.ts'
import type { Expr } from '../../../program/program.ts'
import { contextsOf, type Contexts, type Fold } from './elements.ts'
import type { Shared, Which } from '../ways/following.ts'
import type { Form } from '../linear/forms.ts'
import { cornersOf, generatorsOf, isNothing, type Vector } from './generators.ts'
import { keyOf, type Side } from '../ways/resolved.ts'
import { plainType } from '../ways/symbolic.ts'
import { Unsupported } from './unsupported.ts'
import { minusOne, lcm } from '../linear/numbers.ts'

/** A variable for totals: it is the sum of what each element adds to some folds, times factors. */
export interface TotalVariable {
  readonly atom: number
  readonly of: readonly (readonly [key: string, factor: Rational])[]
}

/** A total as a form. `key` is the same for what is the same in every respect. */
export interface Total {
  readonly form: Form
  readonly isNeverNegative: boolean
  readonly key: string
}

/** A fold where it is written: in which name, as which of its folds. */
interface Written extends Fold {
  readonly name: string
  readonly isName: boolean
}

type Column = readonly Rational[]
interface Basis {
  readonly column: Column
  /** Where it is not zero, and later ones are made to be. */
  readonly pivot: number
  readonly form: Form
}

/**
 * Totals over lists, for both programs: linear forms in as few variables as there are totals that are free of each
 * other. All elements that there can be are looked at once, when the first total is asked for.
 */
export class Totals {
  readonly #sides: readonly [Side, Side]
  readonly #shared: () => Shared
  #totals: Map<string, Total> | null = null
  #isFollowing = false
  /** Why there are none, where there are none. */
  why: Why = 'a total over a list'
  contexts: Contexts = { contexts: [], refusesAlike: true }
  readonly variables: TotalVariable[] = []
  /** By list, everything that is summed, counted or asked over its elements, where something is summed or counted. */
  lists: ReadonlyMap<string, readonly Fold[]> = new Map()

  constructor(sides: readonly [Side, Side], shared: () => Shared) {
    this.#sides = sides
    this.#shared = shared
  }

  /** Null where it can't be followed; `why` says why. */
  totalOf(expr: Extract<Expr, { kind: 'fold' }>, which: Which): Total | null {
    if (this.#isFollowing) throw new Unsupported('an element depends on a total over a list')
    this.#totals ??= this.#follow()
    return this.#totals.get(keyOf(expr, this.#sides[which])) ?? null
  }

  #follow(): Map<string, Total> {
    this.#isFollowing = true
    try {
      const written = this.#sides.flatMap((side, index) => foldsOf(side, index === 0 ? 0 : 1))
      const isTotal = ({ expr }: Fold): boolean => expr.quantifier === 'sum' || expr.quantifier === 'count'
      const paths = new Set(written.filter(isTotal).map(({ expr }) => expr.list))
      const distinct = [...new Map(written.map((each) => [each.key, each])).values()]
      this.lists = new Map([...paths].map((list) => [list, distinct.filter(({ expr }) => expr.list === list)]))
      this.contexts = contextsOf(this.lists, this.#shared())
      return this.#totalsOf(written.filter(isTotal))
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error
      this.why = error.why
      return new Map()
    } finally {
      this.#isFollowing = false
    }
  }

  #totalsOf(written: readonly Written[]): Map<string, Total> {
    const { graph } = this.#shared()
    const totals = new Map<string, Total>()
    const basis: Basis[] = []
    const before = written.filter(({ which }) => which === 0)
    const keys = [...new Set(written.map(({ key }) => key))]
    const rows = this.#rows(keys)
    const columnOf = (key: string): Column => rows.map((row) => row[keys.indexOf(key)]!)
    for (const fold of written) {
      if (totals.has(fold.key)) continue
      const other = fold.which === 1 ? before.find(({ name }) => name === fold.name) : undefined
      const isMoney = plainType(fold.expr.type).kind === 'money'
      const of: TotalVariable['of'] = [[fold.key, one], ...(other ? [[other.key, minusOne] as const] : [])]
      const column = other ? less(columnOf(fold.key), columnOf(other.key), one) : columnOf(fold.key)
      // What follows from totals that are known is said by them.
      let rest = column
      let form = graph.constant(zero)
      for (const each of basis) {
        const factor = divide(rest[each.pivot]!, each.column[each.pivot]!)
        rest = less(rest, each.column, factor)
        form = graph.add(form, each.form, factor)
      }
      const pivot = rest.findIndex(({ n }) => n !== 0n)
      if (pivot >= 0) {
        const denominator = column.reduce((all, { d }) => lcm(all, d), 1n)
        const source = other ? 'change' : 'total'
        const name = fold.which === 1 && !other ? `${fold.name}′` : fold.name
        const range = {
          least: column.every(({ n }) => n >= 0n) ? zero : null,
          most: column.every(({ n }) => n <= 0n) ? zero : null,
        }
        const scaled = denominator === 1n ? name : `${name} × ${denominator}`
        const variable = graph.variable(scaled, source, isMoney, true, range)
        this.variables.push({
          atom: variable.terms[0]![0],
          of: of.map(([key, factor]) => [key, multiply(factor, { n: denominator, d: 1n })] as const),
        })
        const own = graph.scale(variable, { n: 1n, d: denominator })
        basis.push({ column: rest, pivot, form: graph.subtract(own, form) })
        form = own
      }
      const whole = other ? graph.add(totals.get(other.key)!.form, form) : form
      const isNeverNegative = columnOf(fold.key).every(({ n }) => n >= 0n)
      totals.set(fold.key, { form: whole, isNeverNegative, key: `${whole.key} ${isNeverNegative}` })
    }
    return totals
  }

  /** What single elements add to the folds: all others lie between these, or beyond them by more of these. */
  #rows(keys: readonly string[]): readonly Vector[] {
    const { graph } = this.#shared()
    const rows = new Map<string, Vector>()
    const seen = new Set<string>()
    for (const { classes } of this.contexts.contexts)
      for (const each of classes) {
        const shares = keys.map((key) => each.shares.get(key)?.key ?? '').join('|')
        const key = `${shares} if ${each.conditions.map((condition) => condition.key).join('|')}`
        if (seen.has(key)) continue
        seen.add(key)
        for (const vector of cornersOf(generatorsOf(each, keys, graph)))
          if (!isNothing(vector)) rows.set(vector.map(({ n, d }) => `${n}/${d}`).join(' '), vector)
      }
    return [...rows.values()]
  }
}

function less(a: Column, b: Column, factor: Rational): Column {
  return a.map((each, index) => subtract(each, multiply(b[index]!, factor)))
}

/** All folds of a program that speak of the case; those of one name are numbered. */
function foldsOf(side: Side, which: Which): readonly Written[] {
  const found: Written[] = []
  const { definitions, output, requirements, invariants } = side.program
  const collect = (name: string, value: Expr): void => {
    let count = 0
    const visit = (expr: Expr): void => {
      if (expr.kind === 'fold') {
        const isName = expr === value
        const own = isName ? name : `${name} ${expr.quantifier} ${expr.list}${count++ === 0 ? '' : ` ${count}`}`
        found.push({ key: keyOf(expr, side), expr, which, name: own, isName })
      }
      partsOf(expr).forEach(visit)
    }
    visit(value)
  }
  for (const { id, value, over } of definitions) if (over === null) collect(id, value)
  for (const { path, value } of output) collect(path, value)
  for (const { label, condition } of [...requirements, ...invariants]) collect(label, condition)
  return found.toSorted((a, b) => Number(b.isName) - Number(a.isName))
}
