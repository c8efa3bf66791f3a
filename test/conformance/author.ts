import { parse } from '../../grammar/parse.ts'
import { oracleOf, type Oracle } from '../random/oracle/oracle.ts'
import type { Refusal } from '../random/oracle/value.ts'
import { textOf, type Case, type CaseError, type Group, type Line } from './format.ts'
import { input, type Fields } from './inputs.ts'
import { decision, filesOf, type Sketch } from './sketch.ts'

/** A case as a source of the suite states it. */
export type Stated =
  /** Its result is worked out by the independent evaluator. */
  | { readonly input: object; readonly edition?: string }
  /** Worked out by hand: the fields of the result that matter, which the evaluator has to agree with. */
  | { readonly input: object; readonly by: string; readonly gives: Fields; readonly edition?: string }
  /** Refused, by hand: what the reference says of such an input. */
  | { readonly input: unknown; readonly errors: readonly CaseError[]; readonly edition?: string }
  | { readonly json: string; readonly errors: readonly CaseError[] }

/** Cases by the independent evaluator. */
export const evaluated = (inputs: readonly object[]): Stated[] => inputs.map((each) => ({ input: each }))

/** A case worked out by hand: `by` is the calculation, `gives` what of the result it says. */
export const hand = (fields: Fields, gives: Fields, by: string): Stated => ({ input: input(fields), by, gives })

/** A case refused with one error. */
export const refused = (fields: Fields, code: string, path = ''): Stated => ({
  input: input(fields),
  errors: [{ code, path }],
})

/** A group to be made: throws where the policy has a fault, or a case worked out by hand is not what comes out. */
export type GroupSource = () => Group

/** A policy in few words, and its cases. */
export const sketched = (about: string, sketch: Sketch, cases: readonly Stated[]): GroupSource =>
  written(about, filesOf(sketch), cases, { readings: sketch.readings })

/** Any policy: the vocabulary is the first of the files. */
export function written(
  about: string,
  files: Readonly<Record<string, readonly Line[]>>,
  cases: readonly Stated[],
  { of = decision, readings }: { readonly of?: string; readonly readings?: Sketch['readings'] } = {},
): GroupSource {
  return () => {
    const isData = (name: string): boolean => name.endsWith('.csv')
    for (const [name, text] of Object.entries(files).filter(([each]) => !isData(each))) {
      const [problem] = parse(textOf(text), name).problems
      if (problem) throw new Error(`“${about}”: ${problem.code} ${JSON.stringify(problem.facts)}`)
    }
    const texts = Object.entries(files).map(([name, text]) => [name, textOf(text)] as const)
    const [vocabulary = '', ...policies] = texts.flatMap(([name, text]) => (isData(name) ? [] : [text]))
    const settle = oracleOf(vocabulary, policies, new Map(texts.filter(([name]) => isData(name))), readings)
    const chosen = readings === undefined ? {} : { readings }
    return { about, files, decision: of, ...chosen, cases: cases.map((each) => complete(about, each, settle)) }
  }
}

function complete(about: string, stated: Stated, settle: Oracle): Case {
  if ('errors' in stated) return stated
  const edition = stated.edition === undefined ? {} : { edition: stated.edition }
  const verdict = settle(stated.edition ?? null, stated.input)
  const given = { input: stated.input, ...edition }
  const expected = verdict.ok ? { output: verdict.output } : { errors: errorsOf(verdict.refusals) }
  if (!('by' in stated)) return { ...given, ...expected }
  const differs = Object.entries(stated.gives).filter(
    ([id, value]) => !verdict.ok || JSON.stringify(at(verdict.output, id)) !== JSON.stringify(value),
  )
  if (differs.length === 0) return { ...given, ...expected, why: stated.by }
  throw new Error(`“${about}”: by hand ${JSON.stringify(differs)}, not ${JSON.stringify(expected)}: ${stated.by}`)
}

/** What is told of refusals: all requirements that are not met; while settling the first refusal that is met, so that they have to be the same; broken invariants all. */
function errorsOf(refusals: readonly Refusal[]): readonly CaseError[] {
  const errors = refusals.map(({ code, path }) => ({ code, path }))
  const unmet = errors.filter(({ code }) => code === 'requirement-not-met')
  if (unmet.length > 0) return unmet
  const [first] = errors
  if (!first || first.code === 'invariant-broken') return errors
  if (errors.some(({ code, path }) => code !== first.code || path !== first.path))
    throw new Error(`which of ${JSON.stringify(errors)} is met first is not for the evaluator to say`)
  return [first]
}

/** A policy that is refused, or warned about. */
export const diagnosed =
  (about: string, files: Readonly<Record<string, readonly Line[]>>, diagnostics: readonly string[]): GroupSource =>
  () => ({ about, files, diagnostics: diagnostics.toSorted() })

export interface NotionSource {
  readonly name: string
  readonly about: string
  readonly groups: readonly GroupSource[]
}

export const notion = (name: string, about: string, groups: readonly GroupSource[]): NotionSource => ({
  name,
  about,
  groups,
})

function at(value: unknown, id: string): unknown {
  return id.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
