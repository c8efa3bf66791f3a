import type { PrintedLine } from './break-lines.ts'
import { formatRows } from './format-rows.ts'
import { spellTokens, type Spelling } from './spell-token.ts'
import type { Token } from './tokens.ts'
import { displayWidth, padEnd } from './width.ts'

/** The text of each line, without margin and comments; lines that belong together are aligned. */
export function formatLines(lines: readonly PrintedLine[], spelling: Spelling): readonly string[] {
  const found: string[] = []
  while (found.length < lines.length) {
    const [first, ...rest] = lines.slice(found.length)
    if (first === undefined) break
    let size = 0
    while (rest[size] !== undefined && isAligned(first, rest[size - 1] ?? first, rest[size])) size += 1
    found.push(...formatGroup(first, [first, ...rest.slice(0, size)], spelling))
  }
  return found
}

function isAligned(first: PrintedLine, previous: PrintedLine, line: PrintedLine | undefined): boolean {
  if (line === undefined) return false
  if (isRow(first)) return isRow(line)
  if (first.kind === 'splitLine') return line.opener === first.opener
  const isApart = line.above.length > 0 || line.isAfterBlank || line.indent !== previous.indent
  return isDefinition(first) && isDefinition(line) && !isApart
}

const isRow = ({ kind }: PrintedLine): boolean => kind === 'row' || kind === 'rule'

const isDefinition = ({ kind, tokens }: PrintedLine): boolean =>
  kind === 'statement' && tokens[0]?.name === 'DefinedName' && tokens[1]?.name === 'Means'

function formatGroup(first: PrintedLine, lines: readonly PrintedLine[], spelling: Spelling): readonly string[] {
  if (isRow(first)) return formatRows(lines, spelling)
  if (first.kind === 'splitLine') {
    return formatColumns(lines, spelling, '  ', ({ tokens }) => tokens.findIndex(({ name }) => name === 'Into'))
  }
  if (isDefinition(first)) return formatColumns(lines, spelling, ' ', () => 1)
  return lines.map((line) => spellTokens(line.tokens, spelling, line.givesNames ? 'none' : 'all'))
}

/** Lines in two columns, the second beginning at the token whose index is given; a line without it is as it is. */
function formatColumns(
  lines: readonly PrintedLine[],
  spelling: Spelling,
  gutter: string,
  secondAt: (line: PrintedLine) => number,
): readonly string[] {
  const columns = lines.map((line) => {
    const at = secondAt(line)
    const write = (tokens: readonly Token[]): string => spellTokens(tokens, spelling, 'all')
    if (at <= 0) return { left: null, right: write(line.tokens) }
    return { left: write(line.tokens.slice(0, at)), right: write(line.tokens.slice(at)) }
  })
  const width = Math.max(0, ...columns.map(({ left }) => displayWidth(left ?? '')))
  return columns.map(({ left, right }) => (left === null ? right : padEnd(left, width) + gutter + right))
}

/** The columns that a line takes in one piece, with its margin. */
export function widthOf(line: Pick<PrintedLine, 'indent' | 'tokens' | 'givesNames'>, spelling: Spelling): number {
  return line.indent + displayWidth(spellTokens(line.tokens, spelling, line.givesNames ? 'none' : 'all'))
}
