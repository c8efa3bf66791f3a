/**
 * Random bills of the contract's shape that lie where settlements go wrong: on every edge and a fen beside it, on
 * half fens, on the days when something begins or ends.
 *
 * A bill is built from a row of small choices, and choice 0 is always the plainest. `bill` lets fast-check draw the
 * row, so that a failing bill shrinks to a plain one; `randomBill` draws it from any source of random numbers and is
 * fast enough for loops of 100 000.
 */
import fc from 'fast-check'
import type { Bill, Filing, FilingKind, Kind, Status, Tier } from './bill.ts'

/** Draws one of `options` choices: an integer from 0 to `options - 1`. */
type Draw = (options: number) => number

/** More choices than any bill draws; what is left over is ignored. */
const rowLength = 90

/** An arbitrary bill for fast-check. */
export const bill: fc.Arbitrary<Bill> = fc
  .array(fc.nat(), { minLength: rowLength, maxLength: rowLength })
  .map((row) => billFrom(drawFromRow(row)))

/** A random bill; `random` gives numbers from 0 up to but not including 1, as `Math.random` does. */
export function randomBill(random: () => number): Bill {
  return billFrom((options) => Math.floor(random() * options))
}

/** A source of random numbers that gives the same ones again for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function drawFromRow(row: readonly number[]): Draw {
  let next = 0
  return (options) => (row[next++] ?? 0) % options
}

const statuses: readonly Status[] = ['active', 'retired']
const kinds: readonly Kind[] = ['inpatient', 'outpatient', 'specialOutpatient', 'homeBed']
const tiers: readonly Tier[] = ['tertiary', 'secondary', 'primary', 'community']
const filingKinds: readonly FilingKind[] = ['referral', 'longTermResidence', 'temporary']

const homePlaces: readonly string[] = ['330200', '330281', '330203']

/** The rest of the province, the six places that are filed as a whole, and prefectures elsewhere. */
const places: readonly string[] = [
  '310000 330100 320600 330000 330782 310115 310104 110000 110105 120000 120101 460100 469001 500000 500101 500229',
  '540100 540200 320100 320681 429004 429005 440300',
].flatMap((codes) => codes.split(' '))

/** Yuan at which some table of the document changes: deductibles, self-pay segments, bands, critical illness. */
const edges: readonly number[] = [1200, 600, 300, 900, 35_000, 70_000, 5_000, 20_000, 500_000]
const criticalIllnessEdges: readonly number[] = [5_000, 20_000, 500_000]

/** Days on which the year turns, home beds lose their deductible, or February ends. */
const turningDays: readonly string[] =
  '2023-03-10 2023-01-01 2023-01-02 2023-01-31 2023-02-01 2023-02-28 2023-03-01 2023-06-30 2023-12-31'.split(' ')

