/** `--format platform`: fields, funds, derivation and yearly figures in the names of the national platform. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { PlatformSettlement } from '../../compiler/platform/settlement.ts'
import { toPlatform } from '../../compiler/platform/to-platform.ts'
import { data, policies } from '../grammar/policies.ts'
import { bill as anyBill } from '../ningbo/bills.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { settleModules } from '../ningbo/policy-text.ts'
import { settle } from './small.ts'

const own = [
  'vocabulary',
  'vocabulary.catalogue',
  'platform',
  'platform.employee',
  'ningbo/employee.settle',
  'ningbo/benefits.platform',
  'ningbo/employee.settle.platform',
]
const names = [...own, ...settleModules]
const files = [...policies.filter(({ name }) => names.includes(name.replace(/\.policy$/, ''))), ...data]
const program = compile(files).programs.find(({ edition }) => edition.name === '2023')!

function platform(bill: unknown): PlatformSettlement {
  const result = interpret(program, bill)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const settled = toPlatform(program, result.evaluation)
  if (!settled.ok) throw new Error(JSON.stringify(settled.broken))
  return settled.settlement
}

const billNamed = (name: string) => completeBill(handBills.find((each) => each.name === name)!.given)
const rowsOf = ({ policyItems }: PlatformSettlement) =>
  policyItems.map((row) => [row.polItemCode, row.polItemPaySum, row.fundPayAmt, row.selfPayAmt])

describe('100 000 yuan in a tertiary hospital, by hand', () => {
  const settlement = platform(completeBill(handBills[0]!.given))

  it('derives the pool by bands, and the critical illness after it', () => {
    // 1200; then 33 800 up to 35 000 at 80 %, 35 000 up to 70 000 at 85 %, 30 000 above at 95 %.
    // Critical illness: 1200 + 6760 + 5250 + 1500 = 14 710: 5000 at 0 %, 9710 at 80 %.
    expect(rowsOf(settlement)).toEqual([
      ['S001', '1200.00', '0.00', '1200.00'],
      ['C001', '33800.00', '27040.00', '6760.00'],
      ['C002', '35000.00', '29750.00', '5250.00'],
      ['C003', '30000.00', '28500.00', '1500.00'],
      ['PS01', '5000.00', '0.00', '5000.00'],
      ['L001', '9710.00', '7768.00', '1942.00'],
    ])
    expect(settlement.policyItems[1]).toMatchObject({
      polItemName: '统筹一段',
      fundPayProp: '0.8000',
      selfPayProp: '0.2000',
      edition: '2023',
      rule: expect.stringContaining('四（十四）'),
      cites: expect.arrayContaining(['N165', 'N102', 'N108']),
    })
    // What outpatient care rests on has nothing to do with it.
    expect(settlement.policyItems.flatMap(({ cites }) => cites)).not.toContain('N089')
  })

  it('says what each fund looked at and paid', () => {
    expect(settlement.setldetail.map((each) => Object.values(each).slice(0, 4))).toEqual([
      ['310100', '职工基本医疗保险统筹基金', '100000.00', '85290.00'],
      ['330100', '职工大额医疗费用补助基金', '14710.00', '7768.00'],
      ['610100', '医疗救助基金', null, '0.00'],
      ['310200', '职工基本医疗保险个人账户基金', null, '0.00'],
    ])
    expect(settlement.setldetail[1]?.setl_proc_info).toContain('大额一段 9710.00 × 0.8000 = 7768.00')
  })

  it('has the fields of the outputs, and the ratio that came of it', () => {
    expect(settlement.setlinfo).toEqual({
      medfee_sumamt: '100000.00',
      fulamt_ownpay_amt: '0.00',
      overlmt_selfpay: '0.00',
      preselfpay_amt: '0.00',
      inscp_scp_amt: '100000.00',
      act_pay_dedc: '1200.00',
      hifp_pay: '85290.00',
      hifob_pay: '7768.00',
      maf_pay: '0.00',
      fund_pay_sumamt: '93058.00',
      acct_pay: '0.00',
      psn_cash_pay: '6942.00',
      psn_part_amt: '6942.00',
      balc: '0.00',
      pool_prop_selfpay: '0.8529',
    })
  })

  it('has the yearly figures that have codes, before and after', () => {
    const row = { insutype: '310', year: '2023', cum_ym: '202303' }
    const of = (S0000: string, Q0000: string, TS390201: string) =>
      Object.entries({ S0000, Q0000, TS390201 }).map(([cum_type_code, cum]) => ({ ...row, cum_type_code, cum }))
    expect(settlement.cuminfo).toEqual({
      before: of('0.00', '0.00', '0.00'),
      after: of('100000.00', '1200.00', '14710.00'),
    })
  })
})

it('an outpatient bill: the account first, a segment without a code, then one rate', () => {
  // Account 1000, self-pay segment 900, shared 1100 at 75 %.
  expect(rowsOf(platform(billNamed('all three segments in one visit')))).toEqual([
    ['TA01', '1000.00', '0.00', '1000.00'],
    [null, '900.00', '0.00', '900.00'],
    ['C000', '1100.00', '825.00', '275.00'],
  ])
})

const fen = (amount: unknown): bigint => BigInt(String(amount).replace('.', ''))
const sum = (amounts: readonly unknown[]): bigint => amounts.reduce<bigint>((all, each) => all + fen(each), 0n)

it('holds together on any bill', () => {
  fc.assert(
    fc.property(anyBill, (bill) => {
      const { setlinfo, setldetail, policyItems } = platform(bill)
      const of = (...fields: string[]) => sum(fields.map((field) => setlinfo[field]))
      expect(of('medfee_sumamt')).toBe(of('fund_pay_sumamt', 'psn_part_amt'))
      expect(of('fund_pay_sumamt')).toBe(of('hifp_pay', 'hifob_pay', 'maf_pay'))
      expect(of('medfee_sumamt')).toBe(of('fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'))
      expect(of('psn_part_amt')).toBe(of('acct_pay', 'psn_cash_pay'))
      expect(of('inscp_scp_amt') >= of('act_pay_dedc', 'hifp_pay')).toBe(true)

      expect(sum(setldetail.map((each) => each.fund_payamt))).toBe(of('fund_pay_sumamt', 'acct_pay'))
      expect(sum(policyItems.map((each) => each.fundPayAmt))).toBe(of('fund_pay_sumamt'))
      for (const row of policyItems) {
        expect(fen(row.fundPayAmt) + fen(row.selfPayAmt)).toBe(fen(row.polItemPaySum))
        const exact = fen(row.polItemPaySum) * fen(row.fundPayProp)
        const error = fen(row.fundPayAmt) * 10_000n - exact
        expect(error < 10_000n && error > -10_000n).toBe(true)
      }
      // The bill is taken apart once; the critical illness looks at the person's part again.
      const first = policyItems.filter(({ polItemCode }) => !/^(?:PS|L|E)/.test(polItemCode ?? ''))
      expect(sum(first.map((each) => each.polItemPaySum))).toBe(of('medfee_sumamt'))
    }),
    { numRuns: 300 },
  )
})

it('a fund whose code nobody declared is there without one', () => {
  const details = (...rows: string[]) => {
    const result = settle('1100', undefined, rows)
    return result.ok && result.settlement.setldetail.map((each) => Object.values(each).slice(0, 4))
  }
  // 1100 − 100 = 1000; 30 % is the person's.
  expect(details()).toEqual([[null, '基金支付', '1000.00', '700.00']])
  expect(details('| fund_pay_type | 「310100」 | 「统筹」 | 基金支付 |')).toEqual([
    ['310100', '统筹', '1000.00', '700.00'],
  ])
})

describe('other ways of sharing', () => {
  const items = (total: string, rules?: string) => {
    const result = settle(total, rules)
    return result.ok ? rowsOf(result.settlement) : result.broken
  }

  it('the person has a rate, the fund the rest', () => {
    // 1100.05 − 100 = 1000.05; 30 % is 300.015, half up 300.02; the fund pays 700.03.
    expect(items('1100.05')).toEqual([
      [null, '100.00', '0.00', '100.00'],
      [null, '1000.05', '700.03', '300.02'],
    ])
  })

  it('what is moved out of a fund stands in a row of its own', () => {
    // 1000 × 70 % = 700, of which 200 are moved to the person.
    const rules = `  范围费用 是指 总额
  起付线 是指 0元
  分担 总额
    按比例 70% 四舍五入到分 计入 基金支付
    其余 计入 个人分担
  转出 200元 来自 基金支付 计入 个人分担
`
    expect(items('1000', rules)).toEqual([
      [null, '1000.00', '700.00', '300.00'],
      [null, '-200.00', '-200.00', '0.00'],
    ])
  })

  it('bands that end within a fen: the rows add up to the fund', () => {
    // 0.50 at 50.5 % is 0.2525, 0.51 at 60.3 % is 0.30753; together 0.56003, half up 0.56: 0.25 and 0.31.
    const rules = `  范围费用 是指 总额
  起付线 是指 0元
  分段 支付比例 随着 年内费用
    | 不超过 0.50元 | 50.5% |
    | 超过 0.50元   | 60.3% |
  分担 总额 分段起于 年内费用
    按比例 支付比例 四舍五入到分 计入 基金支付
    其余 计入 个人分担
`
    expect(items('1.01', rules)).toEqual([
      [null, '0.50', '0.25', '0.25'],
      [null, '0.51', '0.31', '0.20'],
    ])
  })
})

describe('an identity that does not hold', () => {
  it('refuses the case and is named, with both sides', () => {
    // The person is said to pay all: 1100 ≠ 700 + 1100; 1000 × 70 % is the fund's.
    expect(settle('1100', undefined, [], '总额')).toEqual({
      ok: false,
      broken: [
        {
          number: 1,
          field: 'medfee_sumamt',
          written: 'medfee_sumamt = fund_pay_sumamt + psn_part_amt',
          left: '1100.00',
          right: '1800.00',
        },
      ],
    })
  })

  it('is the sixth where a fund pays more than there is above the deductible', () => {
    const rules = `  范围费用 是指 较小者（总额、500元）
  起付线 是指 200元
  分担 总额
    按比例 70% 四舍五入到分 计入 基金支付
    其余 计入 个人分担
`
    // 1000: eligible 500, deductible 200, fund 700; and 1000 ≠ 500.
    const result = settle('1000', rules)
    expect(result).toMatchObject({
      ok: false,
      broken: [
        { number: 4, left: '1000.00', right: '500.00' },
        { number: 6, written: 'inscp_scp_amt ≥ hifp_pay + act_pay_dedc', left: '500.00', right: '900.00' },
      ],
    })
  })
})
