import type { Language } from '../../grammar/tree.ts'
import type { SourceInfo } from '../program/program.ts'
import type { Issue } from '../../runtime/issue.ts'
import type { DeclaredKind } from './declared.ts'
import type { EditionChange } from './edition-changes.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What the editor says, in one human language. */
export interface EditorWords {
  readonly kinds: Readonly<Record<DeclaredKind, string>>
  readonly nothingToRename: string
  readonly wordOfLanguage: (name: string) => string
  readonly namedElsewhere: (name: string) => string
  readonly noName: (name: string) => string
  readonly noText: (text: string) => string
  readonly isKeyword: (name: string) => string
  readonly noDots: (name: string) => string
  /** `file`: where it stands. */
  readonly taken: (name: string, kind: string, file: string | null) => string
  readonly unknownTaken: (name: string) => string

  readonly type: string
  readonly keyword: string
  readonly unit: string
  readonly value: string
  /** What something belongs to. */
  readonly of: string
  readonly platform: string
  readonly code: string
  readonly members: string
  readonly article: string
  readonly quote: string
  readonly summary: string
  readonly because: string
  readonly rule: string
  readonly grades: Readonly<Record<SourceInfo['grade'], string>>
  readonly comma: string
  readonly inEditions: (editions: readonly string[]) => string
  readonly moreRules: (count: number) => string
  /** A kind of types, with the unit of its values. */
  readonly typeOf: (kind: string) => string
  readonly optional: (type: string, isOptional: boolean) => string
  readonly bracketed: (text: string) => string
  /** What bands come to, up to the end of one. */
  readonly sum: (amount: string) => string
  readonly sumInFull: (upTo: string, amount: string, inBand: string) => string
  /** `from`: what it is before; empty where that stands there. */
  readonly leadsTo: (from: string, rates: string) => string
  readonly leadsToInFull: (name: string, from: string, rates: string, edition: string) => string
  readonly examplePassed: string
  readonly exampleUnknown: string
  readonly exampleRefused: (issues: readonly Issue[]) => string
  readonly exampleDiffers: (name: string, expected: string, found: string, count: number) => string
  readonly editionChange: (how: EditionChange['how'], editions: readonly string[]) => string
  /** What a word of the language does, by its English spelling. */
  readonly builtIn: (word: string) => string
}

export const wordsIn = (language: Language): EditorWords => (language === 'zh' ? zh : en)
