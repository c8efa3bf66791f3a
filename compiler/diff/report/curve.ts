import { CaseError } from '../../../runtime/case-error.ts'
import { add, compare, multiply, ofInteger, subtract, zero, type Rational } from '../../../runtime/rational.ts'
import { interpret } from '../../interpret/interpret.ts'
import type { Program } from '../../program/program.ts'
import { Along, NotStraight, Refused, type Turning } from './evaluate-along.ts'
import { still, type Moving } from './moving.ts'
import { withValue } from '../with-value.ts'

/** What an output is along an amount: straight pieces, each from its start (in yuan) to that of the next. */
export interface Curve {
  readonly path: string
  readonly pieces: readonly Piece[]
}
/** `line` is null where the case is refused; `turnings` are the rules that make it begin here. */
export interface Piece {
  readonly from: Rational
  readonly line: Moving | null
  readonly turnings: readonly Turning[]
}

/** A curve with more breakpoints is not one that a chart can show. */
const MOST_PIECES = 400

/**
 * The outputs of a case for every amount at `path` from zero on, before they are rounded to the fen: exact, by following
 * every comparison to the amount at which it would come out otherwise. Null where the case can't be settled, or an output is
 * no piecewise straight line.
 */
export function curvesAlong(
  program: Program,
  input: unknown,
  path: string,
  outputs: readonly string[],
): readonly Curve[] | null {
  const settled = interpret(program, input, { isReplay: true })
  if (!settled.ok) return null
  const pieces = outputs.map((): Piece[] => [])
  let from: Rational | null = zero
  let turnings: readonly Turning[] = []
  for (let count = 0; from !== null && count < MOST_PIECES; count++) {
    const along = new Along(program, settled.evaluation, path, from)
    const lines = linesOf(along, outputs)
    if (lines === undefined) return null
    for (const [index, all] of pieces.entries()) all.push({ from, line: lines?.[index] ?? null, turnings })
    turnings = distinct(along.reach.reasons)
    from = along.reach.end && add(from, along.reach.end)
  }
  return from === null ? outputs.map((each, index) => ({ path: each, pieces: joined(pieces[index]!) })) : null
}

/**
 * The same along a whole number of months from none on, each settled by itself: what comes of it holds until the next.
 */
export function stepsAlong(
  program: Program,
  input: unknown,
  path: string,
  outputs: readonly string[],
  most: number,
): readonly Curve[] | null {
  const settled = Array.from({ length: most + 1 }, (_, count) =>
    interpret(program, withValue(input, path.split('.'), count), { isReplay: true }),
  )
  const values = settled.map((each) =>
    outputs.map((output) => {
      const index = program.output.findIndex((field) => field.path === output)
      const value = each.ok ? each.evaluation.results[index]?.value : undefined
      return value?.kind === 'exact' ? still(value.exact) : null
    }),
  )
  if (values.every((each) => each.every((value) => value === null))) return null
  return outputs.map((output, index) => ({
    path: output,
    pieces: joined(values.map((each, count) => ({ from: ofInteger(count), line: each[index]!, turnings: [] }))),
  }))
}

/** Null where the case is refused; undefined where something is no straight line. */
function linesOf(along: Along, outputs: readonly string[]): readonly Moving[] | null | undefined {
  try {
    return along.outputs(outputs)
  } catch (error) {
    if (error instanceof CaseError || error instanceof Refused) return null
    if (error instanceof NotStraight) return undefined
    throw error
  }
}

/** One rule may make a line turn in several ways. */
function distinct(turnings: readonly Turning[]): readonly Turning[] {
  return [...new Map(turnings.map((each) => [`${each.place.file} ${each.place.start}`, each])).values()]
}

/** The amount that a line says so far on. */
export function valueAt({ from, line }: Piece, amount: Rational): Rational | null {
  return line && add(line.at, multiply(line.slope, subtract(amount, from)))
}

/** The piece that an amount lies in. */
export function pieceAt({ pieces }: Curve, amount: Rational): Piece {
  return pieces.findLast(({ from }) => compare(from, amount) <= 0) ?? pieces[0]!
}

/** One curve less another, with a piece wherever either has one, and where they cross. */
export function difference(after: Curve, before: Curve): Curve {
  const starts = [...after.pieces, ...before.pieces]
    .map(({ from }) => from)
    .toSorted(compare)
    .filter((from, index, all) => index === 0 || compare(from, all[index - 1]!) !== 0)
  const pieces = starts.flatMap((from, index): Piece[] => {
    const [a, b] = [pieceAt(after, from), pieceAt(before, from)]
    const turnings = [a, b].flatMap((each) => (compare(each.from, from) === 0 ? each.turnings : []))
    if (!a.line || !b.line) return [{ from, line: null, turnings }]
    const at = subtract(valueAt(a, from)!, valueAt(b, from)!)
    const line: Moving = { kind: 'moving', at, slope: subtract(a.line.slope, b.line.slope) }
    const root = rootOf(line)
    const end = starts[index + 1]
    if (root === null || (end && compare(add(from, root), end) >= 0)) return [{ from, line, turnings }]
    return [
      { from, line, turnings },
      { from: add(from, root), line: { kind: 'moving', at: zero, slope: line.slope }, turnings: [] },
    ]
  })
  return { path: after.path, pieces: joined(pieces, true) }
}

/** How far on a line crosses zero; null where it does not. */
function rootOf({ at, slope }: Moving): Rational | null {
  if (at.n === 0n || slope.n === 0n || at.n > 0n === slope.n > 0n) return null
  const { n, d } = multiply(at, { n: slope.d, d: slope.n < 0n ? -slope.n : slope.n })
  return n < 0n ? { n: -n, d } : { n, d }
}

/** Without the starts at which nothing changes. */
function joined(pieces: readonly Piece[], keepsCrossings = false): readonly Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    const isSame =
      last !== undefined &&
      (last.line === null || piece.line === null
        ? last.line === piece.line
        : compare(last.line.slope, piece.line.slope) === 0 && compare(valueAt(last, piece.from)!, piece.line.at) === 0)
    const isCrossing = keepsCrossings && piece.line !== null && piece.line.at.n === 0n && piece.line.slope.n !== 0n
    if (!isSame || isCrossing) kept.push(piece)
  }
  return kept
}
