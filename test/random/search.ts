import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { comparePolicy, type Difference } from './compare.ts'
import { recordSeed, replay, shrinkSlowly } from './draw.ts'
import { randomPolicy, type RandomPolicy } from './policy.ts'

export interface SearchOptions {
  readonly isReckless: boolean
  /** Random cases for each edition of each policy. */
  readonly cases: number
}

export interface Failure {
  readonly seed: number
  readonly what: string
  readonly input: unknown
}

/** What random policies have shown. */
export interface Findings {
  readonly policies: number
  readonly compiled: number
  readonly cases: number
  readonly settled: number
  /** By code, the seeds of the policies that were refused for it. */
  readonly refused: ReadonlyMap<string, readonly number[]>
  readonly failures: readonly Failure[]
}

/** Makes a policy for each seed, compiles it and compares what settles it. */
export async function search(seeds: Iterable<number>, options: SearchOptions): Promise<Findings> {
  const findings = { policies: 0, compiled: 0, cases: 0, settled: 0, failures: [] as Failure[] }
  const refused = new Map<string, number[]>()
  for (const seed of seeds) {
    findings.policies++
    const policy = randomPolicy(recordSeed(seed).draw, options.isReckless)
    const tried = await tryPolicy(policy, seed, options.cases)
    for (const code of tried.refusedFor) refused.set(code, [...(refused.get(code) ?? []), seed])
    if (tried.refusedFor.length === 0) findings.compiled++
    findings.cases += tried.cases
    findings.settled += tried.settled
    const [difference] = tried.differences
    if (difference) findings.failures.push({ seed, ...difference })
  }
  return { ...findings, refused }
}

interface Tried {
  readonly refusedFor: readonly string[]
  readonly cases: number
  readonly settled: number
  readonly differences: readonly Omit<Difference, 'edition'>[]
}

async function tryPolicy(policy: RandomPolicy, seed: number, cases: number): Promise<Tried> {
  const nothing = { refusedFor: [], cases: 0, settled: 0, differences: [] }
  let programs: readonly Program[]
  try {
    const { problems, programs: compiled } = compile(policy.files)
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return { ...nothing, refusedFor: [...new Set(errors.map(({ code }) => code))] }
    programs = compiled
  } catch (problem) {
    return { ...nothing, differences: [{ input: null, what: `compile throws: ${String(problem)}` }] }
  }
  return { ...nothing, ...(await comparePolicy(policy, programs, seed, cases)) }
}

/** A failure for people: its seed, and the smallest policy that still fails in the same way. */
export async function explain(failure: Failure, { isReckless, cases }: SearchOptions): Promise<string> {
  const { seed, what } = failure
  const kind = kindOf(what)
  let smallest = { policy: randomPolicy(recordSeed(seed).draw, isReckless), failure: { what, input: failure.input } }
  const recording = recordSeed(seed)
  randomPolicy(recording.draw, isReckless)
  await shrinkSlowly(recording.row, async (row) => {
    const policy = randomPolicy(replay(row), isReckless)
    const { differences } = await tryPolicy(policy, seed, cases)
    const same = differences.find((each) => kindOf(each.what) === kind)
    if (same) smallest = { policy, failure: same }
    return same !== undefined
  })
  const { policy, failure: shown } = smallest
  const command = `npm run test:random -- --seed ${seed} --policies 1${isReckless ? ' --reckless' : ''}`
  const texts = policy.files.map(({ name, text }) => `--- ${name}\n${text}`)
  return [`seed ${seed} (${command}): ${shown.what}`, ...texts, `input ${JSON.stringify(shown.input)}`].join('\n')
}

/** The beginning of what went wrong, without the numbers. */
function kindOf(what: string): string {
  return what.replace(/[0-9.]+/g, '#').slice(0, 30)
}
