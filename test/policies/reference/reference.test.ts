/** Decisions of the contract against a reference written from the documents alone, on random cases full of edges. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decisionNamed, type Decision } from '../decision.ts'
import { accountCredit } from './account-credit.ts'
import { benefitStart } from './benefit-start.ts'
import { bills, claimCases, contributionCases, creditCases, filingCases, retirementCases, startCases } from './cases.ts'
import { contribution } from './contribution.ts'
import { crossProvince } from './cross-province.ts'
import { filingStatus, nantong, ningbo } from './filing.ts'
import { nantongEmployee } from './nantong.ts'
import { nantongDeadline, ningboDeadline } from './manual-claim.ts'
import { ningboEmployee } from './ningbo.ts'
import { retirementYears } from './retirement-years.ts'

/**
 * Interpreter and generated code say the same of each case, and what the reference says, field by field; where that
 * says null, they refuse the case.
 */
function agree<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  reference: (given: Case) => object | null,
  numRuns: number,
): void {
  describe(name, () => {
    let decision: Decision
    beforeAll(async () => {
      decision = await decisionNamed(name)
    })
    test('as the reference has it', () => {
      fc.assert(
        fc.property(cases, (given) => {
          const expected = reference(given)
          const actual = decision.interpreted(given)
          if (expected === null) expect(actual).toBeInstanceOf(Array)
          else expect(actual).toMatchObject(expected)
          expect(decision.generated(given)).toEqual(actual)
        }),
        { numRuns },
      )
    })
  })
}

agree('ningbo.employee.retirementYears', retirementCases, retirementYears, 2000)
agree('ningbo.employee.contribution', contributionCases, contribution, 2000)
agree('ningbo.employee.accountCredit', creditCases, accountCredit, 2000)
agree('ningbo.employee.benefitStart', startCases, benefitStart, 2000)
agree('ningbo.manualClaim.deadline', claimCases, ningboDeadline, 2000)
agree('nantong.manualClaim.deadline', claimCases, nantongDeadline, 2000)
agree('ningbo.filing.status', filingCases, (given) => filingStatus(ningbo, given), 2000)
agree('nantong.filing.status', filingCases, (given) => filingStatus(nantong, given), 2000)
agree('ningbo.employee.settle', fc.oneof(bills(2022), bills(2023)), ningboEmployee, 2000)
agree('zhejiang.crossProvince.settle', bills(2023), crossProvince, 2000)
agree('nantong.employee.settle', bills(2025), nantongEmployee, 2000)
