import { diagnostics, type Diagnostic, type Language } from '../../compiler/index.ts'
import { analysisIn, type Files, type InFile } from './decision.ts'

export const checking = {
  /** What is wrong in the files of a decision, file by file; of a file that belongs to none, what is wrong in it. */
  problems(state: Files, of: InFile & { readonly language: Language }): readonly Diagnostic[] {
    const analysis = analysisIn(state, of)
    return analysis.group.flatMap(({ name }) => diagnostics(analysis, of.language, name))
  },
}
