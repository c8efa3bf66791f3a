import { readJson } from '../../runtime/json.ts'
import { LONGEST_RECORD, NEWLINE } from './csv.ts'
import { textBetween, type Records, type Row } from './row.ts'

/** Finds one line after the other. */
export class LineScanner {
  start = 0
  end = 0
  readonly lines = 1
  readonly #bytes: Uint8Array
  readonly #length: number
  #at: number

  constructor(bytes: Uint8Array, start: number, length: number) {
    this.#bytes = bytes
    this.#at = start
    this.#length = length
  }

  /** Goes to the next line; false where there is none. */
  next(): boolean {
    if (this.#at >= this.#length) return false
    const newline = this.#bytes.indexOf(NEWLINE, this.#at)
    this.start = this.#at
    this.end = newline < 0 || newline > this.#length ? this.#length : newline
    this.#at = this.end + 1
    return true
  }

  get isBlank(): boolean {
    for (let at = this.start; at < this.end; at++) if (!isSpace(this.#bytes[at])) return false
    return true
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d
}

/** Reads a line, and takes out of the case what is kept or ignored. */
export function readJsonRow(
  records: Records,
  { start, end }: Pick<LineScanner, 'start' | 'end'>,
  keep: readonly string[],
  ignore: readonly string[],
): Row {
  if (end - start > LONGEST_RECORD) return { ok: false, issues: [{ code: 'record-too-long', path: '' }] }
  const text = textBetween(records, start, end)
  if (text === null) return { ok: false, issues: [{ code: 'not-utf8', path: '' }] }
  const value = quickly(text)
  const read = value === undefined ? readJson(text) : { ok: true as const, value }
  if (!read.ok) return read
  const kept = keep.map((path) => takeAt(read.value, path) ?? null)
  for (const path of ignore) takeAt(read.value, path)
  return { ok: true, input: read.value, kept }
}

/**
 * What the text says, where JSON.parse has lost nothing: written again, it is the same text. So no key was there twice,
 * and no number has lost a digit; a fraction is refused where an amount is read. undefined where that is not so.
 */
function quickly(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** Takes out what stands at a path, and gives it. */
function takeAt(value: unknown, path: string): unknown {
  if (isRecord(value) && Object.hasOwn(value, path)) return taken(value, path)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const record = keys.reduce<unknown>(
    (inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )
  return isRecord(record) && Object.hasOwn(record, last) ? taken(record, last) : undefined
}

function taken(record: Record<string, unknown>, key: string): unknown {
  const value = record[key]
  delete record[key]
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
