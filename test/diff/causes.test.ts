/** Why an output differs: for small pairs, each worked out by hand, what is named and how it is written in both. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Place, Program } from '../../compiler/program/program.ts'
import { smallPolicy } from '../random/small.ts'

const outputs = ['基金 fund 金额']
function compiled(rules: readonly string[]): { readonly program: Program; readonly text: string } {
  const files = smallPolicy(outputs, rules.map((rule) => `  ${rule}`).join('\n'))
  const { programs, problems } = compile(files)
  return { program: programs[0] ?? expect.fail(JSON.stringify(problems)), text: files[1].text }
}

/** Of all regions, each cause once: its label, and what stands at its places. */
function causes(before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [compiled(before), compiled(after)]
  const { regions, limits } = diffPrograms(was.program, is.program, { isWithoutWitnesses: true })
  expect(limits).toEqual([])
  const written = (place: Place | null, { text }: { readonly text: string }): string =>
    place ? text.slice(place.start, place.end).replaceAll(/\s+/g, ' ') : 'nothing'
  const told = regions.flatMap((region) =>
    region.causes.map((each) => `${each.label}: ${written(each.before, was)} → ${written(each.after, is)}`),
  )
  return [...new Set(told)].toSorted()
}

const fund = '基金 是指 率 × 总额 四舍五入到分'

it('the amount that is another, not what rests on it', () => {
  expect(causes([fund, '率 是指 50%'], [fund, '率 是指 60%'])).toEqual(['率: 50% → 60%'])
  expect(causes([fund, '率 是指 半 × 90%', '半 是指 50%'], [fund, '率 是指 半 × 90%', '半 是指 60%'])).toEqual([
    '半: 50% → 60%',
  ])
  expect(causes([fund, '率 是指 50%'], [fund, '率 是指 50%'])).toEqual([])
})

it('of two that are another only the one that counts', () => {
  const rules = (rate: string, unused: string): readonly string[] => [
    fund,
    `率 是指 ${rate}`,
    '另 是指 未用 × 总额 四舍五入到分',
    `未用 是指 ${unused}`,
  ]
  expect(causes(rules('50%', '1%'), rules('60%', '2%'))).toEqual(['率: 50% → 60%'])
})

it('of a table the cell that is taken', () => {
  const table = (first: string, second: string): readonly string[] => [
    fund,
    '表格 率 按照 类别',
    `  | 甲类 | ${first} |`,
    `  | 乙类 | ${second} |`,
  ]
  expect(causes(table('50%', '40%'), table('55%', '40%'))).toEqual(['率: 50% → 55%'])
  expect(causes(table('50%', '40%'), table('55%', '45%'))).toEqual(['率: 40% → 45%', '率: 50% → 55%'])
})

it('a name that only one has is read as if it stood there', () => {
  const named = [fund, '率 是指 半', '半 是指 60%']
  expect(causes([fund, '率 是指 50%'], named)).toEqual(['半: 50% → 60%'])
  expect(causes(named, [fund, '率 是指 50%'])).toEqual(['半: 60% → 50%'])
  expect(causes([fund, '率 是指 60%'], named)).toEqual([])
})

it('of bands those that an amount reaches', () => {
  const bands = (low: string, high: string): readonly string[] => [
    '分担 总额 分段起于 0元',
    '  按比例 率 四舍五入到分 计入 基金',
    '  其余 计入 自付',
    '分段 率 随着 总额',
    `  | 不超过 100元 | ${low} |`,
    `  | 超过 100元 | ${high} |`,
  ]
  const both = ['基金 fund 金额', '自付 rest 金额']
  const [was, is, other] = [bands('50%', '60%'), bands('50%', '70%'), bands('40%', '70%')].map((rules) => {
    const files = smallPolicy(both, rules.map((rule) => `  ${rule}`).join('\n'))
    const { programs, problems } = compile(files)
    return { program: programs[0] ?? expect.fail(JSON.stringify(problems)), text: files[1].text }
  })
  const labels = (after: { readonly program: Program; readonly text: string }) =>
    diffPrograms(was!.program, after.program, { isWithoutWitnesses: true }).regions.map((region) =>
      region.causes.map(({ after: place }) => (place ? after.text.slice(place.start, place.end) : '')).toSorted(),
    )
  // Only what is above 100 yuan differs.
  for (const each of labels(is!)) expect(each).toEqual(['70%'])
  const told = labels(other!)
  // Up to 100 yuan it is the lower band alone.
  expect(told).toContainEqual(['40%'])
  expect(told).toContainEqual(['40%', '70%'])
})
