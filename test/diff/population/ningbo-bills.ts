import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDecision } from '../../../compiler/cli/load.ts'
import { compile } from '../../../compiler/compile.ts'
import { generate } from '../../../compiler/diff/population/generate.ts'
import { readWeights } from '../../../compiler/diff/population/read-weights.ts'
import type { Weights } from '../../../compiler/diff/population/weights.ts'
import type { Program } from '../../../compiler/program/program.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'policies')
const group = loadDecision(folder, 'ningbo.employee.settle')
const { programs } = compile(group)

export const ningboTexts = (): ReadonlyMap<string, string> => new Map(group.map(({ name, text }) => [name, text]))

export function ningboPrograms(first: string, second: string): readonly [Program, Program] {
  const [before, after] = [first, second].map((name) => programs.find(({ edition }) => edition.name === name)!)
  return [before!, after!]
}

export const writtenWeights: unknown = JSON.parse(
  readFileSync(join(folder, 'ningbo', 'employee.settle.population.json'), 'utf8'),
)

export function ningboWeights(written: unknown = writtenWeights): Weights {
  const { weights, faults } = readWeights(written, programs[0]!)
  if (!weights) throw new Error(JSON.stringify(faults))
  return weights
}

export function ningboBills(count: number, seed = '7'): readonly unknown[] {
  return [...generate(ningboWeights(), seed, count)]
}
