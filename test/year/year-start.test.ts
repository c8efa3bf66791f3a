/** 累计年度: a day that every year has, and one only. */
import { expect, it } from 'vitest'
import { formatDate, parseDate } from '../../runtime/date.ts'
import { yearOf } from '../../compiler/year/benefit-year.ts'
import { found, policy } from '../problem/rule-policy.ts'

const rules = '支付比例 是指 80%\n  分担 费用\n    按比例 支付比例 四舍五入到分 计入 基金支付\n    其余 计入 个人支付'
const startingOn = (...starts: string[]) =>
  found(policy(`${starts.map((start) => `累计年度 始于 ${start}\n  `).join('')}${rules}`))

it('has to be a day of every year', () => {
  expect(startingOn('7月1日')).toEqual([])
  expect(startingOn('2月30日')).toEqual(['no-such-date 累计年度 始于 2月30日'])
  expect(startingOn('2月29日')).toEqual(['no-such-date 累计年度 始于 2月29日'])
})

it('is one day, however often it is said', () => {
  expect(startingOn('7月1日', '7月1日')).toEqual([])
  expect(startingOn('7月1日', '1月1日')).toEqual(['defined-twice 累计年度 始于 1月1日'])
})

it.each([
  [1, 1, '2023-12-31', '2023', '2023-01-01', '2023-12-31'],
  [1, 1, '2024-01-01', '2024', '2024-01-01', '2024-12-31'],
  [7, 1, '2024-06-30', '2023', '2023-07-01', '2024-06-30'],
  [7, 1, '2024-07-01', '2024', '2024-07-01', '2025-06-30'],
  [3, 1, '2024-02-29', '2023', '2023-03-01', '2024-02-29'],
])('a year that starts on %i-%i, on %s', (month, day, date, name, from, until) => {
  const year = yearOf({ month, day }, parseDate(date)!)
  expect([year.name, formatDate(year.from), formatDate(year.until)]).toEqual([name, from, until])
})
