import type { Dataset } from '../program/program.ts'
import type { ChoiceMade, ElementValues, InputValues, Integral, Product, Read, Value } from './evaluation.ts'

/** What an expression can see: the input, the definitions before it, the elements that are being looked at. */
export interface Surroundings {
  readonly input: InputValues
  readonly datasets: readonly Dataset[]
  readonly values: ReadonlyMap<string, Value>
  readonly elementValues: ReadonlyMap<string, ElementValues>
  /** By the list's path, the index of the element. */
  readonly elements: ReadonlyMap<string, number>
}

export interface Scope extends Surroundings {
  readonly trace: Trace
}

export function atElement<Around extends Surroundings>(scope: Around, list: string, index: number): Around {
  return { ...scope, elements: new Map(scope.elements).set(list, index) }
}

/** Whatever is read meanwhile only decides which value is taken. */
export function underCondition<Result>({ trace }: Scope, evaluate: () => Result): Result {
  trace.conditions++
  const result = evaluate()
  trace.conditions--
  return result
}

type Place = Read extends infer Each ? (Each extends Read ? Omit<Each, 'isCondition'> : never) : never

/** Notes how a definition gets its value. */
export class Trace {
  /** The label of the definition. */
  readonly label: string
  readonly choices: ChoiceMade[] = []
  readonly integrals: Integral[] = []
  readonly products: Product[] = []
  conditions = 0
  readonly #reads = new Map<string, Read>()

  constructor(label: string) {
    this.label = label
  }

  read(place: Place): void {
    const key = `${place.kind} ${'id' in place ? place.id : place.path} ${'element' in place ? place.element : ''}`
    const isCondition = this.conditions > 0 && (this.#reads.get(key)?.isCondition ?? true)
    this.#reads.set(key, { ...place, isCondition } as Read)
  }

  /** What decides inside a condition is of no interest. */
  choose(choice: ChoiceMade): void {
    if (this.conditions === 0) this.choices.push(choice)
  }

  get reads(): readonly Read[] {
    return [...this.#reads.values()]
  }
}
