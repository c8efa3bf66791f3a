/** Keys and positions that lead to a value of a case: ['filings', 0, 'kind']. */
export type Path = readonly (string | number)[]

/** What stands at the path; undefined where nothing does. */
export function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, input)
}

/** The same case with another value at the path; `undefined` takes the key away. Records on the way are made. */
export function withValueAt(input: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(input) && typeof key === 'number')
    return input.map((each: unknown, index) => (index === key ? withValueAt(each, rest, value) : each))
  const entries = isRecord(input) ? Object.entries(input) : []
  const name = String(key)
  const inner = withValueAt(valueAt(input, [key]), rest, value)
  const isThere = entries.some(([each]) => each === name)
  const changed = isThere
    ? entries.map(([each, old]) => [each, each === name ? inner : old] as const)
    : [...entries, [name, inner] as const]
  return Object.fromEntries(changed.filter(([, each]) => each !== undefined))
}

/** How messages call the path: `filings[0].kind`. */
export function pathText(path: Path): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('')
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => isSame(each, other[index]))
    )
  if (!isRecord(one) || !isRecord(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
