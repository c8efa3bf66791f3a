import type { PageState } from './page.ts'

/** What is kept of the page, in a shared address, in the draft and in the history: choices, the case, changed files. */
export interface Saved extends Pick<PageState, 'decision' | 'edition' | 'otherEdition' | 'file' | 'input'> {
  readonly files: Readonly<Record<string, string>>
}

const VERSION = 1
const MOST_FILES = 100
const MOST_CHARACTERS = 256 * 1024
const MOST_OF_A_NAME = 200
const MOST_OF_A_CASE = 64 * 1024
const MOST_DEPTH = 12

const fileName = /^(?:[\p{L}\p{N}][\p{L}\p{N}_.-]*\/){0,8}[\p{L}\p{N}][\p{L}\p{N}_.-]*\.(?:policy|csv)$/u

/** The files whose text is not the shipped one. */
export function changedFiles(
  files: Readonly<Record<string, string>>,
  shipped: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name, text]) => shipped[name] !== text))
}

export function savedOf(state: PageState, shipped: Readonly<Record<string, string>>): Saved {
  const { decision, edition, otherEdition, file, input } = state
  return { decision, edition, otherEdition, file, input, files: changedFiles(state.files, shipped) }
}

export const savedToJson = (saved: Saved): string => JSON.stringify({ version: VERSION, ...saved })

/** Reads what somebody, perhaps not this page, has written; null for what is not such a thing, as a whole. */
export function savedFromJson(json: string): Saved | null {
  const value = parsed(json)
  if (!isObject(value) || value['version'] !== VERSION || !isObject(value['files'])) return null
  const { decision, edition, otherEdition, file, input = null } = value
  const files = Object.entries(value['files'])
  const isNameOrNone = (each: unknown): each is string | null =>
    each === null || (typeof each === 'string' && each.length <= MOST_OF_A_NAME)
  if (!isNameOrNone(decision) || !isNameOrNone(edition) || !isNameOrNone(otherEdition)) return null
  if (typeof file !== 'string' || !isFileName(file) || files.length > MOST_FILES) return null
  const texts = files.filter((each): each is [string, string] => isFileName(each[0]) && isText(each[1]))
  if (texts.length < files.length || !isCase(input)) return null
  return { decision, edition, otherEdition, file, input, files: Object.fromEntries(texts) }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFileName = (name: string): boolean => name.length <= MOST_OF_A_NAME && fileName.test(name)
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= MOST_CHARACTERS
const isCase = (value: unknown): boolean =>
  depthOf(value) <= MOST_DEPTH && JSON.stringify(value).length <= MOST_OF_A_CASE

function depthOf(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > MOST_DEPTH) return above
  return Object.values(value).reduce<number>((most, each) => Math.max(most, depthOf(each, above + 1)), above + 1)
}
