import type { Span } from '../../../grammar/tree.ts'
import type { SourceInfo } from '../../program/program.ts'

/** A rule where it stands: `policies/a.policy:12`, and as the file writes it. */
export interface WrittenRule {
  readonly place: string
  readonly text: string
}

/**
 * What an edition says otherwise than another. `before` is null of what is added, `after` of what is removed. `moved`:
 * it says the same in another article, under another heading or another quote; `renamed`: it says the same under another name.
 */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed'
  readonly what:
    'rule' | 'invariant' | 'reading' | 'quote' | 'notFormalised' | 'article' | 'source' | 'dataset' | 'name'
  readonly name: string
  readonly before: WrittenRule | null
  readonly after: WrittenRule | null
  /** Of tables, bands, splits and lists of cases: what differs in them. */
  readonly cells: readonly CellChange[]
  readonly basis: { readonly before: Basis | null; readonly after: Basis | null }
  /** The facts that it rests on, on either side. */
  readonly cites: readonly string[]
}

/** What one cell, or one line, says before and after; null where there is none. `column` is null of lines. */
export interface CellChange {
  readonly row: string
  readonly column: string | null
  readonly before: string | null
  readonly after: string | null
  /** Where that is written, before and after: one pair for each combination that is told as one. */
  readonly spans: readonly (readonly [before: Span | null, after: Span | null])[]
}

/** What a rule rests on: the article of a source, the heading it stands under, the sentences and how they are read. */
export interface Basis {
  readonly source: string
  readonly grade: SourceInfo['grade']
  readonly article: string
  readonly heading: string | null
  readonly quotes: readonly { readonly text: string; readonly isVerbatim: boolean; readonly cites: readonly string[] }[]
  readonly readings: readonly { readonly name: string; readonly statement: string }[]
}
