import { classesOf, type Finite } from './finite.ts'

/**
 * A value that depends on codes as look-ups of bytes, which one instruction does for sixteen rows: the codes of each
 * column come to a class, the classes to an index, and the index to the digits of the value.
 */
export interface CodeTable {
  /** The index is the sum of what each column adds; null: the codes themselves are the index. */
  readonly index: readonly { readonly column: number; readonly adds: readonly number[] | null }[]
  /** The value is `base` + `unit` × (first digit + 256 × second digit + …); each digit by index. */
  readonly digits: readonly (readonly number[])[]
  readonly base: number
  readonly unit: number
}

export function codeTable(finite: Finite, sizes: readonly number[]): CodeTable {
  const { columns } = finite
  const [single] = columns
  if (columns.length === 1 && single !== undefined && sizes[single]! <= 16) {
    return { index: [{ column: single, adds: null }], ...inDigits(finite.values) }
  }
  const classes = columns.map((column) => classesOf(finite, column, sizes))
  const count = classes.reduce((all, each) => all * each.count, 1)
  const index = columns.map((column, position) => {
    const stride = classes.slice(position + 1).reduce((all, each) => all * each.count, 1)
    return { column, adds: classes[position]!.of.map((each) => each * stride) }
  })
  // Any combination of a class stands for all of them.
  const byIndex = new Map<number, number>()
  for (const [combination, value] of finite.values.entries()) {
    let rest = combination
    let at = 0
    for (let position = columns.length - 1; position >= 0; position--) {
      const size = sizes[columns[position]!]!
      at += index[position]!.adds[rest % size]!
      rest = Math.floor(rest / size)
    }
    byIndex.set(at, value)
  }
  return { index, ...inDigits(Array.from({ length: count }, (_, at) => byIndex.get(at) ?? 0)) }
}

function inDigits(values: readonly number[]): Pick<CodeTable, 'digits' | 'base' | 'unit'> {
  const fromZero = scaled(values, 0)
  const { base, unit, counts } =
    fromZero.most < 256 && Math.min(...values) >= 0 ? fromZero : scaled(values, Math.min(...values))
  const digits: number[][] = []
  for (let rest = counts; digits.length === 0 || rest.some((count) => count > 0);) {
    digits.push(rest.map((count) => count % 256))
    rest = rest.map((count) => Math.floor(count / 256))
  }
  return { digits, base, unit }
}

function scaled(
  values: readonly number[],
  base: number,
): { readonly base: number; readonly unit: number; readonly counts: readonly number[]; readonly most: number } {
  const unit = values.reduce((common, value) => divisorOf(common, value - base), 0) || 1
  const counts = values.map((value) => (value - base) / unit)
  return { base, unit, counts, most: Math.max(...counts) }
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisorOf(b, a % b)
}
