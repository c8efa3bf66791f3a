/** The operator table: every row against an independent computation, and everything else refused. */
import { describe, expect, test } from 'vitest'
import { operatorRow, operatorTable, type OperatorRow } from '../../compiler/check/operators.ts'
import { exampleOf, operatorPage } from '../../compiler/reference/operator-page.ts'
import type { ArithmeticOperator } from '../../grammar/tree.ts'
import { daysLater, monthsLater } from './calendar.ts'
import { decimalsNeeded, fraction, greater, lesser, minus, over, plus, show, times, type Fraction } from './fraction.ts'
import {
  bandsOf,
  compileSum,
  kinds,
  sides,
  typeOfSum,
  valueOfSum,
  writeBands,
  type Kind,
  type Side,
} from './sum-policy.ts'

const written: Readonly<Record<ArithmeticOperator, string>> = {
  plus: '+',
  minus: '−',
  times: '×',
  divide: '÷',
  loweredBy: '下浮',
  raisedBy: '上浮',
}
const operators = Object.keys(written) as ArithmeticOperator[]
const isAdjusting = (operator: ArithmeticOperator) => operator === 'loweredBy' || operator === 'raisedBy'

/** How many decimals the fields have; 甲分段 has rates of one, 乙分段 of two. */
const decimalsOfField: Readonly<Record<Kind, readonly [number, number]>> = {
  money: [2, 2],
  rate: [6, 6],
  points: [6, 6],
  number: [6, 6],
  months: [0, 0],
  days: [0, 0],
  age: [0, 0],
  date: [0, 0],
  boolean: [0, 0],
  region: [0, 0],
  choice: [0, 0],
  schedule: [1, 2],
}

describe('a sum that is not in the table', () => {
  const pairs = operators.flatMap((operator) =>
    kinds.flatMap((left) => kinds.map((right) => [operator, left, right] as const)),
  )
  const refused = pairs.filter(([operator, left, right]) => !operatorRow(operator, left, right))

  test('is what is left of all pairs of kinds', () => {
    expect(pairs).toHaveLength(6 * 12 * 12)
    expect(refused).toHaveLength(pairs.length - operatorTable.length)
  })

  test.each(refused)('is refused once: %s %s %s', (operator, left, right) => {
    const sum = `${sides[left][0]} ${written[operator]} ${sides[right][1]}`
    const { programs, problems } = compileSum(sum)
    // 80% lowered by 0.1 or by 10%: a problem of its own, since points are meant.
    const isNearMiss =
      isAdjusting(operator) && (left === 'rate' || left === 'schedule') && (right === 'rate' || right === 'number')
    // A banded rate where a rate may stand: what is wrong is not the sum, but that bands are used outside a split.
    const asRate = (kind: Kind) => (kind === 'schedule' ? 'rate' : kind)
    const isBanded = operatorRow(operator, asRate(left), asRate(right)) !== null
    const code = isNearMiss ? 'lowered-by-number' : isBanded ? 'schedule-used' : 'operator-types'
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(programs).toEqual([])
    if (code !== 'schedule-used') expect(problems[0]?.facts).toMatchObject({ operator })
  })
})

describe.each(operatorTable)('$left $operator $right', (row) => {
  const compiled = compileSum(sumOf(row))

  test('has the kind and the decimals of the table', () => {
    expect(compiled.problems).toEqual([])
    expect(typeOfSum(compiled)).toMatchObject({ kind: row.result, ...decimalsFrom(row) })
  })

  test('has the value that fractions give', () => {
    const [program] = compiled.programs
    if (!program) throw new Error('not compiled')
    for (const [left, right] of cases) {
      const expected = expectedOf(row, left, right)
      expect(valueOfSum(program, left, right), `${JSON.stringify(left)} ${JSON.stringify(right)}`).toBe(expected)
    }
  })

  test('never needs more decimals than its type says', () => {
    const type = typeOfSum(compiled)
    if (type === null || !('decimals' in type) || type.decimals === null) return
    for (const [left, right] of cases)
      for (const value of numbersOf(row, left, right)) {
        expect(decimalsNeeded(value) ?? Infinity).toBeLessThanOrEqual(type.decimals)
      }
  })

  test('is written in the page so that it compiles to the same kind, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const example = compileSum(exampleOf(row, language))
      expect(example.problems).toEqual([])
      expect(typeOfSum(example)).toMatchObject({ kind: row.result })
    }
  })
})

