import type { SourceFile } from '../../compile.ts'
import { emitColumns } from '../../columns/emit.ts'
import type { Program } from '../../program/program.ts'
import { namesOfFiles, type BuiltFile } from './built-file.ts'
import { typeScriptFiles } from './typescript-files.ts'

/**
 * Programs over columns: beside the TypeScript of each edition, which settles single cases, a module that settles the
 * rows of typed arrays (ningbo.employee.settle.2023.columns.ts).
 */
export async function columnsFiles(
  programs: readonly Program[],
  files: readonly SourceFile[],
  folder: string,
): Promise<readonly BuiltFile[]> {
  const names = namesOfFiles(programs)
  const columns = programs.map(async (program): Promise<BuiltFile> => {
    const name = names.get(program) ?? ''
    const { code } = await emitColumns(program, `./${name}.js`)
    return { name: `${name}.columns.ts`, text: code }
  })
  return [...(await typeScriptFiles(programs, files, folder)), ...(await Promise.all(columns))]
}
