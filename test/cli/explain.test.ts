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
