import { describe, expect, test } from 'vitest'
import { addDays, addMonths, boundary, formatDate, formatMonth, fullYears, monthOf } from '../../runtime/index.ts'
import { OPEN_ENDED, parseDate, parseMonth } from '../../runtime/index.ts'

const day = (text: string): number => {
  const number = parseDate(text)
  if (number === null) throw new Error(`${text} is no date`)
  return number
}

const daysIn = (year: number): number[] => {
  const isLeap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

const iso = (year: number, month: number, dayOfMonth: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`

// The calendar, counted day by day. 1 January 1900 is 70 years, 17 of them leap years, before 1970: 25 567 days.
function* calendar(first: number, last: number): Generator<[number, string]> {
  let number = -25_567
  for (let year = 1900; year <= last; year++)
    for (const [month, days] of daysIn(year).entries())
      for (let dayOfMonth = 1; dayOfMonth <= days; dayOfMonth++, number++)
        if (year >= first) yield [number, iso(year, month + 1, dayOfMonth)]
}

test('every day from 1900 to 2100 has the next number', () => {
  for (const [number, text] of calendar(1900, 2100)) {
    if (parseDate(text) !== number || formatDate(number) !== text)
      expect([text, parseDate(text)]).toEqual([text, number])
  }
  expect(day('1970-01-01')).toBe(0)
  // 2000-03-01: 30 years of 365 days, 7 leap days (1972 to 1996), 31 + 29 days of 2000.
  expect(day('2000-03-01')).toBe(30 * 365 + 7 + 60)
  expect(formatDate(day('9999-12-31'))).toBe('9999-12-31')
})

describe('parseDate', () => {
  test.each([
    '2023-02-30',
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-01-32',
    '1899-12-31',
    '0000-01-01',
    '2021-7-1',
    '2021/07/01',
    '20210701',
    '2021-12-31T23:59',
    ' 2021-12-31',
    '2021-12-31 ',
    '2021-12-31\n',
    '２０２１-12-31',
    '+2021-12-31',
    '10000-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  test('knows the leap days', () => {
    expect(formatDate(day('2000-02-29') + 1)).toBe('2000-03-01')
    expect(formatDate(day('2024-02-28') + 1)).toBe('2024-02-29')
    expect(formatDate(day('2100-02-28') + 1)).toBe('2100-03-01')
  })

  test('does not depend on the zone of the machine', () => {
    const zone = process.env['TZ']
    try {
      for (const TZ of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
        process.env['TZ'] = TZ
        expect(formatDate(day('2021-07-01'))).toBe('2021-07-01')
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('addMonths', () => {
  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2023-05-31', 0, '2023-05-31'],
    ['2023-02-01', 12, '2024-02-01'],
    ['2023-11-30', 3, '2024-02-29'],
  ])('%s + %i months is %s', (from, months, to) => {
    expect(formatDate(addMonths(day(from), months))).toBe(to)
  })

  test('is the same day of the month, or the last one where there is no such day', () => {
    for (const [number, text] of calendar(1995, 2006))
      for (const months of [-13, -1, 1, 2, 11, 12, 25]) {
        const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number)
        const count = year * 12 + month - 1 + months
        const last = daysIn(Math.floor(count / 12))[count % 12] ?? 0
        const expected = iso(Math.floor(count / 12), (count % 12) + 1, Math.min(dayOfMonth, last))
        if (formatDate(addMonths(number, months)) !== expected) expect([text, months]).toBe(expected)
      }
  })
})

describe('fullYears', () => {
  test.each([
    ['1978-03-10', '2023-03-09', 44],
    ['1978-03-10', '2023-03-10', 45],
    ['1978-03-10', '2023-03-11', 45],
    ['2000-02-29', '2001-02-27', 0],
    ['2000-02-29', '2001-02-28', 1],
    ['2000-02-29', '2004-02-28', 3],
    ['2000-02-29', '2004-02-29', 4],
    ['2023-03-10', '2023-03-10', 0],
    ['2023-03-10', '2023-03-09', -1],
    ['2023-03-10', '2022-03-10', -1],
    ['2023-03-10', '2022-03-09', -2],
  ])('from %s to %s: %i', (from, to, years) => {
    expect(fullYears(day(from), day(to))).toBe(years)
  })

  test('is the number of birthdays that have come', () => {
    for (const birth of ['1996-02-29', '1996-02-28', '1996-12-31', '1996-01-01']) {
      let years = -1
      for (const [number, text] of calendar(1996, 2010)) {
        if (text < birth) continue
        const [, month, dayOfMonth] = birth.split('-')
        const clamped = birth.endsWith('02-29') && daysIn(Number(text.slice(0, 4)))[1] === 28 ? '28' : dayOfMonth
        if (text.slice(5) === `${month}-${clamped}`) years++
        if (fullYears(day(birth), number) !== years) expect([birth, text, fullYears(day(birth), number)]).toBe(years)
      }
      expect(years).toBe(14)
    }
  })
})

describe('boundary and monthOf', () => {
  const edges = (text: string) => [
    formatDate(boundary(day(text), 'first', 'month')),
    formatDate(boundary(day(text), 'last', 'month')),
    formatDate(boundary(day(text), 'first', 'year')),
    formatDate(boundary(day(text), 'last', 'year')),
  ]
  test.each([
    ['2024-02-29', ['2024-02-01', '2024-02-29', '2024-01-01', '2024-12-31'], 2],
    ['2023-02-28', ['2023-02-01', '2023-02-28', '2023-01-01', '2023-12-31'], 2],
    ['2023-12-31', ['2023-12-01', '2023-12-31', '2023-01-01', '2023-12-31'], 12],
    ['2023-04-30', ['2023-04-01', '2023-04-30', '2023-01-01', '2023-12-31'], 4],
    ['1900-02-01', ['1900-02-01', '1900-02-28', '1900-01-01', '1900-12-31'], 2],
    ['2000-01-01', ['2000-01-01', '2000-01-31', '2000-01-01', '2000-12-31'], 1],
  ])('of %s', (text, expected, month) => {
    expect(edges(text)).toEqual(expected)
    expect(monthOf(day(text))).toBe(month)
  })

  test('of every day are those of the calendar', () => {
    for (const [number, text] of calendar(1999, 2005)) {
      const [year = 0, month = 0] = text.split('-').map(Number)
      const last = iso(year, month, daysIn(year)[month - 1] ?? 0)
      const expected = [iso(year, month, 1), last, iso(year, 1, 1), iso(year, 12, 31)]
      if (edges(text).join() !== expected.join()) expect([text, edges(text)]).toEqual([text, expected])
      if (monthOf(number) !== month) expect([text, monthOf(number)]).toEqual([text, month])
    }
  })
})

test('a month is its first day', () => {
  expect(parseMonth('2022-09')).toBe(day('2022-09-01'))
  expect(
    ['2022-9', '2022-13', '2022-00', '2022-09-01', '1899-12', '202209', '2022-09 ', '２０22-09'].map(parseMonth),
  ).toEqual(Array.from({ length: 8 }, () => null))
  expect(formatMonth(day('2024-02-29'))).toBe('2024-02')
})

test('an open end is later than every date, and stays so', () => {
  expect(OPEN_ENDED).toBeGreaterThan(day('9999-12-31'))
  expect(addMonths(OPEN_ENDED, 12)).toBe(OPEN_ENDED)
  expect(addDays(OPEN_ENDED, -1)).toBe(OPEN_ENDED)
  expect(addDays(day('2024-02-28'), 2)).toBe(day('2024-03-01'))
  expect(() => formatDate(OPEN_ENDED)).toThrow(RangeError)
  expect(boundary(OPEN_ENDED, 'last', 'month')).toBe(OPEN_ENDED)
  expect(() => monthOf(OPEN_ENDED)).toThrow(RangeError)
  expect(() => formatMonth(OPEN_ENDED)).toThrow(RangeError)
  expect(() => fullYears(0, OPEN_ENDED)).toThrow(RangeError)
})
