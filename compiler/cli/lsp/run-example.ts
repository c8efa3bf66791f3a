import type { Language } from '../../../grammar/tree.ts'
import { runExample } from '../../examples/run-example.ts'
import type { Analysis } from '../../editor/workspace.ts'
import { outcomeLines } from '../show-outcome.ts'
import { wordsIn } from '../words.ts'

/** What came of an example of a file, as `daiyu test` says it; null where there is no such example, or no program to run it. */
export function exampleOutcome(
  { file, group, examples, programs, decision }: Analysis,
  label: string,
  language: Language,
): { readonly hasPassed: boolean; readonly text: string } | null {
  const named = examples.filter((each) => each.label === label)
  const example = named.find(({ place }) => place.file === file) ?? named[0]
  if (example === undefined || decision === null || programs.length === 0) return null
  const outcome = runExample(programs, decision, example)
  const terminal = { hasColour: { out: false, error: false } }
  const lines = outcomeLines(example, outcome, group, { language, words: wordsIn(language), terminal })
  return { hasPassed: outcome.kind === 'passed', text: lines.join('\n') }
}
