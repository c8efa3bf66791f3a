/** `daiyu run`: one case in, one settlement out, or a sentence for everything that is wrong with it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { daiyu, newFolder, root } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase } from './small-policy.ts'

const decision = 'ningbo.employee.settle'
const [headline, inShanghai] = handBills.map(({ given, expect: expected }) => ({ bill: completeBill(given), expected }))
const bill = JSON.stringify(headline?.bill)

describe('one case', () => {
  it('comes out as one line of JSON with exactly the fields of the contract', () => {
    const { status, out, error } = daiyu(['run', decision, '--input', '-', '--format', 'json'], { input: bill })
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(out).toBe(`${JSON.stringify(JSON.parse(out))}\n`)
    expect(JSON.parse(out)).toEqual(headline?.expected)
  })

  it('comes out in the order of the contract', () => {
    const { out } = daiyu(['run', decision, '--input', '-', '--format', 'json'], { input: bill })
    expect(Object.keys(JSON.parse(out))).toEqual(Object.keys(headline?.expected ?? {}))
  })

  it('is a ledger for people', () => {
    const { status, out } = daiyu(['run', decision, '--input', '-', '--language', 'zh'], { input: bill })
    expect(status).toBe(0)
    expect(out).toMatch(/宁波市区职工基本医疗保险 · 结算 · 版本 2023/)
    expect(out).toMatch(/统筹基金支付 +85 290\.00\n/)
    expect(out).toMatch(/就医情形 +本地\n/)
    expect(out).not.toContain('\u001B')
  })

  it('is a ledger by identifiers in English', () => {
    const { out } = daiyu(['run', decision, '--input', '-'], { input: JSON.stringify(inShanghai?.bill) })
    expect(out).toMatch(/fund +65 530\.00\n/)
    expect(out).toMatch(/setting +temporary\n/)
  })

  it('may be laid out over many lines, and may begin with a byte order mark', () => {
    const input = `\uFEFF\n${JSON.stringify(headline?.bill, null, 2)}\n\n`
    expect(daiyu(['run', decision, '--input', '-', '--format', 'json'], { input }).status).toBe(0)
  })

  it('is read from a file', () => {
    const sample = join(root, 'policies', 'ningbo', 'employee.settle.case.json')
    const { out } = daiyu(['run', decision, '--input', sample, '--format', 'json'])
    expect(JSON.parse(out)).toEqual(headline?.expected)
    expect(JSON.parse(readFileSync(sample, 'utf8')).visit.settledOn).toBe(headline?.bill.visit.settledOn)
  })

  it('is explained on request', () => {
    const words = ['run', decision, '--input', '-', '--explain', '--language', 'zh']
    const { out } = daiyu(words, { input: bill })
    expect(out).toMatch(/统筹基金支付 +85 290\.00\n/)
    expect(out).toMatch(/33 800\.00 × 80% = +27 040\.00/)
    const asData = JSON.parse(daiyu([...words, '--format', 'json'], { input: bill }).out)
    expect(asData).toMatchObject({ fund: '85290.00', explanation: { policy: { id: 'ningbo.employee' } } })
  })
})

describe('a wrong case', () => {
  it('leaves standard output empty and says everything that is wrong', () => {
    const input = JSON.stringify({
      ...headline?.bill,
      visit: { ...headline?.bill.visit, tier: 'x', place: 'Shanghai' },
    })
    const { status, out, error } = daiyu(['run', decision, '--input', '-'], { input })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(error).toMatch(/visit\.tier.*"x".*tertiary/)
    expect(error).toMatch(/visit\.place.*"Shanghai".*330200/)
  })

  it('is data for programs', () => {
    const input = JSON.stringify({ ...headline?.bill, filings: null, costs: null })
    const { status, out, error } = daiyu(['run', decision, '--input', '-', '--format', 'json'], { input })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    const { error: first } = JSON.parse(error)
    expect(first).toMatchObject({ code: expect.any(String), path: 'costs', message: expect.any(String) })
    expect(first.issues.map((issue: { path: string }) => issue.path)).toEqual(['costs', 'filings'])
  })

  it.each(['csv', 'parquet'])('tells of a .%s what settles it', (format) => {
    const cwd = folderWith({ [`bills.${format}`]: 'request.on\n2022-05-01\n' })
    const { status, error } = daiyu(['run', 'test.small.settle', '--input', `bills.${format}`], { cwd })
    expect({ status, error }).toEqual({ status: 2, error: expect.stringContaining('daiyu batch settles CSV') })
  })

  it.each([
    ['no file', 'missing.json', 2],
    ['a folder', 'policies', 2],
  ])('%s', (_, path, expected) => {
    const { status, out, error } = daiyu(['run', decision, '--input', path])
    expect({ status, out }).toEqual({ status: expected, out: '' })
    expect(error).toContain(path)
  })

  it('not in UTF-8', () => {
    const input = Buffer.concat([Buffer.from('{"person": "'), Buffer.from([0xd6, 0xd0]), Buffer.from('"}')])
    const { status, error } = daiyu(['run', decision, '--input', '-'], { input })
    expect(status).toBe(1)
    expect(error).toContain('UTF-8')
  })

  it('of another decision', () => {
    const { status, error } = daiyu(['run', 'ningbo.employe.settle', '--input', '-'], { input: bill })
    expect(status).toBe(1)
    expect(error).toContain(decision)
    for (const name of ['x', '', '.', '..', 'ningbo.employee', 'ningbo.employee.', '__proto__.constructor']) {
      expect(daiyu(['run', name, '--input', '-'], { input: bill })).toMatchObject({ status: 1, out: '' })
    }
  })
})

describe('the edition', () => {
  const cwd = folderWith()
  const settle = (on: string, ...words: string[]) => {
    const input = JSON.stringify({ request: { ...smallCase.request, on } })
    return daiyu(['run', 'test.small.settle', '--input', '-', '--format', 'json', ...words], { cwd, input })
  }

  it('is chosen by date', () => {
    expect(JSON.parse(settle('2022-12-31').out)).toMatchObject({ edition: '2022', subsidy: '50.01', rest: '50.00' })
    expect(JSON.parse(settle('2023-01-01').out)).toMatchObject({ edition: '2023', subsidy: '60.01', rest: '40.00' })
  })

  it('is replayed by name, whatever the date', () => {
    expect(JSON.parse(settle('2023-01-01', '--edition', '2022').out)).toMatchObject({ edition: '2022' })
  })

  it('that does not exist is refused with the ones there are', () => {
    const { status, out, error } = settle('2023-01-01', '--edition', '2024')
    expect({ status, out }).toEqual({ status: 1, out: '' })
    for (const word of ['2024', '2022', '2023']) expect(error).toContain(word)
  })

  it('for a date without one is refused with the date and the ones there are', () => {
    const { status, out, error } = settle('2021-06-01')
    expect({ status, out }).toEqual({ status: 1, out: '' })
    for (const word of ['request.on', '2021-06-01', '2022', '2023']) expect(error).toContain(word)
  })
})

describe('the policies', () => {
  it('are the ones of the package where there are no others', () => {
    const { out } = daiyu(['run', decision, '--input', '-', '--format', 'json'], { input: bill, cwd: newFolder() })
    expect(JSON.parse(out)).toEqual(headline?.expected)
  })

  it('are looked for where --policies says', () => {
    const folder = folderWith()
    const words = ['run', 'test.small.settle', '--input', '-', '--policies', join(folder, 'policies')]
    expect(daiyu(words, { input: JSON.stringify(smallCase) }).status).toBe(0)
  })

  it('are used as they stand: a rate that is changed changes the result', () => {
    const cwd = folderWith()
    const words = ['run', 'test.small.settle', '--input', '-', '--format', 'json']
    const path = join(cwd, 'policies', 'small.policy')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('60%', '70%'))
    expect(JSON.parse(daiyu(words, { cwd, input: JSON.stringify(smallCase) }).out)).toMatchObject({ subsidy: '70.01' })
  })

  it('that are wrong settle nothing: what is wrong is said on standard error', () => {
    const cwd = folderWith()
    const path = join(cwd, 'policies', 'small.policy')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('60%', '60'))
    const { status, out, error } = daiyu(['run', 'test.small.settle', '--input', '-'], { cwd, input: '{}' })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(error).toMatch(/policies\/small\.policy:\d+:\d+/)
  })

  it('use the vocabulary that is nearest', () => {
    const nearer = '词汇「另一种」\n事项 另一事 other\n  | 输入 | 申请 |\n'
    const cwd = folderWith({ 'words.policy': nearer })
    expect(daiyu(['run', 'test.small.settle', '--input', '-'], { cwd, input: JSON.stringify(smallCase) }).status).toBe(
      0,
    )
  })
})
