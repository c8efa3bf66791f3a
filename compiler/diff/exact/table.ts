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
