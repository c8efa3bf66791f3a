import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compilation, SourceFile } from '../../compile.ts'
import type { Program } from '../../program/program.ts'
import { decisionName } from '../../program/decision-name.ts'

export interface BuiltFile {
  readonly name: string
  readonly text: string
}

/** The files of one decision, and what they compile to. */
export interface BuiltGroup {
  readonly files: readonly SourceFile[]
  readonly compilation: Compilation
}

/** Writes the files into the folder, which is made where there is none. */
export function writeFiles(folder: string, files: readonly BuiltFile[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
}

/** What the file of each program is called, without its ending: ningbo.employee.settle.2023. No two are called alike. */
export function namesOfFiles(programs: readonly Program[]): ReadonlyMap<Program, string> {
  const taken = new Set(programs.map((program) => fileName(decisionName(program)).toLowerCase()))
  return new Map(
    programs.map((program) => {
      const wish = fileName(`${decisionName(program)}.${program.edition.name}`)
      let name = wish
      // Some file systems take upper and lower case for the same.
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wish}_${count}`
      taken.add(name.toLowerCase())
      return [program, name]
    }),
  )
}

/** A text as the name of a file: letters, digits, points and dashes; anything else becomes _. */
export function fileName(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_')
}
