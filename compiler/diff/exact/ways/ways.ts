import { partsOf } from '../../../program/build.ts'
import type { Expr, Invariant, OutputField, Program, Requirement } from '../../../program/program.ts'
import { atomsIn, hasRounding, isZero, type Form } from '../linear/forms.ts'
import { Alike } from './alike.ts'
import { holds } from './conditions.ts'
import type { Like } from './like.ts'
import { Memory, TableKeys } from './memory.ts'
import { everyWay, type Assumption } from './path.ts'
import { sidesOf, type Side } from './resolved.ts'
import { optionOf, type Symbolic } from './symbolic.ts'
import { Totals } from '../lists/totals.ts'
import type { Shared } from './following.ts'
import { Walk } from './walk.ts'

/** What an output says along one way, before and after. */
export type Outcome =
  | { readonly kind: 'number'; readonly difference: Form; readonly before: Form; readonly after: Form }
  | { readonly kind: 'finite'; readonly before: string; readonly after: string }
  | { readonly kind: 'same' }
  /** Not known whether they are the same. */
  | { readonly kind: 'open' }

/** One way through both programs, with what each output says. */
export interface Followed {
  readonly assumptions: ReadonlyMap<string, Assumption>
  readonly walk: Walk
  readonly outcomes: ReadonlyMap<string, Outcome>
}
export interface Ways {
  readonly shared: Shared
  readonly followed: readonly Followed[]
  readonly outputs: readonly OutputField[]
  readonly isComplete: boolean
}

/** What all ways through two programs have in common, before any is followed. */
export function sharedBy(before: Program, after: Program, memory: Memory): Shared {
  const sides = sidesOf(before, after)
  const keys = new TableKeys(memory, [before, after])
  const alike = new Alike(sides, memory)
  const shared: Shared = { sides, memory, keys, graph: memory.graph, totals: new Totals(sides, () => shared), alike }
  return shared
}

/** Every way through both programs that a case can take, as far as linear arithmetic can tell. */
export function followWays(
  before: Program,
  after: Program,
  budget: number,
  memory = new Memory(),
  like: Like | null = null,
): Ways {
  const shared = sharedBy(before, after, memory)
  const { sides } = shared
  const outputs = before.output.filter(({ path }) => after.output.some((each) => each.path === path))
  const strict = sides.map((side) => refusing(side))
  const followed: Followed[] = []
  const isComplete = everyWay(
    (path) => {
      const walk = new Walk(shared, path)
      const outcomes = new Map<string, Outcome>()
      for (const which of [0, 1] as const) for (const id of strict[which] ?? []) walk.named(id, which)
      for (const output of outputs) {
        const other = after.output.find((each) => each.path === output.path)!
        outcomes.set(
          output.path,
          walk.tabled([output.value, other.value], () => outcomeOf(output.value, other.value, walk)),
        )
      }
      if (!walk.isPossible()) return
      const broken = promisesOn(walk, outcomes)
      if (broken.some((label) => label !== null)) outcomes.forEach((_, key) => outcomes.set(key, { kind: 'same' }))
      const [first, second] = broken.map((label) => (label === null ? 'settled' : `refused: ${label}`))
      outcomes.set(refusal, first === second ? { kind: 'same' } : { kind: 'finite', before: first!, after: second! })
      followed.push({ assumptions: path.assumptions, walk, outcomes })
    },
    budget,
    like,
  )
  return { shared, followed, outputs, isComplete }
}

/** Beside the outputs: whether a case is settled at all. */
export const refusal = 'refused'

/** What is promised and broken along a way, by each program; where nothing differs on it, that need not be known. */
function promisesOn(walk: Walk, outcomes: ReadonlyMap<string, Outcome>): readonly (string | null)[] {
  const { sides } = walk.shared
  const [before, after] = sides.map(promisesOf)
  const areAlike =
    before!.length === after!.length &&
    before!.every(({ condition }, index) => walk.isAlike(condition, after![index]!.condition))
  if (areAlike && [...outcomes.values()].every(isSame)) return [null, null]
  const broken = brokenPromise(sides[0], walk, 0)
  return [broken, areAlike ? broken : brokenPromise(sides[1], walk, 1)]
}

