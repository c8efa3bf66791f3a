import { access, sequence, localGet, localSet, type Bytes } from './encode/instructions.ts'
import type { Body } from './body.ts'
import { codeTable, type CodeTable } from './code-tables.ts'
import type { Finite } from './finite.ts'
import type { CodeColumn, DayColumn } from './kernel.ts'

/** Rows are taken in blocks of so many: as many as bytes in a v128. */
export const BLOCK = 16

/** What is computed for all rows of a block at once: columns of codes, what is looked up by them, and days asked. */
export class Block {
  readonly code: number[] = []
  readonly #body: Body
  readonly #codes: readonly CodeColumn[]
  readonly #addressOf: (column: string) => Bytes
  readonly #known = new Map<string, Bytes>()

  /** `addressOf` leaves on the stack where the cells of a column begin that belong to the block. */
  constructor(body: Body, codes: readonly CodeColumn[], addressOf: (column: string) => Bytes) {
    this.#body = body
    this.#codes = codes
    this.#addressOf = addressOf
  }

  table(finite: Finite): CodeTable {
    return codeTable(
      finite,
      this.#codes.map(({ size }) => size),
    )
  }

  /** The bytes that a table has for the sixteen rows, in a digit. */
  bytes({ index }: CodeTable, digit: readonly number[]): Bytes {
    return this.#lookUp(this.#index(index), digit)
  }

  /** Has bits where one of the sixteen rows has a code that there isn't, or a day that lies outside. */
  refused(days: readonly DayColumn[]): Bytes {
    const codes = this.#codes.flatMap(({ size }, column) =>
      size === 256 ? [] : [sequence(this.#column(column), this.#body.byte(size - 1), 'i8x16.gt_u')],
    )
    const outside = days.flatMap(({ name, first, last }) =>
      [0, 16, 32, 48].map((offset) =>
        sequence(
          this.#addressOf(name),
          access('v128.load', offset),
          this.#body.word(first),
          'i32x4.sub',
          this.#body.word(last - first),
          'i32x4.gt_u',
        ),
      ),
    )
    return [...codes, ...outside].reduce<Bytes>((all, each) => sequence(all, each, 'v128.or'), this.#body.byte(0))
  }

  #column(column: number): Bytes {
    return this.#once(`codes ${column}`, sequence(this.#addressOf(this.#codes[column]!.name), access('v128.load', 0)))
  }

  #index(index: CodeTable['index']): Bytes {
    const parts = index.map(({ column, adds }) =>
      adds === null ? this.#column(column) : this.#lookUp(this.#column(column), adds),
    )
    const [first = this.#body.byte(0), ...others] = parts
    if (others.length === 0) return first
    const sum = others.flatMap((part) => sequence(part, 'i8x16.add'))
    return this.#once(`sum ${parts.map((part) => part.join()).join(' ')}`, sequence(first, sum))
  }

  // A look-up has sixteen entries, and gives nought past them: of a longer one, each stretch gives its part.
  #lookUp(index: Bytes, entries: readonly number[]): Bytes {
    const stretches = Array.from({ length: Math.ceil(entries.length / 16) }, (_, stretch): Bytes => {
      const table = Array.from({ length: 16 }, (__, entry) => entries[stretch * 16 + entry] ?? 0)
      const within = stretch === 0 ? [] : sequence(this.#body.byte(stretch * 16), 'i8x16.sub')
      return sequence(this.#body.constant(table), index, within, 'i8x16.swizzle')
    })
    const [first = this.#body.byte(0), ...others] = stretches
    const code = sequence(
      first,
      others.flatMap((each) => sequence(each, 'v128.or')),
    )
    return this.#once(`look up ${index.join()} ${entries.join()}`, code)
  }

  #once(key: string, code: Bytes): Bytes {
    const known = this.#known.get(key)
    if (known) return known
    const local = this.#body.local('v128')
    this.code.push(...code, ...localSet(local))
    this.#known.set(key, localGet(local))
    return localGet(local)
  }
}
