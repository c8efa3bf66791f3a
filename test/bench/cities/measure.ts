import { isDeepStrictEqual } from 'node:util'
import type * as library from '../../../compiler/index.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import { seededRandom } from '../../ningbo/bills.ts'
import { bundled } from '../bundled.ts'
import type { Figure } from '../figure.ts'
import { asTexts, settlementAsTexts, type Settlement } from '../inpatient/bill.ts'
import { randomBill } from '../inpatient/random.ts'
import { processorTime, ratioOf, settling, speedOf, takeTurns } from '../protocol.ts'
import { cities } from './cities.ts'
import { loadTogether } from './load.ts'

const CITIES = 1000
const BILLS = 20_000
/** So many of them are busy, in turn, each for so many bills. */
const BUSY = 20
const STRETCH = 2000

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
  const [alone] = await loadTogether(programs.slice(0, 1))
  const settle = await loadTogether(programs)
  const random = seededRandom(7)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  for (const [city, program] of programs.entries()) {
    for (const bill of bills.slice(city, city + 3)) {
      const interpreted = interpret(program, asTexts(bill))
      const settled = settlementAsTexts(settle[city]!(bill) as Settlement)
      const expected = interpreted.ok && { ...interpreted.evaluation.output, policy: 'inpatient' }
      if (!isDeepStrictEqual(settled, expected)) {
        throw new Error(`city ${city} differs on ${JSON.stringify(bill)}`)
      }
    }
    for (const bill of bills.slice(0, 100)) settle[city]!(bill)
  }
  const busy = Array.from({ length: BUSY }, (_, index) => settle[(index * CITIES) / BUSY]!)
  let turn = 0
  const inTurn = await settling(bills, (bill) => busy[Math.floor(turn++ / STRETCH) % BUSY]!(bill))
  const byOne = await settling(bills, (bill) => (turn++ < 0 ? null : alone!(bill)))
  for (let count = 0; count < BUSY * 20_000; count += BILLS) await inTurn.run(BILLS)
  await takeTurns([byOne, inTurn], { milliseconds: 200 })
  return [
    {
      name: `one of ${CITIES} cities that are loaded, to one that is loaded alone`,
      ratio: ratioOf(inTurn, byOne),
      floor: 1.1,
      aim: 1,
      better: 'less',
      measured: `all have settled bills; ${BUSY} of them in turn, ${STRETCH} bills each: ${speedOf(inTurn)} against ${speedOf(byOne)}`,
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
