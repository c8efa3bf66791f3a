import type { Why } from '../why.ts'

/** Thrown where something about the elements of a list can't be followed exactly. */
export class Unsupported extends Error {
  readonly why: Why

  constructor(why: Why) {
    super(why)
    this.why = why
  }
}
