import type { Dialect, Width } from './dialect.ts'
import { Unwritable } from './unwritable.ts'
import { bindings, caseOf, coalesce, compareSql, literal, made, operand, sql, type Sql, type When } from './sql.ts'

/**
 * A whole number of a query, and between which bounds it lies in every row that is not refused. So each operation is
 * done in a type that holds whatever comes of it, and none overflows.
 */
export interface Whole {
  readonly sql: Sql
  readonly least: bigint
  readonly most: bigint
  /** Of the type that the engine gives it. */
  readonly width: Width
}

const widths: readonly Width[] = ['int', 'big', 'wide']

/** The narrowest type for what lies between the bounds. */
export function widthFor(least: bigint, most: bigint): Width {
  const fits = (bits: bigint): boolean => least >= -(2n ** bits) && most < 2n ** bits
  return fits(31n) ? 'int' : fits(63n) ? 'big' : 'wide'
}

function wider(a: Width, b: Width): Width {
  return widths.indexOf(a) >= widths.indexOf(b) ? a : b
}

const lesserOf = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b))
const greaterOf = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b))
const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value)

/** Whole numbers as an engine works with them. */
export class Wholes {
  readonly #dialect: Dialect
  /** Did one of them need more than 64 bits? */
  areWide = false

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  /** Throws Unwritable where the bounds need more digits than the engine has. */
  of(text: Sql, least: bigint, most: bigint, width: Width): Whole {
    const { digits } = this.#dialect
    if (digits !== null && greaterOf([-least, most]) >= 10n ** BigInt(digits)) throw new Unwritable('digits', '')
    if (width === 'wide') this.areWide = true
    return { sql: text, least, most, width }
  }

  constant(value: bigint): Whole {
    const text = value < 0n ? made(String(value), bindings.sum, []) : literal(String(value))
    return this.of(text, value, value, widthFor(value, value))
  }

  /** Not there: NULL as a number. */
  get absent(): Whole {
    return this.of(sql`CAST(NULL AS ${this.#dialect.types.int})`, 0n, 0n, 'int')
  }

  cast(value: Whole, width: Width): Whole {
    return value.width === width
      ? value
      : { ...value, sql: sql`CAST(${value.sql} AS ${this.#dialect.types[width]})`, width }
  }

  add(a: Whole, b: Whole): Whole {
    if (isConstant(a, 0n)) return b
    if (isConstant(b, 0n)) return a
    return this.#infix(a, '+', b, [a.least + b.least, a.most + b.most])
  }

  subtract(a: Whole, b: Whole): Whole {
    if (isConstant(b, 0n)) return a
    return this.#infix(a, '-', b, [a.least - b.most, a.most - b.least])
  }

  /** The sum of the parts, of which it is known that no sum of some of them lies beyond all of the bounds and zero. */
  sumWithin(parts: readonly Whole[], bounds: readonly Whole[]): Whole {
    const least = lesserOf([0n, ...bounds.map((each) => each.least)])
    const most = greaterOf([0n, ...bounds.map((each) => each.most)])
    return parts.reduce((sum, part) => this.#sum(sum, part, least, most), this.constant(0n))
  }

  #sum(a: Whole, b: Whole, least: bigint, most: bigint): Whole {
    if (isConstant(a, 0n)) return b
    if (isConstant(b, 0n)) return a
    const sum = [greaterOf([a.least + b.least, least]), lesserOf([a.most + b.most, most])] as const
    return this.#infix(a, '+', b, sum)
  }

