/** The ledger: in whatever order bills come, the year is the same; years start where the policy says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { figureFields } from '../../compiler/year/figures.ts'
import { knownOn, take, type Ledger, type LedgerOf } from '../../compiler/year/ledger.ts'
import { summaries } from '../../compiler/year/lines.ts'
import { readEvent } from '../../compiler/year/read-event.ts'
import { bill as anyBill } from '../ningbo/bills.ts'
import type { Bill } from '../ningbo/bill.ts'
import { ningbo } from '../interpret/ningbo.ts'

function ofPrograms(programs: readonly Program[]): LedgerOf {
  const [program] = programs
  if (!program?.yearStart) throw new Error('no year')
  const decision = `${program.policy.id}.${program.decision.id}`
  return { programs, decision, fields: figureFields(program), yearStart: program.yearStart }
}

/** The ledger after these events, or what is wrong with the first that is wrong. */
function kept(events: readonly object[], of: LedgerOf) {
  let ledger: Ledger = []
  for (const [index, event] of events.entries()) {
    const read = readEvent(event, index + 1, (on) => knownOn(ledger, on), { ...of, others: new Map() })
    const taken = read.ok ? take(ledger, read.event, of) : read
    if (!taken.ok) return { ledger, issues: taken.issues }
    ledger = taken.ledger
  }
  return { ledger, issues: [] }
}
const outputsOf = (ledger: Ledger) => ledger.flatMap(({ settled }) => (settled ? [settled.evaluation.output] : []))

