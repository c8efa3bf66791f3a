import type { Computation, Step } from '../interpret/evaluation.ts'
import type { Origin } from '../program/program.ts'
import type { FundedCase } from './funded-case.ts'

/** What a row of the derivation stands on: its source and article, and the facts that its rules cite. */
export interface Basis {
  readonly rule: string | null
  readonly cites: readonly string[]
}

/** Of a line: its own rule, and behind it the rules of every value that its amount was computed from. */
export function basisOf({ program, evaluation }: FundedCase, origin: Origin, step: Step): Basis {
  const cites = new Set<string>()
  const seen = new Set<string>()
  const cite = ({ quotes }: Origin): void => {
    for (const index of quotes) for (const fact of program.quotes[index]?.cites ?? []) cites.add(fact)
  }
  const follow = ({ reads, choices }: Computation): void => {
    for (const choice of choices) if (choice.origin) cite(choice.origin)
    for (const read of reads) {
      if (read.kind !== 'definition' || read.isCondition || seen.has(read.id)) continue
      seen.add(read.id)
      const definition = program.definitions.find(({ id }) => id === read.id)
      // Shares are amounts of other rows, which say themselves what they stand on.
      if (definition?.role !== 'term') continue
      const steps = evaluation.steps.filter((each) => each.definition === read.id)
      // Of a value with cases, only the case that held says what it stands on.
      if (!steps.some(({ choices: made }) => made.some((choice) => choice.origin))) cite(definition.origin)
      steps.forEach(follow)
    }
  }
  cite(origin)
  follow(step)
  const article = program.articles[origin.article ?? -1]
  const source = program.sources[article?.source ?? -1]
  return {
    rule: article ? [source?.title, article.title].filter(Boolean).join(' ') : null,
    cites: [...cites],
  }
}
