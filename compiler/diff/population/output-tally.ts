import { compare, fraction, parse, subtract, type Rational } from '../../../runtime/rational.ts'
import type { OutputValue } from '../../interpret/evaluation.ts'
import { payerOf, type Payer } from '../../platform/payer.ts'
import type { OutputField } from '../../program/program.ts'
import type { Counts, OutputMovement } from './population.ts'
import { Spread, Sum, writer } from './spread.ts'

type Kind = OutputMovement['kind']

/** An output that both policies give: what it is, and how it is counted. */
export interface Compared {
  readonly path: string
  readonly label: string
  readonly kind: Kind
  readonly payer: Payer | null
}

export function comparedOutput({ path, label, platform, type }: OutputField): Compared {
  const of = type.kind === 'optional' ? type.of : type
  return { path, label, kind: kindOf(of.kind), payer: payerOf(platform) }
}

function kindOf(type: OutputField['type']['kind']): Kind {
  switch (type) {
    case 'money':
      return 'money'
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return 'number'
    case 'date':
    case 'region':
    case 'boolean':
    case 'choice':
    case 'text':
    case 'texts':
    case 'optional':
    case 'list':
    case 'schedule':
    case 'unknown':
      return 'other'
  }
}

/** What an output does in one case. `difference` is null where it is no number, or absent on a side. */
export interface Move {
  readonly isChanged: boolean
  readonly difference: Rational | null
}

/** How often an output differs, and by how much in all. */
export class Counter {
  changed = 0
  more = 0
  less = 0
  readonly #difference = new Sum()

  note({ isChanged, difference }: Move): void {
    if (!isChanged) return
    this.changed += 1
    if (!difference) return
    if (difference.n > 0n) this.more += 1
    else this.less += 1
    this.#difference.add(difference)
  }

  counts(payer: Payer | null): Counts {
    const { changed, more, less } = this
    const [gain, lose] = payer === null ? [null, null] : payer === 'fund' ? [more, less] : [less, more]
    return { changed, more, less, gain, lose }
  }

  get difference(): Rational {
    return this.#difference.value
  }
}

/** What an output does in all cases. */
export class OutputTally {
  readonly of: Compared
  readonly #counter = new Counter()
  readonly #before = new Sum()
  readonly #after = new Sum()
  readonly #spread = new Spread()
  #settled = 0

  constructor(of: Compared) {
    this.of = of
  }

  note(before: OutputValue, after: OutputValue): Move {
    this.#settled += 1
    const { kind } = this.of
    const isChanged = JSON.stringify(before) !== JSON.stringify(after)
    if (kind !== 'other') {
      addTo(this.#before, before, kind)
      addTo(this.#after, after, kind)
    }
    const [from, to] = isChanged && kind !== 'other' ? [numberOf(before), numberOf(after)] : [null, null]
    const move = { isChanged, difference: from && to ? subtract(to, from) : null }
    this.#counter.note(move)
    if (move.difference) this.#spread.note(move.difference)
    return move
  }

  result(): OutputMovement {
    const { path, label, kind, payer } = this.of
    const write = writer(kind)
    const [before, after] = [this.#before.value, this.#after.value]
    const isNumber = kind !== 'other'
    return {
      path,
      label,
      kind,
      payer,
      ...this.#counter.counts(payer),
      unchanged: this.#settled - this.#counter.changed,
      before: isNumber ? write(before) : null,
      after: isNumber ? write(after) : null,
      difference: isNumber ? write(subtract(after, before)) : null,
      distribution: this.#spread.distribution(write),
    }
  }
}

// Amounts are written with two decimals: in fen they are whole, and quickly added.
function addTo(sum: Sum, value: OutputValue, kind: Kind): void {
  if (value === null) return
  if (kind === 'money') sum.addFen(BigInt(writtenValue(value).replace('.', '')))
  else sum.add(parse(writtenValue(value)))
}

/** Null of what is absent. */
function numberOf(value: OutputValue): Rational | null {
  return value === null ? null : parse(writtenValue(value))
}

/** Which of two differences is further from zero. */
export function compareSizes(a: Rational, b: Rational): number {
  return compare(size(a), size(b))
}

function size({ n, d }: Rational): Rational {
  return fraction(n < 0n ? -n : n, d)
}

/** A value as it stands in a report. */
export function writtenValue(value: OutputValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
