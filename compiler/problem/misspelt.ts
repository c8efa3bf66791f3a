import type { Problem } from '../../grammar/problem.ts'
import type { File, Rule, Span } from '../../grammar/tree.ts'
import { near } from '../bind/near.ts'
import type { ProblemCode } from './code.ts'

type Found = Problem<ProblemCode>

/**
 * A name misspelt where it is stated is missed wherever it is used, and nothing uses what stands there: told once, where
 * it is stated. Misspelt where it is used, once, it is told there, and nothing is said of the one that was meant.
 */
export function withoutMisspelt(
  problems: readonly Found[],
  files: readonly { readonly name: string; readonly tree: File }[],
): readonly Found[] {
  const idle = problems.filter(({ code }) => code === 'unused-name' || code === 'share-without-destination')
  const missing = problems.filter(({ code }) => code === 'unknown-name' || code === 'not-defined-here')
  const left = new Set(problems)
  for (const problem of idle) {
    const name = textOf(problem, 'name')
    const missed = usesOf(name, missing).filter((each) => left.has(each))
    const [first] = missed
    if (!first) continue
    left.delete(problem)
    if (missed.length === 1 && first.code === 'unknown-name') continue
    missed.forEach((each) => left.delete(each))
    left.add(misspelt(problem, name, first))
  }
  // A pair of names is right if its name is missed elsewhere too.
  const missed = new Set(
    [...left]
      .filter(({ code }) => code !== 'pair-without-name')
      .flatMap((each) => ['name', 'meant', 'output'].map((key) => textOf(each, key))),
  )
  // Without the right name a table of bands is not found.
  const isMisspelt = [...left].some(({ code }) => code === 'name-misspelt')
  const isPairOfMissed = (each: Found): boolean => each.code === 'pair-without-name' && missed.has(textOf(each, 'name'))
  return [...left].filter(
    (problem) =>
      !isPairOfMissed(problem) &&
      !(isMisspelt && problem.code === 'start-without-schedule') &&
      !isInMisspelt(problem, problems, files),
  )
}

/** Where something is missed that may be the name: unknown names like it, or a name like it that lacks a value. */
function usesOf(name: string, problems: readonly Found[]): readonly Found[] {
  const slip = Math.max(1, Math.floor(name.length / 4))
  const isLike = (other: string): boolean => near(name, [other], slip).length > 0
  const unknown = problems.filter((each) => each.code === 'unknown-name' && isLike(textOf(each, 'name')))
  const meant = unknown[0] && textOf(unknown[0], 'name')
  if (meant !== undefined) return unknown.filter((each) => textOf(each, 'name') === meant)
  return problems.filter((each) => each.code === 'not-defined-here' && isLike(textOf(each, 'name')))
}

function misspelt({ file, span }: Found, name: string, use: Found): Found {
  const meant = textOf(use, 'name')
  return {
    code: 'name-misspelt',
    severity: 'error',
    file,
    span,
    facts: { name, meant },
    related: { file: use.file, span: use.span },
    fixes: [{ label: meant, edits: [{ span, text: meant }] }],
  }
}

/** What is said of names and values in a rule for an output that is misspelt: without the output its type is not known. */
function isInMisspelt(
  { code, file, span }: Found,
  problems: readonly Found[],
  files: readonly { readonly name: string; readonly tree: File }[],
): boolean {
  if (code !== 'unknown-name') return false
  const misspelling = problems.filter((each) => each.code === 'output-misspelt' && each.file === file)
  const rules = misspelling.length > 0 ? rulesIn(files.find(({ name }) => name === file)?.tree) : []
  return rules.some((rule) => holds(rule.span, span) && misspelling.some((each) => holds(rule.span, each.span)))
}

function rulesIn(tree: File | undefined): readonly Pick<Rule, 'span'>[] {
  return (tree?.items ?? []).flatMap((article) =>
    article.kind === 'article' ? [...article.items, ...article.sections.flatMap(({ items }) => items)] : [],
  )
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const textOf = ({ facts }: Found, key: string): string => String(facts[key] ?? '')
