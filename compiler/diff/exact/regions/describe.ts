import { formatDate, OPEN_ENDED } from '../../../../runtime/date.ts'
import { Bits } from './bits.ts'
import type { Condition } from '../comparison.ts'
import type { Form, Graph } from '../linear/forms.ts'
import type { Assumption } from '../ways/path.ts'
import { keyOf, type Side } from '../ways/resolved.ts'
import type { Expr } from '../../../program/program.ts'
import { plainType } from '../ways/symbolic.ts'
import type { Followed, Ways } from '../ways/ways.ts'
import { once } from '../../../once.ts'
import { System, tightened } from '../linear/system.ts'

/** Something that a way may fix: an input, or a name of the policy that is one of a few. */
interface Feature {
  readonly path: string
  readonly all: readonly string[]
  readonly isName: boolean
  /** Null where it takes more than one box to say it. */
  readonly write: (tokens: ReadonlySet<string>) => readonly Condition[] | null
}

interface Box {
  readonly ways: readonly number[]
  readonly where: readonly Condition[]
}

/** Says of sets of ways which they are, in the words of the policy. */
export class Describer {
  readonly #features: readonly Feature[]
  /** By feature and token, the ways that allow it. */
  readonly #allowing: readonly ReadonlyMap<string, Bits>[]
  /** By way and feature, a number for the tokens. */
  readonly #hashes: readonly (readonly number[])[]
  readonly #tokens: readonly (readonly ReadonlySet<string>[])[]
  /** The ways by the conditions that are asked on them. */
  readonly #conditioned = new Map<string, { readonly own: readonly Form[]; readonly ways: Bits }>()
  readonly #all: Bits
  readonly #graph: Graph
  readonly #apart = new Map<string, boolean>()

