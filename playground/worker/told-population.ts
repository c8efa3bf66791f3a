import type { Population } from '../../compiler/index.ts'
import type { Program } from '../../compiler/program/program.ts'
import { amountText } from '../../compiler/diff/report/amount.ts'
import { namesOf } from '../../compiler/diff/report/names.ts'
import { furthest, populationFindings } from '../../compiler/diff/report/population.ts'
import { wordsIn } from '../../compiler/diff/report/words.ts'
import { inColumn } from '../../compiler/show/numbers.ts'
import type { Language } from '../../grammar/tree.ts'

/** What becomes of many cases, in words. */
export interface ToldPopulation {
  readonly sentences: readonly string[]
  /** The outputs that differ in some case; null where nobody is said to pay them. */
  readonly moving: readonly {
    readonly name: string
    readonly unchanged: number
    readonly gain: number | null
    readonly lose: number | null
    readonly more: number
    readonly less: number
    readonly difference: string
  }[]
  /** Those that move furthest, each with its case. */
  readonly furthest: readonly { readonly said: string; readonly input: unknown }[]
}

export function tellPopulation(
  population: Population,
  programs: readonly Program[],
  language: Language,
): ToldPopulation {
  const words = wordsIn(language)
  const names = namesOf(programs, language)
  const { cases, settled, unchanged, failed, outputs, largest } = population
  const { both, onlyBefore, onlyAfter } = failed
  const moving = outputs.filter(({ changed }) => changed > 0)
  const paid = moving.filter(({ payer }) => payer !== null)
  const shown = paid.length > 0 ? paid : moving
  return {
    sentences: [
      words.population.counts(cases, settled, unchanged),
      ...(both + onlyBefore + onlyAfter > 0 ? [words.population.failed(both, onlyBefore, onlyAfter)] : []),
      ...populationFindings(population, { words, names }),
    ],
    moving: moving.map(({ path, difference, ...counts }) => ({
      name: names.nameOf(path),
      unchanged: counts.unchanged,
      gain: counts.gain,
      lose: counts.lose,
      more: counts.more,
      less: counts.less,
      difference: difference === null ? '' : amountText(difference),
    })),
    furthest: furthest(largest, shown).map(({ output, number, before, after, difference, input }) => ({
      said: words.population.movement(
        names.nameOf(output),
        number,
        inColumn(before),
        inColumn(after),
        amountText(difference),
      ),
      input,
    })),
  }
}
