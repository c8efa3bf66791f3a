/**
 * What is told of small pairs, word by word: conditions, formulas, bounds, causes, the smallest cases, limits, as it
 * was read and found right. Whether it is true is asked beside it, of cases drawn by chance.
 */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { Comparison, Condition, Region, Witness } from '../../compiler/diff/exact/comparison.ts'
import type { Place, Program } from '../../compiler/program/program.ts'
import { recordSeed } from '../random/draw.ts'
import { sampled } from './pairs/cases.ts'
import { checkPair } from './pairs/check.ts'
import { randomPair } from './pairs/edit.ts'
import { randomPlan } from './pairs/plan.ts'

// Pairs of which what is told can be read: of each kind of edit one or two.
const seeds = [1001, 1004, 1007, 1017, 1018, 1024, 1029, 1032, 1034, 1035, 1048, 1049, 1050, 1051, 1055, 1058]

it.each(seeds)('the pair of seed %i', { timeout: 60_000 }, async (seed) => {
  const { draw } = recordSeed(seed)
  const plan = randomPlan(draw)
  const pair = randomPair(draw, { ...plan, layers: plan.layers.slice(0, 1) })
  const [before, after] = [pair.before, pair.after].map((files) => compile(files).programs[0]!) as [Program, Program]
  const { comparison, faults } = checkPair(before, after, sampled(draw, 100, [before, after]), { steps: 2000 })
  expect(faults).toEqual([])
  await expect(`${pair.what}\n\n${told(comparison, [pair.before[1]!.text, pair.after[1]!.text])}`).toMatchFileSnapshot(
    `recorded/${seed}.txt`,
  )
})

function told({ complete, verdict, regions, limits }: Comparison, texts: readonly [string, string]): string {
  const verdicts = Object.entries(verdict).map(([output, word]) => `${output} ${word}`)
  return [
    `${verdicts.join(', ')}; ${complete ? 'complete' : 'not complete'}`,
    ...regions.map((each) => region(each, texts)),
    ...limits.map(
      ({ expression, place, why }) => `limit: ${expression}, ${why}, ${place ? lines(place, texts[0]) : 'nowhere'}`,
    ),
    '',
  ].join('\n')
}

function region(
  { output, kind, within, where, difference, least, most, reached, causes, witness }: Region,
  [before, after]: readonly [string, string],
): string {
  return [
    `\n${output} ${kind}${within === 0 ? '' : ` ± ${within}`}: ${difference}`,
    ...where.map((each) => `  if ${condition(each)}`),
    `  from ${least ?? 'none'}${shown(reached.least)}`,
    `  to ${most ?? 'none'}${shown(reached.most)}`,
    `  case${shown(witness)}`,
    ...causes.map((cause) => `  because ${cause.id}: ${lines(cause.before, before)} → ${lines(cause.after, after)}`),
  ].join('\n')
}

function condition(each: Condition): string {
  if ('in' in each) return `${each.path} in ${each.in.join(', ')}`
  if ('notIn' in each) return `${each.path} not in ${each.notIn.join(', ')}`
  return `${each.path} from ${each.from ?? 'none'} to ${each.to ?? 'none'}`
}

const shown = (witness: Witness | null): string =>
  witness ? ` ${witness.before} → ${witness.after} of ${JSON.stringify(witness.input)}` : ''

/** What stands at the place, its first line alone. */
const lines = (place: Place | null, text: string): string =>
  place ? text.slice(place.start, place.end).split('\n', 1).join('').trim() : 'nothing'
