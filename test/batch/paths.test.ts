/** Files by any name: each is the one that was meant, and none that is read is written over. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder, sql } from './batch.ts'
import { batch } from './run.ts'
import { inpatient, inpatientCsv } from './rows.ts'

const folder = newFolder()
const [decision, ...policies] = inpatient
const [header = '', ...rows] = inpatientCsv(2).trimEnd().split('\n')
const csv = join(folder, 'rows.csv')
writeFileSync(csv, `${[header, ...rows].join('\n')}\n`)
const settle = (input: string, output: string, ...words: readonly string[]) =>
  batch([decision, '--input', input, '--output', output, ...policies, ...words])

it('a name that is a pattern, in a folder that names a column, is one file', { timeout: 60_000 }, async () => {
  const inside = join(folder, 'visit.tier=other')
  mkdirSync(inside)
  const write = (name: string, id: string) =>
    sql(`COPY (SELECT * FROM read_csv('${csv}', all_varchar = true) WHERE id = '${id}')
      TO '${join(inside, name)}' (FORMAT parquet)`)
  // To a pattern, [1] is a 1.
  await write('bills1.parquet', '1')
  await write('bills[1].parquet', '2')
  const output = join(inside, 'out[1].csv')
  expect(await settle(join(inside, 'bills[1].parquet'), output, '--keep', 'id')).toMatchObject({ status: 0, error: '' })
  const lines = readFileSync(output, 'utf8').trimEnd().split('\n').slice(1)
  expect(lines.map((line) => line.split(',')[0])).toEqual(['2'])
  const packed = join(inside, 'out[1].parquet')
  expect(await settle(csv, packed, '--keep', 'id')).toMatchObject({ status: 0, error: '' })
})

it('refused rows that are settled again are not written over', async () => {
  const rejected = join(folder, 'again.csv.rejected.ndjson')
  writeFileSync(rejected, '{}\n')
  expect(await settle(rejected, join(folder, 'again.csv'))).toMatchObject({ status: 2 })
  expect(readFileSync(rejected, 'utf8')).toBe('{}\n')
})

it('where no manifest can be put, nothing is', async () => {
  const output = join(folder, 'no-manifest.csv')
  mkdirSync(`${output}.manifest.json`)
  const { status, error } = await settle(csv, output, '--keep', 'id')
  expect({ status, error }).toEqual({ status: 2, error: expect.stringContaining(`${output}.manifest.json`) })
})

it('a column that is kept is not taken for a result', async () => {
  const own = join(folder, 'own.csv')
  writeFileSync(own, `${header},edition\n${rows.map((row) => `${row},2019\n`).join('')}`)
  const { status, error } = await settle(own, join(folder, 'own.out.csv'), '--keep', 'id,edition')
  expect({ status, error }).toEqual({ status: 2, error: expect.stringContaining('--keep edition') })
})

it.each([
  ['carriage returns alone', `${header}\r${rows.join('\r')}\r`],
  ['two bytes for a letter', Buffer.from(`${header}\n${rows.join('\n')}\n`, 'utf16le')],
])('lines with %s are no columns', async (_, content) => {
  const input = join(folder, 'lines.csv')
  writeFileSync(input, content)
  const { status, error } = await settle(input, join(folder, 'lines.out.csv'))
  expect({ status, error }).toEqual({ status: 1, error: expect.stringContaining('LF or CRLF') })
})
