import { keywords } from '../../grammar/keywords.ts'
import type { ArithmeticOperator, Language } from '../../grammar/tree.ts'
import { writeQuantity } from '../../grammar/units.ts'
import type { NumericKind, OperatorRow } from '../check/operators.ts'

/** The page about the operator table, in both languages: every row, and what is not in the table is refused. */
export function operatorPage(table: readonly OperatorRow[]): string {
  return [
    ...intro,
    ...operators.flatMap((operator) => {
      const rows = table.filter((row) => row.operator === operator)
      return rows.length === 0 ? [] : section(operator, rows)
    }),
    ...outro,
    '',
  ].join('\n')
}

/** A row as a sum that can be written in a policy; a banded rate has no literal, so it stands as a name. */
export function exampleOf({ operator, left, right }: OperatorRow, language: Language): string {
  return [lefts[left][language], writtenOperator(operator, language), rights[right][language]].join(' ')
}

const operators: readonly ArithmeticOperator[] = ['plus', 'minus', 'times', 'divide', 'loweredBy', 'raisedBy']

const symbols: Readonly<Record<'plus' | 'minus' | 'times' | 'divide', Record<Language, string>>> = {
  plus: { zh: '+', en: '+' },
  minus: { zh: '−', en: '-' },
  times: { zh: '×', en: '*' },
  divide: { zh: '÷', en: '/' },
}

function writtenOperator(operator: ArithmeticOperator, language: Language): string {
  if (operator !== 'loweredBy' && operator !== 'raisedBy') return symbols[operator][language]
  const token = operator === 'loweredBy' ? 'LoweredBy' : 'RaisedBy'
  return keywords.find((keyword) => keyword.token === token)?.[language] ?? operator
}

const kinds: Readonly<Record<NumericKind, Record<Language, string>>> = {
  money: { zh: '金额', en: 'money' },
  rate: { zh: '比例', en: 'rate' },
  points: { zh: '百分点', en: 'points' },
  number: { zh: '数', en: 'number' },
  months: { zh: '月数', en: 'months' },
  days: { zh: '天数', en: 'days' },
  age: { zh: '周岁', en: 'age' },
  date: { zh: '日期', en: 'date' },
  schedule: { zh: '分段比例', en: 'banded rate' },
}

const quantity = (digits: string, unit: Parameters<typeof writeQuantity>[1]): Record<Language, string> => ({
  zh: writeQuantity(digits, unit, 'zh'),
  en: writeQuantity(digits, unit, 'en'),
})

type Operands = Readonly<Record<NumericKind, Record<Language, string>>>

const lefts: Operands = {
  money: quantity('1200', 'yuan'),
  rate: quantity('80', 'percent'),
  points: quantity('10', 'points'),
  number: { zh: '1.5', en: '1.5' },
  months: quantity('18', 'months'),
  days: quantity('30', 'days'),
  age: quantity('45', 'yearsOld'),
  date: { zh: '2023年1月31日', en: '2023-01-31' },
  schedule: { zh: '各段比例', en: 'bandedRate' },
}
const rights: Operands = {
  money: quantity('300', 'yuan'),
  rate: quantity('20', 'percent'),
  points: quantity('5', 'points'),
  number: { zh: '4', en: '4' },
  months: quantity('6', 'months'),
  days: quantity('15', 'days'),
  age: quantity('18', 'yearsOld'),
  date: { zh: '2023年12月31日', en: '2023-12-31' },
  schedule: { zh: '各段比例', en: 'bandedRate' },
}

const decimals: Readonly<Record<OperatorRow['decimals'], Record<Language, string>>> = {
  more: { zh: '两边中较多的', en: 'the more of both' },
  sum: { zh: '两边相加', en: 'both added' },
  quotient: { zh: '除数写定时除尽所需，否则不限', en: 'what a written divisor needs, else without end' },
  none: { zh: '—', en: '—' },
}

function section(operator: ArithmeticOperator, rows: readonly OperatorRow[]): string[] {
  const [zh, en] = [writtenOperator(operator, 'zh'), writtenOperator(operator, 'en')]
  return [
    '',
    zh === en ? `## ${zh}` : `## ${zh} \`${en}\``,
    '',
    '| 左 | 右 | 得 | 小数位数 | 例 | left | right | gives | decimals | example |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${[...columns(row, 'zh'), ...columns(row, 'en')].join(' | ')} |`),
  ]
}

const columns = (row: OperatorRow, language: Language): string[] => [
  kinds[row.left][language],
  kinds[row.right][language],
  kinds[row.result][language],
  decimals[row.decimals][language],
  `\`${exampleOf(row, language)}\``,
]

const intro = [
  '# 算式的两边 · Operators',
  '',
  '这一页由编译器检查算式所用的表生成。表里没有的组合一律不能写，例如金额加比例、金额乘金额、日期减日期。',
  '“小数位数”说结果最多有几位小数：金额以元计，比例和百分点以一计（15% 是 0.15，两位小数），月数以月计。',
  '“分段比例”是“分段”规定的名称（表里写作`各段比例`），运算对每一段的比例分别进行。',
  '',
  'This page is made from the table by which the compiler checks sums. What is not in the table can’t be written:',
  'money plus a rate, money times money, a date minus a date.',
  '“decimals” says how many digits after the point the result can have: money counts in yuan, rates and points in parts of one',
  '(15% is 0.15, two decimals), months in months. A “banded rate” is what `bands` defines (`bandedRate` in the examples);',
  'an operation works on the rate of each band.',
]

const outro = [
  '',
  '## 表外的两条 · Two rules beside the table',
  '',
  '- `100% − 比例` 得比例：其余的部分。左边必须写成 `100%`，右边是比例或分段比例。其他的比例相减得百分点。',
  '- 比例加百分点、上浮以后不超过 100%；减百分点、下浮以后不低于 0%。分段比例的每一段都是如此。',
  '- `100% - rate` is a rate: what remains. The left side has to be written `100%`, the right is a rate or a banded rate.',
  '  Every other difference of rates is points.',
  '- A rate plus points, or raised, is never above 100%; minus points, or lowered, never below 0%. So is each band of a banded rate.',
]
