import type { Program } from '../program/program.ts'
import { layOut } from '../typescript/layout.ts'
import { toColumns, type ColumnsModule } from './to-columns.ts'

/** What toColumns gives, laid out like code written by hand. */
export async function emitColumns(program: Program, settleModule: string): Promise<ColumnsModule> {
  const module = toColumns(program, settleModule)
  return { ...module, code: await layOut(module.code) }
}
