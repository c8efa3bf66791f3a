import type { Pair } from './pair.ts'

/**
 * Whether what stands in one place before stands in the same place after. A place that is called otherwise (the file of
 * another year, an article with another number) is the same where most of what stood in the one stands in the other.
 * `standing`: what is unchanged. `renamed`: for each such place the first that stands there.
 */
export function samePlaces(
  standing: readonly Pair[],
  from: (pair: Pair) => string,
  to: (pair: Pair) => string,
): { readonly isSame: (pair: Pair) => boolean; readonly renamed: readonly Pair[] } {
  const forth = mostly(standing.map((pair) => [from(pair), to(pair)]))
  const back = mostly(standing.map((pair) => [to(pair), from(pair)]))
  const isRenamed = (pair: Pair): boolean =>
    from(pair) !== to(pair) && forth.get(from(pair)) === to(pair) && back.get(to(pair)) === from(pair)
  const renamed = standing.filter(isRenamed)
  return {
    isSame: (pair) => from(pair) === to(pair) || isRenamed(pair),
    renamed: renamed.filter((pair) => renamed.find((each) => from(each) === from(pair)) === pair),
  }
}

/** What each of the first is paired with most often; with itself, where it ever is. */
function mostly(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [from, to] of pairs) {
    const of = counts.get(from) ?? new Map<string, number>()
    counts.set(from, of.set(to, (of.get(to) ?? 0) + (from === to ? pairs.length : 1)))
  }
  return new Map([...counts].map(([from, of]) => [from, [...of].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]))
}
