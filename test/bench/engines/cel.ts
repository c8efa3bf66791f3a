/** The inpatient bill in CEL, by `@marcbachmann/cel-js`, in whole fen: CEL's `int`, which JavaScript has as BigInt. */
import type { Bill, Settlement } from '../inpatient/bill.ts'
import { ownPackage, type Engine } from './engine.ts'

interface Cel {
  readonly Environment: new () => Environment
}
interface Environment {
  registerVariable(name: string, type: 'string' | 'int'): Environment
  registerFunction(signature: string, handler: (a: bigint, b: bigint) => bigint): Environment
  parse(expression: string): (context: Context) => unknown
}
type Context = Record<string, unknown>

/** The rules in the order in which they rest on each other. */
const rules: readonly (readonly [name: string, expression: string])[] = [
  ['standard', `tier == 'tertiary' ? 120000 : tier == 'community' ? 30000 : 60000`],
  ['points', `setting == 'temporary' ? 20 : setting == 'inProvince' || setting == 'referral' ? 10 : 0`],
  ['rate', `80 - points + (tier == 'community' ? 5 : 0) + (status == 'retired' ? 5 : 0)`],
  ['deductible', `least(eligible, greatest(0, standard - deductiblePaid))`],
  ['start', `inpatientEligible + deductible`],
  ['end', `inpatientEligible + eligible`],
  [
    'fund',
    `(greatest(0, least(end, 3500000) - start) * rate
    + greatest(0, least(end, 7000000) - greatest(start, 3500000)) * (rate + 5)
    + greatest(0, end - greatest(start, 7000000)) * (95 - points) + 50) / 100`,
  ],
  ['base', `criticalIllnessBase + eligible - fund`],
  [
    'criticalIllness',
    `(greatest(0, least(base, 2000000) - greatest(criticalIllnessBase, 500000)) * 80
    + greatest(0, least(base, 50000000) - greatest(criticalIllnessBase, 2000000)) * 90 + 50) / 100`,
  ],
  ['coPay', `eligible - deductible - fund`],
  ['person', `eligible - fund - criticalIllness`],
  ['deductiblePaidAfter', `deductiblePaid + deductible`],
]

/** Rule by rule, each an expression by itself that reads what came of those before. */
export async function celRules(): Promise<Engine> {
  const environment = await newEnvironment(rules.map(([name]) => name))
  const parsed = rules.map(([name, expression]) => ({ name, evaluate: environment.parse(expression) }))
  return engine('CEL (@marcbachmann/cel-js), rule by rule', (given) => {
    const context = { ...given }
    for (const { name, evaluate } of parsed) context[name] = evaluate(context)
    return context
  })
}

/** All rules nested in one expression, which nobody would read, but which is faster. */
export async function celNested(): Promise<Engine> {
  const environment = await newEnvironment([])
  const outputs = `{${rules.map(([name]) => `'${name}': ${name}`).join(', ')}}`
  const nested = rules.reduceRight((rest, [name, value]) => `cel.bind(${name}, ${value}, ${rest})`, outputs)
  const evaluate = environment.parse(nested)
  return engine('CEL (@marcbachmann/cel-js), nested in one expression', (given) => evaluate(given) as Context)
}

async function newEnvironment(names: readonly string[]): Promise<Environment> {
  const { Environment } = await ownPackage<Cel>('@marcbachmann/cel-js')
  let environment = new Environment()
    .registerFunction('least(int, int): int', (a, b) => (a < b ? a : b))
    .registerFunction('greatest(int, int): int', (a, b) => (a > b ? a : b))
  for (const name of ['status', 'tier', 'setting']) environment = environment.registerVariable(name, 'string')
  const amounts = ['eligible', 'inpatientEligible', 'deductiblePaid', 'criticalIllnessBase']
  for (const name of [...amounts, ...names]) environment = environment.registerVariable(name, 'int')
  return environment
}

function engine(name: string, settle: (given: Context) => Context): Engine {
  return {
    name,
    prepare: ({ person, visit, yearToDate }: Bill): Context => ({
      status: person.status,
      tier: visit.tier,
      setting: visit.setting,
      eligible: BigInt(visit.eligible),
      inpatientEligible: BigInt(yearToDate.inpatientEligible),
      deductiblePaid: BigInt(yearToDate.deductiblePaid),
      criticalIllnessBase: BigInt(yearToDate.criticalIllnessBase),
    }),
    settle: (given) => settle(given as Context),
    read: (output): Settlement => {
      const fen = (key: string): number => Number((output as Context)[key])
      return {
        deductible: fen('deductible'),
        coPay: fen('coPay'),
        fund: fen('fund'),
        criticalIllness: fen('criticalIllness'),
        person: fen('person'),
        yearToDate: {
          inpatientEligible: fen('end'),
          deductiblePaid: fen('deductiblePaidAfter'),
          criticalIllnessBase: fen('base'),
        },
      }
    },
  }
}
