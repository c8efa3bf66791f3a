import type { Column, ColumnArray, Holds, Layout } from './columns.ts'

/**
 * How columns lie in memory: one typed array for each, by name.
 *
 * | name | array | cells |
 * |---|---|---|
 * | `costs.total`, `visit.tier` | by what it holds | the values |
 * | `filing.until.given` | Uint8Array | of an optional column: 1 where the row has a value, 0 where it has none |
 * | `costs\|items` | Uint8Array | of a pair: which of the two keys the row has |
 * | `filings` | Int32Array | of a list, one cell more than rows: the elements of row i are from cell i up to cell i + 1 |
 * | `filings.kind` | by what it holds | the values of all elements, row after row |
 * | `#status` | Uint16Array | of the output: 0 settled, 1 to be taken exactly, from 2 on refused |
 *
 * What a cell holds where the row has no value is not looked at; in the output it is 0.
 */
export interface Buffer {
  readonly name: string
  readonly array: ArrayName
  /** How many cells it has: one for each row, one more, or one for each element of a list. */
  readonly cells: 'rows' | 'offsets' | { readonly elementsOf: string }
  /** Does it hold places in a dictionary of texts? */
  readonly hasTexts: boolean
}

export type ArrayName = 'Float64Array' | 'Int32Array' | 'Uint16Array' | 'Uint8Array'

export function inputBuffers({ input, pairs, lists }: Layout): readonly Buffer[] {
  return [
    ...input.flatMap((column) => buffersOf(column, '', 'rows')),
    ...pairs.map(({ name }): Buffer => ({ name, array: 'Uint8Array', cells: 'rows', hasTexts: false })),
    ...lists.flatMap(({ path, columns }) => [
      { name: path, array: 'Int32Array', cells: 'offsets', hasTexts: false } as const,
      ...columns.flatMap((column) => buffersOf(column, `${path}.`, { elementsOf: path })),
    ]),
  ]
}

export function outputBuffers({ output }: Layout): readonly Buffer[] {
  const status: Buffer = { name: statusName, array: 'Uint16Array', cells: 'rows', hasTexts: false }
  return [status, ...output.flatMap((column) => buffersOf(column, '', 'rows'))]
}

export function givenName(column: string): string {
  return `${column}.given`
}
/** No path has this character. */
export const statusName = '#status'

function buffersOf({ name, holds, optional }: Column, before: string, cells: Buffer['cells']): readonly Buffer[] {
  const full = before + name
  const hasTexts = holds.kind === 'text' || holds.kind === 'texts'
  const values: Buffer = { name: full, array: arrayOf(holds), cells, hasTexts }
  return optional ? [values, { name: givenName(full), array: 'Uint8Array', cells, hasTexts: false }] : [values]
}

function arrayOf(holds: Holds): ArrayName {
  switch (holds.kind) {
    case 'number':
      return 'Float64Array'
    case 'date':
    case 'region':
    case 'text':
    case 'texts':
      return 'Int32Array'
    case 'boolean':
      return 'Uint8Array'
    case 'choice':
      return holds.members.length > 256 ? 'Uint16Array' : 'Uint8Array'
  }
}
/** The dictionary of a column of texts. */
export function textsName(column: string): string {
  return `${column}.texts`
}

const arrays = { Float64Array, Int32Array, Uint16Array, Uint8Array } as const

/** How many cells an array has for so many rows, and so many elements of each list. */
function cellsFor({ cells }: Buffer, rows: number, elements: ReadonlyMap<string, number>): number {
  if (cells === 'rows') return rows
  return cells === 'offsets' ? rows + 1 : (elements.get(cells.elementsOf) ?? 0)
}

/** An array of zeros, shared with other threads where `isShared`. */
export function arrayFor(
  buffer: Buffer,
  rows: number,
  elements: ReadonlyMap<string, number>,
  isShared = false,
): ColumnArray {
  const bytes = bytesFor(buffer, rows, elements)
  return arrayIn(isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes), 0, buffer, rows, elements)
}

export function bytesFor(buffer: Buffer, rows: number, elements: ReadonlyMap<string, number>): number {
  return cellsFor(buffer, rows, elements) * arrays[buffer.array].BYTES_PER_ELEMENT
}

/** The array that lies in other memory from a byte on. */
export function arrayIn(
  memory: ArrayBufferLike,
  at: number,
  buffer: Buffer,
  rows: number,
  elements: ReadonlyMap<string, number>,
): ColumnArray {
  const array = arrays[buffer.array] as new (memory: ArrayBufferLike, at: number, cells: number) => ColumnArray
  return new array(memory, at, cellsFor(buffer, rows, elements))
}
