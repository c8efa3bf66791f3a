import type { Token, TokenName } from '../../grammar/tokens.ts'
import type { Type } from '../program/type.ts'
import { functionNamed, numeric, type Kind } from './functions.ts'
import { unitTypes, type KnownName } from './known-names.ts'

/** What a value has to be at a place. */
export interface Wanted {
  /** Null: anything that has a value. */
  readonly kinds: readonly Kind[] | null
  /** The choices whose members fit, where one is to stand. */
  readonly choices: string | null
  /** Whether a value may be written out: a member, a region, 是. Else it begins what is asked about it. */
  readonly isAnswer: boolean
}
type Names = ReadonlyMap<string, KnownName>

export const anything: Wanted = { kinds: null, choices: null, isAnswer: true }
export const condition: Wanted = { kinds: null, choices: null, isAnswer: false }
export const kindsOnly = (...kinds: readonly Kind[]): Wanted => ({ kinds, choices: null, isAnswer: true })

const inside = (type: Type): Type => (type.kind === 'optional' ? inside(type.of) : type)

/** What can stand where a value of a type stands. */
export function like(type: Type): Wanted {
  const of = inside(type)
  if (of.kind === 'unknown') return anything
  if (of.kind === 'choice') return { kinds: ['choice'], choices: of.choices, isAnswer: true }
  return kindsOnly(...(of.kind === 'rate' || of.kind === 'schedule' ? (['rate', 'schedule'] as const) : [of.kind]))
}

export function fits(type: Type, { kinds, choices }: Wanted): boolean {
  const of = inside(type)
  if (of.kind === 'unknown') return true
  if (of.kind === 'list' || of.kind === 'texts') return kinds?.includes(of.kind) ?? false
  return (
    (kinds === null || kinds.includes(of.kind)) &&
    (choices === null || (of as { choices?: string }).choices === choices)
  )
}

const comparisons = ['Below', 'AtLeast', 'MoreThan', 'AtMost', 'Before', 'After', 'NotBefore', 'NotAfter', 'Equals']
const beginners: readonly string[] = ['If', 'And', 'Or', 'Not', 'SuchThat', 'AppliesTo']

/** What fits behind the tokens of a statement, in an expression; `base` is what fits at its beginning. */
export function wantedAfter(tokens: readonly Token[], base: Wanted, names: Names): Wanted {
  const last = tokens.at(-1)
  if (last === undefined) return base
  const before = (): Type => typeBefore(tokens.slice(0, -1), names)
  if (beginners.includes(last.name)) return condition
  if (comparisons.includes(last.name)) return like(before())
  const word: string = last.name
  switch (word) {
    case 'In':
    case 'NotIn':
      return like(before())
    case 'Plus':
    case 'Minus': {
      const { kind } = inside(before())
      if (kind === 'date') return kindsOnly('months', 'days', ...(last.name === 'Minus' ? (['date'] as const) : []))
      return kind === 'unknown' ? kindsOnly(...numeric, 'date') : like(before())
    }
    case 'OrElse':
      return like(before())
    case 'LoweredBy':
    case 'RaisedBy':
      return kindsOnly('points')
    case 'Times':
    case 'Divide':
    case 'MultipliedBy':
      return kindsOnly(...numeric, 'schedule')
    case 'Taking':
      return kindsOnly(...numeric)
    case 'LeftParen':
    case 'Comma':
      return wantedInside(tokens, base, names)
  }
  return base
}

/** Behind a bracket or a comma: an argument, another member, or what stood before the bracket. */
function wantedInside(tokens: readonly Token[], base: Wanted, names: Names): Wanted {
  let depth = 0
  let index = 0
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const name = tokens[at]?.name
    if (name === 'RightParen') depth += 1
    else if (name === 'Comma' && depth === 0) index += 1
    else if (name === 'LeftParen') {
      if (depth > 0) {
        depth -= 1
        continue
      }
      const callee = functionNamed(tokens[at - 1]?.name === 'Name' ? (tokens[at - 1]?.text ?? '') : '')
      const kinds = callee?.parameters[Math.min(index, callee.parameters.length - 1)]
      return kinds ? kindsOnly(...kinds) : wantedAfter(tokens.slice(0, at), base, names)
    } else if (depth === 0 && (name === 'In' || name === 'NotIn')) return like(typeBefore(tokens.slice(0, at), names))
    else if (depth === 0 && (name === 'RowBar' || name === 'Bar' || name === 'Colon')) return base
  }
  return base
}

/** The type of what the tokens end with, as far as its last word says. */
export function typeBefore(tokens: readonly Token[], names: Names): Type {
  const last = tokens.at(-1)
  if (last === undefined) return { kind: 'unknown' }
  const word: string = last.name
  switch (word) {
    case 'Name':
      return names.get(last.text)?.type ?? { kind: 'unknown' }
    case 'Quantity':
      return last.unit === null ? { kind: 'unknown' } : unitTypes[last.unit]
    case 'Number':
    case 'Fraction':
      return { kind: 'number', decimals: null }
    case 'Date':
      return { kind: 'date', openEnded: false }
    case 'Text':
      return { kind: 'text' }
    case 'RightParen': {
      let depth = 0
      for (let at = tokens.length - 1; at >= 0; at -= 1) {
        if (tokens[at]?.name === 'RightParen') depth += 1
        if (tokens[at]?.name !== 'LeftParen' || --depth > 0) continue
        const callee = tokens[at - 1]?.name === 'Name' ? functionNamed(tokens[at - 1]?.text ?? '') : undefined
        if (callee?.result === 'region' || callee?.result === 'age') return { kind: callee.result }
        if (callee?.result === 'date') return { kind: 'date', openEnded: false }
        if (callee?.result === 'months') return { kind: 'months', decimals: 0 }
        return typeBefore(tokens.slice(at + 1, -1), names)
      }
      return { kind: 'unknown' }
    }
  }
  return { kind: 'unknown' }
}

/** Whether an operator or ending can follow a value of a type. */
export function canFollow(token: TokenName, type: Type): boolean {
  const { kind } = inside(type)
  if (kind === 'unknown') return true
  const isNumber = numeric.includes(kind)
  if (token === 'In' || token === 'NotIn') return kind === 'choice' || kind === 'region'
  if (token === 'Before' || token === 'After' || token === 'NotBefore' || token === 'NotAfter') return kind === 'date'
  if (token === 'Below' || token === 'AtLeast' || token === 'MoreThan' || token === 'AtMost') return isNumber
  if (token === 'Equals') return isNumber || kind === 'date'
  if (token === 'LoweredBy' || token === 'RaisedBy') return kind === 'rate' || kind === 'schedule'
  if (token === 'UpMonth') return kind === 'months'
  if (/Fen$|Yuan$/u.test(token)) return kind === 'money' || kind === 'rate' || kind === 'schedule'
  if (token === 'NotBelowZero') return isNumber
  if (token === 'OrElse') return type.kind === 'optional'
  if (token === 'And' || token === 'Or') return kind === 'boolean' || kind !== 'schedule'
  return true
}
