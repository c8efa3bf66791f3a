import type { RoundingMode } from '../../runtime/round.ts'
import { allOf, anyOf, compareSql, literal, notSql, sql, type Sql } from './sql.ts'
import { compareWholes, isConstant, type Whole, type Wholes } from './whole.ts'

/**
 * An exact number of a query: `count` parts, of which `over` are one. `over` is known when the query is written, or
 * a whole number above zero of each row, after a division by a value.
 */
export interface Quantity {
  readonly count: Whole
  readonly over: bigint | Whole
}

/** Puts a value that is used more than once into a column of its own, where it is more than a name. */
export type Keep = (value: Whole) => Whole

/** Exact numbers over whole ones. */
export class Quantities {
  readonly #wholes: Wholes
  readonly keep: Keep

  constructor(wholes: Wholes, keep: Keep) {
    this.#wholes = wholes
    this.keep = keep
  }

  constant(n: bigint, d: bigint): Quantity {
    return { count: this.#wholes.constant(n), over: d }
  }

  /** The same numbers over one denominator. */
  alike(numbers: readonly Quantity[]): { readonly counts: readonly Whole[]; readonly over: bigint | Whole } {
    const wholes = this.#wholes
    const fixed = numbers.map(({ over }) => over).filter((over) => typeof over === 'bigint')
    const common = fixed.reduce(leastCommonMultiple, 1n)
    const changing = [
      ...new Map(
        numbers.flatMap(({ over }) => (typeof over === 'bigint' ? [] : [[over.sql.text, over] as const])),
      ).values(),
    ]
    if (changing.length === 0) {
      const counts = numbers.map(({ count, over }) =>
        wholes.multiply(count, wholes.constant(common / (over as bigint))),
      )
      return { counts, over: common }
    }
    const product = (factors: readonly Whole[]): Whole => factors.reduce((a, b) => wholes.multiply(a, b))
    const counts = numbers.map(({ count, over }) =>
      typeof over === 'bigint'
        ? product([count, wholes.constant(common / over), ...changing])
        : product([count, wholes.constant(common), ...changing.filter((other) => other.sql.text !== over.sql.text)]),
    )
    return { counts, over: product([wholes.constant(common), ...changing]) }
  }

  add(a: Quantity, b: Quantity): Quantity {
    return this.#both(a, b, (x, y) => this.#wholes.add(x, y))
  }
  subtract(a: Quantity, b: Quantity): Quantity {
    return this.#both(a, b, (x, y) => this.#wholes.subtract(x, y))
  }
  lesser(a: Quantity, b: Quantity): Quantity {
    return this.#both(a, b, (x, y) => this.#wholes.lesser(x, y))
  }
  greater(a: Quantity, b: Quantity): Quantity {
    return this.#both(a, b, (x, y) => this.#wholes.greater(x, y))
  }

  multiply(a: Quantity, b: Quantity): Quantity {
    const over =
      typeof a.over === 'bigint' && typeof b.over === 'bigint'
        ? a.over * b.over
        : this.#wholes.multiply(this.#whole(a.over), this.#whole(b.over))
    return { count: this.#wholes.multiply(a.count, b.count), over }
  }

  /** NULL where b is zero. */
  divide(a: Quantity, b: Quantity): Quantity {
    const wholes = this.#wholes
    if (typeof b.over === 'bigint' && b.count.least === b.count.most && b.count.least !== 0n) {
      const divisor = b.count.least
      const factor = this.constant(divisor < 0n ? -b.over : b.over, divisor < 0n ? -divisor : divisor)
      return this.multiply(a, factor)
    }
    const divisor = this.keep(b.count)
    const numerator = wholes.multiply(a.count, this.#whole(b.over))
    if (divisor.least > 0n) return { count: numerator, over: wholes.multiply(divisor, this.#whole(a.over)) }
    // The denominator stays above zero.
    const isNegative = compareSql(divisor.sql, '<', literal('0'))
    const kept = this.keep(numerator)
    const count = wholes.choose([{ when: isNegative, value: wholes.subtract(wholes.constant(0n), kept) }], kept)
    const size = wholes.choose([{ when: isNegative, value: wholes.subtract(wholes.constant(0n), divisor) }], {
      ...divisor,
      sql: sql`NULLIF(${divisor.sql}, 0)`,
    })
    const positive = { ...size, least: 1n, most: size.most < 1n ? 1n : size.most }
    return { count: this.keep(count), over: this.keep(wholes.multiply(positive, this.#whole(a.over))) }
  }

  compare(a: Quantity, operator: '<' | '<=' | '=', b: Quantity): Sql {
    const {
      counts: [x, y],
    } = this.alike([a, b])
    return compareWholes(x!, operator, y!)
  }

  choose(whens: readonly { readonly when: Sql; readonly value: Quantity }[], otherwise: Quantity | null): Quantity {
    const values = [...whens.map(({ value }) => value), ...(otherwise ? [otherwise] : [])]
    if (values.every(({ over }) => typeof over === 'bigint')) {
      const { counts, over } = this.alike(values)
      const rows = whens.map(({ when }, index) => ({ when, value: counts[index]! }))
      return { count: this.#wholes.choose(rows, otherwise ? counts[whens.length]! : null), over }
    }
    const pick = (part: (value: Quantity) => Whole): Whole =>
      this.#wholes.choose(
        whens.map(({ when, value }) => ({ when, value: part(value) })),
        otherwise ? part(otherwise) : null,
      )
    return { count: pick(({ count }) => count), over: pick(({ over }) => this.#whole(over)) }
  }

  /** As a count of a part: exact where the number is one, as it is where the type says so many decimals. */
  countOf({ count, over }: Quantity, parts: bigint): Whole {
    const wholes = this.#wholes
    if (typeof over !== 'bigint') return wholes.quotient(wholes.multiply(count, wholes.constant(parts)), over)
    const shared = greatestCommonDivisor(parts, over)
    return wholes.quotient(wholes.multiply(count, wholes.constant(parts / shared)), wholes.constant(over / shared))
  }

  /** Rounded once, to so many decimals. Negative numbers mirror positive ones. */
  round({ count, over }: Quantity, decimals: number, mode: RoundingMode): Quantity {
    const wholes = this.#wholes
    const scale = 10n ** BigInt(decimals)
    const shared = typeof over === 'bigint' ? greatestCommonDivisor(scale, over) : 1n
    const divisor = typeof over === 'bigint' ? wholes.constant(over / shared) : this.keep(over)
    const numerator = wholes.multiply(count, wholes.constant(scale / shared))
    return { count: this.#divide(numerator, divisor, mode), over: scale }
  }

  #divide(given: Whole, divisor: Whole, mode: RoundingMode): Whole {
    const wholes = this.#wholes
    if (isConstant(divisor, 1n) || mode === 'down') return wholes.quotient(given, divisor)
    if (mode === 'halfEven') return this.#halfEven(given, divisor)
    const numerator = given.least < 0n ? this.keep(given) : given
    const two = wholes.constant(2n)
    const isEven = divisor.least === divisor.most && divisor.least % 2n === 0n
    const [top, bottom, more] =
      mode === 'up'
        ? [numerator, divisor, wholes.subtract(divisor, wholes.constant(1n))]
        : isEven
          ? [numerator, divisor, wholes.constant(divisor.least / 2n)]
          : [wholes.multiply(numerator, two), wholes.multiply(divisor, two), divisor]
    const extra = divisor.least === divisor.most ? wholes.constant(more.least) : more
    const up = (): Whole => wholes.quotient(wholes.add(top, extra), bottom)
    const down = (): Whole => wholes.quotient(wholes.subtract(top, extra), bottom)
    if (given.least >= 0n) return up()
    if (given.most <= 0n) return down()
    return wholes.choose([{ when: compareSql(numerator.sql, '<', literal('0')), value: down() }], up())
  }

  #halfEven(given: Whole, divisor: Whole): Whole {
    const wholes = this.#wholes
    const numerator = this.keep(given)
    const whole = this.keep(wholes.quotient(numerator, divisor))
    const rest = this.keep(wholes.remainder(numerator, divisor))
    const zero = wholes.constant(0n)
    const isNegative = compareSql(numerator.sql, '<', zero.sql)
    const size = wholes.choose([{ when: isNegative, value: wholes.subtract(zero, rest) }], rest)
    const twice = this.keep(wholes.multiply(size, wholes.constant(2n)))
    const isOdd = compareSql(wholes.remainder(whole, wholes.constant(2n)).sql, '<>', zero.sql)
    const goesAway = anyOf([
      compareSql(twice.sql, '>', divisor.sql),
      allOf([compareSql(twice.sql, '=', divisor.sql), isOdd]),
    ])
    const rows = [
      { when: notSql(goesAway), value: zero },
      { when: isNegative, value: wholes.constant(-1n) },
    ]
    return wholes.add(whole, wholes.choose(rows, wholes.constant(1n)))
  }

  #both(a: Quantity, b: Quantity, operation: (x: Whole, y: Whole) => Whole): Quantity {
    const { counts, over } = this.alike([a, b])
    return { count: operation(counts[0]!, counts[1]!), over }
  }

  #whole(over: bigint | Whole): Whole {
    return typeof over === 'bigint' ? this.#wholes.constant(over) : over
  }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
