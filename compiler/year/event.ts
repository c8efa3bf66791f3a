import type { Rational } from '../../runtime/rational.ts'
import type { Part } from './part.ts'

/** The kinds of events, as they are written. */
export const eventKinds = ['start', 'bill', 'late', 'status', 'credit', 'debit'] as const

/**
 * What happens in a year. `on` is a day number, `line` the line of the event, from 1. `start`: what holds from that
 * day on, with the figures as they stand; `bill`: a case, without what holds already and without the figures; `late`:
 * one that belongs before bills that are settled already; `status`: what holds differently from that day on;
 * `credit`, `debit`: an amount by which a figure grows or falls.
 */
export type Event = { readonly line: number; readonly on: number } & (
  | { readonly kind: 'start' | 'bill' | 'late' | 'status'; readonly part: Part }
  | { readonly kind: 'credit' | 'debit'; readonly to: string; readonly amount: Rational }
)
