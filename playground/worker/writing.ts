import { format, type Language } from '../../compiler/index.ts'
import type { WorkerState } from './state.ts'

export const writing = {
  /** The language in which the keywords of a file are not written. */
  otherLanguage({ workspace }: WorkerState, { file }: { readonly file: string }): Language {
    return workspace.analysis(file).language === 'zh' ? 'en' : 'zh'
  },

  /** A file in the one style, in the keywords of a language or its own; null where it has syntax errors. */
  formatted(
    { workspace }: WorkerState,
    { file, language }: { readonly file: string; readonly language: Language | null },
  ): string | null {
    const text = workspace.files().find(({ name }) => name === file)?.text ?? ''
    return format(text, file, language === null ? {} : { language }).text
  },
}
