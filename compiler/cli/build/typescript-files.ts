import { relative, resolve, sep } from 'node:path'
import type { SourceFile } from '../../compile.ts'
import type { Program } from '../../program/program.ts'
import { byDecision } from '../../typescript/decision.ts'
import { emitDecision, emitTypeScript } from '../../typescript/emit.ts'
import { fileName, namesOfFiles, type BuiltFile } from './built-file.ts'
import { textsOf } from '../../files/texts.ts'

/**
 * Programs as TypeScript: for each edition of a decision a module with its source map inside, and one module by the
 * name of the decision (ningbo.employee.settle.ts) that settles a case under the edition in force on its date.
 * `files` are the policy files that the programs were compiled from, `folder` is where the modules will lie.
 */
export async function typeScriptFiles(
  programs: readonly Program[],
  files: readonly SourceFile[],
  folder: string,
): Promise<readonly BuiltFile[]> {
  const sources = textsOf(files)
  const pathOf = (file: string): string => relative(folder, resolve(file)).split(sep).join('/')
  const names = namesOfFiles(programs)
  const editions = programs.map(async (program): Promise<BuiltFile> => {
    const { code } = await emitTypeScript(program, sources, pathOf)
    return { name: `${names.get(program)}.ts`, text: code }
  })
  const decisions = [...byDecision(programs)].map(async ([decision, ofDecision]): Promise<BuiltFile> => {
    // .js is what TypeScript, bundlers and Node all find the compiled or the original file by.
    const text = await emitDecision(ofDecision, (program) => `./${names.get(program)}.js`)
    return { name: `${fileName(decision)}.ts`, text }
  })
  return Promise.all([...decisions, ...editions])
}
