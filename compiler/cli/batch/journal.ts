import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { withPath, type Extent } from './append.ts'

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
    this.goOn(purpose, [])
  }

  /** Forgets what followed: the last line may be half a line. */
  goOn(purpose: Purpose, reached: readonly Reached[]): void {
    const text = [purpose, ...reached].map((line) => `${JSON.stringify(line)}\n`).join('')
    const made = `${this.#path}.new`
    withPath(made, () => writeFileSync(made, text, { flush: true }))
    renameSync(made, this.#path)
  }

  note(reached: Reached): void {
    withPath(this.#path, () => appendFileSync(this.#path, `${JSON.stringify(reached)}\n`))
  }
}

function readJournal(text: string): Journal['before'] {
  const [first, ...rest] = text.split('\n').slice(0, -1).map(lineIn)
  const spoiled = rest.findIndex((line) => !isReached(line))
  const whole = rest.slice(0, spoiled < 0 ? rest.length : spoiled)
  return first ? { purpose: first, reached: whole as unknown as readonly Reached[] } : null
}

function isReached(line: Purpose | null): boolean {
  const { pieces, rows, lines, settled, sums, input, output, rejected } = line ?? {}
  const areAmounts = Array.isArray(sums) && sums.every((sum) => typeof sum === 'string' && /^-?\d+$/.test(sum))
  const extents = [input, output, rejected].map((extent) => Object(extent) as Partial<Extent>)
  const counts = [pieces, rows, lines, settled, ...extents.map(({ size }) => size)]
  return areAmounts && counts.every(Number.isSafeInteger) && extents.every(({ sha256 }) => typeof sha256 === 'string')
}

function lineIn(line: string): Purpose | null {
  try {
    return JSON.parse(line) as Purpose
  } catch {
    return null
  }
}
