import type { Definition, Expr, Program } from '../../program/program.ts'
import type { Cells } from './cells.ts'
import { Graph, type Form } from './forms.ts'
import { Answers } from './knowledge.ts'
import { Table } from './table.ts'
import type { Walk } from './walk.ts'

/**
 * What may be kept from one comparison to the next: what two programs have in common with two that were compared
 * before is not worked out again.
 */
export class Memory {
  readonly graph = new Graph()
  readonly cells = new Map<string, Cells>()
  readonly answers = new Answers()
  readonly table = new Table<Walk>()
  /** Forms with linear names written out, by what is written out in which. */
  readonly written = new Map<string, Form>()
  /** What an opaque value stands for, by its name. */
  readonly opaque = new Map<string, { readonly expr: Expr; readonly why: string }>()
  readonly #numbers = new Map<string, number>()
  readonly #known = new WeakMap<object, number>()

  /** A number for what is written, the same for the same, wherever it stands in a file. */
  numberOf(written: Expr | Definition | Program['input']): number {
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const text = JSON.stringify(written, (key, value: unknown) =>
      key === 'at' || key === 'origin' ? undefined : value,
    )
    const number = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, number)
    this.#known.set(written, number)
    return number
  }
}
