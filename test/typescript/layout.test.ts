import { join } from 'node:path'
import { check, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { emitDecision, emitDeclaration, emitTypeScript } from '../../compiler/typescript/emit.ts'
import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import * as make from '../interpret/make.ts'
import { ningbo, ningboTexts } from '../interpret/ningbo.ts'

const root = join(import.meta.dirname, '..', '..')
const program = ningbo()

test('generated code is as prettier would have it, in the style of this repository', async () => {
  const style = { ...(await resolveConfig(join(root, 'package.json'))), parser: 'typescript' }
  const { code } = await emitTypeScript(program, ningboTexts)
  expect(await check(code, style)).toBe(true)
  expect(await check(await emitDecision([program], () => './x.js'), style)).toBe(true)
  expect(await check(await emitDeclaration([program], 'inside'), style)).toBe(true)
})

test('laid out or not, it is the same code', async () => {
  const words = (code: string) => code.replace(/\/\/# sourceMappingURL.*/, '').match(/[\p{L}\p{N}_$]+/gu)
  expect(words((await emitTypeScript(program, ningboTexts)).code)).toEqual(
    words(toTypeScript(program, ningboTexts).code),
  )
})

test('is written again the same', async () => {
  const [first, second] = await Promise.all([
    emitTypeScript(program, ningboTexts),
    emitTypeScript(ningbo(), ningboTexts),
  ])
  expect(first).toEqual(second)
})

test('recorded: what an engineer would have written beside the circular', async () => {
  const { code } = await emitTypeScript(clinic, new Map())
  await expect(code.replace(/\/\/# sourceMappingURL.*\n/, '')).toMatchFileSnapshot('../cases/typescript/clinic.ts')
})

const origin = { ...make.origin, article: 0, quotes: [0], readings: [0] }
const from = (quote: number) => ({ ...origin, quotes: [quote], readings: [] })
const tierOf = make.input('visit.tier', { kind: 'choice', choices: 'Tier' })
const rates = make.bands('35000', '70000')
const yuan = (text: string) => make.exact(text, make.money)
const total = make.input('visit.total', make.money)
const paid = make.input('visit.paid', make.money)
const standard = make.ref('standard', make.money)
const shared = make.ref('shared', make.money)
const item = make.field('items', 'amount', make.money)

/** A small program that shows every form that generated code takes. */
const clinic = make.program({
  policy: { id: 'example.clinic', label: '示例' },
  input: {
    eitherOf: [],
    fields: [
      make.onField,
      {
        path: 'visit.tier',
        label: '等级',
        type: { kind: 'choice', choices: 'Tier', optional: false },
        platform: 'hosp_lv',
      },
      { path: 'visit.total', label: '总额', type: { kind: 'money', optional: false }, platform: null },
      { path: 'visit.paid', label: '已付', type: { kind: 'money', optional: true }, platform: null },
    ],
    lists: [
      {
        path: 'items',
        label: '明细',
        fields: [{ path: 'amount', label: '金额', type: { kind: 'money', optional: false }, platform: null }],
      },
    ],
  },
  definitions: [
    make.define(
      'standard',
      make.cases(
        [
          make.when(make.isOneOf(tierOf, 'tertiary'), yuan('1200'), from(0)),
          make.when(make.isOneOf(tierOf, 'community'), yuan('300'), from(1)),
        ],
        null,
      ),
      { label: '起付标准', origin },
    ),
    make.define(
      'shared',
      make.arithmetic('greater', make.arithmetic('subtract', total, make.orElse(paid, yuan('0'))), yuan('0')),
      { label: '共负段' },
    ),
    make.define('rates', make.schedule(rates, '4/5', '17/20', '19/20'), { label: '支付比例' }),
    make.define('large', make.compare(yuan('1000.50'), 'lessOrEqual', item), { label: '大额', over: 'items' }),
    make.define('count', make.fold('count', 'items', make.ref('large', make.truth)), { label: '大额件数' }),
    make.define('share', make.arithmetic('divide', standard, total, make.number), { label: '占比' }),
    make.define(
      'fund',
      make.round(make.integrate(make.ref('rates', rates), standard, make.arithmetic('add', standard, shared))),
      { label: '基金', type: make.money },
    ),
  ],
  output: [
    { path: 'fund', label: '基金', platform: 'hifp_pay', type: make.money, value: make.ref('fund', make.money) },
    {
      path: 'large.count',
      label: '件数',
      platform: null,
      type: { ...make.number, decimals: 0 } as never,
      value: make.ref('count', make.number),
    },
    { path: 'large.share', label: '占比', platform: null, type: make.number, value: make.ref('share', make.number) },
  ],
  invariants: [
    { label: '基金不超过共负段', condition: make.compare(make.ref('fund', make.money), 'lessOrEqual', shared), origin },
  ],
  sources: [{ name: '办法', title: '示例办法', grade: 'official' }],
  articles: [{ source: 0, title: '第三条' }],
  quotes: ['三级医院起付标准1200元。', '社区医院起付标准300元。'].map((text) => ({
    text,
    isVerbatim: true,
    cites: [],
    article: 0,
  })),
  readings: [{ name: 'C01', statement: '按等级', because: '原文如此', cites: [], alternatives: [], chosen: null }],
})
