import { isReference } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import { casesOfAbsence } from './absence.ts'
import { bandAbove, rateInBand } from './bands.ts'
import { writeCases } from './cases.ts'
import { from, join, textOf, type Code } from './code.ts'
import { constantDivisor, greatestCommonDivisor, positionsOver, type Denominator } from './denominator.ts'
import { escapeText } from './escape.ts'
import { writeSum } from './fold.ts'
import { ownDenominator, referenceText, type Here } from './here.ts'
import { writeLookup } from './lookup.ts'
import { literal, rescale } from './scale.ts'

/** A number as so many parts of the denominator `over`, which is a multiple of the expression's own. */
export function writeNumber(expr: Expr, over: Denominator, here: Here): Code {
  const text = here.band?.named.get(expr) ?? (isReference(expr) ? referenceText(expr, here) : null)
  if (text !== null) {
    const { type } = expr
    const value = type.kind === 'schedule' && here.band ? rateInBand(text, type.edges, here.band) : text
    return from(expr.at, rescale(value, type, ownDenominator(expr, here), over, here.module))
  }
  const absence = casesOfAbsence(expr, here.module)
  if (absence) return writeCases(absence, { kind: 'number', over }, here)
  switch (expr.kind) {
    case 'schedule': {
      const rate = expr.type.kind === 'schedule' && here.band && expr.rates[bandAbove(expr.type.edges, here.band.floor)]
      if (!rate) throw new Error('a schedule stands where one rate is meant')
      return writeNumber(rate, over, here)
    }
    case 'constant':
      if (expr.value.kind === 'absent') return 'null'
      return expr.value.kind === 'exact' ? from(expr.at, literal(expr.value.exact, expr.type, over, here.module)) : '0n'
    case 'cases':
      return writeCases(expr, { kind: 'number', over }, here)
    case 'orElse':
      return writeOrElse(expr, over, here)
    case 'arithmetic':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'monthOf':
    case 'fullYears':
    case 'lookup':
    case 'exactly': {
      const own = ownDenominator(expr, here)
      return from(expr.at, rescale(writeOver(expr, own, here), expr.type, own, over, here.module))
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
  { kind: 'arithmetic' | 'integrate' | 'round' | 'fold' | 'monthOf' | 'fullYears' | 'lookup' | 'exactly' }
>

/** A computed number over its own denominator. */
function writeOver(expr: Computed, own: Denominator, here: Here): Code {
  const { module } = here
  switch (expr.kind) {
    case 'arithmetic':
      return writeArithmetic(expr, own, here)
    case 'integrate':
      return writeIntegral(expr, own, here)
    case 'round':
      return writeRound(expr, here)
    case 'fold':
      return writeSum(expr, own, here)
    case 'monthOf':
      return ['BigInt(', module.use('monthOf'), '(', here.write(expr.date, { kind: 'plain' }, here), '))']
    case 'fullYears': {
      const plain = (part: Expr): Code => here.write(part, { kind: 'plain' }, here)
      return ['BigInt(', module.use('fullYears'), '(', plain(expr.from), ', ', plain(expr.to), '))']
    }
    case 'lookup':
      return writeLookup(expr, here)
    case 'exactly': {
      const [value, limit] = [writeNumber(expr.value, own, here), writeNumber(expr.limit, own, here)]
      const texts = [expr.path, expr.label].map((text) => escapeText(text, 'string')).join(', ')
      if (own === 'any') return [module.use('exactRational'), '(', value, ', ', limit, `, ${texts})`]
      return [module.use('exactly'), '(', value, ', ', limit, `, ${own}n, ${texts})`]
    }
  }
}

function writeArithmetic(expr: Extract<Expr, { kind: 'arithmetic' }>, own: Denominator, here: Here): Code {
  const { operator, left, right } = expr
  const number = (part: Expr, over: Denominator): Code => writeNumber(part, over, here)
  if (own === 'any') {
    const call = operator === 'divide' ? here.module.use('divide') : `${here.module.use('rational')}.${operator}`
    const label = operator === 'divide' ? `, ${escapeText(here.label, 'string')}` : ''
    return [call, '(', number(left, own), ', ', number(right, own), label, ')']
  }
  switch (operator) {
    case 'add':
      return ['(', number(left, own), ' + ', number(right, own), ')']
    case 'subtract':
      return ['(', number(left, own), ' - ', number(right, own), ')']
    case 'lesser':
    case 'greater':
      return [here.module.use(operator), '(', number(left, own), ', ', number(right, own), ')']
    case 'multiply': {
      const factors = [left, right].map((side) => number(side, ownDenominator(side, here)))
      // A denominator alone is a change of the part that is counted.
      const written = factors.filter((factor) => textOf(factor) !== '1n')
      return written.length === 0 ? '1n' : ['(', join(written, ' * '), ')']
    }
    case 'divide': {
      // Divided by n/d is multiplied by d over n times the denominator.
      const { n, d } = constantDivisor(right) ?? { n: 1n, d: 1n }
      const factor = n < 0n ? -d : d
      const code = number(left, ownDenominator(left, here))
      return factor === 1n ? code : ['(', code, ` * ${factor}n)`]
    }
  }
}

function writeRound(expr: Extract<Expr, { kind: 'round' }>, here: Here): Code {
  const own = ownDenominator(expr.value, here)
  const value = writeNumber(expr.value, own, here)
  const step = 10n ** BigInt(expr.decimals)
  if (own === 'any') return [here.module.use('roundTo'), '(', value, `, ${step}n, '${expr.mode}')`]
  const divisor = greatestCommonDivisor(step, own)
  const factor = step / divisor
  const scaled = factor === 1n ? value : ['(', value, ` * ${factor}n)`]
  if (own === divisor) return scaled
  return [here.module.use('roundDivide'), '(', scaled, `, ${own / divisor}n, '${expr.mode}')`]
}

function writeIntegral(expr: Extract<Expr, { kind: 'integrate' }>, own: Denominator, here: Here): Code {
  const { schedule, from: start, to: end } = expr
  const edges = schedule.type.kind === 'schedule' ? schedule.type.edges : []
  const positions = own === 'any' ? 'any' : positionsOver(expr, here.module.denominators)
  const rates = own === 'any' ? 'any' : ownDenominator(schedule, here)
  const list = edges.map((edge) => literal(edge, start.type, positions, here.module)).join(', ')
  const call = here.module.use(own === 'any' ? 'exactAmountBetween' : 'amountBetween')
  const ends = [writeNumber(start, positions, here), ', ', writeNumber(end, positions, here)]
  return [call, `([${list}], `, here.write(schedule, { kind: 'bands', over: rates, edges }, here), ', ', ends, ')']
}

function writeOrElse(expr: Extract<Expr, { kind: 'orElse' }>, over: Denominator, here: Here): Code {
  const { value, fallback } = expr
  if (value.kind === 'constant' && value.value.kind === 'absent') return writeNumber(fallback, over, here)
  const instead = writeNumber(fallback, over, here)
  if (!isReference(value) || ownDenominator(value, here) === over) {
    return from(expr.at, ['(', writeNumber(value, over, here), ' ?? ', instead, ')'])
  }
  const text = referenceText(value, here)
  const type = value.type.kind === 'optional' ? value.type.of : value.type
  const present = rescale(text, type, ownDenominator(value, here), over, here.module)
  return from(expr.at, [`(${text} === null ? `, instead, ' : ', present, ')'])
}
