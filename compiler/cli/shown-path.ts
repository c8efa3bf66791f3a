import { relative, resolve, sep } from 'node:path'

/** As a person would write it from where they are; with forward slashes everywhere. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), resolve(path))
  return (fromHere.startsWith('..') ? resolve(path) : fromHere).split(sep).join('/')
}
