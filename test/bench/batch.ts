/** Files of bills settled by `daiyu batch`, beside DuckDB with SQL written by hand: the same bytes in, the same out. */
import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inpatient, inpatientCsv } from '../batch/rows.ts'
import { batch } from '../batch/run.ts'
import { median, type Figure } from './figure.ts'
import { processorTime } from './protocol.ts'

const ROWS = 1_000_000
const ROUNDS = 5

/** Processor time, without what the rows need not: compiling the policy, starting threads, making a database. */
export async function measureBatch(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daiyu-bench-'))
  try {
    return await measureIn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureIn(folder: string): Promise<readonly Figure[]> {
  const [many, few] = [ROWS, 1000].map((rows) => {
    const path = join(folder, `${rows}.csv`)
    writeFileSync(path, inpatientCsv(rows))
    return path
  }) as [string, string]
  const [ours, byHand] = ['ours.csv', 'by-hand.csv'].map((name) => join(folder, name)) as [string, string]
  const settle = (input: string) => async (): Promise<void> => {
    const files = ['--input', input, '--output', ours, '--keep', 'id', '--workers', '1']
    const { status, error } = await batch([...inpatient, ...files, '--quiet'])
    if (status !== 0) throw new Error(error)
  }
  const query = (input: string) => () => queryByHand(input, byHand)
  await settle(many)()
  await query(many)()
  if (!readFileSync(ours).equals(readFileSync(byHand))) throw new Error('the results differ')

  const costs = { ours: [] as number[], byHand: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    costs.byHand.push((await processorTime(query(many))) - (await processorTime(query(few))))
    costs.ours.push((await processorTime(settle(many))) - (await processorTime(settle(few))))
  }
  const perSecond = (milliseconds: number): string => `${(ROWS / milliseconds / 1e3).toFixed(2)} M rows`
  return [
    {
      name: 'CSV to CSV per core, to DuckDB with hand-written SQL',
      ratio: median(costs.byHand.map((cost, round) => cost / costs.ours[round]!)),
      floor: 1,
      aim: 3,
      better: 'more',
      measured: `inpatient bill, ${perSecond(median(costs.ours))} a CPU second against ${perSecond(median(costs.byHand))}`,
    },
  ]
}

async function queryByHand(input: string, output: string): Promise<void> {
  const sql = readFileSync(join(import.meta.dirname, 'inpatient', 'by-hand.sql'), 'utf8')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`COPY (${sql.replace('$input', `'${input}'`)}) TO '${output}' (FORMAT csv, HEADER)`)
  connection.closeSync()
  instance.closeSync()
}
