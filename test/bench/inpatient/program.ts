import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type SourceFile } from '../../../compiler/compile.ts'
import type { Program } from '../../../compiler/program/program.ts'

/** The texts of the inpatient policy. */
function inpatientFiles(): readonly SourceFile[] {
  return ['inpatient.vocabulary', 'inpatient'].map((name) => ({
    name: `${name}.policy`,
    text: readFileSync(join(import.meta.dirname, `${name}.policy`), 'utf8'),
  }))
}

/** The one edition of the inpatient policy, compiled. */
export function inpatientProgram(): Program {
  const { programs, problems } = compile(inpatientFiles())
  if (programs.length !== 1 || problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  return programs[0]!
}
