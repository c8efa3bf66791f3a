/** Places that are worth looking at, against all that there are of a few digits. */
import { expect, it } from 'vitest'
import { Places } from '../../compiler/diff/exact/witnesses/places.ts'
import type { Expr, Place } from '../../compiler/program/program.ts'
import { areaPrefix, isRegion, liesIn, widen } from '../../runtime/region.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)
const pick = <Of>(all: readonly Of[]): Of => all[draw(all.length)]!

const digits = ['00', '01', '02', '03']
const codes = ['11', '33', '44', '50'].flatMap((province) =>
  digits.flatMap((prefecture) =>
    digits.flatMap((county) =>
      // No county of no prefecture.
      prefecture === '00' && county !== '00' ? [] : [`${province}${prefecture}${county}`],
    ),
  ),
)

const at: Place = { file: 'places.policy', start: 0, end: 0 }
const type = { kind: 'region' } as const
const area = (prefix: string): Expr => ({ kind: 'constant', value: { kind: 'region', prefix }, type, at })
const input = (path: string): Expr => ({ kind: 'input', path, type, at })
const inside = (place: Expr, of: Expr): Expr => ({ kind: 'liesIn', place, area: of, type: { kind: 'boolean' }, at })

it('any place is like one of them, to rules that name areas and compare places', () => {
  for (let round = 0; round < 60; round++) {
    const areas = Array.from({ length: draw(4) }, () => pick(codes).slice(0, pick([2, 4, 6])))
    const isWhole = draw(2) === 0
    const conditions = areas.map((prefix) => inside(input('one'), area(prefix)))
    const places = new Places(isWhole ? [...conditions, inside(input('one'), input('other'))] : conditions)
    const others = Array.from({ length: draw(3) }, () => pick(codes))
    const candidates = places.candidates(others)
    for (const each of candidates) expect(isRegion(each)).toBe(true)
    expect(new Set(candidates).size).toBe(candidates.length)
    /** All that a rule can ask of a place. */
    const asked = (place: string): string =>
      [
        ...areas.map((prefix) => liesIn(place, areaPrefix(prefix))),
        ...others.map((other) => widen(place, 'province') === widen(other, 'province')),
        ...others.map((other) => widen(place, 'prefecture') === widen(other, 'prefecture')),
        ...(isWhole ? others.flatMap((other) => [liesIn(place, other), liesIn(other, place)]) : []),
      ].join(' ')
    const answered = new Set(candidates.map(asked))
    for (const code of codes)
      expect(answered, `${code} of ${areas.join(' ')}, ${others.join(' ')}`).toContain(asked(code))
  }
})

it('of a place that is not told apart from any there is one', () => {
  expect(new Places([]).candidates([])).toHaveLength(1)
  // In the province and out of it.
  expect(new Places([inside(input('one'), area('33'))]).candidates([])).toEqual(['330000', '110100'])
  expect(new Places([inside(input('one'), area('3302'))]).candidates([])).toEqual(['330200', '330100', '110100'])
  // Whether it is the prefecture itself or a county in it is told only where counties are.
  expect(new Places([inside(input('one'), area('330203'))]).candidates([])).toEqual(
    expect.arrayContaining(['330203', '330200', '330201', '330100', '110100']),
  )
})
