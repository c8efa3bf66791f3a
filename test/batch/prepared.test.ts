/** What an interrupted run has made of its input first is used again only where it is whole, and of that input. */
import { existsSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { newFolder, sql } from './batch.ts'
import { inpatient, inpatientCsv } from './rows.ts'
import { batch } from './run.ts'

const folder = newFolder()
const [decision, ...policies] = inpatient
const [csv, input, output] = ['in.csv', 'in.parquet', 'out.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
const left = (name: string): string => join(`${output}.unfinished`, name)
const settle = () => batch([decision, '--input', input, '--output', output, ...policies, '--keep', 'id'])

beforeAll(async () => {
  writeFileSync(csv, inpatientCsv(3))
  await sql(`COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${input}' (FORMAT parquet)`)
  const { atime, mtime } = statSync(input)
  // A run that stops at its end, since the input is another by its time.
  const stopped = settle()
  while (!existsSync(left('journal.ndjson'))) await wait(1)
  utimesSync(input, atime, new Date(mtime.getTime() + 60_000))
  expect(await stopped).toMatchObject({ status: 1, error: expect.stringContaining('has changed meanwhile') })
  utimesSync(input, atime, mtime)
}, 60_000)

it('not where its last row is gone, whether the run has come there or not', async () => {
  const whole = readFileSync(left('input.csv'))
  truncateSync(left('input.csv'), whole.lastIndexOf('\n', -2) + 1)
  const { status, error } = await settle()
  expect({ status, error }).toEqual({ status: 1, error: expect.stringContaining('another part prepared so far') })
  writeFileSync(left('input.csv'), whole)
})

it('not where the journal says nothing of what it is for', async () => {
  writeFileSync(left('journal.ndjson'), '1\n{}\n')
  expect((await settle()).error).toContain("can't go on")
  writeFileSync(left('journal.ndjson'), '')
  writeFileSync(left('input.csv'), inpatientCsv(1))
  expect(await settle()).toMatchObject({ status: 0, error: '' })
  // The header, three rows, and what follows the last line end.
  expect(readFileSync(output, 'utf8').split('\n')).toHaveLength(5)
})
