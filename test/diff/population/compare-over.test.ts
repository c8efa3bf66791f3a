/** Six bills under two editions, worked out by hand; and that totals are the sums of single settlements. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDecision } from '../../../compiler/cli/load.ts'
import { loadEvaluator } from '../../../compiler/cli/build/evaluator.ts'
import { compile } from '../../../compiler/compile.ts'
import { compareOver, interpreted, type GivenCase } from '../../../compiler/diff/population/compare-over.ts'
import type { Population } from '../../../compiler/diff/population/population.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import type { Program } from '../../../compiler/program/program.ts'
import { smallPolicy, smallVocabulary } from '../../cli/small-policy.ts'
import { ningboBills, ningboPrograms, ningboTexts } from './ningbo-bills.ts'

const words = smallVocabulary
  .replace('| 补贴 | subsidy | 金额 | 未填 |', '| 补贴 | subsidy | 金额 | hifp_pay |')
  .replace('| 自付 | rest    | 金额 | 未填 |', '| 自付 | rest    | 金额 | psn_part_amt |')
const texts = new Map([
  ['words.policy', words],
  ['small.policy', smallPolicy],
])
const { programs } = compile([...texts].map(([name, text]) => ({ name, text })))
const side = (edition: string) => {
  const program = programs.find((each) => each.edition.name === edition)!
  return { program, settle: interpreted(program), texts }
}
const bill = (amount: string, kind: string): GivenCase => ({
  ok: true,
  input: { request: { on: '2022-05-01', amount, kind } },
})

// 50%, half up:  50.01   0   0.50   0.01   100   500   sum 650.52
// 60%, half up:  60.01   0   0.60   0.01   120   600   sum 780.62
// difference:    10.00   0   0.10   0       20   100   sum 130.10
const bills = [
  bill('100.01', 'first'),
  bill('0', 'first'),
  bill('1.00', 'second'),
  bill('0.01', 'second'),
  bill('200', 'second'),
  bill('1000', 'first'),
]

describe('six bills by hand', async () => {
  const result = await compareOver(side('2022'), side('2023'), bills)
  const [subsidy, rest] = result.outputs

  it('counts cases', () => {
    expect(result).toMatchObject({ cases: 6, settled: 6, unchanged: 2, notCompared: [] })
    expect(result.failed).toEqual({ both: 0, onlyBefore: 0, onlyAfter: 0, codes: [] })
  })

  it('of what a fund pays, more is a gain; of what the person pays, less', () => {
    expect(subsidy).toMatchObject({ path: 'subsidy', payer: 'fund', unchanged: 2, changed: 4 })
    expect(subsidy).toMatchObject({ more: 4, less: 0, gain: 4, lose: 0 })
    expect(rest).toMatchObject({ path: 'rest', payer: 'person', more: 0, less: 4, gain: 4, lose: 0 })
  })

  it('adds up', () => {
    expect(subsidy).toMatchObject({ before: '650.52', after: '780.62', difference: '130.10' })
    // 1301.02 in all: 1301.02 − 650.52 = 650.50, 1301.02 − 780.62 = 520.40.
    expect(rest).toMatchObject({ before: '650.50', after: '520.40', difference: '-130.10' })
  })

  it('tells how the differences are spread: 0.10, 10, 20, 100', () => {
    expect(subsidy?.distribution).toEqual({
      least: '0.10',
      most: '100.00',
      // Of four: the 1st (5% and 25%), the 2nd, the 3rd, the 4th (95% of four is 3.8).
      quantiles: [
        { percent: 5, difference: '0.10' },
        { percent: 25, difference: '0.10' },
        { percent: 50, difference: '10.00' },
        { percent: 75, difference: '20.00' },
        { percent: 95, difference: '100.00' },
      ],
      histogram: [
        { over: '0.00', upTo: '1.00', cases: 1 },
        { over: '1.00', upTo: '10.00', cases: 1 },
        { over: '10.00', upTo: null, cases: 2 },
      ],
    })
    expect(rest?.distribution).toMatchObject({
      least: '-100.00',
      most: '-0.10',
      histogram: [
        { over: null, upTo: '-10.00', cases: 3 },
        { over: '-10.00', upTo: '-1.00', cases: 0 },
        { over: '-1.00', upTo: '0.00', cases: 1 },
      ],
    })
  })

  it('sorts by every choice that goes in', () => {
    const [kinds, ...others] = result.categories
    expect(others).toEqual([])
    expect(kinds).toMatchObject({ path: 'request.kind', label: '申请类别', from: 'input' })
    expect(kinds?.values).toMatchObject([
      {
        value: 'first',
        label: '甲类',
        after: null,
        cases: 3,
        changed: 2,
        outputs: [{ difference: '110.00', gain: 2 }, { difference: '-110.00' }],
      },
      {
        value: 'second',
        label: '乙类',
        after: null,
        cases: 3,
        changed: 2,
        outputs: [{ difference: '20.10' }, { difference: '-20.10' }],
      },
    ])
  })

  it('keeps the three that move furthest, with the rules that make the difference', () => {
    const ofSubsidy = result.largest.filter(({ output }) => output === 'subsidy')
    expect(ofSubsidy.map(({ number, difference }) => [number, difference])).toEqual([
      [6, '100.00'],
      [5, '20.00'],
      [1, '10.00'],
    ])
    const [{ before, after, input, causes } = { before: '', after: '', input: null, causes: [] }] = ofSubsidy
    expect({ before, after, input }).toEqual({
      before: '500.00',
      after: '600.00',
      input: bills[5]?.ok && bills[5].input,
    })
    expect(causes).toHaveLength(1)
    const line = (text: string) => smallPolicy.slice(0, smallPolicy.indexOf(text)).split('\n').length
    expect(causes[0]).toMatchObject({
      before: {
        value: { kind: 'money', exact: '500' },
        place: `small.policy:${line('按比例 50%')}`,
        article: '文件 2022年',
      },
      after: {
        value: { kind: 'money', exact: '600' },
        place: `small.policy:${line('按比例 60%')}`,
        article: '文件 2023年',
      },
    })
  })

  it('is the mirror of itself the other way round, and nothing beside itself', async () => {
    const back = await compareOver(side('2023'), side('2022'), bills)
    expect(back.outputs[0]).toMatchObject({ gain: 0, lose: 4, difference: '-130.10' })
    const same = await compareOver(side('2023'), side('2023'), bills)
    expect(same).toMatchObject({ unchanged: 6, largest: [] })
    expect(same.outputs.map(({ distribution }) => distribution)).toEqual([null, null])
  })
})

it('counts what does not come out, by code', async () => {
  const required = smallPolicy.replace(
    '  原文「补贴60%。」',
    '  原文「补贴60%。」\n  须满足「限额内」 申请金额 不超过 500元',
  )
  const files = [...texts].map(([name, text]) => ({ name, text: name === 'small.policy' ? required : text }))
  const after = compile(files).programs.find(({ edition }) => edition.name === '2023')!
  const cases: GivenCase[] = [
    bill('1000', 'first'),
    bill('600', 'first'),
    bill('10', 'first'),
    bill('x', 'first'),
    { ok: false, code: 'json-syntax' },
  ]
  const result = await compareOver(side('2022'), { program: after, settle: interpreted(after), texts }, cases)
  expect(result).toMatchObject({ cases: 5, settled: 1 })
  expect(result.failed).toEqual({
    both: 2,
    onlyBefore: 0,
    onlyAfter: 2,
    codes: [
      { code: 'json-syntax', before: 1, after: 1 },
      { code: 'not-money', before: 1, after: 1 },
      { code: 'requirement-not-met', before: 0, after: 2 },
    ],
  })
  expect(result.outputs[0]).toMatchObject({ before: '5.00', after: '6.00' })
})

it('counts months, and shows a choice that comes out otherwise', async () => {
  const group = loadDecision(join(import.meta.dirname, '..', '..', '..', 'policies'), 'ningbo.employee.retirementYears')
  const files = new Map(group.map(({ name, text }) => [name, text]))
  const both = compile(group).programs
  const by = (edition: string) => {
    const program = both.find((each) => each.edition.name === edition)!
    return { program, settle: interpreted(program), texts: files }
  }
  const none = { deemed: 0, twoToOne: 0, fourToOne: 0, transferredBefore202107: 0, transferredFrom202107: 0 }
  const input = {
    retiredOn: '2022-01-01',
    topUpOn: '2022-01-01',
    levyBaseAtRetirement: '10000.00',
    levyBaseAtTopUp: '10000.00',
    averageWage2007: '2000.00',
    newlyInsuredFrom202107: false,
    months: { ...none, basicBefore202107: 300, basicFrom202107: 0 },
  }
  const result = await compareOver(by('15年'), by('20年'), [{ ok: true, input }])
  // 15 years are 180 months, 20 years 240.
  expect(result.outputs.find(({ path }) => path === 'requiredMonths')).toMatchObject({
    kind: 'number',
    before: '180',
    after: '240',
    difference: '60',
    more: 1,
    gain: null,
  })
  const [rule] = result.categories.filter(({ from }) => from === 'output')
  expect(rule?.values).toMatchObject([
    { value: '15-year', label: '十五年', after: { value: '20-year', label: '二十年' }, cases: 1, changed: 1 },
  ])
})

describe('bills of a city', async () => {
  const [before, after] = ningboPrograms('2022', '2023')
  const cases = ningboBills(150).map((input) => ({ ok: true, input }) as const)
  const by = (program: Program) => ({ program, settle: interpreted(program), texts: ningboTexts() })
  const result = await compareOver(by(before), by(after), cases)

  it('totals are the sums of single settlements, and so are the counts', () => {
    const settled = cases.flatMap(({ input }) => {
      const both = [before, after].map((program) => interpret(program, input, { isReplay: true }))
      return both.every(({ ok }) => ok) ? [both.map((each) => (each.ok ? each.evaluation.output : {}))] : []
    })
    expect(result).toMatchObject({ cases: 150, settled: settled.length })
    for (const path of ['fund', 'criticalIllness', 'fundTotal', 'cash', 'person', 'total']) {
      const fen = settled.map((both) =>
        both.map((output) => Math.round(Number((output as Record<string, string>)[path]) * 100)),
      )
      const sum = (at: number) => (fen.reduce((total, each) => total + (each[at] ?? 0), 0) / 100).toFixed(2)
      const found = result.outputs.find((each) => each.path === path)
      expect(found).toMatchObject({ before: sum(0), after: sum(1) })
      expect(found?.more).toBe(fen.filter(([then = 0, now = 0]) => now > then).length)
      expect(found?.less).toBe(fen.filter(([then = 0, now = 0]) => now < then).length)
      expect(found?.unchanged).toBe(fen.filter(([then, now]) => now === then).length)
      for (const { values } of result.categories) {
        const differences = values.map(({ outputs }) =>
          Math.round(Number(outputs.find((each) => each.path === path)?.difference ?? 0) * 100),
        )
        const all = differences.reduce((total, each) => total + each, 0)
        expect((all / 100).toFixed(2)).toBe(Number(found?.difference).toFixed(2))
      }
    }
  })

  it('the setting that comes out is a category', () => {
    const setting = result.categories.find(({ path }) => path === 'setting')
    expect(setting).toMatchObject({ from: 'output', label: '就医情形' })
    expect(setting?.values.reduce((sum, { cases: all }) => sum + all, 0)).toBe(result.settled)
  })

  it('the cause is the one table that 2023 states otherwise', () => {
    expect(result.largest.length).toBeGreaterThan(0)
    for (const { causes } of result.largest) expect(causes.map(({ name }) => name.label)).toEqual(['异地下浮幅度'])
  })

  it('generated evaluators count the same', async () => {
    const fast = async (program: Program) => ({ ...by(program), settle: await loadEvaluator(program) })
    const again: Population = await compareOver(await fast(before), await fast(after), cases)
    expect(again).toEqual(result)
  })
})
