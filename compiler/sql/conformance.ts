import type { RoundingMode } from '../../runtime/round.ts'
import type { Dialect, Stored } from './dialect.ts'
import { Quantities } from './quantity.ts'
import { literal } from './sql.ts'
import { Wholes, widthFor } from './whole.ts'

/** What an engine has to answer before it may settle anything: a value of each row, worked out by hand. */
export interface Check {
  readonly says: string
  /** Names and types of what a row gives. */
  readonly of: Readonly<Record<string, Stored>>
  readonly value: (dialect: Dialect, column: (name: string) => string) => string
  /** What is given, as texts (null: NULL), and what comes of it. */
  readonly rows: readonly (readonly [given: readonly (string | null)[], is: string | null])[]
}

/** The forms in which a query rounds, at half and beside it, on both sides of zero; `count` counts ten thousandths. */
function rounding(type: 'big' | 'wide', mode: RoundingMode, rows: Check['rows']): Check {
  return {
    says: `${mode} in ${type}`,
    of: { count: type },
    value: (dialect, column) => {
      const wholes = new Wholes(dialect)
      const numbers = new Quantities(wholes, (value) => value)
      const most = type === 'big' ? 10n ** 15n : 10n ** 30n
      const count = wholes.of(literal(column('count')), -most, most, widthFor(-most, most))
      return numbers.round({ count, over: 10_000n }, 2, mode).count.sql.text
    },
    rows,
  }
}

const each = (pairs: Readonly<Record<string, string>>): Check['rows'] =>
  Object.entries(pairs).map(([given, is]) => [[given], is] as const)

const halves = {
  halfUp: each({
    '149': '1',
    '150': '2',
    '151': '2',
    '50': '1',
    '49': '0',
    '0': '0',
    '-49': '0',
    '-50': '-1',
    '-149': '-1',
    '-150': '-2',
    '-151': '-2',
    '900719925474050': '9007199254741',
    '-900719925474050': '-9007199254741',
  }),
  up: each({ '1': '1', '100': '1', '101': '2', '0': '0', '-1': '-1', '-100': '-1', '-101': '-2' }),
  down: each({ '99': '0', '100': '1', '199': '1', '-99': '0', '-199': '-1' }),
  halfEven: each({ '50': '0', '150': '2', '250': '2', '51': '1', '-50': '0', '-150': '-2', '-250': '-2', '-51': '-1' }),
} satisfies Record<RoundingMode, Check['rows']>

const modes = ['halfUp', 'up', 'down', 'halfEven'] as const

const items: Stored = 'text'

/** A list for each name, as the table of bills holds it. */
function listOf(dialect: Dialect, name: string): string {
  const fields = [
    { name: 'amount', type: 'big' },
    { name: '名', type: 'text' },
    { name: 'from', type: 'date' },
  ] as const
  const element = (amount: string, text: string): readonly string[] => [
    amount,
    dialect.text(text),
    dialect.date('2024-02-29'),
  ]
  const three = dialect.list(fields, [
    element('30', 'a'),
    element('CAST(NULL AS ' + dialect.types.big + ')', "b'"),
    element('12', 'c'),
  ])
  const none = dialect.list(fields, [])
  return `CASE ${name} WHEN 'three' THEN ${three} WHEN 'none' THEN ${none} END`
}

/** A check of a value of a list: of three elements (30, nothing, 12), of none, and where there is no list. */
function ofList(
  says: string,
  value: (dialect: Dialect, list: string) => string,
  [three, none, missing]: readonly [string | null, string | null, string | null],
): Check {
  return {
    says,
    of: { 'which.list': items },
    value: (dialect, column) => value(dialect, `(${listOf(dialect, column('which.list'))})`),
    rows: [
      [['three'], three],
      [['none'], none],
      [[null], missing],
    ],
  }
}

const names = (dialect: Dialect) => ({
  element: dialect.identifier('items|one'),
  index: dialect.identifier('items|place'),
})
const amounts = (dialect: Dialect, list: string): string => {
  const { element, index } = names(dialect)
  return dialect.map(list, { element, index }, dialect.field(element, 'amount', 'big'))
}
const asText = (dialect: Dialect, is: string): string => `CASE WHEN ${is} THEN 'yes' ELSE 'no' END`

