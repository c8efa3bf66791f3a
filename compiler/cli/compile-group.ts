import { compile, type Compilation } from '../compile.ts'
import { exit, type Call } from './command.ts'
import type { Group } from './load.ts'

/** Compiles the files of a group. A file that was too large to be read is a problem like any other. */
export function compileGroup(group: Group): Compilation {
  const tooLarge = group.flatMap(({ problem }) => problem ?? [])
  const compilation = compile(group.filter(({ problem }) => problem === null))
  if (tooLarge.length === 0) return compilation
  return { ...compilation, programs: [], problems: [...tooLarge, ...compilation.problems] }
}

/** Compiles a group that has to be sound; where it is not, says why and gives the exit status instead. */
export async function compileSound(group: Group, call: Call): Promise<Compilation | number> {
  const compilation = compileGroup(group)
  const errors = compilation.problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return compilation
  // The sentences are loaded when there is something to say.
  const { showProblems } = await import('./diagnostics.ts')
  showProblems(errors, group, call)
  return exit.wrong
}
