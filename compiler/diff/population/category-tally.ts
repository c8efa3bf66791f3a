import { outputAt, type OutputRecord, type OutputValue } from '../../interpret/evaluation.ts'
import type { Program } from '../../program/program.ts'
import { Counter, writtenValue, type Compared, type Move } from './output-tally.ts'
import type { Category, CategoryValue } from './population.ts'
import { writer } from './spread.ts'

/** What cases are sorted by: a choice or a boolean that goes in, a choice that comes out. */
interface Sorting {
  readonly path: string
  readonly label: string
  readonly from: Category['from']
  readonly labels: ReadonlyMap<string, string>
}

/** By every choice and boolean that goes in, fields of lists left aside, and every choice that both policies give. */
export function sortings(before: Program, after: Program): readonly Sorting[] {
  const labelsOf = (choices: string): ReadonlyMap<string, string> =>
    new Map(before.choices.find(({ id }) => id === choices)?.members.map(({ id, label }) => [id, label]))
  const inputs = before.input.fields.flatMap(({ path, label, type }): readonly Sorting[] => {
    if (type.kind !== 'choice' && type.kind !== 'boolean') return []
    return [{ path, label, from: 'input', labels: type.kind === 'choice' ? labelsOf(type.choices) : new Map() }]
  })
  const outputs = before.output.flatMap(({ path, label, type }): readonly Sorting[] => {
    const of = type.kind === 'optional' ? type.of : type
    if (of.kind !== 'choice' || !after.output.some((each) => each.path === path)) return []
    return [{ path, label, from: 'output', labels: labelsOf(of.choices) }]
  })
  return [...inputs, ...outputs]
}

export class CategoryTally {
  readonly #of: Sorting
  readonly #values = new Map<string, ValueTally>()

  constructor(of: Sorting) {
    this.#of = of
  }

  note(input: unknown, before: OutputRecord, after: OutputRecord, isChanged: boolean, moves: Moves): void {
    const { path, from } = this.#of
    // What was settled is JSON of the form that the policy says.
    const value = textOf(outputAt(from === 'input' ? (input as OutputRecord) : before, path))
    const other = from === 'output' ? textOf(outputAt(after, path)) : value
    const key = JSON.stringify([value, other])
    const tally = this.#values.get(key) ?? new ValueTally(value, other === value ? null : other)
    this.#values.set(key, tally)
    tally.note(isChanged, moves)
  }

  result(outputs: readonly Compared[]): Category {
    const { path, label, from, labels } = this.#of
    const order = [...labels.keys()]
    const values = [...this.#values.values()].map((tally) => tally.result(labels, outputs))
    const inOrder = values.toSorted(
      (a, b) => order.indexOf(a.value) - order.indexOf(b.value) || (a.value < b.value ? -1 : 1),
    )
    return { path, label, from, values: inOrder }
  }
}

type Moves = readonly (readonly [path: string, move: Move])[]

class ValueTally {
  readonly #value: string
  readonly #after: string | null
  readonly #counters = new Map<string, Counter>()
  #cases = 0
  #changed = 0

  constructor(value: string, after: string | null) {
    this.#value = value
    this.#after = after
  }

  note(isChanged: boolean, moves: Moves): void {
    this.#cases += 1
    if (isChanged) this.#changed += 1
    for (const [path, move] of moves) {
      const counter = this.#counters.get(path) ?? new Counter()
      this.#counters.set(path, counter)
      counter.note(move)
    }
  }

  result(labels: ReadonlyMap<string, string>, outputs: readonly Compared[]): CategoryValue {
    return {
      value: this.#value,
      label: labels.get(this.#value) ?? this.#value,
      after: this.#after === null ? null : { value: this.#after, label: labels.get(this.#after) ?? this.#after },
      cases: this.#cases,
      changed: this.#changed,
      outputs: outputs.flatMap(({ path, kind, payer }) => {
        const counter = this.#counters.get(path)
        if (!counter || kind === 'other') return []
        return [{ path, ...counter.counts(payer), difference: writer(kind)(counter.difference) }]
      }),
    }
  }
}

function textOf(value: OutputValue): string {
  return value === null ? 'absent' : writtenValue(value)
}
