/** Cases of regions: the smallest there are, and examples that a policy file can hold. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { witnessExamples } from '../../compiler/diff/witness-examples.ts'
import { readExamples } from '../../compiler/examples/read-examples.ts'
import { runExample } from '../../compiler/examples/run-example.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { newReport } from '../../compiler/problem/report.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'
import { smallInput } from '../random/small.ts'
import { isInRegion } from './region.ts'
import { randomNumbers, rulesOf, small, variant } from './small.ts'

const read = (name: string): string => readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8')
const file = (name: string) => ({ name: `${name}.policy`, text: read(name) })

it('of small policies hardly a case of less, tried fen by fen, lies in a region', { timeout: 120_000 }, () => {
  // The same pairs on every run: what hardly happens does happen to some seed.
  const random = seededRandom(1)
  const draw = (options: number): number => Math.floor(random() * options)
  let tried = 0
  const beaten: string[] = []
  for (let pair = 0; pair < 8; pair++) {
    const numbers = randomNumbers(draw)
    const programs = [small(rulesOf(numbers)), small(rulesOf(variant(draw, numbers)))] as const
    const { regions } = diffPrograms(...programs)
    for (const region of regions) {
      const input = region.witness?.input as { case: { total: string; on: string } } | undefined
      if (!input) continue
      const least = Math.round(Number(input.case.total) * 100)
      // What the year has so far is any edge of the bands, one fen more or less, or what the case has.
      const sums = [0, ...numbers.edges.map((edge) => edge * 100), ...numbers.deductibles.map((each) => each * 100)]
      for (let count = 0; count < 60 && least > 0; count++) {
        const total = draw(2) === 0 ? Math.max(0, least - 1 - draw(3)) : draw(least)
        const sum = Math.max(0, sums[draw(sums.length)]! + draw(3) - 1 - (draw(2) === 0 ? total : 0))
        const bill = smallInput({
          on: draw(2) === 0 ? input.case.on : `2023-01-${String(1 + draw(28)).padStart(2, '0')}`,
          total: (total / 100).toFixed(2),
          kind: draw(2) === 0 ? 'first' : 'second',
          sum: (sum / 100).toFixed(2),
        })
        const [before, after] = programs.map((program) => interpret(program, bill, { isReplay: true }))
        if (!before?.ok || !after?.ok) throw new Error('refused')
        tried++
        const settled = { before: before.evaluation, after: after.evaluation }
        const isDifferent =
          JSON.stringify(before.evaluation.output[region.output]) !==
          JSON.stringify(after.evaluation.output[region.output])
        if (isDifferent && isInRegion(region, settled))
          beaten.push(`${JSON.stringify(bill)} is less than ${JSON.stringify(input)}`)
      }
    }
  }
  expect(tried).toBeGreaterThan(500)
  // Looking for the smallest ends some time; it rarely does too soon.
  expect(beaten.slice(0, Math.floor(tried / 100)), beaten.join('\n')).toEqual(beaten)
})

describe('examples', () => {
  const texts = [...settleModules, 'ningbo/employee.settle', 'ningbo/employee.settle.year2022'].map(file)
  const files = [...settleWords, ...texts]

  it('of both editions, put into a file beside the policy, come out as they say', { timeout: 120_000 }, () => {
    const { programs, policies } = compile(files)
    const policy = policies.find(({ id }) => id === 'ningbo.employee')!
    const versions = ['2022', '2023'].map((name) => ({
      program: programs.find(({ edition }) => edition.name === name)!,
      policy,
    }))
    const { regions } = diffPrograms(versions[0]!.program, versions[1]!.program)
    const examples = witnessExamples(regions, versions, (number, edition) => `例${number}，${edition}`)
    const head = '政策 ningbo.employee「宁波市区职工基本医疗保险」\n引用「vocabulary」\n事项 结算\n'
    const text = `${head}\n${examples.join('\n\n')}\n`
    const again = compile([...files, { name: 'cases.policy', text }])
    expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const report = newReport()
    const own = again.policies
      .flatMap((each) => readExamples(each, report))
      .filter(({ place }) => place.file === 'cases.policy')
    expect(report.problems).toEqual([])
    expect(own.length).toBe(examples.length)
    expect(own.length).toBeGreaterThan(20)
    for (const example of own) {
      expect(example.expectations.length).toBeGreaterThan(10)
      expect(runExample(again.programs, 'ningbo.employee.settle', example)).toEqual({ kind: 'passed' })
    }
    // The editions differ in what their examples expect.
    const expected = (label: string): string =>
      JSON.stringify(own.find((each) => each.label === label)?.expectations.map(({ value }) => value))
    expect(expected('例1，2022')).not.toBe(expected('例1，2023'))
  })
})
