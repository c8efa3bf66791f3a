/** Contribution years before and after July 2021 and in between: complete, to the month and to the fen. N024 to N039. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { flipsOf, type Flips, type Run } from '../../compiler/diff/months/flips.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { faults, textAt } from './region.ts'

const read = (name: string): string => readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8')
const { programs } = compile(
  ['vocabulary.retirement', 'ningbo/employee.retirementYears'].map((name) => ({ name, text: read(name) })),
)
const edition = (name: string): Program => programs.find((each) => each.edition.name === name)!
const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const kinds =
  'deemed basicBefore202107 twoToOne fourToOne transferredBefore202107 basicFrom202107 transferredFrom202107'.split(' ')
const months = (given: Record<string, number>): Record<string, number> =>
  Object.fromEntries(kinds.map((kind) => [kind, given[kind] ?? 0]))

const pairs = [
  ['15年', '20年'],
  ['20年', '衔接期'],
  ['15年', '衔接期'],
] as const

describe.each(pairs)('%s against %s', (from, to) => {
  const [before, after] = [edition(from), edition(to)]
  const comparison = diffPrograms(before, after)
  const outputs = before.output.map(({ path }) => path)

  it('is decided completely, with a case for every region', () => {
    const { complete, limits, regions } = comparison
    expect({ complete, limits }).toEqual({ complete: true, limits: [] })
    for (const { output, witness } of regions) {
      const said = [before, after].map((program) => {
        const result = interpret(program, witness?.input, { isReplay: true })
        return result.ok ? textAt(result.evaluation.output, output) : 'refused'
      })
      expect(said).toEqual([witness?.before, witness?.after])
      expect(said[0]).not.toBe(said[1])
    }
  })

  it('every case lies in the regions of the outputs that differ, by their formulas', () => {
    const month = (): number => (draw(3) === 0 ? 0 : draw(2) === 0 ? draw(300) : 170 + draw(20))
    // Bases of a few fen too, where rounding decides, and such that the lump sums nearly meet.
    const base = (): string => (draw(3) === 0 ? draw(300) / 100 : 2000 + draw(300_000) / 100).toFixed(2)
    for (let at = 0; at < 500; at++) {
      const input = {
        retiredOn: ['2016-01-31', '2016-02-01', '2021-08-01'][draw(3)],
        topUpOn: '2021-08-01',
        levyBaseAtRetirement: base(),
        levyBaseAtTopUp: base(),
        averageWage2007: base(),
        newlyInsuredFrom202107: draw(2) === 0,
        months: months(Object.fromEntries(kinds.map((kind) => [kind, draw(2) === 0 ? 0 : month()]))),
      }
      const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
      if (!first?.ok || !second?.ok) throw new Error('refused')
      const settled = { before: first.evaluation, after: second.evaluation }
      expect(faults(comparison.regions, outputs, settled), JSON.stringify(input)).toEqual([])
    }
  })
})

it('the 20-year rule never credits less and never needs less; the transition never costs more than the 15-year rule', () => {
  const verdict = (from: string, to: string) => diffPrograms(edition(from), edition(to)).verdict
  expect(verdict('15年', '20年')).toMatchObject({
    requiredMonths: 'neverLess',
    creditedMonths: 'neverLess',
    shortfallMonths: 'neverLess',
    // One month is cheaper under the 20-year rule: 90 % of the base and no coefficient.
    topUp: 'mixed',
  })
  expect(verdict('15年', '衔接期')).toMatchObject({ topUp: 'neverMore' })
  // What the choice of the lower one says of the difference is known before any case is looked for.
  const early = diffPrograms(edition('15年'), edition('衔接期'), { isWithoutWitnesses: true })
  expect(early.verdict).toMatchObject({ topUp: 'neverMore' })
})

it('the transition picks the rule that costs less, in names of the policy', () => {
  const { regions } = diffPrograms(edition('20年'), edition('衔接期'))
  const picked = regions.filter(({ output }) => output === 'rule')
  expect(picked.map(({ difference, where }) => ({ difference, where }))).toEqual([
    {
      difference: '20-year → 15-year',
      where: [{ path: 'topUp + ΔtopUp − under15年_topUp', from: '0.01', to: null }],
    },
  ])
})

/** What the documents say of so many months before and from July 2021; 3957 yuan a month, retired from February 2016 on. */
interface Reckoned {
  readonly rule: string
  readonly requiredMonths: number
  readonly creditedMonths: number
  readonly shortfallMonths: number
  /** In fen. */
  readonly topUp: number
}
const halfUp = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d))
function reckoned(old: number, later: number): Readonly<Record<'15年' | '20年' | '衔接期', Reckoned>> {
  const credited = { fifteen: old + later, twenty: Math.ceil((4 * old) / 3) + later }
  const missing = { fifteen: Math.max(0, 180 - credited.fifteen), twenty: Math.max(0, 240 - credited.twenty) }
  // 6.3 % × 73/63 of 395 700 fen is 28 886.1; 6.3 % × 90 % of it 22 436.19; 7.3 % × 90 % of it 25 997.49.
  const fifteen: Reckoned = {
    rule: '15-year',
    requiredMonths: 180,
    creditedMonths: credited.fifteen,
    shortfallMonths: missing.fifteen,
    topUp: halfUp(missing.fifteen * 288_861, 10),
  }
  const twenty: Reckoned = {
    rule: '20-year',
    requiredMonths: 240,
    creditedMonths: credited.twenty,
    shortfallMonths: missing.twenty,
    topUp: halfUp(missing.twenty * 2_243_619, 100),
  }
  const between = { ...twenty, topUp: halfUp(missing.twenty * 2_599_749, 100) }
  return { '15年': fifteen, '20年': twenty, 衔接期: fifteen.topUp < between.topUp ? fifteen : between }
}

