import { shorten } from './show-value.ts'

/** The path of a key of the record at `parent`: `visit.tier`; a key that is no plain name is quoted. */
export function keyPath(parent: string, key: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]{0,39}$/u.test(key)) return `${parent}["${shorten(key)}"]`
  return parent === '' ? key : `${parent}.${key}`
}

/** The path of an element of the list at `parent`, from 0: `filings[0]`. */
export function elementPath(parent: string, index: number): string {
  return `${parent}[${index}]`
}
