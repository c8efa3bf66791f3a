import { OPEN_ENDED } from '../../runtime/date.ts'
import { greatestCommonDivisor } from '../arithmetic/denominator.ts'
import { canFail } from '../typescript/can-fail.ts'
import { givenName } from '../../runtime/columns/buffers.ts'
import { layoutOf, type Column } from '../columns/layout.ts'
import type { Expr, Program } from '../program/program.ts'
import { readInputs } from './inputs.ts'
import type { Hindrance, Kernel, KernelOutput } from './kernel.ts'
import { LaneDates } from './dates.ts'
import { Lanes } from './lanes.ts'
import { lowerCondition, lowerExpression } from './lower.ts'
import type { LaneValue, Surroundings } from './surroundings.ts'
import { isAlways, type Mask, type Numbers } from './nodes.ts'

export type KernelResult =
  | { readonly kind: 'kernel'; readonly kernel: Kernel }
  /** Every expression and column for which there is none. */
  | { readonly kind: 'none'; readonly hindrances: readonly Hindrance[] }

// Amounts to below 2^49 fen are 5.6 million million yuan; what is proved only below 2^20 (10 485.76 yuan) is of no use.
const MOST_POWER = 49
const LEAST_POWER = 20

/** The kernel for the largest amounts with which everything in it stays exact. */
export function toKernel(program: Program): KernelResult {
  const first = attempt(program, LEAST_POWER)
  if (first.hindrances.length > 0) return { kind: 'none', hindrances: first.hindrances }
  if (!first.isExact) {
    return { kind: 'none', hindrances: [{ what: 'numbers too large', label: program.decision.label, at: null }] }
  }
  let [{ kernel }, beyond] = [first, MOST_POWER + 1]
  while (beyond - kernel.limitPower > 1) {
    const next = attempt(program, Math.floor((kernel.limitPower + beyond) / 2))
    if (next.isExact) kernel = next.kernel
    else beyond = next.kernel.limitPower
  }
  return { kind: 'kernel', kernel }
}

interface Attempt {
  readonly kernel: Kernel
  readonly hindrances: readonly Hindrance[]
  readonly isExact: boolean
}

function attempt(program: Program, limitPower: number): Attempt {
  const lanes = new Lanes()
  const layout = layoutOf(program)
  const {
    inputs,
    pairs,
    hindered,
    leave: leaveFirst,
    ...asked
  } = readInputs(layout, program.edition, limitPower, lanes)
  const hindrances: Hindrance[] = hindered.map(({ name, holds }) => ({ what: holds, label: name, at: null }))
  const leave = [...leaveFirst]
  const definitions = new Map<string, LaneValue>()
  // What can't be computed matters only where somebody asks for it.
  const hindrancesOf = new Map<string, readonly Hindrance[]>()

  const within = (label: string, found: Hindrance[]): Surroundings => ({
    lanes,
    choices: program.choices,
    inputs,
    definitions,
    pairs,
    hinder: (expr) => found.push(...hindranceOf(expr, label, hindrancesOf)),
    leave: (when) => leave.push(when),
    reached: lanes.always(true),
  })

  for (const { id, label, over, value } of program.definitions) {
    const found: Hindrance[] = over === null ? [] : [{ what: 'list', label, at: value.at }]
    const lowered = over === null ? lowerExpression(value, within(label, found)) : null
    if (lowered) definitions.set(id, lowered)
    else {
      if (found.length === 0) found.push({ what: value.kind, label, at: value.at })
      hindrancesOf.set(id, found)
      if (canFail(value)) hindrances.push(...found)
    }
  }
  for (const { condition, label } of [...program.requirements, ...program.invariants]) {
    const found: Hindrance[] = []
    const mask = lowerCondition(condition, within(label, found))
    if (mask) leave.push(lanes.not(mask))
    else if (found.length === 0) found.push({ what: condition.kind, label, at: condition.at })
    hindrances.push(...found)
  }
  const outputs = program.output.flatMap(({ value, label, asMonth }, index): readonly KernelOutput[] => {
    const column = layout.output[index]!
    const found: Hindrance[] = []
    const lowered = lowerExpression(value, within(label, found))
    const written = lowered && writeOutput(column, asMonth ? firstOfMonth(lowered, lanes) : lowered, lanes)
    if (!written && found.length === 0) found.push({ what: `output ${column.holds.kind}`, label, at: value.at })
    hindrances.push(...found)
    return written || []
  })
  const kernel: Kernel = {
    ...asked,
    limitPower,
    leave: [...new Set(leave)].filter((mask) => !isAlways(mask, false)),
    outputs,
  }
  return { kernel, hindrances: unique(hindrances), isExact: lanes.isExact }
}

