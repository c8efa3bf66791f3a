import { access, sequence, localGet, localTee, type Bytes, type PlainInstruction } from './encode/instructions.ts'
import { BLOCK, type Block } from './block.ts'
import type { Body } from './body.ts'
import { constantOf, eachNode, partsOf, type Mask, type Numbers } from './nodes.ts'
import { reciprocalAbove } from './reciprocal.ts'

/** Below it a product with a reciprocal, rounded down, is a quotient. */
const MOST_BY_RECIPROCAL = 2 ** 51

/** What a value of a pair of rows is computed by, each value that is used again once. */
export class Pairs {
  readonly #body: Body
  readonly #block: Block
  readonly #addressOf: (column: string) => Bytes
  readonly #uses: ReadonlyMap<number, number>
  readonly #locals = new Map<number, number>()
  #pair = 0
  #computed = new Set<number>()

  constructor(body: Body, block: Block, addressOf: (column: string) => Bytes, roots: readonly (Numbers | Mask)[]) {
    this.#body = body
    this.#block = block
    this.#addressOf = addressOf
    this.#uses = usesOf(roots)
  }

  /** What follows is of this pair, from 0 to 7 of a block. */
  begin(pair: number): void {
    this.#pair = pair
    this.#computed = new Set()
  }

  /** An f64x2. */
  numbers(numbers: Numbers): Bytes {
    const constant = constantOf(numbers)
    return constant === null ? this.#once(numbers.id, () => this.#compute(numbers)) : this.#body.number(constant)
  }

  /** An i64x2. */
  mask(mask: Mask): Bytes {
    return this.#once(mask.id, () => this.#computeMask(mask))
  }

  #once(id: number, compute: () => Bytes): Bytes {
    if ((this.#uses.get(id) ?? 0) < 2) return compute()
    const local = this.#locals.get(id) ?? this.#body.local('v128')
    this.#locals.set(id, local)
    if (this.#computed.has(id)) return localGet(local)
    const code = compute()
    this.#computed.add(id)
    return sequence(code, localTee(local))
  }

  #compute(numbers: Numbers): Bytes {
    switch (numbers.kind) {
      case 'table':
        return this.#lookUp(numbers)
      case 'column': {
        const isWide = numbers.of === 'Float64Array'
        const offset = this.#pair * (isWide ? 16 : 8)
        const cells = this.#addressOf(numbers.column)
        if (isWide) return sequence(cells, access('v128.load', offset))
        return sequence(cells, access('v128.load64_zero', offset), 'f64x2.convert_low_i32x4_s')
      }
      case 'add':
        return this.#both(numbers, 'f64x2.add')
      case 'subtract':
        return this.#both(numbers, 'f64x2.sub')
      case 'multiply':
        return this.#both(numbers, 'f64x2.mul')
      case 'lesser':
        return this.#both(numbers, 'f64x2.pmin')
      case 'greater':
        return this.#both(numbers, 'f64x2.pmax')
      case 'divide': {
        const { value, by } = numbers
        const isByReciprocal = value.least >= 0 && value.most + by < MOST_BY_RECIPROCAL
        const quotient = isByReciprocal
          ? sequence(this.#body.number(reciprocalAbove(by)), 'f64x2.mul')
          : sequence(this.#body.number(by), 'f64x2.div')
        return sequence(this.numbers(value), quotient, 'f64x2.floor')
      }
      case 'size':
        return sequence(this.numbers(numbers.value), 'f64x2.abs')
      case 'select': {
        const { when, chosen, otherwise } = numbers
        if (constantOf(otherwise) === 0) return sequence(this.numbers(chosen), this.mask(when), 'v128.and')
        if (constantOf(chosen) === 0) {
          return sequence(this.numbers(otherwise), this.mask(when), 'v128.andnot')
        }
        const both = sequence(this.numbers(chosen), this.numbers(otherwise))
        return sequence(both, this.mask(when), 'v128.bitselect')
      }
    }
  }

  #computeMask(mask: Mask): Bytes {
    switch (mask.kind) {
      case 'tableMask': {
        if (mask.columns.length === 0) return this.#body.byte(mask.values[0] === 1 ? 0xff : 0)
        const table = this.#block.table(mask)
        const bits = (table.digits[0] ?? []).map((digit) => (table.base + table.unit * digit === 1 ? 0xff : 0))
        const [first, second] = this.#rows()
        const spread = this.#body.constant(Array.from({ length: 16 }, (_, byte) => (byte < 8 ? first : second)))
        return sequence(this.#block.bytes(table, bits), spread, 'i8x16.swizzle')
      }
      case 'less':
        return this.#both(mask, 'f64x2.lt')
      case 'lessOrEqual':
        return this.#both(mask, 'f64x2.le')
      case 'equal':
        return this.#both(mask, 'f64x2.eq')
      case 'and':
        return sequence(this.mask(mask.left), this.mask(mask.right), 'v128.and')
      case 'or':
        return sequence(this.mask(mask.left), this.mask(mask.right), 'v128.or')
      case 'not':
        return sequence(this.mask(mask.operand), 'v128.not')
    }
  }

  #both({ left, right }: { readonly left: Numbers; readonly right: Numbers }, name: PlainInstruction): Bytes {
    return sequence(this.numbers(left), this.numbers(right), name)
  }

  #lookUp(numbers: Extract<Numbers, { kind: 'table' }>): Bytes {
    const table = this.#block.table(numbers)
    const [first, second] = this.#rows()
    // Each byte becomes the lowest of four, the others nought.
    const none = 0x80
    const widen = this.#body.constant(
      Array.from({ length: 16 }, (_, byte) => (byte === 0 ? first : byte === 4 ? second : none)),
    )
    const digits = table.digits.map((digit, position): Bytes => {
      const unit = table.unit * 256 ** position
      const code = sequence(this.#block.bytes(table, digit), widen, 'i8x16.swizzle')
      const scaled = unit === 1 ? [] : sequence(this.#body.number(unit), 'f64x2.mul')
      return sequence(code, 'f64x2.convert_low_i32x4_s', scaled)
    })
    const base = table.base === 0 ? [] : [this.#body.number(table.base)]
    const [start = this.#body.number(0), ...others] = [...digits, ...base]
    return sequence(
      start,
      others.flatMap((each) => sequence(each, 'f64x2.add')),
    )
  }

  /** The places of the two rows in the block. */
  #rows(): readonly [number, number] {
    if (this.#pair >= BLOCK / 2) throw new RangeError(`a block has no pair ${this.#pair}`)
    return [this.#pair * 2, this.#pair * 2 + 1]
  }
}

/** How often each value is used, by its identifier. */
function usesOf(roots: readonly (Numbers | Mask)[]): ReadonlyMap<number, number> {
  const uses = new Map<number, number>()
  const use = (node: Numbers | Mask): void => {
    uses.set(node.id, (uses.get(node.id) ?? 0) + 1)
  }
  for (const root of roots) use(root)
  for (const node of eachNode(roots)) for (const part of partsOf(node)) use(part)
  return uses
}
