import { describe, expect, test } from 'vitest'
import * as make from './make.ts'
import {
  and,
  arithmetic,
  cases,
  compare,
  exact,
  integrate,
  is,
  money,
  not,
  or,
  rate,
  round,
  schedule,
  when,
} from './make.ts'
import { valueOf } from './make.ts'

const yuan = (text: string) => exact(text, money)
const holds = (condition: Parameters<typeof not>[0]) => valueOf(condition)

describe('arithmetic', () => {
  test('is exact', () => {
    // 180 × 4/3 = 240; 73/63 × 63 = 73.
    expect(valueOf(arithmetic('multiply', exact('180'), exact('4/3')))).toBe(240)
    expect(valueOf(arithmetic('multiply', exact('73/63'), exact('63')))).toBe(73)
    expect(valueOf(arithmetic('divide', exact('1'), exact('3')))).toBe('1/3')
    expect(valueOf(arithmetic('add', yuan('0.1'), yuan('0.2')))).toBe('0.30')
    expect(valueOf(arithmetic('subtract', yuan('1'), yuan('1.05')))).toBe('-0.05')
    expect(valueOf(arithmetic('lesser', yuan('1'), yuan('2')))).toBe('1.00')
    expect(valueOf(arithmetic('greater', yuan('1'), yuan('2')))).toBe('2.00')
  })

  test('rounds where it says so, half away from zero', () => {
    const fen = (text: string) => valueOf(round(yuan(text)))
    expect(['0.125', '-0.125', '2.675', '1.005'].map(fen)).toEqual(['0.13', '-0.13', '2.68', '1.01'])
    expect(valueOf(round(exact('239.2'), 'up', 0))).toBe(240)
    expect(valueOf(round(exact('239.8'), 'down', 0))).toBe(239)
    expect(valueOf(round(yuan('0.125'), 'halfEven'))).toBe('0.12')
  })

  test('a division by zero is an issue that names what was computed', () => {
    const ratio = arithmetic('divide', yuan('1'), yuan('0'), make.number)
    const definitions = [make.define('ratio', ratio, { label: '占比' })]
    expect(valueOf(make.ref('ratio', make.number), { definitions })).toEqual([
      { code: 'division-by-zero', path: '', value: null, facts: { label: '占比' } },
    ])
  })
})

describe('conditions', () => {
  test('compare numbers and dates', () => {
    expect(holds(compare(exact('1/3'), 'less', exact('1/2')))).toBe(true)
    expect(holds(compare(exact('1'), 'less', exact('1')))).toBe(false)
    expect(holds(compare(exact('1'), 'lessOrEqual', exact('1')))).toBe(true)
    expect(holds(compare(exact('2/4'), 'equal', exact('1/2')))).toBe(true)
    expect(holds(compare(make.day('2023-12-31'), 'less', make.day('2024-01-01')))).toBe(true)
    expect(holds(compare(make.day('9999-12-31'), 'less', make.openEnded))).toBe(true)
  })

  test('look at members and places', () => {
    expect(holds(make.isOneOf(make.member('tertiary'), 'community', 'tertiary'))).toBe(true)
    expect(holds(make.isOneOf(make.member('tertiary'), 'community'))).toBe(false)
    expect(holds(make.liesIn(make.area('330281'), make.area('3302')))).toBe(true)
    expect(holds(make.liesIn(make.area('310000'), make.widen(make.area('330281'), 'province')))).toBe(false)
  })

  test('stop at the part that decides', () => {
    const broken = compare(arithmetic('divide', exact('1'), exact('0')), 'less', exact('1'))
    expect(holds(and(is(false), broken))).toBe(false)
    expect(holds(or(is(true), broken))).toBe(true)
    expect(holds(and(is(true), not(is(false))))).toBe(true)
    expect(holds(or())).toBe(false)
    expect(holds(and())).toBe(true)
  })

  test('cases take the first branch that holds', () => {
    const value = (first: boolean, second: boolean) =>
      valueOf(cases([when(is(first), exact('1')), when(is(second), exact('2'))], exact('3')))
    expect([value(true, true), value(false, true), value(false, false)]).toEqual([1, 2, 3])
  })

  test('what is not stated may stand, but not be used', () => {
    const definitions = [make.define('fee', cases([when(is(false), yuan('1'))], null))]
    expect(valueOf(exact('1'), { definitions })).toBe(1)
    expect(() => valueOf(make.ref('fee', money), { definitions })).toThrow(
      'fee is used where the policy does not state it',
    )
  })
})

