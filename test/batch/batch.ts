/** `daiyu batch` in this process, and files of rows. */
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { command } from '../../compiler/cli/batch.ts'
import { Refusal, UsageError, type Call } from '../../compiler/cli/command.ts'
import { readArguments } from '../../compiler/cli/read-arguments.ts'
import { wordsIn } from '../../compiler/cli/words.ts'

export interface Result {
  readonly status: number
  readonly out: string
  readonly error: string
}

export async function batch(words: readonly string[], language: Call['language'] = 'en'): Promise<Result> {
  const say = wordsIn(language)
  let [out, error] = ['', '']
  const terminal = {
    out: async (text: string) => void (out += text),
    error: (text: string) => void (error += text),
    progress: () => {},
    hasColour: { out: false, error: false },
  }
  try {
    const status = await command.run({ ...readArguments(words, command), language, words: say, terminal })
    return { status, out, error }
  } catch (problem) {
    if (problem instanceof UsageError) return { status: 2, out, error: problem.says(say) }
    if (problem instanceof Refusal) return { status: 1, out, error: problem.says(say) }
    throw problem
  }
}

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
