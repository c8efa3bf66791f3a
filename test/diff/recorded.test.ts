/**
 * What is told of small pairs, word by word: conditions, formulas, bounds, causes, the smallest cases, limits, as it
 * was read and found right. Whether it is true is asked beside it, of cases drawn by chance.
 */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { Comparison, Condition, Region, Witness } from '../../compiler/diff/exact/comparison.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Place, Program } from '../../compiler/program/program.ts'
import { recordSeed } from '../random/draw.ts'
import { itemProgram, itemVariant, randomItemPlan } from './lists.ts'
import { sampled } from './pairs/cases.ts'
import { checkPair } from './pairs/check.ts'
import { randomPair } from './pairs/edit.ts'
import { randomPlan } from './pairs/plan.ts'

// Pairs of which what is told can be read: of each kind of edit one or two.
// prettier-ignore
const seeds = [1001, 1004, 1007, 1017, 1018, 1024, 1029, 1032, 1034, 1035, 1048, 1049, 1050, 1051, 1055, 1058, 1086, 1140, 1178, 1187, 1214]

it.each(seeds)('the pair of seed %i', { timeout: 60_000 }, async (seed) => {
  const { draw } = recordSeed(seed)
  const plan = randomPlan(draw)
  const pair = randomPair(draw, { ...plan, layers: plan.layers.slice(0, 1) })
  const [before, after] = [pair.before, pair.after].map((files) => compile(files).programs[0]!) as [Program, Program]
  const { comparison, faults } = checkPair(before, after, sampled(draw, 40, [before, after]), { steps: 2000 })
  expect(faults).toEqual([])
  await expect(`${pair.what}\n\n${told(comparison, [pair.before[1]!.text, pair.after[1]!.text])}`).toMatchFileSnapshot(
    `recorded/${seed}.txt`,
  )
})

it.each([1, 2, 3, 4, 5, 6])('items of a bill, pair %i', { timeout: 60_000 }, async (seed) => {
  const { draw } = recordSeed(seed)
  const plan = randomItemPlan(draw)
  const [before, after] = [itemProgram(plan), itemProgram(itemVariant(draw, plan))]
  await expect(told(diffPrograms(before, after), null)).toMatchFileSnapshot(`recorded/items-${seed}.txt`)
})

function told({ complete, verdict, regions, limits }: Comparison, texts: Texts): string {
  const verdicts = Object.entries(verdict).map(([output, word]) => `${output} ${word}`)
  return [
    `${verdicts.join(', ')}; ${complete ? 'complete' : 'not complete'}`,
    ...regions.map((each) => region(each, texts)),
    ...limits.map(({ expression, place, why }) => `limit: ${expression}, ${why}, ${lines(place, texts, 0)}`),
    '',
  ].join('\n')
}

function region(
  { output, kind, within, where, difference, least, most, reached, causes, witness }: Region,
  texts: Texts,
): string {
  return [
    `\n${output} ${kind}${within === 0 ? '' : ` ± ${within}`}: ${difference}`,
    ...where.map((each) => `  if ${condition(each)}`),
    `  from ${least ?? 'none'}${shown(reached.least)}`,
    `  to ${most ?? 'none'}${shown(reached.most)}`,
    `  case${shown(witness)}`,
    ...causes.map(
      (cause) => `  because ${cause.id}: ${lines(cause.before, texts, 0)} → ${lines(cause.after, texts, 1)}`,
    ),
  ].join('\n')
}

function condition(each: Condition): string {
  if ('in' in each) return `${each.path} in ${each.in.join(', ')}`
  if ('notIn' in each) return `${each.path} not in ${each.notIn.join(', ')}`
  return `${each.path} from ${each.from ?? 'none'} to ${each.to ?? 'none'}`
}

const shown = (witness: Witness | null): string =>
  witness ? ` ${witness.before} → ${witness.after} of ${JSON.stringify(witness.input)}` : ''

/** What both policies say; null: a place is one in the file of another test. */
type Texts = readonly [string, string] | null

/** What stands at the place, its first line alone. */
function lines(place: Place | null, texts: Texts, which: 0 | 1): string {
  if (!place) return 'nothing'
  return texts ? texts[which].slice(place.start, place.end).split('\n', 1).join('').trim() : place.file
}
