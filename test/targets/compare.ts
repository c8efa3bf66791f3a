import type { Program } from '../../compiler/program/program.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { canonical, firstDifference } from '../random/compare.ts'
import type { Issue } from '../../runtime/index.ts'
import type { Outcome, Runner, Target } from './target.ts'

/** A case on which a target does not give what the interpreter gives. */
export interface Difference {
  readonly program: Program
  readonly input: unknown
  /** Where what is expected and what is found begin to differ. */
  readonly what: string
}

/** What has been compared of one target. */
export interface Tally {
  /** Cases in which it agrees, and how many of them are settled; the others are refused. */
  rows: number
  settled: number
  /** Cases that it left to others, by the reason. */
  readonly left: Map<string, number>
  /** Programs that the target can't hold, by the reason. */
  readonly unable: Map<string, number>
  readonly differences: Difference[]
}

export type Tallies = ReadonlyMap<string, Tally>

export function newTallies(targets: readonly Target[]): Tallies {
  return new Map(
    targets.map(({ name }) => [name, { rows: 0, settled: 0, left: new Map(), unable: new Map(), differences: [] }]),
  )
}

/** How many differences of one program are kept of a target, the shortest: they are mostly the same. */
const KEPT = 3

/** Settles cases of one program by the interpreter and by each target, and counts what agrees. */
export async function compareTargets(
  targets: readonly Target[],
  program: Program,
  cases: readonly unknown[],
  tallies: Tallies,
): Promise<void> {
  const meant = cases.map((input) => meantOf(program, input))
  for (const target of targets) {
    const tally = tallies.get(target.name)!
    const differs = (input: unknown, what: string): void => {
      tally.differences.push({ program, input, what })
    }
    let runner: Runner | string
    try {
      runner = await target.make(program)
    } catch (problem) {
      differs(null, messageOf(problem))
      continue
    }
    if (typeof runner === 'string') {
      tally.unable.set(runner, (tally.unable.get(runner) ?? 0) + 1)
      continue
    }
    try {
      const outcomes = await runner.settle(cases)
      if (outcomes.length !== cases.length) differs(null, `${outcomes.length} rows of ${cases.length}`)
      const wrong: { readonly input: unknown; readonly what: string }[] = []
      for (const [index, expected] of meant.entries()) {
        const outcome = outcomes[index]
        const found = outcome ? foundOf(outcome) : null
        if (outcome?.settled === null) tally.left.set(outcome.why, (tally.left.get(outcome.why) ?? 0) + 1)
        else if (found !== null && (found === expected.whole || expected.reasons.includes(found))) {
          tally.rows++
          if (outcome?.settled) tally.settled++
        } else wrong.push({ input: cases[index], what: firstDifference(expected.whole, found ?? 'nothing') })
      }
      const length = ({ input }: { readonly input: unknown }): number => JSON.stringify(input).length
      wrong.sort((a, b) => length(a) - length(b))
      for (const { input, what } of wrong.slice(0, KEPT)) differs(input, what)
    } catch (problem) {
      differs(null, messageOf(problem))
    }
  }
}

/** What is to come of a case, as text: the whole of it; and for those who tell one reason, all why it is refused. */
function meantOf(program: Program, input: unknown): { readonly whole: string; readonly reasons: readonly string[] } {
  const result = interpret(program, input)
  if (result.ok) return { whole: canonical(result.evaluation.output), reasons: [] }
  return { whole: `refused ${canonical(result.issues)}`, reasons: result.issues.map(reasonOf) }
}

function reasonOf({ code, path, facts }: Issue): string {
  const label = 'label' in facts ? facts.label : ''
  const place = path.replaceAll(/\[\d+\]/g, '[]')
  return `refused ${[code, place, label].filter((part) => part !== '').join(' ')}`
}

function foundOf(outcome: Outcome): string | null {
  if (outcome.settled === null) return null
  if (outcome.settled) return canonical(outcome.output)
  return `refused ${'issues' in outcome ? canonical(outcome.issues) : outcome.reason}`
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}

/** A difference as a case that can be pasted. */
export function shown(target: string, { program, input, what }: Difference): string {
  const decision = `${program.policy.id}.${program.decision.id}`
  return [
    `${target} differs on ${decision}@${program.edition.name}:`,
    `npx daiyu run ${decision} --format json --input - <<'END'`,
    JSON.stringify(input),
    'END',
    `  ${what}`,
  ].join('\n')
}
