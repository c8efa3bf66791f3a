import type { Exact, Type } from './type.ts'

/**
 * The program: the small core that every target understands. One program settles one decision under one edition.
 * Plain readonly data that survives JSON. Definitions stand in an order in which each uses only earlier ones, and
 * every target evaluates all of them, in that order.
 */
export interface Program {
  readonly policy: { readonly id: string; readonly label: string }
  readonly decision: { readonly id: string; readonly label: string }
  readonly edition: EditionInfo
  /** The first day of the year for which the yearly figures are kept (累计年度); null where the policy says nothing of it. */
  readonly yearStart: { readonly month: number; readonly day: number } | null
  readonly choices: readonly Choices[]
  readonly input: InputSchema
  readonly output: readonly OutputField[]
  readonly definitions: readonly Definition[]
  readonly splits: readonly SplitInfo[]
  readonly requirements: readonly Requirement[]
  readonly invariants: readonly Invariant[]
  readonly monotonies: readonly Monotony[]
  readonly datasets: readonly Dataset[]
  readonly sources: readonly SourceInfo[]
  readonly articles: readonly ArticleInfo[]
  readonly quotes: readonly QuoteInfo[]
  readonly readings: readonly ReadingInfo[]
  /** Those of the decision: about no output, or about one of its outputs. */
  readonly platform: readonly PlatformCode[]
  /** The names of the files that it was made from. */
  readonly files: readonly string[]
}

/** Bounds inclusive, YYYY-MM-DD; null is open. `selectedBy` is the path of the input date, or month, that selects the edition. */
export interface EditionInfo {
  readonly name: string
  readonly from: string | null
  readonly until: string | null
  readonly selectedBy: string
}

export interface Choices {
  readonly id: string
  readonly label: string
  readonly members: readonly Member[]
}
/** `id` is the value in JSON; `name` the identifier in policies, where that is another. */
export interface Member {
  readonly id: string
  readonly label: string
  readonly name?: string
}

/** What the input JSON looks like. `path` is the JSON path with dots (`visit.tier`); inside a list it is the element's key. */
export interface InputSchema {
  readonly fields: readonly Field[]
  readonly lists: readonly ListField[]
  /** Keys of which a case has one or the other, and not both. */
  readonly eitherOf: readonly (readonly [string, string])[]
}
export interface Field {
  readonly path: string
  readonly label: string
  readonly type: FieldType
  readonly platform: string | null
}
export interface ListField {
  readonly path: string
  readonly label: string
  readonly fields: readonly Field[]
}
/** `yearMonth`: a date in rules, the first of the month. `texts` only come out. */
export type FieldType =
  | {
      readonly kind:
        'money' | 'rate' | 'number' | 'months' | 'date' | 'yearMonth' | 'boolean' | 'region' | 'text' | 'texts'
      readonly optional: boolean
    }
  | { readonly kind: 'choice'; readonly choices: string; readonly optional: boolean }

/** How the national platform knows something, beside the fields that the outputs name themselves: a row of 平台. */
export interface PlatformCode {
  readonly field: 'insutype' | 'fund_pay_type' | 'polItemCode'
  readonly code: string
  readonly name: string
  /** The path of the output that is meant; null for the insurance itself. */
  readonly of: string | null
  /** Which band of it, from 1; null where it is one amount. */
  readonly band: number | null
}

/** `value` yields the output; its type decides how it is written (money: two decimals as text). `asMonth`: a date is written as YYYY-MM. */
export interface OutputField {
  readonly path: string
  readonly label: string
  readonly platform: string | null
  readonly type: Type
  readonly asMonth?: boolean
  readonly value: Expr
}

/** Where in the policy something comes from: what explanations, doc comments and source maps show. */
export interface Origin {
  readonly file: string
  readonly start: number
  readonly end: number
  /** Index into articles, quotes, readings. */
  readonly article: number | null
  readonly quotes: readonly number[]
  readonly readings: readonly number[]
}

/**
 * A named value. `id` is an identifier unique in the program (letters, digits, _ and Han; never a dot), `label` the
 * name as the policy says it. `over`: the list of whose each element this is an attribute; its value then may use `field`.
 * `role`: a term (是指, 表格, 分段, 依次判定), a line of a split, a share (the sum of its lines, after moves), a line of a move.
 */
export interface Definition {
  readonly id: string
  readonly label: string
  readonly role: 'term' | 'line' | 'share' | 'move'
  readonly over: string | null
  readonly type: Type
  readonly value: Expr
  readonly origin: Origin
}

