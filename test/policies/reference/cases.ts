/** Random cases, most of them on an edge: of a month, of an edition, of an age, of an amount. */
import fc from 'fast-check'
import type { CreditCase } from './account-credit.ts'
import type { StartCase } from './benefit-start.ts'
import type { Bill } from './bill.ts'
import { dayAfter, dayBefore, lengthOf, monthsLater, text } from './civil.ts'
import type { ContributionCase } from './contribution.ts'
import type { Filing, FilingCase } from './filing.ts'
import type { ClaimCase } from './manual-claim.ts'
import { ratio, written } from './rational.ts'
import type { RetirementCase } from './retirement-years.ts'

const wholeFen = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((fen) => written(ratio(fen, 100)))

/** An amount: an edge, a fen beside it, or any. */
function amounts(edges: readonly number[], most: number): fc.Arbitrary<string> {
  const beside = fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
    .map(([edge, off]) => written(ratio(Math.max(0, Math.round(edge * 100) + off), 100)))
  return fc.oneof(beside, wholeFen(0, most * 100))
}

/** A date of these years: on an edge or beside it, at the end of a month, or any. */
function dates(from: number, until: number, edges: readonly string[]): fc.Arbitrary<string> {
  const year = fc.integer({ min: from, max: until })
  const month = fc.integer({ min: 1, max: 12 })
  const any = fc
    .tuple(year, month, fc.integer({ min: 1, max: 31 }))
    .map(([y, m, day]) => text({ year: y, month: m, day: Math.min(day, lengthOf(y, m)) }))
  const ends = fc.tuple(year, month).map(([y, m]) => text({ year: y, month: m, day: lengthOf(y, m) }))
  const leapDays = year.map((y) => text({ year: y, month: 2, day: lengthOf(y, 2) }))
  const beside = fc
    .tuple(fc.constantFrom(...edges), fc.constantFrom(dayBefore, dayAfter, (date: string) => date))
    .map(([edge, move]) => move(edge))
  return fc.oneof({ weight: 3, arbitrary: beside }, any, ends, leapDays)
}

/** A date of birth that makes somebody one of these ages about a day. */
function births(on: string, ages: readonly number[]): fc.Arbitrary<string> {
  const about = fc
    .tuple(fc.constantFrom(...ages), fc.constantFrom(dayBefore, dayAfter, (date: string) => date))
    .map(([age, move]) => move(monthsLater(on, -12 * age)))
  return fc.oneof({ weight: 3, arbitrary: about }, fc.constantFrom('1952-02-29', '1976-02-29', '1980-02-29'))
}

const someMonths = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 4, 5, 157, 158, 159, 176, 177, 178, 179, 180, 181, 239, 240, 241),
  fc.integer({ min: 0, max: 300 }),
)
const fewMonths = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), someMonths)

/** Bases and averages near each other, so that now one and now the other makes the cheaper top-up. */
const wages = amounts([2181, 3957, 4462, 6005, 7437, 0, 0.01], 30_000)

export const retirementCases: fc.Arbitrary<RetirementCase> = fc.record({
  retiredOn: dates(2001, 2026, ['2016-02-01', '2016-01-31', '2021-07-01', '2021-12-31', '2022-01-01', '2021-09-15']),
  topUpOn: dates(2021, 2026, ['2022-01-01']),
  levyBaseAtRetirement: wages,
  levyBaseAtTopUp: wages,
  averageWage2007: wages,
  newlyInsuredFrom202107: fc.boolean(),
  months: fc.record({
    deemed: someMonths,
    basicBefore202107: fewMonths,
    twoToOne: fewMonths,
    fourToOne: fewMonths,
    transferredBefore202107: fewMonths,
    basicFrom202107: fewMonths,
    transferredFrom202107: fewMonths,
  }),
})

export const contributionCases: fc.Arbitrary<ContributionCase> = fc.record({
  month: dates(2019, 2026, ['2020-01-01', '2022-01-01', '2023-12-01', '2024-01-01', '2025-12-31']).map((date) =>
    date.slice(0, 7),
  ),
  category: fc.constantFrom('employee', 'flexible', 'unemployed', 'retiredContinuing'),
  wage: amounts([3957, 19783, 22311, 4462, 24060, 4812, 24930, 5013, 25065, 0], 40_000),
})

export const creditCases: fc.Arbitrary<CreditCase> = dates(2020, 2024, ['2021-01-01', '2023-01-01', '2024-01-01']).chain(
  (on) =>
    fc.record({
      status: fc.constantFrom('active', 'retired'),
      birthDate: births(on, [44, 45, 46, 69, 70, 71]),
      on: fc.constant(on),
      base: amounts([3957, 22311, 0, 0.01, 0.14, 0.15], 30_000),
      joinedOn: fc.oneof(fc.constant(null), fc.constant(on)),
    }),
)

export const startCases: fc.Arbitrary<StartCase> = fc.record({
  category: fc.constantFrom('employee', 'flexible'),
  event: fc.constantFrom('first', 'continued', 'fromResident'),
  registeredOn: dates(2020, 2026, ['2023-01-01', '2024-01-01', '2023-10-31', '2024-02-29', '2023-11-30']),
  paidOn: fc.oneof(
    fc.constant(null),
    dates(2020, 2026, ['2023-12-31', '2024-02-28', '2024-02-29', '2023-02-28', '2024-04-30']),
  ),
  gapMonths: fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, 5), fc.integer({ min: 0, max: 40 })),
  benefitsNormal: fc.boolean(),
})

