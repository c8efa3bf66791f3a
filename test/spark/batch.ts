import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../compiler/cli/batch/manifest.ts'
import { killDuring } from './kill.ts'
import { asCsv, billLines, linesOfPersons } from './rows.ts'
import type { Place, Test } from './run.ts'

const decision = 'ningbo.employee.settle'
const byPerson = ['--person', 'psn_no', '--keep', 'psn_no']

/** What `daiyu batch --engine spark` writes is, byte by byte, what the run on one machine writes. */
export function batchTests(place: Place): readonly Test[] {
  const lines = billLines(2000, 6)
  const text = `${lines.join('\n')}\n`
  const ofPersons = `${linesOfPersons(lines, 150).join('\n')}\n`
  return [
    {
      name: 'NDJSON to CSV, bills of all editions with their lists, and rows that are wrong',
      run: () => sameAsEmbedded(place, 'ndjson-to-csv', { 'in.ndjson': text }, 'out.csv', []),
    },
    {
      name: 'CSV to NDJSON, with quotes, tabs, Unicode, carriage returns and bytes that are no UTF-8',
      run: () => {
        const broken = Buffer.concat([Buffer.from(asCsv(lines)), Buffer.from([0xc3, 0x28, 0x0a])])
        return sameAsEmbedded(place, 'csv-to-ndjson', { 'in.csv': broken }, 'out.ndjson', [])
      },
    },
    {
      name: 'figures carried through the bills of each person, NDJSON to Parquet',
      run: () => sameAsEmbedded(place, 'persons', { 'in.ndjson': ofPersons }, 'out.parquet', byPerson),
    },
    { name: 'an executor is killed in the middle', run: () => killed(place, 'killed', []) },
    { name: 'an executor is killed while figures are carried', run: () => killed(place, 'killed-persons', byPerson) },
    { name: 'what is missing is told in a sentence', run: () => told(place) },
  ]
}

async function sameAsEmbedded(
  place: Place,
  name: string,
  input: Readonly<Record<string, string | Buffer>>,
  output: string,
  options: readonly string[],
  during: (task: Promise<Ended>, folder: string) => Promise<Ended> = (task) => task,
): Promise<void> {
  const [embedded, spark] = ['embedded', 'spark'].map((engine) => join(place.folder, name, engine)) as [string, string]
  const [file] = Object.keys(input)
  for (const folder of [embedded, spark]) {
    mkdirSync(folder, { recursive: true })
    for (const [each, content] of Object.entries(input)) writeFileSync(join(folder, each), content)
  }
  const args = [
    decision,
    '--input',
    file ?? '',
    '--output',
    output,
    '--keep',
    'id',
    '--language',
    'en',
    '--quiet',
    ...options,
  ]
  const expected = await batch(place, embedded, args)
  const task = batch(place, spark, [...args, '--engine', 'spark', '--master', place.cluster.master])
  const { err, status, out } = await during(task, join(spark, `${output}.unfinished`, 'staged'))
  assert.deepEqual({ status, out: sameSample(out) }, { status: expected.status, out: sameSample(expected.out) })
  const isCsv = file?.endsWith('.csv') ?? false
  assert.match(err, isCsv ? /^In \d+ rows a quote does not close in its line/ : /^$/)
  for (const each of [output, `${output}.rejected.ndjson`])
    assert.ok(readFileSync(join(spark, each)).equals(readFileSync(join(embedded, each))), `${each} differs`)
  const [theirs, ours] = [embedded, spark].map(
    (folder) => JSON.parse(readFileSync(join(folder, `${output}.manifest.json`), 'utf8')) as Manifest,
  )
  assert.deepEqual({ ...ours, pieces: null, secondOpinion: null }, { ...theirs, pieces: null, secondOpinion: null })
  assert.equal(existsSync(join(spark, `${output}.unfinished`)), false)
}

/** Which rows are settled a second time depends on how they are numbered; that some are does not. */
function sameSample(out: string): string {
  return out.replace(/DuckDB settled [1-9]\d* of them/, 'DuckDB settled some of them')
}

async function killed(place: Place, name: string, options: readonly string[]): Promise<void> {
  const lines = billLines(20_000, 7)
  const text = `${(options.length > 0 ? linesOfPersons(lines, 1500) : lines).join('\n')}\n`
  await sameAsEmbedded(place, name, { 'in.ndjson': text }, 'out.csv', options, (task, folder) =>
    killDuring(task, place.cluster, folder),
  )
}

async function told(place: Place): Promise<void> {
  const folder = join(place.folder, 'told')
  mkdirSync(folder)
  writeFileSync(join(folder, 'in.ndjson'), `${billLines(10, 8).join('\n')}\n`)
  const args = [decision, '--input', 'in.ndjson', '--output', 'out.ndjson', '--ignore', 'id', '--engine', 'spark']
  const master = ['--master', place.cluster.master]
  const asked = [
    { args: ['--master', 'spark://127.0.0.1:9'], says: /spark:\/\/127.0.0.1:9 can't be reached/, zh: /连不上/ },
    { args: [...master, '--node', 'no-node'], says: /no no-node on the executors/, zh: /执行器上没有 no-node/ },
    { args: master, env: { JAVA_HOME: '/nowhere' }, says: /There is no \/nowhere\/bin\/java/, zh: /没有 \/nowhere/ },
    { args: master, env: { PYSPARK_PYTHON: 'nopython' }, says: /There is no nopython/, zh: /没有 nopython/ },
    { args: master, env: { SPARK_HOME: '/nowhere' }, says: /no Spark in \/nowhere/, zh: /nowhere 里没有 Spark/ },
  ]
  for (const { args: more, env = {}, says, zh } of asked) {
    for (const [language, expected] of [
      ['en', says],
      ['zh', zh],
    ] as const) {
      const { status, err } = await batch(place, folder, [...args, ...more, '--language', language], env)
      assert.equal(status, 1, err)
      assert.match(err, expected)
      assert.doesNotMatch(err, /\bat [\w.$]+\(/)
      assert.equal(existsSync(join(folder, 'out.ndjson')), false)
    }
  }
}

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function batch(
  { command }: Place,
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const process_ = spawn(process.execPath, [command, 'batch', ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  process_.stdout.on('data', (text) => (out += String(text)))
  process_.stderr.on('data', (text) => (err += String(text)))
  return new Promise((resolve) => process_.on('close', (status) => resolve({ status, out, err })))
}
