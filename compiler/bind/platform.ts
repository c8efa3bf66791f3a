import type { Cell, Expression, Row } from '../../grammar/tree.ts'
import type { PlatformCode } from '../program/program.ts'
import type { Report } from '../problem/report.ts'
import type { BoundDecision, BoundRecord, ParsedFile } from './bound.ts'
import { near } from './near.ts'
import { rowsOf } from './vocabulary.ts'

/** The fields of the national platform that hold a code which no policy computes. */
const codeFields: readonly PlatformCode['field'][] = ['insutype', 'fund_pay_type', 'polItemCode']

/** What 平台 rows say. */
interface BoundPlatform {
  readonly codes: readonly PlatformCode[]
  /** By the path of an output: the field of the settlement that it is, in place of the one that its record names. */
  readonly fields: ReadonlyMap<string, string>
}

const expected = '平台字段 | 「代码」 | 「名称」 | 名称 | 第几段'

/** Reads the 平台 rows of the files, whose names are fields of the records; a thing with two codes is a problem. */
export function bindPlatform(
  files: readonly ParsedFile[],
  records: readonly BoundRecord[],
  report: Report,
): BoundPlatform {
  const taken = new Map<string, { file: string; span: Row['span'] }>()
  const fields = new Map<string, string>()
  const read = (row: Row, fieldName: string, file: string): readonly PlatformCode[] => {
    const wrong = (): readonly PlatformCode[] => {
      report.error('wrong-declaration-row', { file, span: row.span }, { expected })
      return []
    }
    const field = fieldName === 'setlinfo' ? fieldName : codeFields.find((each) => each === fieldName)
    const [, code, name, ours, band] = row.cells.map(expressionOf)
    if (!field || code?.kind !== 'text' || name?.kind !== 'text' || row.cells.length > 5) return wrong()
    const number = band === undefined ? null : bandOf(band)
    if (number === 'none' || (field === 'insutype') !== (ours?.kind === 'absent')) return wrong()
    const path = ours?.kind === 'name' ? pathOf(ours.text, records) : null
    if (ours?.kind === 'name' && path === null) {
      const known = records.flatMap((record) => record.fields.flatMap(({ label, id }) => [label, id]))
      report.error('unknown-name', { file, span: ours.span }, { name: ours.text, near: near(ours.text, known) })
      return []
    }
    if (field !== 'insutype' && path === null) return wrong()
    if (field === 'setlinfo' && (number !== null || !isSettlementField(code.value))) return wrong()
    const key = JSON.stringify([field, path, number])
    const first = taken.get(key)
    if (first) report.error('defined-twice', { file, span: row.span }, { name: fieldName }, { related: first })
    else taken.set(key, { file, span: row.span })
    if (field !== 'setlinfo') return [{ field, code: code.value, name: name.value, of: path, band: number }]
    if (path !== null) fields.set(path, code.value)
    return []
  }
  const codes = files.flatMap(({ name: file, tree }) =>
    tree.items.flatMap((item) =>
      item.kind === 'platform'
        ? rowsOf(item.rows, 1, expected, file, report).flatMap(({ row, names }) => read(row, names[0]!.text, file))
        : [],
    ),
  )
  return { codes, fields }
}

/** A decision whose outputs are the fields of the settlement that 平台 rows say. */
export function withFields(decision: BoundDecision, fields: BoundPlatform['fields']): BoundDecision {
  const outputs = decision.outputs.map((record) => ({
    ...record,
    fields: record.fields.map((field) => ({ ...field, platform: fields.get(field.id) ?? field.platform })),
  }))
  return { ...decision, outputs }
}

function isSettlementField(text: string): boolean {
  return /^[a-z][a-z_]*$/.test(text)
}

function pathOf(text: string, records: readonly BoundRecord[]): string | null {
  const fields = records.flatMap((record) => record.fields)
  return fields.find(({ label, id }) => label === text || id === text)?.id ?? null
}

/** Bands count from 1. */
function bandOf(cell: Expression | null): number | 'none' {
  return cell?.kind === 'number' && /^[1-9]\d{0,2}$/.test(cell.digits) ? Number(cell.digits) : 'none'
}

function expressionOf(cell: Cell): Expression | null {
  if (cell.kind !== 'entries') return null
  const [entry] = cell.entries
  return cell.entries.length === 1 && entry && !entry.to ? entry.value : null
}