function isSame(outcome: Outcome): boolean {
  return outcome.kind === 'same' || (outcome.kind === 'number' && isZero(outcome.difference))
}

/** The label of a promise that is broken along a way, so that no case on it is settled. */
function brokenPromise(side: Side, walk: Walk, which: 0 | 1): string | null {
  walk.isOfPromise = true
  const broken = promisesOf(side).find(
    ({ condition }) => !walk.tabled([condition, which], () => holds(condition, walk, which)),
  )
  walk.isOfPromise = false
  return broken?.label ?? null
}

function promisesOf({ program }: Side): readonly (Requirement | Invariant)[] {
  return [...program.requirements, ...program.invariants]
}

/** The definitions in which a case may be refused: they count, whether or not an output uses them. */
export function refusing({ definitions }: Side): readonly string[] {
  const refuses = (expr: Expr): boolean => expr.kind === 'exactly' || partsOf(expr).some(refuses)
  return [...definitions.values()].filter(({ value, over }) => over === null && refuses(value)).map(({ id }) => id)
}

function outcomeOf(before: Expr, after: Expr, walk: Walk): Outcome {
  const a = walk.evaluate(before, 0)
  const b = walk.evaluate(after, 1)
  if (a.kind === 'number' && b.kind === 'number') {
    const difference = reduced(walk.simplified(walk.graph.subtract(b.form, a.form)), walk)
    return { kind: 'number', difference, before: a.form, after: b.form }
  }
  if (a.kind === 'unstated' && b.kind === 'unstated') return { kind: 'same' }
  if ('key' in a && 'key' in b && a.key === b.key) return { kind: 'same' }
  const [first, second] = [finiteText(a, walk), finiteText(b, walk)]
  if (first === null || second === null) return { kind: 'open' }
  return first === second ? { kind: 'same' } : { kind: 'finite', before: first, after: second }
}

function finiteText(value: Symbolic, walk: Walk): string | null {
  if (value.kind === 'finite') return walk.path.which(value.key, value.expr, value.all)
  if (value.kind !== 'known') return null
  return value.value.kind === 'date' ? `day ${value.value.day}` : optionOf(value.value)
}

/**
 * The difference with the last of the changes in it written out where it stands alone, or leans on another: what is
 * left is in terms of the changes that came first.
 */
function reduced(difference: Form, walk: Walk): Form {
  const { graph } = walk
  let form = difference
  for (let isFirst = true; ; isFirst = false) {
    const changes = [...atomsIn(form, graph)].filter((id) => isChange(id, walk))
    const outer = form.terms.map(([id]) => id)
    const leaning = changes.filter((id) => {
      const within = changesUnder(id, walk)
      return changes.some((each) => each !== id && within.has(each))
    })
    const isAlone = isFirst && changes.length === 1 && outer.includes(changes[0]!)
    const candidates = isAlone ? changes : leaning
    const last = candidates.find((id) => !candidates.some((each) => each !== id && changesUnder(each, walk).has(id)))
    if (last === undefined) return form
    const meaning = walk.meaningOf(last)!
    // One rounding is written out; what is not rounded always is.
    if (!isFirst && hasRounding(meaning, graph)) return form
    form = walk.simplified(graph.rewrite(form, (id) => (id === last ? meaning : null)))
    if (isZero(form)) return form
  }
}

/** The changes that a change rests on, and those that they rest on. */
function changesUnder(id: number, walk: Walk, into = new Set<number>()): Set<number> {
  for (const each of atomsIn(walk.meaningOf(id)!, walk.graph)) {
    if (into.has(each) || !isChange(each, walk)) continue
    into.add(each)
    changesUnder(each, walk, into)
  }
  return into
}

function isChange(id: number, walk: Walk): boolean {
  const atom = walk.graph.atoms[id]!
  return atom.kind === 'variable' && atom.source === 'change' && walk.meaningOf(id) !== null
}
