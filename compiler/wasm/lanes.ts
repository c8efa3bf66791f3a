import { combineFinite, type Finite } from './finite.ts'
import { constantDifference } from './linear.ts'
import { constantOf, isAlways, type Bounds, type Mask, type Numbers } from './nodes.ts'

/** Above it not every whole number is an f64. */
const MOST = 2 ** 53

type WithoutBounds<Each> = Each extends Bounds ? Omit<Each, keyof Bounds> : never
type WithoutId<Each> = Each extends Mask ? Omit<Each, 'id'> : never

/** Makes them. What depends on codes alone is worked out here, for all combinations. */
export class Lanes {
  /** How many codes each code column has. */
  readonly sizes: number[] = []
  /** Did everything stay where whole numbers are exact? */
  isExact = true
  readonly #known = new Map<string, Numbers | Mask>()

  constant(value: number): Numbers {
    return this.table({ columns: [], values: [value] })
  }
  always(holds: boolean): Mask {
    return this.tableMask({ columns: [], values: [holds ? 1 : 0] })
  }

  /** A column of codes from 0 up to `size`, itself as a number. */
  codes(size: number): Numbers {
    const column = this.sizes.push(size) - 1
    return this.table({ columns: [column], values: Array.from({ length: size }, (_, code) => code) })
  }

  column(column: string, of: 'Float64Array' | 'Int32Array', least: number, most: number): Numbers {
    return this.#number({ kind: 'column', column, of }, [least, most], false, column)
  }

  table(finite: Finite): Numbers {
    const { columns, values } = finite
    const bounds = [Math.min(...values), Math.max(...values)] as const
    return this.#number({ kind: 'table', ...finite }, bounds, false, `${columns.join()}:${values.join()}`)
  }
  tableMask(finite: Finite): Mask {
    return this.#mask({ kind: 'tableMask', ...finite }, `${finite.columns.join()}:${finite.values.join()}`)
  }

