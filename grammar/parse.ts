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
import { cutSegments, rangeAt, rangeOf, type Segment } from './segments.ts'
import type { SyntaxCode } from './syntax-code.ts'
import type { File, Language, Span } from './tree.ts'

/**
 * Text to tree. Always gives a tree: where the text is wrong, it holds what was right, and `missing` nodes.
 * `file` is the name that problems carry; `language` that of the file, where the text is only a part of it. Nothing is
 * thrown, whatever the text.
 */
export function parse(
  text: string,
  file: string,
  language: Language = findLanguage(text.slice(0, limits.bytes)),
): { readonly tree: File; readonly problems: readonly Problem<SyntaxCode>[] } {
  const read = readTokens(text, language)
  const findings = [...read.findings]
  const report = (finding: Finding): void => {
    findings.push(finding)
  }
  const first = parseTokens(read.tokens)
  const tokens =
    first.errors.length === 0 ? read.tokens : repairTokens(text, read.tokens, first.errors, language, report)
  const { cst, errors, isWhole } = tokens === read.tokens ? first : parseTokens(tokens)
  const { tree, misplaced } = buildTree(cst, text.length, language, read.comments)
  const segments = cutSegments(tokens)

  const isSpoilt = (range: Span, by: readonly Finding[]): boolean =>
    by.some(({ span }) => span.start < range.end && range.start <= span.end)
  const spoiling = (): readonly Finding[] => findings.filter(({ code }) => !harmlessCodes.has(code))
  const before = spoiling()
  const isBroken = (segment: Segment, index: number): boolean =>
    isSpoilt({ start: rangeOf(segment, tokens).start, end: tokens[index]?.endOffset ?? text.length }, before)
  explainErrors(errors, tokens, segments, language, isBroken, report)
  explainMisplaced(misplaced, tokens, language, report)
  const known = spoiling()
  checkShape(tree, text, (finding) => {
    const range = rangeAt(finding.span.start, finding.code !== 'empty-cell', segments, tokens)
    if (!isSpoilt(range, known)) findings.push(finding)
  })
  return { tree, problems: inOrder(findings, isWhole).map((finding) => ({ ...finding, severity: 'error', file })) }
}

/** The tree of a text in which nothing is wrong; null of any other, sooner than `parse` tells what is. */
export function parseSound(text: string, language: Language): File | null {
  const { tokens, findings, comments } = readTokens(text, language)
  if (findings.length > 0) return null
  const { cst, errors, isWhole } = parseTokens(tokens)
  if (errors.length > 0 || !isWhole) return null
  const { tree, misplaced } = buildTree(cst, text.length, language, comments)
  let isSound = misplaced.length === 0
  checkShape(tree, text, () => {
    isSound = false
  })
  return isSound ? tree : null
}

// Mistakes that were put right before parsing, so that the parser's errors near them are others.
const harmlessCodes = new Set<SyntaxCode>([
  'confusable-name',
  'curly-quotes',
  'quote-in-quote',
  'symbol-for-word',
  'thousands-comma',
  'bad-date',
  'range-with-hyphen',
])

function inOrder(findings: readonly Finding[], isWhole: boolean): readonly Finding[] {
  const sorted = findings.toSorted((first, second) => first.span.start - second.span.start)
  const shown = sorted.slice(0, limits.problems)
  const last = shown.at(-1)
  if (last === undefined || (isWhole && shown.length === sorted.length)) return sorted
  return [...shown, { code: 'too-many-problems', span: last.span, facts: { limit: limits.problems } }]
}
