import { describeIssue } from '../../runtime/describe-issue.ts'
import type { Issue } from '../../runtime/issue.ts'
import { LONGEST_JSON, readJson } from '../../runtime/json.ts'
import type { Language } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { Evaluation } from '../interpret/evaluation.ts'
import { interpret } from '../interpret/interpret.ts'
import { selectEdition } from '../interpret/select-edition.ts'
import type { Program } from '../program/program.ts'
import type { Line } from './split-lines.ts'
import type { Words } from './words.ts'

/** Which decision a case is settled by, and under which edition; without one the case's date selects it. */
export interface Settling {
  readonly programs: readonly Program[]
  readonly decision: string
  readonly edition: string | undefined
}

/** What the command line calls the decision that a policy is about. */
export function decisionOf({ id, decision }: BoundPolicy): string {
  return `${id}.${decision.id}`
}

export type Settled =
  | { readonly ok: true; readonly program: Program; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** What is wrong with a case, as `--format json` prints it. */
export interface Fault {
  readonly code: string
  readonly path: string
  readonly message: string
}

/** Settles one case given as JSON text. */
export function settleText(line: Line, settling: Settling, language: Language, say: Words): Settled {
  const read = readCase(line, language, say)
  return read.ok ? settleValue(read.value, settling, language) : read
}

/** The JSON value of a line, or why it is none. */
export function readCase(
  line: Line,
  language: Language,
  say: Words,
): { readonly ok: true; readonly value: unknown } | Extract<Settled, { ok: false }> {
  if (line.text === null && line.length <= LONGEST_JSON) {
    return { ok: false, faults: [{ code: 'not-utf8', path: '', message: say.lineNotUtf8 }] }
  }
  if (line.text === null) {
    const facts = { length: line.length, most: LONGEST_JSON }
    return refused([{ code: 'json-too-long', path: '', value: null, facts }], language)
  }
  const read = readJson(line.text)
  return read.ok ? read : refused(read.issues, language)
}

/** Settles one case given as a JSON value. An edition that is asked for by name is replayed, whatever the date. */
export function settleValue(input: unknown, settling: Settling, language: Language): Settled {
  const { programs, decision, edition } = settling
  const selected = selectEdition(programs, decision, edition === undefined ? { input } : { edition })
  if (!selected.ok) return refused(formIssues(selected.issues, settling, input) ?? selected.issues, language)
  return settleUnder(selected.program, input, edition !== undefined, language)
}

/** Settles a case under one edition; a replay asks for no date in it. */
export function settleUnder(program: Program, input: unknown, isReplay: boolean, language: Language): Settled {
  const result = interpret(program, input, { isReplay })
  return result.ok ? { ok: true, program, evaluation: result.evaluation } : refused(result.issues, language)
}

// Where the date can't be read that selects the edition, the rest of the form is read by any: all of it may be wrong.
function formIssues(issues: readonly Issue[], { programs }: Settling, input: unknown): readonly Issue[] | null {
  const [program] = programs
  if (!program || issues.some(({ code }) => code.endsWith('-edition') || code.endsWith('-editions'))) return null
  const read = interpret(program, input, { isReplay: true })
  return read.ok ? null : read.issues
}

function refused(issues: readonly Issue[], language: Language): Extract<Settled, { ok: false }> {
  const faults = issues.map((issue) => ({
    code: issue.code,
    path: issue.path,
    message: describeIssue(issue, language),
  }))
  return { ok: false, faults }
}

/** What stands in the place of a case that can't be settled: the first fault, and all if there are several. */
export function errorOf(faults: readonly Fault[]): object {
  const [first] = faults
  return { error: faults.length > 1 ? { ...first, issues: faults } : first }
}
