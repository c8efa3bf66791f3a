import { keyword, languageOf } from '../spelling.ts'
import type { RuleInput } from './rule.ts'

const ofWholeCase = { split: 'Split', move: 'Move', accumulate: 'Accumulate' } as const

/** Rule: what is shared out, moved and accumulated is of the whole case, not of each element of a list. */
export function notOfEach({ typed, report }: RuleInput): void {
  const { policy, edition } = typed
  for (const { rule, over, file } of edition.rules) {
    if (over === null || (rule.kind !== 'split' && rule.kind !== 'move' && rule.kind !== 'accumulate')) continue
    const word = keyword(ofWholeCase[rule.kind], languageOf({ policy, file }))
    report.error('not-of-each', { file, span: rule.span }, { keyword: word, list: over })
  }
}
