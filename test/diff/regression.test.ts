/** What random pairs have shown once, each as small as it could be made. */
import { expect, it } from 'vitest'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { smallInput } from '../random/small.ts'
import { faults } from './region.ts'
import { small } from './small.ts'

/** What is wrong with the comparison of two sets of rules, by cases of so many yuan. */
function faultsOf(before: string, after: string, totals: readonly string[]): readonly string[] {
  const programs = [small(before), small(after)] as const
  const { regions } = diffPrograms(...programs)
  const outputs = programs[0].output.map(({ path }) => path)
  return totals.flatMap((total) => {
    const [first, second] = programs.map((program) => interpret(program, smallInput({ total }), { isReplay: true }))
    if (!first?.ok || !second?.ok) throw new Error(`${total} is refused`)
    return faults(regions, outputs, { before: first.evaluation, after: second.evaluation })
  })
}

it('where rounding may go either way, both ways are looked for', () => {
  // Of 10 yuan, 6 × 98% = 5.88, which is 6 yuan, and 5.5 × 98% = 5.39, which is 5.
  const rules = (deductible: string): string => `  分担 总额
    至多 ${deductible} 计入 自付
    其余 计入 共负
  分担 共负
    按比例 98% 四舍五入到元 计入 基金
    其余 计入 余额
  大病 是指 0元
  个人 是指 总额 − 基金`
  expect(faultsOf(rules('4元'), rules('4.50元'), ['10.00', '5.00', '13.00'])).toEqual([])
})
