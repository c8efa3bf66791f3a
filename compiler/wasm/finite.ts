/**
 * A value that depends on codes alone (choices, booleans, whether a column is given), as its value for every
 * combination of them: the first column counts slowest. A constant is a value that depends on none.
 */
export interface Finite {
  /** Indices of code columns, ascending. */
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

// Larger ones are computed, not looked up.
const MOST_COMBINATIONS = 4096
const MOST_CLASSES = 64

/** The operation on every combination; null where there are too many. `sizes`: how many codes each column has. */
export function combineFinite(
  parts: readonly Finite[],
  sizes: readonly number[],
  operation: (values: readonly number[]) => number,
): Finite | null {
  const columns = [...new Set(parts.flatMap((part) => part.columns))].toSorted((a, b) => a - b)
  const count = columns.reduce((product, column) => product * sizes[column]!, 1)
  if (count > MOST_COMBINATIONS) return null
  const values = Array.from({ length: count }, (_, index) => {
    const codes = codesAt(index, columns, sizes)
    return operation(parts.map((part) => valueAt(part, codes, sizes)))
  })
  const finite = withoutIdle({ columns, values }, sizes)
  return finite.columns.reduce((product, column) => product * classesOf(finite, column, sizes).count, 1) > MOST_CLASSES
    ? null
    : finite
}

/** Codes between which the value never distinguishes are of one class; classes are numbered from 0. */
export function classesOf(
  { columns, values }: Finite,
  column: number,
  sizes: readonly number[],
): { readonly of: readonly number[]; readonly count: number } {
  const position = columns.indexOf(column)
  const stride = columns.slice(position + 1).reduce((product, each) => product * sizes[each]!, 1)
  const size = sizes[column]!
  const slices = new Map<string, number>()
  const of = Array.from({ length: size }, (_, code) => {
    const slice = values.filter((__, index) => Math.floor(index / stride) % size === code).join()
    const known = slices.get(slice) ?? slices.size
    slices.set(slice, known)
    return known
  })
  return { of, count: slices.size }
}

/** `codes` by column. */
function valueAt({ columns, values }: Finite, codes: ReadonlyMap<number, number>, sizes: readonly number[]): number {
  return values[columns.reduce((index, column) => index * sizes[column]! + codes.get(column)!, 0)]!
}

function codesAt(index: number, columns: readonly number[], sizes: readonly number[]): ReadonlyMap<number, number> {
  const codes = new Map<number, number>()
  let rest = index
  for (const column of columns.toReversed()) {
    codes.set(column, rest % sizes[column]!)
    rest = Math.floor(rest / sizes[column]!)
  }
  return codes
}

function withoutIdle(finite: Finite, sizes: readonly number[]): Finite {
  const columns = finite.columns.filter((column) => classesOf(finite, column, sizes).count > 1)
  if (columns.length === finite.columns.length) return finite
  const count = columns.reduce((product, column) => product * sizes[column]!, 1)
  const idle = finite.columns.filter((column) => !columns.includes(column)).map((column) => [column, 0] as const)
  const values = Array.from({ length: count }, (_, index) =>
    valueAt(finite, new Map([...codesAt(index, columns, sizes), ...idle]), sizes),
  )
  return { columns, values }
}
