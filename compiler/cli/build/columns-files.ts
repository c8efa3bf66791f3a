import type { SourceFile } from '../../compile.ts'
import { emitColumns } from '../../columns/emit.ts'
import type { Place, Program } from '../../program/program.ts'
import { layOut } from '../../typescript/layout.ts'
import { toKernelModule } from '../../wasm/to-kernel-module.ts'
import { namesOfFiles, type BuiltFile } from './built-file.ts'
import { typeScriptFiles } from './typescript-files.ts'

/**
 * Programs over columns: beside the TypeScript of each edition, which settles single cases, a module that settles the
 * rows of typed arrays (ningbo.employee.settle.2023.columns.ts), and one that does so by WebAssembly as far as that can
 * (ningbo.employee.settle.2023.kernel.ts).
 */
export async function columnsFiles(
  programs: readonly Program[],
  files: readonly SourceFile[],
  folder: string,
): Promise<readonly BuiltFile[]> {
  const names = namesOfFiles(programs)
  const texts = new Map(files.map(({ name, text }) => [name, text]))
  const lineOf = ({ file, start }: Place): number => (texts.get(file) ?? '').slice(0, start).split('\n').length
  const columns = programs.map(async (program): Promise<readonly BuiltFile[]> => {
    const name = names.get(program) ?? ''
    const { code, entry } = await emitColumns(program, `./${name}.js`)
    const kernel = toKernelModule(program, { name: entry, module: `./${name}.columns.js` }, lineOf)
    return [
      { name: `${name}.columns.ts`, text: code },
      { name: `${name}.kernel.ts`, text: await layOut(kernel) },
    ]
  })
  return [...(await typeScriptFiles(programs, files, folder)), ...(await Promise.all(columns)).flat()]
}
