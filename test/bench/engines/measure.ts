import { isDeepStrictEqual } from 'node:util'
import { seededRandom } from '../../ningbo/bills.ts'
import { runProgram } from '../../typescript/generated.ts'
import type { Figure } from '../figure.ts'
import type { Settlement } from '../inpatient/bill.ts'
import { settleExactly } from '../inpatient/exact.ts'
import { inpatientProgram } from '../inpatient/program.ts'
import { randomBill } from '../inpatient/random.ts'
import { ratioOf, settling, settlingLater, speedOf, takeTurns } from '../protocol.ts'
import { celNested, celRules } from './cel.ts'
import type { Engine } from './engine.ts'
import { installEngines } from './install.ts'
import { jsonRules } from './json-rules.ts'
import { publicodes } from './publicodes.ts'
import { zen } from './zen.ts'

const BILLS = 5000

/** The inpatient bill compiled, beside rules engines; of each it is counted how many bills it settles to a wrong fen. */
export async function measureEngines(): Promise<readonly Figure[]> {
  installEngines()
  const random = seededRandom(20230101)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  const exact = bills.map(settleExactly)

  const settle = await runProgram(inpatientProgram(), 'settleCounts')
  for (const [index, bill] of bills.entries()) {
    const {
      policy: _,
      edition: _edition,
      ...settled
    } = settle(bill) as Settlement & Record<'policy' | 'edition', string>
    if (!isDeepStrictEqual(settled, exact[index])) {
      throw new Error(`compiled, the results differ on ${JSON.stringify(bill)}`)
    }
  }
  const compiled = await settling(bills, settle)

  const engines = [await celRules(), await jsonRules(), await zen(), await publicodes()]
  const nested = await celNested()
  const contestants = []
  for (const engine of [...engines, nested]) contestants.push({ engine, ...(await contestantOf(engine)) })
  await takeTurns([compiled, ...contestants.map(({ contestant }) => contestant)], { rounds: 7, milliseconds: 100 })

  const ratios = contestants.map(({ contestant }) => ratioOf(contestant, compiled))
  const told = contestants.map(
    ({ engine, contestant, wrong }, index) =>
      `${engine.name} ${speedOf(contestant)}, 1/${ratios[index]!.toFixed(0)}${wrong === 0 ? '' : `, a wrong fen in ${wrong} of ${BILLS} bills`}`,
  )
  return [
    {
      name: 'inpatient bill compiled, to the best rules engine',
      ratio: Math.min(...ratios.slice(0, engines.length)),
      floor: 200,
      aim: 300,
      better: 'more',
      measured: [`objects in and out, checked: ${speedOf(compiled)}`, ...told].join('\n  '),
    },
  ]

  async function contestantOf(engine: Engine) {
    const inputs = bills.map(engine.prepare)
    let wrong = 0
    for (const [index, input] of inputs.entries()) {
      if (!isDeepStrictEqual(engine.read(await engine.settle(input)), exact[index])) wrong++
    }
    const isLater = engine.settle(inputs[0]) instanceof Promise
    const contestant = isLater
      ? settlingLater(inputs, async (input) => engine.settle(input))
      : await settling(inputs, engine.settle)
    return { contestant, wrong }
  }
}
