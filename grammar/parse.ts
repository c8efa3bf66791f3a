import { buildTree } from './build-tree.ts'
import { checkShape } from './check-shape.ts'
import { explainErrors, explainMisplaced } from './explain.ts'
import { findLanguage } from './find-language.ts'
import type { Finding } from './finding.ts'
import { limits } from './limits.ts'
import { parseTokens } from './parse-tokens.ts'
import type { Problem } from './problem.ts'
import { readTokens } from './read-tokens.ts'
import { repairTokens } from './repair.ts'
import { cutSegments, rangeAt, rangeOf } from './segments.ts'
import type { SyntaxCode } from './syntax-code.ts'
import type { File, Span } from './tree.ts'

/**
 * Text to tree. Always gives a tree: where the text is wrong, it holds what was right, and `missing` nodes.
 * `file` is the name that problems carry. Nothing is thrown, whatever the text.
 */
export function parse(
  text: string,
  file: string,
): { readonly tree: File; readonly problems: readonly Problem<SyntaxCode>[] } {
  const language = findLanguage(text.slice(0, limits.bytes))
  const read = readTokens(text, language)
  const findings = [...read.findings]
  const report = (finding: Finding): void => {
    findings.push(finding)
  }
  const first = parseTokens(read.tokens)
  const tokens =
    first.errors.length === 0 ? read.tokens : repairTokens(text, read.tokens, first.errors, language, report)
  const { cst, errors } = tokens === read.tokens ? first : parseTokens(tokens)
  const { tree, misplaced } = buildTree(cst, text.length, language, read.comments)
  const segments = cutSegments(tokens)

  const isSpoilt = (range: Span, by: readonly Finding[]): boolean =>
    by.some(({ span }) => span.start < range.end && range.start <= span.end)
  const spoiling = findings.filter(({ code }) => spoilingCodes.has(code))
  explainErrors(errors, tokens, segments, language, (segment) => isSpoilt(rangeOf(segment, tokens), spoiling), report)
  explainMisplaced(misplaced, tokens, language, report)
  const known = [...findings]
  checkShape(tree, text, (finding) => {
    const range = rangeAt(finding.span.start, finding.code !== 'empty-cell', segments, tokens)
    if (!isSpoilt(range, known)) findings.push(finding)
  })
  return { tree, problems: inOrder(findings).map((finding) => ({ ...finding, severity: 'error', file })) }
}

// Mistakes after which the parser may stumble although nothing else is wrong.
const spoilingCodes = new Set<SyntaxCode>([
  'hidden-character',
  'invalid-character',
  'full-stop',
  'unterminated-text',
  'unknown-unit',
  'incomplete-keyword',
  'keyword-glued',
  'misspelt-keyword',
  'keyword-as-name',
  'row-not-opened',
  'row-not-closed',
  'row-on-keyword-line',
  'missing-colon',
  'comma-between-clauses',
])

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.toSorted((first, second) => first.span.start - second.span.start)
  const firstTooMany = sorted[limits.problems]
  if (firstTooMany === undefined) return sorted
  const facts = { limit: limits.problems }
  return [...sorted.slice(0, limits.problems), { code: 'too-many-problems', span: firstTooMany.span, facts }]
}
