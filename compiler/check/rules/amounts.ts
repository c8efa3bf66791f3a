import type { Expr } from '../../program/program.ts'
import { decimalsIn } from '../arithmetic.ts'
import { isUnknown } from '../describe-type.ts'
import { isNotNegative, rangeOf } from '../range.ts'
import { placeOf, type RuleInput } from './rule.ts'

/** Rule: what is paid or carried forward has at most two decimals, by its type; more needs a written rounding. */
export function amountsRounded({ typed, report }: RuleInput): void {
  const check = (expr: Expr, decimals: number | null, label: string): void => {
    if (isUnknown(expr) || (decimals !== null && decimals <= 2)) return
    report.error(
      'needs-rounding',
      { file: expr.at.file, span: { start: expr.at.start, end: expr.at.end } },
      { decimals: decimals ?? '∞', label },
      {
        fixes: [
          { label: '四舍五入到分', edits: [{ span: { start: expr.at.end, end: expr.at.end }, text: ' 四舍五入到分' }] },
        ],
      },
    )
  }
  for (const split of typed.splits) {
    check(split.amount, decimalsIn(split.amount.type), split.label)
    for (const line of split.lines) {
      if (!line.amount) continue
      const own = decimalsIn(line.amount.type)
      if (line.mode !== 'atRate') check(line.amount, own, line.into.label)
      else if (!line.rounding) check(line.amount, own === null ? null : own + 2, line.into.label)
    }
  }
  for (const move of typed.moves) check(move.amount, decimalsIn(move.amount.type), move.into.label)
  for (const { amount, path } of typed.accumulations) check(amount, decimalsIn(amount.type), path)
  for (const { defined, general, exceptions } of typed.terms) {
    if (!defined.output) continue
    for (const { value } of [...general, ...exceptions]) {
      if (value.type.kind === 'money') check(value, decimalsIn(value.type), defined.label)
      else if (value.type.kind === 'months' && value.type.decimals !== 0)
        report.error(
          'needs-rounding',
          placeOf({ ...value.at }),
          { decimals: value.type.decimals ?? '∞', label: defined.label },
          {
            fixes: [
              {
                label: '向上取整到月',
                edits: [{ span: { start: value.at.end, end: value.at.end }, text: ' 向上取整到月' }],
              },
            ],
          },
        )
    }
  }
}

/** Rule: a line that takes up to a difference says what holds when the difference is below zero. */
export function amountsFloored({ typed, report }: RuleInput): void {
  for (const split of typed.splits)
    for (const line of split.lines) {
      if (line.mode !== 'upTo' || !line.amount || isUnknown(line.amount) || isNotNegative(rangeOf(line.amount, typed)))
        continue
      const { at } = line.amount
      report.warning(
        'may-be-negative',
        placeOf(at),
        { label: line.into.label },
        { fixes: [{ label: '不足为零', edits: [{ span: { start: at.end, end: at.end }, text: ' 不足为零' }] }] },
      )
    }
}
