import { opens, opensStatement } from './keyword-tokens.ts'
import type { Token } from './tokens.ts'
import type { Span } from './tree.ts'

/** A stretch of tokens in which one mistake explains all errors: a statement, or a row or split line of one. */
export interface Segment {
  /** Index of its first token; −1 for what stands before the first statement. */
  readonly from: number
  /** Index after its last token. */
  readonly to: number
  /** Index of the token that opened the statement it belongs to; −1 where there is none. */
  readonly statement: number
}

/** Cuts the tokens into segments. */
export function cutSegments(tokens: readonly Token[]): readonly Segment[] {
  const starts = tokens.flatMap((token, index) => (opens(token) === null ? [] : [index]))
  let statement = -1
  const segments = starts.map((from, place) => {
    if (opensStatement(tokens[from])) statement = from
    return { from, to: starts[place + 1] ?? tokens.length, statement }
  })
  return [{ from: -1, to: starts[0] ?? tokens.length, statement: -1 }, ...segments]
}

/** The last of ascending things at or before a position; the first one where there is none. */
function lastUpTo<Thing>(things: readonly Thing[], position: number, positionOf: (thing: Thing) => number): Thing {
  let low = 0
  let high = things.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (positionOf(things[middle] as Thing) <= position) low = middle
    else high = middle - 1
  }
  return things[low] as Thing
}

/** The segment that the token at the index is in. */
export const segmentAt = (segments: readonly Segment[], index: number): Segment =>
  lastUpTo(segments, index, ({ from }) => from)

/** The stretch of text from a segment's first token to the next segment. */
export const rangeOf = (segment: Segment, tokens: readonly Token[]): Span => ({
  start: tokens[segment.from]?.startOffset ?? 0,
  end: tokens[segment.to]?.startOffset ?? Infinity,
})

/** The stretch of text of the segment that the offset is in; of its whole statement, if wanted. */
export function rangeAt(offset: number, whole: boolean, segments: readonly Segment[], tokens: readonly Token[]): Span {
  const segment = lastUpTo(segments, offset, ({ from }) => tokens[from]?.startOffset ?? 0)
  if (!whole) return rangeOf(segment, tokens)
  const last = segments.findLast(({ statement }) => statement === segment.statement) ?? segment
  return { start: tokens[segment.statement]?.startOffset ?? 0, end: rangeOf(last, tokens).end }
}