/** Expected values are worked out by hand, from the meaning of a policy, not from what an engine says. */
export const checks: readonly Check[] = [
  ...modes.map((mode) => rounding('big', mode, halves[mode])),
  ...modes.map((mode) => rounding('wide', mode, halves[mode])),
  {
    // One engine took these for numbers of 16 bits, and 120000 for 54464.
    says: 'the value of a case',
    of: { level: 'text' },
    value: (_, column) => `CASE ${column('level')} WHEN 'a' THEN 30000 WHEN 'b' THEN 60000 ELSE 120000 END`,
    rows: each({ a: '30000', b: '60000', c: '120000' }),
  },
  {
    says: 'a condition that is unknown does not hold',
    of: { n: 'big' },
    value: (_, column) =>
      `CASE WHEN ${column('n')} > 1 THEN 'more' WHEN NOT ${column('n')} > 1 THEN 'less' ELSE 'unknown' END`,
    rows: [
      [['2'], 'more'],
      [['1'], 'less'],
      [[null], 'unknown'],
    ],
  },
  {
    says: 'nothing is none of some, or what stands for it',
    of: { text: 'text' },
    value: (dialect, column) =>
      `CASE WHEN coalesce(${column('text')} IN ('a', 'b'), FALSE) THEN ${column('text')} ELSE coalesce(NULLIF(${column('text')}, 'c'), 'nothing') END`,
    rows: [
      [['a'], 'a'],
      [['c'], 'nothing'],
      [['d'], 'd'],
      [[null], 'nothing'],
    ],
  },
  {
    says: 'division goes toward zero',
    of: { a: 'big', b: 'big' },
    value: (dialect, column) => dialect.quotient(column('a'), column('b'), 'big'),
    rows: [
      [['7', '2'], '3'],
      [['-7', '2'], '-3'],
      [['6', '2'], '3'],
      // Beyond 2^53, where floating point no longer tells neighbours apart.
      [['9007199254740993', '1'], '9007199254740993'],
      [['9223372036854775807', '2'], '4611686018427387903'],
      [['9223372036854775807', '9223372036854775807'], '1'],
      [['9223372036854775806', '9223372036854775807'], '0'],
    ],
  },
  {
    says: 'wide division goes toward zero',
    of: { a: 'wide', b: 'wide' },
    value: (dialect, column) => dialect.quotient(column('a'), column('b'), 'wide'),
    rows: [
      [['99999999999999999999999999999999', '3'], '33333333333333333333333333333333'],
      [['-99999999999999999999999999999998', '3'], '-33333333333333333333333333333332'],
      [['99999999999999999999999999999998', '99999999999999999999999999999999'], '0'],
    ],
  },
  {
    says: 'what remains has the sign of what is divided',
    of: { a: 'big', b: 'big' },
    value: (_, column) => `${column('a')} % ${column('b')}`,
    rows: [
      [['7', '2'], '1'],
      [['-7', '2'], '-1'],
    ],
  },
  {
    says: 'products are exact to 64 bits',
    of: { a: 'big' },
    value: (_, column) => `${column('a')} * ${column('a')}`,
    rows: each({ '3037000499': '9223372030926249001', '-94906267': '9007199515875289' }),
  },
  {
    says: 'wide products are exact',
    of: { a: 'wide' },
    value: (_, column) => `${column('a')} * ${column('a')}`,
    rows: each({ '3037000500': '9223372037000250000', '-9999999999999999': '99999999999999980000000000000001' }),
  },
  {
    says: 'the lesser and the greater',
    of: { a: 'int', b: 'big' },
    value: (_, column) => `least(${column('a')}, ${column('b')}) * 10 + greatest(${column('a')}, ${column('b')})`,
    rows: [
      [['1', '2'], '12'],
      [['2', '1'], '12'],
      [['-3', '4'], '-26'],
    ],
  },
  {
    says: 'names in quotes, as they are',
    of: {
      level: 'big',
      off: 'big',
      select: 'big',
      'visit.tier': 'big',
      级别: 'big',
      'a"b`c': 'big',
      'costs|items': 'big',
    },
    value: (_, column) =>
      ['level', 'off', 'select', 'visit.tier', '级别', 'a"b`c', 'costs|items'].map(column).join(' + '),
    rows: [[['1', '2', '4', '8', '16', '32', '64'], '127']],
  },
  {
    says: 'texts as they are',
    of: { text: 'text' },
    value: (dialect, column) =>
      `CASE WHEN ${column('text')} = ${dialect.text('it\'s "\\n" ${x} 宁波')} THEN 'same' WHEN ${column('text')} = 'a' THEN 'a' ELSE 'other' END`,
    rows: each({ 'it\'s "\\n" ${x} 宁波': 'same', a: 'a', A: 'other', 'a ': 'other' }),
  },
  {
    says: 'places and areas',
    of: { place: 'text', area: 'text' },
    value: (dialect, column) =>
      `CASE WHEN NOT ${dialect.matches(column('place'), '(33|81)[0-9][0-9][0-9][0-9]')} THEN 'none' WHEN ${dialect.startsWith(column('place'), column('area'))} THEN rpad(substr(${column('place')}, 1, 4), 6, '0') ELSE 'outside' END`,
    rows: [
      [['330281', '3302'], '330200'],
      [['330381', '3302'], 'outside'],
      [['33028', '3302'], 'none'],
      [['330281\n', '3302'], 'none'],
      [['3302811', '3302'], 'none'],
    ],
  },
  {
    says: 'months later, at most the last of the month',
    of: { from: 'date', count: 'int' },
    value: (dialect, column) => dialect.addMonths(column('from'), column('count')),
    rows: [
      [['2024-02-29', '12'], '2025-02-28'],
      [['2024-02-29', '48'], '2028-02-29'],
      [['2023-02-28', '12'], '2024-02-28'],
      [['2024-01-31', '1'], '2024-02-29'],
      [['2023-01-31', '1'], '2023-02-28'],
      [['2024-03-31', '-1'], '2024-02-29'],
      [['2023-12-15', '1'], '2024-01-15'],
      [['1900-01-31', '1'], '1900-02-28'],
      [[null, '1'], null],
    ],
  },
  {
    says: 'days later',
    of: { from: 'date', count: 'int' },
    value: (dialect, column) => dialect.addDays(column('from'), column('count')),
    rows: [
      [['2024-02-28', '1'], '2024-02-29'],
      [['2023-02-28', '1'], '2023-03-01'],
      [['1900-02-28', '1'], '1900-03-01'],
      [['2000-02-28', '1'], '2000-02-29'],
      [['2024-01-01', '-1'], '2023-12-31'],
    ],
  },
  ...(
    [
      ['first', 'month', '2024-02-01'],
      ['last', 'month', '2024-02-29'],
      ['first', 'year', '2024-01-01'],
      ['last', 'year', '2024-12-31'],
    ] as const
  ).map(([side, of, is]): Check => ({
    says: `the ${side} of the ${of}`,
    of: { day: 'date' },
    value: (dialect, column) => dialect.boundary(column('day'), side, of),
    rows: [[['2024-02-10'], is]],
  })),
  {
    says: 'years and months of dates',
    of: { day: 'date' },
    value: (dialect, column) =>
      `${dialect.part(column('day'), 'year')} * 100 + ${dialect.part(column('day'), 'month')}`,
    rows: each({ '2024-12-31': '202412', '1900-01-01': '190001' }),
  },
  {
    says: 'no date is later than no end',
    of: { a: 'date' },
    value: (dialect, column) =>
      `CASE WHEN ${column('a')} < ${dialect.openEnd} AND ${dialect.openEnd} = ${dialect.openEnd} THEN 'before' END`,
    rows: each({ '9999-12-31': 'before' }),
  },
  ofList('how many elements', (dialect, list) => dialect.length(list), ['3', '0', null]),
  ofList('the sum of elements', (dialect, list) => dialect.sum(amounts(dialect, list), 'big'), ['42', '0', '0']),
  ofList('the wide sum of elements', (dialect, list) => dialect.sum(amounts(dialect, list), 'wide'), ['42', '0', '0']),
  ...(['TRUE', 'FALSE'] as const).map((is) =>
    ofList(
      `whether ${is} is among them`,
      (dialect, list) => {
        const { element, index } = names(dialect)
        const isMore = `coalesce(${dialect.field(element, 'amount', 'big')} > 20, FALSE)`
        return asText(dialect, dialect.has(dialect.map(list, { element, index }, isMore), is))
      },
      ['yes', 'no', 'no'],
    ),
  ),
  ofList(
    'the first text there is, by place',
    (dialect, list) => {
      const { element, index } = names(dialect)
      const arrays = `(${amounts(dialect, list)})`
      const isMissing = `${dialect.at(arrays, index)} IS NULL AND ${dialect.field(element, 'from', 'date')} = ${dialect.date('2024-02-29')}`
      return dialect.first(
        dialect.map(
          list,
          { element, index },
          `CASE WHEN ${isMissing} THEN ${dialect.field(element, '名', 'text')} END`,
        ),
      )
    },
    ["b'", null, null],
  ),
]

/** Statements that have to fail: a number that is too large is an error, never another number. */
export const overflows: readonly Check[] = [
  {
    says: 'a sum beyond 64 bits fails',
    of: { a: 'big' },
    value: (_, column) => `${column('a')} + 1`,
    rows: [[['9223372036854775807'], null]],
  },
  {
    says: 'a product beyond 64 bits fails',
    of: { a: 'big' },
    value: (_, column) => `${column('a')} * 2`,
    rows: [[['-9223372036854775807'], null]],
  },
]
