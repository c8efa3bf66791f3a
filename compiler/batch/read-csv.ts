import { readJson } from '../../runtime/json.ts'
import type { Holds } from '../columns/layout.ts'
import { isMonths, type InputColumn } from './columns.ts'
import { CsvScanner } from './csv.ts'
import { textBetween, type Records, type Row, type RowIssue } from './row.ts'

/** What becomes of a column of a CSV file: it is a column of the input, one that is kept (its place among them), or neither. */
export type CellUse =
  | { readonly kind: 'input'; readonly column: InputColumn }
  | { readonly kind: 'kept'; readonly index: number }
  | { readonly kind: 'ignored' }

/** What a file lacks, has beyond what is used, or has twice. */
export interface WrongHeader {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly twice: readonly string[]
}

/** The columns of a file that are asked for by name. */
export interface NamedColumns {
  readonly keep: readonly string[]
  readonly ignore: readonly string[]
  /** Says whose a row is. */
  readonly person: string | null
  /** Are columns of which nothing is known ignored too? */
  readonly ignoresOthers?: boolean
}

/** What each column is for; what belongs to an alternative may be left out as a whole. */
export function useOf(
  header: readonly string[],
  columns: readonly InputColumn[],
  { keep, ignore, person, ignoresOthers = false }: NamedColumns,
): readonly CellUse[] | WrongHeader {
  const byPath = new Map(columns.map((column) => [column.path, column]))
  const uses = header.map((name): CellUse | null => {
    const column = byPath.get(name)
    if (keep.includes(name)) return { kind: 'kept', index: keep.indexOf(name) }
    if (column && !ignore.includes(name)) return { kind: 'input', column }
    return ignoresOthers || ignore.includes(name) || name === person ? { kind: 'ignored' } : null
  })
  const isThere = (path: string): boolean => header.includes(path)
  const missing = columns.filter(({ path, alternative }) => {
    const isLeftOut = !columns.some((each) => each.alternative === alternative && isThere(each.path))
    return !isThere(path) && !(alternative !== null && isLeftOut)
  })
  const named = new Set([...keep, ...(person === null ? [] : [person])])
  const wrong = {
    missing: [...missing.map(({ path }) => path), ...[...named].filter((name) => !isThere(name))],
    unknown: header.filter((_, index) => uses[index] === null),
    twice: [...new Set(header.filter((name, index) => header.indexOf(name) !== index))],
  }
  if (Object.values(wrong).some((names) => names.length > 0)) return wrong
  return uses.flatMap((use) => use ?? [])
}

/** Reads the record on which the scanner stands. */
export function readCsvRow(
  records: Records,
  scanner: CsvScanner,
  uses: readonly CellUse[],
  alternatives: ReadonlyMap<string, readonly number[]>,
): Row {
  const { fault, count } = scanner
  if (fault !== null) return { ok: false, issues: [{ code: fault, path: '' }] }
  if (count !== uses.length)
    return { ok: false, issues: [{ code: 'other-cells', path: '', cells: count, columns: uses.length }] }
  const input: Record<string, unknown> = {}
  const kept: unknown[] = []
  const issues: RowIssue[] = []
  for (let index = 0; index < count; index++) {
    const use = uses[index]
    if (!use || use.kind === 'ignored') continue
    const text = cellText(records, scanner, index)
    if (text === null) issues.push({ code: 'not-utf8', path: use.kind === 'input' ? use.column.path : '' })
    else if (use.kind === 'kept') kept[use.index] = text
    else putCell(input, use.column, text, issues)
  }
  for (const [key, cells] of alternatives)
    if (cells.every((index) => scanner.starts[index] === scanner.ends[index])) delete input[key]
  return issues.length > 0 ? { ok: false, issues } : { ok: true, input, kept }
}

/** The places of the columns that stand under each alternative. */
export function alternativesOf(uses: readonly CellUse[]): ReadonlyMap<string, readonly number[]> {
  const cells = new Map<string, number[]>()
  for (const [index, use] of uses.entries()) {
    const key = use.kind === 'input' ? use.column.alternative : null
    if (key !== null) cells.set(key, [...(cells.get(key) ?? []), index])
  }
  return cells
}

/** The text of a cell; null where it is not UTF-8. */
export function cellText(records: Records, { starts, ends, quotes }: CsvScanner, index: number): string | null {
  const text = textBetween(records, starts[index] ?? 0, ends[index] ?? 0)
  return quotes[index] === 2 && text !== null ? text.replaceAll('""', '"') : text
}

function putCell(input: Record<string, unknown>, column: InputColumn, text: string, issues: RowIssue[]): void {
  const { keys, holds, path } = column
  const value = holds.kind === 'list' ? listIn(text, path, issues) : valueIn(text, holds, column.optional)
  let record = input
  for (let depth = 0; depth < keys.length - 1; depth++) {
    const key = keys[depth] ?? ''
    record = (record[key] ??= {}) as Record<string, unknown>
  }
  if (value !== undefined) record[keys[keys.length - 1] ?? ''] = value
}

/** The value that the text of a cell stands for in JSON; undefined where there is none, and has to be one. */
function valueIn(text: string, holds: Holds, optional: boolean): unknown {
  if (text === '') return optional ? null : holds.kind === 'text' ? text : undefined
  switch (holds.kind) {
    case 'number':
      return isMonths(holds) && /^\d{1,15}$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'date':
    case 'region':
    case 'choice':
    case 'text':
    case 'texts':
      return text
  }
}

function listIn(text: string, path: string, issues: RowIssue[]): unknown {
  if (text === '') return undefined
  const read = readJson(text)
  if (read.ok) return read.value
  issues.push(...read.issues.map((issue) => ({ ...issue, path: issue.path === '' ? path : `${path}${issue.path}` })))
  return undefined
}
