import type { Alternative } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import { withoutIndent } from '../diff/text/basis.ts'
import { positionOf } from '../problem/position.ts'
import { textsOf } from '../files/texts.ts'

/** A reading with what it is about and what could be read instead. */
export interface ListedReading {
  readonly name: string
  /** `ningbo.employee.settle`; of a reading of a module, each decision that rests on it. */
  readonly decisions: readonly string[]
  readonly source: string
  readonly article: string
  /** The facts that it cites, or else those of the quotes above it. */
  readonly facts: readonly string[]
  readonly statement: string
  readonly because: string
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly alternatives: readonly ListedAlternative[]
}

export interface ListedAlternative {
  readonly name: string
  readonly statement: string
  /** As the policy writes it. */
  readonly rule: string
  /** How a case is settled by it. */
  readonly run: string
}

/**
 * The readings of policies, each once, in the order of the files. `optionsOf`: what a run of the policy in a file needs
 * beside the decision and the case.
 */
export function listReadings(
  policies: readonly BoundPolicy[],
  files: readonly SourceFile[],
  optionsOf: (file: string) => string,
): readonly ListedReading[] {
  const texts = textsOf(files)
  const listed = new Map<string, ListedReading>()
  for (const policy of policies) {
    const decision = `${policy.id}.${policy.decision.id}`
    const command = `daiyu run ${decision} --input CASE.json${optionsOf(policy.place.file)}`
    for (const [index, { item, file, article, quotes }] of readingsOf(policy).entries()) {
      if (isModule(policy, file) && !restsOn(policy, index)) continue
      const key = `${file}:${item.span.start}`
      const known = listed.get(key)
      const own = item.cites.map(({ text }) => text)
      const text = texts.get(file) ?? ''
      const { source = -1, title = '' } = policy.articles[article] ?? {}
      listed.set(key, {
        name: item.name.text,
        decisions: [...(known?.decisions ?? []), decision],
        source: policy.sources[source]?.title ?? '',
        article: title,
        facts: own.length > 0 ? own : quotes.flatMap((quote) => policy.quotes[quote]?.cites ?? []),
        statement: item.statement.value,
        because: item.because.value,
        file,
        line: positionOf(text, item.span).line,
        alternatives:
          known?.alternatives ?? item.alternatives.map((each) => listAlternative(each, item, text, command)),
      })
    }
  }
  return [...listed.values()]
}

function readingsOf({ items }: BoundPolicy) {
  return items.flatMap(({ item, ...rest }) => (item.kind === 'reading' ? [{ item, ...rest }] : []))
}

const isModule = ({ files }: BoundPolicy, file: string): boolean =>
  files.some((each) => each.isModule && each.name === file)

const restsOn = ({ editions }: BoundPolicy, reading: number): boolean =>
  editions.some(({ rules }) => rules.some(({ readings }) => readings.includes(reading)))

function listAlternative(
  { name, statement, rule }: Alternative,
  reading: { readonly name: { readonly text: string } },
  text: string,
  command: string,
): ListedAlternative {
  return {
    name: name.text,
    statement: statement.value,
    rule: rule ? withoutIndent(text, rule.span) : '',
    run: `${command} --reading ${reading.name.text}=${name.text}`,
  }
}