describe('what is written out', () => {
  // Each with what it is, by hand: yuan, parts of one, months.
  const sums: readonly (readonly [string, string, string])[] = [
    ['1200元 − 900元', 'money', '300'],
    ['3.5万元 + 0.5元', 'money', '70001/2'],
    ['1亿元 ÷ 3', 'money', '100000000/3'],
    ['10万元 × 80%', 'money', '80000'],
    ['1000元 × 10个百分点', 'money', '100'],
    ['80% − 20%', 'points', '3/5'],
    ['80% + 20%', 'points', '1'],
    ['80% × 90%', 'rate', '18/25'],
    ['80% × 1.5', 'rate', '6/5'],
    ['80% ÷ 3', 'rate', '4/15'],
    ['80% 下浮 10个百分点', 'rate', '7/10'],
    ['80% 下浮 90个百分点', 'rate', '0'],
    ['80% 上浮 30个百分点', 'rate', '1'],
    ['80% + 30个百分点', 'rate', '1'],
    ['10% − 20个百分点', 'rate', '0'],
    ['100% − 14%', 'rate', '43/50'],
    ['100% − 14个百分点', 'rate', '43/50'],
    ['（11% − 3.7%） ÷ （10% − 3.7%）', 'number', '73/63'],
    ['180个月 × 4/3', 'months', '240'],
    ['15年 + 6个月', 'months', '186'],
    ['20年 ÷ 15年', 'number', '4/3'],
    ['4 ÷ 3 × 3', 'number', '4'],
    ['4/3 × 3', 'number', '4'],
    ['30日 + 15日', 'days', '45'],
    ['2023年1月31日 + 1个月', 'date', '2023-02-28'],
    ['2024年2月29日 + 1年', 'date', '2025-02-28'],
    ['2024年2月29日 + 12个月 − 1日', 'date', '2025-02-27'],
    ['2023年3月1日 − 1日', 'date', '2023-02-28'],
    ['2 + 3 × 4', 'number', '14'],
    ['（2 + 3） × 4', 'number', '20'],
    ['10 − 3 − 2', 'number', '5'],
    ['12 ÷ 3 × 2', 'number', '8'],
    ['较小者（3、2、5）', 'number', '2'],
    ['较大者（3元、2元、5元）', 'money', '5'],
  ]
  test.each(sums)('%s', (sum, kind, value) => {
    const compiled = compileSum(sum)
    expect(compiled.problems).toEqual([])
    expect(typeOfSum(compiled)?.kind).toBe(kind)
    expect(valueOfSum(compiled.programs[0]!, ordinary, ordinary)).toBe(value)
  })

  test('a division by zero is refused where it is written, and settles no case where it comes in', () => {
    expect(compileSum('甲金额 ÷ 0').problems.map(({ code }) => code)).toEqual(['division-by-zero'])
    const [program] = compileSum('甲金额 ÷ 乙数').programs
    expect(valueOfSum(program!, ordinary, { ...ordinary, number: '0' })).toBe('division-by-zero')
  })

  test('100% − rate is a rate only with a written 100%', () => {
    const kindOf = (sum: string) => typeOfSum(compileSum(sum))?.kind
    expect(['100% − 甲比例', '100% − 甲分段', '99% − 甲比例', '甲比例 − 乙比例'].map(kindOf)).toEqual([
      'rate',
      'schedule',
      'points',
      'points',
    ])
    const [program] = compileSum('100% − 甲分段').programs
    expect(valueOfSum(program!, ordinary, ordinary)).toBe('9/10 to 10000, 2/5')
  })
})