/** A name that could not be computed hinders for the reasons that it has itself. */
function hindranceOf(
  expr: Expr,
  label: string,
  known: ReadonlyMap<string, readonly Hindrance[]>,
): readonly Hindrance[] {
  if (expr.kind === 'input') return []
  return (expr.kind === 'ref' && known.get(expr.id)) || [{ what: expr.kind, label, at: expr.at }]
}

function unique(hindrances: readonly Hindrance[]): readonly Hindrance[] {
  const seen = new Map(hindrances.map((each) => [JSON.stringify(each), each]))
  return [...seen.values()]
}

/** The cells of a column of the output, and of the one that says where it has a value; null where they can't be made. */
function writeOutput(column: Column, value: LaneValue, lanes: Lanes): readonly KernelOutput[] | null {
  const [zero, one] = [lanes.constant(0), lanes.constant(1)]
  const { name, holds } = column
  const cells = (array: KernelOutput['array'], numbers: Numbers, given: Mask): readonly KernelOutput[] => [
    { name, array, value: column.optional ? lanes.select(given, numbers, zero) : numbers },
    ...(column.optional
      ? [{ name: givenName(name), array: 'Uint8Array', value: lanes.select(given, one, zero) } as const]
      : []),
  ]
  switch (value.kind) {
    case 'number': {
      if (holds.kind !== 'number') return null
      // The number is a whole count of its parts, so that nothing is lost where it is divided.
      const parts = BigInt(holds.parts)
      const common = greatestCommonDivisor(parts, value.over)
      const times = lanes.multiply(value.numbers, lanes.constant(Number(parts / common)))
      const counted = divided(lanes, times, Number(value.over / common))
      return cells('Float64Array', counted, value.given)
    }
    case 'date':
      return holds.kind === 'date'
        ? cells(
            'Int32Array',
            value.numbers,
            lanes.and(value.given, lanes.compare('less', value.numbers, lanes.constant(OPEN_ENDED))),
          )
        : null
    case 'region': {
      const digits = lanes.multiply(value.numbers, lanes.constant(10 ** (6 - value.digits)))
      return holds.kind === 'region' ? cells('Int32Array', digits, value.given) : null
    }
    case 'choice':
      return holds.kind === 'choice' && holds.members.length <= 256
        ? cells('Uint8Array', value.numbers, value.given)
        : null
    case 'condition':
      return holds.kind === 'boolean'
        ? cells('Uint8Array', lanes.select(value.mask, one, zero), lanes.always(true))
        : null
    case 'schedule':
      return null
  }
}

function firstOfMonth(value: LaneValue, lanes: Lanes): LaneValue {
  if (value.kind !== 'date') return value
  return { ...value, numbers: new LaneDates(lanes).boundary(value.numbers, 'first', 'month') }
}

function divided(lanes: Lanes, numbers: Numbers, by: number): Numbers {
  if (by === 1) return numbers
  const size = lanes.divide(lanes.size(numbers), by)
  const zero = lanes.constant(0)
  return lanes.select(lanes.compare('less', numbers, zero), lanes.subtract(zero, size), size)
}
