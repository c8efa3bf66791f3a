/** A case with another value at a path. */
export function withValue(input: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const record = typeof input === 'object' && input !== null ? input : {}
  const inner = Object.entries(record).find(([name]) => name === key)?.[1]
  return { ...record, [key]: rest.length === 0 ? value : withValue(inner, rest, value) }
}
