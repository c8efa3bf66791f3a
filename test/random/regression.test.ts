/** Faults that random policies have found, as small as they get. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { generated, interpreted } from './compare.ts'
import { load } from './generated.ts'
import { oracleOf } from './oracle/oracle.ts'
import { smallInput, smallPolicy } from './small.ts'

const shares = ['甲份 p 金额', '乙份 q 金额', '丙份 r 金额']
const twoShares = shares.slice(0, 2)
const inTwo = `  分担 总额
    至多 40元 计入 甲份
    其余      计入 乙份
`

interface Meant {
  readonly name: string
  readonly outputs: readonly string[]
  readonly rules: string
  readonly given?: Parameters<typeof smallInput>[0]
  readonly expect: object
}

const meant: readonly Meant[] = [
  {
    name: 'an exception without a condition replaces the rule in every case',
    outputs: ['标准 standard 金额'],
    rules: '  标准 是指 100元\n  例外「停」：标准 改为 0元',
    expect: { standard: '0.00' },
  },
  {
    name: 'an exception without a condition also replaces rules of sections',
    outputs: ['标准 standard 金额'],
    rules: `  例外「停」：标准 改为 0元
  适用于 类别 属于 甲类：
    标准 是指 100元
  适用于 类别 属于 乙类：
    标准 是指 200元`,
    expect: { standard: '0.00' },
  },
  {
    name: 'two sections fill the same shares in another order',
    outputs: shares,
    rules: `  适用于 类别 属于 甲类：
    分担 总额
      至多 10元 计入 甲份
      至多 20元 计入 乙份
      其余      计入 丙份
  适用于 类别 属于 乙类：
    分担 总额
      至多 30元 计入 乙份
      至多 40元 计入 甲份
      其余      计入 丙份`,
    given: { kind: 'second' },
    expect: { p: '40.00', q: '30.00', r: '30.00' },
  },
  {
    name: 'a line of one section rests on a share that comes after it in another',
    outputs: twoShares,
    rules: `  两倍 是指 乙份 × 2
  适用于 类别 属于 甲类：
    分担 总额
      至多 10元 计入 甲份
      其余      计入 乙份
  适用于 类别 属于 乙类：
    分担 总额
      至多 30元 计入 乙份
      其余      计入 丁份
    分担 丁份
      至多 两倍 计入 甲份
      其余      计入 甲份`,
    given: { kind: 'second' },
    expect: { p: '70.00', q: '30.00' },
  },
  {
    name: 'a share is filled by two lines of one split',
    outputs: twoShares,
    rules: `  分担 总额
    至多 30元                  计入 甲份
    按比例 50% 四舍五入到分    计入 乙份
    其余                       计入 甲份`,
    expect: { p: '65.00', q: '35.00' },
  },
  {
    name: 'two moves from one share into one other',
    outputs: shares,
    rules: `${inTwo}  转出 5元 来自 甲份 计入 丙份\n  转出 50元 来自 甲份、乙份 计入 丙份`,
    expect: { p: '0.00', q: '45.00', r: '55.00' },
  },
  {
    name: 'moves of two sections between the same shares',
    outputs: shares,
    rules: `${inTwo}  适用于 类别 属于 甲类：
    转出 5元 来自 甲份 计入 丙份
  适用于 类别 属于 乙类：
    转出 7元 来自 甲份 计入 丙份`,
    expect: { p: '35.00', q: '60.00', r: '5.00' },
  },
  {
    name: 'what is moved into a share is not taken from the lines after it',
    outputs: twoShares,
    rules: `  分担 总额
    按比例 50% 四舍五入到分 计入 甲份
    其余                    计入 丁份
  分担 丁份
    其余 计入 乙份
  转出 10元 来自 乙份 计入 甲份`,
    expect: { p: '60.00', q: '40.00' },
  },
  {
    name: 'or else, of a choice',
    outputs: ['是甲 isFirst 是否'],
    rules: '  是甲 是指（旧类 未填则 甲类）属于 甲类',
    expect: { isFirst: true },
  },
  {
    name: 'a rate that is not below zero',
    outputs: twoShares,
    rules: `  分担 总额
    按比例 50% × 系数 不足为零 四舍五入到分 计入 甲份
    其余                                    计入 乙份`,
    given: { factor: '-1' },
    expect: { p: '0.00', q: '100.00' },
  },
  {
    name: 'up to the greater of two amounts below zero takes nothing',
    outputs: twoShares,
    rules: `  分担 总额
    至多 较大者（10元 − 年内、20元 − 年内） 计入 甲份
    其余                                    计入 乙份`,
    given: { sum: '50.00' },
    expect: { p: '0.00', q: '100.00' },
  },
  {
    name: 'a rate above the whole stays above it when lowered, whatever is known of the points',
    outputs: ['高 high 比例', '更高 higher 比例', '低 low 比例', '顶 most 比例'],
    rules: `  高 是指 50% × 系数 × 2 下浮 10个百分点
  更高 是指 50% × 系数 × 2 下浮（20个百分点 − 10个百分点 × 系数 ÷ 1.5）
  低 是指 50% 下浮（10个百分点 − 100个百分点）
  顶 是指 50% × 系数 × 2
  调整 顶 下浮 10个百分点 × 系数`,
    expect: { high: '1.4', higher: '1.4', low: '1', most: '1.35' },
  },
  {
    name: 'bands that are raised by points which may be below zero',
    outputs: twoShares,
    rules: `  分段 比例 随着 年内
    | 不超过 50元 | 50% |
    | 超过 50元   | 80% |
  调整 比例 上浮（系数 − 1）× 20个百分点
  分担 总额 分段起于 年内
    按比例 比例 四舍五入到分 计入 甲份
    其余                     计入 乙份`,
    expect: { p: '75.00', q: '25.00' },
  },
  {
    name: 'a date moved by months that were rounded',
    outputs: ['期满 end 日期'],
    rules: '  整月 是指 月 × 1/2 向上取整到月\n  期满 是指 结算日 + 整月',
    expect: { end: '2023-05-01' },
  },
  {
    name: 'an adjustment of a name that is stated in one section only',
    outputs: twoShares,
    rules: `${inTwo}  适用于 类别 属于 乙类：
    比例 是指 10%
    调整 比例 下浮 5个百分点`,
    expect: { p: '40.00', q: '60.00' },
  },
]

describe('means', () => {
  it.each(meant)('$name', async ({ outputs, rules, given, expect: expected }) => {
    const files = smallPolicy(outputs, rules)
    const { programs, problems } = compile(files)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const [program] = programs
    if (!program) throw new Error('no program')
    const input = smallInput(given)
    const oracle = oracleOf(files[0].text, [files[1].text])
    expect(oracle('1', input)).toMatchObject({ ok: true, output: expected })
    expect(interpreted(program, input)).toMatchObject({ ok: true, output: expected })
    expect(generated(await load(program), input)).toMatchObject({ ok: true, output: expected })
  })
})

interface Refused {
  readonly name: string
  readonly outputs: readonly string[]
  readonly rules: string
  readonly code: string
}

const refused: readonly Refused[] = [
  {
    name: 'two moves in a circle',
    outputs: twoShares,
    rules: `${inTwo}  转出 5元 来自 甲份 计入 乙份\n  转出 7元 来自 乙份 计入 甲份`,
    code: 'cycle',
  },
  {
    name: 'a move from a share into itself',
    outputs: twoShares,
    rules: `${inTwo}  转出 5元 来自 甲份 计入 甲份`,
    code: 'cycle',
  },
  {
    name: 'a share that rests on what is left of another after a move from both',
    outputs: shares,
    rules: `  分担 总额
    至多 乙份 计入 甲份
    其余      计入 丁份
  分担 丁份
    其余      计入 乙份
  转出 50元 来自 甲份、乙份 计入 丙份`,
    code: 'cycle',
  },
  {
    name: 'a split of the whole amount for each element',
    outputs: twoShares,
    rules: '  每项 明细：\n    分担 总额\n      至多 5元 计入 甲份\n      其余     计入 乙份',
    code: 'not-of-each',
  },
  {
    name: 'a move of each element',
    outputs: twoShares,
    rules: `${inTwo}  每项 明细：\n    转出 单价 来自 甲份 计入 乙份`,
    code: 'not-of-each',
  },
  {
    name: 'a yearly total of each element',
    outputs: twoShares,
    rules: `${inTwo}  每项 明细：\n    累计 年内 增加 单价`,
    code: 'not-of-each',
  },
  {
    name: 'a factor that undoes a rounding',
    outputs: ['标准 standard 金额'],
    rules: '  标准 是指 100元\n  调整 标准 乘以 4/3',
    code: 'needs-rounding',
  },
  {
    name: 'points that give a rate more decimals',
    outputs: twoShares,
    rules: `  比例 是指 100%
  调整 比例 下浮 10.5个百分点
  分担 总额
    按比例 比例 计入 甲份
    其余        计入 乙份`,
    code: 'needs-rounding',
  },
  {
    name: 'an amount that may be filled in with more decimals than what stands for it',
    outputs: ['标准 standard 金额'],
    rules: '  标准 是指（补助 未填则 0元）× 10%',
    code: 'needs-rounding',
  },
  {
    name: 'a date moved by parts of months',
    outputs: ['期满 end 日期'],
    rules: '  期满 是指 结算日 + 月 × 1/2',
    code: 'needs-rounding',
  },
  {
    name: 'an output that is stated in one section only',
    outputs: ['标准 standard 金额'],
    rules: '  适用于 类别 属于 甲类：\n    标准 是指 100元',
    code: 'not-defined-here',
  },
]

describe('is refused', () => {
  it.each(refused)('$name', ({ outputs, rules, code }) => {
    const errors = compile(smallPolicy(outputs, rules)).problems.filter(({ severity }) => severity === 'error')
    expect([...new Set(errors.map((error) => error.code))]).toEqual([code])
  })
})
