/** Rows of many persons, in no order: each is settled as `daiyu year` settles it, with the figures of those before it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { outputAt, type OutputRecord } from '../../compiler/interpret/evaluation.ts'
import { settleCase } from '../../compiler/interpret/settle-case.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { flat, newFolder, readNdjson, sql, writeCsv, writeNdjson, type Row } from './batch.ts'
import { batch } from './run.ts'

const decision = 'ningbo.employee.settle'
const folder = newFolder()
const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)
const day = (): string =>
  `202${2 + draw(2)}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`

/** Bills of thirty persons in two years; some of one day, one of which has no day there is, one an amount that is none. */
const rows = Array.from({ length: 240 }, (_, index) => {
  const { yearToDate: _figures, ...bill } = randomBill(random) as unknown as Row
  const on = index === 100 ? '2023-02-30' : day()
  const visit = { ...(bill['visit'] as Row), kind: 'inpatient', emergency: false, admittedOn: on, settledOn: on }
  const costs = { total: index === 50 ? 'x' : String(draw(90_000)), ownExpense: '0', overLimit: '0', firstPay: '0.00' }
  const person = { ...(bill['person'] as Row), birthDate: '1960-01-01' }
  return { id: `n${index}`, psn: `P,"${draw(30)}`, person, visit, costs, filings: [] }
})
const inputs = { csv: join(folder, 'in.csv'), ndjson: join(folder, 'in.ndjson'), parquet: join(folder, 'in.parquet') }

const figures = ['inpatientEligible', 'deductiblePaid', 'outpatientSelfPaid', 'criticalIllnessBase', 'currentAccount']
const nothing = Object.fromEntries(figures.map((figure) => [figure, '0.00']))
const expected = new Map<string, OutputRecord | string>()

beforeAll(async () => {
  writeNdjson(inputs.ndjson, rows)
  writeCsv(
    inputs.csv,
    rows.map((row) => flat(row)),
  )
  await sql(
    `COPY (SELECT * FROM read_csv('${inputs.csv}', all_varchar = true, header = true, quote = '"', escape = '"')) TO '${inputs.parquet}' (FORMAT parquet)`,
  )
  const { programs } = compileGroup(loadDecision('policies', decision))
  for (const psn of new Set(rows.map((row) => row.psn))) {
    const own = rows.filter((row) => row.psn === psn)
    // A day that there is not may be any: nothing after it is known.
    const isDay = (row: (typeof rows)[number]): string =>
      row.visit.settledOn === '2023-02-30' ? '' : row.visit.settledOn
    let [year, before, refused] = ['', nothing as unknown as OutputRecord, null as string | null]
    for (const row of own.toSorted((a, b) => (isDay(a) < isDay(b) ? -1 : Number(isDay(a) > isDay(b))))) {
      const own_ = isDay(row).slice(0, 4)
      if (own_ !== year) {
        before = nothing as unknown as OutputRecord
        if (refused !== 'for good') refused = null
      }
      year = own_
      const { id, psn: _psn, ...bill } = row
      const settled = settleCase({ ...bill, yearToDate: before }, { programs, decision, edition: undefined })
      if (refused !== null) expected.set(id, 'earlier-refused')
      else if (settled.ok) {
        expected.set(id, settled.evaluation.output)
        before = outputAt(settled.evaluation.output, 'yearToDate') as OutputRecord
      } else {
        expected.set(id, settled.issues[0]!.code)
        refused = own_ === '' ? 'for good' : own_
      }
    }
  }
})

it.each(['csv', 'ndjson', 'parquet'] as const)('from %s', { timeout: 120_000 }, async (from) => {
  const output = join(folder, `${from}-out.ndjson`)
  const words = [decision, '--input', inputs[from], '--output', output, '--person', 'psn', '--keep', 'id']
  const { status, error } = await batch(words)
  expect({ status, error }).toEqual({ status: 1, error: '' })
  const found = readNdjson(output)
  const fine = rows.filter(({ id }) => typeof expected.get(id) !== 'string')
  expect(found).toEqual(fine.map(({ id }) => ({ id, ...(expected.get(id) as OutputRecord) })))
  const refused = readNdjson(`${output}.rejected.ndjson`)
  const wrong = rows.flatMap(({ id }, index) =>
    typeof expected.get(id) === 'string' ? [[index + 1, expected.get(id)]] : [],
  )
  expect(refused.map(({ row, code }) => [row, code])).toEqual(wrong)
  expect(wrong.map(([, code]) => code)).toEqual(expect.arrayContaining(['earlier-refused', 'not-money', 'not-a-date']))
})

