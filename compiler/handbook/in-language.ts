import { format } from '../../grammar/format.ts'
import type { Language } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { namesFor } from '../bind/names-for.ts'
import { compile, type Compilation, type Readings, type SourceFile } from '../compile.ts'

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
  const { policies, programs } = compilation
  const names = new Map(policies.flatMap((policy) => [...namesFor(policy, language)]))
  const bound = new Set(policies.flatMap((policy) => policy.files.map(({ name }) => name)))
  const converted = files.map((file) => {
    const text = bound.has(file.name) ? format(file.text, file.name, { language, names }).text : null
    return { name: file.name, text: text ?? file.text }
  })
  const compiled = compile(converted, chosenReadings(policies))
  return compiled.programs.length === programs.length
    ? { files: converted, compilation: compiled }
    : { files, compilation }
}

function chosenReadings(policies: readonly BoundPolicy[]): Readings {
  const readings = policies.flatMap((policy) => policy.readings)
  return Object.fromEntries(readings.flatMap(({ name, chosen }) => (chosen === null ? [] : [[name, chosen]])))
}
