import { describe, expect, it } from 'vitest'
import { withValue } from '../../compiler/diff/with-value.ts'
import { interpret } from '../../compiler/index.ts'
import { outputAt } from '../../compiler/interpret/evaluation.ts'
import { curve } from '../../playground/worker/curve.ts'
import { openSide } from '../../playground/worker/sides.ts'
import { ningboCase, side, stateWith } from './worker-state.ts'

const ningbo = side('ningbo.employee.settle@2023')
const outputs = ['fund', 'criticalIllness', 'person']
const asked = { sides: [ningbo], input: ningboCase, path: 'costs.total', outputs, language: 'zh' } as const

describe('a curve', () => {
  const state = stateWith()
  const found = curve.curves(state, asked)
  if (!found.ok) throw new Error(JSON.stringify(found))
  const drawn = found.outputs

  it('goes, where nothing is chosen, along the total cost and shows fund, critical illness and person', () => {
    const choices = curve.curveChoices(state, { side: ningbo, language: 'zh' })
    if (!choices.ok) throw new Error(JSON.stringify(choices))
    expect(choices.along.filter(({ isUsual }) => isUsual).map(({ path }) => path)).toEqual(['costs.total'])
    expect(choices.outputs.filter(({ isUsual }) => isUsual).map(({ path }) => path)).toEqual(outputs)
    expect(choices.input).toMatchObject({ visit: {} })
  })

  // 1200 yuan deductible; bands of the fund at 3.5 and 7 wan yuan of the year's costs (N101, benefits.policy). Of what is
  // borne alone 5000 yuan are free: 1200 + 20% of the rest is 5000 at 20 200. See the ledger by hand in test/ningbo.
  it('turns where the policy says, and names the rule', () => {
    const fund = drawn.find(({ path }) => path === 'fund')
    expect(fund?.points.map(({ fromText, rules }) => [fromText, rules.map(({ label }) => label)])).toEqual([
      ['0', []],
      ['1200', ['本次起付线']],
      ['35 000', ['个人自付比例']],
      ['70 000', ['个人自付比例']],
    ])
    const [rule] = fund?.points[2]?.rules ?? []
    const text = state.workspace.files().find(({ name }) => name === rule?.place?.file)?.text
    expect(text?.slice(rule?.place?.span.start, rule?.place?.span.end)).toContain('3.5万元—7万元（含）')
    const illness = drawn.find(({ path }) => path === 'criticalIllness')
    expect(illness?.points[1]).toMatchObject({ fromText: '20 200', rules: [{ label: '大病支付比例' }] })
  })

  it('is what the interpreter settles at, just before and just after each breakpoint', () => {
    const opened = openSide(state, ningbo, 'zh')
    if (!opened.ok) throw new Error('no policy')
    const { program } = opened.version
    const settledAt = (amount: number): ReadonlyMap<string, number> => {
      const input = withValue(ningboCase, ['costs', 'total'], amount.toFixed(2))
      const settled = interpret(program, input, { isReplay: true })
      if (!settled.ok) throw new Error(JSON.stringify(settled.issues))
      return new Map(outputs.map((path) => [path, Number(outputAt(settled.evaluation.output, path))]))
    }
    for (const { path, sides, points } of drawn) {
      expect(points.length).toBeGreaterThan(2)
      for (const { from } of points.slice(1))
        for (const amount of [from - 0.01, from, from + 0.01]) {
          const stroke = sides[0]?.find((each) => each.from <= amount && amount <= each.to)
          // What lies beyond the chart has no stroke.
          if (!stroke) continue
          const { start, end, ...at } = stroke
          const value = start + ((amount - at.from) / (at.to - at.from)) * (end - start)
          // Lines are not rounded to the fen; what is shared out is, in a few places.
          expect(Math.abs(value - (settledAt(amount).get(path) ?? NaN))).toBeLessThanOrEqual(0.021)
        }
    }
  })

  it('goes in steps along months', () => {
    const years = side('ningbo.employee.retirementYears@20年')
    const choices = curve.curveChoices(state, { side: years, language: 'en' })
    if (!choices.ok) throw new Error(JSON.stringify(choices))
    const along = choices.along.find(({ path }) => path.startsWith('months.'))
    const found = curve.curves(state, {
      sides: [years],
      input: choices.input,
      path: along?.path ?? '',
      outputs: choices.outputs.map(({ path }) => path),
      language: 'en',
    })
    expect(found).toMatchObject({ ok: true, isSteps: true })
  })

  it('says why there is none', () => {
    const broken = stateWith({ 'ningbo/employee.settle.policy': 'nothing' })
    expect(curve.curves(broken, asked)).toMatchObject({ ok: false })
    const refused = curve.curves(state, { ...asked, input: {} })
    expect(refused).toMatchObject({ ok: false })
  })
})
