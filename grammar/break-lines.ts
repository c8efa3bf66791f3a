import type { Gap, StructuralLine } from './layout.ts'
import type { Token } from './tokens.ts'
import type { Comment } from './tree.ts'

/** A line as it is printed, with the comments before and after it. */
export interface PrintedLine {
  readonly kind: StructuralLine['kind'] | 'continuation'
  readonly indent: number
  readonly tokens: readonly Token[]
  readonly opener: Token
  readonly givesNames: boolean
  readonly above: readonly Above[]
  /** Whether a blank line stands directly before it, after the comments above it. */
  readonly isAfterBlank: boolean
  readonly trailing: string | null
}

/** A comment on a line of its own. */
export interface Above {
  readonly text: string
  readonly isAfterBlank: boolean
}

/** A token with what stands around it in the source. */
interface Piece {
  readonly token: Token
  readonly above: readonly Above[]
  readonly isAfterBlank: boolean
  trailing: string | null
}

/** Wider lines than this are broken before 并且 or 或者, whichever binds less. */
const widest = 96

/**
 * Breaks lines at comments and in long conditions; `widthOf` tells how wide a line would be in one piece.
 * Also gives the comments after the last token.
 */
export function breakLines(
  source: string,
  lines: readonly StructuralLine[],
  comments: readonly Comment[],
  widthOf: (line: StructuralLine) => number,
): { readonly lines: readonly PrintedLine[]; readonly below: readonly Above[] } {
  const { pieces, below } = attachComments(
    source,
    lines.flatMap(({ tokens }) => tokens),
    comments,
  )
  const printed: PrintedLine[] = []
  let from = 0
  for (const line of lines) {
    const to = from + line.tokens.length
    printed.push(...breakLine(line, pieces.slice(from, to), line.kind !== 'row' && widthOf(line) > widest))
    from = to
  }
  return { lines: printed, below }
}

function attachComments(
  source: string,
  tokens: readonly Token[],
  comments: readonly Comment[],
): { readonly pieces: readonly Piece[]; readonly below: readonly Above[] } {
  const pieces: Piece[] = []
  let next = 0
  let end = -1
  const isAfterBlank = (start: number): boolean => end >= 0 && /\n[^\S\n]*\n/u.test(source.slice(end, start))
  const takeUpTo = (offset: number): readonly Above[] => {
    const above: Above[] = []
    for (let comment = comments[next]; comment !== undefined && comment.span.start < offset; comment = comments[next]) {
      const previous = pieces.at(-1)
      if (comment.ownLine || previous === undefined) {
        above.push({ text: comment.text, isAfterBlank: isAfterBlank(comment.span.start) })
      } else {
        previous.trailing = comment.text
      }
      end = comment.span.end
      next += 1
    }
    return above
  }
  for (const token of tokens) {
    const above = takeUpTo(token.startOffset)
    pieces.push({ token, above, isAfterBlank: isAfterBlank(token.startOffset), trailing: null })
    end = token.endOffset + 1
  }
  return { pieces, below: takeUpTo(Infinity) }
}

function breakLine(line: StructuralLine, pieces: readonly Piece[], isLong: boolean): readonly PrintedLine[] {
  const clauses = isLong ? clauseStarts(pieces) : new Set<Piece>()
  const parts: Piece[][] = []
  for (const [index, piece] of pieces.entries()) {
    const open = parts.at(-1)
    const isBroken = piece.above.length > 0 || pieces[index - 1]?.trailing !== null || clauses.has(piece)
    if (isBroken || open === undefined) parts.push([piece])
    else open.push(piece)
  }
  return parts.map((part, place) => printedLine(line, part, place === 0))
}

/** The 或者 outside parentheses; the 并且 where there is none. */
function clauseStarts(pieces: readonly Piece[]): ReadonlySet<Piece> {
  let depth = 0
  const outside = pieces.filter(({ token }) => {
    if (token.name === 'LeftParen') depth += 1
    if (token.name === 'RightParen') depth -= 1
    return depth === 0
  })
  const alternatives = outside.filter(({ token }) => token.name === 'Or')
  return new Set(alternatives.length > 0 ? alternatives : outside.filter(({ token }) => token.name === 'And'))
}

function printedLine(line: StructuralLine, part: readonly Piece[], isFirst: boolean): PrintedLine {
  const [first] = part
  const blanks = (first?.above ?? []).map(({ isAfterBlank }) => isAfterBlank).concat(first?.isAfterBlank ?? false)
  const kept = adjustGap(isFirst ? line.gap : 'none', blanks)
  return {
    kind: isFirst ? line.kind : 'continuation',
    indent: isFirst ? line.indent : line.indent + 2,
    tokens: part.map(({ token }) => token),
    opener: line.opener,
    givesNames: line.givesNames,
    above: (first?.above ?? []).map(({ text }, place) => ({ text, isAfterBlank: kept[place] ?? false })),
    isAfterBlank: kept.at(-1) ?? false,
    trailing: part.at(-1)?.trailing ?? null,
  }
}

/** Which of the blank lines around the comments above a line stay. */
function adjustGap(gap: Gap, blanks: readonly boolean[]): readonly boolean[] {
  if (gap === 'none') return blanks.with(0, false)
  return gap === 'one' && !blanks.includes(true) ? blanks.with(0, true) : blanks
}
