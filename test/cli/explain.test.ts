/** `daiyu explain`: the ledger with its reasons, as text, page and data. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { daiyu, root } from './daiyu.ts'

const sample = join(root, 'policies', 'ningbo', 'employee.settle.case.json')
const explain = (...words: string[]) => daiyu(['explain', 'ningbo.employee.settle', '--input', sample, ...words])

it('as text', () => {
  const { status, out, error } = explain('--language', 'zh')
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toMatch(/33 800\.00 × 80% = +27 040\.00/)
  expect(out).toContain('住院发生的医疗费累计计算')
  expect(explain().out).toContain('33 800.00 × 80%')
})

it('says which edition settled the bill, and why that one', () => {
  // Settled on 10 March 2023.
  expect(explain('--language', 'zh').out).toContain('按 2023-03-10 选用')
  const { out } = explain('--language', 'zh', '--edition', '2022')
  expect(out).toContain('版本「2022」（2022-01-01 至 2022-12-31），是选定的；2023-03-10 不在其内，照样重算')
  expect(out).not.toContain('选用')
  expect(explain('--language', 'en', '--edition', '2022').out).toContain('2023-03-10 lies outside of it')
})

it('as a page', () => {
  const { status, out } = explain('--format', 'html', '--language', 'zh')
  expect(status).toBe(0)
  expect(out).toMatch(/^<!doctype html>/i)
  expect(out).not.toMatch(/https?:|<script/)
})

it('as data', () => {
  const { status, out } = explain('--format', 'json')
  expect(status).toBe(0)
  expect(out).toBe(`${JSON.stringify(JSON.parse(out))}\n`)
  expect(JSON.parse(out)).toMatchObject({ policy: { id: 'ningbo.employee' }, edition: { name: '2023' } })
})

it('nothing of a wrong case', () => {
  const words = ['explain', 'ningbo.employee.settle', '--input', '-']
  for (const format of ['text', 'html', 'json']) {
    expect(daiyu([...words, '--format', format], { input: '{}' })).toMatchObject({ status: 1, out: '' })
  }
  const { status, out, error } = daiyu(words, { input: '{}\n{}\n' })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(error).toContain('Only one case')
})
