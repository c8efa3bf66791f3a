import { LONGEST_JSON } from '../../runtime/json.ts'

/**
 * A line without its end. `text` is null where it is no text in UTF-8, or longer than any case may be; `length` then
 * tells the two apart.
 */
export interface Line {
  readonly text: string | null
  /** In UTF-16 units. */
  readonly length: number
  /** Is it all of the input? */
  readonly isAll?: boolean
}

const NEWLINE = 0x0a

/** Lines out of bytes, however they are cut. A line that is too long is counted, not kept. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>,
): AsyncGenerator<Line> {
  let line = new LineInTheMaking()
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      line.add(bytes.subarray(start, end))
      yield line.finish()
      line = new LineInTheMaking()
      start = end + 1
    }
    line.add(bytes.subarray(start))
  }
  if (!line.isEmpty) yield line.finish()
}

class LineInTheMaking {
  // Strips the mark at the beginning of a file that some editors write.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  readonly #texts: string[] = []
  #length = 0
  #isText = true
  isEmpty = true

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.isEmpty = false
    this.#take(() => this.#decoder.decode(bytes, { stream: true }))
  }

  finish(): Line {
    this.#take(() => this.#decoder.decode())
    const isShort = this.#length <= LONGEST_JSON
    return { text: this.#isText && isShort ? this.#texts.join('') : null, length: this.#length }
  }

  #take(decode: () => string): void {
    if (!this.#isText) return
    try {
      const text = decode()
      this.#length += text.length
      if (this.#length <= LONGEST_JSON) this.#texts.push(text)
    } catch {
      this.#isText = false
      this.#length = 0
    }
  }
}
