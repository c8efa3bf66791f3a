/** One small policy for each kind of property, for which it is proved and for which it is refuted. */
import { describe, expect, it } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { proveProgram } from '../../compiler/prove/prove.ts'
import type { Program } from '../../compiler/program/program.ts'
import { findingOf, settle, small } from './small.ts'

const outputs = ['基金 fund 金额', '个人 person 金额']
/** The fund pays a share of the total, rounded half up; the person pays what is left of it. */
const share = (percent: number, promise: string): string => `
  分担 总额
    按比例 ${percent}% 四舍五入到分 计入 基金
    其余 计入 个人
保证「说到做到」${promise}`

describe('a promise', () => {
  it('that rounding keeps: half of an odd number of fen goes up, so the fund never has less', () => {
    expect(findingOf(small(outputs, share(50, '基金 不低于 个人')), 'promise', '说到做到')).toMatchObject({
      status: 'proved',
      witness: null,
      outside: null,
      limits: [],
    })
  })

  it('that rounding breaks: of one fen, the fund pays half, which is one', () => {
    const program = small(outputs, share(50, '基金 等于 个人'))
    const { status, witness } = findingOf(program, 'promise', '说到做到')
    expect(status).toBe('refuted')
    expect(witness).toMatchObject({
      input: { case: { total: '0.01' } },
      refusedBy: ['说到做到'],
      found: [
        { name: '基金', value: '0.01' },
        { name: '个人', value: '0.00' },
      ],
    })
    expect(settle(program, witness?.input)).toMatchObject({ fund: '0.01', person: '0.00' })
    expect(interpret(program, witness?.input)).toMatchObject({ ok: false, issues: [{ code: 'invariant-broken' }] })
  })

  it('of one category only: the witness is of that one', () => {
    const rules = `
  表格 支付比例 按照 类别
    | 甲类 | 80% |
    | 乙类 | 40% |
  分担 总额
    按比例 支付比例 四舍五入到分 计入 基金
    其余 计入 个人
保证「多数」基金 不低于 个人 或者 总额 不满 1000元`
    // 40 % of 1000 yuan are 400, and 600 are left: the smallest total that the promise speaks of.
    const { witness } = findingOf(small(outputs, rules), 'promise', '多数')
    expect(witness?.input).toMatchObject({ case: { kind: 'second', total: '1000.00' } })
    expect(witness?.output).toMatchObject({ fund: '400.00', person: '600.00' })
  })

  it('that a requirement keeps from being broken', () => {
    const rules = (requirement: string): string => `${requirement}
  分担 总额
    至多 100元 计入 基金
    其余 计入 个人
保证「基金付得多」个人 不超过 基金`
    const kept = rules('\n  须满足「不超过200元」总额 不超过 200元')
    expect(findingOf(small(outputs, kept), 'promise', '基金付得多').status).toBe('proved')
    const { witness } = findingOf(small(outputs, rules('')), 'promise', '基金付得多')
    expect(witness?.input).toMatchObject({ case: { total: '200.01' } })
  })

  it('about a product of two amounts that are put in is a limit that says so', () => {
    const { status, place, limits } = findingOf(
      small(outputs, share(50, '基金 × 系数 不低于 0元')),
      'promise',
      '说到做到',
    )
    expect({ status, limits }).toEqual({
      status: 'limit',
      limits: [{ expression: '说到做到', place, why: 'no case was found, and none refuted' }],
    })
  })
})

describe('conservation', () => {
  it('of a split, and of what the parties pay', () => {
    const program = small(
      ['总数 total 金额 medfee_sumamt', '基金 fund 金额 fund_pay_sumamt', '个人 person 金额 psn_part_amt'],
      `
  分担 总额
    按比例 33% 四舍五入到分 计入 基金
    其余 计入 个人
  总数 是指 总额`,
    )
    expect(findingOf(program, 'conservation', '总额 = 基金 + 个人').status).toBe('proved')
    expect(findingOf(program, 'conservation', '总数 = 基金 + 个人').status).toBe('proved')
  })

  it('is lost where both parts are rounded: of one fen, both are half a fen, rounded up', () => {
    const program = small(
      ['总数 total 金额 medfee_sumamt', '基金 fund 金额 fund_pay_sumamt', '个人 person 金额 psn_part_amt'],
      `
  总数 是指 总额
  基金 是指 总额 × 50% 四舍五入到分
  个人 是指 总额 × 50% 四舍五入到分`,
    )
    const { status, witness } = findingOf(program, 'conservation', '总数 = 基金 + 个人')
    expect(status).toBe('refuted')
    expect(settle(program, witness?.input)).toMatchObject({ total: '0.01', fund: '0.01', person: '0.01' })
  })
})

