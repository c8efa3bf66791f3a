import type { Condition, Region } from '../../compiler/diff/exact/comparison.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { outputAt, type Evaluation, type OutputRecord, type Value } from '../../compiler/interpret/evaluation.ts'
import { fullYears } from '../../runtime/date.ts'
import { add, compare, fraction, multiply, parse, round, subtract, type Rational } from '../../runtime/rational.ts'

/** A case with what both programs make of it. */
export interface Settled {
  readonly before: Evaluation
  readonly after: Evaluation
}

/** A condition about something that is neither a field nor a name. */
export class Unreadable extends Error {}

/** Is a case in a region? Read off what the report says, by nothing but the two settlements. */
export function isInRegion({ where }: Region, settled: Settled): boolean {
  return where.every((condition) => holds(condition, settled))
}

function holds(condition: Condition, settled: Settled): boolean {
  if ('in' in condition) return condition.in.some((each) => isMember(finiteValue(condition.path, settled), each))
  if ('notIn' in condition)
    return condition.notIn.every((each) => !isMember(finiteValue(condition.path, settled), each))
  const value = valueOf(condition.path, settled) ?? yearsBetween(condition.path, settled)
  const date = value?.kind === 'date' ? value.day : null
  if (date !== null) {
    const dayOf = (text: string): number =>
      text.includes('-') ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : Number(text)
    return (
      (condition.from === null || dayOf(condition.from) <= date) &&
      (condition.to === null || date <= dayOf(condition.to))
    )
  }
  const number = value?.kind === 'exact' ? value.exact : linear(condition.path, settled)
  return (
    (condition.from === null || compare(parse(condition.from), number) <= 0) &&
    (condition.to === null || compare(number, parse(condition.to)) <= 0)
  )
}

export function isMember(value: string, member: string): boolean {
  return /^\d{6}$/.test(value) ? value.startsWith(member) : value === member
}

function finiteValue(path: string, settled: Settled): string {
  const value = valueOf(path, settled)
  if (path === 'costs' || path === 'items') return String(settled.before.input.given.has(path))
  if (path.endsWith(' absent')) return String(valueOf(path.slice(0, -7), settled)?.kind === 'absent')
  if (value?.kind === 'member') return value.member
  if (value?.kind === 'boolean') return String(value.is)
  if (value?.kind === 'region') return value.code
  if (value?.kind === 'absent') return 'absent'
  throw new Unreadable(`${path} is ${value?.kind ?? 'unknown'}`)
}

/** `fullYears(person.birthDate, visit.settledOn)` */
function yearsBetween(path: string, settled: Settled): Value | undefined {
  const [, ...fields] = /^fullYears\((\S+), (\S+)\)$/.exec(path) ?? []
  const [from, to] = fields.map((field) => valueOf(field, settled))
  if (from?.kind !== 'date' || to?.kind !== 'date') return undefined
  return { kind: 'exact', exact: fraction(BigInt(fullYears(from.day, to.day)), 1n) }
}

function valueOf(path: string, { before, after }: Settled): Value | undefined {
  if (path.endsWith('′')) return after.values.get(path.slice(0, -1))
  return before.input.fields.get(path) ?? before.values.get(path) ?? after.values.get(path)
}

/** What a sum such as "0.1 × Δfund − compliantCost + 2000" comes to. */
function linear(text: string, settled: Settled): Rational {
  const terms = outside(text.replace(/^−/, '− '), / (?=[+−] )/)
  return terms.reduce(
    (sum, term) => {
      const [, sign, rest = ''] = /^ ?([+−])? ?(.*)$/.exec(term) ?? []
      const value = outside(rest, / × /).reduce(
        (product, each) => multiply(product, named(each, settled)),
        fraction(1n, 1n),
      )
      return sign === '−' ? subtract(sum, value) : add(sum, value)
    },
    fraction(0n, 1n),
  )
}

/** The parts of a text between separators, but for those in brackets. */
export function outside(text: string, separator: RegExp): readonly string[] {
  const inner: string[] = []
  let flat = text
  for (let found = true; found;) {
    const next = flat.replace(/\([^()]*\)/, (part) => `⟨${inner.push(part) - 1}⟩`)
    found = next !== flat
    flat = next
  }
  const restored = (part: string): string => {
    const whole = part.replaceAll(/⟨(\d+)⟩/g, (_, at) => inner[Number(at)] ?? '')
    return whole === part ? part : restored(whole)
  }
  return flat.split(separator).map(restored)
}

