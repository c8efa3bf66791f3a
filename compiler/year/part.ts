/** A part of the input of a case, as JSON. */
export type Part = { readonly [key: string]: unknown }

/** Both together; what the second says holds. Records are joined key by key, lists and values replaced. */
export function joined(first: Part, second: Part): Part {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries(
    [...keys].map((key) => {
      const [before, after] = [own(first, key), own(second, key)]
      if (after === undefined) return [key, before]
      return [key, isPart(before) && isPart(after) ? joined(before, after) : after]
    }),
  )
}

/** What stands under a path (`visit.settledOn`); undefined where nothing does. */
export function valueAt(part: Part, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isPart(value) ? own(value, key) : undefined), part)
}

export function withValueAt(part: Part, path: string, value: unknown): Part {
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...part, [key]: value }
  const inner = own(part, key)
  return { ...part, [key]: withValueAt(isPart(inner) ? inner : {}, rest.join('.'), value) }
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(part: Part, key: string): unknown {
  return Object.hasOwn(part, key) ? part[key] : undefined
}
