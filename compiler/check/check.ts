import { parseDate } from '../../runtime/date.ts'
import type { BoundEdition, BoundPolicy } from '../bind/bound.ts'
import { constant } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import type { Report } from '../problem/report.ts'
import { findCycles } from './cycles.ts'
import { dateText } from './literals.ts'
import { newIdle } from './idle.ts'
import { findCase, keyOf, type Context } from './possible.ts'
import { amountsFloored, amountsRounded } from './rules/amounts.ts'
import { choicesSound } from './rules/choices.ts'
import { deductibleBelowFirstEdge } from './rules/deductible-below-first-edge.ts'
import { definitionsAgree } from './rules/definitions-agree.ts'
import { definitionsCover } from './rules/definitions-cover.ts'
import { isAlwaysGiven } from './provided.ts'
import { editionsFollow } from './rules/editions.ts'
import { invariantsHold } from './rules/invariants-hold.ts'
import { namesUsed } from './rules/names-used.ts'
import { notOfEach } from './rules/not-of-each.ts'
import { pairsNamed } from './rules/pairs-named.ts'
import { outputsStated } from './rules/outputs-stated.ts'
import { ratesWithin } from './rules/rates-within.ts'
import { rowsUnique } from './rules/rows-unique.ts'
import type { CheckRule } from './rules/rule.ts'
import { schedulesPositioned } from './rules/schedules-positioned.ts'
import { sectionsHold } from './rules/sections-hold.ts'
import { splitsWhole } from './rules/splits-whole.ts'
import { startFollowsBands } from './rules/start-follows-bands.ts'
import { tableCover } from './rules/table-cover.ts'
import { withinBudget } from './rules/within-budget.ts'
import { spell } from './spell.ts'
import { languageOf } from './spelling.ts'
import { collectSymbols } from './symbols.ts'
import { typeEdition } from './type-edition.ts'
import type { TypedEdition } from './typed.ts'

/** The rules, in the order in which they are asked: the table of contents of what is checked beyond names and types. */
const rules: readonly CheckRule[] = [
  outputsStated,
  sectionsHold,
  notOfEach,
  tableCover,
  rowsUnique,
  definitionsAgree,
  definitionsCover,
  splitsWhole,
  amountsRounded,
  amountsFloored,
  schedulesPositioned,
  startFollowsBands,
  ratesWithin,
  deductibleBelowFirstEdge,
  invariantsHold,
  namesUsed,
]

export interface Checked {
  readonly typed: TypedEdition
  /** Can two conditions never hold together? Proved, not guessed. */
  readonly exclude: (a: Expr | null, b: Expr | null) => boolean
}

/** Types the editions of a policy and asks every rule. */
export function check(policy: BoundPolicy, report: Report): Checked[] {
  editionsFollow(policy, report)
  choicesSound(policy, report)
  const idle = newIdle(policy, report)
  const checked = policy.editions.map((edition) => {
    const symbols = collectSymbols(policy, edition, report)
    const selector = symbols.meanings.get(edition.selectedBy?.text ?? '')
    const isAlways = selector?.kind === 'input' && isAlwaysGiven(selector.field.id, policy.decision)
    if (!isAlways || (selector.field.type.kind !== 'date' && selector.field.type.kind !== 'yearMonth'))
      report.error(
        'edition-date-not-input',
        { file: edition.file, span: (edition.selectedBy ?? edition.edition.name).span },
        { name: edition.selectedBy?.text ?? '' },
      )
    const typed = typeEdition(policy, edition, findCycles(edition.rules, symbols, report), report, symbols)
    const context = contextOf(typed)
    const asked = withinBudget(typed, report) ? rules : []
    for (const rule of asked) rule({ typed, context, report: idle.reportOf(edition) })
    const exclude = (a: Expr | null, b: Expr | null): boolean =>
      findCase(
        [a, b].filter((each) => each !== null),
        context,
      ).kind === 'none'
    return { typed, exclude }
  })
  idle.tell()
  pairsNamed(
    policy,
    checked.map(({ typed }) => typed),
    report,
  )
  return checked
}

function contextOf(typed: TypedEdition): Context {
  const terms = new Map(typed.terms.map((term) => [term.defined.id, term]))
  return {
    choices: typed.policy.vocabulary.choices,
    regions: typed.policy.vocabulary.regions,
    language: languageOf({ policy: typed.policy, file: typed.edition.file }),
    expand: (id) => {
      const term = terms.get(id)
      const [only] = term?.general ?? []
      return term?.general.length === 1 &&
        only?.when === null &&
        term.exceptions.length === 0 &&
        term.adjustments.length === 0
        ? only.value
        : null
    },
    labelOf: (expr) => spell(expr, typed),
    always: editionDates(typed.edition, typed),
    budget: { left: 3_000_000 },
  }
}

/** The selecting date lies within the edition. */
function editionDates({ edition, file, selectedBy }: BoundEdition, { symbols }: TypedEdition): Context['always'] {
  const selector = symbols.meanings.get(selectedBy?.text ?? '')
  if (selector?.kind !== 'input') return []
  const at = { file, start: edition.span.start, end: edition.span.end }
  const type = { kind: 'date', openEnded: false } as const
  const date: Expr = { kind: 'input', path: selector.field.id, type, at }
  const bound = (side: 'from' | 'until'): Context['always'] => {
    const literal = edition[side]
    if (!literal || parseDate(dateText(literal)) === null) return []
    const limit = constant({ kind: 'date', date: dateText(literal) }, type, at)
    const [left, right] = side === 'from' ? [limit, date] : [date, limit]
    const condition: Expr = { kind: 'compare', operator: 'lessOrEqual', left, right, type: { kind: 'boolean' }, at }
    return [{ about: keyOf(date), condition }]
  }
  return [...bound('from'), ...bound('until')]
}
