/** Runs bundled test files in this process, as `Order` says, and ends with an `Outcome` on the way out. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startTests, type File, type Task, type VitestRunner } from '@vitest/runner'
import { chai } from 'vitest'

/** What to run. */
export interface Order {
  readonly setup: string
  readonly files: readonly TestFile[]
  /** The mutant that is awake; without one, coverage is taken. */
  readonly mutant: string | null
  /** How often the mutant may be met before it counts as an endless loop. */
  readonly hitLimit: number
  /** After so many milliseconds of computing no further test is begun. */
  readonly patience: number
  readonly outcome: string
}

export interface TestFile {
  readonly path: string
  readonly module: string
  /** Without it all tests. */
  readonly ids: readonly string[] | null
}

export interface Outcome {
  /** The first test that failed, or the file that could not be loaded. */
  readonly failed: string | null
  readonly isEndless: boolean
  readonly tests: readonly Ran[]
  /** Of computing, in all. */
  readonly milliseconds: number
  /** How often each mutant was met while files were loaded. */
  readonly whileLoading: Hits
}

export interface Ran {
  readonly id: string
  readonly name: string
  readonly isPassed: boolean
  /** Of computing. */
  readonly milliseconds: number
  readonly hits: Hits
}

export type Hits = Readonly<Record<string, number>>

interface Instrumentation {
  activeMutant?: string
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> }
}

const order = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Order
const instrumentation: Instrumentation = {}
;(globalThis as { __stryker__?: Instrumentation }).__stryker__ = instrumentation
instrumentation.mutantCoverage = { static: {}, perTest: {} }
// Never undefined, or the environment would be asked.
instrumentation.activeMutant = order.mutant ?? ''
if (order.mutant !== null) Object.assign(instrumentation, { hitCount: 0, hitLimit: order.hitLimit })

const tests: Ran[] = []
let folder = ''
// What vitest asks for the place of a test.
;(globalThis as { __vitest_worker__?: object }).__vitest_worker__ = { filepath: '' }
let started = 0

const computed = (): number => process.cpuUsage().user / 1000

chai.use(({ Assertion }, plugins) =>
  plugins.addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (this: object, file: string) {
    const received: unknown = chai.util.flag(this, 'object')
    if (readFileSync(join(folder, file), 'utf8') !== received) throw new Error(`this is not what ${file} says`)
  }),
)

function end(failed: string | null): never {
  const isEndless = (instrumentation.hitCount ?? 0) > order.hitLimit
  const { static: whileLoading, perTest } = instrumentation.mutantCoverage!
  const outcome: Outcome = {
    failed,
    isEndless,
    tests: tests.map((test) => ({ ...test, hits: perTest[test.id] ?? {} })),
    milliseconds: computed(),
    whileLoading,
  }
  writeFileSync(order.outcome, JSON.stringify(outcome))
  // Services that tests have started keep nobody waiting.
  process.exit()
}

const fullName = (task: Task): string => (task.suite ? `${fullName(task.suite)} > ${task.name}` : task.name)

async function run({ path, module, ids }: TestFile): Promise<void> {
  folder = dirname(path)
  const runner: VitestRunner = {
    config: {
      root: '/',
      setupFiles: [],
      name: undefined,
      passWithNoTests: true,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 600_000,
      hookTimeout: 600_000,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: () => import(module),
    onBeforeRunTask: (test) => {
      started = computed()
      if (order.mutant !== null && started > order.patience) end(null)
      if (test.mode === 'run') instrumentation.currentTestId = test.id
    },
    onAfterRunTask: (test) => {
      delete instrumentation.currentTestId
      if (test.mode !== 'run') return
      const isPassed = test.result?.state === 'pass'
      tests.push({ id: test.id, name: fullName(test), isPassed, milliseconds: computed() - started, hits: {} })
      if (!isPassed && order.mutant !== null) end(fullName(test))
    },
  }
  const before = tests.length
  const spec = { filepath: path, ...(ids ? { testIds: [...ids] } : {}) }
  const [file] = (await startTests([spec], runner)) as [File]
  if (file.result?.errors?.length) {
    if (order.mutant === null) console.error(file.name, file.result.errors[0]?.stack)
    end(path)
  }
  // A file that no longer has its tests has failed.
  if (ids && tests.length - before < ids.length) end(path)
}

process.on('uncaughtException', (problem) => end(`uncaught: ${problem.message}`))
process.on('unhandledRejection', (problem) => end(`unhandled: ${String(problem)}`))
await import(order.setup)
for (const file of order.files) await run(file)
end(null)
