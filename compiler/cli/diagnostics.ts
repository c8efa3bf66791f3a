import type { Problem } from '../../grammar/problem.ts'
import type { SourceFile } from '../compile.ts'
import type { ProblemCode } from '../problem/code.ts'
import { renderProblem, toJson, type ProblemJson } from '../problem/render.ts'
import type { Call } from './command.ts'

// More than a person reads at a time.
const MOST_SHOWN = 50

/** Problems on standard error, each with its place, the line it is in, and what to do. */
export function showProblems(
  problems: readonly Problem<ProblemCode>[],
  files: readonly SourceFile[],
  { language, words, terminal }: Call,
): void {
  const colour = terminal.hasColour.error
  const shown = problems.slice(0, MOST_SHOWN)
  for (const problem of shown) terminal.error(`${renderProblem(problem, files, language, { colour })}\n\n`)
  const more = problems.length - shown.length
  if (more > 0) terminal.error(`${words.moreProblems(more)}\n`)
}

export function problemsToJson(
  problems: readonly Problem<ProblemCode>[],
  files: readonly SourceFile[],
): readonly ProblemJson[] {
  return problems.map((problem) => toJson(problem, files))
}
