import { node } from '../check/arithmetic.ts'
import { isNotNegative, isPart, rangeOf } from '../check/range.ts'
import type { Defined } from '../check/symbols.ts'
import type { TypedEdition, TypedLine, TypedMove, TypedSplit } from '../check/typed.ts'
import { booleanConstant, exactConstant } from '../program/build.ts'
import type { Branch, Definition, Expr, Origin, Place, SplitInfo } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { sharesInCircles } from './circles.ts'
import type { Exclude } from './lower.ts'

const money: Type = { kind: 'money', decimals: 2 }
interface Posting {
  readonly split: TypedSplit
  readonly line: TypedLine
  readonly definition: string
}

/**
 * Every line of every split as a definition, every share as what its lines (and moves) give it. Lines of one share
 * whose cases exclude each other are cases of one value; otherwise, or if that value would rest on itself, or if each
 * element of a list has the line, each has a definition of its own and they are added.
 */
export function lowerShares(typed: TypedEdition, exclude: Exclude): { definitions: Definition[]; splits: SplitInfo[] } {
  const movedFrom = new Set(typed.moves.flatMap((move) => move.outOf))
  const shares = typed.symbols.defined.filter((each) => each.kind === 'share')
  const circular = sharesInCircles(typed)
  const definitions: Definition[] = []
  const postings = new Map<TypedLine, Posting>()
  const linesInto = new Map<Defined, { readonly split: TypedSplit; readonly line: TypedLine }[]>()
  for (const split of typed.splits)
    for (const line of split.lines) {
      const lines = linesInto.get(line.into) ?? []
      linesInto.set(line.into, lines)
      lines.push({ split, line })
    }
  const ways = shares.map((share) => {
    const lines = linesInto.get(share) ?? []
    // What is moved in comes on top of the lines, which then have to be told apart from the share.
    const merged =
      !circular.has(share) &&
      !typed.moves.some((move) => move.into === share) &&
      lines.every(({ split }) => split.over === null) &&
      lines.every((a, index) =>
        lines.slice(index + 1).every((b) => a.split !== b.split && exclude(a.split.when, b.split.when)),
      )
    const id = movedFrom.has(share) ? `${share.id}BeforeMove` : share.id
    const own = lines.map(({ split, line }, index): Posting => ({
      split,
      line,
      definition: merged ? id : `${share.id}Line${index + 1}`,
    }))
    own.forEach((posting) => postings.set(posting.line, posting))
    return { share, id, own, merged }
  })

  for (const { share, id, own, merged } of ways) {
    const branches = own.map(({ split, line }): Branch => ({
      when: split.when ?? booleanConstant(true, line.origin),
      value: lineAmount(split, line, postings, typed),
      origin: line.origin,
    }))
    const incoming = typed.moves.filter((move) => move.into === share)
    const origin = own[0]?.line.origin ?? incoming[0]?.origin
    if (!origin) continue
    const parts: Expr[] = incoming.flatMap((move) =>
      move.outOf.map((from) => ref(moveId(move, from, typed.moves), move.origin)),
    )
    if (merged && own.length > 0) {
      const only = branches.length === 1 && own[0]!.split.when === null
      parts.unshift(
        only ? branches[0]!.value : { kind: 'cases', branches, otherwise: zero(origin), type: money, at: origin },
      )
    } else
      own.forEach((posting, index) => {
        const branch = branches[index]!
        const value: Expr = posting.split.when
          ? { kind: 'cases', branches: [branch], otherwise: zero(origin), type: money, at: branch.origin }
          : branch.value
        definitions.push({
          id: posting.definition,
          label: share.label,
          role: 'line',
          over: posting.split.over,
          type: money,
          value,
          origin: posting.line.origin,
        })
        parts.splice(index, 0, taken(posting))
      })
    const total = parts.reduce((sum, part) => node('add', sum, part, money, origin))
    const label = id === share.id ? share.label : `${share.label}（转出前）`
    definitions.push({ id, label, role: 'share', over: null, type: money, value: total, origin })
  }
  lowerMoves(typed, definitions)
  return { definitions, splits: typed.splits.map((split) => splitInfo(split, postings)) }
}

/** What a line takes; of a line that each element of a list has, what it takes of all of them. */
function taken({ split: { over }, line: { origin }, definition }: Posting): Expr {
  const value = ref(definition, origin)
  if (over === null) return value
  return { kind: 'fold', quantifier: 'sum', list: over, where: null, value, type: money, at: place(origin) }
}

