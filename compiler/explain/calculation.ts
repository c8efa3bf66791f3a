import { add, multiply, toText, zero, type Rational } from '../../runtime/rational.ts'
import type { Integral, Product, Step } from '../interpret/evaluation.ts'
import type { Calculation } from './explanation.ts'

/** How the amount of a line at a rate came about; null where the step took no part of an amount. */
export function calculationOf({ integrals, products }: Step): Calculation | null {
  const [integral] = integrals
  if (integral) return ofIntegral(integral)
  const [product] = products
  return product ? ofProduct(product) : null
}

function ofIntegral({ from, to, schedule, bands }: Integral): Calculation | null {
  const [rate] = schedule.rates
  // One rate in every band: there is nothing to see in the bands.
  if (rate && schedule.rates.every((each) => each.n === rate.n && each.d === rate.d)) {
    return ofProduct({ rate, amount: sum(bands.map(({ amount }) => amount)) })
  }
  return {
    kind: 'banded',
    from: toText(from),
    to: toText(to),
    bands: bands.map(({ floor, ceiling, ...band }) => ({
      floor: floor && toText(floor),
      ceiling: ceiling && toText(ceiling),
      rate: toText(band.rate),
      amount: toText(band.amount),
      product: toText(band.product),
    })),
    product: toText(sum(bands.map(({ product }) => product))),
  }
}

function ofProduct({ amount, rate }: Product): Calculation {
  return { kind: 'flat', amount: toText(amount), rate: toText(rate), product: toText(multiply(amount, rate)) }
}

function sum(amounts: readonly Rational[]): Rational {
  return amounts.reduce(add, zero)
}
