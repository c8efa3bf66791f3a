import { isDeepStrictEqual } from 'node:util'
import { compile } from '../../../compiler/compile.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import type { Program } from '../../../compiler/program/program.ts'
import type { Bill } from '../../ningbo/bill.ts'
import { randomBill, seededRandom } from '../../ningbo/bills.ts'
import { completeBill, handBills } from '../../ningbo/hand.ts'
import { referenceSettle } from '../../ningbo/reference.ts'
import { generated } from '../compare.ts'
import { load } from '../generated.ts'
import { mutantsOf, type Families, type Mutant } from './mutate.ts'
import { settlePolicy, settleWords } from '../../ningbo/policy-text.ts'

const policy = settlePolicy()

/** Choices that the policy asks about; a value of one may be mistaken for another. */
const families: Families = [
  ['在职', '退休'],
  ['普通门诊', '住院', '门诊特殊病种', '家庭病床'],
  ['三级', '二级', '一级', '社区'],
  ['本地', '省内异地', '长期异地居住', '异地转诊', '临时外出', '急诊抢救'],
  ['北京', '天津', '上海', '海南', '重庆', '西藏', '宁波市'],
  ['入院日期', '结算日期', '生效日期', '申办日期', '终止日期'],
]

/** All mutants of the Ningbo settlement. */
export const ningboMutants: readonly Mutant[] = mutantsOf(policy, families)

/**
 * What became of a mutant. `refused`: it does not compile. `killed`: a bill worked out by hand comes out wrong, or
 * an impossible one is settled. `idle`: nothing shows it, not even 3 000 random bills. `survived`: those do.
 */
export interface Fate {
  readonly mutant: Mutant
  readonly fate: 'refused' | 'killed' | 'idle' | 'survived'
  /** The bill that told, or the random bill that should have had a brother among those by hand. */
  readonly by: string
}

export async function fateOf(mutant: Mutant): Promise<Fate> {
  const { programs, problems } = compile([...settleWords, { name: 'mutant.policy', text: mutant.text }])
  const [error] = problems.filter(({ severity }) => severity === 'error')
  const [program] = programs
  if (error || !program) return { mutant, fate: 'refused', by: error?.code ?? '' }
  const killer = killerOf(program)
  if (killer !== null) return { mutant, fate: 'killed', by: killer }
  const witness = await witnessAgainst(program)
  return { mutant, fate: witness === null ? 'idle' : 'survived', by: witness === null ? '' : JSON.stringify(witness) }
}

/** The first bill by hand that comes out wrong. */
function killerOf(program: Program): string | null {
  for (const { name, given, expect } of handBills) {
    const result = interpret(program, completeBill(given))
    if (!result.ok || !agrees(result.evaluation.output, expect)) return name
  }
  return impossible.find(([, given]) => interpret(program, completeBill(given)).ok)?.[0] ?? null
}

/** Bills that no settlement may take. */
const impossible: readonly (readonly [string, Parameters<typeof completeBill>[0]])[] = [
  ['the day before the edition', { visit: { settledOn: '2022-12-31', admittedOn: '2022-12-31' } }],
  ['the day after the edition', { visit: { settledOn: '2024-01-01', admittedOn: '2024-01-01' } }],
  ['own expense above the total', { costs: { total: '100.00', ownExpense: '100.01' } }],
  ['over-limit amount above what is left', { costs: { total: '100.00', ownExpense: '60.00', overLimit: '40.01' } }],
  ['first pay above what is left', { costs: { total: '100.00', ownExpense: '60.00', firstPay: '40.01' } }],
]

function agrees(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  return Object.entries(expected).every(([key, value]) => agrees((actual as Record<string, unknown>)[key], value))
}

const random = seededRandom(20_230_701)
const bills: readonly Bill[] = Array.from({ length: 3_000 }, () => randomBill(random))
const settlements = bills.map((bill) => referenceSettle(bill))

/** A random bill on which the mutant differs from the reference. */
async function witnessAgainst(program: Program): Promise<Bill | null> {
  const settle = await load(program)
  const index = bills.findIndex((bill, at) => {
    const result = generated(settle, bill)
    return !result.ok || !isDeepStrictEqual(result.output, settlements[at])
  })
  return bills[index] ?? null
}
