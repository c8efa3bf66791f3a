import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutants.ts'
import type { Order, Outcome, TestFile } from './run-tests.ts'

/** What became of a mutant. */
export interface Fate {
  readonly mutant: Mutant
  readonly fate: 'killed' | 'endless' | 'crashed' | 'survived' | 'unreached'
  /** The test that told it from the code. */
  readonly by: string | null
  /** How many tests meet it. */
  readonly tests: number
}

/** The tests of one file, run with all mutants asleep. */
export interface DryRun extends Outcome {
  readonly file: string
}

/** The bundled tests: their folder, and the module of each file. */
export interface Bundle {
  readonly folder: string
  readonly root: string
  readonly modules: ReadonlyMap<string, string>
}

const testFile = ({ root, modules }: Bundle, file: string, ids: readonly string[] | null): TestFile => ({
  path: join(root, file),
  module: modules.get(file)!,
  ids,
})

/** Runs a file with all mutants asleep. Throws where it can't be loaded. */
export async function dryRun(bundle: Bundle, file: string): Promise<DryRun> {
  const outcome = await runTests(
    bundle,
    { files: [testFile(bundle, file, null)], mutant: null, hitLimit: 0, patience: Infinity },
    3600,
  )
  if (typeof outcome === 'string' || outcome.failed !== null) {
    throw new Error(`${file} can't be loaded: ${typeof outcome === 'string' ? outcome : outcome.failed}`)
  }
  return { file, ...outcome }
}

/**
 * Wakes a mutant and runs tests that meet it, the cheapest first, until one fails or so many milliseconds of
 * computing are over.
 */
export async function tryMutant(
  bundle: Bundle,
  runs: readonly DryRun[],
  mutant: Mutant,
  patience: number,
): Promise<Fate> {
  const { id } = mutant
  const meeting = runs.map((run) => meetingTests(run, id)).filter(({ tests }) => tests.length > 0)
  const count = sum(meeting.map(({ tests }) => tests.length))
  if (count === 0) return { mutant, fate: 'unreached', by: null, tests: count }
  const files = meeting
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ file, tests, isLoaded }) => testFile(bundle, file, isLoaded ? null : tests.map((test) => test.id)))
  const hits = Math.max(...meeting.map((each) => each.hits))
  const order = { files, mutant: id, hitLimit: 1000 + 100 * hits, patience }
  const outcome = await runTests(bundle, order, 30 + Math.ceil(patience / 1000))
  if (outcome === 'timeout') return { mutant, fate: 'endless', by: null, tests: count }
  if (outcome === 'crash') return { mutant, fate: 'crashed', by: null, tests: count }
  if (outcome.failed === null) return { mutant, fate: 'survived', by: null, tests: count }
  return { mutant, fate: outcome.isEndless ? 'endless' : 'killed', by: outcome.failed, tests: count }
}

/** The tests of a file that meet a mutant, the quickest first, and what they cost. What a file needs to be loaded, all of them may rest on. */
function meetingTests({ file, tests, whileLoading, milliseconds }: DryRun, id: string) {
  const isLoaded = id in whileLoading
  const meeting = tests.filter(({ hits }) => isLoaded || id in hits).toSorted((a, b) => a.milliseconds - b.milliseconds)
  // What is no test's is paid for all the same.
  const loading = milliseconds - sum(tests.map((test) => test.milliseconds))
  const hits = sum(meeting.map((test) => test.hits[id] ?? 0)) + (whileLoading[id] ?? 0)
  return {
    file,
    tests: meeting,
    isLoaded,
    cost: loading + sum(meeting.map((test) => test.milliseconds)),
    hits,
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0)

/** Runs tests in a process of their own, which ends after so many seconds of computing, however busy the machine. */
function runTests(
  { folder, modules }: Bundle,
  given: Pick<Order, 'files' | 'mutant' | 'hitLimit' | 'patience'>,
  limit: number,
): Promise<Outcome | 'timeout' | 'crash'> {
  const outcome = join(folder, 'outcome.json')
  const order: Order = { ...given, setup: modules.get('test/setup.ts')!, outcome }
  rmSync(outcome, { force: true })
  writeFileSync(join(folder, 'order.json'), JSON.stringify(order))
  const command = [process.execPath, '--max-old-space-size=1500', modules.get('test/mutation/run-tests.ts')!]
  const limited = ['-c', `ulimit -t ${limit}; exec "$@"`, 'sh', ...command, join(folder, 'order.json')]
  const stderr = given.mutant === null ? 'inherit' : 'ignore'
  return new Promise((resolve) => {
    spawn('sh', limited, { stdio: ['ignore', 'ignore', stderr] }).on('close', (_, signal) => {
      if (existsSync(outcome)) resolve(JSON.parse(readFileSync(outcome, 'utf8')) as Outcome)
      else resolve(signal === 'SIGXCPU' || signal === 'SIGKILL' ? 'timeout' : 'crash')
    })
  })
}
