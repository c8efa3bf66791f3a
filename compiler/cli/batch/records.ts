import { isAscii } from 'node:buffer'
import type { Records } from '../../batch/row.ts'

/** Bytes as records; what is made of them is made once it is asked for. */
export function recordsIn(bytes: Uint8Array<ArrayBuffer>): Records {
  return new RecordsInBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
}

/** A text as records. */
export function recordsOf(text: string): Records {
  return recordsIn(new TextEncoder().encode(text))
}

class RecordsInBytes implements Records {
  readonly bytes: Buffer<ArrayBuffer>
  #text: string | null = null
  #isAscii: boolean | null = null

  constructor(bytes: Buffer<ArrayBuffer>) {
    this.bytes = bytes
  }

  get text(): string {
    return (this.#text ??= this.bytes.toString('latin1'))
  }

  get isAscii(): boolean {
    return (this.#isAscii ??= isAscii(this.bytes))
  }
}
