import type { Expression } from '../../grammar/tree.ts'
import type { BoundDecision, BoundRecord } from '../bind/bound.ts'
import { inputKey } from '../bind/vocabulary.ts'
import { booleanType, not } from '../program/build.ts'
import type { Expr, Place } from '../program/program.ts'
import { fail, placeOf, type Scope } from './scope.ts'

type Call = Extract<Expression, { kind: 'call' }>

export const isProvided = ({ callee }: Call): boolean => callee.text === '给出' || callee.text === 'provided'

/** 给出（明细）: is it this of two inputs that the case has? */
export function provided(expression: Call, scope: Scope): Expr {
  const at = placeOf(expression, scope)
  const [record, ...more] = expression.arguments
  if (!record || more.length > 0)
    return fail(scope, 'wrong-argument-count', at, {
      name: expression.callee.text,
      expected: 1,
      found: expression.arguments.length,
    })
  const name = record.kind === 'name' ? record.text : ''
  const found = scope.policy.decision.eitherOf.flat().find(({ label, id }) => label === name || id === name)
  return found
    ? isGiven(found, pairOf(found, scope.policy.decision)!, at)
    : fail(scope, 'not-an-alternative', placeOf(record, scope), { name })
}

/** The condition under which a case has a field of the input; null where it always does. */
export function whenGiven({ path, at }: Extract<Expr, { kind: 'input' }>, decision: BoundDecision): Expr | null {
  const record = decision.eitherOf.length > 0 ? recordOf(path, decision) : undefined
  const pair = record && pairOf(record, decision)
  return pair ? isGiven(record, pair, at) : null
}

export function recordOf(path: string, { inputs }: BoundDecision): BoundRecord | undefined {
  return inputs.find(({ fields }) => fields.some(({ id }) => id === path))
}

export function isAlwaysGiven(path: string, decision: BoundDecision): boolean {
  const record = recordOf(path, decision)
  return record !== undefined && !pairOf(record, decision)
}

type Pair = BoundDecision['eitherOf'][number]

const pairOf = (record: BoundRecord, { eitherOf }: BoundDecision): Pair | undefined =>
  eitherOf.find((pair) => pair.includes(record))

/** Of two, one is said as not the other, so that they exclude each other and leave nothing out. */
function isGiven(record: BoundRecord, [, second]: Pair, at: Place): Expr {
  const is: Expr = { kind: 'isGiven', key: inputKey(second), type: booleanType, at }
  return record === second ? is : not(is)
}
