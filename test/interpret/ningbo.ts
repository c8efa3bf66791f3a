import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'

const root = join(import.meta.dirname, '..', '..')
const names = [
  ...settleWords.map(({ name }) => `policies/${name}`),
  ...[...settleModules, 'ningbo/employee.settle'].map((name) => `policies/${name}.policy`),
]

/** The texts of the policy, by file. */
export const ningboTexts: ReadonlyMap<string, string> = new Map(
  names.map((name) => [name, readFileSync(join(root, name), 'utf8')]),
)

/** The Ningbo settlement of 2023, compiled. */
export function ningbo(): Program {
  const { programs, problems } = compile([...ningboTexts].map(([name, text]) => ({ name, text })))
  const program = programs.find(({ edition }) => edition.name === '2023')
  if (!program) throw new Error(JSON.stringify(problems, null, 2))
  return program
}
