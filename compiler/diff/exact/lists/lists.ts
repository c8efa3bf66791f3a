import { one } from '../../../../runtime/rational.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import type { Program } from '../../../program/program.ts'
import { elementFor } from './element-fields.ts'
import { allElements, fewElements, type Composition, type Piece, type Wanted } from './element-solutions.ts'
import type { ElementClass, Fold } from './elements.ts'
import type { Shared } from '../ways/following.ts'
import { atomsIn, type Form } from '../linear/forms.ts'
import { generatorsOf } from './generators.ts'
import { together, type Assumption } from '../ways/path.ts'
import type { Finite } from '../witnesses/write-case.ts'
import { Unsupported } from './unsupported.ts'

type Assumptions = ReadonlyMap<string, Assumption>

/** What is asked of the lists of a case beside what is asked of the case, in one kind of case. */
export interface ListsOfCase {
  readonly assumptions: Assumptions
  readonly conditions: readonly Form[]
  /** Simple ones first; the last covers all lists. */
  readonly compositions: readonly Composition[]
}

/** Finds lists whose elements add up to given totals. */
export class Lists {
  readonly #shared: Shared
  readonly #program: Program
  readonly #known = new Map<string, readonly Composition[]>()

  constructor(shared: Shared, program: Program) {
    this.#shared = shared
    this.#program = program
  }

  /** Null where nothing is asked of totals; otherwise all kinds of cases that the assumptions leave. */
  casesFor(assumptions: Assumptions, conditions: readonly Form[]): readonly ListsOfCase[] | null {
    const { graph, totals } = this.#shared
    const atoms = new Set(conditions.flatMap((each) => [...atomsIn(each, graph)]))
    const asked = totals.variables.filter(({ atom }) => atoms.has(atom))
    const keys = new Set(asked.flatMap(({ of }) => of.map(([key]) => key)))
    const lists = [...totals.lists].filter(([, folds]) => folds.some(({ key }) => keys.has(key)))
    if (lists.length === 0) return null
    const folds = lists.flatMap(([, each]) => each)
    const flags = folds.filter(({ key, expr }) => isFlag(expr) && assumptions.has(key))
    const isNever = (flag: Fold): boolean => isTrue(assumptions.get(flag.key)!) !== (flag.expr.quantifier === 'any')
    const never = flags.filter(isNever)
    const ever = flags.filter((flag) => !isNever(flag))
    const wanted: Wanted[] = [
      ...asked.map(({ atom, of }) => ({ factors: of, form: graph.atom(atom), isLeast: false })),
      ...ever.map(({ key }) => ({ factors: [[key, one] as const], form: graph.constant(one), isLeast: true })),
    ]
    const rest = new Map([...assumptions].filter(([key]) => flags.every((flag) => flag.key !== key)))
    const paths = new Set(lists.map(([path]) => path))
    return totals.contexts.contexts.flatMap((context, index) => {
      const merged = together(rest, context.assumptions)
      if (!merged) return []
      const classes = context.classes.filter(
        ({ list, shares }) => paths.has(list) && never.every(({ key }) => (shares.get(key)?.constant.n ?? 0n) === 0n),
      )
      const name = [
        index,
        ...asked.map(({ atom }) => atom),
        ...flags.map(({ key }) => `${key} ${isTrue(assumptions.get(key)!)}`),
      ].join(' ')
      const compositions = this.#known.get(name) ?? this.#compositions(classes, wanted)
      this.#known.set(name, compositions)
      return [{ assumptions: merged, conditions: context.conditions, compositions }]
    })
  }

  #compositions(all: readonly ElementClass[], wanted: readonly Wanted[]): readonly Composition[] {
    const { graph } = this.#shared
    const keys = [...new Set(wanted.flatMap(({ factors }) => factors.map(([key]) => key)))]
    const distinct = new Map<string, ElementClass>()
    for (const each of all) {
      const shares = keys.map((key) => each.shares.get(key)?.key ?? '')
      const key = `${shares.join('|')} if ${each.conditions.map((condition) => condition.key).join('|')}`
      if (!distinct.has(key)) distinct.set(key, each)
    }
    const classes = [...distinct.values()]
    const few = fewElements(classes, keys, wanted, graph)
    try {
      return [
        ...few,
        allElements(
          classes.map((each) => generatorsOf(each, keys, graph)),
          keys,
          wanted,
          graph,
        ),
      ]
    } catch (error) {
      if (error instanceof Unsupported) return few
      throw error
    }
  }

  /** The case with the elements; null where their fields could not be found. */
  withElements(finite: Finite, pieces: readonly Piece[]): Finite | null {
    const lists = new Map(finite.lists)
    for (const list of new Set(this.#shared.totals.lists.keys())) {
      const own = pieces.filter(({ of }) => of.list === list)
      if (own.length === 0) continue
      const elements: ReadonlyMap<string, Value>[] = []
      for (const piece of own) {
        const element = elementFor(piece, finite, this.#program)
        if (!element) return null
        elements.push(element)
      }
      lists.set(list, elements)
    }
    return { ...finite, lists }
  }
}

function isFlag({ quantifier }: Fold['expr']): boolean {
  return quantifier === 'any' || quantifier === 'all'
}

function isTrue(assumption: Assumption): boolean {
  return assumption.kind === 'oneOf' && assumption.options[0] === 'true'
}
