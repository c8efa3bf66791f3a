import type { Name, Span, Text } from './tree.ts'

/** Rows above the rule |---|---| are head rows (one per column dimension, or the column names of an example's list). */
export interface Grid {
  readonly kind: 'grid'
  readonly head: readonly Row[]
  readonly body: readonly Row[]
  readonly span: Span
}
export interface Row {
  readonly kind: 'row'
  readonly cells: readonly Cell[]
  readonly span: Span
}
export type Cell =
  | { readonly kind: 'otherwise' | 'same' | 'whatever' | 'missing'; readonly span: Span }
  /** 不满 45周岁 */
  | {
      readonly kind: 'compareCell'
      readonly operator: CompareOperator
      readonly value: Expression
      readonly span: Span
    }
  /** One or several values or ranges, separated by 、 */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly span: Span }
export interface Entry {
  readonly kind: 'entry'
  readonly value: Expression
  /** （含） after the value; null where nothing is said. */
  readonly valueIncluded: boolean
  /** The upper end of a range 3.5万元—7万元（含）. */
  readonly to: Expression | null
  readonly toIncluded: boolean
  readonly span: Span
}

/** An expression as a rule states it: 不足为零 first, then the rounding. */
export interface Amount {
  readonly kind: 'amount'
  readonly value: Expression
  readonly floorZero: boolean
  readonly rounding: Rounding | null
  readonly span: Span
}

export type CompareOperator =
  'below' | 'atLeast' | 'moreThan' | 'atMost' | 'before' | 'after' | 'notBefore' | 'notAfter' | 'equals'
export type ArithmeticOperator = 'plus' | 'minus' | 'times' | 'divide' | 'loweredBy' | 'raisedBy'
export type Rounding = 'halfUpFen' | 'halfUpYuan' | 'upMonth' | 'upFen' | 'downFen' | 'halfEvenFen'
export type Unit = 'yuan' | 'wanYuan' | 'yiYuan' | 'percent' | 'points' | 'years' | 'yearsOld' | 'months' | 'days'

export type Expression =
  | { readonly kind: 'quantity'; readonly digits: string; readonly unit: Unit; readonly span: Span }
  | { readonly kind: 'number'; readonly digits: string; readonly span: Span }
  | { readonly kind: 'fraction'; readonly numerator: string; readonly denominator: string; readonly span: Span }
  | DateLiteral
  | Text
  | Name
  | { readonly kind: 'openEnded'; readonly span: Span }
  | { readonly kind: 'absent'; readonly span: Span }
  | { readonly kind: 'call'; readonly callee: Name; readonly arguments: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'parens'; readonly inner: Expression; readonly span: Span }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'compare'
      readonly operator: CompareOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'membership'
      readonly negated: boolean
      readonly left: Expression
      readonly members: readonly Expression[]
      readonly span: Span
    }
  | {
      readonly kind: 'logic'
      readonly operator: 'and' | 'or'
      readonly operands: readonly Expression[]
      readonly span: Span
    }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  /** 终止日期 未填则 无期限 */
  | { readonly kind: 'orElse'; readonly value: Expression; readonly fallback: Expression; readonly span: Span }
  | Quantified
  | { readonly kind: 'missing'; readonly span: Span }

/** `digits` keep what was written, without `_` and in halfwidth; year, month, day need not be a real date yet. */
export interface DateLiteral {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly span: Span
}

export interface Quantified {
  readonly kind: 'quantified'
  readonly quantifier: 'any' | 'all' | 'count' | 'sum'
  readonly list: Name
  readonly taking: Expression | null
  readonly suchThat: Expression | null
  readonly span: Span
}
