import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completion } from '../../compiler/editor/completion.ts'
import { newWorkspace } from '../../compiler/editor/workspace.ts'
import { format } from '../../grammar/format.ts'
import { shipped, shippedWorkspace } from './shipped.ts'

const vocabulary = `词汇「小」
选项 等级 Tier
  | 三级 | tertiary  |
  | 一级 | primary   |
选项 类别 Kind
  | 门诊 | outpatient |
  | 住院 | inpatient  |
地区
  | 海滨市 | haibin | "339900" |
记录 就医 visit
  | 医院等级 | visit.tier  | Tier     | 未填 |
  | 医疗类别 | visit.kind  | Kind     | 未填 |
  | 就医地   | visit.place | 行政区划 | 未填 |
  | 结算日期 | visit.on    | 日期     | 未填 |
  | 出生日期 | visit.born  | 日期     | 未填 |
  | 总额     | total       | 金额     | 未填 |
  | 先付     | firstPay    | 金额     | 未填 |
  | 低保     | poor        | 是否     | 未填 |
清单 备案 filings
  | 备案地 | filing.place | 行政区划 | 未填 |
记录 结果 result
  | 基金 | fund   | 金额 | 未填 |
  | 个人 | person | 金额 | 未填 |
事项 结算 settle
  | 输入 | 就医、备案 |
  | 输出 | 结果 |
`
const policy = `政策 city.small「小」
引用「words」
事项 结算
来源 文件「文件」官方
版本「一」始于 2024年1月1日 选用依据 结算日期

条文 文件「第一条」
  原文「付」
  表格 起付线 按照 医院等级
    | 三级 | 100元 |
    | 其他 |  50元 |
  支付比例 是指 60%
  降幅 是指 10个百分点
  例外「低保」如果 低保：起付线 改为 0元
  调整 支付比例 下浮 降幅
  分担 总额
    至多 起付线                          计入 个人
    按比例 支付比例 四舍五入到分         计入 基金
    其余                                 计入 余额
  转出 余额 来自 余额 计入 个人
名称对照
  | 起付线   | deductible |
  | 支付比例 | fundRate   |
  | 降幅     | reduction  |
  | 余额     | left       |
  | 文件     | document   |
示例「一」
  已知
    | 医院等级 | 三级 |
    | 低保 | 否 |
  应得
    | 基金 | 1元 |
`

/** What is offered at the mark ‸, which replaces what stands between ⟨ and ⟩ in the policy. */
function offered(from: string, to: string): readonly string[] {
  expect(policy.split(from)).toHaveLength(2)
  return offeredIn(policy.replace(from, to))
}

function offeredIn(marked: string): readonly string[] {
  const offset = marked.indexOf('‸')
  const workspace = newWorkspace()
  workspace.set('words.policy', vocabulary)
  workspace.set('p.policy', marked.replace('‸', ''))
  return completion(workspace.analysis('p.policy'), offset, 'zh').map(({ text }) => text)
}

