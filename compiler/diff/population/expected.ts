import { add, divide, fraction, multiply, ofInteger, zero, type Rational } from '../../../runtime/rational.ts'
import type { DrawnField, Spec } from './weights.ts'

/**
 * The mean of what a spec draws, exact; null where it is zero or can't be told: of what is no number, and of what is
 * drawn from other fields than a choice that has weights of its own.
 */
export function expected(spec: Spec, fields: ReadonlyMap<string, DrawnField>): Rational | null {
  const mean = meanOf(spec, fields)
  return mean && mean.n !== 0n ? mean : null
}

function meanOf(spec: Spec, fields: ReadonlyMap<string, DrawnField>): Rational | null {
  switch (spec.kind) {
    case 'value':
      return typeof spec.value === 'bigint' ? ofInteger(spec.value) : null
    case 'choose':
      return weighted(spec.weights, (at) => {
        const value = spec.values[at]
        return typeof value === 'bigint' ? ofInteger(value) : null
      })
    case 'bands':
      return weighted(
        spec.bands.map(({ weight }) => weight),
        (at) => fraction((spec.bands[at]?.from ?? 0n) + (spec.bands[at]?.to ?? 0n), 2n),
      )
    case 'by': {
      const chosen = fields.get(spec.by)?.spec
      if (chosen?.kind !== 'choose') return null
      return weighted(chosen.weights, (at) => {
        const found = spec.cases.get(String(chosen.values[at])) ?? spec.otherwise
        return found && meanOf(found, fields)
      })
    }
    case 'scaled': {
      const mean = meanOf(spec.like, fields)
      return mean && multiply(mean, spec.factor)
    }
    case 'share':
    case 'after':
    case 'same':
      return null
  }
}

function weighted(weights: readonly bigint[], meanAt: (at: number) => Rational | null): Rational | null {
  let [sum, total] = [zero, 0n]
  for (const [at, weight] of weights.entries()) {
    if (weight === 0n) continue
    const mean = meanAt(at)
    if (!mean) return null
    sum = add(sum, multiply(mean, ofInteger(weight)))
    total += weight
  }
  return total === 0n ? null : divide(sum, ofInteger(total))
}
