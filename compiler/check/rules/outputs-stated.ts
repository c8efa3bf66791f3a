import { near } from '../../bind/near.ts'
import { languageOf, nameIn } from '../spelling.ts'
import type { Defined } from '../symbols.ts'
import { usedNames } from '../used-names.ts'
import type { RuleInput } from './rule.ts'

/** Rule: every output of the decision is an input passed through, a stated value, or a share that money goes into. */
export function outputsStated(input: RuleInput): void {
  const { typed, report } = input
  const language = languageOf({ policy: typed.policy, file: typed.edition.file })
  const missing = typed.policy.decision.outputs
    .flatMap((record) => record.fields)
    .filter((field) => !typed.symbols.meanings.has(field.id))
    .map((field) => nameIn(field, language))
  if (missing.length === 0) return
  const used = usedNames(typed)
  const told = new Set<string>()
  for (const defined of typed.symbols.defined) {
    if (defined.output || used.has(defined)) continue
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
