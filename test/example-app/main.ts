import { CaseError, describeIssue, settle, type SettleInput } from './policy/clinic.policy'

const visits: readonly SettleInput[] = [
  { visit: { status: 'active', on: '2024-12-31', total: '1200.50', deductiblePaid: 0 } },
  { visit: { status: 'active', on: '2025-01-01', total: '1200.50', deductiblePaid: 0 } },
  { visit: { status: 'retired', on: '2025-06-30', total: 88, deductiblePaid: '120.00' } },
  { visit: { status: 'retired', on: '2026-01-01', total: '88.005', deductiblePaid: '120.00' } },
]

for (const input of visits) {
  const { on, total } = input.visit
  try {
    const { edition, deductible, fund, cash } = settle(input)
    console.log(`${on} ${total}元：起付线 ${deductible}，基金 ${fund}，现金 ${cash}（${edition}年度）`)
  } catch (problem) {
    if (!(problem instanceof CaseError)) throw problem
    console.log(`${on} ${total}元：${problem.issues.map((issue) => describeIssue(issue, 'zh')).join('；')}`)
  }
}
