import { compareOver } from '../../diff/population/compare-over.ts'
import type { Population } from '../../diff/population/population.ts'
import type { Program } from '../../program/program.ts'
import { loadEvaluator } from '../build/evaluator.ts'
import type { Call } from '../command.ts'
import type { Group } from '../load.ts'
import { generatedLines } from './generated-lines.ts'
import { openOver, type Generated } from './over.ts'
import { populationLines } from './population-lines.ts'
import { progressBar } from './progress.ts'
import { textsOf } from '../../files/texts.ts'

/** What stands under "population" in a comparison: `generated` says how the cases were drawn, if they were. */
export interface ComparedPopulation extends Population {
  readonly generated: Generated | null
}

/** A program and the files that it was compiled from. */
export interface Version {
  readonly program: Program
  readonly group: Group
}

/** Settles the cases that `--over` names under both, with a bar on standard error that shows how far it has come. */
export async function comparePopulation(
  before: Version,
  after: Version,
  over: string,
  call: Call,
): Promise<ComparedPopulation> {
  const { cases, part, generated } = await openOver(over, [before.program, after.program], before.group, call)
  const bar = progressBar(call)
  const population = await compareOver(await sideOf(before), await sideOf(after), cases, (done) =>
    bar.show(done, () => part(done)),
  )
  bar.end()
  return { ...population, generated }
}

/** For people. */
export function comparedPopulationLines(population: ComparedPopulation, call: Call): readonly string[] {
  const { generated } = population
  return [...populationLines(population, call), ...(generated ? ['', ...generatedLines(generated, call)] : [])]
}

async function sideOf({ program, group }: Version) {
  const texts = textsOf(group)
  return { program, texts, settle: await loadEvaluator(program) }
}
