import { formatDate } from '../../runtime/date.ts'
import { compare, toDecimal, toText, zero, type Rational } from '../../runtime/rational.ts'
import type { Evaluation, SplitTrace, Step } from '../interpret/evaluation.ts'
import { asDay, asExact } from '../interpret/value.ts'
import { otherReadings } from '../program/other-readings.ts'
import type { Program, SplitLineInfo } from '../program/program.ts'
import { calculationOf } from './calculation.ts'
import type { ExplainedEdition, ExplainedLine, ExplainedMove, ExplainedSplit, Explanation } from './explanation.ts'
import { explainResults, isWorthShowing } from './explain-results.ts'
import { explainTerms } from './explain-terms.ts'
import { leaningsOf } from './leanings.ts'
import { RuleBook } from './rule-book.ts'
import { elementOf, ownNames, placeOf, usesOf, type Case } from './uses.ts'

/**
 * Why a case came out as it did. `texts` are the policy files by name, as they were compiled; without them the
 * explanation can't show the rows that held, and says everything else.
 */
export function explain(
  program: Program,
  evaluation: Evaluation,
  texts: ReadonlyMap<string, string> = new Map(),
): Explanation {
  const settled: Case = { program, evaluation, book: new RuleBook(program, texts), steps: stepsByName(evaluation) }
  const splits = inOrderOfFlow(settled).flatMap((trace) => explainSplit(settled, trace))
  const moves = explainMoves(settled)
  const results = explainResults(settled)
  const terms = explainTerms(settled, [
    ...splits.flatMap(({ lines }) => lines),
    ...moves,
    ...results.filter(isWorthShowing),
  ])
  const { rules } = settled.book
  return {
    policy: program.policy,
    decision: program.decision,
    edition: explainEdition(settled),
    splits,
    moves,
    terms,
    results,
    rules,
    otherReadings: otherReadings(program),
    unconfirmed: leaningsOf(program, evaluation),
  }
}

function stepsByName({ steps }: Evaluation): ReadonlyMap<string, readonly Step[]> {
  const byName = new Map<string, Step[]>()
  for (const step of steps) byName.set(step.definition, [...(byName.get(step.definition) ?? []), step])
  return byName
}

function explainEdition({ program: { edition }, evaluation }: Case): ExplainedEdition {
  const selecting = evaluation.input.fields.get(edition.selectedBy)
  return { ...edition, on: selecting ? formatDate(asDay(selecting)) : '' }
}

// A split whose lines are computed first stands first: the whole bill before its parts.
function inOrderOfFlow({ program, evaluation }: Case): readonly SplitTrace[] {
  const position = new Map(program.definitions.map(({ id }, index) => [id, index]))
  const firstLine = ({ split }: SplitTrace) => position.get(program.splits[split]?.lines[0]?.definition ?? '') ?? 0
  return evaluation.splits.toSorted((a, b) => firstLine(a) - firstLine(b))
}

function explainSplit(settled: Case, { split: index, element, amount }: SplitTrace): readonly ExplainedSplit[] {
  const { program, book } = settled
  const split = program.splits[index]
  if (!split || amount.n === 0n) return []
  const steps = split.lines.map(({ definition }) => stepOf(settled, definition, element))
  const amounts = steps.map((step) => (step ? asExact(step.value) : zero))
  const last = amounts.findLastIndex((each) => each.n !== 0n)
  return [
    {
      label: split.label,
      element: elementOf(settled, split.over, element),
      amount: yuan(amount),
      rule: book.numberOf(split.origin),
      place: placeOf(split.origin),
      lines: split.lines.flatMap((line, at) => {
        const [step, taken = zero] = [steps[at], amounts[at]]
        return step && (taken.n !== 0n || saysWhyNothing(line, at, last)) ? explainLine(settled, line, step, taken) : []
      }),
    },
  ]
}

// Nothing was taken although something was left: it is worth knowing which limit or rate was zero.
function saysWhyNothing({ mode }: SplitLineInfo, at: number, last: number): boolean {
  return (mode === 'upTo' || mode === 'atRate') && at < last
}

function explainLine(settled: Case, line: SplitLineInfo, step: Step, amount: Rational): ExplainedLine {
  const { definition, mode, into, share, origin } = line
  const own = ownNames(settled.program, line)
  return {
    id: definition,
    mode,
    into: { id: share, label: into },
    amount: yuan(amount),
    rule: settled.book.numberOf(origin),
    place: placeOf(origin),
    calculation: mode === 'atRate' ? calculationOf(step) : null,
    restsOn: mode === 'theRest' ? [] : usesOf(settled, step).filter((use) => !use.isCondition && !own.has(use.name.id)),
  }
}

function explainMoves(settled: Case): readonly ExplainedMove[] {
  return settled.program.definitions.flatMap(({ id, label, role, origin }) => {
    const step = role === 'move' ? stepOf(settled, id, null) : undefined
    if (!step || compare(asExact(step.value), zero) === 0) return []
    const restsOn = usesOf(settled, step).filter(({ isCondition }) => !isCondition)
    const rule = settled.book.numberOf(origin)
    return [{ name: { id, label }, amount: yuan(asExact(step.value)), rule, place: placeOf(origin), restsOn }]
  })
}

function stepOf({ steps }: Case, definition: string, element: number | null): Step | undefined {
  const all = steps.get(definition)
  return all?.find((step) => step.element === element) ?? all?.find((step) => step.element === null)
}

function yuan(amount: Rational): string {
  return 100n % amount.d === 0n ? toDecimal(amount, 2) : toText(amount)
}
