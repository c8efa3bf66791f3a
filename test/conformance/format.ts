/** A file of the suite as it stands in the data; README.md says what each part means. */
export interface Notion {
  readonly notion: string
  readonly about: string
  readonly groups: readonly Group[]
}

export type Group = Settled | Refused

interface Files {
  readonly about: string
  readonly files: Readonly<Record<string, readonly Line[]>>
}
/** A policy that compiles, without problems unless warnings are stated, and cases that it settles or refuses. */
export interface Settled extends Files {
  readonly decision: string
  /** By the names of readings, the alternatives by which the files are compiled. */
  readonly readings?: Readonly<Record<string, string>>
  readonly warnings?: readonly string[]
  readonly cases: readonly Case[]
}
/** A policy of which these problems are told: codes in alphabetical order, each once. */
export interface Refused extends Files {
  readonly diagnostics: readonly string[]
}

/** A line of a file, or one that stands there so many times. */
export type Line = string | { readonly repeat: number; readonly line: string }

export type Case = (Given & Expected) & { readonly why?: string }

interface Given {
  /** A JSON value; or, where the JSON itself is what the case is about, its text. */
  readonly input?: unknown
  readonly json?: string
  /** Settled by this edition, whatever the date; else by the one in force on the date. */
  readonly edition?: string
}
type Expected = { readonly output: unknown } | { readonly errors: readonly CaseError[] }

export interface CaseError {
  readonly code: string
  readonly path: string
}

/** The text of a file. */
export function textOf(lines: readonly Line[]): string {
  return lines
    .flatMap((line) => (typeof line === 'string' ? [line] : Array.from({ length: line.repeat }, () => line.line)))
    .map((line) => `${line}\n`)
    .join('')
}
