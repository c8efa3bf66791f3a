/** How far differences go: bounds worked out by hand, and cases that reach them. */
import { expect, it } from 'vitest'
import { boundText } from '../../compiler/diff/report/bounds.ts'
import { wordsIn } from '../../compiler/diff/report/words.ts'
import type { Region } from '../../compiler/diff/exact/comparison.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { reachFaults } from './region.ts'
import { rulesOf, small, type Numbers } from './small.ts'

const numbers: Numbers = {
  deductibles: [10, 20],
  edges: [50, 100],
  rates: [80, 60, 40],
  cap: 30,
  topRate: 50,
  since: 15,
}
const regionsOf = (after: Partial<Numbers>, output: string): readonly Region[] => {
  const programs = [small(rulesOf(numbers)), small(rulesOf({ ...numbers, ...after }))] as const
  const { regions, limits } = diffPrograms(...programs)
  expect(limits).toEqual([])
  expect(regions.flatMap((region) => reachFaults(region, ...programs))).toEqual([])
  return regions.filter((region) => region.output === output && region.kind === 'sure')
}
const furthest = (regions: readonly Region[]): readonly (readonly [string | null, boolean])[] =>
  regions.map(({ most, reached }) => [most, reached.most !== null])

it('what a band pays more is bounded by its width', () => {
  // 70 instead of 60 % of what lies between 50 and 100 yuan: at most 10 % of 50 yuan.
  const regions = regionsOf({ rates: [80, 70, 40] }, 'fundPays')
  expect(furthest(regions)).toContainEqual(['5.00', true])
  expect(regions.every(({ reached }) => reached.most)).toBe(true)
})

it('what the last band pays more has no bound, and a case of ten thousand million says so', () => {
  expect(furthest(regionsOf({ rates: [80, 60, 50] }, 'fundPays'))).toContainEqual([null, true])
})

it('amounts that the names of the policy allow, and no case has, are no bound', () => {
  // The fund pays 60 instead of 80 % of the first 50 yuan, so that up to 10 yuan more are left to the insured: the
  // layer above 30 yuan takes half of what is above it, at most 5 yuan more.
  const regions = regionsOf({ rates: [60, 60, 40] }, 'topUp')
  const most = regions.map((each) => each.most)
  expect(most).toContain('5.00')
  expect(most.every((each) => each !== null && Number(each) <= 5.01)).toBe(true)
})

it('a bound that no case is known to reach is told as one', () => {
  const [zh, en] = [wordsIn('zh'), wordsIn('en')]
  expect(boundText({ value: '-12.00', isReached: false }, 'least', en)).toBe('≥ −12.00')
  expect(boundText({ value: '12.00', isReached: false }, 'most', en)).toBe('≤ +12.00')
  expect(boundText({ value: '12.00', isReached: true }, 'most', en)).toBe('+12.00')
  expect(boundText({ value: null, isReached: true }, 'most', zh)).toBe('无上限')
  expect(boundText({ value: null, isReached: false }, 'most', zh)).toBe('界限不明')
})