export const claimCases: fc.Arbitrary<ClaimCase> = dates(2019, 2027, ['2024-02-29', '2023-02-28', '2024-12-31']).chain(
  (incurredOn) =>
    fc.record({
      invoicedOn: fc.oneof(fc.constant(incurredOn), fc.integer({ min: 0, max: 14 }).map((n) => monthsLater(incurredOn, n))),
      incurredOn: fc.constant(incurredOn),
      specialCircumstances: fc.boolean(),
    }),
)

/** Of Ningbo, the rest of Zhejiang, Nantong, the rest of Jiangsu; of whole provinces; of other prefectures. */
const places = fc.constantFrom(
  ...'330200 330212 330282 330100 330106 320600 320602 320500 320582'.split(' '),
  ...'310000 310101 310115 110000 120000 460000 460100 469001 500000 540000 542400'.split(' '),
  ...'440100 440103 440300 370200'.split(' '),
)

/** A filing for about that place and about that day. */
function filingsFor(place: string, on: string): fc.Arbitrary<Filing> {
  const about = dates(2021, 2026, [on, monthsLater(on, -12), monthsLater(on, -3), dayAfter(monthsLater(on, -12))])
  return fc.record({
    kind: fc.constantFrom('longTermResidence', 'referral', 'temporary'),
    region: fc.oneof(fc.constant(place), places),
    from: about,
    until: fc.oneof(fc.constant(null), about),
    madeOn: about,
  })
}

export const filingCases: fc.Arbitrary<FilingCase> = fc
  .tuple(places, dates(2021, 2026, ['2024-02-29', '2024-03-01', '2023-02-28', '2025-03-01', '2025-08-01']))
  .chain(([place, on]) =>
    fc.record({ filing: filingsFor(place, on), on: fc.constant(on), place: fc.constant(place) }),
  )

/** Days on which something changes: a year, home beds, an edition, a leap day. */
const visits: Readonly<Record<2022 | 2023 | 2025, readonly string[]>> = {
  2022: ['2022-01-01', '2022-02-28', '2022-12-31'],
  2023: ['2022-12-31', '2023-01-31', '2023-02-01', '2023-02-28'],
  2025: ['2025-08-01', '2025-12-31', '2026-02-28', '2025-08-31'],
}

const edges = [0, 300, 500, 600, 750, 900, 1000, 1200, 5000, 20_000, 35_000, 70_000, 100_000, 500_000]

const inFen = (written: string): number => Math.round(Number(written) * 100)

/** Now and then the total is a fen less than its parts. */
const costs: fc.Arbitrary<Bill['costs']> = fc
  .record({
    eligible: amounts(edges, 90_000),
    ownExpense: amounts([0, 0, 0.01], 40),
    overLimit: amounts([0, 0, 100], 40),
    firstPay: amounts([0, 0, 0.01], 200),
    missing: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ eligible, missing, ...parts }) => {
    const sum = [eligible, ...Object.values(parts)].reduce((fen, each) => fen + inFen(each), 0)
    return { total: written(ratio(Math.max(0, sum - missing), 100)), ...parts }
  })

/** A visit settled in that year or about one of its days, with filings for its place. */
export function bills(year: 2022 | 2023 | 2025): fc.Arbitrary<Bill> {
  return fc
    .tuple(places, dates(year, year, visits[year]), fc.constantFrom(0, 0, 1, 3, 40))
    .chain(([place, settledOn, stay]) => {
      const admittedOn = Array.from({ length: stay }).reduce<string>((date) => dayBefore(date), settledOn)
      return fc.record({
        person: fc.record({
          status: fc.constantFrom('active', 'retired'),
          birthDate: births(settledOn, [44, 45, 46, 60]),
          specialDiseaseFiled: fc.boolean(),
        }),
        visit: fc
          .record({
            kind: fc.constantFrom('outpatient', 'inpatient', 'specialOutpatient', 'homeBed'),
            tier: fc.constantFrom('tertiary', 'secondary', 'primary', 'community'),
            place: fc.constant(place),
            emergency: fc.boolean(),
            settledOn: fc.constant(settledOn),
          })
          .map((visit) => ({
            ...visit,
            admittedOn: visit.kind === 'outpatient' || visit.kind === 'specialOutpatient' ? settledOn : admittedOn,
          })),
        filings: fc.array(filingsFor(place, admittedOn), { maxLength: 3 }),
        costs,
        yearToDate: fc.record({
          inpatientEligible: amounts([0, ...edges], 100_000),
          deductiblePaid: amounts([0, 0, 300, 600, 1000, 1200, 1500], 1200),
          outpatientSelfPaid: amounts([0, 300, 600, 800, 900, 1000], 900),
          criticalIllnessBase: amounts(edges, 30_000),
          currentAccount: amounts([0, 0, 100, 1000], 3000),
        }),
      })
    })
}
