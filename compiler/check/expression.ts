import type { Amount, CompareOperator, Expression, Name } from '../../grammar/tree.ts'
import { unknownList } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import { and, booleanConstant, booleanType, constant, exactConstant, not, or } from '../program/build.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { arithmetic, spreading } from './arithmetic.ts'
import { elementKey, fieldType } from './field-type.ts'
import { date, exact, quantity } from './literals.ts'
import { fail, placeOf, type Scope } from './scope.ts'
import { call } from './call.ts'
import { isProvided, provided } from './provided.ts'
import { describeType, isNumeric, isUnknown, join, unknown } from './describe-type.ts'
import { keyword, languageOf, nameIn } from './spelling.ts'

/**
 * Types an expression and turns it into the core. `expected` is the type that fits the place, used to find members of
 * choices; a value of another type is returned as it is, for the caller to judge. What can't be typed is `unknown`, said once.
 */
export function elaborate(expression: Expression, scope: Scope, expected: Type | null = null): Expr {
  const at = placeOf(expression, scope)
  switch (expression.kind) {
    case 'missing':
      return unknown(at)
    case 'parens':
      return { ...elaborate(expression.inner, scope, expected), at }
    case 'number':
      return exact({ kind: 'number', decimals: null }, expression.digits, at)
    case 'fraction':
      if (/^0+$/.test(expression.denominator)) return fail(scope, 'division-by-zero', at)
      return exact({ kind: 'number', decimals: null }, `${expression.numerator}/${expression.denominator}`, at)
    case 'quantity':
      return quantity(expression.digits, expression.unit, at)
    case 'date':
      return date(expression, scope)
    case 'text':
      return constant({ kind: 'text', text: expression.value }, { kind: 'text' }, at)
    case 'openEnded':
      return constant({ kind: 'openEnded' }, { kind: 'date', openEnded: true }, at)
    case 'absent':
      return constant({ kind: 'absent' }, { kind: 'optional', of: { kind: 'unknown' } }, at)
    case 'name':
      return name(expression, scope, expected)
    case 'call':
      if (isProvided(expression)) return provided(expression, scope)
      return call(
        expression,
        expression.arguments.map((argument) => elaborate(argument, scope)),
        scope,
      )
    case 'arithmetic':
      return arithmetic(expression, elaborate(expression.left, scope), elaborate(expression.right, scope), scope)
    case 'compare':
      return compare(expression.operator, elaborate(expression.left, scope), expression.right, scope, at)
    case 'membership': {
      const is = membership(elaborate(expression.left, scope), expression.members, scope, at)
      return expression.negated ? not(is) : is
    }
    case 'logic': {
      const operands = expression.operands.map((operand) => condition(operand, scope))
      return expression.operator === 'and' ? and(operands, at) : or(operands, at)
    }
    case 'not':
      return not(condition(expression.operand, scope))
    case 'orElse': {
      const value = elaborate(expression.value, scope, expected)
      const of = value.type.kind === 'optional' ? value.type.of : value.type
      const fallback = elaborate(expression.fallback, scope, expected ?? of)
      if (isUnknown(value) || isUnknown(fallback)) return unknown(at)
      const type = join(of, fallback.type)
      if (value.type.kind !== 'optional' || fallback.type.kind === 'optional' || !type)
        return fail(scope, 'wrong-type', at, {
          found: describeType(fallback.type, scope),
          expected: describeType({ kind: 'optional', of }, scope),
        })
      return { kind: 'orElse', value, fallback, type, at }
    }
    case 'quantified':
      return quantified(expression, scope)
  }
}

/** An expression where a condition has to stand. */
export function condition(expression: Expression, scope: Scope): Expr {
  const value = elaborate(expression, scope, booleanType)
  if (isUnknown(value) || value.type.kind === 'boolean') return value
  return fail(scope, 'wrong-type', value.at, {
    found: describeType(value.type, scope),
    expected: describeType(booleanType, scope),
  })
}

/** An amount with its floor and its rounding. */
export function elaborateAmount(amount: Amount, scope: Scope, expected: Type | null = null): Expr {
  const value = elaborate(amount.value, scope, expected)
  const { floorZero, rounding } = amount
  if ((!floorZero && !rounding) || isUnknown(value)) return value
  const at = placeOf(amount, scope)
  return spreading([value], scope, ([present]) => {
    const floored = floorZero ? notBelowZero(present!, scope, at) : present!
    return rounding ? round(floored, rounding, scope, at) : floored
  })
}

function notBelowZero(value: Expr, scope: Scope, at: Place): Expr {
  const { type } = value
  if (!isNumeric(type) || type.kind === 'schedule')
    return fail(scope, 'wrong-type', at, {
      found: describeType(type, scope),
      expected: describeType({ kind: 'money', decimals: 2 }, scope),
    })
  return { kind: 'arithmetic', operator: 'greater', left: value, right: exactConstant('0', type, at), type, at }
}

