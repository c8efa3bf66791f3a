import type { Evaluation } from '../../compiler/interpret/evaluation.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Expr, Origin, Program } from '../../compiler/program/program.ts'
import * as make from './make.ts'
import { arithmetic, cases, define, exact, input, money, onField, program, rate, ref, when } from './make.ts'

// A bill of one deductible, three bands, a fee at a flat rate, a move, and a list; and the text it could come from.

/** What the policy says, so that rows can be quoted. */
export const text = `表格 起付标准 按照 医院等级
  | 三级 | 1200元 |
  | 社区 |  300元 |
例外「免起付线」如果 已备案：起付标准 改为 0元
分段 支付比例 随着 年内费用
分担 总额
  至多 起付标准  计入 起付线
  按比例 支付比例 四舍五入到分  计入 基金
  按比例 3%  计入 服务费
  其余  计入 自付
转出 5元 出自 自付 计入 救助
`

function from(piece: string, article: number | null = 0, readings: number[] = []): Origin {
  const start = text.indexOf(piece)
  return {
    file: 'small.policy',
    start,
    end: start + piece.length,
    article,
    quotes: article === null ? [] : [0],
    readings,
  }
}

const total = input('total', money)
const yuan = (amount: string): Expr => exact(amount, money)
const isTertiary = make.isOneOf(input('tier', { kind: 'choice', choices: 'Tier' }), 'tertiary')
const table = from(text.slice(0, text.indexOf('\n例外')))
const bandsType = make.bands('1000', '2000')
const rest = (...lines: string[]): Expr =>
  lines.reduce((left, line) => arithmetic('subtract', left, ref(line, money)), total)
const field = { label: '', platform: null }

export const small: Program = program({
  policy: { id: 'small', label: '小<b>保险' },
  input: {
    eitherOf: [],
    fields: [
      onField,
      { ...field, path: 'total', label: '总额', type: { kind: 'money', optional: false } },
      { ...field, path: 'tier', label: '医院等级', type: { kind: 'choice', choices: 'Tier', optional: false } },
      { ...field, path: 'sum', label: '年内费用', type: { kind: 'money', optional: false } },
    ],
    lists: [
      {
        path: 'filings',
        label: '备案',
        fields: [{ ...field, path: 'valid', label: '有效', type: { kind: 'boolean', optional: false } }],
      },
    ],
  },
  definitions: [
    define('filed', make.field('filings', 'valid', make.truth), {
      label: '备案有效',
      over: 'filings',
      origin: from('备案'),
    }),
    define(
      'standard',
      cases(
        [
          when(
            make.fold('any', 'filings', ref('filed', make.truth)),
            yuan('0'),
            from('例外「免起付线」如果 已备案：起付标准 改为 0元', 0, [0]),
          ),
          when(make.is(true), cases([when(isTertiary, yuan('1200'), from('1200元'))], yuan('300')), table),
        ],
        null,
      ),
      { label: '起付标准', origin: table },
    ),
    define('fundRate', make.schedule(bandsType, '0.80', '0.85', '0.90'), {
      label: '支付比例',
      origin: from('分段 支付比例 随着 年内费用'),
    }),
    define('deductible', arithmetic('lesser', total, ref('standard', money)), {
      label: '起付线',
      role: 'share',
      origin: from('至多'),
    }),
    define(
      'fund',
      make.round(
        make.integrate(
          ref('fundRate', bandsType),
          arithmetic('add', input('sum', money), ref('deductible', money)),
          arithmetic('add', input('sum', money), total),
        ),
      ),
      { label: '基金', role: 'share', origin: from('按比例') },
    ),
    define('service', make.round(arithmetic('multiply', rest('deductible', 'fund'), exact('0.03', rate))), {
      label: '服务费',
      role: 'share',
      origin: from('按比例 3%'),
    }),
    define('ownBeforeMove', rest('deductible', 'fund', 'service'), {
      label: '自付（转出前）',
      role: 'share',
      origin: from('其余'),
    }),
    define('aid', arithmetic('lesser', ref('ownBeforeMove', money), yuan('5')), {
      label: '救助',
      role: 'move',
      origin: from('转出 5元', 1),
    }),
    define('own', arithmetic('subtract', ref('ownBeforeMove', money), ref('aid', money)), {
      label: '自付',
      role: 'share',
      origin: from('其余'),
    }),
    define('person', arithmetic('add', ref('own', money), ref('deductible', money)), {
      label: '个人负担',
      origin: from('其余'),
    }),
  ],
  splits: [
    {
      label: '总额',
      over: null,
      amount: total,
      when: make.is(true),
      origin: from('分担 总额', 0),
      lines: [
        { mode: 'upTo', definition: 'deductible', into: '起付线', share: 'deductible', origin: from('至多') },
        { mode: 'atRate', definition: 'fund', into: '基金', share: 'fund', origin: from('按比例') },
        { mode: 'atRate', definition: 'service', into: '服务费', share: 'service', origin: from('按比例 3%') },
        { mode: 'theRest', definition: 'ownBeforeMove', into: '自付', share: 'own', origin: from('其余') },
      ],
    },
  ],
  output: [
    { ...field, path: 'fund', label: '基金', type: money, value: ref('fund', money) },
    { ...field, path: 'deductible', label: '起付线', type: money, value: ref('deductible', money) },
    { ...field, path: 'person', label: '个人负担', type: money, value: ref('person', money) },
    { ...field, path: 'sum', label: '年内费用', type: money, value: arithmetic('add', input('sum', money), total) },
  ],
  sources: [
    { name: '文', title: '小“文件”', grade: 'official' },
    { name: '闻', title: '<script>alert(1)</script>', grade: 'unconfirmed' },
  ],
  articles: [
    { source: 0, title: '第一条 & 二' },
    { source: 1, title: '传闻' },
  ],
  quotes: [{ text: '起付线以下自付"', isVerbatim: true, cites: ['N1'], article: 0 }],
  readings: [
    { name: 'C1', statement: '备案的免起付线', because: "原文<未>说'", cites: [], alternatives: [], chosen: null },
  ],
})

export function evaluated(given: {
  readonly tier?: string
  readonly total?: string
  readonly filings?: readonly boolean[]
}): Evaluation {
  const { tier = 'tertiary', total: amount = '3000.10', filings = [] } = given
  const result = interpret(small, {
    on: '2023-06-01',
    total: amount,
    tier,
    sum: '500.00',
    filings: filings.map((valid) => ({ valid })),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.evaluation
}
