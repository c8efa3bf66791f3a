import { atomsIn, hasRounding, isConstant, type Form, type Graph } from '../diff/exact/linear/forms.ts'
import { solveIntegers } from '../diff/exact/linear/integers.ts'
import type { Symbolic } from '../diff/exact/ways/symbolic.ts'
import { opposite } from '../diff/exact/linear/system.ts'
import type { Walk } from '../diff/exact/ways/walk.ts'
import { refsIn } from '../program/build.ts'
import type { Program } from '../program/program.ts'
import { minusOne } from '../diff/exact/linear/numbers.ts'

/** Steps of a search at most: close by, and with what names stand for where that is not rounded. */
const patience = { near: 80, wide: 600 }

/**
 * Learns of every named amount how it changes from the first case to the second: that it never falls, or never rises;
 * that it changes by no more than what it is computed from. Each is proved from what is known of the names before it, so
 * that no search has to look through more than one rounding at a time; together they say how the last changes.
 */
export class Lemmas {
  readonly #program: Program
  readonly #proved = new Map<string, boolean>()

  constructor(program: Program) {
    this.#program = program
  }

  /** Adds to what is known along a way. */
  learn(walk: Walk, rise: Form): void {
    const { graph } = walk
    const minus = (form: Form): Form => graph.scale(form, minusOne)
    for (const { id, value } of this.#program.definitions) {
      const change = changeOf(walk, id)
      const meaning = change && meaningOf(change, walk)
      if (!change || !meaning) continue
      const learn = (form: Form, written: Form): boolean => {
        const is = this.#holds(written, walk)
        if (is) walk.know(form)
        return is
      }
      const isUp = learn(change, meaning)
      const isDown = !isUp && learn(minus(change), minus(meaning))
      const sources = [...refsIn(value)].flatMap((ref) => changeOf(walk, ref) ?? [])
      for (const source of [rise, ...sources]) {
        if (isConstant(source)) continue
        if (!isDown) learn(graph.subtract(source, change), graph.subtract(source, meaning))
        if (!isUp) learn(graph.add(source, change), graph.add(source, meaning))
      }
    }
  }

  #holds(form: Form, walk: Walk): boolean {
    const { graph } = walk
    const facts = [...walk.facts, ...walk.path.conditions]
    if (this.#follows(form, facts, patience.near, graph)) return true
    const memo = new Map<number, Form>()
    const plain = (id: number): Form | null => {
      const meaning = walk.meanings.get(id)
      return meaning && !hasRounding(meaning, graph) ? meaning : null
    }
    const written = (each: Form): Form => graph.rewrite(each, plain, memo)
    const wide = written(form)
    return this.#follows(wide, facts.map(written), patience.wide, graph)
  }

  /** Does it follow from those facts that are about nothing else? */
  #follows(form: Form, facts: readonly Form[], steps: number, graph: Graph): boolean {
    if (isConstant(form)) return form.constant.n >= 0n
    const atoms = atomsIn(form, graph)
    const own = facts.filter(({ terms }) => terms.length > 0 && terms.every(([id]) => atoms.has(id)))
    const asked = [...new Map([opposite(form, graph), ...own].map((each) => [each.key, each])).values()]
    const key = `${steps} ${asked.map((each) => each.key).join('|')}`
    const known = this.#proved.get(key)
    if (known !== undefined) return known
    const is = solveIntegers(asked, [], graph, steps).kind === 'none'
    this.#proved.set(key, is)
    return is
  }
}

/** What a name is more in the second case; null where it is no number, or was not needed. */
function changeOf(walk: Walk, id: string): Form | null {
  const [first, second] = walk.pair(id)?.values ?? []
  return isAmount(first) && isAmount(second) ? walk.graph.subtract(second.form, first.form) : null
}

function isAmount(value: Symbolic | undefined): value is Extract<Symbolic, { kind: 'number' }> {
  return value?.kind === 'number'
}

/** What the change stands for, where it is a variable of its own. */
function meaningOf({ constant, terms }: Form, { meanings }: Walk): Form | null {
  const [only] = terms
  if (!only || terms.length > 1 || constant.n !== 0n || only[1].n !== 1n || only[1].d !== 1n) return null
  return meanings.get(only[0]) ?? null
}
