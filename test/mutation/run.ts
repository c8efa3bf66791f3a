/** Whether the tests notice when the code of a core is changed: `npm run test:mutation`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'
import { cores, filesOf, root, testsOf, type Core } from './cores.ts'
import { explained, isThat } from './explained.ts'
import { drawn, instrument, keyOf, type Mutant } from './mutants.ts'
import { dryRun, tryMutant, type DryRun, type Fate } from './try.ts'

const { values } = parseArgs({
  options: {
    core: { type: 'string', multiple: true },
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '15' },
    only: { type: 'string' },
    tests: { type: 'string', multiple: true },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
const patience = Number(values.patience) * 1000
process.env['FC_SEED'] ??= '20231'

/** The mutants of a core that are tried. */
interface Sample {
  readonly core: Core
  readonly all: number
  readonly mutants: readonly Mutant[]
}

async function sample(core: Core): Promise<Sample> {
  const files = filesOf(core)
  const { mutants } = await instrument(files)
  for (const each of explained.filter(({ file }) => files.includes(file))) {
    if (!mutants.some((mutant) => isThat(mutant, each)))
      console.log(`explained, but no longer there: ${describe(each)}`)
  }
  const order = drawn(mutants, seed).filter(({ file }) => file.includes(values.only ?? ''))
  return { core, all: mutants.length, mutants: order.slice(0, count) }
}

async function tryCores(asked: readonly Core[], folder: string): Promise<boolean> {
  const samples: Sample[] = []
  for (const core of asked) samples.push(await sample(core))
  const chosen = samples.flatMap(({ mutants }) => mutants)
  const { mutants, code } = await instrument(asked.flatMap(filesOf), chosen)
  const placed = new Map(mutants.map((mutant) => [keyOf(mutant), mutant]))
  const isAsked = (test: string): boolean => values.tests?.some((name) => test.includes(name)) ?? true
  const tests = [...new Set(asked.flatMap(testsOf))].filter(isAsked)
  const bundled = { folder, root, modules: await bundle(tests, code, folder) }
  const runs: DryRun[] = []
  for (const test of tests) {
    const run = await dryRun(bundled, test)
    // Those that watch the clock.
    for (const { name } of run.tests.filter(({ isPassed }) => !isPassed))
      console.log(`left out, too slow: ${test}, ${name}`)
    runs.push({ ...run, tests: run.tests.filter(({ isPassed }) => isPassed) })
  }
  const verdicts: boolean[] = []
  for (const each of samples) {
    const own = testsOf(each.core)
    const fates: Fate[] = []
    for (const mutant of each.mutants) {
      const fate = await tryMutant(
        bundled,
        runs.filter(({ file }) => own.includes(file)),
        placed.get(keyOf(mutant))!,
        patience,
      )
      fates.push(fate)
      if (!isKilled(fate) && !explained.some((one) => isThat(mutant, one))) {
        console.log(`${fate.fate}, met by ${fate.tests} tests: ${describe(mutant)}`)
      }
    }
    verdicts.push(tell(each, fates))
  }
  return verdicts.every(Boolean)
}

const isKilled = ({ fate }: Fate): boolean => fate !== 'survived' && fate !== 'unreached'

function describe(mutant: Pick<Mutant, 'file' | 'mutator' | 'original' | 'replacement' | 'text'>): string {
  const place = 'start' in mutant ? `${mutant.file}:${(mutant as Mutant).start.line + 1}` : mutant.file
  return `${place} ${mutant.mutator}\n    ${mutant.text}\n    - ${mutant.original}\n    + ${mutant.replacement}`
}

/** One line of figures; true where at least 90 of 100 are killed. */
function tell({ core, all }: Sample, fates: readonly Fate[]): boolean {
  const of = (fate: Fate['fate']): number => fates.filter((each) => each.fate === fate).length
  const killed = fates.filter(isKilled).length
  const known = fates.filter((each) => !isKilled(each) && explained.some((one) => isThat(each.mutant, one))).length
  const score = (100 * killed) / fates.length
  console.log(
    `${core.name}, seed ${seed}: ${fates.length} of ${all} mutants tried; ` +
      `killed ${killed} (${score.toFixed(1)} %), of these ${of('endless')} endless, ${of('crashed')} out of memory; ` +
      `survived ${of('survived')}, met by no test ${of('unreached')}, of both ${known} explained`,
  )
  return score >= 90
}

const asked = values.core ? cores.filter(({ name }) => values.core!.includes(name)) : cores
if (asked.length === 0) throw new Error(`the cores are ${cores.map(({ name }) => name).join(', ')}`)
const folder = mkdtempSync(join(tmpdir(), 'daiyu-mutation-'))
try {
  process.exitCode = (await tryCores(asked, folder)) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