/** What the words of a rounding mean, and what they round. */
export const roundings = {
  halfUpFen: { mode: 'halfUp', decimals: 2, of: 'money' },
  halfUpYuan: { mode: 'halfUp', decimals: 0, of: 'money' },
  upFen: { mode: 'up', decimals: 2, of: 'money' },
  downFen: { mode: 'down', decimals: 2, of: 'money' },
  halfEvenFen: { mode: 'halfEven', decimals: 2, of: 'money' },
  upMonth: { mode: 'up', decimals: 0, of: 'months' },
} as const

function round(value: Expr, rounding: NonNullable<Amount['rounding']>, scope: Scope, at: Place): Expr {
  if (isUnknown(value)) return value
  const { mode, decimals, of } = roundings[rounding]
  if (value.type.kind !== of)
    return fail(scope, 'wrong-type', at, {
      found: describeType(value.type, scope),
      expected: describeType({ kind: of, decimals }, scope),
    })
  return { kind: 'round', mode, decimals, value, type: { kind: of, decimals }, at }
}

const yes = new Set(['是', 'yes'])
const no = new Set(['否', 'no'])

function name(expression: Name, scope: Scope, expected: Type | null): Expr {
  const at = placeOf(expression, scope)
  if (!expression.text) return unknown(at)
  const wanted = expected?.kind === 'optional' ? expected.of : expected
  if (wanted?.kind === 'choice') {
    const member = memberOf(wanted.choices, expression.text, scope)
    if (member) return constant({ kind: 'member', member }, wanted, at)
  }
  const meaning = scope.symbols.meanings.get(expression.text)
  if (!meaning) {
    if (scope.symbols.unstated.has(expression.text)) return unknown(at)
    if (yes.has(expression.text) || no.has(expression.text)) return booleanConstant(yes.has(expression.text), at)
    if (wanted?.kind === 'choice') return unknownMember(expression, wanted.choices, scope)
    return fail(scope, 'unknown-name', at, {
      name: expression.text,
      near: scope.report.problems.length < 200 ? near(expression.text, knownNames(scope)) : [],
    })
  }
  switch (meaning.kind) {
    case 'region':
      return constant({ kind: 'region', prefix: meaning.region.code }, { kind: 'region' }, at)
    case 'list':
      return fail(scope, 'list-used', at, { name: expression.text })
    case 'input':
      return { kind: 'input', path: meaning.field.id, type: fieldType(meaning.field.type), at }
    case 'field':
      if (scope.over === unknownList) return unknown(at)
      if (scope.over !== meaning.list.id)
        return fail(scope, 'attribute-outside-list', at, {
          name: expression.text,
          list: nameIn(meaning.list, languageOf(scope)),
        })
      return {
        kind: 'field',
        list: meaning.list.id,
        path: elementKey(meaning.field),
        type: fieldType(meaning.field.type),
        at,
      }
    case 'term':
    case 'share': {
      if (meaning.over !== null && scope.over === unknownList) return unknown(at)
      if (meaning.over !== null && scope.over !== meaning.over) {
        const list = scope.policy.vocabulary.records.find((record) => record.id === meaning.over)
        return fail(scope, 'attribute-outside-list', at, {
          name: expression.text,
          list: list ? nameIn(list, languageOf(scope)) : meaning.over,
        })
      }
      const type = scope.typeOf(meaning)
      return type.kind === 'unknown' ? unknown(at) : { kind: 'ref', id: meaning.id, type, at }
    }
  }
}

/** A value compared with an expression; shared by conditions and by cells such as 不满 45周岁. */
export function compare(
  operator: CompareOperator,
  left: Expr,
  rightExpression: Expression,
  scope: Scope,
  at: Place,
): Expr {
  const right = elaborate(rightExpression, scope, left.type)
  if (isUnknown(left) || isUnknown(right)) return unknown(at)
  for (const side of [left, right])
    if (side.type.kind === 'optional')
      return fail(scope, 'optional-used', side.at, { name: describeType(side.type, scope) })
  const kind = left.type.kind
  if (kind === 'choice' || kind === 'region') {
    const word = keyword('In', languageOf(scope))
    const span = { start: left.at.end, end: rightExpression.span.start }
    const isMember = operator === 'equals' && left.type.kind === right.type.kind && left.at.start === at.start
    const fixes = isMember ? [{ label: word, edits: [{ span, text: ` ${word} ` }] }] : []
    return fail(scope, 'compare-by-in', at, { type: describeType(left.type, scope) }, { fixes })
  }
  const ofDates = operator === 'before' || operator === 'after' || operator === 'notBefore' || operator === 'notAfter'
  const fits =
    operator === 'equals'
      ? kind === 'date' || (isNumeric(left.type) && kind !== 'schedule')
      : ofDates
        ? kind === 'date'
        : isNumeric(left.type) && kind !== 'schedule' && kind !== 'date'
  if (!fits || kind !== right.type.kind)
    return fail(scope, 'operator-types', at, {
      operator,
      left: describeType(left.type, scope),
      right: describeType(right.type, scope),
    })
  const make = (by: 'less' | 'lessOrEqual' | 'equal', first: Expr, second: Expr): Expr => ({
    kind: 'compare',
    operator: by,
    left: first,
    right: second,
    type: booleanType,
    at,
  })
  switch (operator) {
    case 'below':
    case 'before':
      return make('less', left, right)
    case 'atMost':
    case 'notAfter':
      return make('lessOrEqual', left, right)
    case 'moreThan':
    case 'after':
      return make('less', right, left)
    case 'atLeast':
    case 'notBefore':
      return make('lessOrEqual', right, left)
    case 'equals':
      return make('equal', left, right)
  }
}

