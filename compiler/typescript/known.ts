/**
 * What is known where an expression stands: after `if (tier === 'tertiary') return …` the tier is no longer tertiary.
 * `alternatives` says all of it: one of them holds; none: no case gets there. `sure` is what they have in common, of
 * each value by itself. That is how TypeScript narrows too, and it refuses a comparison whose outcome is sure; so
 * none is written, while one that follows only from the alternatives is, as the policy has it.
 */
export interface Known {
  readonly alternatives: readonly Facts[]
  readonly sure: Facts
}
/** By a text that stands for a value: what it can be. */
type Facts = ReadonlyMap<string, readonly string[]>

export const nothingKnown: Known = { alternatives: [new Map()], sure: new Map() }
/** Where no case gets. */
export const nowhere: Known = { alternatives: [], sure: new Map([['nowhere', []]]) }

/** More alternatives than these are taken together, which forgets what belongs to what. */
const MOST_ALTERNATIVES = 16

export function isImpossible({ alternatives }: Known): boolean {
  return alternatives.length === 0
}

/** The value is one of these, besides what is known. */
export function knowIsOneOf({ alternatives, sure }: Known, value: string, members: readonly string[]): Known {
  return {
    alternatives: alternatives.map((facts) => learn(facts, value, members)).filter((facts) => !contradicts(facts)),
    sure: learn(sure, value, members),
  }
}

/** What the value can still be for sure, of `all`. */
export function possibleOf({ sure }: Known, value: string, all: readonly string[]): readonly string[] {
  const possible = sure.get(value)
  return possible ? all.filter((member) => possible.includes(member)) : all
}

/** What is known where one or the other is. */
export function either(a: Known, b: Known): Known {
  const both = [...a.alternatives, ...b.alternatives]
  return {
    alternatives: both.length <= MOST_ALTERNATIVES ? both : [both.reduce(common)],
    sure: contradicts(a.sure) ? b.sure : contradicts(b.sure) ? a.sure : common(a.sure, b.sure),
  }
}

function contradicts(facts: Facts): boolean {
  return [...facts.values()].some((members) => members.length === 0)
}

function learn(facts: Facts, value: string, members: readonly string[]): Facts {
  const possible = facts.get(value)?.filter((member) => members.includes(member)) ?? members
  return new Map([...facts, [value, possible]])
}

function common(a: Facts, b: Facts): Facts {
  const values = [...a.keys()].filter((value) => b.has(value))
  return new Map(values.map((value) => [value, [...new Set([...(a.get(value) ?? []), ...(b.get(value) ?? [])])]]))
}
