/** Two cities, the same bill: only cases are compared that are like a given one in all but their numbers. */
import { expect, it } from 'vitest'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { readInput } from '../../compiler/interpret/read-input.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { faults } from './region.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const policies = new URL('../../policies', import.meta.url).pathname

function programOf(decision: string, edition: string): Program {
  const { programs } = compile(loadDecision(policies, decision))
  return programs.find((each) => `${each.policy.id}.${each.decision.id}` === decision && each.edition.name === edition)!
}

it('Ningbo against Nantong: a stay in Ningbo, in a tertiary hospital', () => {
  const bill = {
    ...randomBill(() => 0),
    person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
    visit: {
      kind: 'inpatient',
      tier: 'tertiary',
      place: '330200',
      emergency: false,
      admittedOn: '2025-09-01',
      settledOn: '2025-09-10',
    },
    filings: [],
  }
  const [ningbo, nantong] = [programOf('ningbo.employee.settle', '2023'), programOf('nantong.employee.settle', '2025')]
  const { verdict, regions, limits } = diffPrograms(ningbo, nantong, { like: readInput(ningbo, bill) })
  // At home for one, away without a filing for the other: nothing less is paid in Ningbo, but for rounding.
  expect(verdict).toMatchObject({ setting: 'mixed', eligible: 'same', deductible: 'neverMore' })
  expect(regions.filter(({ output }) => output === 'setting').map(({ difference }) => difference)).toEqual([
    'local → temporary',
  ])
  // Everything that is said is about numbers, or about names: what a case is otherwise is given.
  const paths = regions.flatMap(({ where }) => where.map(({ path }) => path))
  expect(paths.filter((path) => /^(?:visit|person)\./u.test(path))).toEqual([])
  expect(limits.length).toBeLessThanOrEqual(1)
  const outputs = ningbo.output.map(({ path }) => path)
  for (let round = 0; round < 300; round++) {
    const { costs, yearToDate } = randomBill(random)
    const [before, after] = [ningbo, nantong].map((each) =>
      interpret(each, { ...bill, costs, yearToDate }, { isReplay: true }),
    )
    if (!before?.ok || !after?.ok) continue
    expect(faults(regions, outputs, { before: before.evaluation, after: after.evaluation })).toEqual([])
  }
})