describe('no negative amount', () => {
  const rest = (end: string): string => `
  基金 是指 80% × 总额 四舍五入到分
  个人 是指 总额 − 基金 − 10元${end}`

  it('is proved where what is missing counts as nothing', () => {
    expect(findingOf(small(outputs, rest(' 不足为零')), 'notNegative', '个人').status).toBe('proved')
  })

  it('is refuted by the smallest total: of nothing, ten yuan are taken', () => {
    const { status, witness } = findingOf(small(outputs, rest('')), 'notNegative', '个人')
    expect(status).toBe('refuted')
    expect(witness).toMatchObject({
      input: { case: { total: '0.00' } },
      found: [{ name: '个人', value: '-10.00' }],
      refusedBy: [],
    })
  })
})

describe('rates', () => {
  const lowered = (points: number): string => `
  表格 下浮 按照 类别
    | 甲类 | 0个百分点 |
    | 乙类 | ${points}个百分点 |
  支付比例 是指 60%
  调整 支付比例 下浮 下浮
  分担 总额
    按比例 支付比例 四舍五入到分 计入 基金
    其余 计入 个人`
  const inOrder = lowered(20).replaceAll('下浮 按照', '降幅 按照').replace('下浮 下浮', '下浮 降幅')

  it('within 0 and 100 % are proved', () => {
    expect(proveProgram(small(outputs, inOrder)).properties.filter(({ kind }) => kind === 'rate')).toMatchObject([
      { status: 'proved' },
      { status: 'proved' },
    ])
  })

  it('below nothing: a factor that is put in', () => {
    const rules = `
  支付比例 是指 60% × 系数
  基金 是指 0元
  个人 是指 支付比例 × 总额 四舍五入到分`
    const { status, witness } = findingOf(small(outputs, rules), 'rate', '支付比例')
    expect(status).toBe('refuted')
    expect(Number(witness?.found[0]?.value) < 0 || Number(witness?.found[0]?.value) > 1).toBe(true)
  })

  it('of bands: each has to be within', () => {
    const program = small(
      outputs,
      `
  分段 比例 随着 年内
    | 不超过 1000元 | 60% |
    | 超过 1000元 | 80% |
  分担 总额 分段起于 年内
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 个人
  累计 年内 增加 总额`,
    )
    expect(findingOf(program, 'rate', '比例').status).toBe('proved')
    // No policy that passes the checks has such a band, so it is put into the program.
    const raised = JSON.parse(JSON.stringify(program).replaceAll('"4/5"', '"6/5"')) as Program
    const { status, witness } = findingOf(raised, 'rate', '比例')
    expect(status).toBe('refuted')
    expect(witness?.found).toEqual([{ name: '比例', value: '0.6, 1.2' }])
    // Beyond 1000 yuan a year the fund then pays more than there is.
    expect(findingOf(raised, 'notNegative', '个人')).toMatchObject({
      status: 'refuted',
      witness: { refusedBy: [] },
    })
  })
})

describe('monotone', () => {
  const said = '单调「越贵付得越多」个人 随着 总额 不减'

  it('is proved through two roundings: what two funds round up, the person loses a fen at a time', () => {
    const rules = `
  分担 总额
    按比例 70% 四舍五入到分 计入 基金
    其余 计入 余下
  分担 余下
    按比例 50% 四舍五入到分 计入 补充
    其余 计入 个人
${said}
单调「基金也是」基金 随着 总额 不减
单调「补充与余下无关」补充 随着 年内 不增`
    const program = small(outputs, rules)
    for (const name of ['越贵付得越多', '基金也是', '补充与余下无关'])
      expect(findingOf(program, 'monotone', name)).toMatchObject({ status: 'proved', witness: null })
  })

  it('shows the cliff: at 1000.01 yuan the fund pays 80 % of everything', () => {
    const rules = `
  适用于 总额 超过 1000元：
    分担 总额
      按比例 80% 四舍五入到分 计入 基金
      其余 计入 个人
  适用于 总额 不超过 1000元：
    分担 总额
      其余 计入 个人
${said}`
    const program = small(outputs, rules)
    const { status, witness } = findingOf(program, 'monotone', '越贵付得越多')
    // Of 1000.01 yuan the fund pays 800.008, rounded half up; the two cases are as near as they can be.
    expect(status).toBe('refuted')
    expect(witness?.found).toEqual([
      { name: '个人', value: '1000.00' },
      { name: '个人', value: '200.00' },
    ])
    expect(witness?.dearer).toMatchObject({ name: '总额', from: '1000.00', to: '1000.01' })
    expect(settle(program, witness?.input)).toMatchObject({ person: '1000.00' })
    expect(settle(program, witness?.dearer?.input)).toMatchObject({ person: '200.00', fund: '800.01' })
  })

  it('that the other way round does not hold is shown by one fen more', () => {
    const rules = `
  分担 总额
    按比例 70% 四舍五入到分 计入 基金
    其余 计入 个人
单调「基金付得少」基金 随着 总额 不增`
    const { witness } = findingOf(small(outputs, rules), 'monotone', '基金付得少')
    // 70 % of one fen is one fen, rounded half up; of nothing, nothing.
    expect(witness).toMatchObject({ input: { case: { total: '0.00' } }, dearer: { to: '0.01' } })
    expect(witness?.found.map(({ value }) => value)).toEqual(['0.00', '0.01'])
  })
})
