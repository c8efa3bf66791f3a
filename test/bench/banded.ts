import type { SourceFile } from '../../compiler/compile.ts'
import { smallPolicy } from '../random/small.ts'

const outputs = ['基金 fundPays 金额', '个人 person 金额']

/** What a bill of one amount is paid, by so many bands of 700 yuan; `rateOf` gives their rates in percent. */
export function banded(bands: number, rateOf: (band: number) => number): readonly SourceFile[] {
  const rows = Array.from({ length: bands }, (_, band) => `  | ${rangeOf(band, bands)} | ${rateOf(band)}% |`)
  return smallPolicy(
    outputs,
    `  起点 是指 0元
  分段 比例 随着 起点
${rows.join('\n')}
  分担 总额 分段起于 起点
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 个人
`,
  )
}

/** The same, written out: of each band what the bands below it come to, and what it adds. */
export function chained(bands: number, rateOf: (band: number) => number): readonly SourceFile[] {
  let hundredths = 0
  const rows = Array.from({ length: bands }, (_, band) => {
    const row = `  | ${rangeOf(band, bands)} | ${hundredths / 100}元 + ${rateOf(band)}% × （总额 − ${band * 700}元） |`
    hundredths += 700 * rateOf(band)
    return row
  })
  return smallPolicy(
    outputs,
    `  表格 应付 按照 总额
${rows.join('\n')}
  基金 是指 应付 四舍五入到分
  个人 是指 总额 − 基金
`,
  )
}

/** So many layers, each of three bands and rounded, of what the one before left to pay. */
export function layered(layers: number, rate: number): readonly SourceFile[] {
  const each = Array.from({ length: layers }, (_, layer) => {
    const from = layer === 0 ? '总额' : `余${layer}`
    return `  分段 比例${layer + 1} 随着 起点
    | 不超过 ${700 + layer}元 | ${layer === 0 ? rate : 50 + layer}% |
    | ${700 + layer}元—${2000 + layer}元（含） | ${60 + layer}% |
    | 超过 ${2000 + layer}元 | ${70 + layer}% |
  分担 ${from} 分段起于 起点
    按比例 比例${layer + 1} 四舍五入到分 计入 付${layer + 1}
    其余 计入 余${layer + 1}`
  })
  const paid = Array.from({ length: layers }, (_, layer) => `付${layer + 1}`)
  return smallPolicy(
    outputs,
    `  起点 是指 0元
${each.join('\n')}
  基金 是指 ${paid.join(' + ')}
  个人 是指 余${layers}
`,
  )
}

function rangeOf(band: number, bands: number): string {
  if (band === 0) return '不超过 700元'
  return band === bands - 1 ? `超过 ${band * 700}元` : `${band * 700}元—${(band + 1) * 700}元（含）`
}
