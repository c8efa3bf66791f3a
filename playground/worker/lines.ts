/** Where a line (from 1) begins in a text: its offset in UTF-16 code units; past the last line, the end and one. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let count = 1; count < line; count++) {
    const end = text.indexOf('\n', offset)
    if (end < 0) return text.length + 1
    offset = end + 1
  }
  return offset
}
