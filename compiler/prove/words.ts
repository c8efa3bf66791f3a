import type { Why } from '../diff/exact/why.ts'
import type { Language } from '../../grammar/tree.ts'
import type { EditionInfo } from '../program/program.ts'
import type { PropertyKind } from './proof.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What a proof says to people. */
export interface Words {
  readonly title: (policy: string, decision: string, edition: EditionInfo) => string
  readonly kind: Readonly<Record<PropertyKind, string>>
  readonly status: Readonly<Record<'proved' | 'refuted' | 'limit', string>>
  /** So many of a kind, all proved; their names. */
  readonly all: (names: readonly string[]) => string
  readonly statedAt: (place: string) => string
  readonly case: string
  readonly first: string
  readonly second: string
  readonly dearer: (name: string, from: string, to: string) => string
  readonly falls: (name: string, from: string, to: string, by: string) => string
  readonly rises: (name: string, from: string, to: string, by: string) => string
  readonly found: (values: readonly (readonly [name: string, value: string])[]) => string
  readonly settled: string
  readonly refusedBy: (labels: readonly string[]) => string
  readonly outside: (edition: EditionInfo) => string
  readonly notDecided: (expression: string, place: string, why: string) => string
  /** Why something was not decided, as the engine says it. */
  readonly why: (why: Why) => string
  readonly summary: (proved: number, refuted: number, limits: number) => string
}

export function wordsIn(language: Language): Words {
  return language === 'zh' ? zh : en
}
