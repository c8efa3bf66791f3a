/**
 * `npm run test:batch`: ten million rows in constant memory; killed by -9 at random moments until it ends; the same, byte
 * for byte, as undisturbed, and every row once. `--rows 1000000 --kills 20 --seed 1` for less, or more.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildCommand, root } from '../cli/build-command.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { inpatient, inpatientCsv } from './rows.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    kills: { type: 'string', default: '12' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})
const [rows, kills, seed] = [Number(values.rows), Number(values.kills), Number(values.seed)]
const random = seededRandom(seed)
const CHUNK = 500_000
const folder = mkdtempSync(join(tmpdir(), 'daiyu-deep-'))
const [few, many] = ['few.csv', 'many.csv'].map((name) => join(folder, name)) as [string, string]

interface Ended {
  readonly status: number | null
  /** The most memory that it had, in kB. */
  readonly peak: number
  readonly seconds: number
}

/** Settles a file; kills it after so many seconds with a signal that can't be caught, where there are any. */
async function run(command: string, input: string, output: string, after: number | null): Promise<Ended> {
  const [decision, ...policies] = inpatient
  const files = ['--input', input, '--output', output, '--keep', 'id', '--workers', '2', '--quiet']
  const began = Date.now()
  const child = spawn(process.execPath, [command, 'batch', decision, ...policies, ...files], {
    cwd: root,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  let [isOver, peak] = [false, 0]
  void ended.then(() => (isOver = true))
  while (!isOver) {
    peak = Math.max(peak, memoryOf(child.pid ?? 0))
    if (after !== null && Date.now() - began > after * 1000) child.kill('SIGKILL')
    await Promise.race([wait(20), ended])
  }
  return { status: child.exitCode, peak, seconds: (Date.now() - began) / 1000 }
}

function memoryOf(process: number): number {
  const path = `/proc/${process}/status`
  try {
    return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0
  } catch {
    return 0
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const block of createReadStream(path)) hash.update(block as Buffer)
  return hash.digest('hex')
}

/** The rows are numbered: is each there once, in order? */
async function checkNumbers(path: string): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (number > 0 && Number(line.slice(0, line.indexOf(','))) !== number)
      fail(`line ${number + 1} is not row ${number}`)
    number += 1
  }
  if (number - 1 !== rows) fail(`there are ${number - 1} rows of ${rows}`)
}

function fail(message: string): never {
  throw new Error(`${message} (--seed ${seed})`)
}

try {
  const command = await buildCommand(folder)
  writeFileSync(few, inpatientCsv(CHUNK))
  writeFileSync(many, inpatientCsv(0))
  for (let first = 0; first < rows; first += CHUNK) {
    const text = inpatientCsv(Math.min(CHUNK, rows - first), seed, first)
    appendFileSync(many, text.slice(text.indexOf('\n') + 1))
  }
  const [once, often] = ['once.csv', 'often.csv'].map((name) => join(folder, name)) as [string, string]
  const short = await run(command, few, join(folder, 'few.out.csv'), null)
  const whole = await run(command, many, once, null)
  if (short.status !== 0 || whole.status !== 0) fail('it does not end')
  console.log(`${rows} rows in ${whole.seconds.toFixed(0)} s, ${whole.peak} kB; ${CHUNK} rows in ${short.peak} kB`)
  // Garbage comes and goes; what grows with the rows would be far more.
  if (whole.peak > short.peak + 200_000) fail(`memory grows: ${short.peak} kB, then ${whole.peak} kB`)
  await checkNumbers(once)
  let killed = 0
  while ((await run(command, many, often, 0.3 + (random() * whole.seconds * 2) / kills)).status === null) killed += 1
  console.log(`killed ${killed} times`)
  const manifests = [once, often].map((path) =>
    readFileSync(`${path}.manifest.json`, 'utf8').replace(/"file": "o\w+.csv"/, ''),
  )
  if (manifests[0] !== manifests[1] || (await hashOf(once)) !== (await hashOf(often))) fail('the results differ')
  console.log('the same, byte for byte')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
