/**
 * The inpatient bill with json-rules-engine: rules that say which standard, points and rates hold, as events; the
 * engine has no arithmetic, so that its host takes them and computes, here in whole fen.
 */
import { settings, type Bill, type Settlement, type YearToDate } from '../inpatient/bill.ts'
import { ownPackage, type Engine } from './engine.ts'

interface JsonRules {
  readonly Engine: new (rules: readonly object[]) => {
    run(facts: object): Promise<{ readonly events: readonly { readonly params?: object }[] }>
  }
}

interface Facts {
  readonly status: string
  readonly tier: string
  readonly setting: string
  readonly eligible: number
  readonly yearToDate: YearToDate
}

interface Found {
  readonly standard: number
  readonly points: number
  /** Percent of the three bands. */
  readonly rates: readonly [number, number, number]
}

const equal = (fact: string, value: string): object => ({ fact, operator: 'equal', value })
const among = (fact: string, value: readonly string[]): object => ({ fact, operator: 'in', value })
const others = ['tertiary', 'secondary', 'primary']
const pointsOff: Readonly<Record<string, number>> = { inProvince: 10, referral: 10, temporary: 20 }

const rule = (all: readonly object[], params: object): object => ({
  conditions: { all },
  event: { type: 'found', params },
})
const rules = [
  rule([equal('tier', 'tertiary')], { standard: 1200_00 }),
  rule([among('tier', ['secondary', 'primary'])], { standard: 600_00 }),
  rule([equal('tier', 'community')], { standard: 300_00 }),
  rule([equal('status', 'active'), equal('tier', 'community')], { rates: [85, 90, 95] }),
  rule([equal('status', 'active'), among('tier', others)], { rates: [80, 85, 95] }),
  rule([equal('status', 'retired'), equal('tier', 'community')], { rates: [90, 95, 95] }),
  rule([equal('status', 'retired'), among('tier', others)], { rates: [85, 90, 95] }),
  ...[0, 10, 20].map((points) =>
    rule(
      [
        among(
          'setting',
          settings.filter((setting) => (pointsOff[setting] ?? 0) === points),
        ),
      ],
      { points },
    ),
  ),
]

export async function jsonRules(): Promise<Engine> {
  const { Engine } = await ownPackage<JsonRules>('json-rules-engine')
  const engine = new Engine(rules)
  return {
    name: 'json-rules-engine',
    prepare: ({ person, visit, yearToDate }: Bill): Facts => ({
      status: person.status,
      tier: visit.tier,
      setting: visit.setting,
      eligible: visit.eligible,
      yearToDate,
    }),
    settle: async (facts) => {
      const { events } = await engine.run(facts as Facts)
      return settle(facts as Facts, Object.assign({}, ...events.map(({ params }) => params)) as Found)
    },
    read: (output) => output as Settlement,
  }
}

function settle({ eligible, yearToDate }: Facts, { standard, points, rates }: Found): Settlement {
  const deductible = Math.min(eligible, Math.max(0, standard - yearToDate.deductiblePaid))
  const end = yearToDate.inpatientEligible + eligible
  const fund = paid(
    yearToDate.inpatientEligible + deductible,
    end,
    [0, 35_000_00, 70_000_00, Infinity],
    rates.map((rate) => rate - points),
  )
  const base = yearToDate.criticalIllnessBase + eligible - fund
  const edges = [0, 5000_00, 20_000_00, 500_000_00, Infinity]
  const criticalIllness = paid(yearToDate.criticalIllnessBase, base, edges, [0, 80, 90, 0])
  return {
    deductible,
    coPay: eligible - deductible - fund,
    fund,
    criticalIllness,
    person: eligible - fund - criticalIllness,
    yearToDate: {
      inpatientEligible: end,
      deductiblePaid: yearToDate.deductiblePaid + deductible,
      criticalIllnessBase: base,
    },
  }
}

function paid(from: number, to: number, edges: readonly number[], rates: readonly number[]): number {
  let sum = 50
  for (const [band, rate] of rates.entries()) {
    sum += Math.max(0, Math.min(to, edges[band + 1]!) - Math.max(from, edges[band]!)) * rate
  }
  return Math.floor(sum / 100)
}
