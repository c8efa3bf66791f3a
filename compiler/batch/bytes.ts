import { parseDate } from '../../runtime/date.ts'

const ZERO = 0x30
const POINT = 0x2e
const DASH = 0x2d
const MOST_DIGITS = 13

/** The amount in fen that stands in a cell, yuan with at most two decimals; NaN where there is none. */
export function fenIn(bytes: Uint8Array, start: number, end: number): number {
  let [value, at] = [0, start]
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  if (at === start || at - start > MOST_DIGITS) return Number.NaN
  if (at === end) return value * 100
  const tens = (bytes[at + 1] ?? 0) - ZERO
  if (bytes[at] !== POINT || at + 1 >= end || tens < 0 || tens > 9) return Number.NaN
  if (at + 2 === end) return value * 100 + tens * 10
  const ones = (bytes[at + 2] ?? 0) - ZERO
  return at + 3 === end && ones >= 0 && ones <= 9 ? value * 100 + tens * 10 + ones : Number.NaN
}

/** The whole number of so many digits at most; NaN where there is none. */
export function wholeIn(bytes: Uint8Array, start: number, end: number, digits: number): number {
  if (end === start || end - start > digits) return Number.NaN
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

// Days of these years are known once they were asked for.
const [FIRST, YEARS] = [1900, 250]
const known = new Int32Array(YEARS * 372)
const NONE = -2_147_483_648

/** The number of the day that stands in a cell as YYYY-MM-DD; NaN where there is none, or a rare one. */
export function dayIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return Number.NaN
  const year = wholeIn(bytes, start, start + 4, 4)
  const month = wholeIn(bytes, start + 5, start + 7, 2)
  const day = wholeIn(bytes, start + 8, end, 2)
  if (!(year >= FIRST && year < FIRST + YEARS && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return Number.NaN
  const place = (year - FIRST) * 372 + (month - 1) * 31 + day - 1
  const found = known[place] ?? 0
  if (found !== 0) return found === NONE ? Number.NaN : found
  const two = (number: number): string => String(number).padStart(2, '0')
  const number = parseDate(`${year}-${two(month)}-${two(day)}`)
  // The first of January 1970 is day 0, and asked for each time.
  known[place] = number ?? NONE
  return number ?? Number.NaN
}

/** Do the bytes of a cell say this? */
export function isSame(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (end - start !== text.length) return false
  for (let at = 0; at < text.length; at++) if (bytes[start + at] !== text[at]) return false
  return true
}

const encoder = new TextEncoder()
// What texts and copies leave room for after themselves: bytes and numbers don't ask.
const ROOM = 16 * 1024

/** Bytes that grow at their end. Between two texts or copies there is room for 16 KiB of bytes and numbers. */
export class Bytes {
  #bytes: Uint8Array<ArrayBuffer>
  #at = 0

  constructor(size: number) {
    this.#bytes = new Uint8Array(size + ROOM)
  }

  /** What was written; the bytes are given away. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#at)
  }

  #reserve(more: number): void {
    if (this.#at + more + ROOM <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2 + more)
    larger.set(this.#bytes.subarray(0, this.#at))
    this.#bytes = larger
  }

  text(text: string): void {
    this.#reserve(text.length * 3)
    this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written
  }

  /** Bytes of others, as they are. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start)
    const bytes = this.#bytes
    let at = this.#at
    for (let each = start; each < end; each++) bytes[at++] = from[each] ?? 0
    this.#at = at
  }

  byte(byte: number): void {
    this.#bytes[this.#at++] = byte
  }

  /** A whole number below 2^53, not negative. */
  whole(value: number): void {
    let rest = value
    if (rest >= 1e9) {
      // In halves, so that digits are those of 32-bit numbers.
      const high = Math.floor(rest / 1e9)
      this.whole(high)
      rest -= high * 1e9
      this.#padded(rest, 9)
      return
    }
    let digits = 1
    for (let power = 10; power <= rest; power *= 10) digits++
    this.#padded(rest, digits)
  }

  /** An amount in fen as yuan with two decimals. */
  fen(value: number): void {
    let rest = value
    if (rest < 0) {
      this.byte(DASH)
      rest = -rest
    }
    const yuan = Math.floor(rest / 100)
    this.whole(yuan)
    this.byte(POINT)
    this.#padded(rest - yuan * 100, 2)
  }

  #padded(value: number, digits: number): void {
    const bytes = this.#bytes
    let rest = value | 0
    for (let at = this.#at + digits - 1; at >= this.#at; at--) {
      const next = (rest / 10) | 0
      bytes[at] = ZERO + rest - next * 10
      rest = next
    }
    this.#at += digits
  }
}
