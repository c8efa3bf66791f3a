import type { KeywordToken } from '../../../grammar/keywords.ts'
import type { Fix } from '../../../grammar/problem.ts'
import type { Expr, Place } from '../../program/program.ts'
import type { Type } from '../../program/type.ts'
import { decimalsIn } from '../arithmetic.ts'
import { isUnknown } from '../describe-type.ts'
import { isNotNegative, rangeOf } from '../range.ts'
import { keyword, languageOf } from '../spelling.ts'
import type { TypedEdition } from '../typed.ts'
import { placeOf, type RuleInput } from './rule.ts'

type MonthsType = Extract<Type, { kind: 'months' }>

/** Rule: what is paid or carried forward has at most two decimals, by its type; more needs a written rounding. */
export function amountsRounded({ typed, report }: RuleInput): void {
  /** `isAmount`: a rounding can be written behind it. */
  const check = (expr: Expr, decimals: number | null, label: string, isAmount: boolean): void => {
    if (isUnknown(expr) || (decimals !== null && decimals <= 2)) return
    const fixes = isAmount ? append(expr.at, 'HalfUpFen', typed) : []
    const facts = { decimals: decimals ?? '∞', label, to: 'fen', here: isAmount ? 'yes' : 'no' }
    report.error('needs-rounding', placeOf(expr.at), facts, { fixes })
  }
  const wholeMonths = (expr: Expr, { decimals }: MonthsType, label: string, isAmount: boolean): void => {
    if (decimals === 0) return
    const facts = { decimals: decimals ?? '∞', label, to: 'months', here: isAmount ? 'yes' : 'no' }
    report.error('needs-rounding', placeOf(expr.at), facts, {
      fixes: isAmount ? append(expr.at, 'UpMonth', typed) : [],
    })
  }
  for (const split of typed.splits) {
    check(split.amount, decimalsIn(split.amount.type), split.written, false)
    for (const line of split.lines) {
      if (!line.amount) continue
      const own = decimalsIn(line.amount.type)
      if (line.mode !== 'atRate') check(line.amount, own, line.into.written, true)
      else if (!line.rounding) check(line.amount, own === null ? null : own + 2, line.into.written, true)
    }
  }
  for (const move of typed.moves) check(move.amount, decimalsIn(move.amount.type), move.into.written, true)
  for (const { amount, written } of typed.accumulations) check(amount, decimalsIn(amount.type), written, false)
  for (const { defined, type, general, exceptions, adjustments } of typed.terms) {
    if (!defined.output) continue
    const last = adjustments.at(-1)
    if (last && type.kind === 'money') check(last.by, type.decimals, defined.written, false)
    if (last && type.kind === 'months') wholeMonths(last.by, type, defined.written, false)
    const values = [...general, ...exceptions.map((each) => ({ ...each, kind: 'define' as const }))]
    for (const { value, kind } of values) {
      const of = value.type.kind === 'optional' ? value.type.of : value.type
      if (of.kind === 'money') check(value, of.decimals, defined.written, kind === 'define')
      else if (of.kind === 'months') wholeMonths(value, of, defined.written, kind === 'define')
    }
  }
}

/** Rule: a line that takes up to a difference says what holds when the difference is below zero. */
export function amountsFloored({ typed, report }: RuleInput): void {
  for (const split of typed.splits)
    for (const line of split.lines) {
      if (line.mode !== 'upTo' || !line.amount || isUnknown(line.amount) || isNotNegative(rangeOf(line.amount, typed)))
        continue
      // 不足为零 stands before the rounding.
      const { at } = line.amount.kind === 'round' ? line.amount.value : line.amount
      const fixes = append(at, 'NotBelowZero', typed)
      report.warning('may-be-negative', placeOf(at), { label: line.into.written }, { fixes })
    }
}

function append(at: Place, token: KeywordToken, { policy }: TypedEdition): readonly Fix[] {
  const word = keyword(token, languageOf({ policy, file: at.file }))
  return [{ label: word, edits: [{ span: { start: at.end, end: at.end }, text: ` ${word}` }] }]
}