function named(name: string, settled: Settled): Rational {
  if (/^[\d./]+$/.test(name)) return parse(name)
  const [, call, inside = ''] = /^(max\(0, |floor\(|\()(.*)\)$/.exec(name) ?? []
  if (call !== undefined) {
    const value = linear(inside, settled)
    if (call === '(') return value
    // Of less than nothing too it is the whole number below.
    if (call.startsWith('floor')) {
      const toZero = round(value, 0, 'down')
      return compare(toZero, value) > 0 ? subtract(toZero, fraction(1n, 1n)) : toZero
    }
    return value.n > 0n ? value : fraction(0n, 1n)
  }
  if (name.startsWith('Δ')) {
    const [first, second] = [settled.before, settled.after].map(({ values }) => exact(values.get(name.slice(1)), name))
    return subtract(second!, first!)
  }
  return exact(valueOf(name, settled), name)
}

function exact(value: Value | undefined, name: string): Rational {
  if (value?.kind !== 'exact') throw new Unreadable(`${name} is no number`)
  return value.exact
}

/** The value of an output, as text. */
export function textAt(output: OutputRecord, path: string): string {
  const value = outputAt(output, path)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What is wrong with the regions of one case: a difference outside of all, a sure region without one, a wrong formula. */
export function faults(regions: readonly Region[], outputs: readonly string[], settled: Settled): readonly string[] {
  return outputs.flatMap((output) => {
    const before = textAt(settled.before.output, output)
    const after = textAt(settled.after.output, output)
    const inside = regions.filter((region) => region.output === output && isInRegion(region, settled))
    const found: string[] = []
    if (before !== after && inside.length === 0) found.push(`${output}: ${before} → ${after} lies in no region`)
    if (inside.length > 1)
      found.push(
        `${output}: in ${inside.length} regions: ${inside.map((each) => JSON.stringify(each.where)).join(' and ')}`,
      )
    for (const region of inside) {
      if (region.kind === 'sure' && before === after)
        found.push(`${output}: the same in a sure region ${JSON.stringify(region.where)}`)
      if (/ → /.test(region.difference)) {
        if (region.difference !== `${before} → ${after}`)
          found.push(`${output}: ${region.difference} but ${before} → ${after}`)
        continue
      }
      const actual = subtract(parse(after), parse(before))
      const said = linear(region.difference, settled)
      const off = subtract(actual, said)
      const unit = after.includes('.') ? 100n : 1n
      const within = fraction(BigInt(region.within), unit)
      if (compare(off, within) > 0 || compare(multiply(off, fraction(-1n, 1n)), within) > 0)
        found.push(`${output}: ${region.difference} is off: ${before} → ${after}`)
      if (region.least !== null && compare(actual, parse(region.least)) < 0)
        found.push(`${output}: below the least, ${region.least}`)
      if (region.most !== null && compare(actual, parse(region.most)) > 0)
        found.push(`${output}: above the most, ${region.most}`)
    }
    return found
  })
}

/** What is wrong with the cases that are said to reach the bounds of a region. */
export function reachFaults(region: Region, before: Program, after: Program): readonly string[] {
  return (['least', 'most'] as const).flatMap((end) => {
    const reached = region.reached[end]
    if (!reached) return []
    const [first, second] = [before, after].map((program) => interpret(program, reached.input, { isReplay: true }))
    const where = JSON.stringify(region.where)
    if (!first?.ok || !second?.ok) return [`${region.output}: the case at the ${end} of ${where} is refused`]
    const said = [first, second].map(({ evaluation }) => textAt(evaluation.output, region.output))
    const [was, is] = said
    const difference = subtract(parse(is!), parse(was!))
    const bound = region[end]
    const isAsSaid = was === reached.before && is === reached.after
    const isFar = compare(multiply(difference, fraction(end === 'least' ? -1n : 1n, 1n)), fraction(10n ** 10n, 1n)) >= 0
    const isThere = bound === null ? isFar : compare(difference, parse(bound)) === 0
    return isAsSaid && isThere
      ? []
      : [`${region.output}: the case at the ${end} of ${where} gives ${said.join(' → ')}, not ${bound ?? 'no bound'}`]
  })
}
