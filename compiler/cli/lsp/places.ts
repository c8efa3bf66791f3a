import type { Location, Position, Range, TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Span } from '../../../grammar/tree.ts'
import type { Place } from '../../problem/report.ts'
import type { Folder } from './folders.ts'

/** A stretch of text as editors count: lines, and UTF-16 code units in them, both from 0. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

/** The same for a place in any file of a folder. */
export const fileRangeOf = (folder: Folder, { file, span }: Place): Range => rangeOf(folder.documentOf(file), span)

/** A place in any file of a folder. */
export const locationOf = (folder: Folder, place: Place): Location => ({
  uri: folder.uriOf(place.file),
  range: fileRangeOf(folder, place),
})

/** Where a range is in the text; what lies beyond the text is its end. */
export function spanOf(document: TextDocument, range: { readonly start: Position; readonly end: Position }): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
}

/** A change, with the line ends that the document has. */
export function editOf(
  document: TextDocument,
  { span, text }: { readonly span: Span; readonly text: string },
): TextEdit {
  const lineEnd = document.getText().includes('\r\n') ? '\r\n' : '\n'
  return { range: rangeOf(document, span), newText: text.replaceAll(/\r?\n/gu, lineEnd) }
}
