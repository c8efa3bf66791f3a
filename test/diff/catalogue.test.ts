/** How the items of a bill are classified by a catalogue, with one thing changed: decided completely. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { settleWords } from '../ningbo/policy-text.ts'
import { faults, textAt } from './region.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const words = `
记录 归类结果 sorted
  | 归类自费   | own      | 金额 | 未填 |
  | 归类超限价 | over     | 金额 | 未填 |
  | 归类先自付 | first    | 金额 | 未填 |
  | 归类自付   | self     | 金额 | 未填 |
  | 归类符合   | eligible | 金额 | 未填 |
事项 归类 sort
  | 输入 | 就医、账单 或者 明细 |
  | 输出 | 归类结果             |
`
const policy = `政策 small「归类」
引用「vocabulary」
引用「classification」
事项 归类
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日期
条文 文「一」
  原文「一」
  参保地 是指 宁波市
  归类自费 是指 账单自费
  归类超限价 是指 账单超限价
  归类先自付 是指 账单先自付
  分担 医疗费总额
    数额 账单自费    计入 归类自付
    数额 账单超限价  计入 归类自付
    数额 账单先自付  计入 归类自付
    其余             计入 归类符合
`
const classification = new URL('../../policies/shared/classification.policy', import.meta.url)
const files = [
  ...settleWords.map((file) => (file.name === 'vocabulary.policy' ? { ...file, text: `${file.text}${words}` } : file)),
  { name: 'shared/classification.policy', text: readFileSync(classification, 'utf8') },
  { name: 'small.policy', text: policy },
]

function program(from: string, to: string): Program {
  const edited = files.map(({ name, text }) => ({ name, text: text.replace(from, to) }))
  if (from !== to) expect(edited).not.toEqual(files)
  const { programs, problems } = compile(edited)
  if (!programs[0]) throw new Error(JSON.stringify(problems))
  return programs[0]
}
const base = program('', '')

const codes = ['A01', 'A02', 'B05', 'B07', 'V01', 'V02', 'C01', 'C02', 'S02', 'NONE'].map((code) => `SAMPLE-${code}`)

function randomBill(): unknown {
  const fen = (): number => [draw(120), 4990 + draw(20), 7990 + draw(1100), draw(40_000)][draw(4)]!
  const items = Array.from({ length: draw(4) }, () => ({
    code: codes[draw(codes.length)],
    amount: (fen() / 100).toFixed(2),
  }))
  const visit = {
    kind: 'inpatient',
    tier: 'tertiary',
    place: ['330200', '330100', '310000', '320600', '110000'][draw(5)],
    emergency: false,
    admittedOn: '2023-01-01',
    settledOn: ['2022-12-31', '2023-06-30', '2023-07-01'][draw(3)],
  }
  return { visit, items }
}

const first = '按比例 目录先自付比例 未填则 0% 四舍五入到分'
it.each([
  // 1 % more of what is within no limit: more to pay first, and what is left is less.
  [
    'a rate a point more',
    'SAMPLE-B05,【样本】乙类药三,乙类,5%',
    'SAMPLE-B05,【样本】乙类药三,乙类,6%',
    { first: 'neverLess', self: 'neverLess', eligible: 'neverMore' },
  ],
  // Less lies above a higher ceiling; the class has no share to pay first.
  [
    'a ceiling 10 yuan higher',
    'SAMPLE-A02,【样本】甲类药二,甲类,0%,80.00',
    'SAMPLE-A02,【样本】甲类药二,甲类,0%,90.00',
    { over: 'neverMore', self: 'neverMore', eligible: 'neverLess' },
  ],
  // On 1 July nothing is in force any more, so that all of it is one's own.
  [
    'a gap of a day',
    'SAMPLE-V01,【样本】换过规定的药,乙类,3%,50.00,,2023-07-01',
    'SAMPLE-V01,【样本】换过规定的药,乙类,3%,50.00,,2023-07-02',
    { own: 'neverLess', over: 'neverMore', first: 'neverMore', self: 'neverLess', eligible: 'neverMore' },
  ],
  // What is not one's own any more may lie above a ceiling, but not more than that.
  [
    'nine tenths of class C',
    '| 丙类、未填 | 100% |',
    '| 丙类、未填 | 90% |',
    { own: 'neverMore', over: 'neverLess', self: 'neverMore', eligible: 'neverLess' },
  ],
  [
    'rounded up',
    first,
    first.replace('四舍五入', '向上取整'),
    { first: 'neverLess', self: 'neverLess', eligible: 'neverMore' },
  ],
  // What is in no catalogue is all one's own: nothing is left to pay first.
  ['a share of nothing', first, first.replace('0%', '10%'), {}],
] as const)('%s', { timeout: 120_000 }, (_, from, to, changed) => {
  const other = program(from, to)
  const { regions, limits, verdict } = diffPrograms(base, other)
  expect(limits).toEqual([])
  const same = { own: 'same', over: 'same', first: 'same', self: 'same', eligible: 'same' }
  expect(verdict).toMatchObject({ ...same, ...changed })
  const outputs = base.output.map(({ path }) => path)
  for (let at = 0; at < 150; at++) {
    const bill = randomBill()
    const [before, after] = [base, other].map((each) => interpret(each, bill, { isReplay: true }))
    if (!before?.ok || !after?.ok) throw new Error(JSON.stringify([before, after]))
    const settled = { before: before.evaluation, after: after.evaluation }
    expect(faults(regions, outputs, settled), JSON.stringify(bill)).toEqual([])
  }
  for (const { output, witness } of regions) {
    const said = [base, other].map((each) => {
      const result = interpret(each, witness?.input, { isReplay: true })
      return result.ok ? textAt(result.evaluation.output, output) : 'refused'
    })
    expect(said).toEqual([witness?.before, witness?.after])
  }
})
