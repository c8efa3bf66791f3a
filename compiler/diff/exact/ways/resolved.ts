import { partsOf } from '../../../program/build.ts'
import type { Dataset, Definition, Expr, Program } from '../../../program/program.ts'
import { once } from '../../../once.ts'

/** A program whose definitions are found by name. */
export interface Side {
  readonly program: Program
  readonly definitions: ReadonlyMap<string, Definition>
  readonly inlined: Map<string, Expr>
  readonly keys: Map<Expr, string>
  /** Datasets that say something else in the other program, with a name of their own for each. */
  readonly ownDatasets: ReadonlyMap<string, string>
}

/** Both programs; one side where they are the same. */
export function sidesOf(before: Program, after: Program): readonly [Side, Side] {
  const side = sideOf(before, after, 'before')
  return [side, after === before ? side : sideOf(after, before, 'after')]
}

function sideOf(program: Program, other: Program, name: string): Side {
  const definitions = new Map(program.definitions.map((each) => [each.id, each]))
  const own = program.datasets.filter((each) => {
    const twin = other.datasets.find(({ id }) => id === each.id)
    return twin !== each && contentOf(twin) !== contentOf(each)
  })
  const ownDatasets = new Map(own.map(({ id }) => [id, `${id} ${name}`]))
  return { program, definitions, inlined: new Map(), keys: new Map(), ownDatasets }
}

function contentOf(dataset: Dataset | undefined): string {
  return dataset ? JSON.stringify([dataset.columns.map(({ id }) => id), dataset.rows]) : ''
}

/** The expression with every name replaced by what it stands for. */
export function inline(expr: Expr, side: Side): Expr {
  if (expr.kind === 'ref') {
    const known = side.inlined.get(expr.id)
    if (known) return known
    const definition = side.definitions.get(expr.id)
    const value = definition ? inline(definition.value, side) : expr
    side.inlined.set(expr.id, value)
    return value
  }
  return mapParts(expr, (part) => inline(part, side))
}

/** The same for expressions that say the same, whatever their names and places. */
export function keyOf(expr: Expr, side: Side): string {
  const known = side.keys.get(expr)
  if (known !== undefined) return known
  const key = JSON.stringify(
    expr.kind === 'ref' ? inline(expr, side) : mapParts(expr, (part) => inline(part, side)),
    (name, value: unknown) =>
      name === 'dataset' && typeof value === 'string' ? (side.ownDatasets.get(value) ?? value) : leaveOut(name, value),
  )
  side.keys.set(expr, key)
  return key
}

/** Of the expression as it stands, names and all: what somebody wrote. */
export function writtenKey(expr: Expr): string {
  return once(written, expr, () => JSON.stringify(expr, leaveOut))
}

const written = new WeakMap<Expr, string>()

/** Of the expression alone, whatever stands in its parts. */
export function shellOf(expr: Expr): string {
  const hole: Expr = { kind: 'ref', id: '', type: expr.type, at: expr.at }
  const { type: _, ...shell } = mapParts(expr, () => hole)
  return JSON.stringify(shell, leaveOut)
}

/** Of types the edges of bands count, which stand nowhere else. */
function leaveOut(key: string, value: unknown): unknown {
  if (key === 'at' || key === 'origin') return undefined
  return key === 'type' ? edgesIn(value) : value
}

function edgesIn(type: unknown): unknown {
  if (typeof type !== 'object' || type === null) return undefined
  if ('edges' in type) return type.edges
  return 'of' in type ? edgesIn(type.of) : undefined
}

/** The expression with other parts in place of its own. */
export function mapParts(expr: Expr, of: (part: Expr) => Expr): Expr {
  if (partsOf(expr).length === 0) return expr
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(expr)) copy[key] = mapped(key, value, of)
  return copy as unknown as Expr
}

function mapped(key: string, value: unknown, of: (part: Expr) => Expr): unknown {
  if (key === 'at' || key === 'type' || key === 'origin') return value
  if (Array.isArray(value)) return value.map((each) => mapped('', each, of))
  if (typeof value !== 'object' || value === null) return value
  if ('kind' in value && 'type' in value && 'at' in value) return of(value as Expr)
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, mapped(inner, each, of)]))
}

/** The paths of the input that it reads; a list counts as one. */
export function inputsIn(expr: Expr, into = new Set<string>()): Set<string> {
  if (expr.kind === 'input') into.add(expr.path)
  if (expr.kind === 'field' || expr.kind === 'fold') into.add(expr.list)
  if (expr.kind === 'isGiven') into.add(expr.key)
  for (const part of partsOf(expr)) inputsIn(part, into)
  return into
}
