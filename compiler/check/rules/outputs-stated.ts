import { near } from '../../bind/near.ts'
import { languageOf, nameIn } from '../spelling.ts'
import type { Defined } from '../symbols.ts'
import { usedNames } from '../used-names.ts'
import { uncovered, type RuleInput } from './rule.ts'

/**
 * Rule: every output of the decision is an input passed through, a value stated for every case, or a share that money
 * goes into; never one that each element of a list has.
 */
export function outputsStated(input: RuleInput): void {
  const { typed, report } = input
  for (const { defined, general, exceptions } of typed.terms) {
    const { place, written: name, over } = defined
    if (!defined.output) continue
    if (over !== null) {
      const list = typed.policy.vocabulary.records.find(({ id }) => id === over)
      const label = list ? nameIn(list, languageOf({ policy: typed.policy, file: place.file })) : over
      report.error('attribute-outside-list', place, { name, list: label })
      continue
    }
    const gap = uncovered(
      null,
      [...general, ...exceptions].map(({ when }) => when),
      input,
    )
    const user = nameIn(typed.policy.decision, languageOf({ policy: typed.policy, file: place.file }))
    if (gap.kind === 'found') report.error('not-defined-here', place, { name, user, witness: gap.witness() })
    else if (gap.kind === 'tooMany') report.error('too-many-cases', place, { name })
  }
  const language = languageOf({ policy: typed.policy, file: typed.edition.file })
  const missing = typed.policy.decision.outputs
    .flatMap((record) => record.fields)
    .filter((field) => !typed.symbols.meanings.has(field.id))
    .map((field) => nameIn(field, language))
  if (missing.length === 0) return
  const used = usedNames(typed)
  const told = new Set<string>()
  for (const defined of typed.symbols.defined) {
    if (defined.output || defined.isColumn || used.has(defined)) continue
    // A name that nothing uses and that is one letter away from an output was meant to be it.
    const [output] = near(defined.written, missing, 1)
    if (output === undefined || told.has(output)) continue
    told.add(output)
    const fixes = [{ label: output, edits: [{ span: defined.place.span, text: output }] }]
    report.error('output-misspelt', defined.place, { name: defined.written, output }, { fixes })
  }
  const open = missing.filter((label) => !told.has(label))
  const { file, edition } = typed.edition
  if (open.length > 0)
    report.error('output-without-rule', { file, span: edition.name.span }, { edition: edition.name.value, names: open })
}

/** Was the name said to be an output misspelt? */
export function isMisspeltOutput({ written, place }: Defined, { report }: RuleInput): boolean {
  return report.problems.some(
    ({ code, facts, file }) => code === 'output-misspelt' && facts['name'] === written && file === place.file,
  )
}
