/** Bills of items: worked out by hand, and what their four figures are, by the sample catalogues read anew. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Costs, Visit } from './bill.ts'
import { baseBill, type Expected } from './hand/hand-bill.ts'

const folder = join(import.meta.dirname, '..', '..', 'policies', 'catalogue')

/** A line of a bill, its amount in yuan. */
export interface Item {
  readonly code: string
  readonly amount: string
}
export interface ItemBill {
  readonly given: { readonly visit?: Visit; readonly items: readonly Item[] }
  readonly why: string
  readonly expect: Expected
}

const visit: Visit = { ...baseBill.visit, admittedOn: '2023-03-01' }
/** A bill without its figures. */
export const itemsBase = { person: baseBill.person, visit, filings: [], yearToDate: baseBill.yearToDate }

const item = (code: string, amount: string): Item => ({ code: `SAMPLE-${code}`, amount })
/** A visit of one day elsewhere. */
export const visitAt = (place: string, day = '2023-03-10'): Visit => ({
  ...visit,
  place,
  admittedOn: day,
  settledOn: day,
})

export const handItemBills: readonly ItemBill[] = [
  {
    given: {
      items: [
        item('A01', '5000.00'),
        item('A02', '100.00'),
        item('B01', '33.33'),
        item('B03', '33.35'),
        item('B05', '0.10'),
        item('B07', '200.00'),
        item('M01', '2500.00'),
        item('V01', '60.10'),
        item('V02', '10.00'),
        item('C01', '88.88'),
        item('X99', '10.01'),
      ],
    },
    why: `甲 5000; 甲 over 80: 20; 1% of 33.33: 0.33; 3% of 33.35: 1.0005, 1.00; 5% of 0.10: 0.005, 0.01; over 120: 80,
      3% of 120: 3.60; over 2000: 500, 5% of 2000: 100; until June 5% of 60.10: 3.005, 3.01; out of the catalogue since
      2023, 丙, and in no catalogue: 10 + 88.88 + 10.01. The fund: (7218.93 - 1200) x 80% = 4815.144`,
    expect: {
      total: '8035.77',
      ownExpense: '108.89',
      overLimit: '600.00',
      firstPay: '107.95',
      eligible: '7218.93',
      fund: '4815.14',
    },
  },
  {
    given: { items: [item('C02', '60.00'), item('A01', '40.00')] },
    why: 'what is 丙 is own expense, whatever its limit of 50',
    expect: { total: '100.00', ownExpense: '60.00', overLimit: '0.00', firstPay: '0.00', eligible: '40.00' },
  },
  {
    given: { visit: visitAt('330200', '2023-06-30'), items: [item('V01', '60.10')] },
    why: 'the last day of the old row: 5% of 60.10 is 3.005, 3.01',
    expect: { total: '60.10', overLimit: '0.00', firstPay: '3.01', eligible: '57.09' },
  },
  {
    given: { visit: visitAt('330200', '2023-07-01'), items: [item('V01', '60.10')] },
    why: 'the first day of its successor: over 50 10.10, 3% of 50 is 1.50',
    expect: { total: '60.10', overLimit: '10.10', firstPay: '1.50', eligible: '48.50' },
  },
  {
    given: { visit: visitAt('330100'), items: [item('B01', '100.00'), item('Z01', '100.00')] },
    why: 'Hangzhou is in the province of the insured: its own catalogue, 1% and 1%',
    expect: { setting: 'inProvince', ownExpense: '0.00', firstPay: '2.00', eligible: '198.00' },
  },
  {
    given: {
      visit: visitAt('310115'),
      items: [item('B01', '100.00'), item('B07', '100.00'), item('C01', '100.00'), item('Z01', '100.00')],
    },
    why: 'in Shanghai 3% of the first, the second is 丙, the third 甲, and the one that only Zhejiang has is own expense',
    expect: { setting: 'temporary', ownExpense: '200.00', firstPay: '3.00', eligible: '197.00' },
  },
  {
    given: {
      visit: visitAt('320500'),
      items: [item('B01', '100.00'), item('B03', '100.00'), item('C01', '100.00'), item('A02', '100.00')],
    },
    why: 'in Jiangsu 5% of the first and the third, the second is 甲, and the fourth is within its limit of 100',
    expect: { ownExpense: '0.00', overLimit: '0.00', firstPay: '10.00', eligible: '390.00' },
  },
  {
    given: { items: [] },
    why: 'a bill without lines is a bill of nothing',
    expect: { total: '0.00', eligible: '0.00', fund: '0.00', cash: '0.00' },
  },
]

interface Row {
  readonly code: string
  readonly province: string
  readonly isOutside: boolean
  /** In tenths of a per cent, and in fen. */
  readonly share: number
  readonly ceiling: number
  readonly from: string
  readonly until: string
}

/** The catalogues read anew: no cell that matters here stands in quotes. */
const rows = ['zhejiang', 'jiangsu', 'shanghai'].flatMap((province) =>
  readFileSync(join(folder, `${province}.sample.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Row => {
      const cells = line.replaceAll(/"[^"]*"/g, '').split(',')
      const [place = '', code = '', , kind = '', share = '', ceiling = '', , from = '', until = ''] = cells
      return {
        code,
        province: place.slice(0, 2),
        isOutside: kind === '丙类',
        share: Number(share.replace('%', '')) * 10,
        ceiling: ceiling === '' ? Infinity : Math.round(Number(ceiling) * 100),
        from,
        until: until || '9999',
      }
    }),
)

/** Fen as yuan. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** The four figures of a bill of these lines, at a place on a day. */
export function costsOf(
  items: readonly { readonly code: string; readonly fen: number }[],
  place: string,
  day: string,
): Costs {
  const sums = { total: 0, ownExpense: 0, overLimit: 0, firstPay: 0 }
  for (const { code, fen } of items) {
    const row = rows.find(
      (each) => each.code === code && place.startsWith(each.province) && each.from <= day && day <= each.until,
    )
    const isOutside = !row || row.isOutside
    const over = isOutside ? 0 : Math.max(0, fen - row.ceiling)
    sums.total += fen
    sums.ownExpense += isOutside ? fen : 0
    sums.overLimit += over
    sums.firstPay += isOutside ? 0 : Math.floor(((fen - over) * row.share * 2 + 1000) / 2000)
  }
  const { total, ownExpense, overLimit, firstPay } = sums
  return { total: yuan(total), ownExpense: yuan(ownExpense), overLimit: yuan(overLimit), firstPay: yuan(firstPay) }
}

/** Every code of the catalogues, and one that none of them has. */
export const itemCodes: readonly string[] = [...new Set(rows.map(({ code }) => code)), 'SAMPLE-X99']
