import type { SourceFile } from '../compile.ts'

/** The texts of files, by their names. */
export function textsOf(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ name, text }) => [name, text]))
}