describe('what fits, and what does not', () => {
  const cases: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
    [
      'what a table goes by',
      '按照 医院等级',
      '按照 ‸',
      ['医院等级', '医疗类别', '低保'],
      ['海滨市', '备案', '三级', '如果'],
    ],
    ['members in a row of a table', '| 三级 | 100元', '| ‸ | 100元', ['三级', '一级', '其他'], ['门诊', '总额', '是']],
    ['a value in a row of a table', '100元 |', '‸ |', ['总额', '先付'], ['医院等级', '结算日期', '三级', '支付比例']],
    [
      'a condition',
      '如果 低保',
      '如果 ‸',
      ['低保', '医院等级', '就医地', '任一', '并非'],
      ['海滨市', '三级', '备案', '元'],
    ],
    ['after a choice', '如果 低保', '如果 医院等级 ‸', ['属于', '不属于'], ['不满', '早于', '等于', '下浮', '×']],
    ['after a date', '如果 低保', '如果 结算日期 ‸', ['早于', '不晚于', '等于'], ['属于', '不满', '下浮']],
    [
      'members of the right choice',
      '如果 低保',
      '如果 医疗类别 属于 门诊、‸',
      ['门诊', '住院'],
      ['三级', '总额', '低保'],
    ],
    ['regions', '如果 低保', '如果 就医地 属于 ‸', ['海滨市', '所在市'], ['三级', '总额', '足岁']],
    [
      'the other side of a comparison',
      '如果 低保',
      '如果 总额 超过 ‸',
      ['先付', '起付线'],
      ['低保', '结算日期', '支付比例'],
    ],
    ['dates beside a date', '如果 低保', '如果 结算日期 早于 ‸', ['出生日期', '月初'], ['总额', '低保']],
    ['an argument', '如果 低保', '如果 足岁(出生日期、‸', ['结算日期'], ['总额', '医院等级', '海滨市']],
    ['points to lower by', '下浮 降幅', '下浮 ‸', ['降幅'], ['支付比例', '总额', '起付线']],
    ['a rate of a split', '按比例 支付比例 四', '按比例 ‸ 四', ['支付比例'], ['总额', '起付线', '降幅', '结算日期']],
    ['where money goes', '计入 基金', '计入 ‸', ['基金', '个人', '余额'], ['总额', '低保', '支付比例']],
    ['lists', '调整 支付比例 下浮 降幅', '每项 ‸', ['备案', '就医'], ['总额', '备案地']],
    ['the date that selects', '选用依据 结算日期', '选用依据 ‸', ['结算日期', '出生日期'], ['总额', '低保']],
    ['grades', '」官方', '」‸', ['官方', '报刊', '待核'], ['是', '总额']],
    ['sources', '条文 文件', '条文 ‸', ['文件'], ['总额', '表格']],
    ['decisions', '事项 结算', '事项 ‸', ['结算'], ['就医']],
    ['fields not given yet', '| 低保 | 否', '| ‸ | 否', ['总额', '医疗类别', '低保'], ['医院等级', '基金', '备案地']],
    ['values of an example', '| 低保 | 否', '| 低保 | ‸', ['是', '否'], ['三级', '总额']],
    ['units behind digits', '60%', '60‸', ['元', '万元', '%', '个百分点'], ['总额', '表格']],
    [
      'statements of an article',
      '支付比例 是指 60%',
      '‸',
      ['表格', '分担', '例外', '原文', '条文'],
      ['已知', '记录', '如果'],
    ],
    ['what a name at a beginning is followed by', '是指 60%', '‸', ['是指'], ['属于']],
    ['half a word', '如果 低保', '如果 医‸', ['医院等级', '低保'], ['海滨市']],
    ['vocabularies', '引用「words」', '引用「‸」', ['words'], ['p']],
    ['nothing in a quote', '原文「付」', '原文「付‸」', [], ['总额', '表格']],
    ['nothing in a comment', '支付比例 是指 60%', '// ‸', [], ['总额', '表格']],
  ]
  it.each(cases)('%s', (_, from, to, present, absent) => {
    const found = offered(from, to)
    for (const text of present) expect(found).toContain(text)
    for (const text of absent) expect(found).not.toContain(text)
  })

  it('replaces the half-typed word', () => {
    const workspace = newWorkspace()
    workspace.set('words.policy', vocabulary)
    const text = policy.replace('如果 低保：', '如果 医院：')
    workspace.set('p.policy', text)
    const at = text.indexOf('医院：')
    const found = completion(workspace.analysis('p.policy'), at + 1, 'en').find((each) => each.text === '医院等级')
    expect(found).toMatchObject({ span: { start: at, end: at + 2 }, other: 'visit.tier', kind: 'name' })
    expect(found?.detail).toContain('等级'.length > 0 ? 'Tier' : '')
  })

  it('speaks the language of the file', () => {
    const names = new Map([
      ['医院等级', 'visit.tier'],
      ['低保', 'poor'],
    ])
    const english = format(policy, 'p.policy', { language: 'en', names }).text ?? ''
    const marked = english.replace('if poor:', 'if ‸:')
    expect(marked).toContain('‸')
    const found = offeredIn(marked)
    for (const text of ['poor', 'visit.tier', 'any', 'not']) expect(found).toContain(text)
    for (const text of ['低保', '任一', 'haibin', 'filings']) expect(found).not.toContain(text)
  })
})

it('offers what stands there, in the shipped policies', () => {
  const workspace = shippedWorkspace()
  const { text } = workspace.analysis('ningbo/employee.settle.policy')
  const at = text.indexOf('按照 就医情形') + 3
  const found = completion(workspace.analysis('ningbo/employee.settle.policy'), at, 'zh')
  expect(found).toContainEqual(expect.objectContaining({ text: '就医情形', span: { start: at, end: at + 4 } }))
  expect(found.map((each) => each.text)).not.toContain('宁波市')
})

it('never throws, at any offset of any text', () => {
  const workspace = shippedWorkspace()
  fc.assert(
    fc.property(
      fc.constantFrom(...shipped),
      fc.nat(),
      fc.nat(60),
      fc.constantFrom('', '|', '「', '（', '如果 ', '属于 ', '\n', '条文 ', '、', '10', '\uD800', '每项 x：\n |'),
      ({ name, text }, at, removed, inserted) => {
        const offset = at % (text.length + 1)
        const broken = text.slice(0, offset) + inserted + (removed === 60 ? '' : text.slice(offset + removed))
        workspace.set(name, broken)
        const analysis = workspace.analysis(name)
        for (const each of [-1, 0, offset, offset + inserted.length, broken.length, broken.length + 9])
          for (const { span } of completion(analysis, each, 'zh'))
            expect(0 <= span.start && span.start <= span.end && span.end <= broken.length).toBe(true)
        workspace.set(name, text)
      },
    ),
    { numRuns: 60 },
  )
})
