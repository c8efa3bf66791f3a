/**
 * Every target gives what the interpreter gives, to the fen, on a share of random cases; `npm run test:targets` takes
 * a million. A case that differs is printed so that it can be pasted.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { targets } from './all.ts'
import { casesOf, randomPrograms, shippedPrograms } from './cases.ts'
import { columns, wasm } from './columns.ts'
import { compareTargets, newTallies, shown, type Tallies } from './compare.ts'
import { duckdb, pglite } from './sql.ts'

const seed = Number(process.env['FC_SEED'])
/** A kernel can't hold every shipped decision, and where all is proved there is one path only. */
const holdAll = [columns, duckdb, pglite].map(({ name }) => name)
const CASES = 40
const RANDOM_POLICIES = 10

function expectAgreement(tallies: Tallies): void {
  const differences = [...tallies].flatMap(([name, tally]) => tally.differences.map((each) => shown(name, each)))
  expect(differences.slice(0, 3).join('\n')).toBe('')
}

describe('on cases of every shipped decision', () => {
  const programs = shippedPrograms()
  const tallies = newTallies(targets)
  const named = programs.map((program, index) => ({
    name: `${program.policy.id}.${program.decision.id}@${program.edition.name}`,
    program,
    index,
  }))

  it.each(named)('$name', { timeout: 300_000 }, async ({ program, index }) => {
    const before = newTallies(targets)
    await compareTargets(targets, program, casesOf(program, seed + index, CASES), before)
    expectAgreement(before)
    for (const [name, tally] of before) {
      if (holdAll.includes(name)) expect([...tally.unable.keys()], name).toEqual([])
      const sum = tallies.get(name)!
      sum.rows += tally.rows
      sum.settled += tally.settled
    }
  })

  afterAll(() => {
    for (const [name, { rows, settled }] of tallies) console.log(`${name}: ${rows} cases, ${settled} of them settled`)
  })
})

describe('on random policies', () => {
  it('of this seed', { timeout: 300_000 }, async () => {
    const tallies = newTallies(targets)
    for (let policy = 0; policy < RANDOM_POLICIES; policy++) {
      for (const program of randomPrograms(seed + policy)) {
        await compareTargets(targets, program, casesOf(program, seed + policy, CASES), tallies)
      }
    }
    expectAgreement(tallies)
    for (const [name, { rows, settled }] of tallies) {
      // Few of these are within the means of a kernel, and maybe none; test/wasm draws those that are.
      if (name === wasm.name && rows === 0) continue
      expect(rows, name).toBeGreaterThan(0)
      expect(settled, name).toBeGreaterThan(rows / 4)
    }
  })
})
