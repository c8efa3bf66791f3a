import { isReference } from '../program/build.ts'
import { constantDivisor } from '../arithmetic/measure.ts'
import type { Expr } from '../program/program.ts'
import { casesOfAbsence } from './absence.ts'
import { bandAbove, rateInBand } from './bands.ts'
import { writeCases } from './cases.ts'
import { from, join, type Code } from './code.ts'
import { escapeText } from './escape.ts'
import { writeSum } from './fold.ts'
import { countedOf, type Counted } from './form.ts'
import { computedIn, ownCounted, referenceText, type Here } from './here.ts'
import { writeLookup } from './lookup.ts'
import { isOne, writeRound } from './rounding.ts'
import { convert, literal, times, whole, zero } from './scale.ts'

/** A number as so many parts of a denominator, which is a multiple of the expression's own. */
export function writeNumber(expr: Expr, counted: Counted, here: Here): Code {
  const text = here.band?.named.get(expr) ?? (isReference(expr) ? referenceText(expr, here) : null)
  if (text !== null) {
    const { type } = expr
    const value = type.kind === 'schedule' && here.band ? rateInBand(text, type.edges, here.band) : text
    return from(expr.at, convert(value, type, ownCounted(expr, here), counted, here.module))
  }
  const absence = casesOfAbsence(expr, here.module)
  if (absence) return writeCases(absence, { kind: 'number', ...counted }, here)
  switch (expr.kind) {
    case 'schedule': {
      const rate = expr.type.kind === 'schedule' && here.band && expr.rates[bandAbove(expr.type.edges, here.band.floor)]
      if (!rate) throw new Error('a schedule stands where one rate is meant')
      return writeNumber(rate, counted, here)
    }
    case 'constant':
      if (expr.value.kind === 'absent') return 'null'
      return expr.value.kind === 'exact'
        ? from(expr.at, literal(expr.value.exact, expr.type, counted, here.module))
        : zero(counted, here.module)
    case 'cases':
      return writeCases(expr, { kind: 'number', ...counted }, here)
    case 'orElse':
      return writeOrElse(expr, counted, here)
    case 'lookup':
      return from(expr.at, convert(writeLookup(expr, here), expr.type, ownCounted(expr, here), counted, here.module))
    case 'arithmetic':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'monthOf':
    case 'fullYears':
    case 'exactly': {
      const own = computedIn(expr, here)
      return from(expr.at, convert(writeOver(expr, own, here), expr.type, own, counted, here.module))
    }
    case 'input':
    case 'field':
    case 'ref':
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'isAbsent':
    case 'listAll':
    case 'isGiven':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'widen':
      throw new Error(`${expr.kind} is no number`)
  }
}

type Computed = Extract<
  Expr,
  { kind: 'arithmetic' | 'integrate' | 'round' | 'fold' | 'monthOf' | 'fullYears' | 'exactly' }
>

/** A computed number over its own denominator. */
function writeOver(expr: Computed, own: Counted, here: Here): Code {
  const { module } = here
  const plain = (part: Expr): Code => here.write(part, { kind: 'plain' }, here)
  const asNumber = (code: Code): Code => (own.as === 'number' ? code : ['BigInt(', code, ')'])
  switch (expr.kind) {
    case 'arithmetic':
      return writeArithmetic(expr, own, here)
    case 'integrate':
      return writeIntegral(expr, own, here)
    case 'round':
      return writeRound(expr, own.as, here)
    case 'fold':
      return writeSum(expr, own, here)
    case 'monthOf':
      return asNumber([module.use('monthOf'), '(', plain(expr.date), ')'])
    case 'fullYears':
      return asNumber([module.use('fullYears'), '(', plain(expr.from), ', ', plain(expr.to), ')'])
    case 'exactly': {
      const [value, limit] = [writeNumber(expr.value, own, here), writeNumber(expr.limit, own, here)]
      const texts = [expr.path, expr.label].map((text) => escapeText(text, 'string')).join(', ')
      if (own.over === 'any') return [module.use('exactRational'), '(', value, ', ', limit, `, ${texts})`]
      return [module.use('exactly'), '(', value, ', ', limit, `, ${whole(own.over, own.as)}, ${texts})`]
    }
  }
}

