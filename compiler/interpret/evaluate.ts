import { CaseError } from '../../runtime/case-error.ts'
import { addDays, addMonths, boundary, fullYears, monthOf } from '../../runtime/date.ts'
import * as rational from '../../runtime/rational.ts'
import { refuseAmount, refuseDivision } from '../../runtime/refusal.ts'
import { liesIn, widen } from '../../runtime/region.ts'
import { computedFrom, mayBeAbsent } from '../program/build.ts'
import type { ConstantValue, Expr } from '../program/program.ts'
import type { Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'
import { findRow } from './find-row.ts'
import { bandsBetween, combine, transform } from './schedule.ts'
import { atElement, underCondition, type Scope } from './scope.ts'
import { absent, asBoolean, asDay, asExact, asInteger, asMember, asRegion, asSchedule } from './value.ts'
import { boolean, exact, stated, unstated, valueOfConstant } from './value.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/**
 * The meaning of an expression. Parts are evaluated from left to right; `cases`, `and`, `or`, `any` and `all` stop at
 * the part that decides. An absent value makes a number or a date computed from it absent. Throws a CaseError for a
 * case that can't be settled, a ProgramError for an expression that means nothing.
 */
export function evaluate(expr: Expr, scope: Scope): Value {
  const value = (part: Expr): Value => evaluate(part, scope)
  const holds = (part: Expr): boolean => asBoolean(value(part))
  if (mayBeAbsent(expr) && computedFrom(expr).some((part) => value(part).kind === 'absent')) return absent
  switch (expr.kind) {
    case 'constant':
      return constantValue(expr.value)
    case 'input':
      return inputValue(expr, scope)
    case 'field':
      return fieldValue(expr, scope)
    case 'ref':
      return referredValue(expr, scope)
    case 'arithmetic':
      return arithmetic(expr, scope)
    case 'compare':
      return boolean(comparison(expr.operator, value(expr.left), value(expr.right)))
    case 'isOneOf':
      return isOneOf(expr.members, value(expr.value))
    case 'liesIn':
      return boolean(liesIn(asRegion(value(expr.place)), asRegion(value(expr.area))))
    case 'and':
      return boolean(expr.operands.every(holds))
    case 'or':
      return boolean(expr.operands.some(holds))
    case 'not':
      return boolean(!holds(expr.operand))
    case 'cases':
      return firstThatHolds(expr, scope)
    case 'listAll':
      return textsThatHold(expr, scope)
    case 'schedule':
      return scheduleValue(expr, scope)
    case 'integrate':
      return integral(expr, scope)
    case 'round':
      return unlessAbsent([value(expr.value)], (number) =>
        transform(number, (each) => rational.round(each, expr.decimals, expr.mode)),
      )
    case 'fold':
      return fold(expr, scope)
    case 'orElse': {
      const given = value(expr.value)
      return given.kind === 'absent' ? value(expr.fallback) : given
    }
    case 'isGiven':
      return boolean(scope.input.given.has(expr.key))
    case 'isAbsent':
      return boolean(value(expr.value).kind === 'absent')
    case 'addMonths':
    case 'addDays':
      return unlessAbsent([value(expr.date), value(expr.amount)], (date, amount) => {
        const move = expr.kind === 'addMonths' ? addMonths : addDays
        return { kind: 'date', day: move(asDay(date), asInteger(amount)) }
      })
    case 'boundary':
      return unlessAbsent([value(expr.date)], (date) => ({
        kind: 'date',
        day: boundary(asDay(date), expr.side, expr.of),
      }))
    case 'monthOf':
      return unlessAbsent([value(expr.date)], (date) => exact(rational.ofInteger(monthOf(asDay(date)))))
    case 'fullYears':
      return unlessAbsent([value(expr.from), value(expr.to)], (from, to) =>
        exact(rational.ofInteger(fullYears(asDay(from), asDay(to)))),
      )
    case 'widen':
      return unlessAbsent([value(expr.region)], (region) => ({
        kind: 'region',
        code: widen(asRegion(region), expr.level),
      }))
    case 'lookup': {
      const found = findRow(
        expr,
        scope.datasets,
        expr.keys.map((key) => value(key.value)),
        expr.validity && asDay(value(expr.validity.on)),
      )
      return found ? constantValue(found) : absent
    }
    case 'exactly':
      return exactly(expr, scope)
  }
}

function constantValue(constant: ConstantValue): Value {
  const value = valueOfConstant(constant)
  if (!value) throw new ProgramError(`${'date' in constant ? constant.date : constant.kind} is no date`)
  return value
}

/** What is absent is none of them. */
function isOneOf(members: readonly string[], value: Value): Value {
  return boolean(value.kind !== 'absent' && members.includes(asMember(value)))
}

function inputValue({ path }: Of<'input'>, { input, trace }: Scope): Value {
  const value = input.fields.get(path)
  if (!value) throw new ProgramError(`the input has no field ${path}`)
  trace.read({ kind: 'input', path })
  return value
}

function fieldValue({ list, path }: Of<'field'>, { input, elements, trace }: Scope): Value {
  const element = elements.get(list)
  const value = element === undefined ? undefined : input.lists.get(list)?.[element]?.get(path)
  if (element === undefined || !value) throw new ProgramError(`there is no element of ${list} with a field ${path}`)
  trace.read({ kind: 'field', list, path, element })
  return value
}

function referredValue({ id }: Of<'ref'>, { values, elementValues, elements, trace }: Scope): Value {
  const ofElements = elementValues.get(id)
  const element = ofElements ? (elements.get(ofElements.list) ?? null) : null
  const value = ofElements ? ofElements.values[element ?? -1] : values.get(id)
  if (!value) throw new ProgramError(`${id} is used before it is defined, or outside its list`)
  trace.read({ kind: 'definition', id, element })
  return stated(value, id)
}

function arithmetic({ operator, left, right, type }: Of<'arithmetic'>, scope: Scope): Value {
  return unlessAbsent([evaluate(left, scope), evaluate(right, scope)], (a, b) => {
    if (operator === 'multiply' && type.kind === 'money') noteProduct(left, right, a, b, scope)
    return combine(a, b, (x, y) => {
      if (operator === 'divide' && y.n === 0n) throw new CaseError([refuseDivision(scope.trace.label)])
      return operations[operator](x, y)
    })
  })
}

const { add, subtract, multiply, divide, lesser, greater } = rational
const operations = { add, subtract, multiply, divide, lesser, greater }

function noteProduct(left: Expr, right: Expr, a: Value, b: Value, { trace }: Scope): void {
  if (right.type.kind === 'rate') trace.products.push({ amount: asExact(a), rate: asExact(b) })
  else if (left.type.kind === 'rate') trace.products.push({ amount: asExact(b), rate: asExact(a) })
}

function comparison(operator: 'less' | 'lessOrEqual' | 'equal', left: Value, right: Value): boolean {
  const areDates = left.kind === 'date' || right.kind === 'date'
  const order = areDates ? asDay(left) - asDay(right) : rational.compare(asExact(left), asExact(right))
  switch (operator) {
    case 'less':
      return order < 0
    case 'lessOrEqual':
      return order <= 0
    case 'equal':
      return order === 0
  }
}

function firstThatHolds({ branches, otherwise }: Of<'cases'>, scope: Scope): Value {
  const branch = branches.findIndex(({ when }) => asBoolean(underCondition(scope, () => evaluate(when, scope))))
  const held = branches[branch]
  scope.trace.choose(held ? { branch, origin: held.origin } : { branch: null, origin: null })
  if (held) return evaluate(held.value, scope)
  return otherwise ? evaluate(otherwise, scope) : unstated
}

function textsThatHold({ rows, otherwise }: Of<'listAll'>, scope: Scope): Value {
  const holds = rows.map(({ when }) => asBoolean(underCondition(scope, () => evaluate(when, scope))))
  for (const [branch, { origin }] of rows.entries()) if (holds[branch]) scope.trace.choose({ branch, origin })
  const texts = rows.filter((_, index) => holds[index]).map(({ text }) => text)
  return { kind: 'texts', texts: texts.length === 0 && otherwise !== null ? [otherwise] : texts }
}

function scheduleValue({ rates, type }: Of<'schedule'>, scope: Scope): Value {
  if (type.kind !== 'schedule' || type.edges.length + 1 !== rates.length) {
    throw new ProgramError('a schedule has one rate more than edges')
  }
  return {
    kind: 'schedule',
    edges: type.edges.map(rational.parse),
    rates: rates.map((rate) => asExact(evaluate(rate, scope))),
  }
}

function integral({ schedule, from, to }: Of<'integrate'>, scope: Scope): Value {
  const rates = asSchedule(evaluate(schedule, scope))
  const [start, end] = [asExact(evaluate(from, scope)), asExact(evaluate(to, scope))]
  const bands = bandsBetween(rates, start, end)
  scope.trace.integrals.push({ from: start, to: end, schedule: rates, bands })
  return exact(bands.reduce((sum, { product }) => rational.add(sum, product), rational.zero))
}

function fold({ quantifier, list, where, value }: Of<'fold'>, scope: Scope): Value {
  const elements = scope.input.lists.get(list)
  if (!elements) throw new ProgramError(`the input has no list ${list}`)
  const scopes = elements.map((_, index) => atElement(scope, list, index))
  const isMeant = (inner: Scope): boolean => where === null || asBoolean(evaluate(where, inner))
  switch (quantifier) {
    case 'any':
      return boolean(scopes.some(isMeant))
    case 'all':
      return boolean(scopes.every(isMeant))
    case 'count':
      return exact(rational.ofInteger(scopes.filter(isMeant).length))
    case 'sum':
      if (value === null) throw new ProgramError('a sum needs a value')
      return exact(
        scopes
          .filter((inner) => underCondition(inner, () => isMeant(inner)))
          .reduce((sum, inner) => rational.add(sum, asExact(evaluate(value, inner))), rational.zero),
      )
  }
}

function exactly({ value, limit, path, label }: Of<'exactly'>, scope: Scope): Value {
  const amount = asExact(evaluate(value, scope))
  const issue = refuseAmount(amount, asExact(evaluate(limit, scope)), path, label)
  if (issue) throw new CaseError([issue])
  return exact(amount)
}

function unlessAbsent<Values extends readonly Value[]>(
  values: readonly [...Values],
  operation: (...values: Values) => Value,
): Value {
  return values.some(({ kind }) => kind === 'absent') ? absent : operation(...(values as Values))
}
