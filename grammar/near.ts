/** How many letters have to be put in, taken out, replaced or exchanged with their neighbour to make one word the other. */
function distance(first: readonly string[], second: readonly string[]): number {
  const [from, to] = withoutCommonEnds(first, second)
  let beforeLast: number[] = []
  let last = to.map((_, column) => column).concat(to.length)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1]
      const isExchanged = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

function withoutCommonEnds<T>(first: readonly T[], second: readonly T[]): readonly [readonly T[], readonly T[]] {
  const shorter = Math.min(first.length, second.length)
  let start = 0
  while (start < shorter && first[start] === second[start]) start += 1
  let end = 0
  while (end < shorter - start && first.at(-1 - end) === second.at(-1 - end)) end += 1
  return [first.slice(start, first.length - end), second.slice(start, second.length - end)]
}

/** The candidates that a word may be a slip of, nearest first, at most four. */
export function near(word: string, candidates: readonly string[]): readonly string[] {
  if (word.length > 40) return []
  const letters = Array.from(word)
  return candidates
    .flatMap((candidate) => {
      const others = Array.from(candidate)
      const allowed = allowance(candidate)
      if (Math.abs(others.length - letters.length) > allowed) return []
      const steps = distance(letters, others)
      const isNear = steps <= allowed && (steps < Math.min(others.length, letters.length) || isPart(word, candidate))
      return isNear ? [{ candidate, steps }] : []
    })
    .toSorted((first, second) => first.steps - second.steps)
    .slice(0, 4)
    .map(({ candidate }) => candidate)
}

// One slip in a Chinese word or a short English one, two in a long one.
const allowance = (candidate: string): number => (/^[a-z ]{7,}$/u.test(candidate) ? 2 : 1)

// 岁 for 周岁: one Chinese character says enough, one letter does not.
const isPart = (word: string, candidate: string): boolean => /^\p{Script=Han}$/u.test(word) && candidate.includes(word)
