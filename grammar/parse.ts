import { EOF } from 'chevrotain'
import { findHiddenCharacters } from './characters.ts'
import { buildTree } from './build-tree.ts'
import { findLanguage } from './find-language.ts'
import type { Finding } from './finding.ts'
import { findKeywords, markDefinedNames } from './keyword-tokens.ts'
import { findTooDeep, findTooLarge, limits } from './limits.ts'
import { parser } from './parser.ts'
import type { Problem } from './problem.ts'
import { findRows } from './row-tokens.ts'
import { scan } from './scan.ts'
import type { SyntaxCode } from './syntax-code.ts'
import { tokenSpan, type Token } from './tokens.ts'
import type { File } from './tree.ts'

/**
 * Text to tree. Always gives a tree: where the text is wrong, it holds what was right, and `missing` nodes.
 * `file` is the name that problems carry. Nothing is thrown, whatever the text.
 */
export function parse(
  text: string,
  file: string,
): { readonly tree: File; readonly problems: readonly Problem<SyntaxCode>[] } {
  const language = findLanguage(text)
  const findings: Finding[] = []
  const report = (finding: Finding): void => {
    findings.push(finding)
  }
  const { tokens: scanned, comments } = scan(text, language, limits.tokens, report)
  const tokens = markDefinedNames(findRows(text, findKeywords(text, scanned, report), report))
  findHiddenCharacters(text, report)
  const tooDeep = findTooLarge(text) ?? findTooDeep(tokens)
  parser.input = tooDeep === null ? [...tokens] : []
  const cst = parser.file()
  if (tooDeep !== null) report(tooDeep)
  for (const { token } of parser.errors) {
    const isAtEnd = token.tokenType === EOF
    const span = isAtEnd ? { start: text.length, end: text.length } : tokenSpan(token as Token)
    report({ code: 'unexpected-token', span, facts: { found: token.image, expected: [], inRule: '' } })
  }
  const { tree } = buildTree(cst, text.length, language, comments)
  return { tree, problems: findings.map((finding) => ({ ...finding, severity: 'error', file })) }
}
