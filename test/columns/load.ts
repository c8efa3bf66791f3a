import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { toColumns } from '../../compiler/columns/to-columns.ts'
import type { Program } from '../../compiler/program/program.ts'
import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import type { Columns, Issue, Layout, Refusal } from '../../runtime/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** A generated decision over columns, run as an application would. */
export interface LoadedColumns {
  readonly settleColumns: (input: Columns, output: Columns, from: number, to: number) => void
  readonly settleRowExactly: (input: Columns, output: Columns, row: number) => readonly Issue[]
  readonly layout: Layout
  readonly refusals: readonly Refusal[]
  /** Why no row is settled over columns. */
  readonly reasons: readonly string[]
}

export async function loadColumns(program: Program): Promise<LoadedColumns> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-columns-'))
  const file = join(folder, 'columns.mjs')
  const { code, reasons } = toColumns(program, './one.js')
  const texts = new Map([
    ['columns', code],
    ['one', toTypeScript(program, new Map()).code],
  ])
  try {
    for (const [name, text] of texts) writeFileSync(join(folder, `${name}.ts`), text)
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'columns.ts')],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      charset: 'utf8',
      write: false,
      logLevel: 'error',
      alias: { 'daiyu/runtime': join(root, 'runtime', 'index.ts') },
    })
    writeFileSync(file, outputFiles[0]!.text)
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>
    const find = (pattern: RegExp): unknown => module[Object.keys(module).find((name) => pattern.test(name)) ?? '']
    return {
      settleColumns: find(/Columns\d*$/),
      settleRowExactly: find(/RowExactly\d*$/),
      layout: module['layout'],
      refusals: module['refusals'],
      reasons,
    } as LoadedColumns
  } finally {
    rmSync(folder, { recursive: true })
  }
}
