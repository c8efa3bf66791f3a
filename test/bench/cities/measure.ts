import { isDeepStrictEqual } from 'node:util'
import type * as library from '../../../compiler/index.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import { seededRandom } from '../../ningbo/bills.ts'
import { bundled } from '../bundled.ts'
import type { Figure } from '../figure.ts'
import { asTexts } from '../inpatient/bill.ts'
import { randomBill } from '../inpatient/random.ts'
import { processorTime, ratioOf, settling, speedOf, takeTurns } from '../protocol.ts'
import { cities } from './cities.ts'
import { loadTogether } from './load.ts'

const CITIES = 1000
const BILLS = 20_000

/** What a thousand cities cost: to compile each, and to settle the bill of one beside all others. */
export async function measureCities(): Promise<readonly Figure[]> {
  const { compile } = await bundled<typeof library>('compiler/index.ts')
  const timeFor = async (count: number): Promise<number> => {
    const files = cities(count)
    const time = await processorTime(() => {
      const { programs } = compile(files)
      if (programs.length !== count) throw new Error(`${programs.length} of ${count} cities were compiled`)
    })
    return time / count
  }
  await timeFor(CITIES / 4)
  const few = await timeFor(CITIES / 10)
  const many = await timeFor(CITIES)

  const { programs } = compile(cities(CITIES))
  const settle = await loadTogether(programs)
  const random = seededRandom(7)
  const bills = Array.from({ length: BILLS }, (_, index) => ({
    city: index % CITIES,
    bill: asTexts(randomBill(random)),
  }))
  for (const { city, bill } of bills.slice(0, 3 * CITIES)) {
    const interpreted = interpret(programs[city]!, bill)
    if (!interpreted.ok || !isDeepStrictEqual(settle[city]!(bill), interpreted.evaluation.output)) {
      throw new Error(`city ${city} differs on ${JSON.stringify(bill)}`)
    }
  }
  const [first] = settle
  const byOne = await settling(bills, ({ bill }) => first!(bill))
  const inTurn = await settling(bills, ({ city, bill }) => settle[city]!(bill))
  await takeTurns([byOne, inTurn], { milliseconds: 400 })
  return [
    {
      name: `${CITIES} cities loaded and in use in turn, to one`,
      ratio: ratioOf(inTurn, byOne),
      floor: 1.1,
      aim: 1,
      better: 'less',
      measured: `${speedOf(inTurn)} against ${speedOf(byOne)}`,
    },
    {
      name: `compiling, each of ${CITIES} cities, to each of ${CITIES / 10}`,
      ratio: many / few,
      floor: 1.1,
      aim: 1,
      better: 'less',
      measured: `${many.toFixed(2)} ms a city against ${few.toFixed(2)} ms`,
    },
  ]
}
