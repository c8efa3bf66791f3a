import { languageMarks } from '../../../grammar/highlighting.ts'
import { toMonarch } from '../../../grammar/to-monarch.ts'
import { monaco } from '../monaco.ts'

/** The id of the language in Monaco. */
export const POLICY = 'policy'

/** Tells Monaco of the language: tokens, comments, pairs, and what a word is. */
export function registerLanguage(): void {
  const { comments, brackets, pairs, word } = languageMarks
  monaco.languages.register({ id: POLICY, extensions: ['.policy'] })
  monaco.languages.setMonarchTokensProvider(POLICY, toMonarch() as unknown as monaco.languages.IMonarchLanguage)
  const closing = pairs.map(([open, close]) => ({ open, close }))
  monaco.languages.setLanguageConfiguration(POLICY, {
    comments,
    brackets: brackets.map(([open, close]) => [open, close]),
    autoClosingPairs: closing,
    surroundingPairs: closing,
    wordPattern: new RegExp(word, 'u'),
  })
}
