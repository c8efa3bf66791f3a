import { replaceBy, type Finding } from './finding.ts'
import { opens } from './keyword-tokens.ts'
import { asToken, makeToken, type Token, type TokenName } from './tokens.ts'

/**
 * Decides by line which bar opens a row, which closes it and which stands between cells. A missing first or
 * last bar is put in, as a token of no width, so that one slip costs one row at most.
 */
export function findRows(
  source: string,
  tokens: readonly Token[],
  report: (finding: Finding) => void,
): readonly Token[] {
  if (!tokens.some((token) => token.name === 'Bar')) return tokens
  const found: Token[] = []
  for (let start = 0; start < tokens.length;) {
    let end = start + 1
    while (end < tokens.length && tokens[end]?.line === tokens[start]?.line) end += 1
    const line = tokens.slice(start, end)
    found.push(
      ...(line.some((token) => token.name === 'Bar') ? closeRow(source, openRow(source, line, report), report) : line),
    )
    start = end
  }
  return found
}

function openRow(source: string, line: readonly Token[], report: (finding: Finding) => void): readonly Token[] {
  const first = line.findIndex((token) => token.name === 'Bar')
  const bar = line[first]
  const [firstToken] = line
  if (bar === undefined || firstToken === undefined) return line
  if (first === 0) return [asToken(bar, 'RowBar'), ...line.slice(1)]
  if (opens(firstToken) !== null) {
    const at = { start: bar.startOffset, end: bar.startOffset }
    report({
      code: 'row-on-keyword-line',
      span: { start: bar.startOffset, end: bar.endOffset + 1 },
      facts: { keyword: firstToken.image },
      fixes: replaceBy(at, '\n    ', bar.image),
    })
    return line.with(first, asToken(bar, 'RowBar'))
  }
  const at = { start: firstToken.startOffset, end: firstToken.startOffset }
  const span = { start: firstToken.startOffset, end: bar.endOffset + 1 }
  report({ code: 'row-not-opened', span, facts: {}, fixes: replaceBy(at, '| ', '|') })
  return [insert('RowBar', source, firstToken.startOffset, firstToken.line), ...line]
}

function closeRow(source: string, line: readonly Token[], report: (finding: Finding) => void): readonly Token[] {
  const last = line.at(-1)
  if (last === undefined) return line
  if (last.name === 'Bar') return line.with(-1, asToken(last, 'EndBar'))
  const end = last.endOffset + 1
  report({
    code: 'row-not-closed',
    span: { start: last.startOffset, end },
    facts: {},
    fixes: replaceBy({ start: end, end }, ' |', '|'),
  })
  return [...line, insert('EndBar', source, end, last.line)]
}

const insert = (name: TokenName, source: string, offset: number, line: number): Token =>
  makeToken(name, source, offset, offset, line)
