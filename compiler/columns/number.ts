import { parse } from '../../runtime/rational.ts'
import { greatestCommonDivisor, productDenominator } from '../arithmetic/denominator.ts'
import type { Expr } from '../program/program.ts'
import { bandAbove } from '../typescript/bands.ts'
import { writeIntegral } from './bands.ts'
import { writeCases } from './cases.ts'
import { writeFold } from './fold.ts'
import { writeLookup } from './lookup.ts'
import { fieldCode } from './field.ts'
import { writeRound } from './round.ts'
import { tabulate } from './table.ts'
import {
  MOST_EXACT,
  atom,
  boundOf,
  named,
  needs,
  times,
  type Count,
  type Here,
  valueOf,
  common,
  denominator,
  known,
} from './writing.ts'

/** A number; the rate of the band in hand where the expression is bands. None is larger than what is exact. */
export function writeNumber(expr: Expr, here: Here): Count {
  const count = tabulate(expr, here) ?? writeInner(expr, here)
  needs(count.size, here.writing)
  return count
}

function writeInner(expr: Expr, here: Here): Count {
  const { writing } = here
  switch (expr.kind) {
    case 'constant':
      return writeConstant(expr)
    case 'input':
    case 'field':
      return counted(fieldCode(expr, here), denominator(expr, here), expr, here)
    case 'ref': {
      const value = valueOf(expr.id, here)
      if (value.kind === 'count') return value.count
      const rate = value.kind === 'bands' && here.band ? value.rates[bandAbove(value.edges, here.band.floor)] : null
      if (!rate) throw new Error(`${expr.id} is no number here`)
      return rate
    }
    case 'schedule': {
      const edges = expr.type.kind === 'schedule' ? expr.type.edges : []
      const rate = here.band && expr.rates[bandAbove(edges, here.band.floor)]
      if (!rate) throw new Error('bands stand where one rate is meant')
      return writeNumber(rate, here)
    }
    case 'arithmetic':
      return writeArithmetic(expr, here)
    case 'cases':
      return writeCases(expr, here)
    case 'integrate':
      return writeIntegral(expr, here)
    case 'round':
      return writeRound(expr, here)
    case 'fold':
      return writeFold(expr, here)
    case 'orElse': {
      const [value, fallback] = common(writeNumber(expr.value, here), writeNumber(expr.fallback, here), here)
      const name = named(value.code, 'given', here)
      return {
        ...value,
        code: `(${name} === ${name} ? ${name} : ${fallback.code})`,
        ...boundOf(expr, value.over, here),
      }
    }
    case 'monthOf':
      return counted(`${writing.use('monthNumber')}(${here.writing.write.plain(expr.date, here)})`, 1n, expr, here)
    case 'fullYears': {
      const [from, to] = [here.writing.write.plain(expr.from, here), here.writing.write.plain(expr.to, here)]
      return counted(`${writing.use('yearsBetween')}(${from}, ${to})`, 1n, expr, here)
    }
    case 'lookup':
      return counted(writeLookup(expr, here), denominator(expr, here), expr, here)
    case 'exactly':
      return writeExactly(expr, here)
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

function writeConstant(expr: Extract<Expr, { kind: 'constant' }>): Count {
  if (expr.value.kind !== 'exact') return { code: 'NaN', over: 1n, size: 0n, isNegativePossible: false }
  const { n, d } = parse(expr.value.exact)
  return { code: n < 0n ? `(${n})` : String(n), over: d, size: n < 0n ? -n : n, isNegativePossible: n < 0n }
}

function counted(code: string, over: bigint, expr: Expr, here: Here): Count {
  return { code, over, ...boundOf(expr, over, here) }
}

function writeArithmetic(expr: Extract<Expr, { kind: 'arithmetic' }>, here: Here): Count {
  const [left, right] = [writeNumber(expr.left, here), writeNumber(expr.right, here)]
  switch (expr.operator) {
    case 'add':
    case 'subtract': {
      const [a, b] = common(left, right, here)
      const sign = expr.operator === 'add' ? '+' : '-'
      return counted(`(${a.code} ${sign} ${operand(b.code)})`, a.over, expr, here)
    }
    case 'lesser':
    case 'greater':
      return writeExtreme(expr, common(left, right, here), here)
    case 'multiply':
      return counted(
        times(atom(left.code), atom(right.code)),
        known(productDenominator(left.over, right.over), here.writing),
        expr,
        here,
      )
    case 'divide': {
      const divisor =
        expr.right.kind === 'constant' && expr.right.value.kind === 'exact' && parse(expr.right.value.exact)
      if (!divisor || divisor.n === 0n) {
        here.writing.giveUp('it is divided by a number of the case')
        return left
      }
      const factor = divisor.n < 0n ? -divisor.d : divisor.d
      const by = divisor.n < 0n ? -divisor.n : divisor.n
      const shared = greatestCommonDivisor(factor < 0n ? -factor : factor, by)
      const code = times(atom(left.code), String(factor / shared))
      return counted(code, left.over * (by / shared), expr, here)
    }
  }
}

function operand(code: string): string {
  return code.startsWith('-') ? `(${code})` : code
}

/** Without a branch: a processor does not have to guess. Sums and differences of integers, halved, are exact. */
function writeExtreme(expr: Extract<Expr, { kind: 'arithmetic' }>, [a, b]: [Count, Count], here: Here): Count {
  const bound = boundOf(expr, a.over, here)
  const isLesser = expr.operator === 'lesser'
  const zero = a.code === '0' ? b : b.code === '0' ? a : null
  if (a.size + b.size > MOST_EXACT) {
    return { code: `Math.${isLesser ? 'min' : 'max'}(${a.code}, ${b.code})`, over: a.over, ...bound }
  }
  if (zero) {
    const name = named(zero.code, 'amount', here)
    return { code: `(${name} ${isLesser ? '-' : '+'} Math.abs(${name})) * 0.5`, over: a.over, ...bound }
  }
  const [x, y] = [named(a.code, 'one', here), named(b.code, 'other', here)]
  const code = `(${x} + ${y} ${isLesser ? '-' : '+'} Math.abs(${x} - ${y})) * 0.5`
  return { code, over: a.over, ...bound }
}

/** The value; a case in which it is below zero or above the limit is refused. */
function writeExactly(expr: Extract<Expr, { kind: 'exactly' }>, here: Here): Count {
  const [value, limit] = common(writeNumber(expr.value, here), writeNumber(expr.limit, here), here)
  const name = named(value.code, expr.label, here)
  const status = here.writing.refusals.add({ code: 'amount-outside', path: expr.path, label: expr.label })
  const isOutside = `!(${name} >= 0 && ${name} <= ${limit.code})`
  here.block.push(`if (${[...here.under, isOutside].join(' && ')}) refusal ||= ${status}\n`)
  return { code: name, over: value.over, ...boundOf(expr, value.over, here) }
}
