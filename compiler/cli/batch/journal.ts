import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Extent } from './append.ts'

/** How far a run has come, after a piece: everything from the beginning up to there. */
export interface Reached {
  readonly pieces: number
  readonly rows: number
  readonly lines: number
  readonly settled: number
  /** In fen, in the order of the outputs that are amounts. */
  readonly sums: readonly string[]
  readonly input: Extent
  readonly output: Extent
  readonly rejected: Extent
  readonly samples: Extent
}

/** What a run is for; one that was interrupted goes on only for the same. */
export type Purpose = Readonly<Record<string, unknown>>

/** Written beside the output while a run goes on: what it is for in the first line, then one for each piece. */
export class Journal {
  readonly #path: string
  /** What an earlier run was for, and how far it came; null where there was none. */
  readonly before: { readonly purpose: Purpose; readonly reached: readonly Reached[] } | null

  constructor(path: string) {
    this.#path = path
    this.before = existsSync(path) ? readJournal(readFileSync(path, 'utf8')) : null
  }

  begin(purpose: Purpose): void {
    writeFileSync(this.#path, `${JSON.stringify(purpose)}\n`)
  }

  /** Forgets what followed: the last line may be half a line. */
  goOn(purpose: Purpose, reached: readonly Reached[]): void {
    writeFileSync(this.#path, [purpose, ...reached].map((line) => `${JSON.stringify(line)}\n`).join(''))
  }

  note(reached: Reached): void {
    appendFileSync(this.#path, `${JSON.stringify(reached)}\n`)
  }
}

function readJournal(text: string): Journal['before'] {
  const [first, ...rest] = text.split('\n').slice(0, -1).map(lineIn)
  const whole = rest.slice(0, rest.includes(null) ? rest.indexOf(null) : rest.length)
  return first ? { purpose: first, reached: whole as unknown as readonly Reached[] } : null
}

function lineIn(line: string): Purpose | null {
  try {
    return JSON.parse(line) as Purpose
  } catch {
    return null
  }
}
