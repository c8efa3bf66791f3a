import type { Finding } from './finding.ts'
import { guesses, type Guess, type Repair } from './guesses.ts'
import { markDefinedNames, opens, opensStatement } from './keyword-tokens.ts'
import { parseTokens, type Parsed } from './parse-tokens.ts'
import type { Token } from './tokens.ts'
import type { Language } from './tree.ts'

// Enough for any file that people write; it bounds the time that a hostile one takes.
const suspectsConsidered = 60
const workAllowed = 60_000
// One error costs the parser as much time as so many tokens.
const workPerError = 80

/**
 * Tries, at each error, what people most often mean: a missing blank, a slip in a keyword, a keyword used as
 * a name, a comma or nothing in place of a colon. A guess is taken if its neighbourhood is then less damaged.
 * Gives the tokens to go on with.
 */
export function repairTokens(
  source: string,
  tokens: readonly Token[],
  errors: readonly number[],
  language: Language,
  report: (finding: Finding) => void,
): readonly Token[] {
  let current = tokens
  let workLeft = workAllowed
  const attempt = (part: readonly Token[]): Pick<Parsed, 'errors' | 'damage'> => {
    if (workLeft < 0) return { errors: [], damage: Infinity }
    const parsed = parseTokens(part)
    workLeft -= part.length + parsed.errors.length * workPerError
    return parsed
  }
  // Each repair takes damage away, so that looking again near it comes to an end.
  for (let queue = suspects(tokens, errors); queue[0] !== undefined && workLeft >= 0;) {
    const [index, ...later]: readonly number[] = queue
    const { from, to } = neighbourhood(current, index ?? 0)
    const part = current.slice(from, to)
    const { damage } = attempt(part)
    const damageAfter = (repair: Repair): number => attempt(apply(part, repair)).damage
    const taken = chooseRepair(guesses(source, part, (index ?? 0) - from, language), damage, damageAfter)
    queue = later
    if (taken === undefined) continue
    report(taken.finding)
    const repaired = apply(part, taken)
    current = [...current.slice(0, from), ...repaired, ...current.slice(to)]
    const near = suspects(repaired, attempt(repaired).errors).map((each) => each + from)
    const shift = repaired.length - part.length
    const beyond = later.filter((each) => each >= to).map((each) => each + shift)
    queue = [...near.filter((each) => each >= (index ?? 0) - 2), ...beyond]
  }
  return current
}

function chooseRepair(
  kinds: Iterable<Guess>,
  damage: number,
  damageAfter: (repair: Repair) => number,
): Repair | undefined {
  for (const { repairs, isUnique } of kinds) {
    const first = isUnique ? theBest(repairs, damage, damageAfter) : repairs.find((each) => damageAfter(each) < damage)
    if (first !== undefined) return first
  }
  return undefined
}

/** The one repair that leaves the least damage; none where two are as good. */
function theBest(
  repairs: readonly Repair[],
  damage: number,
  damageAfter: (repair: Repair) => number,
): Repair | undefined {
  const tried = repairs.map((repair) => ({ repair, left: damageAfter(repair) }))
  const [best, second] = tried.toSorted((one, other) => one.left - other.left)
  return best !== undefined && best.left < damage && best.left !== second?.left ? best.repair : undefined
}

/** Where to look: at each error, and at the beginnings of the lines that are lost after it. */
function suspects(tokens: readonly Token[], errors: readonly number[]): readonly number[] {
  const found = new Set<number>()
  for (const error of errors.slice(0, suspectsConsidered)) {
    found.add(error)
    for (let next = error + 1; next < tokens.length && opens(tokens[next]) === null; next += 1) {
      const isLineStart = tokens[next]?.line !== tokens[next - 1]?.line
      if (isLineStart && found.size < suspectsConsidered) found.add(next)
    }
  }
  return [...found].toSorted((first, second) => first - second)
}

const apply = (tokens: readonly Token[], { from, to, tokens: others }: Repair): readonly Token[] =>
  markDefinedNames(tokens.toSpliced(from, to - from, ...others))

interface Neighbourhood {
  readonly from: number
  readonly to: number
}

/** From the statement that holds the token before the error to the second statement after it. */
function neighbourhood(tokens: readonly Token[], index: number): Neighbourhood {
  let from = Math.max(0, index - 1)
  while (from > 0 && !opensStatement(tokens[from])) from -= 1
  let to = index + 1
  for (let left = 2; to < tokens.length; to += 1) {
    if (opensStatement(tokens[to])) left -= 1
    if (left === 0) break
  }
  return { from, to: Math.min(to, tokens.length) }
}
