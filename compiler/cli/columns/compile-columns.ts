import { toColumns } from '../../columns/to-columns.ts'
import type { Program } from '../../program/program.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { toKernelModule } from '../../wasm/to-kernel-module.ts'
import { bundleAlone, importableFrom } from '../build/javascript-files.ts'

/** A generated columns module, and its kernel, as one that can be imported, in threads too. */
export interface CompiledColumns {
  readonly module: URL
  /** Why no row is settled over columns, and each has to be taken exactly; empty where they are. */
  readonly reasons: readonly string[]
}

export async function compileColumns(program: Program): Promise<CompiledColumns> {
  const { code, entry, reasons } = toColumns(program, './one.js')
  const modules = new Map([
    ['all.ts', "export * from './columns.js'\nexport * from './kernel.js'\n"],
    ['columns.ts', code],
    ['kernel.ts', toKernelModule(program, { name: entry, module: './columns.js' }, () => 1)],
    ['one.ts', toTypeScript(program, new Map()).code],
  ])
  return { module: importableFrom(await bundleAlone('all', modules)), reasons }
}
