import { LONGEST_LIST } from './reader.ts'

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/**
 * Is it a plain object with these enumerable keys and no others, but `missing` of them? May say no of one that it is
 * (of another window, or without a prototype), never yes of one that it is not.
 */
export function hasKeys(value: object, keys: readonly string[], missing = 0): boolean {
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

/** What `read` makes of each element of a list; null where it makes null of one, or where it is no list. */
export function eachOf<Element>(value: unknown, read: (element: unknown) => Element | null): readonly Element[] | null {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) return null
  const elements: Element[] = []
  for (let index = 0; index < value.length; index++) {
    const element = read(value[index])
    if (element === null) return null
    elements.push(element)
  }
  return elements
}
