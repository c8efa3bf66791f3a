import { breakLines, type PrintedLine } from './break-lines.ts'
import { formatLines, widthOf } from './format-lines.ts'
import { layOut } from './layout.ts'
import { parse } from './parse.ts'
import type { Problem } from './problem.ts'
import { readTokens } from './read-tokens.ts'
import { keptNames, type Spelling } from './spell-token.ts'
import type { SyntaxCode } from './syntax-code.ts'
import type { Language } from './tree.ts'

export interface FormatOptions {
  /** The language to write keywords, known words, units, dates and punctuation in; the file's own by default. */
  readonly language?: Language
  /** Names as written to the names to write in their place. Others stay, as do columns that give both names, and names of readings. */
  readonly names?: ReadonlyMap<string, string>
}

/**
 * The text in the one style, or in the other language. Null where it has syntax errors. Comments, quotes and
 * the digits of numbers are kept as they are. Formatting twice is formatting once; a formatted file converted
 * into the other language and back is the same, byte for byte.
 */
export function format(
  text: string,
  file: string,
  options: FormatOptions = {},
): { readonly text: string | null; readonly problems: readonly Problem<SyntaxCode>[] } {
  const { tree, problems } = parse(text, file)
  if (problems.some(({ severity }) => severity === 'error')) return { text: null, problems }
  const { tokens } = readTokens(text, tree.language)
  const spelling: Spelling = {
    language: options.language ?? tree.language,
    names: options.names ?? new Map(),
    kept: keptNames(tokens),
  }
  const { lines, below } = breakLines(text, layOut(tokens), tree.comments, (line) => widthOf(line, spelling))
  const printed = [
    ...formatLines(lines, spelling).flatMap((body, place) => withComments(lines[place], body, spelling)),
    ...below.flatMap((comment) => [...blank(comment), writeComment(comment.text, spelling)]),
  ]
  return { text: printed.map((line) => `${line}\n`).join(''), problems }
}

const blank = ({ isAfterBlank }: { readonly isAfterBlank: boolean }): readonly string[] => (isAfterBlank ? [''] : [])

const writeComment = (text: string, { language }: Spelling): string =>
  `${language === 'zh' ? '※' : '//'} ${text}`.trimEnd()

function withComments(line: PrintedLine | undefined, body: string, spelling: Spelling): readonly string[] {
  if (line === undefined) return []
  const margin = ' '.repeat(line.indent)
  const trailing = line.trailing === null ? '' : `  ${writeComment(line.trailing, spelling)}`
  return [
    ...line.above.flatMap((comment) => [...blank(comment), margin + writeComment(comment.text, spelling)]),
    ...blank(line),
    margin + body + trailing,
  ]
}
