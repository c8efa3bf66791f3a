import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { landmarksOf, randomInput } from './bill.ts'
import { recordSeed } from './draw.ts'
import { issuesOf, load, type Settle } from './generated.ts'
import { oracleOf, type Oracle, type Verdict } from './oracle/oracle.ts'
import { PolicyFault } from './oracle/value.ts'
import type { RandomPolicy } from './policy.ts'

/** A case on which two of the evaluators do not agree, or one of them fails. */
export interface Difference {
  readonly edition: string
  readonly input: unknown
  readonly what: string
}

/** What came of comparing all evaluators on one policy. */
export interface Comparison {
  readonly cases: number
  readonly settled: number
  readonly differences: readonly Difference[]
}

/** Interpreter, generated TypeScript and oracle on the programs of a policy: so many random cases of each edition. */
export async function comparePolicy(
  policy: RandomPolicy,
  programs: readonly Program[],
  seed: number,
  cases: number,
): Promise<Comparison> {
  const [vocabulary, rules] = policy.files.map((file) => file.text)
  const oracle = oracleOf(vocabulary ?? '', [rules ?? ''])
  const found: Comparison[] = []
  for (const program of programs) found.push(await compareProgram(program, oracle, policy.identities, seed, cases))
  return {
    cases: found.reduce((sum, each) => sum + each.cases, 0),
    settled: found.reduce((sum, each) => sum + each.settled, 0),
    differences: found.flatMap(({ differences }) => differences),
  }
}

async function compareProgram(
  program: Program,
  oracle: Oracle,
  identities: readonly string[],
  seed: number,
  cases: number,
): Promise<Comparison> {
  const landmarks = landmarksOf(program)
  const { draw } = recordSeed(seed)
  const edition = program.edition.name
  const differences: Difference[] = []
  let settled = 0
  let settle: Settle
  try {
    settle = await load(program)
  } catch (problem) {
    return {
      cases: 0,
      settled: 0,
      differences: [{ edition, input: null, what: `TypeScript does not load: ${messageOf(problem)}` }],
    }
  }
  for (let count = 0; count < cases; count++) {
    const input = randomInput(draw, program, landmarks)
    const meant = interpreted(program, input)
    if (meant.ok) settled++
    const what =
      broken(meant, identities) ??
      unlike(meant, generated(settle, input)) ??
      unlikeOracle(meant, () => oracle(edition, input))
    if (what !== null) differences.push({ edition, input, what })
  }
  return { cases, settled, differences }
}

export type Outcome =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly issues: readonly { readonly code: string; readonly facts: unknown }[] }
  | { readonly ok: null; readonly failure: string }

export function interpreted(program: Program, input: unknown): Outcome {
  try {
    const result = interpret(program, input)
    return result.ok ? { ok: true, output: result.evaluation.output } : result
  } catch (problem) {
    return { ok: null, failure: messageOf(problem) }
  }
}

export function generated(settle: Settle, input: unknown): Outcome {
  try {
    return { ok: true, output: settle(input) }
  } catch (problem) {
    const issues = issuesOf(problem)
    return issues ? { ok: false, issues } : { ok: null, failure: messageOf(problem) }
  }
}

function broken(meant: Outcome, identities: readonly string[]): string | null {
  if (meant.ok === null) return `the interpreter fails: ${meant.failure}`
  if (meant.ok) return null
  const labels = meant.issues.filter(({ code }) => code === 'invariant-broken').map(labelOf)
  const wrong = identities.filter((label) => labels.includes(label))
  return wrong.length > 0 ? `what was split is not the sum of its shares: ${wrong.join(', ')}` : null
}

/** Fields and issues have to be equal, whatever their order in a record. */
export function unlike(meant: Outcome, made: Outcome): string | null {
  const [expected, actual] = [canonical(meant), canonical(made)]
  return expected === actual ? null : `TypeScript: ${firstDifference(expected, actual)}`
}

function unlikeOracle(meant: Outcome, ask: () => Verdict): string | null {
  let verdict: Verdict
  try {
    verdict = ask()
  } catch (problem) {
    const kind = problem instanceof PolicyFault ? 'the policy should not have compiled' : 'the oracle fails'
    return `${kind}: ${messageOf(problem)}`
  }
  if (meant.ok && verdict.ok) {
    const [expected, actual] = [canonical(verdict.output), canonical(meant.output)]
    return expected === actual ? null : `oracle: ${firstDifference(expected, actual)}`
  }
  if (meant.ok === false && !verdict.ok) {
    // Of several reasons to refuse a case, the first that is met is told.
    const known = verdict.refusals.map(({ code, label }) => `${code} ${label}`)
    const unknown = meant.issues
      .map((issue) => `${issue.code} ${labelOf(issue)}`)
      .filter((issue) => !known.includes(issue))
    return unknown.length > 0 ? `oracle: refuses for ${known.join(', ')}, not for ${unknown.join(', ')}` : null
  }
  return `oracle: ${verdict.ok ? 'settles what is refused' : 'refuses what is settled'}: ${JSON.stringify(verdict.ok ? meant : verdict)}`
}

/** The label among the facts of an issue, without the words that say at which stage of a name. */
function labelOf({ facts }: { readonly facts: unknown }): string {
  const { label, edition } = facts as { readonly label?: string; readonly edition?: { readonly name: string } }
  return (label ?? edition?.name ?? '').replace(/（(?:调整|转出)前）$/, '')
}

/** As JSON, the keys of each record in one order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

/** Where two texts begin to differ, with what stands around. */
export function firstDifference(expected: string, actual: string): string {
  let at = 0
  while (expected[at] === actual[at] && at < expected.length) at++
  const start = Math.max(0, at - 60)
  return `expected …${expected.slice(start, at + 60)}… found …${actual.slice(start, at + 60)}…`
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)
}