/**
 * A split as the ledger shows it: an amount taken apart where `when` holds. Its lines are definitions of role `line`.
 * `over`: the list of whose each element an amount is taken apart.
 */
export interface SplitInfo {
  readonly label: string
  readonly over: string | null
  readonly amount: Expr
  readonly when: Expr
  readonly lines: readonly SplitLineInfo[]
  readonly origin: Origin
}
export interface SplitLineInfo {
  readonly mode: 'upTo' | 'atRate' | 'exactly' | 'theRest'
  /** The definition that holds the line's amount. */
  readonly definition: string
  /** The share the line goes to: label and definition. */
  readonly into: string
  readonly share: string
  readonly origin: Origin
}

/**
 * What has to hold of a case; one of which it does not is refused, and `label` says why. Asked as soon as the
 * definitions are evaluated that the requirements use. `path`: the part of the input that it speaks of, '' for the whole.
 */
export interface Requirement {
  readonly label: string
  readonly path: string
  readonly condition: Expr
  readonly origin: Origin
}
export interface Invariant {
  readonly label: string
  readonly condition: Expr
  readonly origin: Origin
}
/**
 * How a number follows the field of the input at `along`, all else equal: for what a single case can't show, and is
 * proved or refuted by itself. Settling asks nothing of it.
 */
export interface Monotony {
  readonly label: string
  readonly value: Expr
  readonly along: string
  readonly direction: 'neverFalls' | 'neverRises'
  readonly origin: Origin
}
/** Rows that `lookup` finds; each has a value for each column, as many as are used. No two answer one question. */
export interface Dataset {
  readonly id: string
  readonly label: string
  readonly columns: readonly DatasetColumn[]
  readonly rows: readonly (readonly ConstantValue[])[]
}
export interface DatasetColumn {
  readonly id: string
  readonly label: string
  readonly type: FieldType
}
export interface SourceInfo {
  readonly name: string
  readonly title: string
  readonly grade: 'official' | 'press' | 'unconfirmed'
}
export interface ArticleInfo {
  readonly source: number
  readonly title: string
}
/** `isVerbatim` is false of a summary: what the source says where its words are not at hand. */
export interface QuoteInfo {
  readonly text: string
  readonly isVerbatim: boolean
  readonly cites: readonly string[]
  readonly article: number
}
/** `chosen` is the name of the alternative that holds; null where the statement itself does. */
export interface ReadingInfo {
  readonly name: string
  readonly statement: string
  readonly cites: readonly string[]
  readonly because: string
  readonly alternatives: readonly { readonly name: string; readonly statement: string }[]
  readonly chosen: string | null
}

/**
 * Expressions of the core. Numbers are exact rationals in yuan, parts of one, months, days or years; dates are days;
 * `type` is the type of the value. A computed value whose type is optional is absent where a name is absent that it is
 * computed from (`computedFrom`), whatever else would be wrong with it. An operation on a schedule works on the rate of each band.
 */
