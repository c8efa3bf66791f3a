import { subtract, zero, type Rational } from '../../runtime/rational.ts'
import type { Evaluation, Read, SplitTrace, Step } from '../interpret/evaluation.ts'
import { asExact } from '../interpret/value.ts'
import { refsIn } from '../program/build.ts'
import { originsIn } from '../program/origins.ts'
import type { Definition, Origin, Program, SourceInfo, SplitLineInfo } from '../program/program.ts'
import type { ExplainedLeaning, Named } from './explanation.ts'

const doubtfulPrograms = new WeakMap<Program, readonly SourceInfo[]>()

/**
 * The press and unconfirmed sources on which a settled case leans. A rule counts where something that comes out was
 * computed from it: by way of whatever was read, conditions included, on the branches that held. Of a split, a line
 * counts only where something was left for it to take.
 */
export function leaningsOf(program: Program, evaluation: Evaluation): readonly ExplainedLeaning[] {
  if (doubtfulSourcesOf(program).length === 0) return []
  const found = new Map<SourceInfo, Map<string, Named>>()
  const note = ({ article }: Origin, rule: Named): void => {
    const source = sourceOf(program, article)
    if (source && isDoubtful(source)) found.set(source, (found.get(source) ?? new Map()).set(rule.label, rule))
  }
  const follow = walker(program, evaluation, note)
  for (const [index, { reads, choices }] of evaluation.results.entries()) {
    const { path = '', label = '' } = program.output[index] ?? {}
    for (const { origin } of choices) if (origin) note(origin, { id: path, label })
    reads.forEach(follow)
  }
  return program.sources.flatMap((source) => {
    const rules = found.get(source)
    return rules ? [{ source, rules: [...rules.values()] }] : []
  })
}

/** What a result says of the sources that are not official and that it leans on; nothing where there is none. */
export function unconfirmedIn(program: Program, evaluation: Evaluation): { readonly unconfirmed?: readonly string[] } {
  const unconfirmed = leaningsOf(program, evaluation).map(({ source }) => source.title)
  return unconfirmed.length > 0 ? { unconfirmed } : {}
}

/** The result as JSON, with the sources that are not official and that it leans on. */
export function resultWithLeanings(program: Program, evaluation: Evaluation): object {
  return { ...evaluation.output, ...unconfirmedIn(program, evaluation) }
}

const isDoubtful = ({ grade }: SourceInfo): boolean => grade !== 'official'

const sourceOf = ({ articles, sources }: Program, article: number | null): SourceInfo | undefined =>
  sources[articles[article ?? -1]?.source ?? -1]

/** The press and unconfirmed sources from which rules of a program come: on one of them a result may lean. */
export function doubtfulSourcesOf(program: Program): readonly SourceInfo[] {
  const known = doubtfulPrograms.get(program)
  if (known) return known
  // Most programs have nothing to lean on, and are run on many cases.
  const isAny = program.sources.some(isDoubtful)
  const used = new Set(isAny ? originsIn(program).map(({ article }) => sourceOf(program, article)) : [])
  const doubtful = program.sources.filter((source) => isDoubtful(source) && used.has(source))
  doubtfulPrograms.set(program, doubtful)
  return doubtful
}

/** Goes through all that a read rests on, each once, and notes the rules that held. */
function walker(
  program: Program,
  evaluation: Evaluation,
  note: (origin: Origin, rule: Named) => void,
): (read: Read) => void {
  const definitions = new Map(program.definitions.map((each) => [each.id, each]))
  const steps = new Map(evaluation.steps.map((step) => [keyOf(step.definition, step.element), step]))
  const seen = new Set<string>()
  const byName = (id: string, element: number | null): void => {
    const key = keyOf(id, element)
    const [definition, step] = [definitions.get(id), steps.get(key) ?? steps.get(keyOf(id, null))]
    if (!definition || !step || seen.has(key)) return
    seen.add(key)
    const lines = linesOf(id, program, evaluation, step.element)
    if (lines.length === 0 && isLine(id, program)) return
    if (lines.length === 0) {
      for (const origin of heldIn(step, definition, definitions)) note(origin, nameOf(definition, definitions))
    }
    for (const { line, trace, left } of lines) {
      if (left.n === 0n) {
        const { amount } = program.splits[trace.split]!
        for (const ref of refsIn(amount)) byName(ref, trace.element)
        continue
      }
      for (const origin of [line.origin, ...step.choices.flatMap((choice) => choice.origin ?? [])])
        note(origin, nameOf(definition, definitions))
    }
    if (lines.length === 0 || lines.some(({ left }) => left.n !== 0n)) step.reads.forEach(read)
  }
  const read = (each: Read): void => {
    if (each.kind === 'definition') byName(each.id, each.element)
  }
  return read
}

const keyOf = (id: string, element: number | null): string => `${id} ${element}`

const isLine = (id: string, { splits }: Program): boolean =>
  splits.some(({ lines }) => lines.some(({ definition }) => definition === id))

/** The lines of splits that hold in the case whose amount a definition is, and what was left for each. */
function linesOf(
  id: string,
  program: Program,
  evaluation: Evaluation,
  element: number | null,
): readonly { readonly line: SplitLineInfo; readonly trace: SplitTrace; readonly left: Rational }[] {
  return evaluation.splits.flatMap((trace) => {
    if (trace.element !== element) return []
    let left = trace.amount
    for (const line of program.splits[trace.split]?.lines ?? []) {
      if (line.definition === id) return [{ line, trace, left }]
      left = subtract(left, amountOf(line.definition, element, evaluation))
    }
    return []
  })
}

function amountOf(id: string, element: number | null, { values, elementValues }: Evaluation): Rational {
  const value = elementValues.get(id)?.values[element ?? -1] ?? values.get(id)
  return value ? asExact(value) : zero
}

/** The branches that held; where there are none to hold, the rule that states the value. */
function heldIn(
  { choices, value }: Step,
  { id, role, origin }: Definition,
  definitions: ReadonlyMap<string, Definition>,
): readonly Origin[] {
  const held = choices.flatMap((choice) => choice.origin ?? [])
  if (role === 'share' || held.length > 0) return held
  if (role === 'move') return asExact(value).n === 0n ? [] : [origin]
  // An adjustment that did not hold left the value as it was.
  return choices.length > 0 && definitions.has(beforeAdjustment(id)) ? [] : [origin]
}

const beforeAdjustment = (id: string): string => `${id}BeforeAdjustment`

function nameOf({ id, label }: Definition, definitions: ReadonlyMap<string, Definition>): Named {
  const adjusted = definitions.get(id.replace(/BeforeAdjustment$/, ''))
  return adjusted && beforeAdjustment(adjusted.id) === id ? { id: adjusted.id, label: adjusted.label } : { id, label }
}