/** Is a value one of the members, or does a place lie in one of the regions? `type` is what the members are of. */
export function membership(
  value: Expr,
  members: readonly Expression[],
  scope: Scope,
  at: Place,
  type = value.type,
): Expr {
  if (isUnknown(value)) return value
  if (type.kind === 'choice') {
    const found = members.map((member) => elaborate(member, scope, type))
    if (found.some(isUnknown)) return unknown(at)
    const names = found.flatMap((member) =>
      member.kind === 'constant' && member.value.kind === 'member' ? [member.value.member] : [],
    )
    if (names.length < found.length)
      return fail(scope, 'wrong-type', at, {
        found: describeType(found.find((each) => each.kind !== 'constant')?.type ?? type, scope),
        expected: describeType(type, scope),
      })
    return { kind: 'isOneOf', value, members: names, type: booleanType, at }
  }
  if (value.type.kind === 'region') {
    const areas = members.map((member) => elaborate(member, scope, value.type))
    const wrong = areas.find((area) => area.type.kind !== 'region')
    if (wrong)
      return isUnknown(wrong)
        ? wrong
        : fail(scope, 'wrong-type', wrong.at, {
            found: describeType(wrong.type, scope),
            expected: describeType(value.type, scope),
          })
    return or(
      areas.map((area): Expr => ({ kind: 'liesIn', place: value, area, type: booleanType, at })),
      at,
    )
  }
  return fail(scope, 'wrong-type', value.at, { found: describeType(value.type, scope), expected: 'choice or region' })
}

function quantified(expression: Extract<Expression, { kind: 'quantified' }>, scope: Scope): Expr {
  const at = placeOf(expression, scope)
  const { text: name } = expression.list
  const isRecord = scope.policy.decision.inputs.some(
    ({ isList, label, id }) => !isList && (label === name || id === name),
  )
  // A record is its own only element, so that what is said of any or all of them is said of it.
  if (isRecord && expression.suchThat && (expression.quantifier === 'any' || expression.quantifier === 'all'))
    return condition(expression.suchThat, scope)
  const meaning = scope.symbols.meanings.get(name)
  if (meaning?.kind !== 'list') {
    const lists = [...scope.symbols.meanings].filter(([, each]) => each.kind === 'list').map(([text]) => text)
    return fail(scope, 'unknown-list', placeOf(expression.list, scope), {
      name: expression.list.text,
      near: near(expression.list.text, lists),
    })
  }
  const inside = { ...scope, over: meaning.list.id }
  const where = expression.suchThat ? condition(expression.suchThat, inside) : null
  const value = expression.taking ? elaborate(expression.taking, inside) : null
  if ((where && isUnknown(where)) || (value && isUnknown(value))) return unknown(at)
  const { quantifier } = expression
  if (quantifier === 'sum' && (!value || !isNumeric(value.type) || value.type.kind === 'schedule'))
    return fail(scope, 'wrong-type', at, {
      found: value ? describeType(value.type, scope) : '—',
      expected: describeType({ kind: 'money', decimals: 2 }, scope),
    })
  const type: Type =
    quantifier === 'sum' && value ? value.type : quantifier === 'count' ? { kind: 'number', decimals: 0 } : booleanType
  return { kind: 'fold', quantifier, list: meaning.list.id, where, value, type, at }
}

function memberOf(choices: string, text: string, scope: Scope): string | null {
  const members = scope.policy.vocabulary.choices.find((each) => each.id === choices)?.members ?? []
  return members.find((member) => member.label === text || (member.name ?? member.id) === text)?.id ?? null
}

function unknownMember(expression: Name, choices: string, scope: Scope): Expr {
  const found = scope.policy.vocabulary.choices.find((each) => each.id === choices)
  const language = languageOf(scope)
  const members = found?.members.map((member) => nameIn(member, language)) ?? []
  const close = near(expression.text, members)
  const offered = close.length > 0 ? close : members
  return fail(scope, 'unknown-member', placeOf(expression, scope), {
    name: expression.text,
    choices: found ? nameIn(found, language) : choices,
    near: offered,
  })
}

export function knownNames(scope: Pick<Scope, 'symbols'>): string[] {
  return [...scope.symbols.meanings.keys()]
}
