import { toColumns } from '../../columns/to-columns.ts'
import type { Program } from '../../program/program.ts'
import { toTypeScript } from '../../typescript/to-typescript.ts'
import { bundle } from '../build/javascript-files.ts'

/** A generated columns module that can be imported, in threads too. */
export interface CompiledColumns {
  readonly module: URL
  /** Why no row is settled over columns, and each has to be taken exactly; empty where they are. */
  readonly reasons: readonly string[]
}

export async function compileColumns(program: Program): Promise<CompiledColumns> {
  const { code, reasons } = toColumns(program, './one.js')
  const modules = new Map([
    ['columns.ts', code],
    ['one.ts', toTypeScript(program, new Map()).code],
  ])
  const text = (await bundle('columns', modules, 'inside')).find(({ name }) => name === 'columns.js')?.text ?? ''
  // Its source map is a file that there is not.
  const base64 = Buffer.from(text.replace(/^\/\/# sourceMappingURL=.*$/m, '')).toString('base64')
  return { module: new URL(`data:text/javascript;base64,${base64}`), reasons }
}