it('to CSV and Parquet in the order of the input', { timeout: 120_000 }, async () => {
  const fine = rows.filter(({ id }) => typeof expected.get(id) !== 'string').map(({ id }) => id)
  for (const format of ['csv', 'parquet']) {
    const output = join(folder, `ordered.${format}`)
    await batch([decision, '--input', inputs.csv, '--output', output, '--person', 'psn', '--keep', 'id,psn'])
    const found = await sql(`SELECT id, psn FROM '${output}'`)
    expect(found.map(([id]) => id)).toEqual(fine)
    expect(found.map(([, psn]) => psn)).toEqual(fine.map((id) => rows.find((row) => row.id === id)?.psn))
  }
})

it('refuses figures that are given, and rows that are nobody’s', async () => {
  const input = join(folder, 'given.ndjson')
  const { psn: _psn, ...nobody } = rows[1]!
  writeNdjson(input, [
    { ...rows[0]!, yearToDate: nothing },
    nobody,
    { ...rows[2], psn: '' },
    { ...rows[0]!, psn: ' 7' },
  ])
  const output = join(folder, 'given-out.ndjson')
  await batch([decision, '--input', input, '--output', output, '--person', 'psn', '--ignore', 'id'])
  expect(readNdjson(`${output}.rejected.ndjson`)).toMatchObject([
    { row: 1, line: 1, code: 'figure-given', path: 'yearToDate.inpatientEligible' },
    { row: 2, line: 2, code: 'no-person', path: 'psn' },
    { row: 3, line: 3, code: 'no-person', path: 'psn' },
    { row: 4, line: 4, code: 'no-person', path: 'psn' },
  ])
})

it('says of columns of figures that they are carried, and where they are missing that they can be', async () => {
  const input = join(folder, 'figures.csv')
  const { psn, ...bill } = rows[0]!
  writeCsv(input, [flat({ ...bill, psn, yearToDate: nothing })])
  const words = (path: string) => [decision, '--input', path, '--output', join(folder, 'f.csv'), '--ignore', 'id']
  const given = await batch([...words(input), '--person', 'psn'])
  expect(given.status).toBe(1)
  expect(given.error).not.toContain('unknown')
  const paths = figures.map((figure) => `yearToDate.${figure}`)
  expect(given.error).toContain(`with --person, not read: ${paths.join(', ')}; put them after --ignore`)
  expect((await batch([...words(input), '--person', 'psn'], 'zh')).error).toContain('用了 --person，由以前的各行算出')
  expect((await batch([...words(inputs.csv), '--ignore', 'psn'])).error).toContain('where --person names the column')
})

it('says how rows were settled, here and in the manifest', async () => {
  const output = join(folder, 'said.csv')
  const words = [decision, '--input', inputs.csv, '--output', output, '--person', 'psn', '--ignore', 'id']
  const { out } = await batch(words)
  const paths = figures.map((figure) => `yearToDate.${figure}`)
  expect(out).toContain(`person by person (psn); these start every year at zero: ${paths.join(', ')}.`)
  // The edition of 2022 is known from a reprint alone.
  const title = '宁波异地就医待遇，2022年10月17日网页转载，原文件未见'
  expect(out).toContain(`Note: rules of edition 2022 come from an unconfirmed source, "${title}".`)
  expect(out).not.toContain('edition 2023')
  const manifest = JSON.parse(readFileSync(`${output}.manifest.json`, 'utf8'))
  expect(manifest.carried).toEqual({ person: 'psn', figures: paths })
  expect(manifest.editions).toMatchObject([
    { edition: '2023' },
    { edition: '2022', unconfirmed: [{ title, grade: 'unconfirmed' }] },
  ])
  expect(manifest.editions[0]).not.toHaveProperty('unconfirmed')
})

it('says so where a decision carries nothing, or the column is not there', async () => {
  const words = ['--input', inputs.csv, '--output', join(folder, 'none.csv')]
  const { error } = await batch(['ningbo.employee.contribution', ...words, '--person', 'psn', '--ignore', 'id'])
  expect(error).not.toBe('')
  const none = await batch([decision, ...words, '--person', 'nobody', '--ignore', 'id,psn'])
  expect(none.error).toContain('missing: nobody')
})
