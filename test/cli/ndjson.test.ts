/** `daiyu run` over one case on each line: one result for each, in order, whatever becomes of the others. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { daiyu, newFolder, talk } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase } from './small-policy.ts'

const decision = 'ningbo.employee.settle'
const bills = handBills.map(({ given }) => JSON.stringify(completeBill(given)))
const [good = ''] = bills
const bad = good.replace('"tertiary"', '"quaternary"')
const run = (input: string | Uint8Array, path = '-') => daiyu(['run', decision, '--input', path], { input })
const parsed = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

it('every bill worked out by hand, in order', () => {
  const { status, out, error } = run(bills.join('\n'))
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(parsed(out)).toMatchObject(handBills.map(({ expect: expected }) => expected))
})

it('a bad line stands in its place and does not stop the others', () => {
  const { status, out, error } = run([good, bad, '{"a":', good].join('\n'))
  expect(status).toBe(1)
  const [first, second, third, fourth] = parsed(out)
  expect([first, fourth]).toMatchObject([{ fund: '85290.00' }, { fund: '85290.00' }])
  expect(second).toEqual({
    error: { code: 'not-a-member', path: 'visit.tier', message: expect.stringMatching(/tertiary/) },
  })
  expect(third).toMatchObject({ error: { code: 'json-syntax', path: '', message: expect.any(String) } })
  expect(error).toContain('2 refused')
})

it('all that is wrong with a line is told, the first thing first', () => {
  const [, result] = parsed(run(`${good}\n${bad.replace('"330200"', '3')}\n`).out)
  expect(result.error).toMatchObject({ code: 'not-a-member', path: 'visit.tier' })
  expect(result.error.issues.map((issue: { path: string }) => issue.path)).toEqual(['visit.tier', 'visit.place'])
})

describe('how many there are', () => {
  it('a file of lines may hold one, or none, or one that is wrong', () => {
    const path = join(newFolder(), 'cases.ndjson')
    const of = (content: string) => {
      writeFileSync(path, content)
      return run('', path)
    }
    expect(parsed(of(good).out)).toMatchObject([{ fund: '85290.00' }])
    expect(of('')).toMatchObject({ status: 0, out: '' })
    expect(of('\n \n')).toMatchObject({ status: 0, out: '' })
    expect(of('nonsense')).toMatchObject({ status: 1, out: expect.stringMatching(/^\{"error"/) })
    expect(of(JSON.stringify(JSON.parse(good), null, 2)).status).toBe(1)
  })

  it('standard input is one case if it is one JSON value', () => {
    expect(run(`\n${good}\n\n`).out).not.toContain('"fund"')
    expect(run('').status).toBe(1)
  })

  it('blank lines and Windows line ends are nothing', () => {
    expect(parsed(run(`\r\n${good}\r\n\r\n${good}\r\n`).out)).toHaveLength(2)
  })
})

it('a line that is no text, and one that is too long, are errors in their places', () => {
  const input = Buffer.concat([
    Buffer.from(`${good}\n`),
    Buffer.from([0x22, 0xd6, 0xd0, 0x22, 0x0a]),
    Buffer.from(`"${'x'.repeat(3_000_000)}"\n`),
    Buffer.from(good),
  ])
  expect(parsed(run(input).out)).toMatchObject([
    { fund: '85290.00' },
    { error: { code: 'not-utf8', path: '' } },
    { error: { code: 'json-too-long', path: '' } },
    { fund: '85290.00' },
  ])
})

it('the edition is chosen for each line', () => {
  const input = ['2022-05-01', '2023-05-01', '2024-05-01']
    .map((on) => JSON.stringify({ request: { ...smallCase.request, on } }))
    .join('\n')
  const { out, status } = daiyu(['run', 'test.small.settle', '--input', '-'], { cwd: folderWith(), input })
  expect(status).toBe(1)
  expect(parsed(out)).toMatchObject([{ edition: '2022' }, { edition: '2023' }, { error: { code: 'no-edition' } }])
})

it('explains each line on request', () => {
  const { out } = daiyu(['run', decision, '--input', '-', '--explain'], { input: `${good}\n${good}` })
  for (const each of parsed(out))
    expect(each).toMatchObject({ fund: '85290.00', explanation: { splits: expect.any(Array) } })
})

it('takes no more memory for forty thousand lines than for ten', () => {
  const path = join(newFolder(), 'many.ndjson')
  const file = openSync(path, 'w')
  const wrong = `{"a": "${'x'.repeat(2000)}"}\n`
  for (let piece = 0; piece < 40; piece++) writeSync(file, wrong.repeat(1000))
  closeSync(file)
  const { status, out } = daiyu(['run', 'test.small.settle', '--input', path], {
    cwd: folderWith(),
    env: { NODE_OPTIONS: '--max-old-space-size=32' },
  })
  expect(status).toBe(1)
  expect(out.split('\n')).toHaveLength(40_001)
})

it('a result is there before the next case comes, and a reader that goes away ends it without a word', async () => {
  const { process: child, line, ended } = talk(['run', decision, '--input', '-'])
  child.stdin.write(`${good}\n${good}\n`)
  expect(JSON.parse(await line())).toMatchObject({ fund: '85290.00' })
  child.stdin.write(`${bad}\n`)
  expect(JSON.parse(await line())).toMatchObject({ fund: '85290.00' })
  expect(JSON.parse(await line())).toMatchObject({ error: { path: 'visit.tier' } })
  child.stdout.destroy()
  child.stdin.write(`${good}\n`.repeat(1000))
  child.stdin.end()
  expect(await ended).toBe('')
})
