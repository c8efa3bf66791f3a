import type { Definition, Expr, Program } from '../../../program/program.ts'
import type { Cells } from '../linear/cells.ts'
import { Graph, type Form } from '../linear/forms.ts'
import { Answers } from '../linear/knowledge.ts'
import { Table } from './table.ts'
import type { Walk } from './walk.ts'
import type { Why } from '../why.ts'

/**
 * What may be kept from one comparison to the next: what two programs have in common with two that were compared
 * before is not worked out again.
 */
export class Memory {
  readonly graph = new Graph()
  readonly cells = new Map<string, Cells>()
  readonly answers = new Answers()
  readonly table = new Table<Walk>()
  /** What was shown not to be, by all that was asked. */
  readonly refuted = new Map<string, boolean>()
  /** Forms with linear names written out, by what is written out in which. */
  readonly written = new Map<string, Form>()
  /** What an opaque value stands for, by its name. */
  readonly opaque = new Map<string, { readonly expr: Expr; readonly why: Why }>()
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

/** What an evaluation hangs on that is written in the programs; 0 and 1 say of which. */
export type Written = readonly (Expr | Definition | 0 | 1)[]

interface Keys {
  readonly next: Map<Written[number], Keys>
  key: string | null
}

/** The keys under which a memory knows evaluations of two programs. */
export class TableKeys {
  readonly #memory: Memory
  readonly #inputs: readonly number[]
  readonly #known: Keys = { next: new Map(), key: null }

  constructor(memory: Memory, programs: readonly Program[]) {
    this.#memory = memory
    this.#inputs = programs.map(({ input }) => memory.numberOf(input))
  }

  of(written: Written): string {
    let keys = this.#known
    for (const each of written) {
      let next = keys.next.get(each)
      if (!next) keys.next.set(each, (next = { next: new Map(), key: null }))
      keys = next
    }
    const numbers = (): (number | string)[] =>
      written.map((each) => (typeof each === 'number' ? `of ${each}` : this.#memory.numberOf(each)))
    return (keys.key ??= [...this.#inputs, ...numbers()].join(' '))
  }
}
