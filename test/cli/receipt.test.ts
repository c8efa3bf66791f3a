/** `daiyu run --receipt` and `daiyu verify`: a result that carries what it takes to work it out again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase } from './small-policy.ts'

function settledFolder(lines = [smallCase]) {
  const cwd = folderWith()
  const [cases, results] = [join(cwd, 'cases.ndjson'), join(cwd, 'results.ndjson')]
  writeFileSync(cases, lines.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const { out, status } = daiyu(['run', 'test.small.settle', '--input', cases, '--receipt'], { cwd })
  expect(status).toBe(0)
  writeFileSync(results, out)
  return { cwd, out, cases, results, verify: () => daiyu(['verify', results, '--input', cases], { cwd }) }
}
const edit = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))

describe('run --receipt', () => {
  it('adds the receipt to the result, and leaves the result as it is', () => {
    const { out } = settledFolder()
    const { receipt, ...result } = JSON.parse(out)
    expect(result).toEqual({ policy: 'test.small', edition: '2023', subsidy: '60.01', rest: '40.00' })
    expect(Object.keys(receipt)).toEqual(['decision', 'edition', 'policy', 'readings', 'compiler', 'input', 'output'])
    for (const key of ['policy', 'input', 'output']) expect(receipt[key]).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('is a short block for people', () => {
    const input = JSON.stringify(smallCase)
    const { out } = daiyu(['run', 'test.small.settle', '--input', '-', '--receipt'], { cwd: folderWith(), input })
    expect(out).toMatch(/\nReceipt\n {2}decision +test\.small\.settle@2023\n {2}policy +sha256:/)
  })

  it('does not go with the fields of the platform', () => {
    const words = ['run', 'ningbo.employee.settle', '--input', '-', '--receipt', '--format', 'platform']
    expect(daiyu(words)).toMatchObject({ status: 2, out: '', error: expect.stringContaining('--receipt') })
  })
})

describe('verify', () => {
  it('confirms a result', () => {
    const { verify } = settledFolder()
    expect(verify()).toEqual({ status: 0, out: 'Result 1: the same.\n', error: '' })
  })

  it('tells a result that was changed, figure by figure', () => {
    const { results, verify } = settledFolder()
    edit(results, '"60.01"', '"61.01"')
    const { status, out } = verify()
    expect(status).toBe(1)
    expect(out).toMatch(
      /not confirmed\.\n.*changed after it was written\.\n {2}subsidy: "61\.01" in the result, "60\.01" now\.\n$/,
    )
  })

  it('tells another case', () => {
    const { cases, verify } = settledFolder()
    edit(cases, '100.01', '100.02')
    expect(verify()).toMatchObject({ status: 1, out: expect.stringContaining('not the one on the receipt') })
  })

  it('tells a policy that was changed, and what comes of it', () => {
    const { cwd, verify } = settledFolder()
    const policy = join(cwd, 'policies', 'small.policy')
    edit(policy, '60%', '70%')
    const { status, out } = verify()
    expect(status).toBe(1)
    // 100.01 × 70% = 70.007
    expect(out).toContain('subsidy: "60.01" in the result, "70.01" now.')
    expect(out).toContain('policy files are no longer')
    edit(policy, '70%', '60%')
    writeFileSync(policy, `// a remark\n${readFileSync(policy, 'utf8')}`)
    expect(verify()).toMatchObject({ status: 0, out: expect.stringContaining('the same.\n  The policy files') })
  })

  it('goes through many, in order', () => {
    const request = (amount: string) => ({ request: { ...smallCase.request, amount } })
    const { results, verify } = settledFolder([request('1'), request('2'), request('3')])
    edit(results, '"0.80"', '"0.90"')
    const { status, out } = verify()
    expect(status).toBe(1)
    expect(out.match(/^Result.*$/gm)).toEqual([
      'Result 1: the same.',
      'Result 2: not confirmed.',
      'Result 3: the same.',
    ])
  })

  it('needs a receipt, and a case for each result', () => {
    const { cwd, cases, results } = settledFolder()
    expect(daiyu(['verify', cases, '--input', cases], { cwd })).toMatchObject({
      status: 1,
      error: expect.stringContaining('no receipt'),
    })
    expect(daiyu(['verify', results], { cwd }).status).toBe(2)
    writeFileSync(cases, '')
    expect(daiyu(['verify', results, '--input', cases], { cwd })).toMatchObject({
      status: 1,
      error: expect.stringContaining('equally many'),
    })
  })

  it('settles by the readings of the receipt', () => {
    const cwd = folderWith()
    const bill = readFileSync(
      join(import.meta.dirname, '..', '..', 'policies', 'ningbo', 'employee.settle.case.json'),
      'utf8',
    )
    const [given, result] = [join(cwd, 'case.json'), join(cwd, 'result.json')]
    writeFileSync(given, bill.replace('"330200"', '"310000"'))
    const words = [
      'run',
      'ningbo.employee.settle',
      '--input',
      given,
      '--receipt',
      '--format',
      'json',
      '--reading',
      'C06=excluded',
    ]
    const { out } = daiyu(words)
    writeFileSync(result, out)
    expect(JSON.parse(out).receipt.readings).toEqual({ C06: 'excluded' })
    expect(daiyu(['verify', result, '--input', given])).toMatchObject({ status: 0 })
    edit(result, '{"C06":"excluded"}', '{}')
    expect(daiyu(['verify', result, '--input', given]).out).toMatch(/criticalIllness: "[\d.]+" in the result/)
  })
})
