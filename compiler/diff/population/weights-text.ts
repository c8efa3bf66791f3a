/** A JSON object, as it was read. */
export type Part = Readonly<Record<string, unknown>>

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Weights with those of another file in their place: of a field, of the number of elements of a list, of the weight of
 * a group. A group that is null there is none. What is assumed is what both say.
 */
export function mergeWeights(base: unknown, over: unknown): unknown {
  if (!isPart(base) || !isPart(over)) return over
  const [before, after] = [base['assumptions'], over['assumptions']]
  const assumptions =
    Array.isArray(before) && Array.isArray(after)
      ? [...(before as unknown[]), ...(after as unknown[])]
      : (after ?? before)
  const groups = mergeEach(base['groups'], over['groups'], (theirs, mine) =>
    isPart(theirs) && isPart(mine) ? mergeParts(theirs, mine) : mine,
  )
  return { ...mergeParts(base, over), assumptions, groups: isPart(groups) ? withoutNull(groups) : groups }
}

/** Of all groups, or of one. */
function mergeParts(base: Part, over: Part): Part {
  return {
    ...base,
    ...over,
    fields: mergeEach(base['fields'], over['fields'], (_, mine) => mine),
    lists: mergeEach(base['lists'], over['lists'], (theirs, mine) =>
      isPart(theirs) && isPart(mine)
        ? { ...theirs, ...mine, fields: mergeEach(theirs['fields'], mine['fields'], (_, each) => each) }
        : mine,
    ),
  }
}

function mergeEach(base: unknown, over: unknown, merge: (base: unknown, over: unknown) => unknown): unknown {
  if (!isPart(base) || over === undefined) return over ?? base
  if (!isPart(over)) return over
  const merged = Object.entries(over).map(([key, each]) => [
    key,
    Object.hasOwn(base, key) ? merge(base[key], each) : each,
  ])
  return { ...base, ...Object.fromEntries(merged) }
}

function withoutNull(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, each]) => each !== null))
}
