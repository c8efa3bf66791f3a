import { isAscii } from 'node:buffer'
import type { Records } from '../../batch/row.ts'

/** Bytes as records. */
export function recordsIn(bytes: Uint8Array<ArrayBuffer>): Records {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return { bytes: part, text: part.toString('latin1'), isAscii: isAscii(part) }
}

/** A text as records. */
export function recordsOf(text: string): Records {
  return recordsIn(new TextEncoder().encode(text))
}
