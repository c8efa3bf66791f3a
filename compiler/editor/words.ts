import type { Language } from '../../grammar/tree.ts'
import type { DeclaredKind } from './declared.ts'
import { english } from './words-en.ts'
import { chinese } from './words-zh.ts'

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
}

export const wordsIn = (language: Language): EditorWords => (language === 'zh' ? chinese : english)
