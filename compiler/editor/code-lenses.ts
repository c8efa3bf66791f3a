import type { Language, Span } from '../../grammar/tree.ts'
import { runExample, type ExampleOutcome } from '../examples/run-example.ts'
import type { OutputValue } from '../interpret/evaluation.ts'
import { editionChanges, type EditionChange } from './edition-changes.ts'
import type { Place } from '../problem/report.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'
import { once } from '../once.ts'

/** A line above a place of the text that can be clicked: an example, to be run; a rule, to go to where editions change it. */
export type CodeLens =
  | {
      readonly kind: 'example'
      readonly span: Span
      readonly title: string
      readonly label: string
      /** `unknown` while there are errors: nothing can be settled. */
      readonly outcome: ExampleOutcome['kind'] | 'unknown'
    }
  | { readonly kind: 'edition'; readonly span: Span; readonly title: string; readonly places: readonly Place[] }

/** In the order of the text. */
export function codeLenses(analysis: Analysis, language: Language): readonly CodeLens[] {
  const lenses = [...exampleLenses(analysis, language), ...editionLenses(analysis, language)]
  return lenses.toSorted((a, b) => a.span.start - b.span.start)
}

const outcomes = new WeakMap<Analysis['programs'], ReadonlyMap<string, ExampleOutcome>>()

/** What comes of each example of the group, by its label; of none where nothing can be settled. */
function outcomesOf({ examples, programs, decision }: Analysis): ReadonlyMap<string, ExampleOutcome> {
  if (programs.length === 0 || decision === null) return new Map()
  return once(
    outcomes,
    programs,
    () => new Map(examples.map((example) => [example.label, runExample(programs, decision, example)])),
  )
}

function exampleLenses(analysis: Analysis, language: Language): readonly CodeLens[] {
  const words = wordsIn(language)
  const examples = analysis.tree.items.flatMap((item) => (item.kind === 'example' ? item : []))
  const found = examples.length === 0 ? null : outcomesOf(analysis)
  return examples.map(({ label: { value: label }, span }) => {
    const outcome = found?.get(label)
    const common = { kind: 'example', span, label } as const
    switch (outcome?.kind) {
      case undefined:
        return { ...common, outcome: 'unknown', title: words.exampleUnknown }
      case 'passed':
        return { ...common, outcome: 'passed', title: words.examplePassed }
      case 'refused':
        return { ...common, outcome: 'refused', title: words.exampleRefused(outcome.issues) }
      case 'differs': {
        const [first] = outcome.differences
        const shown = (value: OutputValue): string => (typeof value === 'string' ? value : JSON.stringify(value))
        const { expectation, found: value } = first!
        const title = words.exampleDiffers(
          expectation.label,
          shown(expectation.value),
          shown(value),
          outcome.differences.length,
        )
        return { ...common, outcome: 'differs', title }
      }
    }
  })
}

/** One for what becomes of a rule in the same way in several editions. */
function editionLenses(analysis: Analysis, language: Language): readonly CodeLens[] {
  const words = wordsIn(language)
  const groups = new Map<string, EditionChange[]>()
  for (const change of editionChanges(analysis)) {
    const key = `${change.span.start} ${change.how}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].map((changes) => {
    const { span, how } = changes[0]!
    const editions = changes.flatMap(({ edition }) => edition ?? [])
    const places = changes.flatMap(({ place }) => place ?? [])
    return { kind: 'edition', span, title: words.editionChange(how, editions), places }
  })
}
