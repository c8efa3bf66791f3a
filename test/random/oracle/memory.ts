import { PolicyFault } from './value.ts'

/** What was worked out, or why it could not be; nothing is worked out twice, and nothing rests on itself. */
export class Memory {
  readonly #known = new Map<string, () => unknown>()

  remember<Result>(key: string, work: () => Result): Result {
    const known = this.#known.get(key)
    if (known) return known() as Result
    this.#known.set(key, () => fail(new PolicyFault(`${key} rests on itself`)))
    try {
      const result = work()
      this.#known.set(key, () => result)
      return result
    } catch (problem) {
      this.#known.set(key, () => fail(problem))
      throw problem
    }
  }
}

function fail(problem: unknown): never {
  throw problem
}
