/** Ningbo's settlement: 2022 against 2023, a reading against another, and editions with one small change. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { Cause, Comparison } from '../../compiler/diff/exact/comparison.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Place, Program } from '../../compiler/program/program.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { settleModules, settlePolicy, settleWords } from '../ningbo/policy-text.ts'
import { faults, textAt } from './region.ts'

const read = (name: string): string => readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8')
const names = [...settleModules, 'ningbo/employee.settle', 'ningbo/employee.settle.year2022']
const files = [...settleWords, ...names.map((name) => ({ name: `${name}.policy`, text: read(name) }))]
const edition = (name: string, readings = {}): Program =>
  compile(files, readings).programs.find((each) => each.edition.name === name)!

const textOf = ({ file, start, end }: Place): string => files.find(({ name }) => name === file)!.text.slice(start, end)

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))

/** Every random bill lies in regions as its two settlements say; every witness replays. */
function expectSound(
  before: Program,
  after: Program,
  { regions, limits }: Comparison,
  bills: number,
  year?: string,
): void {
  const outputs = before.output.map(({ path }) => path)
  for (let at = 0; at < bills; at++) {
    const text = JSON.stringify(randomBill(random))
    const bill: unknown = JSON.parse(
      year === undefined ? text : text.replaceAll('2023-', `${year}-`).replaceAll('02-29', '02-28'),
    )
    const [first, second] = [before, after].map((program) => interpret(program, bill, { isReplay: true }))
    if (!first?.ok || !second?.ok) {
      if (first?.ok !== second?.ok)
        expect(
          regions.some(({ output }) => output === 'refused') ||
            limits.some(({ expression }) => expression === 'refusals'),
        ).toBe(true)
      continue
    }
    const settled = { before: first.evaluation, after: second.evaluation }
    expect(faults(regions, outputs, settled), text).toEqual([])
  }
  for (const { witness, output } of regions) {
    if (!witness) continue
    const said = [before, after].map((program) => {
      const result = interpret(program, witness.input, { isReplay: true })
      if (output === 'refused') return result.ok ? 'settled' : 'refused'
      return result.ok ? textAt(result.evaluation.output, output) : 'refused'
    })
    expect(said).toEqual([witness.before, witness.after])
    expect(said[0]).not.toBe(said[1])
  }
}

it('2022 against 2023: secondary hospitals and below out of the province gain 10 points, and nothing else', () => {
  const [before, after] = [edition('2022'), edition('2023')]
  const comparison = diffPrograms(before, after)
  const { complete, limits, verdict, regions } = comparison
  expect({ complete, limits }).toEqual({ complete: true, limits: [] })
  expect(verdict).toMatchObject({
    setting: 'same',
    eligible: 'same',
    deductible: 'same',
    account: 'same',
    fund: 'neverLess',
    coPay: 'neverMore',
    criticalIllness: 'neverMore',
    fundTotal: 'neverLess',
    person: 'neverMore',
  })
  const fund = regions.filter(({ output }) => output === 'fund')
  expect(fund.map(({ kind, difference }) => [kind, difference])).toEqual([
    ['sure', '0.1 × sharedSegment'],
    ['throughRounding', '0.1 × sharedSegment'],
  ])
  expect(fund[0]?.where).toContainEqual({ path: 'visit.tier', in: ['secondary', 'primary', 'community'] })
  const [setting] = fund[0]?.where.filter(({ path }) => path === 'setting') ?? []
  expect(setting && 'in' in setting ? setting.in.toSorted() : []).toEqual(['referral', 'temporary'])
  const written = ({ before: was, after: is }: Cause): readonly (string | null)[] =>
    [was, is].map((at) => at && textOf(at))
  // Both cells of the table that the text part tells, and no other.
  expect(fund[0]?.causes.map(written).toSorted()).toEqual([
    ['20个百分点', '10个百分点'],
    ['30个百分点', '20个百分点'],
  ])
  // A case that only 2023 settles: which promise is broken depends on the setting, and so does the cell.
  expect(regions.flatMap(({ output, causes }) => (output === 'refused' ? [causes.map(written)] : []))).toEqual([
    [['30个百分点', '20个百分点']],
    [['20个百分点', '10个百分点']],
  ])
  for (const output of Object.keys(verdict))
    expect(regions.filter((each) => each.output === output).length).toBeLessThan(25)
  expect(regions.filter(({ witness }) => witness === null)).toEqual([])
  expectSound(before, after, comparison, 600, '2022')
})

it('C06: what a reduction adds to the co-payment counts for critical illness, or not', () => {
  const [before, after] = [edition('2023'), edition('2023', { C06: 'excluded' })]
  const comparison = diffPrograms(before, after)
  // Of bills that give items, not costs, the totals are not looked into.
  expect(comparison.limits.filter(({ why }) => why !== 'a total over a list')).toEqual([])
  expect(comparison.verdict).toMatchObject({ fund: 'same', criticalIllness: 'neverMore', person: 'neverLess' })
  expectSound(before, after, comparison, 600)
})

it('twice the same is the same, in every output', () => {
  const comparison = diffPrograms(edition('2023'), edition('2023'))
  expect(comparison).toMatchObject({ complete: true, regions: [], limits: [] })
  expect(new Set(Object.values(comparison.verdict))).toEqual(new Set(['same']))
})

const mutants: readonly (readonly [what: string, from: RegExp, to: string])[] = [
  ['a rate one point more', / 15% /, ' 16% '],
  ['an edge a fen higher', /3\.5万元/g, '3.500001万元'],
  ['an edge a yuan lower', /7万元/g, '6.9999万元'],
  ['a day earlier', /2023年2月1日/, '2023年1月31日'],
  [
    'another category',
    /例外「特殊病种备案人员不设起付线」如果/,
    '例外「特殊病种备案人员不设起付线」如果 人员类别 属于 退休 并且',
  ],
  ['another age', /45周岁/g, '46周岁'],
  ['rounded to the yuan', /四舍五入到分 {2}计入 大病保险支付/, '四舍五入到元  计入 大病保险支付'],
]

it.each(mutants)('an edition with %s', { timeout: 120_000 }, (_, from, to) => {
  const policy = settlePolicy()
  const mutant = policy.replace(from, to)
  const compiled = [policy, mutant].map(
    (text) => compile([...settleWords, { name: 'settle.policy', text }]).programs[0],
  )
  const [before, after] = compiled
  if (!before || !after || mutant === policy) throw new Error('no mutant')
  const comparison = diffPrograms(before, after, { isWithoutWitnesses: true })
  expect(comparison.regions.length).toBeGreaterThan(0)
  expectSound(before, after, comparison, 250)
})
