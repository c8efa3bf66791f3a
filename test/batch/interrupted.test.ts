/** A run that is killed, wherever it was, goes on when it is called again, and comes to the same, byte for byte. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, root } from '../cli/build-command.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { newFolder } from './batch.ts'
import { batch } from './run.ts'
import { inpatient, inpatientCsv } from './rows.ts'

const folder = newFolder()
const [decision, ...policies] = inpatient
const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const input = join(folder, 'in.csv')
let command = ''

// Some five pieces, a refused row now and then.
beforeAll(async () => {
  command = await buildCommand(newFolder())
  const lines = inpatientCsv(250_000).split('\n')
  writeFileSync(input, lines.map((line, index) => (index % 5000 === 77 ? `${line},` : line)).join('\n'))
})

const words = (output: string): readonly string[] => {
  const files = ['--input', input, '--output', output, '--keep', 'id', '--workers', '2']
  return ['batch', decision, ...policies, ...files]
}

const made = (output: string) =>
  ['', '.rejected.ndjson', '.manifest.json'].map((end) =>
    existsSync(output + end) ? readFileSync(output + end, 'utf8').replaceAll(/"file": ".*"/g, '') : null,
  )

async function runWhole(output: string, said: RegExp): Promise<void> {
  const { status, error } = await batch(words(output).slice(1))
  expect({ status, error }).toEqual({ status: 1, error: expect.stringMatching(said) })
}

/** Starts it, and kills it after so many milliseconds with a signal that can't be caught; its exit status. */
async function status(output: string, after: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [command, ...words(output)], { cwd: root, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await (after === null ? ended : Promise.race([wait(after), ended]))
  child.kill('SIGKILL')
  await ended
  return child.exitCode
}

it('killed again and again, each time somewhere else, it gets there', { timeout: 240_000 }, async () => {
  const [undisturbed, disturbed] = [join(folder, 'once.csv'), join(folder, 'often.csv')]
  expect(await status(undisturbed, null)).toBe(1)
  let ended: number | null = null
  for (let time = 0; time < 6 && ended === null; time++) ended = await status(disturbed, 300 + random() * 1200)
  expect(ended ?? (await status(disturbed, null))).toBe(1)
  expect(made(disturbed)).toEqual(made(undisturbed))
  expect(existsSync(`${disturbed}.unfinished`)).toBe(false)
})

describe('what an interruption leaves', () => {
  const output = join(folder, 'left.csv')
  const left = `${output}.unfinished`
  const kept = join(folder, 'kept')
  let whole: readonly (string | null)[] = []

  beforeAll(async () => {
    await runWhole(output, /^$/)
    whole = made(output)
    for (const end of ['', '.rejected.ndjson', '.manifest.json']) rmSync(output + end)
    // Stopped by Ctrl-C once a piece is done.
    const stopped = batch(words(output).slice(1))
    while (
      !existsSync(join(left, 'journal.ndjson')) ||
      readFileSync(join(left, 'journal.ndjson'), 'utf8').split('\n').length < 4
    )
      await wait(2)
    process.emit('SIGINT')
    const { status, error } = await stopped
    expect(status).toBe(130)
    expect(error).toMatch(/^Stopped after row \d+\. The same command goes on from there\.\n$/)
    cpSync(left, kept, { recursive: true })
  }, 120_000)

  const put = (): void => {
    rmSync(left, { recursive: true, force: true })
    cpSync(kept, left, { recursive: true })
  }

  it.each([
    ['as it is', () => {}],
    [
      'with half a line in the journal',
      () => truncateSync(join(left, 'journal.ndjson'), readFileSync(join(left, 'journal.ndjson')).length - 100),
    ],
    ['with a line that is no JSON', () => appendFileSync(join(left, 'journal.ndjson'), '\0\0\0\0')],
    ['with rows that the journal does not know of', () => appendFileSync(join(left, 'settled'), 'half a row')],
    ['with refused rows that it does not know of', () => appendFileSync(join(left, 'refused'), '{"row":1}\n{"ro')],
  ])('is gone on with: %s', { timeout: 60_000 }, async (_, change) => {
    put()
    change()
    await runWhole(output, /^Going on after row \d+, where the last run ended\.\n$/)
    expect(made(output)).toEqual(whole)
    expect(existsSync(left)).toBe(false)
  })

  it.each([
    [
      'a row that was written is not what it was',
      'part written so far',
      () => writeFileSync(join(left, 'settled'), readFileSync(join(left, 'settled'), 'utf8').replace('.00,', '.01,')),
    ],
    ['rows that were written are gone', 'part written so far', () => truncateSync(join(left, 'settled'), 1000)],
    ['the input is another', 'input', () => utimesSync(input, new Date(), new Date())],
  ])('is refused where %s', async (_, part, change) => {
    put()
    change()
    const { status, error } = await batch(words(output).slice(1))
    expect(status).toBe(1)
    expect(error).toContain(`another ${part}`)
    expect(error).toContain(`delete ${left}`)
  })

  // All was done but for putting the files in their places, as far as that had come.
  it.each([
    ['none of it', false],
    ['its output', true],
  ])('is put in its place once it is complete: %s was there', { timeout: 60_000 }, async (_, isMoved) => {
    put()
    cpSync(`${output}.manifest.json`, join(left, 'manifest.json'))
    if (isMoved) rmSync(join(left, 'settled'))
    else cpSync(output, join(left, 'settled'))
    cpSync(`${output}.rejected.ndjson`, join(left, 'refused'))
    await runWhole(output, /^$/)
    expect(made(output)).toEqual(whole)
    expect(existsSync(left)).toBe(false)
  })

  it('is refused for another command line, and while somebody is at work in it', async () => {
    put()
    const other = words(output)
      .slice(1)
      .filter((word) => word !== '--keep' && word !== 'id')
    const { error } = await batch([...other, '--ignore', 'id'])
    expect(error).toContain('another command line or language. Put')
    // What is compiled is another too, since it follows from the command line.
    expect(error).not.toContain('compiler')
    writeFileSync(join(left, 'process'), String(process.ppid))
    expect((await batch(words(output).slice(1))).error).toContain(`(${process.ppid}) is writing`)
  })
})
