import type { Cell, ExampleList, Name, Row } from '../../grammar/tree.ts'
import type { BoundField, BoundPolicy, BoundRecord } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import type { Report } from '../problem/report.ts'
import { completeInput, says } from './complete-input.ts'
import type { ExampleCase, Expectation, Given, JsonRecord } from './example-case.ts'
import { inherit, type PlacedExample } from './inheritance.ts'
import { readCell } from './read-value.ts'

/**
 * The examples of a policy as cases. What an example does not say it has from the one that it is based on; after that
 * a list is empty, and a figure that goes in and comes out again (a yearly total) is zero. Other inputs that are left
 * out stay out, and are refused like any incomplete case. Names and values that don't exist are problems.
 */
export function readExamples(policy: BoundPolicy, report: Report): readonly ExampleCase[] {
  const extend = (base: Given, example: PlacedExample) => extendGiven(base, example, policy, report)
  const given = inherit(policy.examples, nothing, extend, report)
  return policy.examples.map((example) => ({
    label: example.item.label.value,
    place: { file: example.file, span: example.item.label.span },
    input: completeInput(policy, given.get(example) ?? nothing),
    expectations: expectationsOf(example, policy, report),
  }))
}

const nothing: Given = { fields: new Map(), lists: new Map() }

function extendGiven(base: Given, { item, file }: PlacedExample, policy: BoundPolicy, report: Report): Given {
  const fields = new Map(base.fields)
  const lists = new Map(base.lists)
  const known = policy.decision.inputs.filter(({ isList }) => !isList).flatMap((record) => record.fields)
  for (const { field, cell } of pairs(item.given, known, file, report)) {
    const value = readCell(cell, file, field, policy.vocabulary, report)
    if (value !== undefined) fields.set(field.id, value)
  }
  for (const list of item.lists) {
    const record = findList(list, policy, file, report)
    if (record) lists.set(record.id, readElements(list, record, policy, file, report))
  }
  return withoutOther(base, { fields, lists }, policy)
}

/** Of two inputs of which a case has one, what an example says itself takes the place of what it would inherit. */
function withoutOther(base: Given, said: Given, { decision }: BoundPolicy): Given {
  const [fields, lists] = [new Map(said.fields), new Map(said.lists)]
  for (const [first, second] of decision.eitherOf)
    for (const [own, other] of [
      [first, second],
      [second, first],
    ] as const) {
      if (!says(base, other) || says(base, own) || !says(said, own)) continue
      for (const { id } of other.fields) fields.delete(id)
      lists.delete(other.id)
    }
  return { fields, lists }
}

function expectationsOf({ item, file }: PlacedExample, policy: BoundPolicy, report: Report): readonly Expectation[] {
  const known = policy.decision.outputs.flatMap((record) => record.fields)
  return pairs(item.expect, known, file, report).flatMap(({ row, field, cell }) => {
    const value = isWithoutEnd(cell, field) ? null : readCell(cell, file, field, policy.vocabulary, report)
    if (value === undefined) return []
    return [{ path: field.id, label: field.label, value, place: { file, span: row.span } }]
  })
}

/** 无期限 comes out as null. */
function isWithoutEnd(cell: Cell, { type }: BoundField): boolean {
  const [entry] = cell.kind === 'entries' ? cell.entries : []
  return entry?.value.kind === 'openEnded' && type.optional && (type.kind === 'date' || type.kind === 'yearMonth')
}

interface Pair {
  readonly row: Row
  readonly field: BoundField
  readonly cell: Cell
}

// Rows of a name and a value; a name may be given once.
function pairs(rows: readonly Row[], known: readonly BoundField[], file: string, report: Report): readonly Pair[] {
  const seen = new Map<string, Row>()
  return rows.flatMap((row): readonly Pair[] => {
    const [name, cell, tooMany] = [nameIn(row.cells[0]), row.cells[1], row.cells[2]]
    if (name === null || cell === undefined || tooMany !== undefined) {
      report.error('wrong-declaration-row', { file, span: row.span }, { expected: '名称 | 值' })
      return []
    }
    const field = findField(name, known, file, report)
    if (field === null) return []
    const first = seen.get(field.id)
    if (first) {
      const related = { file, span: first.span }
      report.error('defined-twice', { file, span: name.span }, { name: name.text }, { related })
    }
    seen.set(field.id, row)
    return [{ row, field, cell }]
  })
}

function findField(name: Name, known: readonly BoundField[], file: string, report: Report): BoundField | null {
  const found = known.find(({ label, id }) => label === name.text || id === name.text)
  if (found) return found
  if (name.text !== '') {
    const names = known.flatMap(({ label, id }) => [label, id])
    report.error('unknown-name', { file, span: name.span }, { name: name.text, near: near(name.text, names) })
  }
  return null
}

function findList({ list }: ExampleList, policy: BoundPolicy, file: string, report: Report): BoundRecord | null {
  const lists = policy.decision.inputs.filter(({ isList }) => isList)
  const found = lists.find(({ label, id }) => label === list.text || id === list.text)
  if (found) return found
  if (list.text !== '') {
    const names = lists.flatMap(({ label, id }) => [label, id])
    report.error('unknown-list', { file, span: list.span }, { name: list.text, near: near(list.text, names) })
  }
  return null
}

// The first row names the columns, whether or not a rule stands below it.
function readElements(
  { grid }: ExampleList,
  record: BoundRecord,
  policy: BoundPolicy,
  file: string,
  report: Report,
): readonly JsonRecord[] {
  const [head, ...rows] = [...grid.head, ...grid.body]
  const columns = (head?.cells ?? []).map((cell) => {
    const name = nameIn(cell)
    return name && findField(name, record.fields, file, report)
  })
  const emptyEnds = record.fields.filter(({ type }) => type.optional).map((field) => [keyOf(field), null] as const)
  return rows.map((row) => {
    if (row.cells.length !== columns.length) {
      const facts = { found: row.cells.length, expected: columns.length }
      report.error('wrong-cell-count', { file, span: row.span }, facts)
    }
    const given = row.cells.flatMap((cell, index) => {
      const field = columns[index]
      const value = field ? readCell(cell, file, field, policy.vocabulary, report) : undefined
      return field && value !== undefined ? [[keyOf(field), value] as const] : []
    })
    return Object.fromEntries([...emptyEnds, ...given])
  })
}

// In an element of a list a field is known by its last part: filing.kind is `kind`.
function keyOf({ id }: BoundField): string {
  return id.replace(/^[^.]*\./, '')
}

function nameIn(cell: Cell | undefined): Name | null {
  const [entry, another] = cell?.kind === 'entries' ? cell.entries : []
  return entry?.value.kind === 'name' && another === undefined && entry.to === null ? entry.value : null
}
