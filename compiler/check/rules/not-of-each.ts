import { partsOf } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { keyword, languageOf } from '../spelling.ts'
import { holdsUnknown, placeOf, type RuleInput } from './rule.ts'

const ofWholeCase = { move: 'Move', accumulate: 'Accumulate' } as const

/**
 * Rule: what is moved and accumulated is of the whole case, not of each element of a list; and what each element shares
 * out is its own, since the amount of a case would be shared out as often as there are elements.
 */
export function notOfEach({ typed, report }: RuleInput): void {
  const { policy, edition, symbols } = typed
  for (const { rule, over, file } of edition.rules) {
    if (over === null || (rule.kind !== 'move' && rule.kind !== 'accumulate')) continue
    const word = keyword(ofWholeCase[rule.kind], languageOf({ policy, file }))
    report.error('not-of-each', { file, span: rule.span }, { keyword: word, list: over })
  }
  const ofElements = new Set(symbols.defined.flatMap(({ id, over }) => (over === null ? [] : [id])))
  const isOwn = (expr: Expr): boolean =>
    expr.kind === 'field' || (expr.kind === 'ref' && ofElements.has(expr.id)) || partsOf(expr).some(isOwn)
  for (const { over, amount, origin } of typed.splits) {
    if (over === null || isOwn(amount) || holdsUnknown(amount)) continue
    const word = keyword('Split', languageOf({ policy, file: origin.file }))
    report.error('not-of-each', placeOf(amount.at), { keyword: word, list: over })
  }
}
