/** Whether a case lies where conditions say, by what its names came to; worked out by hand. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { Graph, type Form, type Source } from '../../compiler/diff/exact/linear/forms.ts'
import { isInside } from '../../compiler/diff/exact/witnesses/inside.ts'
import { Alike } from '../../compiler/diff/exact/ways/alike.ts'
import { Memory } from '../../compiler/diff/exact/ways/memory.ts'
import { sidesOf } from '../../compiler/diff/exact/ways/resolved.ts'
import type { Symbolic } from '../../compiler/diff/exact/ways/symbolic.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { ofInteger } from '../../runtime/rational.ts'
import { smallInput, smallPolicy } from '../random/small.ts'

function program(...rules: readonly string[]): Program {
  const { programs, problems } = compile(smallPolicy(['基金 fund 金额'], rules.map((rule) => `  ${rule}`).join('\n')))
  return programs[0] ?? expect.fail(JSON.stringify(problems))
}
const idOf = ({ definitions }: Program, name: string): string =>
  definitions.find(({ label }) => label === name)?.id ?? expect.fail(name)

describe('a condition on a case', () => {
  const programs = [
    program('基金 是指 半数', '半数 是指 50% × 总额 四舍五入到分'),
    program('基金 是指 半数', '半数 是指 60% × 总额 四舍五入到分'),
  ] as const
  // Of 10 yuan 500 fen before and 600 after.
  const settled = programs.map((each) => interpret(each, smallInput({ total: '10.00' }), { isReplay: true }))
  const [before, after] = settled.map((each) => (each.ok ? each.evaluation : expect.fail('refused')))
  const graph = new Graph()
  const variable = (name: string, source: Source): Form =>
    graph.variable(name, source, true, true, { least: null, most: null })
  const half = idOf(programs[0], '半数')
  const [name, change, total] = [variable(half, 'name'), variable(half, 'change'), variable('case.total', 'input')]
  const inputs = new Map([[total.terms[0]![0], ofInteger(1000)]])
  const holds = (...conditions: readonly Form[]): boolean =>
    isInside(conditions, { before: before!, after: after! }, programs, inputs, graph)
  const above = (form: Form, fen: number): Form => graph.plus(form, ofInteger(-fen))
  const below = (form: Form, fen: number): Form => graph.scale(above(form, fen), ofInteger(-1))

  it.each<readonly [string, Form, number]>([
    ['a name is what it is before', name, 500],
    ['a change is what it is more after', change, 100],
    ['an input is what is given', total, 1000],
    // 500 + 3 × 100 − 1000
    ['a sum of them', graph.subtract(graph.add(name, change, ofInteger(3)), total), -200],
    ['what is above zero in it', graph.positive(above(name, 450)), 50],
  ])('%s', (_, form, fen) => {
    expect([holds(above(form, fen)), holds(above(form, fen + 1))]).toEqual([true, false])
    expect([holds(below(form, fen)), holds(below(form, fen - 1))]).toEqual([true, false])
  })

  it('all have to hold; one of what is not known is taken to', () => {
    const unknown: readonly Source[] = ['total', 'element', 'opaque']
    for (const source of unknown) {
      const form = graph.subtract(above(name, 501), variable('list', source))
      expect(holds(form)).toBe(true)
      expect(holds(form, above(name, 501))).toBe(false)
    }
    expect(holds(above(variable('nothing', 'name'), 1), above(variable('nothing', 'change'), 1))).toBe(true)
    expect(holds(above(variable('case.other', 'input'), 1))).toBe(true)
    expect(holds(above(name, 500), above(change, 101))).toBe(false)
    expect(holds()).toBe(true)
  })

  it('a name that only one has is what it is there', () => {
    const own = program('基金 是指 三成', '三成 是指 30% × 总额 四舍五入到分')
    const result = interpret(own, smallInput({ total: '10.00' }), { isReplay: true })
    const third = variable(idOf(own, '三成'), 'name')
    const is = (form: Form): boolean =>
      isInside(
        [form],
        { before: before!, after: result.ok ? result.evaluation : null },
        [programs[0], own],
        inputs,
        graph,
      )
    expect([is(above(third, 300)), is(above(third, 301))]).toEqual([true, false])
    // It has no change, since it has no value before.
    expect(is(above(variable(idOf(own, '三成'), 'change'), 1))).toBe(true)
  })

  it('a case that is refused lies anywhere', () => {
    const never = [above(name, 501)]
    expect(isInside(never, { before: before!, after: null }, programs, inputs, graph)).toBe(true)
    expect(isInside(never, { before: null, after: after! }, programs, inputs, graph)).toBe(true)
  })
})

describe('two programs say the same', () => {
  const first = program('基金 是指 甲 × 乙 四舍五入到分', '甲 是指 50%', '乙 是指 丙 + 总额', '丙 是指 1元')
  const second = program('基金 是指 甲 × 乙 四舍五入到分', '甲 是指 50%', '乙 是指 丙 + 总额', '丙 是指 2元')
  const alike = (before: Program, after: Program) => {
    const sides = sidesOf(before, after)
    const table = new Alike(sides, new Memory())
    const valueOf = (side: 0 | 1, name: string) =>
      sides[side].definitions.get(idOf(sides[side].program, name))?.value ?? expect.fail(name)
    return (name: string, values: Readonly<Record<string, readonly [Symbolic, Symbolic]>> = {}): boolean =>
      table.isAlike(valueOf(0, name), valueOf(1, name), (id) => {
        const pair = Object.entries(values).find(([label]) => idOf(before, label) === id)?.[1]
        return pair && { values: pair }
      })
  }
  const number = (value: number): Symbolic => ({
    kind: 'known',
    value: { kind: 'exact', exact: ofInteger(value) },
  })

  it('in words, of names that say the same all the way down', () => {
    const is = alike(first, second)
    expect([is('甲'), is('丙'), is('乙'), is('基金')]).toEqual([true, false, false, false])
    const same = alike(first, first)
    expect([same('甲'), same('丙'), same('乙'), same('基金')]).toEqual([true, true, true, true])
  })

  it('wherever it stands in a file', () => {
    const moved = program('丙 是指 1元', '甲 是指 50%', '基金 是指 甲 × 乙 四舍五入到分', '乙 是指 丙 + 总额')
    const is = alike(first, moved)
    expect([is('甲'), is('丙'), is('乙'), is('基金')]).toEqual([true, true, true, true])
  })

  it('or of names that come to the same on the way', () => {
    const is = alike(first, second)
    expect(is('乙', { 丙: [number(1), number(1)] })).toBe(true)
    expect(is('乙', { 丙: [number(1), number(2)] })).toBe(false)
    // 丙 is not asked where 乙 is known.
    expect(is('基金', { 乙: [number(1), number(1)] })).toBe(true)
    expect(is('基金', { 甲: [number(1), number(1)] })).toBe(false)
    expect(alike(first, first)('乙', { 丙: [number(1), number(2)] })).toBe(false)
  })
})
