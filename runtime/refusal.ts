import { formatDate } from './date.ts'
import type { EditionFacts, Issue } from './issue.ts'
import { compare, toDecimal, toText, zero, type Rational } from './rational.ts'

// The issues of a well-formed case: made here once, so that every target refuses in the same words.

/** The date that selects the edition does not lie in it; null where it does. `day` is a day number. */
export function refuseOutside(edition: EditionFacts, path: string, day: number): Issue | null {
  return liesInEdition(edition, formatDate(day)) ? null : outsideEdition(edition, path, day)
}

/** `day` does not lie in the edition. */
export function outsideEdition({ name, from, until }: EditionFacts, path: string, day: number): Issue {
  return { code: 'outside-edition', path, value: formatDate(day), facts: { edition: { name, from, until } } }
}

/** Is a date YYYY-MM-DD in the edition, both ends included? */
export function liesInEdition({ from, until }: EditionFacts, date: string): boolean {
  // Years have four digits, so dates compare as texts.
  return (from === null || from <= date) && (until === null || date <= until)
}

/** An amount (in yuan) that has to lie between zero and the limit does not; null where it does. */
export function refuseAmount(value: Rational, limit: Rational, path: string, label: string): Issue | null {
  if (compare(value, zero) >= 0 && compare(value, limit) <= 0) return null
  return { code: 'amount-outside', path, value: yuan(value), facts: { label, limit: yuan(limit) } }
}

function yuan(value: Rational): string {
  return 100n % value.d === 0n ? toDecimal(value, 2) : toText(value)
}

/** `label` is of the definition that was being computed. */
export function refuseDivision(label: string): Issue {
  return { code: 'division-by-zero', path: '', value: null, facts: { label } }
}

/** `label` says why the policy requires it, of the part of the input at `path`. */
export function refuseRequirement(label: string, path: string): Issue {
  return { code: 'requirement-not-met', path, value: null, facts: { label } }
}

/** `label` is the sentence that the policy promises and that does not hold. */
export function refuseInvariant(label: string): Issue {
  return { code: 'invariant-broken', path: '', value: null, facts: { label } }
}