/** Each line takes from what the lines before it have left. */
function lineAmount(
  split: TypedSplit,
  line: TypedLine,
  postings: ReadonlyMap<TypedLine, Posting>,
  typed: TypedEdition,
): Expr {
  const at: Place = line.origin
  const before = split.lines
    .slice(0, split.lines.indexOf(line))
    .map((each) => ref(postings.get(each)!.definition, each.origin))
  const path = pathOf(split, typed)
  const whole = isNotNegative(rangeOf(split.amount, typed))
    ? split.amount
    : notBelowZero(split.amount, path, split.label)
  const rest = before.reduce((left, taken) => node('subtract', left, taken, money, at), whole)
  const amount = line.amount ?? zero(at)
  switch (line.mode) {
    case 'theRest':
      return rest
    case 'upTo': {
      const isAbove = isNotNegative(rangeOf(amount, typed))
      return node('lesser', rest, isAbove ? amount : node('greater', amount, zero(at), amount.type, at), money, at)
    }
    case 'exactly':
      return {
        kind: 'exactly',
        value: amount,
        limit: rest,
        path,
        label: line.into.label,
        type: money,
        at,
      }
    case 'atRate': {
      const position = split.bandedFrom ?? zero(at)
      const from = before.reduce((sum, taken) => node('add', sum, taken, money, at), position)
      const decimals = 'decimals' in amount.type && amount.type.decimals !== null ? amount.type.decimals + 2 : null
      const type: Type = { kind: 'money', decimals }
      const exact: Expr =
        amount.type.kind === 'schedule'
          ? { kind: 'integrate', schedule: amount, from, to: node('add', from, rest, money, at), type, at }
          : node('multiply', rest, amount, type, at)
      const value: Expr = line.rounding
        ? {
            kind: 'round',
            ...line.rounding,
            value: exact,
            type: { kind: 'money', decimals: line.rounding.decimals },
            at,
          }
        : exact
      // A part of what is left, rounded to fen, is never more than that; anything else is held against it.
      const isWithin = isPart(rangeOf(amount, typed)) && (line.rounding?.decimals ?? 2) >= 2
      return isWithin ? value : { kind: 'exactly', value, limit: rest, path, label: line.into.label, type: money, at }
    }
  }
}

/** The amount itself; a case in which it is below zero is an error that names it. */
export function notBelowZero(value: Expr, path: string, label: string): Expr {
  const limit = exactConstant(largestAmount, money, value.at)
  return { kind: 'exactly', value, limit, path, label, type: money, at: value.at }
}

/** The largest amount that a case can state. */
const largestAmount = '999999999999999/100'

/** What is moved out of a share is never more than it holds, nor than is still to be moved. */
function lowerMoves(typed: TypedEdition, definitions: Definition[]): void {
  const left = new Map<Defined, Expr>()
  for (const move of typed.moves) {
    const { origin } = move
    let open = move.amount
    for (const share of move.outOf) {
      const before = left.get(share) ?? ref(`${share.id}BeforeMove`, origin)
      const taken = node('lesser', before, node('greater', open, zero(origin), open.type, origin), money, origin)
      const value: Expr = move.when
        ? {
            kind: 'cases',
            branches: [{ when: move.when, value: taken, origin }],
            otherwise: zero(origin),
            type: money,
            at: origin,
          }
        : taken
      const id = moveId(move, share, typed.moves)
      definitions.push({ id, label: move.into.label, role: 'move', over: null, type: money, value, origin })
      open = node('subtract', open, ref(id, origin), open.type, origin)
      left.set(share, node('subtract', before, ref(id, origin), money, origin))
    }
  }
  for (const [share, value] of left)
    definitions.push({
      id: share.id,
      label: share.label,
      role: 'share',
      over: null,
      type: money,
      value,
      origin: originOf(share, definitions),
    })
}

function originOf(share: Defined, definitions: readonly Definition[]): Origin {
  return definitions.find((each) => each.id === `${share.id}BeforeMove`)!.origin
}

function splitInfo(split: TypedSplit, postings: ReadonlyMap<TypedLine, Posting>): SplitInfo {
  return {
    label: split.label,
    over: split.over,
    amount: split.amount,
    when: split.when ?? booleanConstant(true, split.origin),
    lines: split.lines.map((line) => ({
      mode: line.mode,
      definition: postings.get(line)!.definition,
      into: line.into.label,
      share: line.into.id,
      origin: line.origin,
    })),
    origin: split.origin,
  }
}

/** What a split that does not come out is at odds with: the record of its amount, or of the input that its amount is. */
function pathOf({ amount, over }: TypedSplit, typed: TypedEdition): string {
  if (amount.kind === 'input') return recordOf(amount.path)
  const term = amount.kind === 'ref' ? typed.terms.find(({ defined }) => defined.id === amount.id) : undefined
  const records = (term?.general ?? []).flatMap(({ value }) => (value.kind === 'input' ? [recordOf(value.path)] : []))
  return records[0] ?? over ?? ''
}

/** The record that a field stands in: the lines of a split are at odds with each other, not one of them alone. */
function recordOf(path: string): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : path
}

/** Of several moves from one share into another, the later ones are numbered. */
function moveId(move: TypedMove, from: Defined, all: readonly TypedMove[]): string {
  const alike = all.filter(({ into, outOf }) => into === move.into && outOf.includes(from))
  const count = alike.indexOf(move) + 1
  return `${move.into.id}From${from.id.charAt(0).toUpperCase()}${from.id.slice(1)}${count > 1 ? count : ''}`
}
function ref(id: string, at: Place): Expr {
  return { kind: 'ref', id, type: money, at: place(at) }
}
function zero(at: Place): Expr {
  return exactConstant('0', { kind: 'money', decimals: 0 }, place(at))
}
function place({ file, start, end }: Place): Place {
  return { file, start, end }
}
