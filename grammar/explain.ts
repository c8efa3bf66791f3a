import type { Misplaced } from './build-tree.ts'
import { expectedAfter, spell, spellExpected } from './expected.ts'
import type { Finding } from './finding.ts'
import { opens, opensStatement } from './keyword-tokens.ts'
import { keywords } from './keywords.ts'
import { limits } from './limits.ts'
import { near } from './near.ts'
import { segmentAt, type Segment } from './segments.ts'
import { tokenSpan, type Token } from './tokens.ts'
import type { Language } from './tree.ts'
import { units } from './units.ts'

/**
 * Says what is wrong where the parser met errors: the first in each segment, since what follows it may be
 * its consequence. `isBroken` tells whether the segment holds, up to the error, a mistake that was already reported.
 */
export function explainErrors(
  errors: readonly number[],
  tokens: readonly Token[],
  segments: readonly Segment[],
  language: Language,
  isBroken: (segment: Segment, index: number) => boolean,
  report: (finding: Finding) => void,
): void {
  const done = new Set<number>()
  for (const index of errors.slice(0, limits.problems)) {
    // A token that opens something is met where what stands before it is not complete, or takes no rows or lines.
    const isOpener = opens(tokens[index]) !== null || index === tokens.length
    const before = segmentAt(segments, isOpener ? index - 1 : index)
    const expected = expectedIn(before, index, tokens)
    const segment = expected?.isComplete === true && isOpener ? segmentAt(segments, index) : before
    if (done.has(segment.from) || isBroken(segment, index)) continue
    done.add(segment.from)
    for (const finding of explain(index, before, expected, tokens, language)) report(finding)
  }
}

// In a longer statement nobody would look for what is missing.
const tokensFollowed = 2000

type Expected = ReturnType<typeof expectedAfter>

function expectedIn(segment: Segment, index: number, tokens: readonly Token[]): Expected {
  const opened = opens(tokens[segment.from])
  if (opened === null) return { tokens: [], isComplete: true }
  if (index - segment.from > tokensFollowed) return null
  const rule = opened === 'row' ? 'row' : opened === 'line' ? 'splitLine' : 'statement'
  return expectedAfter(rule, tokens.slice(segment.from, index))
}

function explain(
  index: number,
  segment: Segment,
  expected: Expected,
  tokens: readonly Token[],
  language: Language,
): readonly Finding[] {
  const token = tokens[index]
  const previous = tokens[index - 1]
  const opener = tokens[segment.statement]
  const inRule = opener === undefined ? '' : spellOpener(opener, language)
  const after = previous?.image ?? ''
  const isComplete = expected?.isComplete ?? false
  const spelled = spellExpected(expected?.tokens ?? [], language)
  if (token === undefined || opensStatement(token) || (opens(token) !== null && !isComplete)) {
    const end = previous === undefined ? 0 : previous.endOffset + 1
    const span = previous === undefined ? { start: end, end } : tokenSpan(previous)
    return [{ code: 'incomplete-statement', span, facts: { after, expected: spelled, inRule } }]
  }
  const span = tokenSpan(token)
  const found = token.image
  const opened = opens(token)
  if (opened === 'row' && opener?.name === 'Decision') {
    return [{ code: 'unexpected-token', span, facts: { found, expected: spelled, inRule } }]
  }
  if (opened === 'row') return [{ code: 'misplaced-rows', span, facts: { keyword: inRule } }]
  if (opened === 'line') {
    return [{ code: 'misplaced-statement', span, facts: { keyword: found, container: spell('Split', language) } }]
  }
  if (token.name === 'Name' && previous?.name === 'Number' && previous.line === token.line) {
    return [unknownUnit(token, language)]
  }
  if (!isComplete) return [{ code: 'unexpected-token', span, facts: { found, expected: spelled, inRule } }]
  const lineStarts = strayLines(index, tokens)
  if (previous === undefined || previous.line < token.line) {
    const names = lineStarts.filter((each) => each.name === 'Name')
    if (token.name === 'Name') return names.map((name) => nameStartsNothing(name, language))
  }
  return [{ code: 'extra-token', span, facts: { found, after, inRule } }]
}

const strayLinesConsidered = 20

/** The first tokens of the lines from a stray token up to the next statement. */
function strayLines(index: number, tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = []
  for (let next = index; next < tokens.length && found.length < strayLinesConsidered; next += 1) {
    const token = tokens[next]
    if (token === undefined || opens(token) !== null) break
    if (next === index || token.line > (tokens[next - 1]?.line ?? 0)) found.push(token)
  }
  return found
}

/** A word after a number, where only a unit could stand. */
export function unknownUnit(token: Token, language: Language): Finding {
  const words = units.map((unit) => unit[language])
  const facts = { found: token.text, units: words, suggestions: near(token.text, words) }
  return { code: 'unknown-unit', span: tokenSpan(token), facts }
}

function nameStartsNothing(name: Token, language: Language): Finding {
  const candidates = keywords.filter(({ opens: opened }) => opened !== null).map((keyword) => keyword[language])
  const facts = { name: name.text, suggestions: near(name.text, candidates) }
  return { code: 'name-starts-nothing', span: tokenSpan(name), facts }
}

/** The keyword that opened a statement; 是指 for a definition. */
export const spellOpener = (token: Token, language: Language): string =>
  spell(token.name === 'DefinedName' ? 'Means' : token.name, language)

/** Statements outside the article or example they belong into. */
export function explainMisplaced(
  misplaced: readonly Misplaced[],
  tokens: readonly Token[],
  language: Language,
  report: (finding: Finding) => void,
): void {
  const starts = new Map(misplaced.map(({ start, container }) => [start, container]))
  for (const token of tokens) {
    const container = starts.get(token.startOffset)
    if (container === undefined || !opensStatement(token)) continue
    const facts = { keyword: spellOpener(token, language), container: spell(container, language) }
    report({ code: 'misplaced-statement', span: tokenSpan(token), facts })
  }
}
