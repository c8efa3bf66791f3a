import type { Problem } from '../../grammar/problem.ts'
import { syntaxCodes } from '../../grammar/syntax-code.ts'
import type { File, Span } from '../../grammar/tree.ts'
import { near } from '../bind/near.ts'
import type { ProblemCode } from './code.ts'
import { withoutMisspelt } from './misspelt.ts'
import { lostCodes } from './unread.ts'

type Found = Problem<ProblemCode>
interface Parsed {
  readonly name: string
  readonly text: string
  readonly tree: File
}

const ofSyntax: ReadonlySet<string> = new Set(syntaxCodes)

/** Problems of something that is not there: perhaps it is, and could not be read. */
const ofAbsence: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'no-policy-header',
  'no-decision',
  'no-edition',
  'vocabulary-not-found',
  'unknown-source',
  'rule-without-quote',
  'reading-without-rule',
  'pair-without-name',
  'output-without-rule',
  'output-misspelt',
  'share-without-destination',
  'split-without-rest',
  'split-incomplete',
  'not-defined-here',
  'unused-name',
])

/** Problems of rules that meet, or speak of one element: perhaps a heading keeps them apart, and could not be read. */
const ofHeadings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'attribute-outside-list',
  'definitions-overlap',
  'exceptions-conflict',
  'adjustments-conflict',
  'split-twice',
])

/** The vocabulary is at fault: whatever a policy says with it may be right. */
const ofVocabulary: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown-type',
  'unknown-record',
  'wrong-declaration-row',
  'wrong-region-code',
])

/**
 * One mistake is one problem: leaves out what only follows from another problem. That is what is said of text that could
 * not be read, of things missing that may stand in it, and of policies while their vocabulary is at fault.
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
  const lost = unread.filter(({ code }) => lostCodes.has(code))
  const lostLines = lost.map(({ file, span }) => lineOf(files.find((each) => each.name === file)?.text ?? '', span))
  const isHeadingLost = lostLines.some((line) => /[：:]\s*$/u.test(line))
  const follows = ({ code, file, span, facts }: Found): boolean =>
    unread.some((each) => each.file === file && holds(span, each.span)) ||
    (ofAbsence.has(code) && lost.length > 0) ||
    (ofHeadings.has(code) && isHeadingLost) ||
    (code === 'edition-date-not-input' && facts['name'] === '' && lost.length > 0) ||
    (code === 'unknown-name' && lost.length > 0 && mayBeLost(facts, lostLines))
  const own = problems.filter((problem) => ofSyntax.has(problem.code) || !follows(problem))
  return withoutMisspelt(own, files)
}

/** Stands in a line that could not be read, or is like no name that is known. */
function mayBeLost(facts: Found['facts'], lostLines: readonly string[]): boolean {
  const name = String(facts['name'])
  const known = facts['near']
  const slip = Math.max(1, Math.floor(name.length / 4))
  const isLike = typeof known === 'object' && near(name, known, slip).length > 0
  return !isLike || lostLines.some((line) => line.includes(name))
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function lineOf(text: string, { start, end }: Span): string {
  const next = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next)
}
