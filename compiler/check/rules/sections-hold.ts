import { keyOf } from '../possible.ts'
import { placeOf, together, type RuleInput } from './rule.ts'

/** Rule: there is a case in which the condition of a section holds. */
export function sectionsHold(input: RuleInput): void {
  const { typed, report } = input
  const rules = [
    ...typed.terms.flatMap((term) => term.general),
    ...typed.splits,
    ...typed.moves,
    ...typed.accumulations,
  ]
  const asked = new Set<string>()
  for (const { when } of rules) {
    if (!when || asked.has(keyOf(when))) continue
    asked.add(keyOf(when))
    if (together([when], input).kind === 'none') report.error('section-never-applies', placeOf(when.at))
  }
}
