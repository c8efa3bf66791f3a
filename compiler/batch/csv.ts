/**
 * CSV as bytes: cells apart by commas, records by line feeds (with or without a carriage return before), a cell in
 * quotes where it holds one of these or a quote, which is then doubled. A quote opens only at the start of a cell, and
 * only if it closes again within the longest record there may be: so a quote that is never closed spoils its own line
 * and no more. Offsets count bytes.
 */

/** No record may be longer, in bytes: as no case may be. */
export const LONGEST_RECORD = 1024 * 1024

export const NEWLINE = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const RETURN = 0x0d

/**
 * Where the first record ends that ends at `target` or later, which is where the next one starts. `start` is where a
 * record starts; the bytes are known up to `end`, which is the end of the file where `isLast`. -1: not known yet.
 */
export function recordEnd(bytes: Uint8Array, start: number, end: number, target: number, isLast: boolean): number {
  let at = start
  let newline = -1
  for (;;) {
    const quote = position(bytes, QUOTE, at, end)
    if (newline < Math.max(at, target)) newline = position(bytes, NEWLINE, Math.max(at, target), end)
    if (newline < quote || quote === end) return newline < end ? newline + 1 : isLast ? end : -1
    if (!isCellStart(bytes, quote, start)) {
      at = quote + 1
      continue
    }
    const closing = closingQuote(bytes, quote, end)
    if (closing > 0) at = closing + 1
    // Whether the quote closes, or is the first of two, is not known yet.
    else if (!isLast && end - quote <= LONGEST_RECORD + 1) return -1
    else at = quote + 1
  }
}

/** The same for records that are lines. */
export function lineEnd(bytes: Uint8Array, _: number, end: number, target: number, isLast: boolean): number {
  const newline = position(bytes, NEWLINE, target, end)
  return newline < end ? newline + 1 : isLast ? end : -1
}

function isCellStart(bytes: Uint8Array, at: number, start: number): boolean {
  if (at === start) return true
  const before = bytes[at - 1]
  return before === COMMA || before === NEWLINE
}

/** Where the quote closes that opens at `quote`; 0 where it does not within the longest record. */
function closingQuote(bytes: Uint8Array, quote: number, end: number): number {
  const last = Math.min(end, quote + LONGEST_RECORD)
  let at = position(bytes, QUOTE, quote + 1, last)
  while (at < last && bytes[at + 1] === QUOTE && at + 1 < end) at = position(bytes, QUOTE, at + 2, last)
  return at < last ? at : 0
}

function position(bytes: Uint8Array, byte: number, from: number, end: number): number {
  const at = bytes.indexOf(byte, from)
  return at < 0 || at > end ? end : at
}

/** What is wrong with a record as such. */
export type CsvFault = 'csv-quote' | 'record-too-long'

/** Finds the cells of one record after the other. */
export class CsvScanner {
  /** Of the last record: how many cells; where each starts and ends; 1 where it stood in quotes, 2 where quotes in it are doubled. */
  count = 0
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly quotes: number[] = []
  /** Where the record starts and ends, without its line end. */
  start = 0
  end = 0
  /** How many lines it takes. */
  lines = 0
  fault: CsvFault | null = null
  readonly #bytes: Uint8Array
  readonly #length: number
  #at: number

  constructor(bytes: Uint8Array, start: number, length: number) {
    this.#bytes = bytes
    this.#at = start
    this.#length = length
  }

  /** Where the next record starts. */
  get at(): number {
    return this.#at
  }

  /** The next record is the one that starts here. */
  goTo(at: number): void {
    this.#at = at
  }

  /** Goes to the next record; false where there is none. */
  next(): boolean {
    if (this.#at >= this.#length) return false
    this.start = this.#at
    this.count = 0
    this.lines = 1
    this.fault = null
    while (this.#cell());
    if (this.end - this.start > LONGEST_RECORD) this.fault = 'record-too-long'
    return true
  }

  get isBlank(): boolean {
    return this.end === this.start
  }

  /** Reads a cell; is there another after it? */
  #cell(): boolean {
    const [bytes, length] = [this.#bytes, this.#length]
    let at = this.#at
    const closing = at < length && bytes[at] === QUOTE ? closingQuote(bytes, at, length) : 0
    if (closing > 0) {
      const next = bytes[closing + 1]
      const isOver = closing + 1 >= length || next === COMMA || next === NEWLINE
      if (isOver || (next === RETURN && (closing + 2 >= length || bytes[closing + 2] === NEWLINE))) {
        this.#take(at + 1, closing, this.#quoted(at + 1, closing))
        return this.#after(closing + (next === RETURN ? 2 : 1))
      }
      this.fault = 'csv-quote'
      this.#quoted(at + 1, closing)
      at = closing + 1
    }
    const start = this.#at
    for (; at < length; at++) {
      const byte = bytes[at]
      if (byte === COMMA || byte === NEWLINE) break
      if (byte === QUOTE) this.fault = 'csv-quote'
    }
    const isEnd = at >= length || bytes[at] === NEWLINE
    this.#take(start, isEnd && at > start && bytes[at - 1] === RETURN ? at - 1 : at, 0)
    return this.#after(at)
  }

  #take(start: number, end: number, quotes: number): void {
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.quotes[this.count] = quotes
    this.count += 1
    this.end = quotes > 0 ? end + 1 : end
  }

  #after(at: number): boolean {
    this.#at = at + 1
    return at < this.#length && this.#bytes[at] === COMMA
  }

  /** Counts the lines in a cell in quotes; 2 where quotes in it are doubled, else 1. */
  #quoted(start: number, end: number): number {
    let quotes = 1
    for (let at = start; at < end; at++) {
      if (this.#bytes[at] === NEWLINE) this.lines += 1
      else if (this.#bytes[at] === QUOTE) quotes = 2
    }
    return quotes
  }
}

/** A cell as it has to be written. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? csvQuoted(text) : text
}

export function csvQuoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/**
 * The same for text that somebody wrote, which a spreadsheet could take for a formula: that gets an apostrophe before it,
 * unless it is a number.
 */
export function csvText(text: string): string {
  const isRisky = /^[=+\-@\t\r\0]/.test(text) && !/^-?\d+(?:[./]\d+)?$/.test(text)
  return csvCell(isRisky ? `'${text}` : text)
}
