import { namesUsedBy, usedNames } from '../used-names.ts'
import { isMisspeltOutput } from './outputs-stated.ts'
import type { RuleInput } from './rule.ts'

/** Rule: a name that is given a value is used somewhere, be it by another reading, or is an output. */
export function namesUsed(input: RuleInput): void {
  const { typed, report } = input
  const used = usedNames(typed)
  const usedElsewhere = namesUsedBy(typed.policy.otherRules, typed)
  for (const { defined } of typed.terms)
    if (!defined.output && !used.has(defined) && !usedElsewhere.has(defined) && !isMisspeltOutput(defined, input))
      report.warning('unused-name', defined.place, { name: defined.written })
}
