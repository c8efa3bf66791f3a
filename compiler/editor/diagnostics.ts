import type { Problem } from '../../grammar/problem.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import type { ProblemCode } from '../problem/code.ts'
import { say } from '../problem/render.ts'
import type { Place } from '../problem/report.ts'
import { fixesOf, type QuickFix } from './fixes.ts'
import type { Analysis } from './workspace.ts'

/** A problem with what there is to say about it in one language. */
export interface Diagnostic extends Place {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  /** One sentence: what is wrong. */
  readonly title: string
  /** Why it is; null where the title says all. */
  readonly explanation: string | null
  /** What to do. */
  readonly advice: string
  /** A second place, where two lines conflict. */
  readonly related: Place | null
  readonly fixes: readonly QuickFix[]
}

/** The problems of one file, that of the analysis if no other of its group is named, in the order of the text. */
export function diagnostics(analysis: Analysis, language: Language, file = analysis.file): readonly Diagnostic[] {
  const text = analysis.group.find(({ name }) => name === file)?.text ?? ''
  return analysis.problems
    .filter((problem) => problem.file === file)
    .map((problem) => diagnosticOf(problem, text, language))
    .toSorted((a, b) => a.span.start - b.span.start)
}

/** Those of the file that touch a span; an empty span is a cursor. */
export function diagnosticsAt(analysis: Analysis, { start, end }: Span, language: Language): readonly Diagnostic[] {
  return diagnostics(analysis, language).filter(({ span }) => span.start <= end && start <= span.end)
}

function diagnosticOf(problem: Problem<ProblemCode>, text: string, language: Language): Diagnostic {
  const { code, severity, file, span, related = null } = problem
  const { title, explanation = null, advice } = say(problem, language)
  return {
    code,
    severity,
    file,
    span,
    title,
    explanation,
    advice,
    related,
    fixes: fixesOf(problem, text, language),
  }
}
