/** The small decisions agree with their reference on random cases, drawn near the days and amounts where rules change. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { decisionNamed, type Decision } from './decision.ts'
import { accountCredit, benefitStart, contribution, dayAfter, dayBefore, deadline, monthsLater } from './reference.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const anyDay = fc
  .record({
    year: fc.integer({ min: 2019, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`)
const day = fc.oneof(
  anyDay,
  anyDay.map((each) => dayBefore(`${each.slice(0, 8)}01`)),
  fc.constantFrom('2020-02-29', '2024-02-29', '2023-02-28', '2021-12-31', '2022-01-01', '2023-12-31'),
)
/** A day and a birth near the one so many years before it. */
const dayAndBirth = fc
  .record({ on: day, years: fc.constantFrom(20, 44, 45, 46, 69, 70, 71), by: fc.constantFrom(-1, 0, 1) })
  .map(({ on, years, by }) => {
    const born = monthsLater(on, -12 * years)
    return { on, birthDate: by < 0 ? dayBefore(born) : by > 0 ? dayAfter(born) : born }
  })
const amount = fc.oneof(
  fc.integer({ min: 0, max: 4_000_000 }),
  fc
    .record({
      at: fc.constantFrom(395_700, 446_200, 481_200, 501_300, 1_978_300, 2_231_100, 2_406_000, 2_493_000, 2_506_500),
      by: fc.integer({ min: -3, max: 3 }),
    })
    .map(({ at, by }) => at + by),
)
const money = amount.map((fen) => `${Math.floor(fen / 100)}.${two(fen % 100)}`)
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

/** Whatever the reference says, the interpreter says, and generated code what the interpreter says. */
function agrees<Input>(name: string, inputs: fc.Arbitrary<Input>, reference: (input: Input) => object | null): void {
  describe(name, () => {
    let decision: Decision
    beforeAll(async () => {
      decision = await decisionNamed(name)
    })
    test('agrees with its reference', () => {
      fc.assert(
        fc.property(inputs, (input) => {
          const expected = reference(input)
          const result = decision.interpreted(input)
          if (expected === null) expect(result).toMatchObject([{ code: 'no-edition' }])
          else expect(result).toMatchObject(expected)
          expect(decision.generated(input)).toEqual(result)
        }),
        { numRuns: 500 },
      )
    })
  })
}

agrees(
  'ningbo.employee.contribution',
  fc.record({
    month: day.map((each) => each.slice(0, 7)),
    category: fc.constantFrom('employee', 'employee', 'flexible', 'unemployed', 'retiredContinuing'),
    wage: money,
  }),
  contribution,
)
agrees(
  'ningbo.employee.accountCredit',
  fc
    .record({
      days: dayAndBirth,
      status: fc.constantFrom('active', 'retired'),
      base: money,
      joinedOn: orNull(day),
    })
    .map(({ days, ...rest }) => ({ ...days, ...rest })),
  accountCredit,
)
agrees(
  'ningbo.employee.benefitStart',
  fc.record({
    category: fc.constantFrom('employee', 'flexible'),
    event: fc.constantFrom('first', 'continued', 'fromResident'),
    registeredOn: day,
    paidOn: orNull(day),
    gapMonths: fc.integer({ min: 0, max: 5 }),
    benefitsNormal: fc.boolean(),
  }),
  benefitStart,
)
const claim = fc.record({ invoicedOn: day, incurredOn: day, specialCircumstances: fc.boolean() })
for (const city of ['ningbo', 'nantong'] as const) {
  agrees(`${city}.manualClaim.deadline`, claim, (input) => deadline(input, city))
}
