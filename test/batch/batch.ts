/** Files of rows. */
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the tests of a file, gone when they are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-batch-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Row = Readonly<Record<string, unknown>>

/** A case as a row of dotted columns; lists are JSON. */
export function flat(value: Row, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => {
      const path = `${prefix}${key}`
      if (Array.isArray(inner)) return { [path]: JSON.stringify(inner) }
      if (typeof inner === 'object' && inner !== null) return flat(inner as Row, `${path}.`)
      return { [path]: typeof inner === 'string' ? inner : inner === null ? '' : JSON.stringify(inner) }
    }),
  ) as Record<string, string>
}

export function writeCsv(path: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  writeFileSync(path, lines.map((cells) => `${cells.map(cell).join(',')}\n`).join(''))
}

export function writeNdjson(path: string, rows: readonly unknown[]): void {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

export function readNdjson(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row)
}

export async function sql(text: string): Promise<readonly (readonly unknown[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await connection.runAndReadAll(text)
  const rows = result.getRows()
  connection.closeSync()
  return rows
}
