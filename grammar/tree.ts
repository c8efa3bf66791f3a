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
  | Use
  | DecisionHeader
  | Source
  | Edition
  | Article
  | RecordDeclaration
  | ListDeclaration
  | ChoicesDeclaration
  | RegionsDeclaration
  | DecisionDeclaration
  | NamesDeclaration
  | Always
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
export interface RegionsDeclaration {
  readonly kind: 'regions'
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
export interface NamesDeclaration {
  readonly kind: 'names'
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

export type Item = Quote | Reading | NotFormalised | YearStart | Rule
export interface Quote {
  readonly kind: 'quote'
  readonly text: Text
  readonly cites: readonly Name[]
  readonly span: Span
}
export interface Reading {
  readonly kind: 'reading'
  readonly name: Name
  readonly statement: Text
  readonly because: Text
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

export type Rule = Define | Table | Bands | Classify | Split | Move | Accumulate | Except | Adjust
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

export interface Always {
  readonly kind: 'always'
  readonly label: Text
  readonly condition: Expression
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

/** Rows above the rule |---|---| are head rows (one per column dimension, or the column names of an example's list). */
export interface Grid {
  readonly kind: 'grid'
  readonly head: readonly Row[]
  readonly body: readonly Row[]
  readonly span: Span
}
export interface Row {
  readonly kind: 'row'
  readonly cells: readonly Cell[]
  readonly span: Span
}
export type Cell =
  | { readonly kind: 'otherwise' | 'same' | 'whatever' | 'missing'; readonly span: Span }
  /** 不满 45周岁 */
  | {
      readonly kind: 'compareCell'
      readonly operator: CompareOperator
      readonly value: Expression
      readonly span: Span
    }
  /** One or several values or ranges, separated by 、 */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly span: Span }
export interface Entry {
  readonly kind: 'entry'
  readonly value: Expression
  /** （含） after the value; null where nothing is said. */
  readonly valueIncluded: boolean
  /** The upper end of a range 3.5万元—7万元（含）. */
  readonly to: Expression | null
  readonly toIncluded: boolean
  readonly span: Span
}

/** An expression as a rule states it: 不足为零 first, then the rounding. */
export interface Amount {
  readonly kind: 'amount'
  readonly value: Expression
  readonly floorZero: boolean
  readonly rounding: Rounding | null
  readonly span: Span
}

export type CompareOperator =
  'below' | 'atLeast' | 'moreThan' | 'atMost' | 'before' | 'after' | 'notBefore' | 'notAfter' | 'equals'
export type ArithmeticOperator = 'plus' | 'minus' | 'times' | 'divide' | 'loweredBy' | 'raisedBy'
export type Rounding = 'halfUpFen' | 'halfUpYuan' | 'upMonth' | 'upFen' | 'downFen' | 'halfEvenFen'
export type Unit = 'yuan' | 'wanYuan' | 'yiYuan' | 'percent' | 'points' | 'years' | 'yearsOld' | 'months' | 'days'

export type Expression =
  | { readonly kind: 'quantity'; readonly digits: string; readonly unit: Unit; readonly span: Span }
  | { readonly kind: 'number'; readonly digits: string; readonly span: Span }
  | { readonly kind: 'fraction'; readonly numerator: string; readonly denominator: string; readonly span: Span }
  | DateLiteral
  | Text
  | Name
  | { readonly kind: 'openEnded'; readonly span: Span }
  | { readonly kind: 'absent'; readonly span: Span }
  | { readonly kind: 'call'; readonly callee: Name; readonly arguments: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'parens'; readonly inner: Expression; readonly span: Span }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'compare'
      readonly operator: CompareOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'membership'
      readonly negated: boolean
      readonly left: Expression
      readonly members: readonly Expression[]
      readonly span: Span
    }
  | {
      readonly kind: 'logic'
      readonly operator: 'and' | 'or'
      readonly operands: readonly Expression[]
      readonly span: Span
    }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  /** 终止日期 未填则 无期限 */
  | { readonly kind: 'orElse'; readonly value: Expression; readonly fallback: Expression; readonly span: Span }
  | Quantified
  | { readonly kind: 'missing'; readonly span: Span }

/** `digits` keep what was written, without `_` and in halfwidth; year, month, day need not be a real date yet. */
export interface DateLiteral {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
  readonly span: Span
}

export interface Quantified {
  readonly kind: 'quantified'
  readonly quantifier: 'any' | 'all' | 'count' | 'sum'
  readonly list: Name
  readonly taking: Expression | null
  readonly suchThat: Expression | null
  readonly span: Span
}
