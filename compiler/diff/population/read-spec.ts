import { parseDate, parseMonth } from '../../../runtime/date.ts'
import { compare, divide, multiply, parse, zero, type Rational } from '../../../runtime/rational.ts'
import { isRegion } from '../../../runtime/region.ts'
import type { Choices, Field, FieldType } from '../../program/program.ts'
import { expected } from './expected.ts'
import type { Band, Drawn, DrawnField, Spec, WeightsFault } from './weights.ts'
import { isPart, type Part } from './weights-text.ts'

/** What a spec may speak of: the fields around it, and how those are drawn that were read before. */
export interface Names {
  readonly types: ReadonlyMap<string, Field>
  readonly drawn: ReadonlyMap<string, DrawnField>
  readonly choices: readonly Choices[]
}

/** The fields that a spec is drawn from, as it names them. */
export function namesIn(spec: unknown): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap(namesIn)
  if (!isPart(spec)) return []
  const own = ['of', 'after', 'same', 'by'].flatMap((key) => (typeof spec[key] === 'string' ? [spec[key]] : []))
  return [...own, ...Object.values(spec).flatMap(namesIn)]
}

/** How a field is drawn. Where something is wrong with it, what is read is not to be used. */
export function readSpec(
  written: unknown,
  at: string,
  field: Field,
  names: Names,
): { readonly spec: Spec; readonly faults: readonly WeightsFault[] } {
  const faults: WeightsFault[] = []
  const spec = new SpecReader(field, names, faults).read(written, at)
  return { spec: spec ?? { kind: 'value', value: null }, faults }
}

class SpecReader {
  readonly #field: Field
  readonly #names: Names
  readonly #faults: WeightsFault[]

  constructor(field: Field, names: Names, faults: WeightsFault[]) {
    this.#field = field
    this.#names = names
    this.#faults = faults
  }

  read(written: unknown, at: string): Spec | null {
    if (!isPart(written)) return this.#fault('notASpec', at, written)
    const form = Object.keys(written).toSorted().join(' ')
    switch (form) {
      case 'value':
        return this.#valueSpec(written['value'], `${at}.value`)
      case 'choose':
        return this.#choose(written['choose'], `${at}.choose`)
      case 'between': {
        const band = this.#stretch(written['between'], `${at}.between`)
        return band && { kind: 'bands', bands: [{ weight: 1n, ...band }] }
      }
      case 'bands':
        return this.#bands(written['bands'], `${at}.bands`)
      case 'of share':
        return this.#share(written, at)
      case 'after days':
        return this.#after(written, at)
      case 'same': {
        const other = this.#named(written['same'], `${at}.same`)
        if (!other) return null
        if (other.type.kind !== this.#field.type.kind) return this.#fault('otherType', `${at}.same`, written['same'])
        return { kind: 'same', as: other.path }
      }
      case 'by cases':
        return this.#by(written, at)
      case 'like mean':
        return this.#scaled(written, at)
      // What stands there is anything a person may have written.
      default:
        return this.#fault('notASpec', at, written)
    }
  }

  #valueSpec(written: unknown, at: string): Spec | null {
    const value = this.#value(written, at)
    return value === undefined ? null : { kind: 'value', value }
  }

