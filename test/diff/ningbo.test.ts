/** Ningbo's settlement: 2022 against 2023, and a reading against another. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { Cause } from '../../compiler/diff/exact/comparison.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Place, Program } from '../../compiler/program/program.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'
import { expectSound } from './sound.ts'

const read = (name: string): string => readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8')
const names = [...settleModules, 'ningbo/employee.settle', 'ningbo/employee.settle.year2022']
const files = [...settleWords, ...names.map((name) => ({ name: `${name}.policy`, text: read(name) }))]
const edition = (name: string, readings = {}): Program =>
  compile(files, readings).programs.find((each) => each.edition.name === name)!

const textOf = ({ file, start, end }: Place): string => files.find(({ name }) => name === file)!.text.slice(start, end)

it(
  '2022 against 2023: secondary hospitals and below out of the province gain 10 points, and nothing else',
  { timeout: 120_000 },
  () => {
    const [before, after] = [edition('2022'), edition('2023')]
    const comparison = diffPrograms(before, after)
    const { complete, limits, verdict, regions } = comparison
    expect({ complete, limits }).toEqual({ complete: true, limits: [] })
    expect(verdict).toMatchObject({
      setting: 'same',
      eligible: 'same',
      deductible: 'same',
      account: 'same',
      fund: 'neverLess',
      coPay: 'neverMore',
      criticalIllness: 'neverMore',
      fundTotal: 'neverLess',
      person: 'neverMore',
    })
    const fund = regions.filter(({ output }) => output === 'fund')
    expect(fund.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['sure', '0.1 × sharedSegment'],
      ['throughRounding', '0.1 × sharedSegment'],
    ])
    expect(fund[0]?.where).toContainEqual({ path: 'visit.tier', in: ['secondary', 'primary', 'community'] })
    const [setting] = fund[0]?.where.filter(({ path }) => path === 'setting') ?? []
    expect(setting && 'in' in setting ? setting.in.toSorted() : []).toEqual(['referral', 'temporary'])
    const written = ({ before: was, after: is }: Cause): readonly (string | null)[] =>
      [was, is].map((at) => at && textOf(at))
    // Both cells of the table that the text part tells, and no other.
    expect(fund[0]?.causes.map(written).toSorted()).toEqual([
      ['20个百分点', '10个百分点'],
      ['30个百分点', '20个百分点'],
    ])
    // A case that only 2023 settles: which promise is broken depends on the setting, and so does the cell.
    expect(regions.flatMap(({ output, causes }) => (output === 'refused' ? [causes.map(written)] : []))).toEqual([
      [['30个百分点', '20个百分点']],
      [['20个百分点', '10个百分点']],
    ])
    for (const output of Object.keys(verdict))
      expect(regions.filter((each) => each.output === output).length).toBeLessThan(25)
    expect(regions.filter(({ witness }) => witness === null)).toEqual([])
    expectSound(before, after, comparison, 200, '2022')
  },
)

it('C06: what a reduction adds to the co-payment counts for critical illness, or not', { timeout: 120_000 }, () => {
  const [before, after] = [edition('2023'), edition('2023', { C06: 'excluded' })]
  const comparison = diffPrograms(before, after)
  // Of bills that give items, not costs, the totals are not looked into.
  expect(comparison.limits.filter(({ why }) => why !== 'a total over a list')).toEqual([])
  expect(comparison.verdict).toMatchObject({ fund: 'same', criticalIllness: 'neverMore', person: 'neverLess' })
  expectSound(before, after, comparison, 200)
})

it('twice the same is the same, in every output', () => {
  const comparison = diffPrograms(edition('2023'), edition('2023'))
  expect(comparison).toMatchObject({ complete: true, regions: [], limits: [] })
  expect(new Set(Object.values(comparison.verdict))).toEqual(new Set(['same']))
})
