/**
 * The exact comparison against trying cases, in depth: random pairs of small policies, policies said otherwise, every
 * case of a few fen, and every mutant of the Ningbo edition. `npm run test:diff -- --help` says what can be chosen.
 */
import { parseArgs } from 'node:util'
import { compile } from '../../../compiler/compile.ts'
import { diffPrograms } from '../../../compiler/diff/exact/diff-programs.ts'
import { recordSeed, type Draw } from '../../random/draw.ts'
import { ningboMutants } from '../../random/mutants/ningbo.ts'
import { secondOpinion } from '../smt/opinion.ts'
import { startSolver } from '../smt/solver.ts'
import { Unsupported } from '../smt/term.ts'
import { sampled } from './cases.ts'
import { checkPair, isProvedSame, type Cases } from './check.ts'
import { randomPair, refactoring, type Pair } from './edit.ts'
import { fateOfMutant } from './mutants.ts'
import { randomPlan } from './plan.ts'
import { Tally } from './tally.ts'
import { everyCase, tiny } from './tiny.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    share: { type: 'string', default: '1/1' },
    pairs: { type: 'string', default: '200' },
    cases: { type: 'string', default: '300' },
    refactorings: { type: 'string', default: '200' },
    tiny: { type: 'string', default: '40' },
    witnesses: { type: 'string', default: '8' },
    steps: { type: 'string', default: '2000' },
    opinions: { type: 'string', default: '40' },
    bills: { type: 'string', default: '6000' },
    help: { type: 'boolean', default: false },
  },
})
const first = Number(values.seed)
const [share = 1, shares = 1] = values.share.split('/').map(Number)

const parts: Readonly<Record<string, () => Promise<number>>> = {
  pairs: () => runPairs(Number(values.pairs), randomPair, (draw, pair, programs) => sampled(draw, cases, programs)),
  refactorings: () =>
    runPairs(Number(values.refactorings), refactoring, (draw, _, programs) => sampled(draw, 50, programs)),
  tiny: () =>
    runPairs(
      Number(values.tiny),
      (draw, plan) => randomPair(draw, tiny(plan)),
      (_, { plans }) =>
        () =>
          atMost(40_000, everyCase(plans)),
    ),
  mutants: runMutants,
  opinion: runOpinion,
}
const cases = Number(values.cases)
const steps = Number(values.steps)

if (values.help) {
  console.log(`--seed N          the first seed (now ${values.seed}): pair N is made by seed + N
--only PART       ${Object.keys(parts).join(', ')}; without it all of them
--share 1/8       the first of eight parts
--pairs N         how many pairs of small policies (${values.pairs})
--cases N         cases for each of them (${values.cases})
--steps N         how long witnesses of a pair are looked for (${values.steps})
--refactorings N  how many policies said otherwise (${values.refactorings})
--tiny N          how many pairs with all their cases of a few fen (${values.tiny})
--witnesses N     witnesses are looked for with every Nth mutant of Ningbo (${values.witnesses})
--opinions N      how many pairs an SMT solver looks at too (${values.opinions})
--bills N         random bills for each mutant (${values.bills})`)
} else {
  console.log(`seed ${first}, share ${values.share}`)
  let failures = 0
  for (const [name, run] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue
    console.log(`${name}:`)
    failures += await run()
  }
  console.log(failures === 0 ? 'no fault' : `${failures} with faults`)
  process.exitCode = failures === 0 ? 0 : 1
}

function* atMost(count: number, items: Iterable<unknown>): Generator<unknown> {
  let left = count
  for (const item of items) {
    if (left-- <= 0) return
    yield item
  }
}