  constructor({ followed, shared }: Ways) {
    this.#graph = shared.graph
    this.#all = Bits.of(followed.length, followed.keys())
    for (const [index, { walk }] of followed.entries()) {
      const own = walk.path.conditions.map((each) => tightened(each, shared.graph))
      const key = own.map((each) => each.key).join('|')
      const alike = this.#conditioned.get(key) ?? { own, ways: new Bits(followed.length) }
      alike.ways.add(index)
      this.#conditioned.set(key, alike)
    }
    const features: Feature[] = []
    const tokens: ReadonlySet<string>[][] = followed.map(() => [])
    const add = (feature: Feature, of: (way: Followed) => ReadonlySet<string>): void => {
      features.push(feature)
      followed.forEach((way, index) => tokens[index]!.push(of(way)))
    }
    const keys = new Set(followed.flatMap(({ assumptions }) => [...assumptions.keys()]))
    for (const key of keys) {
      const seen = followed.flatMap(({ assumptions }) => assumptions.get(key) ?? [])
      const feature = featureOf(nameOf(key, seen[0]!.expr, shared.sides), seen)
      add(feature.feature, (way) => feature.of(way.assumptions.get(key)))
    }
    const names = shared.sides[0].program.definitions.filter(
      ({ type, over }) => type.kind === 'choice' && over === null,
    )
    for (const { id } of names) {
      const valuesOf = (way: Followed): readonly (string | null)[] =>
        (way.walk.pair(id)?.values ?? []).map((value) =>
          value.kind === 'known' && value.value.kind === 'member' ? value.value.member : null,
        )
      const values = followed.map(valuesOf)
      if (values.every(([a]) => a == null)) continue
      const isSame = values.every(([a, b]) => a === b)
      for (const side of isSame ? [0] : [0, 1]) {
        const members = [...new Set(values.map((each) => each[side] ?? ''))]
        const path = side === 0 ? id : `${id}′`
        add(
          {
            path,
            all: members,
            isName: true,
            write: (set) => [{ path, in: members.filter((each) => set.has(each) && each !== '') }],
          },
          (way) => new Set([valuesOf(way)[side] ?? '']),
        )
      }
    }
    this.#features = features
    this.#tokens = tokens
    this.#hashes = tokens.map((own) => own.map((each, at) => hashOf(`${at} ${[...each].toSorted().join('|')}`)))
    this.#allowing = features.map((_, at) => {
      const allowing = new Map<string, Bits>()
      for (const [index, own] of tokens.entries())
        for (const token of own[at]!) addTo(allowing, token, index, followed.length)
      return allowing
    })
  }

  /** The ways as boxes, each of which holds of these ways and no other that the conditions allow. */
  boxes(ways: readonly number[], conditions: readonly Form[]): readonly Box[] {
    let others = this.#all.without(Bits.of(this.#tokens.length, ways))
    for (const { own, ways: alike } of this.#conditioned.values())
      if (this.#areApart(conditions, own)) others = others.without(alike)
    return this.#merged(this.#split(ways, others), others)
  }

  /** The boxes, two in one as long as that holds no other way, those of the other boxes included. */
  #merged(boxes: readonly Box[], others: Bits): readonly Box[] {
    const size = this.#tokens.length
    const all = others.or(
      Bits.of(
        size,
        boxes.flatMap(({ ways }) => ways),
      ),
    )
    const left = [...boxes]
    const done: Box[] = []
    for (let box = left.shift(); box; box = left.shift()) {
      let joined: Box | null = null
      for (const [at, other] of left.entries()) {
        const ways = [...box.ways, ...other.ways].toSorted((a, b) => a - b)
        joined = this.#boxOf(ways, all.without(Bits.of(size, ways)))
        if (!joined) continue
        left.splice(at, 1)
        left.push(joined)
        break
      }
      if (!joined) done.push(box)
    }
    return done
  }

  /** Can no case meet both? */
  #areApart(conditions: readonly Form[], own: readonly Form[]): boolean {
    if (own.length === 0) return false
    const all = [...conditions, ...own]
    const key = all.map((each) => each.key).join('|')
    return once(this.#apart, key, () => {
      const system = new System(this.#graph)
      for (const each of all) system.require(each)
      return !system.isFeasible()
    })
  }

  /** One box of all the ways that keeps the others out; null where there is none. */
  #boxOf(ways: readonly number[], others: Bits): Box | null {
    const box = this.#features.map((_, at) => new Set(ways.flatMap((way) => [...this.#tokens[way]![at]!])))
    const inside = box.map((set, at) => this.#inside(at, set))
    const bounded = box.flatMap((set, at) => (set.size < this.#features[at]!.all.length ? [at] : []))
    const keepsOut = (features: readonly number[]): boolean =>
      features.reduce((left, at) => left.and(inside[at]!), others).isEmpty
    if (!keepsOut(bounded) && ways.length > 1) return null
    // Names of the policy say more than what they are decided by.
    const order = bounded.toSorted(
      (a, b) => Number(this.#features[a]!.isName) - Number(this.#features[b]!.isName) || b - a,
    )
    let kept: readonly number[] = bounded
    for (const at of order) {
      const fewer = kept.filter((each) => each !== at)
      if (keepsOut(fewer)) kept = fewer
    }
    const where = kept.map((at) => this.#features[at]!.write(box[at]!))
    return where.every((each) => each !== null) ? { ways, where: where.flat() } : null
  }

  /** `others` are the ways that the boxes have to keep out. */
  #split(ways: readonly number[], others: Bits): readonly Box[] {
    const whole = this.#boxOf(ways, others)
    if (whole) return [whole]
    // The feature that falls apart into the fewest parts, a name before others; one that the rest does not hang on, last.
    let best: { readonly parts: Map<string, number[]>; readonly cost: number } | null = null
    for (const [at, feature] of this.#features.entries()) {
      const parts = new Map<string, number[]>()
      for (const way of ways) {
        const key = [...this.#tokens[way]![at]!].toSorted().join('|')
        parts.set(key, [...(parts.get(key) ?? []), way])
      }
      if (parts.size < 2) continue
      const tokens = [...parts.keys()].flatMap((key) => key.split('|'))
      const isApart = new Set(tokens).size === tokens.length
      const isFree = new Set([...parts.values()].map((part) => this.#restOf(part, at))).size === 1
      const cost = parts.size + (feature.isName ? 0 : 0.5) + (isApart ? 0 : 100) + (isFree ? 50 : 0)
      if (!best || cost < best.cost) best = { parts, cost }
    }
    const parts = best ? [...best.parts.values()] : ways.map((way) => [way])
    // The parts are kept apart from each other too.
    const all = others.or(Bits.of(this.#tokens.length, ways))
    return parts.flatMap((part) => this.#split(part, all.without(Bits.of(this.#tokens.length, part))))
  }

  /** Mostly another number where ways differ in what other features say: a good guess is enough to choose by. */
  #restOf(ways: readonly number[], at: number): number {
    return ways.reduce((sum, way) => {
      const rest = this.#hashes[way]!.reduce((all, hash, other) => (other === at ? all : (all + hash) | 0), 0)
      return (sum + Math.imul(rest ^ (rest >>> 15), 0x2c1b3c6d)) | 0
    }, 0)
  }

  /** The ways that a feature does not keep out of a box. */
  #inside(at: number, tokens: ReadonlySet<string>): Bits {
    const allowing = this.#allowing[at]!
    return [...tokens].reduce((all, token) => all.or(allowing.get(token)!), new Bits(this.#tokens.length))
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function addTo(sets: Map<string, Bits>, key: string, member: number, size: number): void {
  const known = sets.get(key) ?? new Bits(size)
  known.add(member)
  sets.set(key, known)
}

/** An input by its path, a name by its identifier (with ′ where only its later meaning is), anything else as it is asked. */
function nameOf(key: string | null, expr: Expr, sides: Ways['shared']['sides']): string {
  if (expr.kind === 'input') return expr.path
  if (expr.kind === 'isGiven') return expr.key
  if (expr.kind === 'isAbsent') return `${nameOf(null, expr.value, sides)} absent`
  for (const side of sides)
    for (const { id, value, over } of side.definitions.values())
      if (
        over === null &&
        (value.type.kind === 'boolean' || value.type.kind === 'age' || value.type.kind === 'date') &&
        (keyOf(value, side) === key || isWhereItHolds(value, key, side))
      )
        return side === sides[1] && sides[0].definitions.has(id) ? `${id}′` : id
  if (expr.kind === 'fullYears')
    return `fullYears(${[expr.from, expr.to].map((each) => nameOf(null, each, sides)).join(', ')})`
  if (expr.kind === 'compare')
    return [expr.left, expr.right].map((each) => nameOf(null, each, sides)).join(' compared with ')
  if (expr.kind === 'addMonths' || expr.kind === 'addDays' || expr.kind === 'boundary' || expr.kind === 'monthOf')
    return `${expr.kind}(${nameOf(null, expr.date, sides)})`
  return expr.kind === 'fold' ? `${expr.quantifier}(${expr.list})@${expr.at.start}` : `${expr.kind}@${expr.at.start}`
}

/** Is it the value of a name wherever the name has one? */
function isWhereItHolds(value: Expr, key: string | null, side: Side): boolean {
  if (value.kind !== 'cases' || value.otherwise !== null) return false
  return value.branches.length === 1 && keyOf(value.branches[0]!.value, side) === key
}

type TokensOf = (assumption: Assumption | undefined) => ReadonlySet<string>

function featureOf(path: string, seen: readonly Assumption[]): { readonly feature: Feature; readonly of: TokensOf } {
  const [first] = seen
  if (first?.kind === 'between') return betweenFeature(path, seen)
  if (first?.kind === 'place') return placeFeature(path, seen)
  const all = first?.kind === 'oneOf' ? first.all : []
  return {
    feature: { path, all, isName: false, write: (set) => [{ path, in: all.filter((each) => set.has(each)) }] },
    of: (each) => new Set(each?.kind === 'oneOf' ? each.options : all),
  }
}

function betweenFeature(
  path: string,
  seen: readonly Assumption[],
): { readonly feature: Feature; readonly of: TokensOf } {
  const starts = new Set<number>([Number.NEGATIVE_INFINITY])
  for (const each of seen) {
    if (each.kind !== 'between') continue
    if (each.least !== null) starts.add(each.least)
    if (each.most !== null) starts.add(each.most + 1)
  }
  const sorted = [...starts].toSorted((a, b) => a - b)
  const all = sorted.map(String)
  const isDate = seen.some(({ expr }) => plainType(expr.type).kind === 'date')
  const text = (value: number): string => (isDate && value < OPEN_ENDED ? formatDate(value) : String(value))
  const write = (set: ReadonlySet<string>): readonly Condition[] | null => {
    const held = sorted.flatMap((_, at) => (set.has(all[at]!) ? [at] : []))
    if (held.length <= held.at(-1)! - held[0]!) return null
    const low = sorted[held[0]!]!
    const end = sorted[held.at(-1)! + 1]
    return [
      { path, from: low === Number.NEGATIVE_INFINITY ? null : text(low), to: end === undefined ? null : text(end - 1) },
    ]
  }
  const of: TokensOf = (each) => {
    if (each?.kind !== 'between') return new Set(all)
    const { least, most } = each
    return new Set(
      all.filter((_, at) => {
        const start = sorted[at]!
        return (least === null || start >= least) && (most === null || start <= most)
      }),
    )
  }
  return { feature: { path, all, isName: false, write }, of }
}

function placeFeature(path: string, seen: readonly Assumption[]): { readonly feature: Feature; readonly of: TokensOf } {
  const prefixes = new Set<string>()
  for (const each of seen)
    if (each.kind === 'place') [each.inside, ...each.outside].forEach((prefix) => prefixes.add(prefix))
  prefixes.delete('')
  const all = ['', ...prefixes].toSorted()
  const write = (set: ReadonlySet<string>): readonly Condition[] | null => {
    const inside = all.filter((each) => set.has(each))
    const isWithinHole = (each: string): boolean =>
      all.some((hole) => !set.has(hole) && each.startsWith(hole) && inside.some((outer) => hole.startsWith(outer)))
    if (inside.some(isWithinHole)) return null
    if (!set.has('')) {
      const holes = all.filter((each) => !set.has(each) && inside.some((outer) => each.startsWith(outer)))
      const tops = inside.filter((each) => !inside.some((outer) => outer !== each && each.startsWith(outer)))
      return [{ path, in: tops }, ...(holes.length > 0 ? [{ path, notIn: holes }] : [])]
    }
    return [{ path, notIn: all.filter((each) => !set.has(each)) }]
  }
  // A token is an area without the areas within it.
  const of: TokensOf = (each) =>
    each?.kind === 'place'
      ? new Set(
          all.filter((token) => token.startsWith(each.inside) && !each.outside.some((out) => token.startsWith(out))),
        )
      : new Set(all)
  return { feature: { path, all, isName: false, write }, of }
}
