import { interpret } from '../../interpret/interpret.ts'
import type { Program } from '../../program/program.ts'
import { followWays } from '../exact/ways/ways.ts'
import { withValue } from '../with-value.ts'
import type { Span } from './box.ts'
import { Checks } from './check.ts'
import { Followed, monthsIn } from './followed.ts'
import { withValues } from './with-values.ts'

/** Months of which one thing is so: `less`, `same`, `more`, `refused`, or `before → after` of what is not a number. */
export interface Run extends Span {
  readonly is: string
}
/** What becomes of the outputs month by month along one input, all others as in the case. */
export interface Along {
  readonly path: string
  /** Inputs along which every output does the same. */
  readonly alike: readonly string[]
  readonly outputs: readonly { readonly output: string; readonly runs: readonly Run[] }[]
}
/** The same along two inputs at once: rows of months of the second, in which the runs along the first are the same. */
export interface Grid {
  readonly across: string
  readonly up: string
  readonly outputs: readonly { readonly output: string; readonly rows: readonly Row[] }[]
}
export interface Row extends Span {
  readonly runs: readonly Run[]
}
export interface Flips {
  /** The case whose months are varied: its values stand for all other inputs. */
  readonly case: { readonly label: string | null; readonly input: unknown }
  readonly along: readonly Along[]
  readonly grid: Grid | null
  /** How many cases were settled under both to check what is said; every one agreed. */
  readonly checked: number
}
export interface FlipsOptions {
  /** Two inputs for the grid; without them, of the two kinds of months that most inputs belong to. */
  readonly axes?: readonly [string, string]
  readonly isWithoutGrid?: boolean
  /** Months start from none, whatever the case has; those that it has some of come first. */
  readonly isFromNone?: boolean
}

/** Can months be followed: do cases of both have the same ones, and no lists? */
export function hasMonths(before: Program, after: Program): boolean {
  const [was, is] = [before, after].map(({ input }) => monthsOf(input).join(' '))
  const isPlain = [before, after].every(({ input }) => input.lists.length === 0 && input.eitherOf.length === 0)
  return isPlain && was === is && was !== ''
}

/**
 * In which months the difference of two programs changes its sign, or what they say flips, for a case whose months are
 * varied: from the ways through both programs, for every number of months without an end, and checked by settling the
 * case in every month up to the last flip. Null where the case is refused, or something can't be followed.
 */
export function flipsOf(
  before: Program,
  after: Program,
  given: Flips['case'],
  { axes, isWithoutGrid = false, isFromNone = false }: FlipsOptions = {},
): Flips | null {
  const { label } = given
  const paths = monthsOf(before.input).toSorted(
    (a, b) => Number(hasSome(given.input, b)) - Number(hasSome(given.input, a)),
  )
  const input = isFromNone ? paths.reduce((all, path) => withValue(all, path.split('.'), 0), given.input) : given.input
  const settled = interpret(before, input, { isReplay: true })
  if (!settled.ok || !interpret(after, input, { isReplay: true }).ok) return null
  const others = new Map([...settled.evaluation.input.fields].filter(([path]) => !paths.includes(path)))
  const [was, is] = [withValues(before, others), withValues(after, others)]
  if (!was || !is) return null
  const ways = followWays(was, is, 2000)
  const followed = new Followed(ways, paths, input)
  if (!ways.isComplete || followed.outputs.length === 0) return null
  const lines = paths.map((path) => followed.along(path))
  const along = alike(lines)
  const pair = axes ?? leading(along)
  const grid = pair && !isWithoutGrid ? followed.grid(...pair) : null
  const checks = new Checks()
  lines.forEach((each) => checks.addAlong(each))
  if (grid) checks.addGrid(grid)
  return checks.areMet(before, after, input) ? { case: { label, input }, along, grid, checked: checks.count } : null
}

/** The inputs that are whole numbers of months. */
export function monthsOf({ fields }: Program['input']): readonly string[] {
  return fields.flatMap(({ path, type }) => (type.kind === 'months' && !type.optional ? [path] : []))
}

function hasSome(input: unknown, path: string): boolean {
  return monthsIn(input, path) > 0
}

/** Inputs along which the outputs do the same, as one; those with most come first. */
function alike(lines: readonly Along[]): readonly Along[] {
  const kinds = new Map<string, Along>()
  for (const line of lines) {
    const key = JSON.stringify(line.outputs)
    const known = kinds.get(key)
    kinds.set(key, known ? { ...known, alike: [...known.alike, line.path] } : line)
  }
  return [...kinds.values()].toSorted((a, b) => b.alike.length - a.alike.length)
}

function leading([first, second]: readonly Along[]): readonly [string, string] | null {
  return first && second ? [first.path, second.path] : null
}
