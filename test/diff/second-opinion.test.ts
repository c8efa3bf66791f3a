/** The comparison as an SMT solver sees it, which knows nothing of how it was found. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Comparison } from '../../compiler/diff/exact/comparison.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Program } from '../../compiler/program/program.ts'
import { smallInput } from '../random/small.ts'
import { secondOpinion } from './smt/opinion.ts'
import { startSolver, type Solver } from './smt/solver.ts'
import { randomNumbers, rulesOf, small, variant } from './small.ts'
import { seededRandom } from '../ningbo/bills.ts'

let solver: Solver
beforeAll(async () => {
  solver = await startSolver()
})
afterAll(() => solver.close())

const steps = 1_000_000
const inputs = ['first', 'second'].map((kind) => smallInput({ kind, on: '2023-01-15' }))

async function faultsOf(comparison: Comparison, programs: readonly [Program, Program]): Promise<readonly string[]> {
  const opinions = []
  for (const input of inputs) opinions.push(await secondOpinion(solver, comparison, programs, input, steps))
  return opinions.flatMap((each) => each?.faults ?? ['refused'])
}

it('a small pair: nothing differs outside, everything sure inside, formulas hold', { timeout: 240_000 }, async () => {
  const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
  const draw = (options: number): number => Math.floor(random() * options)
  const numbers = randomNumbers(draw)
  const programs = [small(rulesOf(numbers)), small(rulesOf(variant(draw, numbers)))] as const
  expect(await faultsOf(diffPrograms(...programs), programs)).toEqual([])
})

it('a region left out, a wrong formula and a wrong bound are found out', { timeout: 240_000 }, async () => {
  const rules = (rate: string): string => `  分担 总额
    按比例 ${rate} 四舍五入到分 计入 基金
    其余 计入 余额
  自付 是指 0元
  大病 是指 0元
  个人 是指 余额`
  const programs = [small(rules('50%')), small(rules('60%'))] as const
  const comparison = diffPrograms(...programs)
  expect(await faultsOf(comparison, programs)).toEqual([])
  const [first, ...others] = comparison.regions
  const spoilt = [
    others,
    [{ ...first!, difference: '0.2 × case.total' }, ...others],
    [{ ...first!, least: '1.00' }, ...others],
    [{ ...first!, where: [] }, ...others],
  ]
  for (const regions of spoilt) expect(await faultsOf({ ...comparison, regions }, programs)).not.toEqual([])
})
