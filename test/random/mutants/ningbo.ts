import { isDeepStrictEqual } from 'node:util'
import { compile } from '../../../compiler/compile.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import type { Program } from '../../../compiler/program/program.ts'
import type { Bill, Settlement } from '../../ningbo/bill.ts'
import { randomBill, seededRandom } from '../../ningbo/bills.ts'
import { completeBill, handBills } from '../../ningbo/hand.ts'
import { costsOf, handItemBills, itemCodes, itemsBase, yuan } from '../../ningbo/items.ts'
import { referenceSettle } from '../../ningbo/reference.ts'
import { generated } from '../compare.ts'
import { load } from '../generated.ts'
import { proofOf } from './idle.ts'
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
 * an impossible one is settled. `idle`: nothing can show it, which is proved. `survived`: random bills show it, or nothing does though it is not proved.
 */
export interface Fate {
  readonly mutant: Mutant
  readonly fate: 'refused' | 'killed' | 'idle' | 'survived'
  /** The bill that told, or the random bill that should have had a brother among those by hand; the proof. */
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
  if (witness !== null) return { mutant, fate: 'survived', by: `differs on ${JSON.stringify(witness)}` }
  const proof = proofOf(mutant.what)
  return proof === null
    ? { mutant, fate: 'survived', by: 'no bill shows it, and nobody has proved that none can' }
    : { mutant, fate: 'idle', by: proof }
}

/** The first bill by hand that comes out wrong. */
function killerOf(program: Program): string | null {
  for (const { name, given, expect } of handBills) {
    const result = interpret(program, completeBill(given))
    if (!result.ok || !agrees(result.evaluation.output, expect)) return name
  }
  for (const { given, why, expect } of handItemBills) {
    const result = interpret(program, { ...itemsBase, ...given })
    if (!result.ok || !agrees(result.evaluation.output, expect)) return why
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
const draw = (options: number): number => Math.floor(random() * options)

/** A random bill, and what has to come of it. */
export interface Settled {
  readonly given: object
  readonly settlement: Settlement
}
const byFigures = (bill: Bill): Settled => ({ given: bill, settlement: referenceSettle(bill) })

/** With items in the place of its figures: small amounts, for the roundings, and others about the limits of catalogues. */
function byItems({ costs: _figures, ...bill }: Bill): Settled {
  const lines = Array.from({ length: 1 + draw(5) }, () => ({
    code: itemCodes[draw(itemCodes.length)] ?? '',
    fen: draw(2) === 0 ? draw(300) : draw(300_000),
  }))
  const items = lines.map(({ code, fen }) => ({ code, amount: yuan(fen) }))
  const costs = costsOf(lines, bill.visit.place, bill.visit.settledOn)
  return { given: { ...bill, items }, settlement: referenceSettle({ ...bill, costs }) }
}

const randomBills = <Made>(make: (bill: Bill) => Made): Made[] =>
  Array.from({ length: 3_000 }, () => make(randomBill(random)))
/** Random bills with what has to come of them: by figures, then by items. */
export const settledBills: readonly Settled[] = [...randomBills(byFigures), ...randomBills(byItems)]

/** A random bill on which the mutant differs from the reference. */
async function witnessAgainst(program: Program): Promise<object | null> {
  const settle = await load(program)
  const witness = settledBills.find(({ given, settlement }) => {
    const result = generated(settle, given)
    return !result.ok || !isDeepStrictEqual(result.output, settlement)
  })
  return witness?.given ?? null
}
