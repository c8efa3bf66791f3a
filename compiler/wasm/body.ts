import { constantV128, localGet, localSet, type Bytes } from './encode/instructions.ts'
import type { ValueType } from './encode/module.ts'

/** The locals of a function, and what is put into some of them before anything else. */
export class Body {
  readonly locals: ValueType[] = []
  readonly start: number[] = []
  readonly #parameters: number
  readonly #constants = new Map<string, number>()

  constructor(parameters: number) {
    this.#parameters = parameters
  }

  local(type: ValueType): number {
    return this.#parameters + this.locals.push(type) - 1
  }

  /** Sixteen bytes, kept in a local: written out again at each place they cost more. */
  constant(bytes: Iterable<number>): Bytes {
    const code = constantV128(bytes)
    const key = code.join()
    const known = this.#constants.get(key)
    if (known !== undefined) return localGet(known)
    const local = this.local('v128')
    this.#constants.set(key, local)
    this.start.push(...code, ...localSet(local))
    return localGet(local)
  }
  /** The same number in both lanes. */
  number(value: number): Bytes {
    return this.constant(new Uint8Array(Float64Array.of(value, value).buffer))
  }
  /** The same byte in all sixteen lanes. */
  byte(value: number): Bytes {
    return this.constant(Array.from({ length: 16 }, () => value))
  }
  /** The same 32 bits in all four lanes. */
  word(value: number): Bytes {
    return this.constant(new Uint8Array(Int32Array.of(value, value, value, value).buffer))
  }
}
