import type { Calculation, ElementOf, ExplainedResult, Explanation, Use } from './explanation.ts'
import { inColumn } from '../show/numbers.ts'
import type { Words } from './words.ts'

// What the text and the page say in the same way.

/** What an explanation is of: the policy and the decision. */
export function titleOf({ policy, decision }: Explanation, words: Words): string {
  return `${words.name(policy)} · ${words.name(decision)}`
}

/** A name, and of which element it is said. */
export function nameText(name: string, element: ElementOf | null, words: Words): string {
  return element ? `${name} (${words.element(element)})` : name
}

/** A name with its value. The rates of a schedule are left out where its bands are listed anyway. */
export function useText({ name, element, value }: Use, words: Words, calculation: Calculation | null = null): string {
  const shown = nameText(words.name(name), element, words)
  return value.kind === 'schedule' && calculation?.kind === 'banded' ? shown : `${shown} ${words.value(value)}`
}

/** Was the product rounded to the amount? */
export function isRounded(product: string, amount: string): boolean {
  return inColumn(product) !== inColumn(amount)
}

/** The result, with what it was before the case where it is a figure that goes in and comes out. */
export function resultText({ value, before }: ExplainedResult, words: Words): string {
  const shown = (each: typeof value): string => (each.kind === 'money' ? inColumn(each.exact) : words.value(each))
  return before ? `${shown(before)} → ${shown(value)}` : shown(value)
}
