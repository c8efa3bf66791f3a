/** A sample of what was written is held against DuckDB's own result; a query that says otherwise stops the run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { newFolder, readNdjson } from './batch.ts'
import { inpatient, inpatientCsv } from './rows.ts'
import { batch } from './run.ts'

const spoiled = vi.hoisted(() => ({ fund: '' }))
vi.mock('../../compiler/sql/to-sql.ts', async (original) => {
  const { toSql } = await original<typeof import('../../compiler/sql/to-sql.ts')>()
  const wrong: typeof toSql = (...given) => {
    const query = toSql(...given)
    const text = `SELECT * REPLACE (${spoiled.fund} AS "fund") FROM (${query.text})`
    return spoiled.fund === '' ? query : { ...query, text }
  }
  return { toSql: wrong }
})
afterEach(() => void (spoiled.fund = ''))

const folder = newFolder()
const input = join(folder, 'in.csv')
writeFileSync(input, inpatientCsv(3000))
const words = (output: string) => [...inpatient, '--input', input, '--output', output, '--keep', 'id']

it.each(['csv', 'ndjson', 'parquet'])('says how many rows were compared: %s', async (format) => {
  const output = join(folder, `right.${format}`)
  const { status, out } = await batch(words(output))
  expect(status).toBe(0)
  const manifest = JSON.parse(readFileSync(`${output}.manifest.json`, 'utf8')) as { secondOpinion: { rows: number } }
  // One row in four of 3000: 230 kB, a thousand times 64 bytes in a quarter of it.
  expect(manifest.secondOpinion).toEqual({ rows: 750, without: null })
  expect(out).toContain('DuckDB settled 750 of them by SQL, to the same.')
})

it.each([
  ['en', 'en' as const],
  ['zh', 'zh' as const],
])('stops where one row is a fen off, and says what: %s', async (name, language) => {
  const output = join(folder, `wrong.${name}.ndjson`)
  const { status: right } = await batch(words(join(folder, 'all.ndjson')))
  expect(right).toBe(0)
  const row = readNdjson(join(folder, 'all.ndjson'))[2000]
  // Row 2001 is in the sample: 2000 is a multiple of four.
  spoiled.fund = 'CASE WHEN row = 500 THEN "fund" + 1 ELSE "fund" END'
  const { status, error } = await batch(words(output), language)
  expect(status).toBe(1)
  expect(error).toMatch(language === 'en' ? /^Row 2001 \(line 2002\)/ : /^第 2001 行（文件第 2002 行）/)
  const written = String(row?.['fund'])
  const asked = written.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  expect(error).toContain(
    language === 'en'
      ? `fund: ${written} is written, DuckDB says ${asked}`
      : `fund：写出的是 ${written}，DuckDB 算的是 ${asked}`,
  )
  expect(existsSync(output)).toBe(false)
  expect(existsSync(`${output}.manifest.json`)).toBe(false)
  // Nothing is taken back: once the two agree, the same command ends.
  spoiled.fund = ''
  expect((await batch(words(output), language)).status).toBe(0)
})
