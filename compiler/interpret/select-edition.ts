import { CaseError } from '../../runtime/case-error.ts'
import { formatDate } from '../../runtime/date.ts'
import type { EditionFacts, Issue } from '../../runtime/issue.ts'
import { Reader } from '../../runtime/reader.ts'
import { liesInEdition } from '../../runtime/refusal.ts'
import { showValue } from '../../runtime/show-value.ts'
import type { Program } from '../program/program.ts'

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
  return 'edition' in by ? selectByName(candidates, by.edition) : selectByDate(candidates, by.input)
}

/** What the command line calls the decision: the policy's identifier and the decision's. */
function decisionName({ policy, decision }: Program): string {
  return `${policy.id}.${decision.id}`
}

function selectByName(candidates: readonly Program[], name: string): Selection {
  const [program, another] = candidates.filter(({ edition }) => edition.name === name)
  if (program && !another) return { ok: true, program }
  const facts = { editions: candidates.map(editionFacts) }
  return refuse({ code: 'unknown-edition', path: '', value: showValue(name), facts })
}

function selectByDate(candidates: readonly Program[], input: unknown): Selection {
  const paths = [...new Set(candidates.map(({ edition }) => edition.selectedBy))]
  const reader = new Reader()
  const dates = new Map(paths.map((path) => [path, reader.date(ownValueAt(input, path), path)]))
  try {
    reader.finish()
  } catch (error) {
    if (error instanceof CaseError) return { ok: false, issues: error.issues }
    throw error
  }
  const dateFor = ({ edition }: Program) => formatDate(dates.get(edition.selectedBy) ?? 0)
  const inForce = candidates.filter((program) => liesInEdition(program.edition, dateFor(program)))
  const [program, another] = inForce
  if (program && !another) return { ok: true, program }

  const code = another ? 'several-editions' : 'no-edition'
  const named = another ? inForce : candidates
  const dated = named.map((each) => ({ path: each.edition.selectedBy, value: dateFor(each) }))
  return refuse({ code, path: '', value: null, ...dated[0], facts: { editions: named.map(editionFacts) } })
}

function editionFacts({ edition: { name, from, until } }: Program): EditionFacts {
  return { name, from, until }
}

function ownValueAt(input: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      input,
    )
}

function refuse(issue: Issue): Selection {
  return { ok: false, issues: [issue] }
}
