import { namesIn } from '../../bind/names-in.ts'
import type { BoundDataset, DataRow } from '../../bind/bound.ts'
import { plain } from '../../program/exact.ts'
import type { ConstantValue } from '../../program/program.ts'
import { keyText } from '../../program/row-key.ts'
import { writtenIn } from './basis.ts'
import type { Renames } from './renames.ts'
import type { ComparedEdition } from './statements.ts'
import type { CellChange, TextChange } from './text-change.ts'

const nothing = { cells: [], basis: { before: null, after: null }, cites: [] } as const

/** Datasets that only one of the two has, or whose columns or rows differ: cell by cell where a row goes on. */
export function datasetChanges(before: ComparedEdition, after: ComparedEdition): readonly TextChange[] {
  const [was, is] = [before, after].map(({ policy }) => new Map(policy.datasets.map((each) => [each.label, each])))
  return [...new Set([...was!.keys(), ...is!.keys()])].flatMap((label): readonly TextChange[] => {
    const [a, b] = [was!.get(label) ?? null, is!.get(label) ?? null]
    const cells = a && b ? [...columnChanges(a, b), ...rowChanges(a, b, before, after)] : []
    if (a && b && cells.length === 0) return []
    const kind = a === null ? 'added' : b === null ? 'removed' : 'changed'
    const sides = { before: a && writtenIn(before, a), after: b && writtenIn(after, b) }
    return [{ kind, what: 'dataset', name: label, ...sides, ...nothing, cells }]
  })
}

/** Names that both have, with another identifier: rules say the same, programs that use them do not. */
export function nameChanges(before: ComparedEdition, after: ComparedEdition, renames: Renames): readonly TextChange[] {
  const next = new Map(after.policy.names.map((each) => [each.label, each]))
  return before.policy.names.flatMap((pair): readonly TextChange[] => {
    const other = next.get(renames.get(pair.label)?.to ?? pair.label)
    if (!other || other.id === pair.id) return []
    const sides = { before: writtenIn(before, pair), after: writtenIn(after, other) }
    return [{ kind: 'renamed', what: 'name', name: `${other.label}: ${pair.id} → ${other.id}`, ...sides, ...nothing }]
  })
}

function columnChanges(was: BoundDataset, is: BoundDataset): readonly CellChange[] {
  const [old, next] = [was, is].map(
    ({ columns }) => new Map(columns.map(({ label, id, type }) => [label, `${label} ${id} ${typeText(type)}`])),
  )
  return [...new Set([...old!.keys(), ...next!.keys()])].flatMap((label): readonly CellChange[] => {
    const [before, after] = [old!.get(label) ?? null, next!.get(label) ?? null]
    return before === after ? [] : [{ row: label, column: null, before, after, spans: [] }]
  })
}

const typeText = (type: BoundDataset['columns'][number]['type']): string =>
  type.kind === 'choice' ? type.choices : type.kind

/** Rows are known by the columns that a rule asks about, else by their first ones; their order makes no difference. */
function rowChanges(
  was: BoundDataset,
  is: BoundDataset,
  before: ComparedEdition,
  after: ComparedEdition,
): readonly CellChange[] {
  const labels = is.columns
    .map(({ label }) => label)
    .filter((label) => was.columns.some((each) => each.label === label))
  const texts = ({ columns, rows }: BoundDataset): readonly (readonly string[])[] => {
    const places = labels.map((label) => columns.findIndex((each) => each.label === label))
    return rows.map(({ values }) => places.map((at) => textOf(values[at]!)))
  }
  const [old, next] = [texts(was), texts(is)]
  const asked = [askedOf(was, before), askedOf(is, after)].flat()
  const candidates = [
    labels.flatMap((label, index) => (asked.includes(label) ? [index] : [])),
    ...labels.map((_, index) => labels.slice(0, index + 1).map((__, each) => each)),
  ]
  const isTold = (keys: readonly number[]): boolean =>
    [old, next].every((rows) => new Set(rows.map((row) => keyOf(row, keys))).size === rows.length)
  const keys = candidates.find((each) => each.length > 0 && isTold(each)) ?? labels.map((_, index) => index)
  const [first, second] = [old, next].map((rows) => new Map(rows.map((row, index) => [keyOf(row, keys), index])))
  const written = (row: DataRow, { files }: ComparedEdition): string =>
    (files.find(({ name }) => name === row.file)?.text ?? '').slice(row.span.start, row.span.end)
  return [...new Set([...first!.keys(), ...second!.keys()])].flatMap((key): readonly CellChange[] => {
    const [a, b] = [first!.get(key), second!.get(key)]
    const all = (b === undefined ? old[a!] : next[b]) ?? []
    const row = keys
      .map((each) => all[each])
      .filter(Boolean)
      .join(' · ')
    if (a === undefined || b === undefined) {
      const [gone, come] = [a === undefined ? null : was.rows[a]!, b === undefined ? null : is.rows[b]!]
      const sides = { before: gone && written(gone, before), after: come && written(come, after) }
      return [{ row, column: null, ...sides, spans: [] }]
    }
    return labels.flatMap((column, at): readonly CellChange[] =>
      old[a]![at] === next[b]![at] ? [] : [{ row, column, before: old[a]![at]!, after: next[b]![at]!, spans: [] }],
    )
  })
}

const textOf = (value: ConstantValue): string => (value.kind === 'exact' ? plain(value.exact) : (keyText(value) ?? ''))

const keyOf = (row: readonly string[], keys: readonly number[]): string => JSON.stringify(keys.map((each) => row[each]))

/** The columns that the rules of an edition find rows by. */
function askedOf({ label, id, columns }: BoundDataset, { edition }: ComparedEdition): readonly string[] {
  const names = edition.rules.flatMap(({ rule }) =>
    rule.kind === 'match' && [label, id].includes(rule.dataset.text) ? namesIn(rule).map(({ text }) => text) : [],
  )
  return columns.flatMap((each) => (names.includes(each.label) || names.includes(each.id) ? [each.label] : []))
}
