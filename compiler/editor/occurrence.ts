import type { Place } from '../problem/report.ts'
import type { Declared } from './declared.ts'

/**
 * Where a thing is written: a declaration of it, a rule that states its value, one that changes the value that others
 * state, or a use.
 */
export interface Occurrence extends Place {
  /** As it is written; of a text, what stands between the marks, which is where the span is. */
  readonly text: string
  readonly isText: boolean
  readonly declared: Declared
  /** The choices whose members would be meant first there; null where none would. */
  readonly expected: Declared | null
  readonly role: 'declares' | 'states' | 'changes' | 'uses'
}
