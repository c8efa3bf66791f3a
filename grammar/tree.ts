import type { Amount, DateLiteral, Expression, Grid, Row } from './expression-tree.ts'

/**
 * The syntax tree: what a policy file says, before any name has a meaning. Plain readonly data;
 * every node has a kind and a span (offsets into the file's text, UTF-16 code units, end exclusive).
 * A place where something is missing after a syntax error holds a `missing` node, so a tree always exists.
 */

export interface Span {
  readonly start: number
  readonly end: number
}

export type Language = 'zh' | 'en'

/** A name as written, NFC-normalised; dots join the parts of an identifier (`visit.tier`). Empty when missing. */
export interface Name {
  readonly kind: 'name'
  readonly text: string
  readonly span: Span
}

export interface Text {
  readonly kind: 'text'
  readonly value: string
  readonly span: Span
}

export interface Comment {
  /** Without the marker (※ or //) and one blank after it, trimmed at the end. */
  readonly text: string
  readonly ownLine: boolean
  readonly span: Span
}

export interface File {
  readonly kind: 'file'
  /** The language of the first keyword. */
  readonly language: Language
  readonly items: readonly TopItem[]
  readonly comments: readonly Comment[]
  readonly span: Span
}

export type TopItem =
  | PolicyHeader
  | VocabularyHeader
  | ModuleHeader
  | Use
  | DecisionHeader
  | Source
  | Edition
  | Article
  | RecordDeclaration
  | ListDeclaration
  | ChoicesDeclaration
  | DatasetDeclaration
  | DecisionDeclaration
  | WordTable<'regions'>
  | WordTable<'names'>
  | WordTable<'platform'>
  | Always
  | Monotone
  | Example

export interface PolicyHeader {
  readonly kind: 'policy'
  readonly name: Name
  readonly title: Text
  readonly span: Span
}
export interface VocabularyHeader {
  readonly kind: 'vocabulary'
  readonly title: Text
  readonly span: Span
}
/** Rules that several policies have in common. */
export interface ModuleHeader {
  readonly kind: 'module'
  readonly title: Text
  readonly span: Span
}
/** A vocabulary or a module. */
export interface Use {
  readonly kind: 'use'
  readonly target: Text
  readonly span: Span
}
/** In a policy: which decision the file is about. */
export interface DecisionHeader {
  readonly kind: 'decision'
  readonly name: Name
  readonly span: Span
}
export interface Source {
  readonly kind: 'source'
  readonly name: Name
  readonly title: Text
  readonly grade: Name
  readonly span: Span
}
export interface Edition {
  readonly kind: 'edition'
  readonly name: Text
  readonly from: DateLiteral | null
  readonly until: DateLiteral | null
  readonly selectedBy: Name | null
  /** The edition that this one is but for what it replaces, removes and adds. */
  readonly amends: Text | null
  readonly span: Span
}

