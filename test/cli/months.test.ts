/** `daiyu diff`, month by month: for an example of the policy, or a case that is given. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Flips } from '../../compiler/diff/months/flips.ts'
import { readPage } from '../handbook/read-page.ts'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'

const years = 'ningbo.employee.retirementYears'
const transition = ['diff', `${years}@20年`, `${years}@衔接期`]
const flipsIn = (out: string): Flips => (JSON.parse(out) as { flips: Flips }).flips

const given = {
  retiredOn: '2021-10-01',
  topUpOn: '2021-10-08',
  levyBaseAtRetirement: '4000.00',
  levyBaseAtTopUp: '4000.00',
  averageWage2007: '2000.00',
  newlyInsuredFrom202107: true,
  months: {
    deemed: 0,
    basicBefore202107: 30,
    twoToOne: 0,
    fourToOne: 0,
    transferredBefore202107: 0,
    basicFrom202107: 0,
    transferredFrom202107: 0,
  },
}

it('says in which months the rule flips, for the first example of the policy', () => {
  const { status, out, error } = daiyu([...transition, '--language', 'en'])
  expect({ status, error }).toEqual({ status: 0, error: '' })
  // Of what the edition only names, nothing is written that could have become something else.
  expect(out).toContain('  Because of under15年_requiredMonths.\n')
  expect(out).toContain('Month by month\nExample 2022年退休，179个月, from no months on, all else as it is')
  expect(out).toContain(
    '  months.basicBefore202107 (months.deemed, months.transferredBefore202107 alike)\n    rule: 0–177 months 20-year → 15-year; from 178 months on the same\n',
  )
})

it('takes a case, and two kinds of months for the grid', () => {
  const along = 'months.twoToOne,months.transferredBefore202107'
  const { status, out, error } = daiyu([...transition, '--case', '-', '--along', along, '--format', 'json'], {
    input: JSON.stringify(given),
  })
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const flips = flipsIn(out)
  expect(flips.case).toEqual({ label: null, input: given })
  expect([flips.grid?.across, flips.grid?.up]).toEqual(along.split(','))
  // Of who is newly insured, months from elsewhere before July 2021 count like those after it: N035.
  const [first] = flips.along
  expect(new Set([first?.path, ...(first?.alike ?? [])])).toEqual(
    new Set(['months.basicFrom202107', 'months.transferredBefore202107', 'months.transferredFrom202107']),
  )
  // 30 months are 40 under the 20-year rule: 180 − 30 = 150 months to go, or 240 − 40 = 200. A month costs 292 yuan
  // under the 15-year rule, and 90 % of it, 262.80, under the 20-year rule in the transition. Once the one has d months
  // to go, the other has d + 50: that is dearer until nothing is missing there either, 200 months on.
  expect(first?.outputs.find(({ output }) => output === 'rule')?.runs).toEqual([
    { from: 0, to: 199, is: '20-year → 15-year' },
    { from: 200, to: null, is: 'same' },
  ])
})

it('is a part of the page, with the flips among the findings', () => {
  const { status, out } = daiyu([...transition, '--format', 'html', '--language', 'zh'])
  expect(status).toBe(0)
  const { text, ids } = readPage(out)
  expect(ids).toContain('months')
  expect(text).toContain('按旧基本医保月数：适用规则：0–177 个月二十年 → 十五年；178 个月起相同。')
})

it.each([
  [['--along', 'months.deemed'], 2, '--along takes two different months'],
  [['--along', 'months.deemed,months.deemed'], 2, '--along takes two different months'],
  [['--along', 'months.deemed,months.none'], 2, 'There are: months.deemed, '],
  [['--case', 'none.json'], 2, 'none.json'],
] as const)('refuses %j', (words, code, says) => {
  const { status, error } = daiyu([...transition, ...words])
  expect(status).toBe(code)
  expect(error).toContain(says)
})

it('refuses a case that can’t be settled, more than one case, and months where there are none', () => {
  const wrong = daiyu([...transition, '--case', '-'], { input: JSON.stringify({ ...given, retiredOn: null }) })
  expect(wrong.status).toBe(1)
  expect(wrong.error).toContain('retiredOn')
  const cwd = folderWith()
  writeFileSync(join(cwd, 'cases.ndjson'), '{}\n{}\n')
  const small = ['diff', 'test.small.settle@2022', 'test.small.settle@2023']
  expect(daiyu([...small, '--case', 'cases.ndjson'], { cwd })).toMatchObject({ status: 2 })
  const many = daiyu([...transition, '--case', join(cwd, 'cases.ndjson')])
  expect(many.status).toBe(2)
  expect(many.error).toContain('more than one case')
})