describe('schedules', () => {
  const type = make.bands('35000', '70000')
  const patientPays = schedule(type, '0.20', '0.15', '0.05')
  const fundPays = arithmetic('subtract', exact('1', rate), patientPays, type)

  test('take each part of an amount at the rate of its band', () => {
    // From 1 200 to 100 000: 33 800 × 80% + 35 000 × 85% + 30 000 × 95% = 27 040 + 29 750 + 28 500 = 85 290.
    expect(valueOf(integrate(fundPays, yuan('1200'), yuan('100000')))).toBe('85290.00')
    // From 35 000 to 70 000, the edges themselves: 35 000 × 85% = 29 750.
    expect(valueOf(integrate(fundPays, yuan('35000'), yuan('70000')))).toBe('29750.00')
    expect(valueOf(integrate(fundPays, yuan('500'), yuan('500')))).toBe('0.00')
    expect(valueOf(integrate(fundPays, yuan('500'), yuan('400')))).toBe('0.00')
  })

  test('are lowered band by band, never below zero', () => {
    const lowered = arithmetic(
      'greater',
      arithmetic('subtract', patientPays, exact('0.10', rate), type),
      exact('0', rate),
      type,
    )
    // 20% − 10, 15% − 10, 5% − 10 but not below 0: 35 000 × 10% + 35 000 × 5% + 0 = 3 500 + 1 750.
    expect(valueOf(integrate(lowered, yuan('0'), yuan('100000')))).toBe('5250.00')
  })

  test('with different edges meet on the edges of both', () => {
    const other = schedule(make.bands('50000'), '0.10', '0')
    const sum = arithmetic('add', patientPays, other, make.bands('35000', '50000', '70000'))
    // 35 000 × 30% + 15 000 × 25% + 20 000 × 15% + 30 000 × 5% = 10 500 + 3 750 + 3 000 + 1 500.
    expect(valueOf(integrate(sum, yuan('0'), yuan('100000')))).toBe('18750.00')
  })

  test('are one rate everywhere where only one is given', () => {
    const flat = cases([when(is(true), exact('0.92', rate))], null, type)
    expect(valueOf(integrate(flat, yuan('0'), yuan('100000')))).toBe('92000.00')
  })
})

describe('dates and absence', () => {
  const written = { kind: 'date', openEnded: false } as const
  const value = (expr: ReturnType<typeof make.day>) => valueOf({ ...expr, type: written })

  test('months are clamped, open ends stay open', () => {
    expect(value(make.later(make.day('2024-02-29'), 'addMonths', exact('12')))).toBe('2025-02-28')
    expect(value(make.later(make.day('2024-02-28'), 'addDays', exact('1')))).toBe('2024-02-29')
    const open = make.later(make.openEnded, 'addMonths', exact('12'))
    expect(holds(compare(make.day('2024-01-01'), 'less', open))).toBe(true)
    expect(valueOf(make.fullYears(make.day('1978-03-10'), make.day('2023-03-10')))).toBe(45)
  })

  test('the ends of a month and of a year', () => {
    const leapDay = make.day('2024-02-29')
    const ends = (['month', 'year'] as const).flatMap((of) =>
      (['first', 'last'] as const).map((side) => value(make.boundary(leapDay, side, of))),
    )
    expect(ends).toEqual(['2024-02-01', '2024-02-29', '2024-01-01', '2024-12-31'])
    expect(valueOf(make.monthOf(leapDay))).toBe(2)
    expect(holds(compare(leapDay, 'less', make.boundary(make.openEnded, 'last', 'month')))).toBe(true)
    expect(holds(make.isAbsent(make.boundary(make.absent(make.date), 'last', 'month')))).toBe(true)
    expect(holds(make.isAbsent(make.monthOf(make.absent(make.date))))).toBe(true)
  })

  test('absence spreads through what is computed from it, and ends at orElse', () => {
    const noDate = make.absent(make.date)
    const year = make.later(noDate, 'addMonths', exact('12'))
    expect(value(make.orElse(year, make.day('2023-01-02')))).toBe('2023-01-02')
    expect(holds(make.isAbsent(arithmetic('add', make.absent(money), yuan('1'))))).toBe(true)
    expect(holds(make.isAbsent(round(make.absent(money))))).toBe(true)
    expect(valueOf(make.absent(make.date))).toBeNull()
    expect(valueOf({ ...make.day('2023-01-02'), type: make.optional(written) })).toBe('2023-01-02')
  })
})

describe('exactly', () => {
  const line = (value: string) => valueOf(make.exactly(yuan(value), yuan('100'), 'costs.ownExpense', '账单自费'))

  test('takes what lies between zero and the limit', () => {
    expect([line('0'), line('100'), line('33.33')]).toEqual(['0.00', '100.00', '33.33'])
  })

  test.each(['100.01', '-0.01'])('refuses %s with the path', (value) => {
    expect(line(value)).toEqual([
      { code: 'amount-outside', path: 'costs.ownExpense', value, facts: { label: '账单自费', limit: '100.00' } },
    ])
  })
})
