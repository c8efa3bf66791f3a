import { diagnostics, type Diagnostic, type Language } from '../../compiler/index.ts'
import type { WorkerState } from './state.ts'

export const checking = {
  /** What is wrong in the files of a decision, file by file; of a file that belongs to none, what is wrong in it. */
  problems(
    { workspace }: WorkerState,
    {
      file,
      decision,
      language,
    }: { readonly file: string; readonly decision: string | null; readonly language: Language },
  ): readonly Diagnostic[] {
    const analysis = workspace.analysis(file, decision ?? undefined)
    return analysis.group.flatMap(({ name }) => diagnostics(analysis, language, name))
  },
}
