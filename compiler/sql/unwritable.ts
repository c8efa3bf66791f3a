/**
 * What a program says that no query can be made of. `digits`: a number may have more digits than the engine has, even
 * of ordinary amounts; `sum`: quotients that each have a denominator of their own are added over a list.
 */
export class Unwritable extends Error {
  readonly why: 'digits' | 'sum'
  /** Of the definition, requirement, invariant or output that says it. */
  readonly label: string

  constructor(why: 'digits' | 'sum', label: string) {
    super(`${label}: ${why}`)
    this.name = 'Unwritable'
    this.why = why
    this.label = label
  }
}
