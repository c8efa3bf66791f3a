import { one, zero } from '../../../../runtime/rational.ts'
import type { Expr } from '../../../program/program.ts'
import { holds } from '../ways/conditions.ts'
import { ElementWalk, isElementVariable } from './element-walk.ts'
import { refuseAlike, type Shared, type Which } from '../ways/following.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import { everyPath, everyWay, type Assumption } from '../ways/path.ts'
import { Unsupported } from './unsupported.ts'
import { Walk } from '../ways/walk.ts'

/** Something that is summed, counted or asked over the elements of a list. */
export interface Fold {
  readonly key: string
  readonly expr: Extract<Expr, { kind: 'fold' }>
  readonly which: Which
}

/**
 * Elements of a list that go one way through both programs: those of which the conditions hold, each at least zero.
 * `shares`: what one of them adds to each fold; a flag counts the elements that decide it.
 */
export interface ElementClass {
  readonly list: string
  readonly assumptions: ReadonlyMap<string, Assumption>
  readonly conditions: readonly Form[]
  readonly shares: ReadonlyMap<string, Form>
}

/** A kind of case, as far as elements depend on it, and all kinds of elements in it. */
export interface Context {
  readonly assumptions: ReadonlyMap<string, Assumption>
  readonly conditions: readonly Form[]
  readonly classes: readonly ElementClass[]
}

export interface Contexts {
  readonly contexts: readonly Context[]
  /** False where one program refuses an element that the other does not. */
  readonly refusesAlike: boolean
}

/** All kinds of elements, by kind of case. */
export function contextsOf(lists: ReadonlyMap<string, readonly Fold[]>, shared: Shared): Contexts {
  const contexts: Context[] = []
  let refusesAlike = true
  const isComplete = everyWay((path) => {
    const around = new Walk(shared, path)
    const classes: ElementClass[] = []
    for (const [list, folds] of lists) {
      const isWhole = everyPath((prefix) => {
        const walk = new ElementWalk(around, list, prefix)
        const shares = new Map(folds.map((fold) => [fold.key, shareOf(fold, walk)] as const))
        if (!refuseAlike(walk)) refusesAlike = false
        classes.push({
          list,
          assumptions: walk.path.assumptions,
          conditions: [...walk.path.conditions, ...walk.facts],
          shares,
        })
        return walk.path
      }, 5000)
      if (!isWhole) throw new Unsupported('too many kinds of elements')
    }
    const meaning = (id: number): Form | null => around.meanings.get(id) ?? null
    const conditions = [...path.conditions, ...around.facts].map((each) => shared.graph.rewrite(each, meaning))
    contexts.push({ assumptions: path.assumptions, conditions, classes })
  }, 400)
  if (!isComplete) throw new Unsupported('too many kinds of cases in which elements differ')
  return { contexts, refusesAlike }
}

function shareOf({ expr, which }: Fold, walk: ElementWalk): Form {
  const { graph } = walk
  const isCounted = expr.where === null || holds(expr.where, walk, which)
  switch (expr.quantifier) {
    case 'any':
    case 'count':
      return graph.constant(isCounted ? one : zero)
    case 'all':
      return graph.constant(isCounted ? zero : one)
    case 'sum': {
      if (!isCounted || !expr.value) return graph.constant(zero)
      const form = walk.withoutKinks(walk.number(expr.value, which).form)
      requireWhole(form, graph)
      return form
    }
  }
}

function requireWhole(form: Form, graph: Graph): void {
  for (const id of atomsIn(form, graph)) {
    const atom = graph.atoms[id]!
    if (atom.kind === 'product') throw new Unsupported('amounts of an element that are multiplied')
    if (atom.kind !== 'variable') continue
    if (!isElementVariable(id, graph)) throw new Unsupported('what an element adds depends on an amount of the case')
    if (!atom.isInteger) throw new Unsupported('a number of an element that need not be whole')
  }
}
