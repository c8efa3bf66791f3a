import type { Problem } from '../../grammar/problem.ts'
import { syntaxCodes } from '../../grammar/syntax-code.ts'
import type { File, Span } from '../../grammar/tree.ts'
import type { ProblemCode } from './code.ts'

type Found = Problem<ProblemCode>
interface Parsed {
  readonly name: string
  readonly text: string
  readonly tree: File
}

const ofSyntax: ReadonlySet<string> = new Set(syntaxCodes)

/** After these a statement, or part of it, may not have been understood; the others were put right. */
const lossy: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'text-too-large',
  'too-many-tokens',
  'too-deep',
  'expression-too-long',
  'too-many-problems',
  'invalid-character',
  'keyword-glued',
  'keyword-as-name',
  'incomplete-keyword',
  'empty-cell',
  'name-starts-nothing',
  'unexpected-token',
  'incomplete-statement',
  'extra-token',
  'misplaced-statement',
  'missing-rows',
  'misplaced-rows',
  'split-without-lines',
])

/** Problems of something that is not there: perhaps it is, and could not be read. */
const ofAbsence: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'no-policy-header',
  'no-decision',
  'no-edition',
  'vocabulary-not-found',
  'output-without-rule',
  'output-misspelt',
  'share-without-destination',
  'split-without-rest',
  'split-incomplete',
  'not-defined-here',
  'unused-name',
])

const ofRows: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'table-gap',
  'table-overlap',
  'row-never-applies',
  'no-otherwise',
  'band-gap',
  'band-overlap',
  'band-row-form',
  'wrong-cell-count',
])

/** The vocabulary is at fault: whatever a policy says with it may be right. */
const ofVocabulary: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'vocabulary-not-found',
  'unknown-type',
  'unknown-record',
  'wrong-declaration-row',
  'wrong-region-code',
])

/**
 * One mistake is one problem: leaves out what only follows from text that could not be read. That is what is said of an
 * expression with such text in it, of the rows of a table with such a row, of names in such a line, and of
 * things missing; and what is said of policies while their vocabulary is at fault.
 */
export function withoutFollowUps(problems: readonly Found[], files: readonly Parsed[]): readonly Found[] {
  const isOfVocabulary = ({ tree }: Parsed): boolean => tree.items.some((item) => item.kind === 'vocabulary')
  const vocabularies = new Set(files.filter(isOfVocabulary).map(({ name }) => name))
  const isVocabularyAtFault = ({ code, file }: Found): boolean =>
    code === 'vocabulary-not-found' || (ofVocabulary.has(code) && vocabularies.has(file))
  if (problems.some(isVocabularyAtFault))
    return problems.filter(
      (each) => isVocabularyAtFault(each) || ofSyntax.has(each.code) || vocabularies.has(each.file),
    )
  const unread = problems.filter(({ code }) => ofSyntax.has(code))
  if (unread.length === 0) return problems
  const lost = unread.filter(({ code }) => lossy.has(code))
  const lostLines = lost.map(({ file, span }) =>
    linesAround(files.find((each) => each.name === file)?.text ?? '', span),
  )
  const brokenTables = files.flatMap((file) =>
    tablesIn(file.tree)
      .filter((table) => unread.some((each) => each.file === file.name && holds(table, each.span)))
      .map((span) => ({ file: file.name, span })),
  )
  const follows = ({ code, file, span, facts }: Found): boolean =>
    unread.some((each) => each.file === file && holds(span, each.span)) ||
    (ofRows.has(code) && brokenTables.some((table) => table.file === file && holds(table.span, span))) ||
    (ofAbsence.has(code) && lost.length > 0) ||
    (code === 'unknown-name' && lostLines.some((line) => line.includes(String(facts['name']))))
  return problems.filter((problem) => ofSyntax.has(problem.code) || !follows(problem))
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function linesAround(text: string, { start, end }: Span): string {
  const next = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next)
}

function tablesIn({ items }: File): readonly Span[] {
  return items.flatMap((article) => {
    if (article.kind !== 'article') return []
    const all = [...article.items, ...article.sections.flatMap((section) => section.items)]
    return all.filter(({ kind }) => kind === 'table' || kind === 'bands' || kind === 'classify').map(({ span }) => span)
  })
}