const given = {
  label: null,
  input: {
    retiredOn: '2022-01-01',
    topUpOn: '2022-01-10',
    levyBaseAtRetirement: '3957.00',
    levyBaseAtTopUp: '3957.00',
    averageWage2007: '2000.00',
    newlyInsuredFrom202107: false,
    months: months({}),
  },
}
const [old, later] = ['months.basicBefore202107', 'months.basicFrom202107'] as const
const flips = (from: string, to: string): Flips =>
  flipsOf(edition(from), edition(to), given, { axes: [old, later] }) ?? expect.fail('nothing was followed')

/** Up to fifty years of each, and so far beyond where anything still changes. */
const most = 600

describe.each(pairs)('%s against %s, month by month', (from, to) => {
  const { grid, along, checked } = flips(from, to)

  it('says of all 361 201 pairs of months what the documents say', () => {
    const wrong: string[] = []
    for (const { output, rows } of grid!.outputs) {
      for (const row of rows)
        for (let y = row.from; y <= Math.min(row.to ?? most, most); y++)
          for (const run of row.runs)
            for (let x = run.from; x <= Math.min(run.to ?? most, most); x++) {
              const both = reckoned(x, y)
              const [was, is] = [both[from], both[to]].map((each) => each[output as keyof Reckoned])
              const said =
                was === is
                  ? 'same'
                  : typeof was === 'number' && typeof is === 'number'
                    ? is > was
                      ? 'more'
                      : 'less'
                    : `${was} → ${is}`
              if (said !== run.is) wrong.push(`${output} ${x} ${y}: ${said}, not ${run.is}`)
            }
      expect(covered(rows)).toBe((most + 1) ** 2)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(grid?.outputs.map(({ output }) => output)).toEqual(edition(from).output.map(({ path }) => path))
  })

  it('says along each kind of months what it says of the pairs, and has settled them', () => {
    for (const [path, runsIn] of [
      [old, (output: string) => rowsOf(grid, output)[0]!.runs],
      [later, (output: string) => rowsOf(grid, output).map((row) => ({ ...row, is: row.runs[0]!.is }))],
    ] as const) {
      const line = along.find((each) => each.path === path || each.alike.includes(path))
      for (const { output, runs } of line!.outputs) expect(textOf(joined(runsIn(output)))).toBe(textOf(runs))
    }
    // 240 months of each kind that counts one for one at the least, 720 of those of which four count as one.
    expect(checked).toBeGreaterThan(240 * 4)
  })
})

const rowsOf = (grid: Flips['grid'], output: string) => grid!.outputs.find((each) => each.output === output)!.rows
const textOf = (runs: readonly Run[]): string => runs.map(({ from, to, is }) => `${from}–${to ?? ''} ${is}`).join(', ')
const joined = (runs: readonly Run[]): readonly Run[] =>
  runs.reduce<readonly Run[]>((kept, run) => {
    const last = kept.at(-1)
    return last?.is === run.is ? [...kept.slice(0, -1), { ...last, to: run.to }] : [...kept, run]
  }, [])
/** How many pairs the rows speak of, up to the most. */
function covered(rows: ReturnType<typeof rowsOf>): number {
  const length = ({ from, to }: { readonly from: number; readonly to: number | null }): number =>
    Math.max(0, Math.min(to ?? most, most) - from + 1)
  return rows.reduce((sum, row) => sum + length(row) * row.runs.reduce((inner, run) => inner + length(run), 0), 0)
}

it('the missing months differ for 21 657 of 361 201 pairs, (0, 0) being the first: 180 against 240', () => {
  const differing: { readonly x: number; readonly y: number; readonly by: number }[] = []
  for (let y = 0; y <= most; y++)
    for (let x = 0; x <= most; x++) {
      const { '15年': fifteen, '20年': twenty } = reckoned(x, y)
      if (fifteen.shortfallMonths !== twenty.shortfallMonths)
        differing.push({ x, y, by: twenty.shortfallMonths - fifteen.shortfallMonths })
    }
  expect(differing).toHaveLength(21_657)
  expect(differing[0]).toEqual({ x: 0, y: 0, by: 60 })
  expect(differing.every(({ by }) => by > 0 && by <= 60)).toBe(true)
  const rows = rowsOf(flips('15年', '20年').grid, 'shortfallMonths')
  const more = rows.map((row) => ({ ...row, runs: row.runs.filter(({ is }) => is === 'more') }))
  expect(covered(more)).toBe(21_657)
})

it('up to 177 months before July 2021, and none after, the transition picks the 15-year rule, from 178 on the 20-year rule', () => {
  // 177: 3 × 288.861 = 866.58 against 4 × 259.9749 = 1039.90. 178: 577.72 against 2 × 259.9749 = 519.95.
  const line = flips('20年', '衔接期').along.find(({ path, alike }) => [path, ...alike].includes(old))
  expect(line?.outputs.find(({ output }) => output === 'rule')?.runs).toEqual([
    { from: 0, to: 177, is: '20-year → 15-year' },
    { from: 178, to: null, is: 'same' },
  ])
})
