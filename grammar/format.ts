import { parse } from './parse.ts'
import type { Problem } from './problem.ts'
import type { SyntaxCode } from './syntax-code.ts'
import type { Comment, Language } from './tree.ts'
import type { Line } from './format/lines.ts'
import { printTop } from './format/print-item.ts'
import { wordsOf } from './format/words.ts'

export interface FormatOptions {
  /** The language of keywords, units and punctuation; the file's own unless given. */
  readonly language?: Language
  /** Names as written to names in that language; others stay. */
  readonly names?: ReadonlyMap<string, string>
}

/**
 * A policy file in the one style. The text is null where the file has syntax errors: nothing is written over what is
 * not understood. Formatting again changes nothing, and parsing the result gives the same tree.
 */
export function format(
  text: string,
  file: string,
  options: FormatOptions = {},
): { readonly text: string | null; readonly problems: readonly Problem<SyntaxCode>[] } {
  const { tree, problems } = parse(text, file)
  if (problems.some((problem) => problem.severity === 'error')) return { text: null, problems }
  const words = wordsOf(options.language ?? tree.language, options.names ?? new Map())
  const lines = tree.items.flatMap((item) => printTop(item, words, text))
  return { text: write(lines, tree.comments, text), problems }
}

interface Piece {
  readonly indent: number
  text: string
  readonly start: number
  readonly end: number
  readonly blank: Line['blank']
}

/** Puts comments between the lines, by the places they had, and writes it all. */
function write(lines: readonly Line[], comments: readonly Comment[], source: string): string {
  const pieces: Piece[] = lines.map(({ indent, text, span, blank }) => ({
    indent,
    text,
    start: span.start,
    end: span.end,
    blank,
  }))
  const marker = (comment: Comment): string => (comment.text.trim() === '' ? '※' : `※ ${comment.text.trim()}`)
  for (const comment of comments) {
    const after = pieces.findIndex((piece) => piece.start > comment.span.start)
    const index = after < 0 ? pieces.length : after
    const before = pieces[index - 1]
    if (!comment.ownLine && before) {
      before.text += `  ${marker(comment)}`
      continue
    }
    const next = pieces[index]
    // A comment takes over the blank line that its line would have had before it.
    const blank = next?.blank === 'always' ? 'always' : 'kept'
    if (next?.blank === 'always' && next) pieces[index] = { ...next, blank: 'kept' }
    pieces.splice(index, 0, {
      indent: next?.indent ?? before?.indent ?? 0,
      text: marker(comment),
      start: comment.span.start,
      end: comment.span.end,
      blank,
    })
  }
  const written = pieces.map((piece, index) => {
    const previous = pieces[index - 1]
    const isBlank =
      previous !== undefined && (piece.blank === 'always' || (piece.blank === 'kept' && hadBlank(source, piece.start)))
    return `${isBlank ? '\n' : ''}${' '.repeat(piece.indent)}${piece.text}\n`
  })
  return written.join('')
}

/** Did a blank line stand before the line of this place? */
function hadBlank(source: string, start: number): boolean {
  return /\n[^\S\n]*\r?\n[^\S\n]*$/u.test(source.slice(0, start))
}