function writeArithmetic(expr: Extract<Expr, { kind: 'arithmetic' }>, own: Counted, here: Here): Code {
  const { operator, left, right } = expr
  const { module } = here
  const number = (part: Expr): Code => writeNumber(part, own, here)
  if (own.as === 'rational') {
    const call = operator === 'divide' ? module.use('divide') : `${module.use('rational')}.${operator}`
    const label = operator === 'divide' ? `, ${escapeText(here.label, 'string')}` : ''
    return [call, '(', number(left), ', ', number(right), label, ')']
  }
  switch (operator) {
    case 'add':
      return ['(', number(left), ' + ', number(right), ')']
    case 'subtract':
      return ['(', number(left), ' - ', number(right), ')']
    case 'lesser':
    case 'greater': {
      const choose = own.as === 'bigint' ? module.use(operator) : operator === 'lesser' ? 'Math.min' : 'Math.max'
      return [choose, '(', number(left), ', ', number(right), ')']
    }
    case 'multiply': {
      const factors = [left, right].map((side) => writeNumber(side, { over: overOf(side, here), as: own.as }, here))
      const written = factors.filter((factor) => !isOne(factor))
      if (written.length === 0) return own.as === 'number' ? '1' : '1n'
      const product: Code = ['(', join(written, ' * '), ')']
      return own.as === 'number' && mayBeMinusZero(left, right, here) ? ['(', product, ' + 0)'] : product
    }
    case 'divide': {
      // Divided by n/d is multiplied by d over n times the denominator.
      const { n, d } = constantDivisor(module.arithmetic.magnitudeOf(right)) ?? { n: 1n, d: 1n }
      const product = times(writeNumber(left, { over: overOf(left, here), as: own.as }, here), n < 0n ? -d : d, own.as)
      return own.as === 'number' && n < 0n ? ['(', product, ' + 0)'] : product
    }
  }
}

function overOf(expr: Expr, here: Here): Counted['over'] {
  return here.module.arithmetic.magnitudeOf(expr).over
}

/** Plain numbers have a zero below zero: a product of zero and of what is below zero. Adding zero takes it away. */
function mayBeMinusZero(left: Expr, right: Expr, { module }: Here): boolean {
  const [a, b] = [left, right].map((side) => module.arithmetic.magnitudeOf(side))
  return [a, b].some((each) => each?.least === undefined || each.least === null || each.least < 0n)
}

function writeIntegral(expr: Extract<Expr, { kind: 'integrate' }>, own: Counted, here: Here): Code {
  const { schedule, from: start, to: end } = expr
  const { arithmetic, use } = here.module
  const edges = schedule.type.kind === 'schedule' ? schedule.type.edges : []
  const positions: Counted = own.over === 'any' ? own : { over: arithmetic.positionsOver(expr), as: own.as }
  const rates: Counted = own.over === 'any' ? own : countedOf(arithmetic.magnitudeOf(schedule))
  const list = edges.map((edge) => literal(edge, start.type, positions, here.module)).join(', ')
  const ends = [writeNumber(start, positions, here), ', ', writeNumber(end, positions, here)]
  const call = use(amountBetween[own.as])
  return [call, `([${list}], `, here.write(schedule, { kind: 'bands', ...rates, edges }, here), ', ', ends, ')']
}

const amountBetween = {
  number: 'amountBetween',
  bigint: 'largeAmountBetween',
  rational: 'exactAmountBetween',
} as const

function writeOrElse(expr: Extract<Expr, { kind: 'orElse' }>, counted: Counted, here: Here): Code {
  const { value, fallback } = expr
  if (value.kind === 'constant' && value.value.kind === 'absent') return writeNumber(fallback, counted, here)
  const instead = writeNumber(fallback, counted, here)
  const own = ownCounted(value, here)
  if (!isReference(value) || (own.over === counted.over && own.as === counted.as)) {
    return from(expr.at, ['(', writeNumber(value, counted, here), ' ?? ', instead, ')'])
  }
  const text = referenceText(value, here)
  const type = value.type.kind === 'optional' ? value.type.of : value.type
  const present = convert(text, type, own, counted, here.module)
  return from(expr.at, [`(${text} === null ? `, instead, ' : ', present, ')'])
}
