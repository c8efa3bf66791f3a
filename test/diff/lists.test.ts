/** Totals over the items of a bill: every short list lies in a region exactly where the two settle it differently. */
import { expect, it } from 'vitest'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Comparison } from '../../compiler/diff/exact/comparison.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { codes, itemProgram, itemVariant, randomItemPlan } from './lists.ts'
import { faults, textAt } from './region.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

interface Item {
  readonly code: string
  readonly kind: string
  readonly amount: string
}

/** All lists of one item of a few fen, and others of up to three. */
function* lists(): Generator<readonly Item[]> {
  const most = 12
  const single = codes.flatMap((code) =>
    ['drug', 'service'].flatMap((kind) =>
      Array.from({ length: most + 1 }, (_, fen) => ({ code, kind, amount: (fen / 100).toFixed(2) })),
    ),
  )
  yield []
  for (const item of single) yield [item]
  for (let more = 0; more < 120; more++) yield Array.from({ length: 2 + draw(2) }, () => single[draw(single.length)]!)
}

/** How many lists the two settle differently; whatever is wrong with the comparison fails. */
function expectExact(before: Program, after: Program, { regions, complete, limits }: Comparison): number {
  expect({ complete, limits }).toEqual({ complete: true, limits: [] })
  const outputs = before.output.map(({ path }) => path)
  let differing = 0
  for (const items of lists()) {
    const input = { case: { on: draw(2) === 0 ? '2023-01-10' : '2023-01-15' }, items }
    const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
    if (!first?.ok || !second?.ok) throw new Error('refused')
    const settled = { before: first.evaluation, after: second.evaluation }
    expect(faults(regions, outputs, settled), JSON.stringify(input)).toEqual([])
    if (outputs.some((path) => textAt(first.evaluation.output, path) !== textAt(second.evaluation.output, path)))
      differing++
  }
  for (const { witness, output, kind } of regions) {
    expect(kind === 'sure' && witness === null).toBe(false)
    if (!witness) continue
    const results = [before, after].map((program) => interpret(program, witness.input, { isReplay: true }))
    const said = results.map((each) => (each.ok ? textAt(each.evaluation.output, output) : 'refused'))
    expect(said).toEqual([witness.before, witness.after])
  }
  return differing
}

it('one number changed: sound, complete, with lists as witnesses', { timeout: 240_000 }, () => {
  let differing = 0
  for (let pair = 0; pair < 20; pair++) {
    const plan = randomItemPlan(draw)
    const [before, after] = [itemProgram(plan), itemProgram(itemVariant(draw, plan))]
    if (expectExact(before, after, diffPrograms(before, after)) > 0) differing++
  }
  expect(differing).toBeGreaterThan(3)
})

it('the same in other words is the same', { timeout: 240_000 }, () => {
  for (let pair = 0; pair < 8; pair++) {
    const plan = randomItemPlan(draw)
    const [before, after] = [itemProgram(plan), itemProgram(plan, true)]
    const comparison = diffPrograms(before, after)
    expect(comparison.regions).toEqual([])
    expect(expectExact(before, after, comparison)).toBe(0)
  }
})
