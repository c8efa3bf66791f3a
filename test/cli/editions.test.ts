/** `daiyu run --edition all`: the same case under every edition, side by side. */
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase } from './small-policy.ts'

const cwd = folderWith()
const run = (input: string, ...words: string[]) =>
  daiyu(['run', 'test.small.settle', '--input', '-', '--edition', 'all', ...words], { cwd, input })

// 100.01 × 50% = 50.005, half up 50.01, and 50.00 is left; 100.01 × 60% = 60.006, half up 60.01, and 40.00 is left.
const under2022 = { policy: 'test.small', edition: '2022', subsidy: '50.01', rest: '50.00' }
const under2023 = { policy: 'test.small', edition: '2023', subsidy: '60.01', rest: '40.00' }
const both = [
  { edition: '2022', result: under2022 },
  { edition: '2023', result: under2023 },
]

it('is an array, the oldest edition first, whatever the date of the case', () => {
  for (const on of ['2023-05-01', '1999-12-31']) {
    const { status, out, error } = run(JSON.stringify({ request: { ...smallCase.request, on } }), '--format', 'json')
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(JSON.parse(out)).toEqual(both)
  }
})

it('is a table for people, with a mark where the editions differ', () => {
  const { status, out } = run(JSON.stringify(smallCase), '--language', 'zh')
  expect(status).toBe(0)
  expect(out).toMatch(/^ +2022 +2023$/m)
  expect(out).toMatch(/^≠ 补贴 +50\.01 +60\.01$/m)
  expect(out).toMatch(/^≠ 自付 +50\.00 +40\.00$/m)
  // 0 × 50% = 0 × 60% = 0: nothing differs, nothing is marked.
  const nothing = run(JSON.stringify({ request: { ...smallCase.request, amount: '0' } }), '--language', 'zh').out
  expect(nothing).toMatch(/^ {2}补贴 +0\.00 +0\.00$/m)
  expect(nothing).not.toContain('≠')
})

it('answers each line with an array, and a line that is no JSON with an error', () => {
  const { status, out } = run(`${JSON.stringify(smallCase)}\n{"a":\n${JSON.stringify(smallCase)}\n`)
  expect(status).toBe(1)
  const [first, second, third] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([first, third]).toEqual([both, both])
  expect(second).toMatchObject({ error: { code: 'json-syntax' } })
})

it('says for each edition why it does not settle the case', () => {
  const input = JSON.stringify({ request: { ...smallCase.request, kind: 'third' } })
  const { status, out } = run(input, '--format', 'json')
  expect(status).toBe(1)
  expect(JSON.parse(out)).toEqual(
    ['2022', '2023'].map((edition) => ({
      edition,
      error: { code: 'not-a-member', path: 'request.kind', message: expect.stringContaining('first, second') },
    })),
  )
  expect(run(input).out).toMatch(/edition "2022".*request\.kind.*\n.*edition "2023"/)
})

it('explains under each edition', () => {
  const { out } = run(JSON.stringify(smallCase), '--explain', '--language', 'zh')
  expect(out).toMatch(/100\.01 × 50% =/)
  expect(out).toMatch(/100\.01 × 60% =/)
})

describe('daiyu editions', () => {
  it('lists the editions in the order of time, with what an amendment changes', () => {
    const { status, out } = daiyu(['editions', 'policies/ningbo/employee.settle.policy', '--format', 'json'])
    expect(status).toBe(0)
    const { editions } = JSON.parse(out)
    expect(editions.map((each: { name: string; amends: string | null }) => [each.name, each.amends])).toEqual([
      ['2022', '2023'],
      ['2023', null],
    ])
    const [{ changes }] = editions
    const told = changes.map(({ kind, what }: { kind: string; what: string }) => `${kind} ${what}`)
    // The readings: what 2022 takes over unconfirmed, and that the home beds of 2023-02 come after it.
    expect(told).toEqual(['changed rule', 'added reading', 'added reading', 'added quote', 'added source'])
    expect(changes[0]).toMatchObject({ kind: 'changed', name: '异地下浮幅度' })
    expect(changes[0].before.text).toContain('\n  | 省内异地、异地转诊 | 10个百分点 |')
    expect(changes[0].after.text).toContain('\n  | 临时外出 | 20个百分点 | 30个百分点 |')
    const shown = daiyu(['editions', 'policies/ningbo/employee.settle.policy', '--language', 'zh']).out
    expect(shown).toMatch(/异地转诊 × 其他：\n +− 10个百分点\n +\+ 20个百分点\n/)
  })

  it('shows them to people', () => {
    const { out } = daiyu(['editions', 'policies/ningbo/employee.retirementYears.policy', '--language', 'zh'])
    expect(out).toMatch(/版本「衔接期」 2021-07-01 — 2021-12-31.*\n {4}修订「20年」/)
    expect(out).toContain('增加 调整 补缴基数')
    expect(out).toContain('按 补缴金额 在 「衔接期」、「15年」 之间取舍')
  })
})
