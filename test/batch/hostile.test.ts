/** Files as they come: whatever is in them, each row is settled or named with its line, or the file is refused as a whole. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder, readNdjson, sql } from './batch.ts'
import { batch } from './run.ts'
import { inpatient, inpatientCsv } from './rows.ts'

const folder = newFolder()
const [decision, ...policies] = inpatient
const [header = '', ...rows] = inpatientCsv(3).trimEnd().split('\n')
let count = 0

async function settle(content: string | Uint8Array | null, ...words: readonly string[]) {
  const input = join(folder, `in${++count}.csv`)
  if (content !== null) writeFileSync(input, content)
  const output = join(folder, `out${count}.csv`)
  const result = await batch([decision, '--input', input, '--output', output, ...policies, '--keep', 'id', ...words])
  const rejected = existsSync(`${output}.rejected.ndjson`) ? readNdjson(`${output}.rejected.ndjson`) : []
  const lines = existsSync(output) ? readFileSync(output, 'utf8').trimEnd().split('\n').slice(1) : []
  return { ...result, input, output, rejected, ids: lines.map((line) => line.split(',')[0]) }
}

const places = (rejected: readonly Readonly<Record<string, unknown>>[]) =>
  rejected.map(({ row, line, code }) => [row, line, code])

describe('a file of CSV', () => {
  it.each([
    ['a byte order mark', `\uFEFF${[header, ...rows].join('\n')}\n`],
    ['carriage returns', `${[header, ...rows].join('\r\n')}\r\n`],
    ['no line end at its end', [header, ...rows].join('\n')],
    ['blank lines', `${header}\n\n${rows.join('\n\n')}\n\n`],
    ['every cell in quotes', `${[header, ...rows].map((line) => `"${line.replaceAll(',', '","')}"`).join('\n')}\n`],
    [
      'columns in another order',
      `${[header, ...rows].map((line) => line.split(',').toReversed().join(',')).join('\n')}\n`,
    ],
  ])('may have %s', async (_, content) => {
    const { status, ids, error } = await settle(content)
    expect({ status, ids, error }).toEqual({ status: 0, ids: ['1', '2', '3'], error: '' })
  })

  it('keeps what is in a cell, and lines are counted in it', async () => {
    const cells = ['"a ""b"", c"', '"two\nlines"', '=1+1', '宁波']
    const lines = cells.map((cell, index) => rows[index % 3]!.replace(/^\d+/, cell))
    const bad = rows[0]!.replace('1', 'x').replace(/active|retired/, 'dead')
    const { output, rejected } = await settle(`${[header, ...lines, bad].join('\n')}\n`)
    const text = readFileSync(output, 'utf8')
    expect(text).toContain('\n"a ""b"", c",inpatient,')
    expect(text).toContain('\n"two\nlines",inpatient,')
    // A spreadsheet would compute it.
    expect(text).toContain("\n'=1+1,inpatient,")
    expect(text).toContain('\n宁波,inpatient,')
    // The header is line 1, the row of two lines the lines 3 and 4.
    expect(places(rejected)).toEqual([[5, 7, 'not-a-member']])
  })

  it('whose rows are spoiled has the others settled', async () => {
    const spoiled = [
      `${rows[0]},`,
      rows[1]!.slice(0, rows[1]!.lastIndexOf(',')),
      `2",${rows[1]!.slice(2)}`,
      `"2"x,${rows[1]!.slice(2)}`,
      `"2,${rows[1]!.slice(2)}`,
      rows[1]!.replace(/[\d.]+$/, '1e3'),
      rows[1]!.replace(/[\d.]+$/, ''),
      `${'x'.repeat(1024 * 1024)},${rows[1]!.slice(2)}`,
    ]
    const { status, ids, rejected } = await settle(`${[header, rows[0], ...spoiled, rows[2]].join('\n')}\n`)
    expect(status).toBe(1)
    expect(ids).toEqual(['1', '3'])
    expect(places(rejected)).toEqual([
      [2, 3, 'other-cells'],
      [3, 4, 'other-cells'],
      [4, 5, 'csv-quote'],
      [5, 6, 'csv-quote'],
      [6, 7, 'csv-quote'],
      [7, 8, 'not-money'],
      [8, 9, 'missing'],
      [9, 10, 'record-too-long'],
    ])
  })

  it('in another encoding has its rows refused that are not text', async () => {
    const gbk = Buffer.concat([
      Buffer.from(`${header}\n`),
      Buffer.from([0xc4, 0xfe]),
      Buffer.from(`${rows[0]!.slice(1)}\n${rows[1]}\n`),
    ])
    const { ids, rejected } = await settle(gbk)
    expect(ids).toEqual(['2'])
    expect(rejected).toMatchObject([{ row: 1, line: 2, code: 'not-utf8' }])
    expect(String(rejected[0]!['message'])).toContain('iconv')
  })

  it('with rows longer than a piece loses none of those between', { timeout: 120_000 }, async () => {
    const long = `${'x'.repeat(9 * 1024 * 1024)},${rows[1]!.slice(2)}`
    const { ids, rejected } = await settle(`${[header, rows[0], long, rows[1], long, rows[2]].join('\n')}\n`)
    expect(ids).toEqual(['1', '2', '3'])
    expect(places(rejected)).toEqual([
      [2, 3, 'record-too-long'],
      [4, 5, 'record-too-long'],
    ])
  })

  it('whose columns are wrong is refused, with all that is wrong', async () => {
    const names = header.replace('visit.tier', 'visit.teir').replace('visit.setting', 'person.status')
    const { status, error, output } = await settle(`${names}\n${rows.join('\n')}\n`)
    expect(status).toBe(1)
    expect(error).toContain('missing: visit.tier, visit.setting')
    expect(error).toContain('unknown: visit.teir')
    expect(error).toContain('twice: person.status')
    expect(existsSync(`${output}.unfinished`)).toBe(false)
  })

  it('without anything in it is refused, one without rows is not', async () => {
    expect((await settle('')).error).toContain('does not name the columns')
    expect((await settle(`${header.replaceAll(',', ';')}\n`)).error).toContain('with commas between them')
    expect(await settle(`${header}\n`)).toMatchObject({ status: 0, ids: [] })
  })
})

describe('the two files', () => {
  it('have to be two', async () => {
    const input = join(folder, 'same.csv')
    writeFileSync(input, `${[header, ...rows].join('\n')}\n`)
    symlinkSync(input, join(folder, 'link.csv'))
    const output = join(folder, 'link.csv')
    expect(await batch([decision, '--input', input, '--output', output, ...policies])).toMatchObject({ status: 2 })
    expect(readFileSync(input, 'utf8')).toContain(rows[2])
  })

  it('may be reached by links, which stay', async () => {
    const target = join(folder, 'target.csv')
    writeFileSync(target, 'old')
    symlinkSync(target, join(folder, 'to-target.csv'))
    const { input } = await settle(`${[header, ...rows].join('\n')}\n`)
    const words = [decision, '--input', input, '--output', join(folder, 'to-target.csv'), ...policies, '--keep', 'id']
    expect(await batch(words)).toMatchObject({ status: 0 })
    expect(readFileSync(target, 'utf8')).toMatch(/^id,policy/)
  })

  it.runIf(process.platform === 'linux')('are told of where nothing can be written', async () => {
    const { input } = await settle(`${[header, ...rows].join('\n')}\n`)
    const words = [decision, '--input', input, '--output', '/proc/out.csv', '--keep', 'id', ...policies]
    await expect(batch(words)).rejects.toMatchObject({ syscall: 'mkdir' })
  })

  it('say by their names what is in them, and have to be there', async () => {
    expect((await batch([decision, '--input', 'a.txt', '--output', 'b.csv'])).error).toContain('.parquet')
    expect((await batch([decision, '--input', 'none.csv', '--output', 'b.csv'])).status).toBe(2)
    expect(await settle(null)).toMatchObject({ status: 2 })
    const { input } = await settle(header)
    const words = [decision, '--input', input, '--output', join(folder, 'none', 'out.csv'), ...policies]
    expect(await batch(words)).toMatchObject({ status: 2 })
    mkdirSync(join(folder, 'folder.csv'))
    expect(await batch([...words.slice(0, 4), join(folder, 'folder.csv'), ...policies])).toMatchObject({ status: 2 })
  })

  it('of an earlier run leave no refused rows behind', async () => {
    const { input, output } = await settle(`${[header, `${rows[0]},`].join('\n')}\n`)
    expect(existsSync(`${output}.rejected.ndjson`)).toBe(true)
    writeFileSync(input, `${[header, rows[0]].join('\n')}\n`)
    await batch([decision, '--input', input, '--output', output, ...policies, '--keep', 'id'])
    expect(existsSync(`${output}.rejected.ndjson`)).toBe(false)
    rmSync(output)
  })
})

describe('a file of Parquet', () => {
  const csv = join(folder, 'rows.csv')
  const parquet = join(folder, 'rows.parquet')
  writeFileSync(csv, `${[header, ...rows].join('\n')}\n`)
  const write = (replaced: string) =>
    sql(
      `COPY (SELECT * REPLACE (${replaced}) FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`,
    )
  const settleParquet = () =>
    batch([decision, '--input', parquet, '--output', join(folder, 'parquet.ndjson'), ...policies, '--ignore', 'id'])

  it.each(['DOUBLE', 'FLOAT', 'TIMESTAMP', 'BLOB'])('whose amounts or dates are %s is refused', async (type) => {
    const column = type === 'TIMESTAMP' ? 'visit.settledOn' : 'visit.eligible'
    await write(`CAST("${column}" AS ${type}) AS "${column}"`)
    const { status, error } = await settleParquet()
    expect(status).toBe(1)
    expect(error).toContain(`${column} ${type}`)
  })

  it('may have amounts in whole yuan, or with zeros behind', async () => {
    await write(`CAST(1200 AS INTEGER) AS "visit.eligible", CAST(5 AS DECIMAL(18,6)) AS "yearToDate.deductiblePaid"`)
    expect(await settleParquet()).toMatchObject({ status: 0 })
  })

  it('that is none is refused in a sentence', async () => {
    writeFileSync(parquet, 'no parquet')
    const { status, error } = await settleParquet()
    expect(status).toBe(1)
    expect(error).toMatch(/^DuckDB says: /)
  })
})

it('speaks Chinese', async () => {
  const { error } = await batch([decision, '--input', 'a.txt', '--output', 'b.csv'], 'zh')
  expect(error).toContain('看不出 a.txt 是什么格式')
})
