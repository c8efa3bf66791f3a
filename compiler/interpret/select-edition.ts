import { CaseError } from '../../runtime/case-error.ts'
import type { Issue } from '../../runtime/issue.ts'
import { byBegin, selectEdition as selectByDate } from '../../runtime/select-edition.ts'
import { showValue } from '../../runtime/show-value.ts'
import { isSelectedByMonth } from '../program/build.ts'
import type { Program } from '../program/program.ts'
import { decisionName } from '../program/decision-name.ts'

export type Selection =
  { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly issues: readonly Issue[] }

/** By the name of the edition, or by the date in the input that the policy says selects it. */
export type SelectBy = { readonly edition: string } | { readonly input: unknown }

/**
 * The one program of a decision ("ningbo.employee.settle") that settles a case. No edition on its date, or more than
 * one, is an issue that names the date and the editions there are.
 */
export function selectEdition(programs: readonly Program[], decision: string, by: SelectBy): Selection {
  const candidates = programs.filter((program) => decisionName(program) === decision)
  if (candidates.length === 0) {
    const decisions = [...new Set(programs.map(decisionName))]
    return refuse({ code: 'unknown-decision', path: '', value: showValue(decision), facts: { decisions } })
  }
  if ('edition' in by) return selectByName(candidates, by.edition)
  try {
    const editions = candidates.map((program) => ({ ...program.edition, byMonth: isSelectedByMonth(program), program }))
    return { ok: true, program: selectByDate(editions, by.input).program }
  } catch (error) {
    if (error instanceof CaseError) return { ok: false, issues: error.issues }
    throw error
  }
}

function selectByName(candidates: readonly Program[], edition: string): Selection {
  const [program, another] = candidates.filter((each) => each.edition.name === edition)
  if (program && !another) return { ok: true, program }
  const editions = candidates.map(({ edition: { name, from, until } }) => ({ name, from, until })).toSorted(byBegin)
  return refuse({ code: 'unknown-edition', path: '', value: showValue(edition), facts: { editions } })
}

function refuse(issue: Issue): Selection {
  return { ok: false, issues: [issue] }
}
