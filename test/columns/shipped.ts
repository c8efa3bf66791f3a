import { join } from 'node:path'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadGroups } from '../../compiler/cli/load.ts'
import type { Program } from '../../compiler/program/program.ts'

/** Every edition of every decision of policies/. */
export function shippedPrograms(): readonly Program[] {
  const folder = join(import.meta.dirname, '..', '..', 'policies')
  return loadGroups([], folder).flatMap((files) => compileGroup(files).programs)
}
