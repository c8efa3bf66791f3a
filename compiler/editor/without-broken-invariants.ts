import type { Compilation, SourceFile } from '../compile.ts'
import type { Program } from '../program/program.ts'

/**
 * The programs of a compilation; where broken invariants are its only errors, those of the same files with these
 * invariants left out, so that what a change does can be looked at before they are met. Offsets are those of the files:
 * what is left out becomes spaces.
 */
export function withoutBrokenInvariants(
  files: readonly SourceFile[],
  compilation: Pick<Compilation, 'programs' | 'problems'>,
  compileAgain: (files: readonly SourceFile[]) => Compilation,
): readonly Program[] {
  const errors = compilation.problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 || errors.some(({ code }) => code !== 'invariant-broken')) return compilation.programs
  const rest = files.map(({ name, text }) => ({
    name,
    text: errors.reduce(
      (left, { file, span: { start, end } }) =>
        file === name ? left.slice(0, start) + left.slice(start, end).replace(/[^\r\n]/g, ' ') + left.slice(end) : left,
      text,
    ),
  }))
  // Invariants of a further edition are only looked at when those of the first hold.
  return withoutBrokenInvariants(rest, compileAgain(rest), compileAgain)
}
