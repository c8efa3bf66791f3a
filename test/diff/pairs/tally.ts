import type { Checked } from './check.ts'

/** The comparisons of a part, added up. */
export class Tally {
  readonly #count = { refused: 0, different: 0, same: 0, undecided: 0 }
  #cases = 0
  #differing = 0
  #regions = 0
  #witnesses = 0
  #limited = 0
  #unreadable = 0
  #seconds = 0
  #longest = 0
  failures = 0

  add(kind: 'refused' | 'different' | 'same' | 'undecided', checked: Checked | null): void {
    this.#count[kind]++
    if (!checked) return
    const { comparison, cases: tried, differing, unreadable, seconds } = checked
    this.#cases += tried
    this.#differing += differing
    this.#unreadable += unreadable
    this.#regions += comparison.regions.length
    this.#witnesses += comparison.regions.filter(({ witness }) => witness !== null).length
    this.#limited += comparison.complete ? 0 : 1
    this.#seconds += seconds
    this.#longest = Math.max(this.#longest, seconds)
  }

  tell(): void {
    const { refused, different, same, undecided } = this.#count
    console.log(`  ${refused + different + same + undecided} tried: ${refused} refused by the compiler, ${different} different, ${same} proved the same, ${undecided} undecided
  ${this.#regions} regions, ${this.#witnesses} with a witness, ${this.#unreadable} that only the compiler can read; ${this.#limited} comparisons with limits
  ${this.#cases} cases, ${this.#differing} of them settled differently; ${this.#seconds.toFixed(0)} s to compare, at most ${this.#longest.toFixed(1)} s`)
  }
}
