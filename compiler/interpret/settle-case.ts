import type { Issue } from '../../runtime/issue.ts'
import type { Program } from '../program/program.ts'
import type { Evaluation } from './evaluation.ts'
import { interpret } from './interpret.ts'
import { selectEdition } from './select-edition.ts'

/** Which decision a case is settled by, and under which edition; without one the case's date selects it. */
export interface Settling {
  readonly programs: readonly Program[]
  readonly decision: string
  readonly edition: string | undefined
}

/** What came of a case, and by which program; or all that is wrong with it. */
export type SettledCase =
  | { readonly ok: true; readonly program: Program; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Settles one case given as a JSON value. An edition that is asked for by name is replayed, whatever the date. */
export function settleCase(input: unknown, settling: Settling): SettledCase {
  const { programs, decision, edition } = settling
  const selected = selectEdition(programs, decision, edition === undefined ? { input } : { edition })
  if (!selected.ok) return { ok: false, issues: formIssues(selected.issues, settling, input) ?? selected.issues }
  return settleUnder(selected.program, input, edition !== undefined)
}

/** Settles a case under one edition; a replay asks for no date in it. */
export function settleUnder(program: Program, input: unknown, isReplay: boolean): SettledCase {
  const result = interpret(program, input, { isReplay })
  return result.ok ? { ok: true, program, evaluation: result.evaluation } : result
}

// Where the date can't be read that selects the edition, the rest of the form is read by any: all of it may be wrong.
function formIssues(issues: readonly Issue[], { programs }: Settling, input: unknown): readonly Issue[] | null {
  const [program] = programs
  if (!program || issues.some(({ code }) => code.endsWith('-edition') || code.endsWith('-editions'))) return null
  const read = interpret(program, input, { isReplay: true })
  return read.ok ? null : read.issues
}
