export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Tells whether a record has these keys and no others, but so many of them. */
export type KeyCheck = (value: object, keys: readonly string[], missing?: number) => boolean

/**
 * Is it a plain object with these enumerable keys and no others, but `missing` of them? May say no of one that it is
 * (of another window, or without a prototype), never yes of one that it is not.
 */
export const hasKeys: KeyCheck = (value, keys, missing = 0) => {
  if (Object.getPrototypeOf(value) !== Object.prototype || Array.isArray(value)) return false
  let found = 0
  let next = 0
  for (const key in value) {
    // Mostly they come in the order of the schema.
    if (key !== keys[next] && key !== keys[++next] && !keys.includes(key)) return false
    next++
    found++
  }
  return found === keys.length - missing
}

/** Has a plain object as many enumerable keys? Enough where what stands under each is looked at anyway. */
export const hasAsManyKeys: KeyCheck = (value, keys, missing = 0) => {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  let found = 0
  for (const _ in value) found++
  return found === keys.length - missing
}
