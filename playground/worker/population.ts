import {
  compareOver,
  interpreted,
  type GivenCase,
  type Population,
  type Side as PopulationSide,
} from '../../compiler/index.ts'
import { generate } from '../../compiler/diff/population/generate.ts'
import { writtenWeights } from '../../compiler/diff/population/written-weights.ts'
import type { ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { textsOf } from '../../compiler/files/texts.ts'
import type { Language } from '../../grammar/tree.ts'
import { hindered, openSides, type Answered, type Side } from './sides.ts'
import { tellPopulation, type ToldPopulation } from './told-population.ts'
import type { Progress, WorkerState } from './state.ts'

interface Settled {
  readonly population: Population
  readonly told: ToldPopulation
  /** How the cases were drawn: the files of weights, their hash, what they assume. */
  readonly weights: readonly string[]
  readonly hash: string
  readonly assumptions: readonly string[]
}

const noWeights = {
  zh: (decision: string) => `${decision} 旁边没有 *.population.json，怎么生成案例不能猜。`,
  en: (decision: string) => `There is no *.population.json beside ${decision}; how to draw cases is not guessed.`,
}

export const population = {
  /** Settles so many generated cases under both sides by the interpreter, and counts who gains and who loses. */
  async population(
    state: WorkerState,
    asked: {
      readonly before: Side
      readonly after: Side
      readonly seed: number
      readonly count: number
      readonly language: Language
    },
    progress: Progress,
  ): Promise<Answered<Settled>> {
    const { seed, count, language } = asked
    const opened = openSides(state, asked.before, asked.after, language)
    if (!opened.ok) return opened
    const { before, after } = opened
    const names = new Set(before.compared.files.map(({ name }) => name.replace(/\.policy$/u, '.population.json')))
    const files = state.workspace.files().filter(({ name }) => name.endsWith('.json') && names.has(name))
    if (files.length === 0) return hindered([noWeights[language](before.decision)])
    const written = writtenWeights(files, before.program, language)
    if (!written.ok) return hindered(written.sentences)
    const { weights } = written
    function* cases(): Generator<GivenCase> {
      for (const input of generate(weights, String(seed), count)) yield { ok: true, input }
    }
    const every = Math.max(1, Math.floor(count / 100))
    const found = await compareOver(sideOf(before), sideOf(after), cases(), (done) => {
      if (done % every === 0) progress(done, count)
    })
    const assumptions = weights.assumptions.map((each) => each[language])
    const told = tellPopulation(found, [before.program, after.program], language)
    return { ok: true, population: found, told, weights: written.files, hash: written.hash, assumptions }
  },
}

function sideOf({ program, compared }: ComparedVersion): PopulationSide {
  return { program, texts: textsOf(compared.files), settle: interpreted(program) }
}
