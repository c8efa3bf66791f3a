/** `daiyu diff`: where, and by how much, two editions differ. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Comparison } from '../../compiler/diff/exact/comparison.ts'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase, smallPolicy } from './small-policy.ts'

const cwd = folderWith()
const diff = (...words: string[]) => daiyu(['diff', ...words], { cwd })
const [before, after] = ['test.small.settle@2022', 'test.small.settle@2023'] as const

it('gives regions, verdicts and the proof that there is nothing else', () => {
  const { status, out, error } = diff(before, after, '--format', 'json')
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const comparison = JSON.parse(out) as Comparison
  expect(comparison).toMatchObject({ decision: 'test.small.settle', before, after, complete: true, limits: [] })
  expect(comparison.verdict).toEqual({ subsidy: 'neverLess', rest: 'neverMore' })
  // 60% − 50% of the amount: from 10 fen on a fen or more, 0.10 → 0.05 and 0.06.
  const [sure] = comparison.regions.filter(({ output, kind }) => output === 'subsidy' && kind === 'sure')
  expect(sure).toMatchObject({
    within: 1,
    where: [{ path: 'request.amount', from: '0.10', to: null }],
    difference: '0.1 × request.amount',
    least: '0.01',
    most: null,
    witness: { before: '0.05', after: '0.06', input: { request: { amount: '0.10' } } },
  })
  const [between] = comparison.regions.filter(({ output, kind }) => output === 'subsidy' && kind !== 'sure')
  expect(between?.where).toEqual([{ path: 'request.amount', from: '0.01', to: '0.09' }])
})

it('says so to people', () => {
  const { status, out } = diff(before, after, '--language', 'en')
  expect(status).toBe(0)
  // What the subsidy gains the rest loses: told as one, the formula once, below it each region.
  expect(out).toContain('subsidy: never less; rest: never more')
  expect(out).toContain('rest: in the same cases, by the opposite (what one gains the other loses).')
  expect(out).toContain('  0.1 × request.amount\n    request.amount ≥ 0.10 (+0.01 … no bound)\n')
  expect(out).toContain('Because of split ')
  expect(out).toContain('proved, not sampled')
})

it('finds nothing between an edition and itself', () => {
  const { regions, complete } = JSON.parse(diff(after, after, '--format', 'json').out) as Comparison
  expect({ regions, complete }).toEqual({ regions: [], complete: true })
  expect(diff(after, after, '--language', 'en').out.trim()).toBe(
    'The same: subsidy, rest\nThe two agree on every case, to the fen: proved, not sampled.',
  )
})

it('says of a case that only one of the two settles which does, in the language that is asked for', () => {
  const refusing = smallPolicy.replace('  原文「补贴60%。」', '$&\n  须满足「只补甲类」申请类别 属于 甲类')
  const folder = folderWith({ 'policies/small.policy': refusing })
  const out = (language: string) => daiyu(['diff', before, after, '--language', language], { cwd: folder }).out
  expect(out('zh')).toContain('例：可以结算 → 不能结算 {"request":')
  expect(out('en')).toContain('for example settled → refused {"request":')
  // There is a number for a bill on the page only.
  expect(out('zh')).not.toContain('“账单”')
})

it('says of a band that is cut by another value too where it is, in English', () => {
  const { out } = daiyu([
    'diff',
    'ningbo.employee.settle@2023',
    'nantong.employee.settle@2025',
    '--like',
    'policies/ningbo/employee.settle.case.json',
    '--quick',
    '--language',
    'en',
  ])
  expect(out).toContain('    tertiary (三级) · > 70 000 × active (在职):\n      − 5%\n      + 100% − 91%\n')
})

it('takes one bill to compare the likes of', () => {
  const cases = [smallCase, smallCase].map((each) => JSON.stringify(each)).join('\n')
  const { status, error } = daiyu(['diff', before, after, '--like', '-', '--language', 'en'], { cwd, input: cases })
  expect(status).toBe(1)
  expect(error).toContain('--like takes one case; for many there is --over.')
})

it('is what names an edition after a decision; where none is taken there, the decision is meant', () => {
  const { status, error } = daiyu(['run', after, '--input', '-', '--language', 'en'], { cwd, input: '{}' })
  expect(status).toBe(1)
  expect(error).toContain('There is no decision test.small.settle@2023. Did you mean: test.small.settle')
})

it('refuses two decisions that ask and answer other things, at once', () => {
  const { status, error } = daiyu([
    'diff',
    'ningbo.employee.settle@2023',
    'ningbo.filing.status@2023',
    '--language',
    'zh',
  ])
  expect(status).toBe(2)
  expect(error).toContain('ningbo.employee.settle 和 ningbo.filing.status 是不同的事项')
})

it('says before it begins that two policies may take long to compare, unless the like of one bill is asked for', () => {
  const other = smallPolicy.replace('政策 test.small', '政策 test.other')
  const folder = folderWith({ 'policies/other.policy': other })
  writeFileSync(join(folder, 'case.json'), JSON.stringify(smallCase))
  const words = ['diff', before, 'test.other.settle@2022', '--language', 'en']
  const all = daiyu(words, { cwd: folder })
  expect([all.status, all.error]).toEqual([0, expect.stringContaining('may take minutes')])
  expect(daiyu([...words, '--like', 'case.json'], { cwd: folder })).toMatchObject({ status: 0, error: '' })
})

it.each([
  ['nothing', '', 'There is no case in cases.json.'],
  ['blank lines', '\n\n', 'There is no case in cases.json.'],
  ['bytes', Uint8Array.of(0x7b, 0xff, 0xfe), 'The input is not text in UTF-8. Save it as UTF-8.'],
  ['no JSON', '{"a":', "The case in cases.json can't be read:"],
  ['too many brackets', '['.repeat(100_000), "The case in cases.json can't be read:"],
])('refuses a file for --over that holds %s', (_, text, message) => {
  const folder = folderWith()
  writeFileSync(join(folder, 'cases.json'), text)
  const { status, error } = daiyu(['diff', before, after, '--over', 'cases.json', '--language', 'en'], { cwd: folder })
  expect(status).toBe(1)
  expect(error).toContain(message)
  expect(error).not.toMatch(/\n\s+at /)
})

it('refuses a file of many cases for --over that holds none, and a file for --like that is no text', () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'none.ndjson'), '\n')
  const over = daiyu(['diff', before, after, '--over', 'none.ndjson', '--language', 'en'], { cwd: folder })
  expect(over).toMatchObject({ status: 1, error: 'There is no case in none.ndjson.\n' })
  writeFileSync(join(folder, 'case.json'), Uint8Array.of(0x7b, 0xff, 0xfe))
  const like = daiyu(['diff', before, after, '--like', 'case.json', '--language', 'en'], { cwd: folder })
  expect(like).toMatchObject({ status: 1, error: 'The input is not text in UTF-8. Save it as UTF-8.\n' })
})
