import { formatDate, formatMonth } from '../../../runtime/date.ts'
import { fraction, multiply, toDecimal } from '../../../runtime/rational.ts'
import { roundDivide } from '../../../runtime/round.ts'
import type { Field } from '../../program/program.ts'
import { Random } from './random.ts'
import type { Drawn, DrawnField, Group, Spec, Weights } from './weights.ts'

interface Bill {
  [key: string]: JsonValue
}
type JsonValue = string | number | boolean | null | Bill | readonly Bill[]

/** So many bills, one after the other; the same seed and weights give the same ones, and a longer run begins with them. */
export function* generate({ groups }: Weights, seed: string, count: number): Generator<Bill> {
  const random = new Random(seed)
  const weights = groups.map(({ weight }) => weight)
  for (let number = 0; number < count; number++) {
    const group = groups[random.weighted(weights)]
    if (group) yield billOf(group, random)
  }
}

function billOf({ fields, lists }: Group, random: Random): Bill {
  const bill: Bill = {}
  const drawing = new Drawing(fields, random, null)
  for (const [path, { field }] of fields) place(bill, path.split('.'), toJson(drawing.value(path), field))
  for (const list of lists) {
    const elements: Bill[] = []
    for (let left = Number(drawing.draw(list.count)); left > 0; left--) {
      const element: Bill = {}
      const ofElement = new Drawing(list.fields, random, drawing)
      for (const [path, { field }] of list.fields) place(element, path.split('.'), toJson(ofElement.value(path), field))
      elements.push(element)
    }
    place(bill, list.path.split('.'), elements)
  }
  return bill
}

/** The values of one bill, or of one element of a list in it, each drawn when it is first asked for. */
class Drawing {
  readonly #fields: ReadonlyMap<string, DrawnField>
  readonly #random: Random
  readonly #around: Drawing | null
  readonly #values = new Map<string, Drawn>()

  constructor(fields: ReadonlyMap<string, DrawnField>, random: Random, around: Drawing | null) {
    this.#fields = fields
    this.#random = random
    this.#around = around
  }

  value(path: string): Drawn {
    const drawn = this.#fields.get(path)
    if (!drawn) return this.#around?.value(path) ?? null
    const known = this.#values.get(path)
    if (known !== undefined) return known
    const value = this.draw(drawn.spec)
    this.#values.set(path, value)
    return value
  }

  draw(spec: Spec): Drawn {
    const random = this.#random
    switch (spec.kind) {
      case 'value':
        return spec.value
      case 'choose':
        return spec.values[random.weighted(spec.weights)] ?? null
      case 'bands': {
        const band = spec.bands[random.weighted(spec.bands.map(({ weight }) => weight))]
        return band ? random.between(band.from, band.to) : null
      }
      case 'share': {
        const of = this.value(spec.of)
        return typeof of === 'bigint' ? (of * random.between(spec.from, spec.to)) / 10_000n : null
      }
      case 'after': {
        const day = this.value(spec.after)
        return typeof day === 'bigint' ? day + random.between(spec.from, spec.to) : null
      }
      case 'same':
        return this.value(spec.as)
      case 'by': {
        const chosen = spec.cases.get(String(this.value(spec.by))) ?? spec.otherwise
        return chosen ? this.draw(chosen) : null
      }
      case 'scaled': {
        const drawn = this.draw(spec.like)
        if (typeof drawn !== 'bigint') return drawn
        const { n, d } = multiply(spec.factor, fraction(drawn, 1n))
        return roundDivide(n, d, 'halfUp')
      }
    }
  }
}

function toJson(value: Drawn, { type }: Field): JsonValue {
  if (typeof value !== 'bigint') return value
  if (type.kind === 'money') return toDecimal(fraction(value, 100n), 2)
  if (type.kind === 'date') return formatDate(Number(value))
  return type.kind === 'yearMonth' ? formatMonth(Number(value)) : Number(value)
}

function place(record: Bill, [key = '', ...rest]: readonly string[], value: JsonValue): void {
  if (rest.length === 0) {
    record[key] = value
    return
  }
  const inner = record[key]
  const next: Bill = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Bill) : {}
  record[key] = next
  place(next, rest, value)
}
