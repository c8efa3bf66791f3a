/** Nantong's settlements in the names of the national platform: those of employees, and those of residents. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { toPlatform } from '../../compiler/platform/to-platform.ts'
import { data, policies } from '../grammar/policies.ts'

const { programs } = compile([...policies, ...data])

// An inpatient of a tertiary hospital at home.
const stay = (total: string) => ({
  person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  visit: {
    kind: 'inpatient',
    tier: 'tertiary',
    place: '320600',
    emergency: false,
    admittedOn: '2025-09-01',
    settledOn: '2025-09-10',
  },
  filings: [],
  costs: { total, ownExpense: '0', overLimit: '0', firstPay: '0' },
  yearToDate: {
    inpatientEligible: '0',
    deductiblePaid: '0',
    outpatientSelfPaid: '0',
    criticalIllnessBase: '0',
    currentAccount: '0',
  },
})

function platform(policy: string, total: string) {
  const program = programs.find((each) => each.policy.id === policy && each.decision.id === 'settle')!
  const result = interpret(program, stay(total))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const settled = toPlatform(program, result.evaluation)
  if (!settled.ok) throw new Error(JSON.stringify(settled.broken))
  const { setlinfo, setldetail, policyItems, cuminfo, unconfirmed } = settled.settlement
  return {
    setlinfo,
    insutypes: [...new Set([...cuminfo.before, ...cuminfo.after].map(({ insutype }) => insutype))],
    funds: setldetail.map((each) => [each.fund_pay_type, each.fund_payamt]),
    items: policyItems.map((each) => [each.polItemCode, each.polItemPaySum, each.fundPayAmt]),
    unconfirmed,
  }
}

it('employees: 50 000 yuan, one rate in hospitals, which the platform has no item for', () => {
  // 1000; 49 000 × 91 % = 44 590.
  expect(platform('nantong.employee', '50000')).toMatchObject({
    setlinfo: { hifp_pay: '44590.00', hifob_pay: '0.00' },
    insutypes: ['310'],
    funds: [
      ['310100', '44590.00'],
      ['330100', '0.00'],
      ['610100', '0.00'],
      ['310200', '0.00'],
    ],
    items: [
      ['S001', '1000.00', '0.00'],
      [null, '49000.00', '44590.00'],
    ],
    unconfirmed: [expect.stringContaining('2023年11月15日'), expect.stringContaining('2025年4月')],
  })
})

it('residents: 150 000 yuan, in two bands; critical illness is a field and a fund of theirs', () => {
  // 1000; up to 100 000 99 000 × 77 % = 76 230; above 50 000 × 81 % = 40 500.
  const settled = platform('nantong.resident', '150000')
  expect(settled).toMatchObject({
    setlinfo: { hifp_pay: '116730.00', hifmi_pay: '0.00', fund_pay_sumamt: '116730.00' },
    insutypes: ['390'],
    funds: [
      ['390100', '116730.00'],
      ['390200', '0.00'],
      ['610100', '0.00'],
    ],
    items: [
      ['S001', '1000.00', '0.00'],
      ['C001', '99000.00', '76230.00'],
      ['C002', '50000.00', '40500.00'],
    ],
    unconfirmed: [expect.stringContaining('2025年9月28日')],
  })
  expect(settled.setlinfo).not.toHaveProperty('hifob_pay')
})
