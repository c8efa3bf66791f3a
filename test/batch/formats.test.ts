/** Whatever goes in and whatever comes out: every row is what the interpreter says of it, which is what `daiyu run` prints. */
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { isRecord } from '../../compiler/interpret/evaluation.ts'
import { settleCase } from '../../compiler/interpret/settle-case.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { flat, newFolder, readNdjson, sql, writeCsv, writeNdjson, type Row } from './batch.ts'
import { batch } from './run.ts'

const decision = 'ningbo.employee.settle'
const folder = newFolder()
const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const spoil: readonly ((bill: Row) => Row)[] = [
  (bill) => ({ ...bill, visit: { ...(bill['visit'] as Row), tier: 'quaternary' } }),
  (bill) => ({ ...bill, visit: { ...(bill['visit'] as Row), settledOn: '2023-02-30' } }),
  (bill) => ({ ...bill, visit: { ...(bill['visit'] as Row), admittedOn: '2019-01-01', settledOn: '2019-01-01' } }),
  (bill) => ({ ...bill, costs: { ...(bill['costs'] as Row), firstPay: '999999.99' } }),
  (bill) => ({ ...bill, costs: { ...(bill['costs'] as Row), total: '1.005' } }),
]
const bills = Array.from({ length: 300 }, (_, index): Row => {
  const bill = randomBill(random) as unknown as Row
  return index % 9 === 4 ? spoil[index % spoil.length]!(bill) : bill
})

const programs = compileGroup(loadDecision('policies', decision)).programs
const expected = bills.map((bill) => settleCase(bill, { programs, decision, edition: undefined }))
const fine = expected.flatMap((each, index) => (each.ok ? [{ id: `n${index}`, output: each.evaluation.output }] : []))
const wrong = expected.flatMap((each, index) =>
  each.ok ? [] : [{ row: index + 1, code: each.issues[0]!.code, path: each.issues[0]!.path }],
)
const inputs = { csv: join(folder, 'in.csv'), ndjson: join(folder, 'in.ndjson'), parquet: join(folder, 'in.parquet') }

beforeAll(async () => {
  writeNdjson(
    inputs.ndjson,
    bills.map((bill, index) => ({ id: `n${index}`, ...bill })),
  )
  const rows = bills.map((bill, index) => ({ id: `n${index}`, ...flat(bill) }))
  writeCsv(inputs.csv, rows)
  // Lists as lists of records, amounts and dates as such where all of them are.
  const list = `from_json(filings, '[{"kind":"VARCHAR","region":"VARCHAR","from":"DATE","until":"DATE","madeOn":"VARCHAR"}]')`
  const given = `read_csv('${inputs.csv}', all_varchar = true, header = true, quote = '"', escape = '"')`
  await sql(
    `COPY (SELECT * REPLACE (${list} AS filings, CAST("costs.ownExpense" AS DECIMAL(18,4)) AS "costs.ownExpense", CAST("person.birthDate" AS DATE) AS "person.birthDate", CAST("visit.emergency" AS BOOLEAN) AS "visit.emergency", CAST("visit.place" AS INTEGER) AS "visit.place") FROM ${given}) TO '${inputs.parquet}' (FORMAT parquet)`,
  )
})

const cells = (output: Row): string => JSON.stringify(flat(output))

async function rowsOf(path: string): Promise<readonly string[]> {
  if (path.endsWith('.ndjson')) return readNdjson(path).map(cells)
  const from = path.endsWith('.csv') ? `read_csv('${path}', all_varchar = true)` : `read_parquet('${path}')`
  const names = (await sql(`DESCRIBE SELECT * FROM ${from}`)).map(([name]) => String(name))
  const rows = await sql(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${from}`)
  return rows.map((row) => cells(Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']))))
}

describe.each(['csv', 'ndjson', 'parquet'] as const)('from %s', (from) => {
  it.each(['csv', 'ndjson', 'parquet'] as const)('to %s', { timeout: 120_000 }, async (to) => {
    const output = join(folder, `${from}-out.${to}`)
    const { status, error } = await batch([decision, '--input', inputs[from], '--output', output, '--keep', 'id'])
    expect(error).toBe('')
    expect(status).toBe(1)
    const found = await rowsOf(output)
    expect(found).toEqual(fine.map(({ id, output: each }) => cells({ id, ...each })))
    const refused = readNdjson(`${output}.rejected.ndjson`)
    expect(refused.map(({ row, code, path }) => ({ row, code, path }))).toEqual(wrong)
    const manifest = JSON.parse(readFileSync(`${output}.manifest.json`, 'utf8')) as {
      rows: unknown
      sums: Record<string, string>
    }
    expect(manifest.rows).toEqual({ in: bills.length, settled: fine.length, rejected: wrong.length })
    const funds = fine.map(({ output: each }) => BigInt((each['fund'] as string).replace('.', '')))
    expect(manifest.sums['fund']).toBe(String(funds.reduce((sum, fund) => sum + fund, 0n)))
  })
})

it('the interpreter settles and refuses some of each', () => {
  expect(fine.length).toBeGreaterThan(200)
  expect(new Set(wrong.map(({ code }) => code)).size).toBeGreaterThan(3)
  expect(fine.every(({ output }) => isRecord(output))).toBe(true)
})
