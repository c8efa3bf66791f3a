import { opens, opensStatement } from './keyword-tokens.ts'
import type { Token, TokenName } from './tokens.ts'

/** A line as the structure of the file asks for it; comments and long conditions may break it further. */
export interface StructuralLine {
  readonly kind: 'statement' | 'because' | 'row' | 'rule' | 'splitLine'
  readonly indent: number
  readonly tokens: readonly Token[]
  /** The token that opened the statement which the line belongs to. */
  readonly opener: Token
  /** Whether it gives a thing's name in both languages: the first line of a declaration. */
  readonly givesNames: boolean
  /** How the line may be set off from what stands before it. */
  readonly gap: Gap
}

/** `kept`: one blank line if the author left any; `one`: always; `none`: never. */
export type Gap = 'kept' | 'one' | 'none'

const heads = new Set<TokenName>(['Policy', 'Vocabulary', 'Module', 'Use', 'Source', 'Edition'])
const declarations = new Set<TokenName>(['Record', 'List', 'Choices', 'Regions', 'Dataset', 'Names', 'Decision'])

/** What kind of neighbour a top-level item is: items of one kind may stand without blank lines between them. */
function familyOf(opener: Token, isDeclaration: boolean): string {
  if (heads.has(opener.name) || (opener.name === 'Decision' && !isDeclaration)) return 'head'
  if (opener.name !== 'Names' && declarations.has(opener.name)) return 'declaration'
  return opener.name
}

interface Position {
  readonly container: TokenName | null
  readonly isInSection: boolean
  readonly family: string
}

/** Tokens of a file without syntax errors to lines, each with its indentation. */
export function layOut(tokens: readonly Token[]): readonly StructuralLine[] {
  const lines: StructuralLine[] = []
  let position: Position = { container: null, isInSection: false, family: '' }
  let [opener] = tokens
  let isAlternative = false
  let indent = 0
  let start = 0
  while (start < tokens.length) {
    const token = tokens[start]
    if (token === undefined) break
    let end = start + 1
    while (end < tokens.length && (tokens[end - 1]?.name === 'Replace' || !beginsLine(tokens[end], token, opener)))
      end += 1
    const line = tokens.slice(start, end)
    let gap: Gap = 'none'
    if (opensStatement(token)) {
      const before = position
      opener = token
      position = move(position, token, tokens[start + 2]?.name === 'Name')
      indent = indentOf(position, token) + (token.name === 'Alternatively' ? 2 : isAlternative ? 4 : 0)
      gap = gapBefore(before, position, token, tokens[start - 1] !== undefined, lines.at(-1))
      if (token.name === 'Alternatively' || isAlternative) gap = 'none'
      isAlternative = token.name === 'Alternatively'
    }
    const kind = kindOf(token, opener)
    const givesNames = kind === 'statement' && position.family === 'declaration'
    lines.push({
      kind,
      indent: kind === 'statement' ? indent : indent + 2,
      tokens: line,
      opener: opener ?? token,
      givesNames,
      gap,
    })
    start = end
  }
  return lines
}

function beginsLine(token: Token | undefined, first: Token, opener: Token | undefined): boolean {
  if (opens(token) !== null) return true
  const statement = opensStatement(first) ? first : opener
  return token?.name === 'Because' && hasReasonBelow(statement)
}

const hasReasonBelow = (opener: Token | undefined): boolean =>
  opener?.name === 'Reading' || opener?.name === 'NotFormalised'

function kindOf(token: Token, opener: Token | undefined): StructuralLine['kind'] {
  if (token.name === 'RuleLine') return 'rule'
  if (token.name === 'RowBar') return 'row'
  if (opens(token) === 'line') return 'splitLine'
  return token.name === 'Because' && hasReasonBelow(opener) ? 'because' : 'statement'
}

function move(position: Position, token: Token, isDeclaration: boolean): Position {
  const opened = opens(token)
  if (opened === 'top') {
    return { container: token.name, isInSection: false, family: familyOf(token, isDeclaration) }
  }
  return opened === 'section' ? { ...position, isInSection: true } : position
}

function indentOf({ container, isInSection }: Position, token: Token): number {
  switch (opens(token)) {
    case 'section':
      return container === 'Example' ? 4 : 2
    case 'item':
      return isInSection ? 4 : 2
    case 'part':
      return 2
    case 'top':
    case 'line':
    case 'row':
    case null:
      return 0
  }
}

function gapBefore(
  before: Position,
  after: Position,
  token: Token,
  hasPrevious: boolean,
  previous: StructuralLine | undefined,
): Gap {
  if (!hasPrevious) return 'none'
  if (opens(token) === 'top') {
    const standsAlone = after.family === 'Article' || after.family === 'Example'
    return standsAlone || before.family !== after.family ? 'one' : 'kept'
  }
  if (after.container === 'Example') return 'none'
  const isAfterHeading = previous !== undefined && headings.has(previous.opener.name)
  return isAfterHeading ? 'none' : 'kept'
}

const headings = new Set<TokenName>(['Article', 'AppliesTo', 'Each'])
