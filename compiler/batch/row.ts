import type { Issue } from '../../runtime/issue.ts'
import type { CsvFault } from './csv.ts'

/** What can be wrong with a row as such, before it is a case. */
export type RowFault =
  /** `figure-given`: a yearly figure that follows from earlier rows. */
  | { readonly code: CsvFault | 'not-utf8' | 'figure-given' | 'no-person'; readonly path: string }
  | { readonly code: 'other-cells'; readonly path: ''; readonly cells: number; readonly columns: number }
  /** An earlier bill of the same person and year could not be settled. */
  | { readonly code: 'earlier-refused'; readonly path: ''; readonly row: number }

export type RowIssue = Issue | RowFault

/** A row that was read, the case and the columns that are kept, in their order; or why it can't be. */
export type Row =
  | { readonly ok: true; readonly input: unknown; readonly kept: readonly unknown[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/** Whole records, as bytes and as a text that has one character for each byte. */
export interface Records {
  readonly bytes: Uint8Array
  readonly text: string
  readonly isAscii: boolean
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What stands between two offsets; null where it is not UTF-8. */
export function textBetween({ bytes, text, isAscii }: Records, start: number, end: number): string | null {
  const slice = text.slice(start, end)
  if (isAscii || !/[\u0080-\uFFFF]/.test(slice)) return slice
  try {
    return decoder.decode(bytes.subarray(start, end))
  } catch {
    return null
  }
}
