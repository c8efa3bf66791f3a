import type { PageState } from './page.ts'

/** What is kept of the page, in a shared address, in the draft and in the history: choices, the case, changed files. */
export interface Saved extends Pick<PageState, 'decision' | 'edition' | 'otherEdition' | 'file' | 'input'> {
  readonly files: Readonly<Record<string, string>>
}

const VERSION = 1
const MOST_OF_A_FILE_NAME = 200

/** How much is read: characters of a name, a text and of a case as JSON, and how deep that is. */
export interface Limits {
  readonly files: number
  readonly name: number
  readonly text: number
  readonly input: number
  readonly depth: number
}
/** Of what anybody may have written. */
export const limitsOfShared: Limits = { files: 100, name: 200, text: 256 * 1024, input: 64 * 1024, depth: 12 }
/** Of what the page has left here itself: all that it takes. */
export const limitsOfOwn: Limits = { files: Infinity, name: Infinity, text: Infinity, input: Infinity, depth: 100 }

const fileName = /^(?:[\p{L}\p{N}][\p{L}\p{N}_.-]*\/){0,8}[\p{L}\p{N}][\p{L}\p{N}_.-]*\.(?:policy|csv)$/u

/** The files whose text is not the shipped one; a new file without text is none. */
export function changedFiles(
  files: Readonly<Record<string, string>>,
  shipped: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name, text]) => (shipped[name] ?? '') !== text))
}

export function savedOf(state: PageState, shipped: Readonly<Record<string, string>>): Saved {
  const { decision, edition, otherEdition, file, input } = state
  return { decision, edition, otherEdition, file, input, files: changedFiles(state.files, shipped) }
}

export const savedToJson = (saved: Saved): string => JSON.stringify({ version: VERSION, ...saved })

/** Reads what somebody, perhaps not this page, has written; null for what is not such a thing, as a whole. */
export function savedFromJson(json: string, most: Limits): Saved | null {
  const value = parsed(json)
  if (!isObject(value) || value['version'] !== VERSION || !isObject(value['files'])) return null
  const { decision, edition, otherEdition, file, input = null } = value
  const files = Object.entries(value['files'])
  const isNameOrNone = (each: unknown): each is string | null =>
    each === null || (typeof each === 'string' && each.length <= most.name)
  if (!isNameOrNone(decision) || !isNameOrNone(edition) || !isNameOrNone(otherEdition)) return null
  if (typeof file !== 'string' || !isFileName(file) || files.length > most.files) return null
  const texts = files.filter((each): each is [string, string] => isFileName(each[0]) && isText(each[1], most))
  if (texts.length < files.length || !isCase(input, most)) return null
  const edited = texts.map(([name, text]) => [name, asInEditor(text)] as const)
  return { decision, edition, otherEdition, file, input, files: Object.fromEntries(edited) }
}

/** Lines end by LF alone in the editor, and no mark stands before the first; offsets are those of this text. */
export const asInEditor = (text: string): string => text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFileName = (name: string): boolean => name.length <= MOST_OF_A_FILE_NAME && fileName.test(name)
const isText = (value: unknown, { text }: Limits): boolean => typeof value === 'string' && value.length <= text
/** A policy or data file that can be kept and shared. */
export const isPossibleFile = (name: string, text: string): boolean => isFileName(name) && isText(text, limitsOfShared)
const isCase = (value: unknown, { depth, input }: Limits): boolean =>
  !isDeeper(value, depth) && JSON.stringify(value).length <= input

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((each) => isDeeper(each, depth - 1))
}
