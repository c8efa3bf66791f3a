import { CaseError } from './case-error.ts'
import { formatDate, formatMonth } from './date.ts'
import type { EditionFacts, Issue } from './issue.ts'
import { texts, type InputForm } from './input-form.ts'
import { Reader } from './reader.ts'
import { liesInEdition } from './refusal.ts'

/** An edition of a decision, and the path of the input date, or month, that selects it: `visit.settledOn`. */
export interface SelectableEdition extends EditionFacts {
  readonly selectedBy: string
  readonly byMonth: boolean
}

/**
 * The one edition that is in force on the date of a case. Throws a CaseError where the input has no such date, or
 * where none or more than one edition is in force on it: the issue names the date and the editions. `form` is that of
 * the date.
 */
export function selectEdition<Edition extends SelectableEdition>(
  editions: readonly Edition[],
  input: unknown,
  form: InputForm = texts,
): Edition {
  const reader = new Reader()
  const selectors = new Map(editions.map(({ selectedBy, byMonth }) => [selectedBy, byMonth]))
  const dates = new Map(
    [...selectors].map(([path, byMonth]) => {
      const value = ownValueAt(input, path)
      return [path, form.carefully(reader, byMonth ? 'yearMonth' : 'date', value, path) as number]
    }),
  )
  reader.finish()
  const dayFor = ({ selectedBy }: Edition): number => dates.get(selectedBy) ?? 0
  const inForce = editions.filter((edition) => liesInEdition(edition, formatDate(dayFor(edition))))
  const [edition, another] = inForce
  if (edition && !another) return edition
  // Generated code runs where there is no toSorted.
  const named = [...(another ? inForce : editions)].sort(byBegin)
  const [first] = named
  const issue: Issue = {
    code: another ? 'several-editions' : 'no-edition',
    path: first?.selectedBy ?? '',
    value: first ? (first.byMonth ? formatMonth : formatDate)(dayFor(first)) : null,
    facts: { editions: named.map(({ name, from, until }) => ({ name, from, until })) },
  }
  throw new CaseError([issue])
}

/** In the order of time; what has no begin comes first. */
export function byBegin(one: Pick<EditionFacts, 'from'>, other: Pick<EditionFacts, 'from'>): number {
  const [from, to] = [one.from ?? '', other.from ?? '']
  return from < to ? -1 : Number(from > to)
}

function ownValueAt(input: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      input,
    )
}