test('the page of operators is that of the table', async () => {
  await expect(operatorPage(operatorTable)).toMatchFileSnapshot('../../compiler/reference/operators.md')
})

function sumOf({ operator, left, right }: OperatorRow): string {
  return `${sides[left][0]} ${written[operator]} ${sides[right][1]}`
}

function decimalsFrom({ left, right, decimals }: OperatorRow): { decimals?: number | null } {
  const [a, b] = [decimalsOfField[left][0], decimalsOfField[right][1]]
  if (left === 'days' || left === 'date') return {}
  switch (decimals) {
    case 'more':
      return { decimals: Math.max(a, b) }
    case 'sum':
      return { decimals: a + b }
    // No divisor is written here, so it may be 3.
    case 'quotient':
      return { decimals: null }
    case 'none':
      return {}
  }
}

const operations = { plus, minus, times, divide: over, loweredBy: minus, raisedBy: plus }
const [none, whole] = [fraction('0'), fraction('1')]

function expectedOf(row: OperatorRow, left: Side, right: Side): string {
  const { operator } = row
  if (row.result === 'date') {
    const amount = row.right === 'months' ? right.months : 45
    const move = row.right === 'months' ? monthsLater : daysLater
    return move(left.date, operator === 'minus' ? -amount : amount)
  }
  if (operator === 'divide' && numberOf(row.right, right, 1).top === 0n) return 'division-by-zero'
  const values = numbersOf(row, left, right)
  if (row.result !== 'schedule') return show(values[0]!)
  return writeBands([fraction(bandsOf[row.left === 'schedule' ? 0 : 1].edge)], values)
}

/** The value, or the rate of each band; none where it is a date or can't be divided. */
function numbersOf(row: OperatorRow, left: Side, right: Side): Fraction[] {
  if (row.result === 'date') return []
  const operate = (a: Fraction, b: Fraction): Fraction[] => {
    if (row.operator === 'divide' && b.top === 0n) return []
    const value = operations[row.operator](a, b)
    const isCapped = (row.left === 'rate' || row.left === 'schedule') && row.right === 'points'
    return [isCapped ? lesser(whole, greater(none, value)) : value]
  }
  if (row.left === 'schedule')
    return bandsOf[0].rates.flatMap((rate) => operate(fraction(rate), numberOf(row.right, right, 1)))
  if (row.right === 'schedule')
    return bandsOf[1].rates.flatMap((rate) => operate(numberOf(row.left, left, 0), fraction(rate)))
  return operate(numberOf(row.left, left, 0), numberOf(row.right, right, 1))
}

function numberOf(kind: OperatorRow['left'], side: Side, which: 0 | 1): Fraction {
  switch (kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      return fraction(String(side[kind]))
    case 'days':
      return fraction(which === 0 ? '30' : '45')
    case 'age':
    case 'date':
    case 'schedule':
      throw new Error(`${kind} is no number here`)
  }
}

const ordinary: Side = { money: '1000.00', rate: '0.5', points: '0.1', number: '2', months: 6, date: '2023-05-31' }

// Edges on both sides of every pair, and amounts that divide badly. Points are never negative here.
const moneys = ['0', '0.01', '1234.56', '35000', '9999999999999.99']
const parts = ['0', '0.000001', '0.15', '0.333333', '0.9', '1']
const numbers = ['0', '1', '-1.5', '3', '0.000007', '1234567.654321']
const counts = [0, 1, 11, 12, 13, 180, 240]
const dates = ['2023-01-31', '2024-02-29', '2000-12-31', '1999-03-01', '2023-06-15']

const pick = <Item>(from: readonly Item[], index: number): Item => from[index % from.length]!
const side = (index: number, step: number): Side => ({
  money: pick(moneys, index * step),
  rate: pick(parts, index * step + 1),
  points: pick(parts, index * step + 2),
  number: pick(numbers, index * step + 3),
  months: pick(counts, index * step + 4),
  date: pick(dates, index * step),
})
const cases = Array.from({ length: 42 }, (_, index) => [side(index, 1), side(index, 5)] as const)
