import { highlightRules, type HighlightKind } from './highlighting.ts'

/** A TextMate grammar, as VS Code, GitHub's Linguist and others read it from JSON. */
export interface TextMateGrammar {
  readonly name: string
  readonly scopeName: string
  readonly fileTypes: readonly string[]
  readonly patterns: readonly { readonly name: string; readonly match: string }[]
}

const scopes: Readonly<Record<HighlightKind, string>> = {
  comment: 'comment.line',
  text: 'string.quoted',
  date: 'constant.numeric.date',
  number: 'constant.numeric',
  opening: 'keyword.control',
  keyword: 'keyword.operator.word',
  builtIn: 'support.constant',
  definition: 'entity.name.function',
  name: 'variable.other',
  bar: 'punctuation.separator.table',
  operator: 'keyword.operator',
  punctuation: 'punctuation.separator',
}

/** The tokens of the language as a TextMate grammar. */
export function toTextMate(): TextMateGrammar {
  return {
    name: 'Daiyu',
    scopeName: 'source.daiyu',
    fileTypes: ['policy'],
    patterns: highlightRules.map(({ kind, pattern }) => ({ name: `${scopes[kind]}.daiyu`, match: pattern })),
  }
}
