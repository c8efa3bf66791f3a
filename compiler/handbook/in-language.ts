import { format } from '../../grammar/format.ts'
import type { Language } from '../../grammar/tree.ts'
import { namesFor } from '../bind/names-for.ts'
import { compile, type Compilation, type SourceFile } from '../compile.ts'

/** Files of one decision in the keywords and names of a language, and what they compile to. */
export interface InLanguage {
  readonly files: readonly SourceFile[]
  readonly compilation: Compilation
}

/**
 * `files` compile to one sound policy, `compilation`. Quotes, titles and labels stay as they are; where names can't be
 * exchanged without harm, all of the files do.
 */
export function inLanguage(files: readonly SourceFile[], compilation: Compilation, language: Language): InLanguage {
  const names = new Map(compilation.policies.flatMap((policy) => [...namesFor(policy, language)]))
  const converted = files.map(({ name, text }) => ({
    name,
    text: format(text, name, { language, names }).text ?? text,
  }))
  const compiled = compile(converted)
  const isSound = compiled.programs.length === compilation.programs.length
  return isSound ? { files: converted, compilation: compiled } : { files, compilation }
}