async function runPairs(
  count: number,
  make: (draw: Draw, plan: ReturnType<typeof randomPlan>) => Pair,
  casesFor: (draw: Draw, pair: Pair, programs: Parameters<typeof sampled>[2]) => Cases,
): Promise<number> {
  const tally = new Tally()
  for (let seed = first + share - 1; seed < first + count; seed += shares) {
    const { draw } = recordSeed(seed)
    const plan = randomPlan(draw)
    // Each further layer takes about ten times as long.
    const pair = make(draw, { ...plan, layers: plan.layers.slice(0, seed % 8 === 0 ? 2 : 1) })
    const [before, after] = [pair.before, pair.after].map((files) => compile(files).programs[0])
    if (!before || !after) {
      tally.add('refused', null)
      continue
    }
    const checked = checkPair(before, after, casesFor(draw, pair, [before, after]), { steps })
    const isSame = isProvedSame(checked.comparison)
    const isDifferent = checked.comparison.regions.some(({ witness }) => witness !== null) || checked.differing > 0
    tally.add(isSame ? 'same' : isDifferent ? 'different' : 'undecided', checked)
    const faults = [...checked.faults]
    const { regions, limits } = checked.comparison
    if (pair.isEquivalent && (regions.length > 0 || limits.some(({ expression }) => expression !== 'refusals')))
      faults.push(
        `not proved the same: ${JSON.stringify({ regions: regions.slice(0, 2), limits: limits.slice(0, 2) })}`,
      )
    tell(tally, `seed ${seed}, ${pair.what}`, faults)
  }
  tally.tell()
  return Promise.resolve(tally.failures)
}

async function runMutants(): Promise<number> {
  const tally = new Tally()
  for (let at = share - 1; at < ningboMutants.length; at += shares) {
    const mutant = ningboMutants[at]!
    const hasWitnesses = (at + first) % Number(values.witnesses) === 0
    const fate = await fateOfMutant(mutant, Number(values.bills), hasWitnesses)
    if (fate.kind === 'refused') {
      tally.add('refused', null)
      continue
    }
    tally.add(fate.kind, fate.checked)
    const { limits } = fate.checked.comparison
    if (fate.kind === 'same') console.log(`  the same: ${mutant.kind}, ${mutant.what}`)
    if (fate.kind === 'undecided') console.log(`  undecided: ${mutant.kind}, ${mutant.what}: ${JSON.stringify(limits)}`)
    tell(tally, `${mutant.kind}, ${mutant.what}`, fate.faults)
  }
  tally.tell()
  return tally.failures
}

/** Pairs of one layer as an SMT solver sees them, for all amounts at once, about a few cases each. */
async function runOpinion(): Promise<number> {
  const solver = await startSolver()
  const count = { pairs: 0, asked: 0, unknown: 0, sat: 0, unsat: 0, large: 0 }
  let failures = 0
  for (let seed = first + share - 1; seed < first + Number(values.opinions); seed += shares) {
    const { draw } = recordSeed(seed)
    const plan = randomPlan(draw)
    const pair = randomPair(draw, { ...plan, layers: plan.layers.slice(0, 1) })
    const [before, after] = [pair.before, pair.after].map((files) => compile(files).programs[0])
    if (!before || !after) continue
    const comparison = diffPrograms(before, after)
    if (comparison.regions.length > 60) {
      count.large++
      continue
    }
    count.pairs++
    for (const input of sampled(draw, 2, [before, after])([])) {
      try {
        const opinion = await secondOpinion(solver, comparison, [before, after], input, 1_000_000)
        if (!opinion) continue
        count.asked += opinion.asked
        count.unknown += opinion.unknown
        count.sat += opinion.decided.sat
        count.unsat += opinion.decided.unsat
        if (opinion.faults.length > 0) failures++
        for (const fault of opinion.faults)
          console.log(`  seed ${seed}, ${pair.what}: ${fault} ${JSON.stringify(input)}`)
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error
        console.log(`  seed ${seed}: can't be put to the solver: ${error.message}`)
      }
    }
  }
  await solver.close()
  console.log(`  ${count.pairs} pairs, ${count.large} with too many regions; ${count.asked} questions, ${count.unknown} not known to the solver
  through rounding without a witness: ${count.sat} hold a case, ${count.unsat} hold none`)
  return failures
}

function tell(tally: Tally, what: string, faults: readonly string[]): void {
  if (faults.length === 0) return
  tally.failures++
  console.log(`  ${what}: ${faults.length} faults`)
  for (const fault of faults.slice(0, 3)) console.log(`    ${fault.slice(0, 1500)}`)
}
