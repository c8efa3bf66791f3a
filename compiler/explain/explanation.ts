import type { OtherReading } from '../program/other-readings.ts'
import type { Place, QuoteInfo } from '../program/program.ts'

/**
 * Where every fen of a settled case comes from: what `daiyu explain --format json` prints, and what the text and the
 * page are written from. Plain data. Amounts of the bill are yuan with two decimals ("85290.00"); exact values are
 * shortest decimals or fractions in the unit of their kind: yuan, parts of one (15% is "0.15"), months, days, years.
 * What is zero and explains nothing is left out.
 */
export interface Explanation {
  readonly policy: Named
  readonly decision: Named
  readonly edition: ExplainedEdition
  /** The bill as a ledger: what is taken apart comes before what is taken from its parts. */
  readonly splits: readonly ExplainedSplit[]
  readonly moves: readonly ExplainedMove[]
  /** The values that the ledger and the results rest on, each once, in the order of evaluation. */
  readonly terms: readonly ExplainedTerm[]
  /** Everything that comes out, in the order of the policy. */
  readonly results: readonly ExplainedResult[]
  /** What `rule` counts from 0: articles with their quotes, and the readings that they rest on. */
  readonly rules: readonly Rule[]
  /** The readings in whose place others hold. */
  readonly otherReadings: readonly OtherReading[]
  /** The press and unconfirmed sources that the result leans on. */
  readonly unconfirmed: readonly ExplainedLeaning[]
}

export interface Named {
  readonly id: string
  readonly label: string
}

export interface ExplainedEdition {
  readonly name: string
  /** Inclusive, YYYY-MM-DD; null is open. */
  readonly from: string | null
  readonly until: string | null
  /** The date in the input that selects the edition, and its path. */
  readonly selectedBy: string
  readonly on: string
}

/** An amount and the lines that take it apart. The lines add up to it; those that were left out are zero. */
export interface ExplainedSplit {
  readonly label: string
  readonly element: ElementOf | null
  readonly amount: string
  readonly rule: number | null
  readonly place: Place
  readonly lines: readonly ExplainedLine[]
}

/** Which element of a list, from 0. */
export interface ElementOf {
  readonly list: string
  readonly label: string
  readonly index: number
}

export interface ExplainedLine {
  /** The definition that holds its amount. */
  readonly id: string
  readonly mode: 'upTo' | 'atRate' | 'exactly' | 'theRest'
  /** The share that the line goes to. */
  readonly into: Named
  readonly amount: string
  readonly rule: number | null
  readonly place: Place
  /** How a line at a rate was computed. Where the product is not the line's amount, it was rounded to it. */
  readonly calculation: Calculation | null
  readonly restsOn: readonly Use[]
}

export type Calculation =
  | { readonly kind: 'flat'; readonly amount: string; readonly rate: string; readonly product: string }
  /** `from` and `to` are the positions between which the amount lies. */
  | {
      readonly kind: 'banded'
      readonly from: string
      readonly to: string
      readonly bands: readonly ExplainedBand[]
      readonly product: string
    }

/** The part of an amount that lies in a band: null is no floor, or no ceiling. */
export interface ExplainedBand {
  readonly floor: string | null
  readonly ceiling: string | null
  readonly rate: string
  readonly amount: string
  readonly product: string
}

/** What a value was computed from. `isCondition`: it only decided which value to take. */
export interface Use {
  readonly kind: 'term' | 'input'
  /** The identifier of a term, the path of an input. */
  readonly name: Named
  readonly element: ElementOf | null
  readonly value: ExplainedValue
  readonly isCondition: boolean
}

/** An amount taken out of one share into another, whose label the move bears. */
export interface ExplainedMove {
  readonly name: Named
  readonly amount: string
  readonly rule: number | null
  readonly place: Place
  readonly restsOn: readonly Use[]
}

export interface ExplainedTerm {
  readonly name: Named
  readonly element: ElementOf | null
  readonly value: ExplainedValue
  readonly rule: number | null
  readonly place: Place
  /** The rows, exceptions and cases that held, the outer ones first. */
  readonly held: readonly Held[]
  readonly restsOn: readonly Use[]
}

export interface Held {
  readonly rule: number | null
  readonly place: Place
  /** The line of the policy, with what held in it; null where the text of the policy was not given. */
  readonly excerpt: { readonly before: string; readonly held: string; readonly after: string } | null
}

export interface ExplainedResult {
  /** The path in the output, and the label. */
  readonly name: Named
  readonly value: ExplainedValue
  /** The value before the case, where the input has one under the same path. */
  readonly before: ExplainedValue | null
  readonly rule: number | null
  /** The rule that states it; null where an input comes out as it went in. */
  readonly place: Place | null
  readonly held: readonly Held[]
  readonly restsOn: readonly Use[]
}

export interface Rule {
  readonly article: { readonly title: string; readonly source: ExplainedSource } | null
  readonly quotes: readonly Pick<QuoteInfo, 'text' | 'isVerbatim' | 'cites'>[]
  readonly readings: readonly ExplainedReading[]
}

/** A source that is not official, and the rules from it on which the result rests. */
export interface ExplainedLeaning {
  readonly source: ExplainedSource
  readonly rules: readonly Named[]
}

/** `other` holds in its place, where another reading was asked for. */
export interface ExplainedReading {
  readonly name: string
  readonly statement: string
  readonly because: string
  readonly other: { readonly name: string; readonly statement: string } | null
}

export interface ExplainedSource {
  readonly name: string
  readonly title: string
  readonly grade: 'official' | 'press' | 'unconfirmed'
}

export type ExplainedValue =
  | {
      readonly kind: 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age'
      readonly exact: string
    }
  | { readonly kind: 'schedule'; readonly bands: readonly Omit<ExplainedBand, 'amount' | 'product'>[] }
  /** null is open ended. */
  | { readonly kind: 'date'; readonly date: string | null }
  /** Six digits, or a prefix that stands for a province or prefecture. */
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'member'; readonly member: string; readonly label: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'absent' }