  #choose(written: unknown, at: string): Spec | null {
    if (!isPart(written)) return this.#fault('notAnObject', at, written)
    const entries = Object.entries(written).map(([key, weight]) => ({
      value: this.#value(key, `${at}.${key}`),
      weight: this.#weight(weight, `${at}.${key}`),
    }))
    const weights = entries.map(({ weight }) => weight ?? 0n)
    if (entries.every(({ weight }) => weight !== null) && weights.every((weight) => weight === 0n))
      return this.#fault('noWeight', at, written)
    return { kind: 'choose', values: entries.map(({ value }) => value ?? null), weights }
  }

  #bands(written: unknown, at: string): Spec | null {
    if (!Array.isArray(written) || written.length === 0) return this.#fault('notAStretch', at, written)
    const bands = written.flatMap((row: unknown, index): readonly Band[] => {
      const place = `${at}.${index}`
      if (!Array.isArray(row) || row.length !== 3) {
        this.#fault('notAStretch', place, row)
        return []
      }
      const [weight, stretch] = [this.#weight(row[0], place), this.#stretch(row.slice(1), place)]
      return weight !== null && stretch ? [{ weight, ...stretch }] : []
    })
    if (bands.length === written.length && bands.every(({ weight }) => weight === 0n))
      this.#fault('noWeight', at, written)
    return { kind: 'bands', bands }
  }

  #share({ of, share }: Part, at: string): Spec | null {
    const other = this.#named(of, `${at}.of`)
    if (this.#field.type.kind !== 'money' || (other && other.type.kind !== 'money'))
      return this.#fault('otherType', `${at}.of`, of)
    const ends = Array.isArray(share) && share.length === 2 ? share.map((each: unknown) => tenThousandths(each)) : []
    const [from, to] = ends
    if (from == null || to == null || from > to) return this.#fault('notAStretch', `${at}.share`, share)
    return other && { kind: 'share', of: other.path, from, to }
  }

  #after({ after, days }: Part, at: string): Spec | null {
    const other = this.#named(after, `${at}.after`)
    if (this.#field.type.kind !== 'date' || (other && other.type.kind !== 'date'))
      return this.#fault('otherType', `${at}.after`, after)
    const [from, to]: readonly unknown[] = Array.isArray(days) && days.length === 2 ? days : []
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || Number(from) > Number(to))
      return this.#fault('notAStretch', `${at}.days`, days)
    return other && { kind: 'after', after: other.path, from: BigInt(Number(from)), to: BigInt(Number(to)) }
  }

  #by({ by, cases }: Part, at: string): Spec | null {
    const other = this.#named(by, `${at}.by`)
    if (!isPart(cases)) return this.#fault('notAnObject', `${at}.cases`, cases)
    if (!other) return null
    const values = valuesOf(other.type, this.#names.choices)
    if (!values) return this.#fault('otherType', `${at}.by`, by)
    const { otherwise, ...rest } = cases
    for (const key of Object.keys(rest)) if (!values.includes(key)) this.#fault('noSuchCase', `${at}.cases.${key}`, key)
    if (otherwise === undefined)
      for (const value of values)
        if (!Object.hasOwn(rest, value)) this.#fault('missing', `${at}.cases.${value}`, undefined)
    const read = Object.entries(rest).flatMap(([key, each]) => {
      const spec = this.read(each, `${at}.cases.${key}`)
      return spec ? [[key, spec] as const] : []
    })
    const last = otherwise === undefined ? null : this.read(otherwise, `${at}.cases.otherwise`)
    return { kind: 'by', by: other.path, cases: new Map(read), otherwise: last }
  }

  #scaled({ mean, like }: Part, at: string): Spec | null {
    const inner = this.read(like, `${at}.like`)
    const { type } = this.#field
    if (type.kind !== 'money' && type.kind !== 'months') return this.#fault('otherType', `${at}.mean`, mean)
    const asked = positive(mean)
    if (!asked) return this.#fault('notAValue', `${at}.mean`, mean)
    const found = inner && expected(inner, this.#names.drawn)
    if (inner && !found) return this.#fault('noMean', `${at}.like`, undefined)
    if (!inner || !found) return null
    const parts = multiply(asked, { n: type.kind === 'money' ? 100n : 1n, d: 1n })
    return { kind: 'scaled', like: inner, factor: divide(parts, found) }
  }

  #stretch(written: unknown, at: string): { readonly from: bigint; readonly to: bigint } | null {
    const [from, to] = Array.isArray(written) && written.length === 2 ? written.map((end) => this.#value(end, at)) : []
    if (typeof from !== 'bigint' || typeof to !== 'bigint' || from > to) return this.#fault('notAStretch', at, written)
    return { from, to }
  }

  #named(name: unknown, at: string): Field | null {
    const found = typeof name === 'string' ? this.#names.types.get(name) : undefined
    return found ?? this.#fault('noSuchName', at, name)
  }

  /** A value of the field's type; undefined, and told, where it is none. */
  #value(written: unknown, at: string): Drawn | undefined {
    const value = drawnValue(written, this.#field.type, this.#names.choices)
    if (value === undefined) this.#fault('notAValue', at, written)
    return value
  }

  #weight(written: unknown, at: string): bigint | null {
    return Number.isSafeInteger(written) && Number(written) >= 0
      ? BigInt(Number(written))
      : this.#fault('notAWeight', at, written)
  }

  #fault(kind: WeightsFault['kind'], at: string, found: unknown): null {
    this.#faults.push({ kind, at, found: JSON.stringify(found) ?? '' })
    return null
  }
}

/** Undefined where the text, number or boolean is no value of the type. */
function drawnValue(written: unknown, type: FieldType, choices: readonly Choices[]): Drawn | undefined {
  if (written === null) return type.optional ? null : undefined
  if (typeof written !== 'string' && typeof written !== 'number' && typeof written !== 'boolean') return undefined
  const text = String(written)
  switch (type.kind) {
    case 'money':
      return /^\d+(?:\.\d{1,2})?$/.test(text) ? parse(text).n * (100n / parse(text).d) : undefined
    case 'months':
      return /^\d+$/.test(text) ? BigInt(text) : undefined
    case 'date':
      return daysOf(parseDate(text))
    case 'yearMonth':
      return daysOf(parseMonth(text))
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'choice':
      return valuesOf(type, choices)?.includes(text) ? text : undefined
    case 'region':
      return isRegion(text) ? text : undefined
    case 'rate':
    case 'number':
      return /^\d+(?:\.\d+)?$/.test(text) ? text : undefined
    case 'text':
      return typeof written === 'string' ? text : undefined
    case 'texts':
      return undefined
  }
}

function daysOf(day: number | null): bigint | undefined {
  return day === null ? undefined : BigInt(day)
}

/** What a choice or a boolean can be, as a case names it; null of any other type. */
function valuesOf(type: FieldType, choices: readonly Choices[]): readonly string[] | null {
  if (type.kind === 'boolean') return ['true', 'false']
  if (type.kind !== 'choice') return null
  return choices.find(({ id }) => id === type.choices)?.members.map(({ id }) => id) ?? []
}

/** 0 to 1 with at most four decimals. */
function tenThousandths(written: unknown): bigint | null {
  if (typeof written !== 'string' || !/^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/.test(written)) return null
  const { n, d } = parse(written)
  return n * (10_000n / d)
}

function positive(written: unknown): Rational | null {
  if (typeof written !== 'string' || !/^\d+(?:\.\d+|\/\d*[1-9]\d*)?$/.test(written)) return null
  const value = parse(written)
  return compare(value, zero) > 0 ? value : null
}
