import { writeDay } from './calendar.ts'
import * as fraction from './fraction.ts'
import { PolicyFault, type Value } from './value.ts'

/** Puts a value where the keys lead. */
export function put(record: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const open = record as Record<string, unknown>
  if (rest.length === 0) open[key] = value
  else put((Object.hasOwn(open, key) ? open[key] : (open[key] = {})) as object, rest, value)
}

/** A value as the result has it; `type` is the word of the field's type. */
export function written(value: Value, type: string): unknown {
  switch (value.kind) {
    case 'absent':
      return null
    case 'number':
      return type === 'money'
        ? (fraction.inFen(value.is) ?? fault('an amount that is not in fen'))
        : writtenNumber(value.is, type)
    case 'day':
      return writtenDay(value.is, type)
    case 'place':
      return value.is.padEnd(6, '0')
    case 'truth':
    case 'member':
    case 'text':
    case 'texts':
      return value.is
    case 'bands':
      return fault('bands')
  }
}

function writtenDay(day: number, type: string): string | null {
  if (!Number.isFinite(day)) return null
  return type === 'yearMonth' ? writeDay(day).slice(0, 7) : writeDay(day)
}

function writtenNumber(value: fraction.Fraction, type: string): unknown {
  const isSafe = Number.isSafeInteger(Number(value.n))
  return value.d === 1n && isSafe && type !== 'rate' ? Number(value.n) : fraction.write(value)
}

function fault(what: string): never {
  throw new PolicyFault(`${what} can't be an output`)
}