function billFrom(draw: Draw): Bill {
  const kind = pick(draw, kinds)
  const tier = pick(draw, tiers)
  const status = pick(draw, statuses)
  const place = pick(draw, pick(draw, [homePlaces, places, places, places]))
  const settledOn = draw(2) === 0 ? pick(draw, turningDays) : addDays('2023-01-01', draw(365))
  const isSameDay = kind === 'outpatient' || kind === 'specialOutpatient'
  const admittedOn = isSameDay ? settledOn : admission(draw, settledOn)
  const emergency = draw(4) === 1
  const specialDiseaseFiled = draw(4) === 1
  const birthDate = birth(draw, settledOn)
  const filings = Array.from({ length: draw(4) }, () => filing(draw, place, admittedOn, settledOn))

  // Amounts are in fen from here on.
  const inpatientEligible = pick(draw, [0, near(draw, 35_000_00), near(draw, 70_000_00), draw(120_000_00), draw(2_000)])
  const deductiblePaid = pick(draw, [0, near(draw, 300_00), near(draw, 600_00), near(draw, 1200_00), draw(1300_00)])
  const outpatientSelfPaid = pick(draw, [0, near(draw, 900_00), near(draw, 600_00), near(draw, 300_00), draw(950_00)])
  const criticalIllnessBase = pick(draw, [0, near(draw, pick(draw, criticalIllnessEdges) * 100), draw(600_000_00)])
  const currentAccount = pick(draw, [0, 1, 280_00, draw(3660_00)])

  const deductibleLeft = Math.max(0, pick(draw, [1200_00, 600_00, 300_00]) - deductiblePaid)
  const limitLeft = Math.max(0, pick(draw, [900_00, 600_00, 300_00]) - outpatientSelfPaid)
  const tie = draw(5_000) * 20 + 10 // 75, 85 and 95 % of it end in half a fen
  const eligible = pick(draw, [
    draw(100_000_00),
    near(draw, 0),
    near(draw, pick(draw, edges) * 100),
    near(draw, deductibleLeft),
    near(draw, Math.max(0, 35_000_00 - inpatientEligible)),
    near(draw, Math.max(0, 70_000_00 - inpatientEligible)),
    near(draw, currentAccount),
    near(draw, currentAccount + limitLeft),
    deductibleLeft + tie,
    currentAccount + limitLeft + tie,
    draw(2_000_00),
    draw(1_000_000_000),
  ])
  const ownExpense = pick(draw, [0, 0, near(draw, 100_00), draw(20_000_00)])
  const overLimit = pick(draw, [0, 0, near(draw, 100_00), draw(20_000_00)])
  const untilEdge = Math.max(0, pick(draw, criticalIllnessEdges) * 100 - criticalIllnessBase)
  const firstPay = pick(draw, [0, 0, near(draw, untilEdge), draw(10_000_00)])

  return {
    person: { status, birthDate, specialDiseaseFiled },
    visit: { kind, tier, place, emergency, admittedOn, settledOn },
    filings,
    costs: {
      total: yuan(eligible + ownExpense + overLimit + firstPay),
      ownExpense: yuan(ownExpense),
      overLimit: yuan(overLimit),
      firstPay: yuan(firstPay),
    },
    yearToDate: {
      inpatientEligible: yuan(inpatientEligible),
      deductiblePaid: yuan(deductiblePaid),
      outpatientSelfPaid: yuan(outpatientSelfPaid),
      criticalIllnessBase: yuan(criticalIllnessBase),
      currentAccount: yuan(currentAccount),
    },
  }
}

/** The day of admission: the same day, some days or months before, in the year before, or around a 29 February. */
function admission(draw: Draw, settledOn: string): string {
  const day = pick(draw, [settledOn, settledOn, settledOn, '2022-12-31', '2022-02-28', '2021-02-28'])
  return addDays(day, pick(draw, [0, -1, day === settledOn ? -9 : 1, -draw(400)]))
}

/** The day of birth: around the 45th and the 70th birthday at settlement, or far from both. */
function birth(draw: Draw, settledOn: string): string {
  const birthday = addDays(addYears(settledOn, pick(draw, [-45, -70])), pick(draw, [0, 1, -1]))
  return pick(draw, ['1980-05-01', birthday, birthday, '1972-02-29', '1950-12-31'])
}

/** A filing for the place of care or beside it, that begins, ends and was made around the days that matter. */
function filing(draw: Draw, place: string, admittedOn: string, settledOn: string): Filing {
  const region = pick(draw, [place, `${place.slice(0, 2)}0000`, `${place.slice(0, 4)}00`, pick(draw, places)])
  const from = pick(draw, [
    addDays(pick(draw, [admittedOn, addYears(admittedOn, -1)]), pick(draw, [0, -1, 1, -draw(400)])),
    pick(draw, ['2020-02-29', '2022-02-28', '2022-03-01', addYears(settledOn, -1)]),
  ])
  const lastDay = addDays(pick(draw, [admittedOn, settledOn, addYears(from, 1)]), pick(draw, [0, -1, 1]))
  const until = pick(draw, [null, lastDay, lastDay])
  const madeOn = addDays(pick(draw, [from, settledOn, admittedOn]), pick(draw, [0, 1, -1]))
  return { kind: pick(draw, filingKinds), region, from, until, madeOn }
}

function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw(list.length)] as T
}

/** The amount itself, or one fen beside it. */
function near(draw: Draw, amount: number): number {
  return Math.max(0, amount + pick(draw, [0, 1, -1]))
}

function yuan(amount: number): string {
  return (amount / 100).toFixed(2)
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day in another year; 29 February gives 28 where there is none. */
function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const monthAndDay = date.slice(4) === '-02-29' && !isLeap ? '-02-28' : date.slice(4)
  return `${year}${monthAndDay}`
}
