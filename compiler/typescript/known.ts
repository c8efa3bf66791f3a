/**
 * What is known where an expression stands: after `if (tier === 'tertiary') return …` the tier is no longer tertiary.
 * TypeScript narrows in the same way, and refuses a comparison whose outcome is settled already; so nothing is
 * compared here that it would refuse. Keyed by the text of the value that was compared; null where no case gets to.
 */
export type Known = ReadonlyMap<string, ReadonlySet<string>> | null

export const nothingKnown: Known = new Map()

/** The value is one of these, besides what is known. `all` are the values it can have at all. */
export function knowIsOneOf(known: Known, value: string, members: readonly string[], all: readonly string[]): Known {
  const possible = possibleOf(known, value, all)
  return learn(known, value, possible.filter((member) => members.includes(member)))
}

export function knowIsNoneOf(known: Known, value: string, members: readonly string[], all: readonly string[]): Known {
  const possible = possibleOf(known, value, all)
  return learn(known, value, possible.filter((member) => !members.includes(member)))
}

/** The members that a value can still have. */
export function possibleOf(known: Known, value: string, all: readonly string[]): readonly string[] {
  if (known === null) return []
  const set = known.get(value)
  return set === undefined ? all : [...set]
}

/** What is known where one or the other is. */
export function either(a: Known, b: Known): Known {
  if (a === null || b === null) return a ?? b
  const common = [...a].flatMap(([value, members]): [string, ReadonlySet<string>][] => {
    const others = b.get(value)
    return others === undefined ? [] : [[value, new Set([...members, ...others])]]
  })
  return new Map(common)
}

function learn(known: Known, value: string, members: readonly string[]): Known {
  if (known === null || members.length === 0) return null
  return new Map([...known, [value, new Set(members)]])
}