  multiply(a: Whole, b: Whole): Whole {
    if (isConstant(a, 1n)) return b
    if (isConstant(b, 1n)) return a
    if (isConstant(a, 0n) || isConstant(b, 0n)) return this.constant(0n)
    if (isConstantAtAll(a) && isConstantAtAll(b)) return this.constant(a.least * b.least)
    const corners = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => x * y))
    return this.#infix(a, '*', b, [lesserOf(corners), greaterOf(corners)])
  }

  /** Toward zero. The divisor is above zero, or NULL. */
  quotient(a: Whole, b: Whole): Whole {
    if (isConstant(b, 1n)) return a
    const width = wider(a.width, b.width)
    const [left, right] = [a.sql, b.sql].map((each) => operand(each, bindings.atom))
    const text = made(this.#dialect.quotient(left ?? '', right ?? '', width), bindings.product, [a.sql, b.sql])
    const least = lesserOf([a.least / b.least, a.least / b.most])
    return this.of(text, least, greaterOf([a.most / b.least, a.most / b.most]), width)
  }

  remainder(a: Whole, b: Whole): Whole {
    const most = greaterOf([sizeOf(b.least), sizeOf(b.most)]) - 1n
    const [left, right] = [a.sql, b.sql].map((each) => operand(each, bindings.atom))
    const text = made(`${left} % ${right}`, bindings.product, [a.sql, b.sql])
    return this.of(text, a.least < 0n ? -most : 0n, a.most > 0n ? most : 0n, wider(a.width, b.width))
  }

  /** For what is there in every row: the functions pass over what is not. */
  lesser(a: Whole, b: Whole): Whole {
    if (a.most <= b.least) return a
    if (b.most <= a.least) return b
    const text = sql`least(${a.sql}, ${b.sql})`
    return this.of(text, lesserOf([a.least, b.least]), lesserOf([a.most, b.most]), wider(a.width, b.width))
  }

  greater(a: Whole, b: Whole): Whole {
    if (a.least >= b.most) return a
    if (b.least >= a.most) return b
    const text = sql`greatest(${a.sql}, ${b.sql})`
    return this.of(text, greaterOf([a.least, b.least]), greaterOf([a.most, b.most]), wider(a.width, b.width))
  }

  /** The value of the first condition that holds; NULL where none does and nothing stands otherwise. */
  choose(whens: readonly { readonly when: Sql; readonly value: Whole }[], otherwise: Whole | null): Whole {
    const values = [...whens.map(({ value }) => value), ...(otherwise ? [otherwise] : [])]
    if (values.length === 0) return this.absent
    const rows = whens.map(({ when, value }): When => ({ when, value: value.sql }))
    return this.of(
      caseOf(rows, otherwise?.sql ?? null),
      lesserOf(values.map(({ least }) => least)),
      greaterOf(values.map(({ most }) => most)),
      values.map(({ width }) => width).reduce(wider),
    )
  }

  /** The value, or the other where it is NULL. */
  firstGiven(value: Whole, other: Whole): Whole {
    return this.of(
      coalesce([value.sql, other.sql]),
      lesserOf([value.least, other.least]),
      greaterOf([value.most, other.most]),
      wider(value.width, other.width),
    )
  }

  /** The same number, known to lie between narrower bounds. */
  within(value: Whole, least: bigint, most: bigint): Whole {
    return { ...value, least: greaterOf([value.least, least]), most: lesserOf([value.most, most]) }
  }

  #infix(a: Whole, operator: '+' | '-' | '*', b: Whole, [least, most]: readonly [bigint, bigint]): Whole {
    const width = widthFor(least, most)
    const actual = wider(a.width, b.width)
    const enough = widths.indexOf(actual) >= widths.indexOf(width)
    const left = enough ? a : this.cast(a, width)
    const binding = operator === '*' ? bindings.product : bindings.sum
    const texts = [operand(left.sql, binding), operand(b.sql, operator === '*' ? bindings.atom : bindings.product)]
    return this.of(made(texts.join(` ${operator} `), binding, [left.sql, b.sql]), least, most, wider(actual, width))
  }
}

function isConstantAtAll({ sql: { text }, least, most }: Whole): boolean {
  return least === most && /^-?\d+$/.test(text)
}

export function isConstant(value: Whole, is: bigint): boolean {
  return isConstantAtAll(value) && value.least === is
}

/** A comparison that the bounds don't decide by themselves: a reader should find what the policy says. */
export function compareWholes(a: Whole, operator: '<' | '<=' | '=', b: Whole): Sql {
  return compareSql(a.sql, operator, b.sql)
}
