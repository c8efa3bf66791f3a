/** The script that executors of Spark run: one line out for each line in, whatever stands in it, or an exit status. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outputColumns } from '../../compiler/batch/columns.ts'
import { carriedIn, placesIn } from '../../compiler/cli/batch/by-person.ts'
import { compileScript } from '../../compiler/cli/batch/compile-worker.ts'
import { decisionName } from '../../compiler/program/decision-name.ts'
import { billLines, linesOfPersons } from '../spark/rows.ts'
import { shippedPrograms } from '../targets/cases.ts'

const decision = 'ningbo.employee.settle'
const programs = shippedPrograms().filter((program) => decisionName(program) === decision)
const folder = mkdtempSync(join(tmpdir(), 'daiyu-script-'))
const [plain, carrying] = ['plain.mjs', 'carrying.mjs'].map((name) => join(folder, name)) as [string, string]

beforeAll(async () => {
  const settling = {
    format: { kind: 'ndjson' },
    keep: ['id'],
    ignore: ['psn_no'],
    write: 'ndjson',
    outputs: outputColumns(programs),
    isReplay: false,
    sampleEvery: 100,
  } as const
  writeFileSync(plain, await compileScript(programs, { settling: { ...settling, carried: null }, places: null }))
  const input = { path: '', format: 'ndjson' } as const
  const places = placesIn({ names: [] }, { input, programs, person: 'psn_no' })
  const carried = carriedIn({ programs, decision })
  writeFileSync(carrying, await compileScript(programs, { settling: { ...settling, carried }, places }))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each line is answered in its place, and the end says how many there were', () => {
  const lines = billLines(500, 11)
  const { status, answers, samples } = asked(plain, 'settle', numbered(lines))
  expect(status).toBe(0)
  expect(answers.map(([place]) => place)).toEqual([...lines.map((_, index) => String(index)), '-1'])
  // One row in a hundred, of those that could be settled, is there to be settled a second time.
  expect(samples).toEqual(['0', '100', '200', '300', '400'])
  const kinds = answers.map(([, kind]) => kind)
  expect(kinds.filter((kind) => kind === 'blank').length).toBe(lines.filter((line) => line === '').length)
  const end = JSON.parse(text(answers.at(-1)?.[2])) as { lines: number; settled: number }
  expect(end).toMatchObject({ lines: 500, settled: kinds.filter((kind) => kind === 'settled').length })
  expect(text(answers[0]?.[2])).toContain(JSON.stringify('第0行\t"0"'))
})

test('a record that is no UTF-8 is refused, and holds up no other', () => {
  const good = Buffer.from(billLines(1, 12)[0] ?? '')
  const { answers } = asked(
    plain,
    'settle',
    `0\t${Buffer.from([0xff, 0x22]).toString('base64')}\n1\t${good.toString('base64')}\n`,
  )
  expect(answers.map(([place, kind]) => [place, kind])).toEqual([
    ['0', 'rejected'],
    ['1', 'settled'],
    ['-1', 'end'],
  ])
  expect(text(answers[0]?.[2])).toContain('not-utf8')
})

test('lines are listed by person and day, and settled person by person', () => {
  const lines = linesOfPersons(billLines(400, 13), 30)
  const listed = asked(carrying, 'list', numbered(lines))
  expect(listed.answers.map(([place]) => place)).toEqual(lines.map((_, index) => String(index)))
  const ordered = listed.answers.toSorted(
    (a, b) => compare(a[1], b[1]) || compare(a[2], b[2]) || Number(a[0]) - Number(b[0]),
  )
  const turns = ordered.map(([place, person, , turn]) => `${place}\t${person}\t${turn}\n`).join('')
  const { status, answers, samples } = asked(carrying, 'settle', turns)
  expect(samples.length).toBeGreaterThan(0)
  expect(status).toBe(0)
  expect(new Set(answers.slice(0, -1).map(([place]) => place)).size).toBe(lines.length)
  expect(answers.length).toBe(lines.length + 1)
})

test.each([
  ['is cut off', '0\te30=\n1\te3'],
  ['has no place', 'x\te30=\n'],
  ['has other cells', '0\te30=\te30=\n'],
  ['is no base64', '0\t{}\n'],
  ['is empty', '\n'],
])('a line that %s ends it', (_, input) => {
  const { status, error } = asked(plain, 'settle', input)
  expect(status).not.toBe(0)
  expect(error).toMatch(/not a line for this script|cut off/)
})

function asked(script: string, task: string, input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, task], { input, encoding: 'latin1' })
  const all = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'))
  const [samples, answers] = ['sample', ''].map((kind) =>
    all.filter((each) => (each[1] === 'sample') === (kind === 'sample')),
  )
  return { status, answers: answers ?? [], samples: (samples ?? []).map(([place]) => place), error: stderr }
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index}\t${Buffer.from(line).toString('base64')}\n`).join('')
}

function text(cell: string | undefined): string {
  return Buffer.from(cell ?? '', 'base64').toString()
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0
}
