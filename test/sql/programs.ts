import { join } from 'node:path'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadGroups } from '../../compiler/cli/load.ts'
import { decisionName } from '../../compiler/program/decision-name.ts'
import type { Program } from '../../compiler/program/program.ts'

const policies = join(import.meta.dirname, '..', '..', 'policies')

/** All editions of all decisions of this repository, by a name: ningbo.employee.settle@2023. */
export function shippedPrograms(): readonly (readonly [name: string, program: Program])[] {
  return loadGroups([], policies).flatMap((group) =>
    compileGroup(group).programs.map(
      (program) => [`${decisionName(program)}@${program.edition.name}`, program] as const,
    ),
  )
}
