/** A bill of items: every line by the catalogue, and the rest as if the four figures had been given. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { outcome, runCode, type Settle } from '../typescript/generated.ts'
import { byHand } from './decision.ts'

const name = 'ningbo.employee.settle'
const folder = join(import.meta.dirname, '..', '..', 'policies')
const visit = {
  kind: 'inpatient',
  tier: 'tertiary',
  place: '330200',
  emergency: false,
  admittedOn: '2023-03-01',
  settledOn: '2023-03-10',
}
const base = {
  person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  visit,
  filings: [],
  yearToDate: {
    inpatientEligible: '0.00',
    deductiblePaid: '0.00',
    outpatientSelfPaid: '0.00',
    criticalIllnessBase: '0.00',
    currentAccount: '0.00',
  },
}
const item = (code: string, amount: string) => ({ code: `SAMPLE-${code}`, amount })
const at = (place: string, day = '2023-03-10') => ({ ...visit, place, admittedOn: day, settledOn: day })

byHand(name, base, [
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
    given: { visit: at('330200', '2023-06-30'), items: [item('V01', '60.10')] },
    why: 'the last day of the old row: 5% of 60.10 is 3.005, 3.01',
    expect: { total: '60.10', overLimit: '0.00', firstPay: '3.01', eligible: '57.09' },
  },
  {
    given: { visit: at('330200', '2023-07-01'), items: [item('V01', '60.10')] },
    why: 'the first day of its successor: over 50 10.10, 3% of 50 is 1.50',
    expect: { total: '60.10', overLimit: '10.10', firstPay: '1.50', eligible: '48.50' },
  },
  {
    given: { visit: at('330100'), items: [item('B01', '100.00'), item('Z01', '100.00')] },
    why: 'Hangzhou is in the province of the insured: its own catalogue, 1% and 1%',
    expect: { setting: 'inProvince', ownExpense: '0.00', firstPay: '2.00', eligible: '198.00' },
  },
  {
    given: {
      visit: at('310115'),
      items: [item('B01', '100.00'), item('B07', '100.00'), item('C01', '100.00'), item('Z01', '100.00')],
    },
    why: 'in Shanghai 3% of the first, the second is 丙, the third 甲, and the one that only Zhejiang has is own expense',
    expect: { setting: 'temporary', ownExpense: '200.00', firstPay: '3.00', eligible: '197.00' },
  },
  {
    given: {
      visit: at('320500'),
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
])

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
  readFileSync(join(folder, 'catalogue', `${province}.sample.csv`), 'utf8')
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

const yuan = (fen: number): string => (fen / 100).toFixed(2)

function costsOf(items: readonly { code: string; fen: number }[], place: string, day: string) {
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
  return Object.fromEntries(Object.entries(sums).map(([key, fen]) => [key, yuan(fen)]))
}

describe('items say what the figures of the bill would', () => {
  const group = loadDecision(folder, name)
  const { programs } = compileGroup(group)
  const program = programs.find(({ edition }) => edition.name === '2023')!
  let generated: Settle
  beforeAll(async () => {
    const built = await javaScriptFiles(programs, group, 'out')
    generated = await runCode(built.find((file) => file.name === `${name}.js`)?.text ?? '', 'settle')
  })
  const settled = (input: unknown): unknown => {
    const result = interpret(program, input)
    return result.ok ? result.evaluation.output : result.issues
  }

  it('on any bill, anywhere, on any day', () => {
    const line = fc.record({
      code: fc.constantFrom(...new Set(rows.map(({ code }) => code)), 'SAMPLE-X99'),
      fen: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_000_000 })),
    })
    const day = fc.constantFrom('2023-01-01', '2023-06-30', '2023-07-01', '2023-12-31')
    const place = fc.constantFrom('330200', '330281', '330106', '310104', '320100', '440300')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), place, day, (lines, where, on) => {
        const items = lines.map(({ code, fen }) => ({ code, amount: yuan(fen) }))
        const visited = { ...base, visit: at(where, on) }
        const byItems = settled({ ...visited, items })
        expect(byItems).toEqual(settled({ ...visited, costs: costsOf(lines, where, on) }))
        expect(outcome(generated, { ...visited, items })).toEqual(byItems)
      }),
      { numRuns: 300 },
    )
  })

  const costs = { total: '1', ownExpense: '0', overLimit: '0', firstPay: '0' }
  it.each([
    ['neither', {}, 'costs', 'none'],
    ['both', { costs, items: [] }, 'items', 'both'],
  ])('refuses %s of the two', (_, given, path, found) => {
    const refused = [{ code: 'not-one-of', path, value: null, facts: { keys: ['costs', 'items'], found } }]
    expect(settled({ ...base, ...given })).toEqual(refused)
    expect(outcome(generated, { ...base, ...given })).toEqual(refused)
  })
})
