import { parse } from '../../runtime/rational.ts'
import type { Expr, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'

/**
 * What a number is kept over: a value over 100 is a whole number of hundredths. 'any' where no denominator is known
 * when compiling (after a division by a value), so that each value has its own.
 */
export type Denominator = bigint | 'any'
export type Denominators = ReadonlyMap<string, Denominator>

/** The denominator of every definition, by its identifier. */
export function denominatorsOf(program: Program): Denominators {
  const found = new Map<string, Denominator>()
  for (const { id, type, value } of program.definitions) {
    found.set(id, commonDenominator(denominatorOf(value, found), customary(type)))
  }
  return found
}

/** A denominator over which every value that the expression can have is a whole number. */
export function denominatorOf(expr: Expr, definitions: Denominators): Denominator {
  const of = (part: Expr): Denominator => denominatorOf(part, definitions)
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'exact' ? parse(expr.value.exact).d : 1n
    case 'input':
    case 'field':
    case 'lookup':
      return denominatorOfField(expr.type)
    case 'ref':
      return definitions.get(expr.id) ?? 1n
    case 'arithmetic':
      return ofArithmetic(expr, of)
    case 'cases':
      return allOver(
        [...expr.branches.map((branch) => branch.value), ...(expr.otherwise ? [expr.otherwise] : [])].map(of),
      )
    case 'schedule':
      return allOver(expr.rates.map(of))
    case 'integrate':
      return product(of(expr.schedule), positionsOver(expr, definitions))
    case 'round':
      return 10n ** BigInt(expr.decimals)
    case 'fold':
      return expr.value ? of(expr.value) : 1n
    case 'orElse':
      return commonDenominator(of(expr.value), of(expr.fallback))
    case 'exactly':
      return commonDenominator(of(expr.value), of(expr.limit))
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
    case 'monthOf':
    case 'fullYears':
    case 'widen':
      return 1n
  }
}

/** What both ends and all edges of a stretch over bands are whole over. */
export function positionsOver(expr: Extract<Expr, { kind: 'integrate' }>, definitions: Denominators): Denominator {
  const edges = expr.schedule.type.kind === 'schedule' ? expr.schedule.type.edges : []
  const ends = [denominatorOf(expr.from, definitions), denominatorOf(expr.to, definitions)]
  return allOver([...ends, ...edges.map((edge) => parse(edge).d)])
}

/** Money is kept in fen and a rate in per cent, even where less would do. */
function customary(type: Type): bigint {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'schedule':
      return 100n
    case 'optional':
      return customary(type.of)
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return 1n
  }
}

/** What a field of the input is read as: the reader takes six decimals of a rate or a number, two of an amount. */
export function denominatorOfField(type: Type): bigint {
  const of = type.kind === 'optional' ? type.of : type
  return of.kind === 'rate' || of.kind === 'number' ? 1_000_000n : customary(of)
}

function ofArithmetic(expr: Extract<Expr, { kind: 'arithmetic' }>, of: (part: Expr) => Denominator): Denominator {
  switch (expr.operator) {
    case 'add':
    case 'subtract':
    case 'lesser':
    case 'greater':
      return commonDenominator(of(expr.left), of(expr.right))
    case 'multiply':
      return product(of(expr.left), of(expr.right))
    case 'divide': {
      const divisor = constantDivisor(expr.right)
      return divisor ? product(of(expr.left), divisor.n < 0n ? -divisor.n : divisor.n) : 'any'
    }
  }
}

/** The divisor where it is a constant other than zero. */
export function constantDivisor(expr: Expr): { readonly n: bigint; readonly d: bigint } | null {
  if (expr.kind !== 'constant' || expr.value.kind !== 'exact') return null
  const value = parse(expr.value.exact)
  return value.n === 0n ? null : value
}

function allOver(denominators: readonly Denominator[]): Denominator {
  return denominators.reduce(commonDenominator, 1n)
}

export function commonDenominator(a: Denominator, b: Denominator): Denominator {
  return a === 'any' || b === 'any' ? 'any' : (a / greatestCommonDivisor(a, b)) * b
}

function product(a: Denominator, b: Denominator): Denominator {
  return a === 'any' || b === 'any' ? 'any' : a * b
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
