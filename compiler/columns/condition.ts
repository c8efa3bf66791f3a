import { areaPrefix } from '../../runtime/region.ts'
import { parse } from '../../runtime/rational.ts'
import type { Expr } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { fieldCode, isGivenCode } from './field.ts'
import { writeFold } from './fold.ts'
import { choosePlain } from './cases.ts'
import { isIdentity } from './identity.ts'
import { tabulateCondition } from './table.ts'
import { isNumber } from '../arithmetic/measure.ts'
import { named, type Here, valueOf, common, memberPlace } from './writing.ts'

/** A truth: code that is true or false, in brackets where it is more than one comparison. */
export function writeCondition(expr: Expr, here: Here): string {
  const sure = expr.kind === 'ref' || expr.kind === 'input' ? null : tabulateCondition(expr, here)
  if (sure !== null) return sure
  switch (expr.kind) {
    case 'constant':
      return String(expr.value.kind === 'boolean' && expr.value.is)
    case 'input':
    case 'field':
      return `${fieldCode(expr, here)} === 1`
    case 'ref': {
      const value = valueOf(expr.id, here)
      if (value.kind === 'condition') return value.code
      if (value.kind === 'plain') return `${value.code} === 1`
      throw new Error(`${expr.id} is no condition`)
    }
    case 'compare':
      return isNumber(expr.left.type) && isIdentity(expr, here.writing) ? 'true' : writeComparison(expr, here)
    case 'isOneOf':
      return writeIsOneOf(expr, here)
    case 'liesIn':
      return writeLiesIn(expr, here)
    case 'and':
    case 'or':
      return joined(
        expr.kind,
        expr.operands.map((operand) => writeCondition(operand, here)),
      )
    case 'not': {
      const operand = writeCondition(expr.operand, here)
      return operand === 'true' ? 'false' : operand === 'false' ? 'true' : `!(${operand})`
    }
    case 'isAbsent': {
      const value = isNumber(expr.value.type)
        ? here.writing.write.number(expr.value, here).code
        : here.writing.write.plain(expr.value, here)
      const name = named(value, 'value', here)
      return `${name} !== ${name}`
    }
    case 'isGiven':
      return isGivenCode(expr.key, here)
    case 'cases':
      return choosePlain(expr, (value) => writeCondition(value, here), here)
    case 'orElse':
      return `${here.writing.write.plain(expr, here)} === 1`
    case 'fold':
      return writeFold(expr, here).code
    case 'lookup':
      return `${here.writing.write.plain(expr, here)} === 1`
    case 'arithmetic':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'exactly':
      throw new Error(`${expr.kind} is no condition`)
  }
}

function joined(kind: 'and' | 'or', operands: readonly string[]): string {
  const neutral = String(kind === 'and')
  const told = operands.filter((operand) => operand !== neutral)
  if (told.includes(String(kind !== 'and'))) return String(kind !== 'and')
  if (told.length === 0) return neutral
  return told.length === 1 ? told[0]! : `(${told.join(kind === 'and' ? ' && ' : ' || ')})`
}

const signs = { less: '<', lessOrEqual: '<=', equal: '===' } as const

function writeComparison({ operator, left, right }: Extract<Expr, { kind: 'compare' }>, here: Here): string {
  const sides = isDate(left.type)
    ? [here.writing.write.plain(left, here), here.writing.write.plain(right, here)]
    : common(here.writing.write.number(left, here), here.writing.write.number(right, here), here).map(
        ({ code }) => code,
      )
  const [a = '', b = ''] = sides
  if (isWhole(a) && isWhole(b)) {
    const difference = Number(a) - Number(b)
    return String(operator === 'less' ? difference < 0 : operator === 'equal' ? difference === 0 : difference <= 0)
  }
  return `${a} ${signs[operator]} ${b}`
}

function isWhole(code: string): boolean {
  return /^\d{1,15}$/.test(code)
}

function isDate(type: Type): boolean {
  return (type.kind === 'optional' ? type.of : type).kind === 'date'
}

function writeIsOneOf({ value, members }: Extract<Expr, { kind: 'isOneOf' }>, here: Here): string {
  const type = value.type.kind === 'optional' ? value.type.of : value.type
  const places = members.map((member) => memberPlace(member, type, here.writing)).toSorted((a, b) => a - b)
  if (places.length === 0) return 'false'
  const code = here.writing.write.plain(value, here)
  if (isWhole(code)) return String(places.includes(Number(code)))
  const name = places.length === 1 ? code : named(code, 'member', here)
  return joined(
    'or',
    places.map((place) => `${name} === ${place}`),
  )
}

/** Places of the input have six digits, and an area is a stretch of those. */
function writeLiesIn({ place, area }: Extract<Expr, { kind: 'liesIn' }>, here: Here): string {
  const code = here.writing.write.plain(place, here)
  const prefix = area.kind === 'constant' && area.value.kind === 'region' ? areaPrefix(area.value.prefix) : null
  if (prefix === null || !(place.kind === 'input' || place.kind === 'field')) {
    return `${here.writing.use('liesInArea')}(${code}, ${here.writing.write.plain(area, here)})`
  }
  if (prefix.length === 6) return `${code} === ${Number(prefix)}`
  const size = 10 ** (6 - prefix.length)
  const name = named(code, 'place', here)
  const first = Number(parse(prefix).n) * size
  return `(${name} >= ${first} && ${name} < ${first + size})`
}
