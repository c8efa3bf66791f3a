import type { BoundDataset } from '../bind/bound.ts'
import { partsOf } from '../program/build.ts'
import type { Dataset, Definition, Expr } from '../program/program.ts'

/** The datasets that the definitions look into, with the columns that they ask for. */
export function lowerDatasets(definitions: readonly Definition[], datasets: readonly BoundDataset[]): Dataset[] {
  const used = new Map<string, Set<string>>()
  const visit = (expr: Expr): void => {
    if (expr.kind === 'lookup') {
      const { dataset, column, keys, validity } = expr
      const columns = used.get(dataset) ?? new Set()
      for (const each of [column, ...keys.map((key) => key.column), validity?.from, validity?.until])
        if (each) columns.add(each)
      used.set(dataset, columns)
    }
    for (const part of partsOf(expr)) visit(part)
  }
  for (const { value } of definitions) visit(value)
  return datasets.flatMap(({ id, label, columns, rows }): Dataset[] => {
    const asked = used.get(id)
    if (!asked) return []
    const places = columns.flatMap((column, place) => (asked.has(column.id) ? [place] : []))
    return [
      {
        id,
        label,
        columns: places.map((place) => columns[place]!),
        rows: rows.map(({ values }) => places.map((place) => values[place]!)),
      },
    ]
  })
}
