import type { Span } from '../../grammar/tree.ts'
import type { DeclaredKind } from './declared.ts'
import type { Occurrence } from './occurrence.ts'
import { symbolsOf } from './symbols.ts'
import type { Analysis } from './workspace.ts'

/** What a name is, so that it can be coloured by it: not how it is written, which highlighting knows by itself. */
export interface SemanticToken {
  readonly span: Span
  readonly type: DeclaredKind
  readonly modifiers: readonly SemanticModifier[]
}
export type SemanticModifier = 'declaration' | 'definition' | 'modification' | 'defaultLibrary'

export const semanticModifiers: readonly SemanticModifier[] = [
  'declaration',
  'definition',
  'modification',
  'defaultLibrary',
]

/** The kind of token that editors know by themselves for each of ours. */
export const standardTokenTypes: Readonly<Record<DeclaredKind, string>> = {
  policy: 'namespace',
  decision: 'class',
  record: 'struct',
  list: 'struct',
  choices: 'enum',
  member: 'enumMember',
  region: 'enumMember',
  input: 'parameter',
  element: 'property',
  output: 'property',
  dataset: 'struct',
  column: 'property',
  term: 'variable',
  share: 'variable',
  source: 'namespace',
  edition: 'event',
  reading: 'label',
  alternative: 'label',
  exception: 'label',
  requirement: 'label',
  example: 'label',
  fact: 'decorator',
  file: 'namespace',
  platformField: 'type',
  word: 'function',
}

/** Of the names of a file, in the order of the text. Names that mean nothing have none. */
export function semanticTokens(analysis: Analysis): readonly SemanticToken[] {
  return symbolsOf(analysis)
    .inFile(analysis.file)
    .filter(({ isText }) => !isText)
    .map(({ span, declared, role }) => ({
      span,
      type: declared.kind,
      modifiers: [...modifierOf[role], ...(declared.kind === 'word' ? (['defaultLibrary'] as const) : [])],
    }))
}

const modifierOf: Readonly<Record<Occurrence['role'], readonly SemanticModifier[]>> = {
  declares: ['declaration'],
  states: ['definition'],
  changes: ['modification'],
  uses: [],
}
