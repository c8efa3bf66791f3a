import { compile, type Compilation, type Readings } from '../compile.ts'
import { exit, type Call } from './command.ts'
import { loadGroups, ownFolder, type Group } from './load.ts'
import { checkReadings, readingsOf } from './reading-option.ts'

/**
 * Compiles the files of a group, by other readings than its own where they are named. A file that was too large to be
 * read is a problem like any other.
 */
export function compileGroup(group: Group, readings: Readings = {}, compileFiles = compile): Compilation {
  const tooLarge = group.flatMap(({ problem }) => problem ?? [])
  const compilation = compileFiles(readable(group), readings)
  if (tooLarge.length === 0) return compilation
  return { ...compilation, programs: [], problems: [...tooLarge, ...compilation.problems] }
}

/** The files of a group without those that were too large to be read. */
export function readable(group: Group): Group {
  return group.filter(({ problem }) => problem === null)
}

/**
 * Compiles a group that has to be sound, by the readings that `--reading` asks for; where it is not, says why and gives
 * the exit status instead. Throws a UsageError for a reading that it does not declare.
 */
export async function compileSound(group: Group, call: Call): Promise<Compilation | number> {
  const readings = readingsOf(call)
  const compilation = compileGroup(group, readings)
  const errors = compilation.problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) {
    checkReadings(readings, compilation.policies)
    return compilation
  }
  // The sentences are loaded when there is something to say.
  const { showProblems } = await import('./diagnostics.ts')
  showProblems(errors, group, call)
  return exit.wrong
}

/** Compiles all groups that the operands name, which have to be sound; where one is not, says why and gives the exit status. */
export async function compileSoundGroups(
  call: Call,
): Promise<readonly (Compilation & { readonly group: Group })[] | number> {
  const groups = loadGroups(call.operands, ownFolder(call.values.get('policies'), call.operands))
  const compiled = groups.map((group) => ({ group, ...compileGroup(group) }))
  const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
  if (errors.length === 0) return compiled
  const { showProblems } = await import('./diagnostics.ts')
  showProblems(errors, groups.flat(), call)
  return exit.wrong
}
