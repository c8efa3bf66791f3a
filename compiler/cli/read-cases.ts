import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { LONGEST_JSON } from '../../runtime/json.ts'
import { UsageError } from './command.ts'
import { splitLines, type Line } from './split-lines.ts'

/** What the input holds: one case, or one on each line. */
export type Cases =
  { readonly kind: 'one'; readonly line: Line } | { readonly kind: 'many'; readonly lines: AsyncIterable<Line> }

/**
 * Opens a file, or standard input (-). It is many cases if its name says so (.ndjson, .jsonl), or if it is not one
 * JSON value but one of its first two lines is: a bad first line does not stop the others. However many, no more than a few lines are kept at a time.
 */
export async function openCases(path: string): Promise<Cases> {
  if (/\.(?:csv|parquet)$/i.test(path)) throw new UsageError((say) => say.tableForBatch(path))
  const chunks = path === '-' ? process.stdin : chunksOf(path)
  const lines = splitLines(chunks)
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return { kind: 'many', lines: withoutBlanks(lines) }
  const head: Line[] = []
  // Not `for await`: leaving it would close what is still to be read.
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    head.push(next.value)
    const [first, second] = head.filter(isNotBlank)
    if (second === undefined) continue
    if (isWhole(first) || isWhole(second)) return { kind: 'many', lines: withoutBlanks(followedBy(head, lines)) }
    break
  }
  return { kind: 'one', line: await joined(head, lines) }
}

/** Every line of a file, or of standard input (-), blank ones too. */
export function openLines(path: string): AsyncIterable<Line> {
  return splitLines(path === '-' ? process.stdin : chunksOf(path))
}

/** Is the line a JSON value of its own, whatever is wrong with what it says? */
function isWhole(line: Line | undefined): boolean {
  try {
    return line?.text != null && typeof JSON.parse(line.text) === 'object'
  } catch {
    return false
  }
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError((say) => say.noSuchFile(path))
  if (stats.isDirectory()) throw new UsageError((say) => say.notAFile(path))
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(64 * 1024)
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

async function* followedBy(head: readonly Line[], rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield* head
  yield* rest
}

async function* withoutBlanks(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (isNotBlank(line)) yield line
}

function isNotBlank({ text }: Line): boolean {
  return text === null || text.trim() !== ''
}

// What is too long to be read anyway is counted, not kept.
async function joined(head: readonly Line[], rest: AsyncIterable<Line>): Promise<Line> {
  const texts: string[] = []
  let length = -1
  let isText = true
  for await (const line of followedBy(head, rest)) {
    length += line.length + 1
    if (line.text === null) isText = isText && line.length > LONGEST_JSON
    else if (length <= LONGEST_JSON) texts.push(line.text)
  }
  return { text: isText && length <= LONGEST_JSON ? texts.join('\n') : null, length: Math.max(length, 0), isAll: true }
}
