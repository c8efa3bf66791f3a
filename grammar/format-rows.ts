import type { PrintedLine } from './break-lines.ts'
import { spellTokens, type NamesIn, type Spelling } from './spell-token.ts'
import type { Token, TokenName } from './tokens.ts'
import { displayWidth, padEnd, padStart } from './width.ts'

/** Rows of one statement as text, their cells aligned: numbers to the right of a column of numbers, all else to the left. */
export function formatRows(lines: readonly PrintedLine[], spelling: Spelling): readonly string[] {
  const rows = lines.map((line) => (line.kind === 'rule' ? null : cutCells(line, spelling)))
  const rule = rows.indexOf(null)
  const isBody = (row: number): boolean => row > rule
  const columns = Math.max(0, ...rows.map((cells) => cells?.length ?? 0))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((cells) => displayWidth(cells?.[column]?.text ?? ''))),
  )
  const isNumeric = widths.map((_, column) =>
    rows.every((cells, row) => !isBody(row) || isNumber(cells?.[column]?.tokens) || isWord(cells?.[column]?.tokens)),
  )
  return rows.map((cells, row) => {
    if (cells === null) return `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
    const padded = cells.map(({ text, tokens }, column) => {
      const isRight = isBody(row) && isNumber(tokens) && isNumeric[column] === true
      return (isRight ? padStart : padEnd)(text, widths[column] ?? 0)
    })
    return `| ${padded.join(' | ')} |`
  })
}

interface CellText {
  readonly tokens: readonly Token[]
  readonly text: string
}

function cutCells(line: PrintedLine, spelling: Spelling): readonly CellText[] {
  const cells: Token[][] = [[]]
  for (const token of line.tokens) {
    if (token.name === 'Bar') cells.push([])
    else if (token.name !== 'RowBar' && token.name !== 'EndBar') cells.at(-1)?.push(token)
  }
  return cells.map((tokens, column) => ({
    tokens,
    text: spellTokens(tokens, spelling, namesInColumn(line.opener, column)),
  }))
}

const numbers = new Set<TokenName>(['Quantity', 'Number', 'Fraction'])
const words = new Set<TokenName>(['Otherwise', 'Same', 'Whatever'])

const isNumber = ([token, ...rest]: readonly Token[] = []): boolean =>
  token !== undefined && numbers.has(token.name) && rest.length === 0

const isWord = ([token]: readonly Token[] = []): boolean => token === undefined || words.has(token.name)

/** Declarations give a thing's name in both languages, then its type, then the platform's name for it. */
function namesInColumn({ name }: Token, column: number): NamesIn {
  if (name === 'Choices' || name === 'Regions' || name === 'Names') return 'none'
  if (name === 'Platform') return column === 3 ? 'all' : 'none'
  if (name === 'Record' || name === 'List' || name === 'Dataset') return column === 2 ? 'built-in' : 'none'
  // What goes in and comes out are records, which a decision may share its name with.
  if (name === 'Decision') return 'built-in'
  return 'all'
}