/** Declarations of a vocabulary: `label identifier` and a table of plain cells. */
export interface RecordDeclaration {
  readonly kind: 'record'
  readonly label: Name
  readonly id: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
export interface ListDeclaration {
  readonly kind: 'list'
  readonly label: Name
  readonly id: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
export interface ChoicesDeclaration {
  readonly kind: 'choices'
  readonly label: Name
  readonly id: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
/**
 * Regions; 名称对照; and the codes by which the national platform knows things: field, code, name, what of ours, and
 * which band of it.
 */
export interface WordTable<Kind extends 'regions' | 'names' | 'platform'> {
  readonly kind: Kind
  readonly rows: readonly Row[]
  readonly span: Span
}
/** Rows of data that stand in files of their own: the files, and a table of the columns. */
export interface DatasetDeclaration {
  readonly kind: 'dataset'
  readonly label: Name
  readonly id: Name
  readonly files: readonly Text[]
  readonly rows: readonly Row[]
  readonly span: Span
}
/** In a vocabulary: what goes into a decision and what comes out. */
export interface DecisionDeclaration {
  readonly kind: 'decisionDeclaration'
  readonly label: Name
  readonly id: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
export interface Article {
  readonly kind: 'article'
  readonly source: Name
  readonly title: Text
  /** Items before the first section hold generally. */
  readonly items: readonly Item[]
  readonly sections: readonly Section[]
  readonly span: Span
}

export type Section = AppliesTo | Each
export interface AppliesTo {
  readonly kind: 'appliesTo'
  readonly condition: Expression
  readonly items: readonly Item[]
  readonly span: Span
}
export interface Each {
  readonly kind: 'each'
  readonly list: Name
  readonly items: readonly Item[]
  readonly span: Span
}

export type Item = Quote | Reading | NotFormalised | YearStart | Replace | Remove | Choose | Rule
/** 原文; or 摘要, what a source says where its words are not at hand. */
export interface Quote {
  readonly kind: 'quote'
  readonly isVerbatim: boolean
  readonly text: Text
  readonly cites: readonly Name[]
  readonly span: Span
}
export interface Reading {
  readonly kind: 'reading'
  readonly name: Name
  readonly statement: Text
  readonly cites: readonly Name[]
  readonly because: Text
  readonly alternatives: readonly Alternative[]
  readonly span: Span
}
/** What another reading would put in the place of a rule; `rule` is null where none follows. */
export interface Alternative {
  readonly kind: 'alternative'
  readonly name: Name
  readonly statement: Text
  readonly rule: Rule | null
  readonly span: Span
}
/** 替换 and a rule: it takes the place of the rule of the same kind and name. */
export interface Replace {
  readonly kind: 'replace'
  readonly rule: Rule | null
  readonly span: Span
}
/** 删除: the definition of a name, or the exception of a label. */
export interface Remove {
  readonly kind: 'remove'
  readonly target: Name | Text
  readonly span: Span
}
/** 孰低 补缴金额：本版、「15年」 相同从 本版. Null is the edition in which it stands. */
export interface Choose {
  readonly kind: 'choose'
  readonly direction: 'lowest' | 'highest'
  readonly name: Name
  readonly editions: readonly (Text | null)[]
  readonly tiesTo: Text | null
  readonly span: Span
}
export interface NotFormalised {
  readonly kind: 'notFormalised'
  readonly text: Text
  readonly cites: readonly Name[]
  readonly because: Text
  readonly span: Span
}
/** 累计年度 始于 1月1日 */
export interface YearStart {
  readonly kind: 'yearStart'
  readonly month: number
  readonly day: number
  readonly span: Span
}

export type Rule =
  Define | Table | Bands | Classify | ListAll | Split | Move | Accumulate | Except | Adjust | Requires | Match
export interface Define {
  readonly kind: 'define'
  readonly name: Name
  readonly value: Amount
  readonly span: Span
}
export interface Table {
  readonly kind: 'table'
  readonly name: Name
  readonly by: readonly Name[]
  readonly grid: Grid
  readonly span: Span
}
export interface Bands {
  readonly kind: 'bands'
  readonly name: Name
  readonly along: Name
  readonly grid: Grid
  readonly span: Span
}
export interface Classify {
  readonly kind: 'classify'
  readonly name: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
/** 列出 所需材料: each row a text and the condition under which it is one of them. */
export interface ListAll {
  readonly kind: 'listAll'
  readonly name: Name
  readonly rows: readonly Row[]
  readonly span: Span
}
export interface Split {
  readonly kind: 'split'
  readonly amount: Expression
  readonly bandedFrom: Expression | null
  readonly lines: readonly SplitLine[]
  readonly span: Span
}
/** `amount` is null exactly for `theRest`. */
export interface SplitLine {
  readonly kind: 'splitLine'
  readonly mode: 'upTo' | 'atRate' | 'exactly' | 'theRest'
  readonly amount: Amount | null
  readonly into: Name
  readonly span: Span
}
export interface Move {
  readonly kind: 'move'
  readonly amount: Amount
  readonly outOf: readonly Name[]
  readonly into: Name
  readonly span: Span
}
export interface Accumulate {
  readonly kind: 'accumulate'
  readonly name: Name
  readonly direction: 'adds' | 'subtracts'
  readonly amount: Expression
  readonly span: Span
}
export interface Except {
  readonly kind: 'except'
  readonly label: Text
  readonly from: DateLiteral | null
  readonly until: DateLiteral | null
  readonly condition: Expression | null
  readonly name: Name
  readonly value: Amount
  readonly span: Span
}
export interface Adjust {
  readonly kind: 'adjust'
  readonly name: Name
  readonly operator: 'loweredBy' | 'raisedBy' | 'multipliedBy'
  readonly by: Expression
  readonly span: Span
}

/** 须满足「为什么」条件: a case in which it does not hold is refused. */
export interface Requires {
  readonly kind: 'requires'
  readonly label: Text
  readonly condition: Expression
  readonly span: Span
}

/** 对照 目录数据：项目编码 等于 明细编码 */
export interface Match {
  readonly kind: 'match'
  readonly dataset: Name
  readonly condition: Expression
  readonly span: Span
}

export interface Always {
  readonly kind: 'always'
  readonly label: Text
  readonly condition: Expression
  readonly span: Span
}
/** 单调「费用越高，个人负担不减」个人负担 随着 上传总额 不减 */
export interface Monotone {
  readonly kind: 'monotone'
  readonly label: Text
  readonly value: Expression
  readonly along: Name
  readonly direction: 'neverFalls' | 'neverRises'
  readonly span: Span
}
export interface Example {
  readonly kind: 'example'
  readonly label: Text
  readonly basedOn: Text | null
  readonly given: readonly Row[]
  readonly lists: readonly ExampleList[]
  readonly expect: readonly Row[]
  readonly span: Span
}
export interface ExampleList {
  readonly kind: 'exampleList'
  readonly list: Name
  readonly grid: Grid
  readonly span: Span
}

export type * from './expression-tree.ts'
