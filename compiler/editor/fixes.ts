import type { Fix, Problem } from '../../grammar/problem.ts'
import type { Language } from '../../grammar/tree.ts'
import type { ProblemCode } from '../problem/code.ts'
import { sayFix } from '../problem/fix.ts'
import type { Place } from '../problem/report.ts'

/** A change of files that mends a problem; edits of one file never overlap. */
export interface QuickFix {
  /** What it does, as a sentence. */
  readonly title: string
  readonly edits: readonly FileEdit[]
}
/** The text at a place is replaced; an empty span is a place to insert at. */
export interface FileEdit extends Place {
  readonly text: string
}

/** The fixes of one problem, the likeliest first. `text` is that of its file. */
export function fixesOf(problem: Problem<ProblemCode>, text: string, language: Language): readonly QuickFix[] {
  return (problem.fixes ?? bySpelling(problem, text)).map((fix) => ({
    title: sayFix(fix, text, language),
    edits: fix.edits.map((edit) => ({ file: problem.file, span: edit.span, text: edit.text })),
  }))
}

/** What a misspelt name may have meant, each as a fix, where the name stands in the span. */
function bySpelling({ span, facts }: Problem<ProblemCode>, text: string): readonly Fix[] {
  const { name, near } = facts
  if (typeof name !== 'string' || name === '' || typeof near !== 'object') return []
  const at = text.slice(span.start, span.end).indexOf(name)
  if (at < 0) return []
  const start = span.start + at
  return near.map((meant) => ({ label: meant, edits: [{ span: { start, end: start + name.length }, text: meant }] }))
}
