import { compileColumns } from '../../compiler/cli/columns/compile-columns.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Columns, Issue, KernelMemory, Layout, Refusal } from '../../runtime/index.ts'

/** A generated decision over columns, run as an application would. */
export interface LoadedColumns {
  readonly settleColumns: (input: Columns, output: Columns, from: number, to: number) => void
  /** The same by WebAssembly, as far as it can, where the columns lie in the memory. */
  readonly settleColumnsIn: (memory: KernelMemory | null) => LoadedColumns['settleColumns']
  readonly settleRowExactly: (input: Columns, output: Columns, row: number) => readonly Issue[]
  readonly layout: Layout
  readonly refusals: readonly Refusal[]
  /** Why no row is settled over columns. */
  readonly reasons: readonly string[]
  readonly module: URL
}

export async function loadColumns(program: Program): Promise<LoadedColumns> {
  const { module: url, reasons } = await compileColumns(program)
  const module = (await import(/* @vite-ignore */ url.href)) as Record<string, unknown>
  const find = (pattern: RegExp): unknown => module[Object.keys(module).find((name) => pattern.test(name)) ?? '']
  return {
    settleColumns: find(/Columns\d*$/),
    settleColumnsIn: find(/ColumnsIn$/),
    settleRowExactly: find(/RowExactly\d*$/),
    layout: module['layout'],
    refusals: module['refusals'],
    reasons,
    module: url,
  } as LoadedColumns
}
