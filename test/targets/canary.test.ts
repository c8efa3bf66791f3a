/** A harness that finds nothing proves nothing: of each target, copies that are broken on purpose have to be found. */
import { describe, expect, it } from 'vitest'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { faults, plant } from '../random/plant.ts'
import { targets } from './all.ts'
import { casesOf } from './cases.ts'
import { compareTargets, newTallies, shown, type Difference } from './compare.ts'
import type { Outcome, Target } from './target.ts'

const program = inpatientProgram()
const cases = casesOf(program, 1, 200)

async function differencesOf(target: Target): Promise<readonly Difference[]> {
  const tallies = newTallies([target])
  await compareTargets([target], program, cases, tallies)
  return tallies.get(target.name)!.differences
}

/** The target as it would be with a mistake of a compiler. */
function withFault(target: Target, name: string): Target {
  const broken = plant(
    program,
    faults.find((fault) => fault.name === name)!,
  )
  if (!broken) throw new Error(`the inpatient bill has no place for: ${name}`)
  return { name: target.name, make: () => target.make(broken) }
}

/** The target with a fen too much in one of its rows. */
function withAFenMore(target: Target): Target {
  const change = (outcomes: readonly Outcome[]): readonly Outcome[] => {
    const row = outcomes.findLastIndex(({ settled }) => settled)
    return outcomes.map((outcome, index) => {
      if (index !== row || !outcome.settled) return outcome
      const output = outcome.output as Record<string, string>
      const fund = (Number(output['fund']) + 0.01).toFixed(2)
      return { settled: true, output: { ...output, fund } }
    })
  }
  return {
    name: target.name,
    make: async (made) => {
      const runner = await target.make(made)
      return typeof runner === 'string'
        ? runner
        : { ...runner, settle: async (given) => change(await runner.settle(given)) }
    },
  }
}

describe.each(targets)('$name, broken on purpose, is reported', (target) => {
  it('but not as it is', async () => {
    expect(await differencesOf(target)).toEqual([])
  })

  it.each([
    'half even for half up',
    'down for half up',
    'each band rounded by itself',
    'bands from nothing',
    'a fen more',
    'two rates of the bands exchanged',
    'one member too few',
  ])('with %s', async (name) => {
    const [difference] = await differencesOf(withFault(target, name))
    expect(shown(target.name, difference!)).toContain('npx daiyu run inpatient.settle')
  })

  it('with a fen too much in one row of them all', async () => {
    expect(await differencesOf(withAFenMore(target))).toHaveLength(1)
  })
})
