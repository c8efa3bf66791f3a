import { say, type Fix, type Language, type Problem, type ProblemCode, type Span } from '../../compiler/index.ts'
import { sayFix } from '../../compiler/problem/fix.ts'
import type { WorkerState } from './state.ts'

export interface ShownProblem {
  readonly file: string
  readonly span: Span
  readonly severity: 'error' | 'warning'
  readonly code: ProblemCode
  readonly title: string
  readonly explanation: string | null
  readonly advice: string
  readonly related: { readonly file: string; readonly span: Span } | null
  /** What each does, as a sentence, and the edits of the file. */
  readonly fixes: readonly { readonly label: string; readonly edits: Fix['edits'] }[]
}

export const checking = {
  /** What is wrong in the files of a decision, in their order; all of one file that belongs to none. */
  problems(
    { workspace }: WorkerState,
    {
      file,
      decision,
      language,
    }: { readonly file: string; readonly decision: string | null; readonly language: Language },
  ): readonly ShownProblem[] {
    const analysis = workspace.analysis(file, decision ?? undefined)
    const texts = new Map(analysis.group.map(({ name, text }) => [name, text]))
    return analysis.problems.map((problem) => shown(problem, texts.get(problem.file) ?? '', language))
  },
}

function shown(problem: Problem<ProblemCode>, text: string, language: Language): ShownProblem {
  const { title, explanation, advice } = say(problem, language)
  const { file, span, severity, code, related, fixes = [] } = problem
  return {
    file,
    span,
    severity,
    code,
    title,
    explanation: explanation ?? null,
    advice,
    related: related ?? null,
    fixes: fixes.map((fix) => ({ label: sayFix(fix, text, language), edits: fix.edits })),
  }
}
