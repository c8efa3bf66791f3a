import { shorten } from './show-value.ts'

/** The path of a key of the record at `parent`: `visit.tier`. A key that is long or not printable is shortened. */
export function keyPath(parent: string, key: string): string {
  return parent === '' ? shorten(key) : `${parent}.${shorten(key)}`
}

/** The path of an element of the list at `parent`, from 0: `filings[0]`. */
export function elementPath(parent: string, index: number): string {
  return `${parent}[${index}]`
}
