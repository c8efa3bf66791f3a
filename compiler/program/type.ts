/**
 * The types of the language. `decimals` is how many digits after the point a value of the type can have at most,
 * in the unit it is kept in (yuan, 1 = 100 %, months); null when no number of digits is enough (4/3).
 */
export type Type =
  | { readonly kind: 'money'; readonly decimals: number | null }
  /** 15% is 0.15 and has two decimals. */
  | { readonly kind: 'rate'; readonly decimals: number | null }
  /** A difference of rates: 10个百分点 is 0.1. */
  | { readonly kind: 'points'; readonly decimals: number | null }
  /** A bare number: a factor or a count. */
  | { readonly kind: 'number'; readonly decimals: number | null }
  /** A stretch of months; a year is twelve. */
  | { readonly kind: 'months'; readonly decimals: number | null }
  /** A stretch of days. */
  | { readonly kind: 'days' }
  /** An age in full years. */
  | { readonly kind: 'age' }
  /** `openEnded`: may be 无期限, later than every date. */
  | { readonly kind: 'date'; readonly openEnded: boolean }
  | { readonly kind: 'region' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  /** Texts in an order: what 列出 gives. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'choice'; readonly choices: string }
  | { readonly kind: 'list'; readonly list: string }
  /** A rate at each position: what a band table is. `edges` are exact numbers in yuan, ascending; one rate more than edges. */
  | { readonly kind: 'schedule'; readonly decimals: number | null; readonly edges: readonly Exact[] }
  | { readonly kind: 'optional'; readonly of: Type }
  /** The type of what could not be typed; never reported a second time, never in a program. */
  | { readonly kind: 'unknown' }

/** An exact rational as text, in lowest terms: "3/20", "-7", "35000". Text, so that a program survives JSON. */
export type Exact = string
