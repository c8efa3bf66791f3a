import { describeIssue } from '../../runtime/describe-issue.ts'
import type { Issue } from '../../runtime/issue.ts'
import { LONGEST_JSON, readJson } from '../../runtime/json.ts'
import type { Language } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { Evaluation } from '../interpret/evaluation.ts'
import {
  settleCase,
  settleUnder as settleCaseUnder,
  type SettledCase,
  type Settling,
} from '../interpret/settle-case.ts'
import type { Program } from '../program/program.ts'
import type { Line } from './split-lines.ts'
import type { Words } from './words.ts'

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
    return {
      ok: false,
      faults: [{ code: 'not-utf8', path: '', message: line.isAll ? say.inputNotUtf8 : say.lineNotUtf8 }],
    }
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
  return inWords(settleCase(input, settling), language)
}

/** Settles a case under one edition; a replay asks for no date in it. */
export function settleUnder(program: Program, input: unknown, isReplay: boolean, language: Language): Settled {
  return inWords(settleCaseUnder(program, input, isReplay), language)
}

function inWords(settled: SettledCase, language: Language): Settled {
  return settled.ok ? settled : refused(settled.issues, language)
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
