import { keyText } from '../../program/row-key.ts'
import type { BoundDataset, DataRow } from '../../bind/bound.ts'
import type { Key } from '../match.ts'
import type { RuleInput } from './rule.ts'

interface Valid {
  readonly row: DataRow
  /** YYYY-MM-DD, both included; the widest there is where the cell is empty. */
  readonly from: string
  readonly until: string
}

/** Rule: a match finds one row at most, proved from the data: rows of one key are valid one after another. */
export function rowsUnique({ typed, report }: RuleInput): void {
  for (const key of typed.keys) {
    const { dataset } = key
    for (const rows of rowsByKey(key).values()) {
      const inOrder = rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      inOrder.forEach(({ row, from }, index) => {
        const before = inOrder[index - 1]
        if (before && from <= before.until)
          report.error('data-row-twice', row, { name: dataset.label }, { related: before.row })
      })
    }
  }
}

function rowsByKey({ dataset, keys, validity }: Key): ReadonlyMap<string, readonly Valid[]> {
  const found = new Map<string, Valid[]>()
  const places = keys.map(({ column }) => placeOf(column, dataset))
  const dateIn = (row: DataRow, column: string | null | undefined, open: string): string => {
    const value = column ? row.values[placeOf(column, dataset)] : undefined
    return value?.kind === 'date' ? value.date : open
  }
  for (const row of dataset.rows) {
    const texts = places.map((place) => keyText(row.values[place]!))
    // A row without a key is found by none.
    if (texts.includes(null)) continue
    const from = dateIn(row, validity?.from, '0000')
    const until = dateIn(row, validity?.until, '9999')
    const text = texts.join('\n')
    found.set(text, [...(found.get(text) ?? []), { row, from, until }])
  }
  return found
}

function placeOf(column: string, { columns }: BoundDataset): number {
  return columns.findIndex(({ id }) => id === column)
}
