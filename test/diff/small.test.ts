/** Pairs of small policies: every case lies in a region exactly where the two settle differently. */
import { expect, it } from 'vitest'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { smallInput } from '../random/small.ts'
import { faults, textAt } from './region.ts'
import { randomNumbers, rulesOf, small, variant } from './small.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

/** Around every number of the policy, and anywhere. */
function randomCase(): unknown {
  const fen = (): string =>
    ((draw(3) === 0 ? draw(200) * 100 + draw(3) - 1 : draw(20_000)) / 100).toFixed(2).replace('-', '')
  const day = String(1 + draw(28)).padStart(2, '0')
  return smallInput({
    on: `2023-01-${day}`,
    total: fen(),
    kind: draw(2) === 0 ? 'first' : 'second',
    sum: draw(2) === 0 ? '0.00' : fen(),
  })
}

it('pairs with one number changed: sound, complete, and each region has a witness', { timeout: 240_000 }, () => {
  let differing = 0
  const unseen: string[] = []
  for (let pair = 0; pair < 25; pair++) {
    const numbers = randomNumbers(draw)
    // The first pair is the same, whatever is drawn.
    const others = pair === 0 ? numbers : variant(draw, numbers)
    const [before, after] = [small(rulesOf(numbers)), small(rulesOf(others))]
    const { regions, complete, limits, verdict } = diffPrograms(before, after)
    expect({ complete, limits }).toEqual({ complete: true, limits: [] })
    unseen.push(
      ...regions.filter(({ kind, witness }) => kind === 'sure' && !witness).map((each) => JSON.stringify(each)),
    )
    const outputs = before.output.map(({ path }) => path)
    let isDifferent = false
    for (let at = 0; at < 250; at++) {
      const input = randomCase()
      const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
      if (!first?.ok || !second?.ok) throw new Error('refused')
      const settled = { before: first.evaluation, after: second.evaluation }
      expect(faults(regions, outputs, settled), JSON.stringify(input)).toEqual([])
      if (outputs.some((path) => textAt(first.evaluation.output, path) !== textAt(second.evaluation.output, path)))
        isDifferent = true
    }
    for (const { witness, output } of regions) {
      if (!witness) continue
      const results = [before, after].map((program) => interpret(program, witness.input, { isReplay: true }))
      const [first, second] = results.map((each) => (each.ok ? textAt(each.evaluation.output, output) : 'refused'))
      expect([first, second]).toEqual([witness.before, witness.after])
    }
    if (isDifferent) differing++
    if (isDifferent) expect(Object.values(verdict).some((each) => each !== 'same')).toBe(true)
  }
  expect(unseen).toEqual([])
  expect(differing).toBeGreaterThan(0)
})

it('other names, another order and a table in two parts are the same', () => {
  for (let pair = 0; pair < 10; pair++) {
    const numbers = randomNumbers(draw)
    const { regions, complete, verdict } = diffPrograms(small(rulesOf(numbers)), small(rulesOf(numbers, true)))
    expect({ regions, complete }).toEqual({ regions: [], complete: true })
    expect(new Set(Object.values(verdict))).toEqual(new Set(['same']))
  }
})
