/** A tree without its places, to compare what two texts say. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'span')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSpans(inner)]))
}
