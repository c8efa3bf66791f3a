import type { Evaluation, Read, Step } from '../interpret/evaluation.ts'
import { originsIn } from '../program/origins.ts'
import type { Definition, Origin, Place, Program, SplitLineInfo } from '../program/program.ts'
import { ownNames, placeOf } from './uses.ts'
import { once } from '../once.ts'

/** What of a settled case was computed with a rule. */
export interface Fed {
  /** The innermost rule, row or case that stands there; null where none does. */
  readonly place: Place | null
  /** Lines of splits and moves, by the definition that holds the amount; of which element, from 0. */
  readonly lines: readonly { readonly id: string; readonly element: number | null }[]
  /** Outputs, by their paths. */
  readonly results: readonly string[]
}

const originsOf = new WeakMap<Program, readonly Origin[]>()

/**
 * What the rule fed that stands at a place, in UTF-16 units from the beginning of the file: directly, or by way of
 * terms. A line rests on what says how much it takes, not on what it takes from; a result on its lines. A row that did
 * not hold fed nothing.
 */
export function fedBy(program: Program, evaluation: Evaluation, file: string, offset: number): Fed {
  const at = ruleAt(program, file, offset)
  if (at === null) return { place: null, lines: [], results: [] }
  const wanted = keyOf(at)
  const restsOn = walker(program, evaluation, wanted)
  const lines = linesOf(program, evaluation)
  const moves = new Set(program.definitions.flatMap(({ id, role }) => (role === 'move' ? id : [])))
  return {
    place: placeOf(at),
    lines: evaluation.steps
      .filter((step) => (lines.has(step.definition) || moves.has(step.definition)) && restsOn(step))
      .map(({ definition, element }) => ({ id: definition, element })),
    results: program.output.flatMap(({ path }, index) => {
      const result = evaluation.results[index]
      return result && restsOn({ ...result, definition: '', element: null }) ? path : []
    }),
  }
}

function ruleAt(program: Program, file: string, offset: number): Origin | null {
  const origins = once(originsOf, program, () => originsIn(program))
  const around = origins.filter((origin) => origin.file === file && origin.start <= offset && offset <= origin.end)
  return around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null
}

const keyOf = ({ file, start, end }: Place): string => `${file} ${start} ${end}`

/** Was a step computed with the rule? Each definition is looked at once. */
function walker(program: Program, evaluation: Evaluation, wanted: string): (step: Step) => boolean {
  const definitions = new Map(program.definitions.map((each) => [each.id, each]))
  const lines = linesOf(program, evaluation)
  const steps = new Map(evaluation.steps.map((step) => [stepKey(step.definition, step.element), step]))
  const known = new Map<string, boolean>()
  const visit = (step: Step): boolean => {
    const key = stepKey(step.definition, step.element)
    const before = step.definition === '' ? undefined : known.get(key)
    if (before !== undefined) return before
    known.set(key, false)
    const is = isStatedBy(step, definitions.get(step.definition)) || readsOf(step).some(follow)
    known.set(key, is)
    return is
  }
  const isStatedBy = ({ definition, choices }: Step, stated: Definition | undefined): boolean =>
    [
      // A share is the sum of its lines, and stands where they do.
      ...(stated && stated.role !== 'share' ? [stated.origin] : []),
      ...(lines.get(definition) ?? []).map(({ origin }) => origin),
      ...choices.flatMap(({ origin }) => origin ?? []),
    ].some((origin) => keyOf(origin) === wanted)
  const readsOf = ({ definition, reads }: Step): readonly Read[] => {
    const own = new Set((lines.get(definition) ?? []).flatMap((line) => [...ownNames(program, line)]))
    return reads.filter((read) => read.kind !== 'definition' || !own.has(read.id))
  }
  const follow = (read: Read): boolean => {
    if (read.kind !== 'definition') return false
    const step = steps.get(stepKey(read.id, read.element)) ?? steps.get(stepKey(read.id, null))
    return step !== undefined && visit(step)
  }
  return visit
}

const stepKey = (definition: string, element: number | null): string => `${definition} ${element}`

/** The lines of the splits that hold in the case, by definition. A share that has one line only is that line. */
function linesOf({ splits }: Program, evaluation: Evaluation): ReadonlyMap<string, readonly SplitLineInfo[]> {
  const found = new Map<string, SplitLineInfo[]>()
  const held = new Set(evaluation.splits.map(({ split }) => split))
  for (const line of [...held].flatMap((split) => splits[split]?.lines ?? []))
    found.set(line.definition, [...(found.get(line.definition) ?? []), line])
  return found
}
