/**
 * All targets against the interpreter on very many random cases: of every shipped decision, and of random policies.
 * `npm run test:targets -- --help` says what can be chosen.
 */
import { parseArgs } from 'node:util'
import type { Program } from '../../compiler/program/program.ts'
import { targets } from './all.ts'
import { casesOf, randomPrograms, shippedPrograms } from './cases.ts'
import { compareTargets, newTallies, shown, type Tally } from './compare.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    policies: { type: 'string', default: '400' },
    seed: { type: 'string' },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
})

/** So many cases are settled at once. */
const PART = 5000

if (values.help) {
  console.log(`--cases N     cases of shipped decisions, shared out among them (${values.cases})
--policies N  random policies, with 100 cases each (${values.policies})
--seed N      the first seed; without it one by the clock
--only NAME   one target: ${targets.map(({ name }) => name).join(', ')}; as often as you like`)
} else {
  await run()
}

async function run(): Promise<void> {
  const chosen = targets.filter(({ name }) => values.only?.includes(name) ?? true)
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const tallies = newTallies(chosen)
  const shipped = shippedPrograms()
  console.log(`seed ${seed}; ${chosen.map(({ name }) => name).join(', ')}`)
  const each = Math.ceil(Number(values.cases) / shipped.length)
  for (const [index, program] of shipped.entries()) await compareAll(program, seed + index, each)
  for (let policy = 0; policy < Number(values.policies); policy++) {
    for (const program of randomPrograms(seed + policy)) await compareAll(program, seed + policy, 100)
  }
  for (const [name, tally] of tallies) console.log(summary(name, tally))
  process.exitCode = [...tallies.values()].some(({ differences }) => differences.length > 0) ? 1 : 0

  /** In parts, so that memory stays small; what differs is printed when it is found. */
  async function compareAll(program: Program, first: number, count: number): Promise<void> {
    for (let done = 0; done < count; done += PART) {
      const known = [...tallies].map(([name, { differences }]) => ({ name, differences, told: differences.length }))
      const cases = casesOf(program, first + done * 31, Math.min(PART, count - done))
      await compareTargets(chosen, program, cases, tallies)
      for (const { name, differences, told } of known) {
        for (const difference of differences.slice(told)) console.log(shown(name, difference))
      }
    }
  }
}

function summary(name: string, { rows, settled, left, unable, differences }: Tally): string {
  const others = [...left].map(([reason, count]) => `\n  ${count} rows left to others: ${reason}`)
  const reasons = [...unable].map(([reason, programs]) => `\n  ${programs} programs it can't hold: ${reason}`)
  const verdict = differences.length === 0 ? 'equal to the fen' : `${differences.length} DIFFERENCES`
  return `${name}: ${rows} rows compared, ${settled} of them settled: ${verdict}${[...others, ...reasons].join('')}`
}
