/** One step of an evaluation: something asked of a way, or told to it. The answer is known by its key. */
export type Step<Way> = (way: Way) => string

interface Node<Way> {
  step: Step<Way> | null
  readonly next: Map<string, Node<Way>>
  result: { readonly value: unknown } | null
}

/**
 * What evaluations came to, by the answers they were given: the same answers lead to the same value, so that another
 * way on which a name depends on nothing new only answers its questions again.
 */
export class Table<Way> {
  readonly #roots = new Map<string, Node<Way>>()

  /** The value, if a way that answers like this one has been here; its steps are taken along `way`. */
  recall(key: string, way: Way): { readonly value: unknown } | null {
    let node = this.#roots.get(key)
    while (node?.step) node = node.next.get(node.step(way))
    return node?.result ?? null
  }

  enter(key: string, steps: readonly (readonly [step: Step<Way>, answer: string])[], value: unknown): void {
    let node = this.#roots.get(key)
    if (!node) this.#roots.set(key, (node = newNode()))
    for (const [step, answer] of steps) {
      node.step ??= step
      let next = node.next.get(answer)
      if (!next) node.next.set(answer, (next = newNode()))
      node = next
    }
    node.result = { value }
  }
}

function newNode<Way>(): Node<Way> {
  return { step: null, next: new Map(), result: null }
}

/** What is asked of a way while something is evaluated for the first time. */
export class Log<Way> {
  readonly #table: Table<Way>
  readonly #way: Way
  #steps: (readonly [Step<Way>, answer: string])[] | null = null

  constructor(table: Table<Way>, way: Way) {
    this.#table = table
    this.#way = way
  }

  /** What `compute` gives, or gave with the same answers. */
  tabled<Value>(key: string, compute: () => Value): Value {
    const outer = this.#steps
    this.#steps = null
    try {
      const known = this.#table.recall(key, this.#way)
      if (known) return known.value as Value
      const steps: (readonly [Step<Way>, string])[] = (this.#steps = [])
      const value = compute()
      this.#table.enter(key, steps, value)
      return value
    } finally {
      this.#steps = outer
    }
  }

  /** Asks the way something, on which what is being evaluated then depends. */
  ask<Answer>(question: (way: Way) => Answer, keyOf: (answer: Answer) => string): Answer {
    const steps = this.#steps
    this.#steps = null
    try {
      const answer = question(this.#way)
      steps?.push([(way) => keyOf(question(way)), keyOf(answer)])
      return answer
    } finally {
      this.#steps = steps
    }
  }

  /** Changes the way, as it will have to be changed when the evaluation is left out. */
  tell(change: (way: Way) => void): void {
    this.ask(change, () => '')
  }

  /** Something that the way was asked, and what it answered. */
  add(step: Step<Way>, answer: string): void {
    this.#steps?.push([step, answer])
  }
}
