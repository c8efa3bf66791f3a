import { CaseError } from '../case-error.ts'
import { givenName, outputBuffers, statusName, textsName } from './buffers.ts'
import type { RowRules } from './checks.ts'
import type { Column, ColumnArray, Columns, Layout, Refusal } from './columns.ts'
import { FIRST_DAY, formatDate, formatMonth, LAST_DAY, parseDate, parseMonth } from '../date.ts'
import type { Issue } from '../issue.ts'
import { multiply, ofInteger, parse, toText, fraction } from '../rational.ts'

/** A row as the JSON of a case. What its cells can't say stands there in some form that the door refuses. */
export function caseOfRow(layout: Layout, columns: object, row: number): unknown {
  const input = columns as Columns
  const found: Record<string, unknown> = {}
  const isGiven = ({ under }: Pick<Column, 'under'>): boolean =>
    under === null || (input[under.pair] as ColumnArray)[row] === under.which
  for (const column of layout.input)
    if (isGiven(column)) put(found, column.name, valueAt(column, column.name, input, row))
  for (const list of layout.lists) {
    if (!isGiven(list)) continue
    const [start, end] = [0, 1].map((next) => (input[list.path] as ColumnArray)[row + next] ?? 0) as [number, number]
    const elements = Array.from({ length: Math.max(0, end - start) }, (_, index) => {
      const element: Record<string, unknown> = {}
      for (const column of list.columns) {
        put(element, column.name, valueAt(column, `${list.path}.${column.name}`, input, start + index))
      }
      return element
    })
    put(found, list.path, elements)
  }
  return found
}

function put(record: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let inner = record
  for (const key of keys) {
    if (!Object.hasOwn(inner, key)) inner[key] = {}
    inner = inner[key] as Record<string, unknown>
  }
  inner[last] = value
}

function valueAt({ holds, optional }: Column, name: string, columns: Columns, place: number): unknown {
  if (optional && (columns[givenName(name)] as ColumnArray)[place] === 0) return null
  const cell = (columns[name] as ColumnArray)[place] ?? Number.NaN
  switch (holds.kind) {
    case 'number': {
      if (!Number.isSafeInteger(cell)) return String(cell)
      if (holds.parts === 1) return cell
      return toText(fraction(BigInt(cell), BigInt(holds.parts)))
    }
    case 'date':
      if (!(cell >= FIRST_DAY && cell <= LAST_DAY)) return String(cell)
      return holds.byMonth ? formatMonth(cell) : formatDate(cell)
    case 'boolean':
      return cell === 1 ? true : cell === 0 ? false : cell
    case 'region':
      return String(cell)
    case 'choice':
      return holds.members[cell] ?? cell
    case 'text':
    case 'texts':
      return columns[textsName(name)]?.[cell] ?? cell
  }
}

/** Writes the JSON of a result into the cells of a row, and gives back what they can't hold: whole numbers beyond 2^53. */
function writeResult(layout: Layout, columns: object, row: number, result: object): readonly Issue[] {
  const output = columns as Columns
  const issues: Issue[] = []
  for (const column of layout.output) {
    const value = column.name
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], result)
    if (column.optional) (output[givenName(column.name)] as ColumnArray)[row] = value === null ? 0 : 1
    const cell = value === null ? 0 : cellOf(column, value, output)
    if (!Number.isSafeInteger(cell)) {
      issues.push({ code: 'not-a-number', path: column.name, value: String(value), facts: { decimals: 0 } })
    }
    ;(output[column.name] as ColumnArray)[row] = cell
  }
  return issues
}

function cellOf({ name, holds }: Column, value: unknown, output: Columns): number {
  const text = String(value)
  switch (holds.kind) {
    case 'number':
      return Number(multiply(parse(text), ofInteger(holds.parts)).n)
    case 'date':
      return (holds.byMonth ? parseMonth(text) : parseDate(text)) ?? 0
    case 'boolean':
      return value === true ? 1 : 0
    case 'region':
      return Number(text)
    case 'choice':
      return holds.members.indexOf(text)
    case 'text':
      return placeOfText(output[textsName(name)] as string[], text)
    case 'texts':
      return placeOfText(output[textsName(name)] as string[], JSON.stringify(value))
  }
}

const dictionaries = new WeakMap<string[], Map<string, number>>()

/** The place of a text in a dictionary, to which it is added where it is new. */
export function placeOfText(texts: string[], text: string): number {
  let places = dictionaries.get(texts)
  if (places?.size !== texts.length)
    dictionaries.set(texts, (places = new Map(texts.map((each, place) => [each, place]))))
  const known = places.get(text)
  if (known !== undefined) return known
  places.set(text, texts.length)
  return texts.push(text) - 1
}

/** Says why a row is not settled, and leaves nothing in its cells. */
export function withhold({ layout }: RowRules, columns: object, row: number, status: number): void {
  const output = columns as Columns
  for (const { name } of outputBuffers(layout)) (output[name] as ColumnArray)[row] = 0
  ;(output[statusName] as ColumnArray)[row] = status
}

/** Settles a row by what settles a case, and gives back all that is wrong with it, if anything. */
export function settleRow(
  rules: RowRules,
  refusals: readonly Refusal[],
  settle: (input: never) => object,
  input: object,
  output: object,
  row: number,
): readonly Issue[] {
  try {
    const result = settle(caseOfRow(rules.layout, input, row) as never)
    const issues = writeResult(rules.layout, output, row, result)
    if (issues.length > 0) withhold(rules, output, row, statusFor(issues, refusals))
    else ((output as Columns)[statusName] as ColumnArray)[row] = 0
    return issues
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    withhold(rules, output, row, statusFor(error.issues, refusals))
    return error.issues
  }
}

/** The first of the list, where one is for another reason: 'missing' is, of a date that selects the edition. */
function statusFor(issues: readonly Issue[], refusals: readonly Refusal[]): number {
  const known = refusals.findIndex((refusal) => issues.some((issue) => isOf(issue, refusal)))
  const alike = refusals.findIndex(({ path }) => issues.some((issue) => issue.path === path))
  return 2 + Math.max(0, known >= 0 ? known : alike)
}

function isOf({ code, path, facts }: Issue, refusal: Refusal): boolean {
  const label = 'label' in facts ? facts.label : ''
  return code === refusal.code && path.replace(/\[\d+\]/g, '[]') === refusal.path && label === refusal.label
}
