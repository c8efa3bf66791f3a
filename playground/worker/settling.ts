import type { Issue } from '../../runtime/issue.ts'
import { readJson } from '../../runtime/json.ts'
import type { BoundPolicy } from '../../compiler/bind/bound.ts'
import type { Analysis } from '../../compiler/editor/workspace.ts'
import type { ExampleCase, JsonRecord } from '../../compiler/examples/example-case.ts'
import type { Explanation } from '../../compiler/explain/explanation.ts'
import { explain } from '../../compiler/explain/explain.ts'
import { explanationToHtml } from '../../compiler/explain/to-html.ts'
import { fedBy, type Fed } from '../../compiler/explain/fed.ts'
import { resultWithLeanings } from '../../compiler/explain/leanings.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { settleCase, type SettledCase } from '../../compiler/interpret/settle-case.ts'
import type { Place } from '../../compiler/program/program.ts'
import type { Language } from '../../grammar/tree.ts'
import { textsOf } from '../../compiler/files/texts.ts'
import { analysisOf, asIfNotPromised, policyOf, programsOf, type Files } from './decision.ts'
import { formOf, type Form, type ReadyCase } from './form.ts'

/** A case, and what it is settled by. */
export interface Bill {
  readonly decision: string
  /** Replayed, whatever the date; null: the one that is in force on the date of the case. */
  readonly edition: string | null
  readonly input: unknown
}

/** What came of a bill. */
export type Outcome =
  | { readonly kind: 'settled'; readonly explanation: Explanation; readonly result: object }
  | { readonly kind: 'refused'; readonly issues: readonly Refusal[] }
  /** The policy has errors, so that nothing can be settled by it. */
  | { readonly kind: 'broken'; readonly errors: number; readonly first: Place | null }

/** Why a bill is refused, and where the policy says so: what it requires or guarantees, or when its editions are in force. */
export interface Refusal {
  readonly issue: Issue
  readonly places: readonly Place[]
}

export interface Settlement {
  readonly outcome: Outcome
  /** Under the other edition; null where none is asked for. */
  readonly other: Outcome | null
}

export const settling = {
  /** The form of a decision; null where no file declares it, or too much of it is wrong to know. */
  form(state: Files, { decision, edition }: { decision: string; edition: string | null }): Form | null {
    const analysis = settleableOf(state, decision)
    const policy = analysis && policyOf(analysis, decision)
    if (!analysis || !policy) return null
    return formOf(policy, programsOf(analysis, decision), readyCases(state, analysis, policy, decision), edition)
  },

  settle(state: Files, bill: Bill & { readonly otherEdition: string | null }): Settlement {
    const { otherEdition } = bill
    return {
      outcome: outcomeOf(state, bill),
      other: otherEdition === null ? null : outcomeOf(state, { ...bill, edition: otherEdition }),
    }
  },

  /** What the rule at a place fed in a bill; null where the bill is not settled. Offsets are UTF-16 code units. */
  fed(state: Files, { file, offset, ...bill }: Bill & { file: string; offset: number }): Fed | null {
    const analysis = settleableOf(state, bill.decision)
    const settled = analysis && settledBy(analysis, bill)
    return settled?.ok ? fedBy(settled.program, settled.evaluation, file, offset) : null
  },

  /** The explained bill as a page by itself; null where it is not settled. */
  explained(state: Files, { language, ...bill }: Bill & { language: Language }): string | null {
    const outcome = outcomeOf(state, bill)
    return outcome.kind === 'settled' ? explanationToHtml(outcome.explanation, language) : null
  },
}

function settleableOf(state: Files, decision: string): Analysis | null {
  const analysis = analysisOf(state.workspace, decision)
  return analysis && asIfNotPromised(analysis)
}

function outcomeOf(state: Files, bill: Bill): Outcome {
  const analysis = settleableOf(state, bill.decision)
  const errors = analysis?.problems.filter(({ severity }) => severity === 'error') ?? []
  const [first] = errors
  if (!analysis || programsOf(analysis, bill.decision).length === 0) {
    const place = first ? { file: first.file, ...first.span } : null
    return { kind: 'broken', errors: errors.length, first: place }
  }
  const settled = settledBy(analysis, bill)
  if (!settled.ok) return { kind: 'refused', issues: settled.issues.map((issue) => refusalOf(issue, analysis, bill)) }
  const { program, evaluation } = settled
  return {
    kind: 'settled',
    explanation: explain(program, evaluation, textsOf(analysis.group)),
    result: resultWithLeanings(program, evaluation),
  }
}

const settlements = new WeakMap<Analysis['programs'], { readonly key: string; readonly settled: SettledCase }>()

// The cursor asks again and again about one bill.
function settledBy({ programs }: Analysis, { decision, edition, input }: Bill): SettledCase {
  const key = JSON.stringify([decision, edition, input])
  const before = settlements.get(programs)
  if (before?.key === key) return before.settled
  const settled = settleCase(input, { programs, decision, edition: edition ?? undefined })
  settlements.set(programs, { key, settled })
  return settled
}

function refusalOf(issue: Issue, analysis: Analysis, { decision, edition }: Bill): Refusal {
  const programs = programsOf(analysis, decision).filter((each) => edition === null || each.edition.name === edition)
  if (issue.code.endsWith('-edition') || issue.code.endsWith('-editions')) {
    const editions = policyOf(analysis, decision)?.editions ?? []
    return { issue, places: editions.map(({ edition: { name }, file }) => ({ file, ...name.span })) }
  }
  const said = programs.flatMap(({ requirements, invariants, definitions }): readonly Said[] => {
    if (issue.code === 'requirement-not-met') return requirements
    if (issue.code === 'invariant-broken') return invariants
    return issue.code === 'amount-outside' || issue.code === 'division-by-zero' ? definitions : []
  })
  const isMeant = ({ label }: Said): boolean => 'label' in issue.facts && label === issue.facts.label
  return { issue, places: placesOf(said.filter(isMeant)) }
}

interface Said {
  readonly label: string
  readonly origin: Place
}

function placesOf(said: readonly Said[]): readonly Place[] {
  const places = said.map(({ origin: { file, start, end } }) => ({ file, start, end }))
  return [...new Map(places.map((place) => [`${place.file} ${place.start}`, place])).values()]
}

/** The cases of files beside the policy (`name.case.json`), then its examples. */
function readyCases(state: Files, analysis: Analysis, policy: BoundPolicy, decision: string): ReadyCase[] {
  const programs = programsOf(analysis, decision)
  const own = policy.files.filter(({ isModule }) => !isModule).map(({ name }) => name.replace(/\.policy$/, ''))
  const ofFiles = state.workspace.files().flatMap(({ name, text }) => {
    const stem = name.replace(/\.case\.json$/, '')
    if (stem === name || !own.includes(stem)) return []
    const read = readJson(text)
    const isCase = read.ok && typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value)
    return isCase ? [{ label: name.replace(/^.*\//, ''), input: read.value as JsonRecord }] : []
  })
  const examples = analysis.examples.filter((example) => isOf(example, policy))
  return [...ofFiles, ...examples].map(({ label, input }) => {
    const selected = selectEdition(programs, decision, { input })
    return { label, input, edition: selected.ok ? selected.program.edition.name : null }
  })
}

function isOf({ place }: ExampleCase, { examples }: BoundPolicy): boolean {
  return examples.some(({ item, file }) => file === place.file && item.label.span.start === place.span.start)
}
