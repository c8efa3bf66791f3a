import type { Span } from '../../grammar/tree.ts'
import type { Declared } from './declared.ts'

/** Where a thing is written: a declaration of it, a rule that states its value, or a use. */
export interface Occurrence {
  readonly file: string
  /** Of a text: what stands between the marks. */
  readonly span: Span
  readonly declared: Declared
  /** By which of its two spellings; `label` where it has one. */
  readonly written: 'label' | 'id'
  readonly role: 'declares' | 'states' | 'uses'
  readonly isText: boolean
}
