import type { ArithmeticOperator } from '../../grammar/tree.ts'

export type NumericKind = 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age' | 'date' | 'schedule'

/**
 * The operator table: which kinds an operator takes, what comes out, and how many decimals that has:
 * `more` = the larger of both, `sum` = both added, `quotient` = as division by a constant needs, else without end.
 * Whatever is not in the table is refused. The reference page and its tests are made from this table.
 */
export interface OperatorRow {
  readonly operator: ArithmeticOperator
  readonly left: NumericKind
  readonly right: NumericKind
  readonly result: NumericKind
  readonly decimals: 'more' | 'sum' | 'quotient' | 'none'
}

const row = (
  operator: ArithmeticOperator,
  left: NumericKind,
  right: NumericKind,
  result: NumericKind,
  decimals: OperatorRow['decimals'],
): OperatorRow => ({ operator, left, right, result, decimals })

const alike: readonly NumericKind[] = ['money', 'points', 'number', 'months', 'days']
const bothWays = (left: NumericKind, right: NumericKind, result: NumericKind): OperatorRow[] =>
  left === right
    ? [row('times', left, right, result, 'sum')]
    : [row('times', left, right, result, 'sum'), row('times', right, left, result, 'sum')]

export const operatorTable: readonly OperatorRow[] = [
  ...alike.flatMap((kind) => [row('plus', kind, kind, kind, 'more'), row('minus', kind, kind, kind, 'more')]),
  // A difference of rates is points; only the rest of a literal whole, 100% − rate, is a rate again (see arithmetic.ts).
  row('plus', 'rate', 'rate', 'points', 'more'),
  row('minus', 'rate', 'rate', 'points', 'more'),
  row('plus', 'rate', 'points', 'rate', 'more'),
  row('minus', 'rate', 'points', 'rate', 'more'),
  row('raisedBy', 'rate', 'points', 'rate', 'more'),
  row('loweredBy', 'rate', 'points', 'rate', 'more'),
  row('plus', 'schedule', 'points', 'schedule', 'more'),
  row('minus', 'schedule', 'points', 'schedule', 'more'),
  row('raisedBy', 'schedule', 'points', 'schedule', 'more'),
  row('loweredBy', 'schedule', 'points', 'schedule', 'more'),
  row('plus', 'date', 'months', 'date', 'none'),
  row('minus', 'date', 'months', 'date', 'none'),
  row('plus', 'date', 'days', 'date', 'none'),
  row('minus', 'date', 'days', 'date', 'none'),
  ...bothWays('money', 'rate', 'money'),
  ...bothWays('money', 'points', 'money'),
  ...bothWays('money', 'number', 'money'),
  ...bothWays('money', 'months', 'money'),
  ...bothWays('rate', 'rate', 'rate'),
  ...bothWays('rate', 'number', 'rate'),
  ...bothWays('schedule', 'number', 'schedule'),
  ...bothWays('schedule', 'rate', 'schedule'),
  ...bothWays('points', 'number', 'points'),
  ...bothWays('number', 'number', 'number'),
  ...bothWays('months', 'number', 'months'),
  ...bothWays('months', 'rate', 'months'),
  row('divide', 'money', 'number', 'money', 'quotient'),
  row('divide', 'money', 'months', 'money', 'quotient'),
  row('divide', 'money', 'money', 'number', 'quotient'),
  row('divide', 'rate', 'rate', 'number', 'quotient'),
  row('divide', 'rate', 'number', 'rate', 'quotient'),
  row('divide', 'points', 'points', 'number', 'quotient'),
  row('divide', 'points', 'number', 'points', 'quotient'),
  row('divide', 'months', 'months', 'number', 'quotient'),
  row('divide', 'months', 'number', 'months', 'quotient'),
  row('divide', 'number', 'number', 'number', 'quotient'),
]

const byOperands = new Map(operatorTable.map((each) => [`${each.operator} ${each.left} ${each.right}`, each]))

export function operatorRow(operator: ArithmeticOperator, left: string, right: string): OperatorRow | null {
  return byOperands.get(`${operator} ${left} ${right}`) ?? null
}
