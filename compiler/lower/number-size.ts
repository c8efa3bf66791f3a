import { budget } from '../check/budget.ts'
import type { Report } from '../problem/report.ts'
import type { Expr, Program } from '../program/program.ts'
import { decimalsOf } from '../program/exact.ts'
import type { Exact, Type } from '../program/type.ts'

/**
 * The most digits that a number can have: before the point, behind it, and in what its denominator has besides tens.
 * A product has those of both factors, so names that are multiplied by themselves grow without end.
 */
interface Size {
  readonly whole: number
  readonly decimals: number
  readonly other: number
}

const nothing: Size = { whole: 0, decimals: 0, other: 0 }

/** Reports the first definition of a program in which a number may have more digits than the budget allows. */
export function checkNumberSize(program: Program, report: Report): void {
  const sizes = new Map<string, Size>()
  for (const { id, label, value, origin } of program.definitions) {
    const size = sizeOf(value, sizes)
    const found = size.whole + size.decimals + size.other
    if (found > budget.digits) {
      const place = { file: origin.file, span: { start: origin.start, end: origin.end } }
      report.error('over-budget', place, {
        what: 'digits',
        found: Math.min(Math.round(found), 1e15),
        limit: budget.digits,
        name: label,
      })
      return
    }
    sizes.set(id, size)
  }
}

function sizeOf(expr: Expr, sizes: ReadonlyMap<string, Size>): Size {
  const of = (part: Expr): Size => sizeOf(part, sizes)
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'exact' ? sizeOfConstant(expr.value.exact) : nothing
    case 'input':
    case 'field':
    case 'lookup':
      return sizeOfInput(expr.type)
    case 'ref':
      return sizes.get(expr.id) ?? nothing
    case 'arithmetic': {
      const [a, b] = [of(expr.left), of(expr.right)]
      switch (expr.operator) {
        case 'add':
        case 'subtract':
          return {
            whole: Math.max(a.whole, b.whole) + Math.log10(1 + 10 ** -Math.abs(a.whole - b.whole)),
            decimals: Math.max(a.decimals, b.decimals),
            other: a.other + b.other,
          }
        case 'multiply':
          return { whole: a.whole + b.whole, decimals: a.decimals + b.decimals, other: a.other + b.other }
        case 'divide':
          // By n / d is times d, over n.
          return {
            whole: a.whole + b.decimals + b.other,
            decimals: a.decimals,
            other: a.other + b.whole + b.decimals + b.other,
          }
        case 'lesser':
        case 'greater':
          return larger(a, b)
      }
      return nothing
    }
    case 'cases':
      return expr.branches.reduce(
        (size, { value }) => larger(size, of(value)),
        expr.otherwise ? of(expr.otherwise) : nothing,
      )
    case 'schedule':
      return expr.rates.reduce((size, rate) => larger(size, of(rate)), nothing)
    case 'integrate': {
      const [rates, positions] = [of(expr.schedule), larger(of(expr.from), of(expr.to))]
      const bands = expr.schedule.type.kind === 'schedule' ? expr.schedule.type.edges.length + 1 : 1
      return {
        whole: rates.whole + positions.whole + digitsIn(String(bands)),
        decimals: rates.decimals + positions.decimals,
        other: rates.other * bands + positions.other,
      }
    }
    case 'round':
      return { whole: of(expr.value).whole + 1, decimals: expr.decimals, other: 0 }
    case 'fold': {
      // A list has at most ten thousand elements.
      const size = expr.value ? of(expr.value) : nothing
      return { ...size, whole: size.whole + 5 }
    }
    case 'orElse':
      return larger(of(expr.value), of(expr.fallback))
    case 'exactly':
      return of(expr.value)
    case 'monthOf':
      return { whole: 2, decimals: 0, other: 0 }
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'isAbsent':
    case 'isGiven':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'listAll':
    case 'fullYears':
    case 'widen':
      return nothing
  }
}

function larger(a: Size, b: Size): Size {
  return {
    whole: Math.max(a.whole, b.whole),
    decimals: Math.max(a.decimals, b.decimals),
    other: Math.max(a.other, b.other),
  }
}

function digitsIn(whole: string): number {
  return whole.replace('-', '').length
}

function sizeOfConstant(exact: Exact): Size {
  const [numerator = '', denominator = ''] = exact.split('/')
  const decimals = decimalsOf(exact)
  const behind = decimals === null ? { decimals: 0, other: denominator.length } : { decimals, other: 0 }
  return { whole: digitsIn(numerator), ...behind }
}

function sizeOfInput(type: Type): Size {
  switch (type.kind) {
    case 'money':
      return { whole: 13, decimals: 2, other: 0 }
    case 'number':
      return { whole: 16, decimals: 6, other: 0 }
    case 'rate':
      return { whole: 1, decimals: 6, other: 0 }
    case 'months':
      return { whole: 4, decimals: 0, other: 0 }
    case 'optional':
      return sizeOfInput(type.of)
    case 'points':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'schedule':
    case 'unknown':
      return nothing
  }
}