describe('any bills of one person', () => {
  const of = ofPrograms([ningbo()])
  const start = {
    event: 'start',
    on: '2023-01-01',
    person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  }
  const bills = fc.uniqueArray(anyBill, { minLength: 1, maxLength: 5, selector: ({ visit }) => visit.settledOn })
  const eventOf = ({ visit, filings, costs }: Bill, event = 'bill') => ({ event, visit, filings, costs })
  const inOrder = (all: readonly Bill[]) => all.toSorted((a, b) => (a.visit.settledOn < b.visit.settledOn ? -1 : 1))

  it('are settled as if each were given what came out of the one before', () => {
    fc.assert(
      fc.property(bills, (all) => {
        let yearToDate: unknown = Object.fromEntries(
          of.fields.map(({ path }) => [path.slice('yearToDate.'.length), '0']),
        )
        const expected = inOrder(all).map(({ visit, filings, costs }) => {
          const result = interpret(of.programs[0]!, { person: start.person, visit, filings, costs, yearToDate })
          if (!result.ok) throw new Error(JSON.stringify(result.issues))
          yearToDate = result.evaluation.output['yearToDate']
          return result.evaluation.output
        })
        const { ledger, issues } = kept([start, ...inOrder(all).map((each) => eventOf(each))], of)
        expect(issues).toEqual([])
        expect(outputsOf(ledger)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('come out the same in whatever order they come', () => {
    fc.assert(
      fc.property(bills, (all) => {
        const late = kept([start, ...all.map((each) => eventOf(each, 'late'))], of)
        const timely = kept([start, ...inOrder(all).map((each) => eventOf(each))], of)
        expect(late.issues).toEqual([])
        expect(outputsOf(late.ledger)).toEqual(outputsOf(timely.ledger))
        expect(summaries(late.ledger, of.fields)).toEqual(summaries(timely.ledger, of.fields))
      }),
      { numRuns: 60 },
    )
  })
})

describe('years and editions', () => {
  const vocabulary = `词汇「小」
记录 人员 holder
  | 优待 | holder.favoured | 是否 | 未填 |
记录 账单 bill
  | 总额     | bill.total | 金额 | 未填 |
  | 结算日期 | bill.on    | 日期 | 未填 |
记录 年度 year
  | 年内支付 | year.paid | 金额 | 未填 |
记录 结果 result
  | 基金支付 | fund   | 金额 | 未填 |
  | 个人负担 | person | 金额 | 未填 |
事项 结算 settle
  | 输入 | 人员、账单、年度 |
  | 输出 | 结果、年度       |
`
  const edition = (name: string, validity: string, rate: string) => `版本「${name}」${validity} 选用依据 结算日期
条文 文件「${name}」
  原文「基金支付${rate}。」
  支付比例 是指 ${rate}
`
  // At most 100 yuan in a year that starts in July; 50 % until the end of 2022, 80 % from then on.
  const policy = `政策 small「小政策」
引用「vocabulary」
事项 结算
来源 文件「文件」官方
条文 文件「第一条」
  累计年度 始于 7月1日
  原文「一年最多支付100元。」
  余额 是指 100元 − 年内支付 不足为零
  分担 总额
    至多 应付 计入 基金支付
    其余 计入 个人负担
  应付 是指 较小者（总额 × 支付比例、余额） 四舍五入到分
  例外「优待」如果 优待：支付比例 改为 100%
  累计 年内支付 增加 基金支付
`
  const compiled = compile([
    { name: 'vocabulary.policy', text: vocabulary },
    {
      name: 'small.policy',
      text: policy + edition('旧', '止于 2022年12月31日', '50%') + edition('新', '始于 2023年1月1日', '80%'),
    },
  ])
  const of = () => {
    if (compiled.programs.length === 0) throw new Error(JSON.stringify(compiled.problems))
    return ofPrograms(compiled.programs)
  }
  const start = { event: 'start', on: '2022-07-01', holder: { favoured: false } }
  const bill = (on: string, total: string, event = 'bill') => ({ event, bill: { total, on } })
  const paid = (...events: object[]) => {
    const { ledger, issues } = kept([start, ...events], of())
    return issues.length > 0 ? issues : outputsOf(ledger).map(({ fund }) => fund)
  }

  it('figures go over New Year and an edition, and start anew in July', () => {
    // 50 % of 100 = 50; 80 % of 60 = 48; 2 of the 100 are left; from 1 July 2023 on 80 % of 60 again.
    expect(
      paid(bill('2022-12-31', '100'), bill('2023-01-01', '60'), bill('2023-06-30', '60'), bill('2023-07-01', '60')),
    ).toEqual(['50.00', '48.00', '2.00', '48.00'])
  })

  it('a year is named after the calendar year in which it starts', () => {
    const { ledger } = kept([start, bill('2023-06-30', '60'), bill('2023-07-01', '60')], of())
    expect(summaries(ledger, of().fields)).toMatchObject([
      { year: '2022', from: '2022-07-01', until: '2023-06-30', totals: { fund: '48.00', person: '12.00' } },
      { year: '2023', from: '2023-07-01', until: '2024-06-30', bills: 1, after: { year: { paid: '48.00' } } },
    ])
  })

  it('a late bill of the year before changes nothing in this one', () => {
    const events = [bill('2023-07-01', '60'), bill('2023-06-30', '60', 'late')]
    expect(paid(...events)).toEqual(['48.00', '48.00'])
  })

  it('a status holds from its day on, also for a bill that comes later', () => {
    const status = { event: 'status', on: '2023-02-01', holder: { favoured: true } }
    // 80 % of 10 before, all of 10 from the first of February on.
    expect(paid(bill('2023-01-31', '10'), status, bill('2023-02-01', '10'), bill('2023-01-31', '10', 'late'))).toEqual([
      '8.00',
      '8.00',
      '10.00',
    ])
    // Told after the bill, it settles the bill again.
    expect(paid(bill('2023-02-01', '10'), status)).toEqual(['10.00'])
  })

  it('figures that are credited and debited count', () => {
    const change = (event: string, on: string, amount: string) => ({ event, on, to: 'year.paid', amount })
    // 90 of the 100 are used: 10 are left; 5 given back: 5 more.
    expect(
      paid(
        change('credit', '2023-01-01', '90'),
        bill('2023-01-02', '60'),
        change('debit', '2023-01-03', '5'),
        bill('2023-01-04', '60'),
      ),
    ).toEqual(['10.00', '5.00'])
  })

  it('an event that would make a later one impossible is refused, and changes nothing', () => {
    const debit = { event: 'debit', on: '2023-01-03', to: 'year.paid', amount: '40' }
    // 50 − 40 stay; with 45 taken away before there would be less than nothing.
    const events = [bill('2022-12-31', '100'), debit, { ...debit, on: '2023-01-02', amount: '45' }]
    const { ledger, issues } = kept([start, ...events], of())
    expect(issues).toMatchObject([{ code: 'later-refused', line: 3, issues: [{ code: 'amount-outside' }] }])
    expect(ledger).toHaveLength(3)
  })
})
