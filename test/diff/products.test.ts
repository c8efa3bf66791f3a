/** Whole numbers times amounts: regions against every case of a small domain, and what is left open is named. */
import { expect, it } from 'vitest'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { smallInput, smallPolicy } from '../random/small.ts'
import { compile } from '../../compiler/compile.ts'
import { faults, textAt } from './region.ts'

const outputs = ['缺月 missing 月数', '补缴 topUp 金额']
function program(rules: string): Program {
  const [made] = compile(smallPolicy(outputs, rules)).programs
  return made ?? expect.fail(rules)
}
const rules = (months: string, rate: string, base = '总额'): string =>
  `  缺月 是指 ${months} − 月 不足为零\n  补缴 是指 缺月 × ${rate} × ${base} 四舍五入到分`
const plain = rules('5个月', '10%')
it.each([
  ['another rate', plain, rules('5个月', '11%')],
  ['one month more', plain, rules('6个月', '10%')],
  ['more months at a lower rate', plain, rules('6个月', '8%')],
  ['a base that is at least so much', plain, rules('5个月', '10%', '较大者（总额、1元）')],
  ['two bases', rules('5个月', '7%', '较大者（总额、年内）'), rules('4个月', '9%')],
  [
    'months without a bound',
    '  缺月 是指 月\n  补缴 是指 月 × 10% × 总额 四舍五入到分',
    '  缺月 是指 月\n  补缴 是指 月 × 12% × 总额 四舍五入到分',
  ],
])('%s', { timeout: 60_000 }, (_, first, second) => {
  const [before, after] = [program(first), program(second)]
  const { regions, complete, limits } = diffPrograms(before, after)
  expect({ complete, limits }).toEqual({ complete: true, limits: [] })
  for (let months = 0; months <= 7; months++)
    for (let fen = 0; fen <= 200; fen += 3)
      for (const sum of second.includes('年内') || first.includes('年内') ? ['0.00', '0.57', '1.31'] : ['0.00']) {
        const input = smallInput({ months, total: (fen / 100).toFixed(2), sum })
        const [was, is] = [before, after].map((each) => interpret(each, input, { isReplay: true }))
        if (!was?.ok || !is?.ok) throw new Error('refused')
        const settled = { before: was.evaluation, after: is.evaluation }
        expect(faults(regions, ['missing', 'topUp'], settled), JSON.stringify(input)).toEqual([])
      }
  for (const { output, witness } of regions) {
    const said = [before, after].map((each) => {
      const result = interpret(each, witness?.input, { isReplay: true })
      return result.ok ? textAt(result.evaluation.output, output) : 'refused'
    })
    expect(said).toEqual([witness?.before, witness?.after])
  }
})

it('the same written otherwise is the same', () => {
  const other = `  缺月 是指 5个月 − 月 不足为零\n  基数 是指 总额 × 10%\n  补缴 是指 基数 × 缺月 四舍五入到分`
  const { verdict, complete } = diffPrograms(program(plain), program(other))
  expect({ verdict, complete }).toMatchObject({ verdict: { missing: 'same', topUp: 'same' }, complete: true })
})

it('an amount times a factor of the case that is no whole number', () => {
  const of = (rate: string) => program(`  缺月 是指 月\n  补缴 是指 系数 × ${rate} × 总额 四舍五入到分`)
  const [before, after] = [of('10%'), of('20%')]
  const { regions, complete } = diffPrograms(before, after)
  expect(complete).toBe(true)
  expect(regions.every(({ witness }) => witness !== null)).toBe(true)
  for (const factor of ['-1.5', '-0.01', '0', '0.3', '1', '7.25'])
    for (let fen = 0; fen <= 100; fen++) {
      const input = smallInput({ factor, total: (fen / 100).toFixed(2) })
      const [was, is] = [before, after].map((each) => interpret(each, input, { isReplay: true }))
      if (!was?.ok || !is?.ok) throw new Error('refused')
      // Regions meet where nothing is rounded: such a case may lie in both.
      const found = faults(regions, ['topUp'], { before: was.evaluation, after: is.evaluation })
      expect(
        found.filter((each) => !/: in \d+ regions/.test(each)),
        JSON.stringify(input),
      ).toEqual([])
    }
})
