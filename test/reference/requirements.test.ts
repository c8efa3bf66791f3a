/** 须满足: a case that does not meet it is refused, with the reason. */
import { describe, expect, test } from 'vitest'
import { describeIssue, type Issue } from '../../runtime/index.ts'
import { daiyu } from '../cli/daiyu.ts'
import { folderWith } from '../cli/folder-with.ts'
import { compileBoth, settlerOf } from './both.ts'

const vocabulary = `记录 申请 request
  | 申请日期 | request.on     | 日期         | 未填 |
  | 起始     | filing.from    | 日期         | 未填 |
  | 终止     | filing.until   | 可空（日期） | 未填 |
  | 费用     | costs.total    | 金额         | 未填 |
  | 人数     | costs.people   | 月数         | 未填 |
  | 加急     | request.urgent | 是否         | 未填 |
清单 明细 items
  | 项目费用 | item.amount | 金额 | 未填 |
  | 折扣     | item.rebate | 金额 | 未填 |
记录 结果 result
  | 人均 | perHead | 金额 | 未填 |
事项 决定 decide
  | 输入 | 申请、明细 |
  | 输出 | 结果 |
`
const rules = `版本「一」选用依据 申请日期
条文 文「一」
  原文「每人均摊。」
  人均 是指 费用 ÷ 人数 × 1个月 四舍五入到分
  须满足「至少一人」人数 超过 0个月
  期满 是指 终止 未填则 无期限
  须满足「终止不早于起始」期满 不早于 起始
  适用于 加急：
    须满足「加急的费用不超过一千元」费用 不超过 1000元
  每项 明细：
    须满足「折扣不超过项目费用」折扣 不超过 项目费用
保证「人均不超过费用」人均 不超过 费用
`
const settle = await settlerOf(compileBoth(vocabulary, rules))
const given = ({
  until = null as unknown,
  total = '300.00',
  people = 3,
  urgent = false,
  items = [] as object[],
} = {}) => ({
  request: { on: '2023-05-01', urgent },
  filing: { from: '2023-05-01', until },
  costs: { total, people },
  items,
})
const issue = (label: string, path: string) => ({ code: 'requirement-not-met', path, value: null, facts: { label } })

describe('a case is refused', () => {
  test('in the part of the input that the condition speaks of, before anything is worked out', () => {
    // By nobody nothing is divided.
    expect(settle(given({ people: 0 }))).toEqual([issue('至少一人', 'costs.people')])
    expect(settle(given({ people: 1 }))).toMatchObject({ perHead: '300.00' })
  })

  test('by what is worked out from the input', () => {
    expect(settle(given({ until: '2023-04-30' }))).toEqual([issue('终止不早于起始', 'filing.from')])
    expect(settle(given({ until: '2023-05-01' }))).toMatchObject({ perHead: '100.00' })
    expect(settle(given())).toMatchObject({ perHead: '100.00' })
  })

  test('only where the section holds', () => {
    expect(settle(given({ total: '1000.01', urgent: true }))).toEqual([issue('加急的费用不超过一千元', 'costs.total')])
    expect(settle(given({ total: '1000.00', urgent: true }))).toMatchObject({ perHead: '333.33' })
    expect(settle(given({ total: '1000.01' }))).toMatchObject({ perHead: '333.34' })
  })

  test('by any element of a list', () => {
    const good = { amount: '5.00', rebate: '5.00' }
    const bad = { amount: '5.00', rebate: '5.01' }
    expect(settle(given({ items: [good] }))).toMatchObject({ perHead: '100.00' })
    expect(settle(given({ items: [good, bad, bad] }))).toEqual([issue('折扣不超过项目费用', 'items')])
  })

  test('for all reasons at once, in the order of the file', () => {
    expect(settle(given({ people: 0, until: '2023-01-01', total: '2000', urgent: true }))).toEqual([
      issue('至少一人', 'costs.people'),
      issue('终止不早于起始', 'filing.from'),
      issue('加急的费用不超过一千元', 'costs.total'),
    ])
  })

  test('after what is wrong with the input itself', () => {
    expect(settle(given({ people: -1, until: '2023-01-01' }))).toMatchObject([{ code: 'not-months' }])
  })
})

test('is told in both languages', () => {
  const [first] = settle(given({ people: 0 })) as Issue[]
  expect(describeIssue(first!, 'zh')).toBe('costs.people：不符合政策的要求：至少一人。')
  expect(describeIssue(first!, 'en')).toBe('costs.people: the policy requires: 至少一人.')
})

test('one case of many does not stop the others', () => {
  const head = '政策 made.it「例」\n引用「vocabulary」\n事项 决定\n来源 文「文」官方\n'
  const cwd = folderWith({
    'policies/vocabulary.policy': `词汇「词汇」\n${vocabulary}`,
    'policies/made.policy': head + rules,
  })
  const input = [given(), given({ people: 0, until: '2023-01-01' }), given()]
    .map((each) => JSON.stringify(each))
    .join('\n')
  const { out, status } = daiyu(['run', 'made.it.decide', '--input', '-'], { cwd, input })
  const [first, second, third] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(status).toBe(1)
  expect([first, third]).toMatchObject([{ perHead: '100.00' }, { perHead: '100.00' }])
  expect(second).toMatchObject({
    error: { code: 'requirement-not-met', path: 'costs.people', issues: [{}, { path: 'filing.from' }] },
  })
})

describe('is checked like other rules', () => {
  const codes = (line: string) =>
    compileBoth(vocabulary, rules.replace('保证', `条文 文「二」\n  原文「二」\n${line}\n保证`)).problems.map(
      ({ code }) => code,
    )
  test.each([
    ['  须满足「甲」费用', ['wrong-type']],
    ['  须满足「甲」费用数 超过 1元', ['unknown-name']],
    ['  须满足「甲」终止 不早于 起始', ['optional-used']],
    ['  须满足「甲」折扣 超过 1元', ['attribute-outside-list']],
    ['  适用于 加急：\n    多 是指 费用\n  适用于 并非 加急：\n    须满足「甲」多 超过 1元', ['not-defined-here']],
  ])('%s', (line, expected) => {
    expect(codes(line)).toEqual(expected)
  })

  test('without a quote it has no ground', () => {
    const text = rules.replace('  原文「每人均摊。」\n', '')
    expect(compileBoth(vocabulary, text).problems.map(({ code }) => code)).toContain('rule-without-quote')
  })
})

test('is replaced and removed by its reason', async () => {
  const next = `版本「二」始于 2024年1月1日 修订「一」
条文 文「三」
  原文「不限人数，费用另限。」
  替换 须满足「至少一人」人数 不低于 2个月
  删除「终止不早于起始」
`
  const amended = compileBoth(
    vocabulary,
    rules.replace('选用依据', '止于 2023年12月31日 选用依据').replace('保证', `${next}保证`),
  )
  const settleBoth = await settlerOf(amended)
  const in2024 = (more: Parameters<typeof given>[0]) => ({
    ...given(more),
    request: { on: '2024-05-01', urgent: false },
  })
  expect(settleBoth(in2024({ people: 1, until: '2023-01-01' }))).toEqual([issue('至少一人', 'costs.people')])
  expect(settleBoth(in2024({ people: 2, until: '2023-01-01' }))).toMatchObject({ edition: '二', perHead: '150.00' })
})
