import type { Problem } from '../../grammar/problem.ts'
import type { Language, Span } from '../../grammar/tree.ts'
import type { ProblemCode } from '../problem/code.ts'
import { sayFix } from '../problem/fix.ts'
import type { Place } from '../problem/report.ts'
import type { Analysis } from './workspace.ts'

/** A change of files that mends a problem; edits of one file never overlap. */
export interface QuickFix {
  /** What it does, as a sentence. */
  readonly title: string
  readonly edits: readonly FileEdit[]
  readonly problem: { readonly code: ProblemCode } & Place
}
/** The text at a place is replaced; an empty span is a place to insert at. */
export interface FileEdit extends Place {
  readonly text: string
}

/** What can be mended by itself of the problems that touch a span of the file; an empty span is a cursor. */
export function fixes(analysis: Analysis, { start, end }: Span, language: Language): readonly QuickFix[] {
  return analysis.problems
    .filter(({ file, span }) => file === analysis.file && span.start <= end && start <= span.end)
    .flatMap((problem) => fixesOf(problem, analysis.text, language))
}

/** The fixes of one problem, the likeliest first. `text` is that of its file. */
export function fixesOf(problem: Problem<ProblemCode>, text: string, language: Language): readonly QuickFix[] {
  const { code, file, span } = problem
  return (problem.fixes ?? []).map((fix) => ({
    title: sayFix(fix, text, language),
    edits: fix.edits.map((edit) => ({ file, span: edit.span, text: edit.text })),
    problem: { code, file, span },
  }))
}
