import { highlightRules, type HighlightKind } from './highlighting.ts'

/** A language as Monaco's `setMonarchTokensProvider` takes it; patterns are text, so that it is plain data. */
export interface MonarchLanguage {
  readonly unicode: true
  readonly defaultToken: string
  readonly tokenizer: { readonly root: [pattern: string, token: string][] }
}

const tokens: Readonly<Record<HighlightKind, string>> = {
  comment: 'comment',
  text: 'string',
  date: 'number.date',
  number: 'number',
  opening: 'keyword.opening',
  keyword: 'keyword',
  builtIn: 'predefined',
  definition: 'variable.definition',
  name: 'variable',
  bar: 'delimiter.bar',
  operator: 'operator',
  punctuation: 'delimiter',
}

/** The tokens of the language as a Monarch language. */
export function toMonarch(): MonarchLanguage {
  const root = highlightRules.map(({ kind, pattern }): [string, string] => [pattern, tokens[kind]])
  return { unicode: true, defaultToken: '', tokenizer: { root: [...root, ['[\\t\\p{Zs}]+', '']] } }
}
