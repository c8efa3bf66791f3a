import { parseDate } from '../../runtime/date.ts'
import { figureFields } from '../year/figures.ts'
import { yearOf } from '../year/benefit-year.ts'
import type { Program } from '../program/program.ts'
import { once } from '../once.ts'
import type { RowIssue } from './row.ts'
import { valueIn } from './write.ts'

/** How the figures of a year are carried from one row of a person to the next. Plain data. */
export interface Carried {
  readonly yearStart: { readonly month: number; readonly day: number }
  /** The date by which the edition is selected. */
  readonly day: readonly string[]
  /** The figures, and how each is written at the start of a year. */
  readonly figures: readonly {
    readonly path: string
    readonly keys: readonly string[]
    readonly nothing: string | number
  }[]
}

/** null where a decision carries nothing; `yearStart` null where the policy doesn't say when its year starts. */
export function carriedBy([program]: readonly Program[]):
  (Omit<Carried, 'yearStart'> & Pick<Program, 'yearStart'>) | null {
  const figures = program ? figureFields(program) : []
  if (!program || figures.length === 0) return null
  const nothing = { money: '0.00', number: '0', months: 0 }
  return {
    yearStart: program.yearStart,
    day: program.edition.selectedBy.split('.'),
    figures: figures.map(({ path, kind }) => ({ path, keys: path.split('.'), nothing: nothing[kind] })),
  }
}

/** One row of a history: whose it is, and which row of the input it was, from 1. */
export interface Turn {
  readonly person: string
  readonly row: number
}

/**
 * Carries figures through rows that stand in the order of person and day. Where a row is refused, those that follow it in
 * its year are too, since their figures are not known; where its day can't be read, all that follow.
 */
export class History {
  readonly #carried: Carried
  readonly #years = new Map<string, string>()
  #person: string | null = null
  #year = ''
  #last: object | null = null
  #refused: { readonly row: number; readonly year: string } | null = null

  constructor(carried: Carried) {
    this.#carried = carried
  }

  /** Puts the figures into the case of a row; or says why they are not known. */
  before(input: unknown, { person }: Turn): readonly RowIssue[] {
    if (person !== this.#person) {
      this.#person = person
      this.#last = null
      this.#refused = null
    }
    const year = this.#yearIn(input)
    if (year !== this.#year) this.#last = null
    this.#year = year
    if (this.#refused && (this.#refused.year === '' || this.#refused.year === year)) {
      return [{ code: 'earlier-refused', path: '', row: this.#refused.row }]
    }
    if (isRecord(input)) {
      const given = this.#carried.figures.find(({ keys }) => valueIn(input, keys) !== undefined)
      if (given) return [{ code: 'figure-given', path: given.path }]
      for (const { keys, nothing } of this.#carried.figures) {
        const value = this.#last === null ? nothing : valueIn(this.#last, keys)
        putAt(input, keys, value)
      }
    }
    return []
  }

  /** Takes note of what came of the row. */
  after(output: object | null, { row }: Turn): void {
    if (output) this.#last = output
    else this.#refused ??= { row, year: this.#year }
  }

  /** By the name of the year; '' where there is no day. */
  #yearIn(input: unknown): string {
    const text = isRecord(input) ? valueIn(input, this.#carried.day) : null
    if (typeof text !== 'string') return ''
    return once(this.#years, text, () => {
      const day = parseDate(text) ?? parseDate(`${text}-01`)
      return day === null ? '' : yearOf(this.#carried.yearStart, day).name
    })
  }
}

function putAt(record: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key = '', ...rest] = keys
  if (rest.length === 0) record[key] = value
  else {
    const inner = (record[key] ??= {})
    if (isRecord(inner)) putAt(inner, rest, value)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
