import type { Problem } from '../../grammar/problem.ts'
import type { SyntaxCode } from '../../grammar/syntax-code.ts'
import type {
  Always,
  Monotone,
  Choose,
  Edition,
  Example,
  Expression,
  File,
  Item,
  Language,
  Name,
  Rule,
  Span,
  YearStart,
} from '../../grammar/tree.ts'
import type {
  ArticleInfo,
  Choices,
  ConstantValue,
  FieldType,
  PlatformCode,
  QuoteInfo,
  ReadingInfo,
  SourceInfo,
} from '../program/program.ts'

/** A file after parsing: what binding starts from. */
export interface ParsedFile {
  readonly name: string
  readonly text: string
  readonly tree: File
  readonly problems: readonly Problem<SyntaxCode>[]
}

export interface Region {
  readonly label: string
  readonly id: string
  readonly code: string
}
export interface BoundField {
  readonly label: string
  readonly id: string
  readonly type: FieldType
  readonly platform: string | null
}
export interface BoundRecord {
  readonly label: string
  readonly id: string
  readonly isList: boolean
  readonly fields: readonly BoundField[]
}
export interface BoundDecision {
  readonly label: string
  readonly id: string
  readonly inputs: readonly BoundRecord[]
  readonly outputs: readonly BoundRecord[]
  /** Inputs of which a case has one or the other, and not both. */
  readonly eitherOf: readonly (readonly [BoundRecord, BoundRecord])[]
}

export interface Vocabulary {
  readonly choices: readonly Choices[]
  readonly regions: readonly Region[]
  readonly records: readonly BoundRecord[]
  readonly decisions: readonly BoundDecision[]
}

/** A data file, as text. */
export interface DataFile {
  readonly name: string
  readonly text: string
}
export type BoundColumn = Omit<BoundField, 'platform'>
/** A row of a data file: a value for each column, and where it stands. */
export interface DataRow {
  readonly values: readonly ConstantValue[]
  readonly file: string
  readonly span: Span
}
export interface BoundDataset {
  readonly label: string
  readonly id: string
  readonly columns: readonly BoundColumn[]
  readonly rows: readonly DataRow[]
  readonly file: string
  readonly span: Span
}

/** A row of 名称对照, and where its name stands. */
export interface NamePair {
  readonly label: string
  readonly id: string
  readonly file: string
  readonly span: Span
}

/** What is said of each element of a list that does not exist. */
export const unknownList = '?'

/** Indices into articles, quotes and readings. */
export interface Origins {
  readonly article: number
  readonly quotes: readonly number[]
  readonly readings: readonly number[]
}

/** A rule with what surrounds it in the file. */
export interface BoundRule extends Origins {
  readonly rule: Rule
  readonly file: string
  /** The condition of its section; null when it holds generally. */
  readonly when: Expression | null
  /** The list of each element of which it speaks; `unknownList` where the heading names none. */
  readonly over: string | null
  /** Whether all of it could be read; if not, nothing is concluded from it. */
  readonly isRead: boolean
}

export interface BoundEdition {
  readonly edition: Edition
  readonly file: string
  /** The rules that hold under it, after what it and the readings chosen replace, remove and add. */
  readonly rules: readonly BoundRule[]
  /** The input date that selects it: its own, or that of the edition it amends. */
  readonly selectedBy: Name | null
  /** 孰低, 孰高: the editions one of which the case is settled under. */
  readonly choice: BoundChoice | null
  /** The names of the files that say anything of what holds under it. */
  readonly files: readonly string[]
}

export interface BoundChoice extends Origins {
  readonly choose: Choose
  readonly file: string
}

/** One line of an article as the file has it, with the quotes and readings that stand above it. */
export interface BoundItem extends Origins {
  readonly item: Item
  readonly file: string
}

/** All that is said of one decision of one policy, from however many files. */
export interface BoundPolicy {
  readonly id: string
  readonly label: string
  readonly decision: BoundDecision
  readonly vocabulary: Vocabulary
  readonly datasets: readonly BoundDataset[]
  readonly editions: readonly BoundEdition[]
  readonly sources: readonly SourceInfo[]
  readonly articles: readonly ArticleInfo[]
  readonly quotes: readonly QuoteInfo[]
  readonly readings: readonly ReadingInfo[]
  /** All that the articles say, in the order of the files: also what no edition uses, and what is not formalised. */
  readonly items: readonly BoundItem[]
  /** What other readings would put in the place of rules, chosen or not. */
  readonly otherRules: readonly BoundRule[]
  /** 名称对照: label and identifier of the policy's own names. */
  readonly names: readonly NamePair[]
  readonly invariants: readonly { readonly item: Always; readonly file: string }[]
  readonly monotonies: readonly { readonly item: Monotone; readonly file: string }[]
  readonly examples: readonly { readonly item: Example; readonly file: string }[]
  readonly yearStart: YearStart | null
  /** Of the vocabularies and of the policy itself; about outputs of this decision and of others. */
  readonly platform: readonly PlatformCode[]
  /** The files that speak of it, and the language of each. */
  readonly files: readonly { readonly name: string; readonly language: Language; readonly isModule: boolean }[]
  readonly place: { readonly file: string; readonly span: Span }
}
