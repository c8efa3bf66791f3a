/** `daiyu population`, and `daiyu diff --over`: bills from a seed or from a file, settled under two editions. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sql } from '../batch/batch.ts'
import { daiyu, newFolder } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase } from './small-policy.ts'

const [small22, small23] = ['test.small.settle@2022', 'test.small.settle@2023']
const weights = {
  decision: 'test.small.settle',
  assumptions: [{ zh: '都是假设', en: 'all is assumed' }],
  groups: { all: { weight: 1 } },
  fields: {
    'request.on': { value: '2022-05-01' },
    'request.amount': { between: ['0', '100'] },
    'request.kind': { choose: { first: 1, second: 1 } },
  },
}
const withWeights = (given: unknown = weights) =>
  folderWith({ 'policies/small.population.json': JSON.stringify(given) })

describe('population', () => {
  const words = ['population', 'test.small.settle', '--seed', '3', '--count', '20']

  it('prints bills, one on each line, and beside them what they assume', () => {
    const { status, out, error } = daiyu(words, { cwd: withWeights() })
    expect(status).toBe(0)
    const bills = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(bills).toHaveLength(20)
    for (const { request } of bills) {
      expect(Object.keys(request)).toEqual(['on', 'amount', 'kind'])
      expect(request.amount).toMatch(/^\d+\.\d{2}$/)
    }
    expect(error).toContain('20 cases generated from seed 3; weights policies/small.population.json (sha256:')
    expect(error).toContain('· all is assumed')
    expect(daiyu([...words, '--language', 'zh'], { cwd: withWeights() }).error).toContain('· 都是假设')
  })

  it('prints the same for the same seed', () => {
    const [first, again, other] = ['3', '3', '4'].map(
      (seed) => daiyu(['population', 'test.small.settle', '--seed', seed, '--count', '20'], { cwd: withWeights() }).out,
    )
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('takes other weights', () => {
    const cwd = withWeights()
    writeFileSync(join(cwd, 'mine.json'), '{ "fields": { "request.kind": { "choose": { "second": 1 } } } }')
    const { out, error } = daiyu([...words, '--weights', 'mine.json'], { cwd })
    expect(out).not.toContain('first')
    expect(error).toContain('policies/small.population.json + mine.json')
    expect(error).toContain('request.kind: {"choose":{"second":1}}')
  })

  it.each([
    ['no weights', folderWith, /There are no weights for test\.small\.settle/],
    ['no JSON', () => folderWith({ 'policies/small.population.json': '{' }), /small\.population\.json: /],
    [
      'wrong weights, all at once',
      () => withWeights({ ...weights, fields: { 'request.amount': { between: ['5', '1'] }, 'request.knd': {} } }),
      /fields\.request\.knd: the decision has no input "request\.knd"\.[^]*groups\.all\.fields\.request\.on: nothing is said[^]*fields\.request\.amount\.between: \["5","1"\] is no stretch/,
    ],
  ])('%s', (_, folder, message) => {
    const result = daiyu(words, { cwd: folder() })
    expect(result).toMatchObject({ status: 1, out: '', error: expect.stringMatching(message) })
  })

  it('needs seed and count, which are whole numbers', () => {
    for (const wrong of [
      ['--seed', '1'],
      ['--count', '1'],
      ['--seed', '1', '--count', '1.5'],
      ['--seed', 'x', '--count', '1'],
    ])
      expect(daiyu(['population', 'test.small.settle', ...wrong], { cwd: withWeights() }).status).toBe(2)
  })
})

describe('diff --over', () => {
  const request = (amount: string) => ({ request: { ...smallCase.request, amount } })
  const inFile = () => {
    const path = join(newFolder(), 'cases.ndjson')
    // 50% and 60%, half up: 50.01 and 60.01, 100 and 120, 0.01 and 0.01.
    writeFileSync(path, ['100.01', '200', '0.01', 'x'].map((each) => `${JSON.stringify(request(each))}\n`).join(''))
    return path
  }

  it('compares the bills of a file', () => {
    const words = ['diff', small22, small23, '--over', inFile(), '--format', 'json']
    const { status, out, error } = daiyu(words, { cwd: folderWith() })
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const { decision, before, after, text, population } = JSON.parse(out)
    expect({ decision, before, after }).toEqual({ decision: 'test.small.settle', before: small22, after: small23 })
    expect(text.length).toBeGreaterThan(0)
    expect(population).toMatchObject({ cases: 4, settled: 3, unchanged: 1, failed: { both: 1 }, generated: null })
    expect(population.outputs[0]).toMatchObject({
      path: 'subsidy',
      before: '150.02',
      after: '180.02',
      difference: '30.00',
    })
  })

  it('compares the rows of a table, by the same columns as batch, whatever else it has', async () => {
    const cwd = folderWith()
    const { on, kind } = smallCase.request
    const rows = ['100.01', '200', '0.01', 'x'].map((amount, index) => [index, on, amount, kind].join(','))
    const [csv, parquet, wrong] = ['t.csv', 't.parquet', 'w.csv'].map((name) => join(cwd, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(csv, ['id,request.on,request.amount,request.kind', ...rows, ''].join('\n'))
    writeFileSync(wrong, 'id,request.on,request.amont,request.kind\n')
    await sql(`COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`)
    const [lines, ...tables] = [inFile(), csv, parquet].map((path) => {
      const { status, out, error } = daiyu(['diff', small22, small23, '--over', path, '--format', 'json'], { cwd })
      expect({ status, error }).toEqual({ status: 0, error: '' })
      return JSON.parse(out).population
    })
    expect(lines).toMatchObject({ cases: 4, settled: 3 })
    expect(tables).toEqual([lines, lines])
    const { status, error } = daiyu(['diff', small22, small23, '--over', wrong], { cwd })
    expect({ status, error }).toEqual({ status: 1, error: expect.stringContaining('missing: request.amount') })
  })

  it('is for people too, in both languages', () => {
    const words = ['diff', small22, small23, '--over', inFile()]
    const { out } = daiyu(words, { cwd: folderWith() })
    expect(out).toContain('4 cases, 3 settled under both, 1 of them alike in everything.\n')
    expect(out).toContain('not-money: 1 under the first, 1 under the second')
    expect(out).toMatch(/subsidy +1 +2 +0 +150\.02 +180\.02 +30\.00\n/)
    expect(out).toMatch(/subsidy \+20\.00 \(case 2: 100\.00 → 120\.00\)\n.*100(?:\.00)? yuan → 120/)
    const chinese = daiyu([...words, '--language', 'zh'], { cwd: folderWith() }).out
    expect(chinese).toMatch(/补贴 +1 +2 +0 +150\.02 +180\.02 +30\.00\n/)
  })

  it('compares generated bills as those that population prints, and says what they assume', () => {
    const cwd = withWeights()
    const { out: bills } = daiyu(['population', 'test.small.settle', '--seed', '5', '--count', '40'], { cwd })
    const path = join(cwd, 'bills.ndjson')
    writeFileSync(path, bills)
    const [generated, read] = ['generated:5:40', path].map(
      (over) =>
        JSON.parse(daiyu(['diff', small22, small23, '--over', over, '--format', 'json'], { cwd }).out).population,
    )
    expect({ ...generated, generated: null }).toEqual(read)
    expect(generated.generated).toMatchObject({ seed: '5', count: 40, weights: ['policies/small.population.json'] })
    expect(generated.generated.assumptions[0]).toEqual({ zh: '都是假设', en: 'all is assumed' })
    expect(daiyu(['diff', small22, small23, '--over', 'generated:5:40'], { cwd }).out).toContain('· all is assumed')
  })

  it.each([
    [['diff', 'test.small.settle', small23], 'decision@edition'],
    [['diff', 'test.small.settle@2021', small23], '2022, 2023'],
    [['diff', small22, small23, '--over', 'generated:1'], 'generated:SEED:COUNT'],
    [['diff', small22, small23, '--over', 'nothing.ndjson'], 'nothing.ndjson'],
  ])('%j', (words, message) => {
    const { status, out, error } = daiyu(words, { cwd: withWeights() })
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toContain(message)
  })
})
