import { parseDate } from '../../runtime/date.ts'

const ZERO = 0x30
const DASH = 0x2d

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

/** The number of the day that is written here as YYYY-MM-DD; NaN where none is, or a rare one. */
export function dayIn(bytes: Uint8Array, at: number): number {
  const year = twoIn(bytes, at) * 100 + twoIn(bytes, at + 2)
  const month = twoIn(bytes, at + 5)
  const day = twoIn(bytes, at + 8)
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return Number.NaN
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

/** Two digits; far below zero where they are none. */
function twoIn(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [(bytes[at] ?? 0) - ZERO, (bytes[at + 1] ?? 0) - ZERO]
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : -10_000
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
// What texts and copies leave room for after themselves: bytes and amounts don't ask.
const ROOM = 16 * 1024
const LARGEST_SHORT = 2 ** 31 - 1

// Three digits as four bytes, written at once, of which what follows takes the last: with zeros before them, and without.
const padded = new Uint32Array(1000)
const alone = new Uint32Array(1000)
// A point and two digits.
const cents = new Uint32Array(100)
for (let number = 0; number < 1000; number++) {
  const word = (text: string): number => [...encoder.encode(text)].reduceRight((all, byte) => all * 256 + byte, 0)
  padded[number] = word(String(number).padStart(3, '0'))
  alone[number] = word(String(number))
  if (number < 100) cents[number] = word(`.${String(number).padStart(2, '0')}`)
}

/** Bytes that grow at their end. Behind it there is room for 16 KiB of what doesn't ask. */
export class Bytes {
  #bytes: Uint8Array<ArrayBuffer>
  view: DataView
  /** Where they end. */
  at = 0

  constructor(size: number) {
    this.#bytes = new Uint8Array(size + ROOM)
    this.view = new DataView(this.#bytes.buffer)
  }

  /** What was written; the bytes are given away. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.at)
  }

  /** The line that starts at a place, without its end. */
  textFrom(start: number): string {
    return decoder.decode(this.#bytes.subarray(start, this.at - 1))
  }

  reserve(more: number): void {
    if (this.at + more + ROOM <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2 + more)
    larger.set(this.#bytes.subarray(0, this.at))
    this.#bytes = larger
    this.view = new DataView(larger.buffer)
  }

  text(text: string): void {
    this.reserve(text.length * 3)
    this.at += encoder.encodeInto(text, this.#bytes.subarray(this.at)).written
  }

  /** Bytes of others, as they are. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start)
    const { view } = this
    let { at } = this
    for (let each = start; each < end; each++) view.setUint8(at++, from[each] ?? 0)
    this.at = at
  }

  byte(byte: number): void {
    this.view.setUint8(this.at++, byte)
  }

  /** A whole number of fen below 2^53, as yuan with two decimals. */
  fen(value: number): void {
    if (isShort(value)) {
      this.at = putFen(this.view, this.at, value)
      return
    }
    const fen = String(Math.abs(value)).padStart(3, '0')
    this.text(`${value < 0 ? '-' : ''}${fen.slice(0, -2)}.${fen.slice(-2)}`)
  }
}

export function isShort(fen: number): boolean {
  return fen >= 0 && fen <= LARGEST_SHORT
}

/** Writes a short amount in fen as yuan, and gives where it ends. */
export function putFen(view: DataView, start: number, value: number): number {
  const fen = value | 0
  const yuan = (fen / 100) | 0
  const thousands = (yuan / 1000) | 0
  const millions = (thousands / 1000) | 0
  let at = start
  const lead = millions > 0 ? millions : thousands > 0 ? thousands : yuan
  view.setUint32(at, alone[lead] ?? 0, true)
  at += lead < 10 ? 1 : lead < 100 ? 2 : 3
  if (millions > 0) {
    view.setUint32(at, padded[thousands - millions * 1000] ?? 0, true)
    at += 3
  }
  if (thousands > 0) {
    view.setUint32(at, padded[yuan - thousands * 1000] ?? 0, true)
    at += 3
  }
  view.setUint32(at, cents[fen - yuan * 100] ?? 0, true)
  return at + 3
}