export type Expr =
  | Constant
  | { readonly kind: 'input'; readonly path: string; readonly type: Type; readonly at: Place }
  /** A field of the element of a list that is being looked at. */
  | { readonly kind: 'field'; readonly list: string; readonly path: string; readonly type: Type; readonly at: Place }
  | { readonly kind: 'ref'; readonly id: string; readonly type: Type; readonly at: Place }
  | {
      readonly kind: 'arithmetic'
      readonly operator: 'add' | 'subtract' | 'multiply' | 'divide' | 'lesser' | 'greater'
      readonly left: Expr
      readonly right: Expr
      readonly type: Type
      readonly at: Place
    }
  /** Of two numbers of one kind, two ages, or two dates. */
  | {
      readonly kind: 'compare'
      readonly operator: 'less' | 'lessOrEqual' | 'equal'
      readonly left: Expr
      readonly right: Expr
      readonly type: Type
      readonly at: Place
    }
  | {
      readonly kind: 'isOneOf'
      readonly value: Expr
      readonly members: readonly string[]
      readonly type: Type
      readonly at: Place
    }
  /** Does the place lie in the area (prefix of the division code)? */
  | { readonly kind: 'liesIn'; readonly place: Expr; readonly area: Expr; readonly type: Type; readonly at: Place }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expr[]; readonly type: Type; readonly at: Place }
  | { readonly kind: 'not'; readonly operand: Expr; readonly type: Type; readonly at: Place }
  /** The first branch whose condition holds; null: no value where none does, and then, by proof, none is used. */
  | {
      readonly kind: 'cases'
      readonly branches: readonly Branch[]
      readonly otherwise: Expr | null
      readonly type: Type
      readonly at: Place
    }
  /** The texts of all rows that hold, in their order; `otherwise`, if there is one, where none does. */
  | {
      readonly kind: 'listAll'
      readonly rows: readonly TextRow[]
      readonly otherwise: string | null
      readonly type: Type
      readonly at: Place
    }
  /** A schedule: one rate per band, as many as the type has edges, and one. */
  | { readonly kind: 'schedule'; readonly rates: readonly Expr[]; readonly type: Type; readonly at: Place }
  /** The amount that lies between two positions, each part at its band's rate. */
  | {
      readonly kind: 'integrate'
      readonly schedule: Expr
      readonly from: Expr
      readonly to: Expr
      readonly type: Type
      readonly at: Place
    }
  | {
      readonly kind: 'round'
      readonly mode: 'halfUp' | 'up' | 'down' | 'halfEven'
      readonly decimals: number
      readonly value: Expr
      readonly type: Type
      readonly at: Place
    }
  /** any, all: is `where` true of one (each) element; count: of how many; sum: of `value` over those. */
  | {
      readonly kind: 'fold'
      readonly quantifier: 'any' | 'all' | 'count' | 'sum'
      readonly list: string
      readonly where: Expr | null
      readonly value: Expr | null
      readonly type: Type
      readonly at: Place
    }
  | { readonly kind: 'orElse'; readonly value: Expr; readonly fallback: Expr; readonly type: Type; readonly at: Place }
  /** Does the case have this key of the two of a pair in `eitherOf`? */
  | { readonly kind: 'isGiven'; readonly key: string; readonly type: Type; readonly at: Place }
  | { readonly kind: 'isAbsent'; readonly value: Expr; readonly type: Type; readonly at: Place }
  /** A date so many months (days) later; the day is clamped to the month's end. Open ended stays open ended. */
  | {
      readonly kind: 'addMonths' | 'addDays'
      readonly date: Expr
      readonly amount: Expr
      readonly type: Type
      readonly at: Place
    }
  /** The first or last day of the month or year in which a date lies. Open ended stays open ended. */
  | {
      readonly kind: 'boundary'
      readonly date: Expr
      readonly side: 'first' | 'last'
      readonly of: 'month' | 'year'
      readonly type: Type
      readonly at: Place
    }
  /** How many months of its year have begun by a date: 1 in January. */
  | { readonly kind: 'monthOf'; readonly date: Expr; readonly type: Type; readonly at: Place }
  | { readonly kind: 'fullYears'; readonly from: Expr; readonly to: Expr; readonly type: Type; readonly at: Place }
  | {
      readonly kind: 'widen'
      readonly region: Expr
      readonly level: 'province' | 'prefecture'
      readonly type: Type
      readonly at: Place
    }
  /**
   * What the one row says in a column; absent where there is no such row. Each key column has to equal its value, a
   * region having the same digits; the date lies within what the columns of the validity say, an absent end being open.
   */
  | {
      readonly kind: 'lookup'
      readonly dataset: string
      readonly column: string
      readonly keys: readonly LookupKey[]
      readonly validity: LookupValidity | null
      readonly type: Type
      readonly at: Place
    }
  /** The value itself; a case in which it is below zero or above the limit is an error that names `path`. */
  | {
      readonly kind: 'exactly'
      readonly value: Expr
      readonly limit: Expr
      readonly path: string
      readonly label: string
      readonly type: Type
      readonly at: Place
    }

export type Constant = {
  readonly kind: 'constant'
  readonly value: ConstantValue
  readonly type: Type
  readonly at: Place
}
export type ConstantValue =
  | { readonly kind: 'exact'; readonly exact: Exact }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'openEnded' }
  /** A division code prefix of two, four or six digits. */
  | { readonly kind: 'region'; readonly prefix: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }

export interface LookupKey {
  readonly column: string
  readonly value: Expr
}
export interface LookupValidity {
  readonly from: string | null
  readonly until: string | null
  readonly on: Expr
}

export interface TextRow {
  readonly when: Expr
  readonly text: string
  readonly origin: Origin
}

export interface Branch {
  readonly when: Expr
  readonly value: Expr
  readonly origin: Origin
}

/** File and span of an expression: source maps and diagnostics. */
export interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
}