  add(left: Numbers, right: Numbers): Numbers {
    if (constantOf(left) === 0) return right
    if (constantOf(right) === 0) return left
    const bounds = [left.least + right.least, left.most + right.most] as const
    const minusZero = left.mayBeMinusZero && right.mayBeMinusZero
    return this.#binary('add', ...ordered(left, right), bounds, minusZero, (a, b) => a + b)
  }
  subtract(left: Numbers, right: Numbers): Numbers {
    if (left === right) return this.constant(0)
    if (constantOf(right) === 0) return left
    // (a + b) − (a + c), a − (a − b)
    if (left.kind === 'add' && right.kind === 'add') {
      const [a, b, c, d] = [left.left, left.right, right.left, right.right]
      if (a === c) return this.subtract(b, d)
      if (a === d) return this.subtract(b, c)
      if (b === c) return this.subtract(a, d)
      if (b === d) return this.subtract(a, c)
    }
    if (left.kind === 'add' && left.left === right) return left.right
    if (left.kind === 'add' && left.right === right) return left.left
    if (right.kind === 'subtract' && right.left === left) return right.right
    // What is no more than an amount leaves nothing below zero of it.
    const isPart = right.kind === 'lesser' && (right.left === left || right.right === left)
    const isRest = left.kind === 'greater' && (left.left === right || left.right === right)
    const least = isPart || isRest ? Math.max(0, left.least - right.most) : left.least - right.most
    const bounds = [least, left.most - right.least] as const
    return this.#binary('subtract', left, right, bounds, left.mayBeMinusZero, (a, b) => a - b)
  }
  multiply(left: Numbers, right: Numbers): Numbers {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (constantOf(one) === 0) return one
      if (constantOf(one) === 1) return other
    }
    const corners = [left.least * right.least, left.least * right.most, left.most * right.least, left.most * right.most]
    const minusZero = left.least < 0 || right.least < 0 || left.mayBeMinusZero || right.mayBeMinusZero
    const bounds = [Math.min(...corners), Math.max(...corners)] as const
    return this.#binary('multiply', ...ordered(left, right), bounds, minusZero, (a, b) => a * b + 0)
  }
  lesser(left: Numbers, right: Numbers): Numbers {
    if (left.most <= right.least) return left
    if (right.most <= left.least) return right
    const bounds = [Math.min(left.least, right.least), Math.min(left.most, right.most)] as const
    const minusZero = left.mayBeMinusZero || right.mayBeMinusZero
    return this.#binary('lesser', ...ordered(left, right), bounds, minusZero, Math.min)
  }
  greater(left: Numbers, right: Numbers): Numbers {
    if (left.least >= right.most) return left
    if (right.least >= left.most) return right
    const bounds = [Math.max(left.least, right.least), Math.max(left.most, right.most)] as const
    const minusZero = left.mayBeMinusZero || right.mayBeMinusZero
    return this.#binary('greater', ...ordered(left, right), bounds, minusZero, Math.max)
  }
  /** Rounded down; `by` is above zero. */
  divide(value: Numbers, by: number): Numbers {
    if (by === 1) return value
    // A quotient is exact once rounded down while dividend and divisor together stay below 2^53.
    this.#expect(-value.least + by)
    this.#expect(value.most + by)
    const finite = this.#finite([value], ([a = 0]) => Math.floor(a / by))
    if (finite) return this.table(finite)
    const bounds = [Math.floor(value.least / by), Math.floor(value.most / by)] as const
    return this.#number({ kind: 'divide', value, by }, bounds, value.mayBeMinusZero, `${value.id}/${by}`)
  }
  size(value: Numbers): Numbers {
    if (value.least >= 0 && !value.mayBeMinusZero) return value
    const finite = this.#finite([value], ([a = 0]) => Math.abs(a))
    if (finite) return this.table(finite)
    const bounds = [0, Math.max(-value.least, value.most)] as const
    return this.#number({ kind: 'size', value }, bounds, false, `${value.id}`)
  }
  select(when: Mask, chosen: Numbers, otherwise: Numbers): Numbers {
    if (chosen === otherwise || isAlways(when, true)) return chosen
    if (isAlways(when, false)) return otherwise
    if (when.kind === 'tableMask' && chosen.kind === 'table' && otherwise.kind === 'table') {
      const finite = combineFinite([when, chosen, otherwise], this.sizes, ([is, a = 0, b = 0]) => (is ? a : b))
      if (finite) return this.table(finite)
    }
    const bounds = [Math.min(chosen.least, otherwise.least), Math.max(chosen.most, otherwise.most)] as const
    const minusZero = chosen.mayBeMinusZero || otherwise.mayBeMinusZero
    const parts = `${when.id}?${chosen.id}:${otherwise.id}`
    return this.#number({ kind: 'select', when, chosen, otherwise }, bounds, minusZero, parts)
  }

  /** The same number, of which more is known. */
  within(value: Numbers, least: number, most: number): Numbers {
    if (value.kind === 'table' || (value.least >= least && value.most <= most)) return value
    const bounds = [Math.max(value.least, least), Math.min(value.most, most)] as const
    const { id: _, least: __, most: ___, mayBeMinusZero, ...node } = value
    return this.#number(node, bounds, mayBeMinusZero, `${value.id} within ${bounds.join()}`)
  }

  compare(kind: 'less' | 'lessOrEqual' | 'equal', left: Numbers, right: Numbers): Mask {
    const holds = { less: (a: number, b: number) => a < b, lessOrEqual: (a: number, b: number) => a <= b }
    const test = kind === 'equal' ? (a: number, b: number) => a === b : holds[kind]
    if (left === right) return this.always(kind !== 'less')
    if (left.most < right.least) return this.always(kind !== 'equal')
    if (right.most < left.least) return this.always(false)
    if (kind === 'lessOrEqual' && left.most <= right.least) return this.always(true)
    if (kind === 'less' && right.most <= left.least) return this.always(false)
    const finite = this.#finite([left, right], ([a = 0, b = 0]) => (test(a, b) ? 1 : 0))
    if (finite) return this.tableMask(finite)
    const always = constantDifference(left, right)
    if (always !== null) return this.always(test(always, 0))
    return this.#mask({ kind, left, right }, `${left.id},${right.id}`)
  }
  and(left: Mask, right: Mask): Mask {
    if (isAlways(left, true) || isAlways(right, false) || left === right) return right
    if (isAlways(left, false) || isAlways(right, true)) return left
    return this.#joined('and', left, right, (a, b) => (a && b ? 1 : 0))
  }
  or(left: Mask, right: Mask): Mask {
    if (isAlways(left, false) || isAlways(right, true) || left === right) return right
    if (isAlways(left, true) || isAlways(right, false)) return left
    return this.#joined('or', left, right, (a, b) => (a || b ? 1 : 0))
  }
  not(operand: Mask): Mask {
    if (operand.kind === 'not') return operand.operand
    if (operand.kind === 'less') return this.compare('lessOrEqual', operand.right, operand.left)
    if (operand.kind === 'lessOrEqual') return this.compare('less', operand.right, operand.left)
    if (operand.kind === 'tableMask') {
      return this.tableMask({ columns: operand.columns, values: operand.values.map((value) => 1 - value) })
    }
    return this.#mask({ kind: 'not', operand }, `${operand.id}`)
  }

  #joined(kind: 'and' | 'or', left: Mask, right: Mask, operation: (a: number, b: number) => number): Mask {
    if (left.kind === 'tableMask' && right.kind === 'tableMask') {
      const finite = combineFinite([left, right], this.sizes, ([a = 0, b = 0]) => operation(a, b))
      if (finite) return this.tableMask(finite)
    }
    const [first, second] = ordered(left, right)
    return this.#mask({ kind, left: first, right: second }, `${first.id},${second.id}`)
  }

  #binary(
    kind: 'add' | 'subtract' | 'multiply' | 'lesser' | 'greater',
    left: Numbers,
    right: Numbers,
    bounds: readonly [number, number],
    mayBeMinusZero: boolean,
    operation: (a: number, b: number) => number,
  ): Numbers {
    const finite = this.#finite([left, right], ([a = 0, b = 0]) => operation(a, b))
    if (finite) return this.table(finite)
    return this.#number({ kind, left, right }, bounds, mayBeMinusZero, `${left.id},${right.id}`)
  }

  #finite(parts: readonly Numbers[], operation: (values: readonly number[]) => number): Finite | null {
    const tables = parts.filter((part) => part.kind === 'table')
    return tables.length < parts.length ? null : combineFinite(tables, this.sizes, operation)
  }

  #number(
    node: WithoutBounds<Numbers>,
    [least, most]: readonly [number, number],
    mayBeMinusZero: boolean,
    parts: string,
  ): Numbers {
    this.#expect(-least)
    this.#expect(most)
    return this.#once(`${node.kind} ${parts}`, (id) => ({ ...node, id, least, most, mayBeMinusZero })) as Numbers
  }
  #mask(node: WithoutId<Mask>, parts: string): Mask {
    return this.#once(`${node.kind} ${parts}`, (id) => ({ ...node, id })) as Mask
  }
  #once(key: string, make: (id: number) => Numbers | Mask): Numbers | Mask {
    const known = this.#known.get(key) ?? make(this.#known.size)
    this.#known.set(key, known)
    return known
  }

  #expect(size: number): void {
    if (!(size < MOST)) this.isExact = false
  }
}

function ordered<Node extends { readonly id: number }>(left: Node, right: Node): readonly [Node, Node] {
  return left.id <= right.id ? [left, right] : [right, left]
}
