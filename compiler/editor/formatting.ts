import { format } from '../../grammar/format.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import type { Analysis } from './workspace.ts'

/**
 * The one style, as changes of whole lines; none where the file has syntax errors or is formatted. `language`: the
 * keywords to write it in, those of the file by default.
 */
export function formatting(
  { file, text, trees }: Analysis,
  language?: Language,
): readonly { readonly span: Span; readonly text: string }[] {
  if (!trees.has(file)) return []
  const formatted = format(text, file, language ? { language } : {}).text
  if (formatted === null || formatted === text) return []
  const [before, after] = [linesOf(text), linesOf(formatted)]
  const isFormatted = (line: number): boolean => before[line] === after[line]
  let first = 0
  while (first < before.length && isFormatted(first)) first += 1
  const most = Math.min(before.length, after.length) - first
  let last = 0
  while (last < most && before.at(-1 - last) === after.at(-1 - last)) last += 1
  // Line by line where none was added or removed, so that marks and the cursor stay where they are.
  if (before.length === after.length) {
    let offset = 0
    return before.flatMap((line, index) => {
      const span = { start: offset, end: offset + line.length }
      offset = span.end
      return isFormatted(index) ? [] : [{ span, text: after[index]! }]
    })
  }
  const start = before.slice(0, first).join('').length
  const end = text.length - before.slice(before.length - last).join('').length
  return [{ span: { start, end }, text: after.slice(first, after.length - last).join('') }]
}

/** Each with its line break. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
