import { add, one, type Rational } from '../../../../runtime/rational.ts'
import { partsOf, refsIn } from '../../../program/build.ts'
import type { Expr, OutputField, Place, Program } from '../../../program/program.ts'
import type { Cause } from '../comparison.ts'
import { branchKeys, choiceOn, isAlike, type Choice } from './choice.ts'
import type { Which } from '../ways/following.ts'
import type { Form } from '../linear/forms.ts'
import { shellOf, writtenKey } from '../ways/resolved.ts'
import { bandFrom, edgesOf, edgesOfBoth } from '../ways/bands.ts'
import { refusal, type Followed, type Ways } from '../ways/ways.ts'
import { minusOne, negated } from '../linear/numbers.ts'

/** A cause, and where between two positions it counts, if it is of one band only. */
interface Found extends Cause {
  readonly band: Band | null
  /** The same for the same places. */
  readonly key: string
}
interface Band {
  readonly floor: Rational | null
  readonly ceiling: Rational | null
  /** What is between the positions is what the band is used for; none where that is not known. */
  readonly used: readonly (readonly [from: Form, to: Form])[]
}

/** What a definition or an output is stated in. */
interface Owner {
  readonly id: string
  readonly label: string
  readonly before: Place | null
  readonly after: Place | null
}

/**
 * Why an output differs along a way: going back from it through what has another value there, the places that say
 * something else — of a table the cell that is taken, of a schedule the bands that an amount reaches.
 */
export class Causes {
  readonly #ways: Ways
  readonly #affected: ReadonlySet<string>
  readonly #found = new Map<string, readonly Found[]>()

  constructor(ways: Ways) {
    this.#ways = ways
    this.#affected = affectedBy(ways.shared.sides)
  }

  /** The causes in a region, in the order in which they come up, each once. */
  of(output: OutputField, ways: readonly number[], conditions: readonly Form[]): readonly Cause[] {
    const causes = new Map<string, Cause>()
    for (const way of ways)
      for (const { band, key, ...cause } of this.#outputCauses(output, way)) {
        if (causes.has(key) || !this.#isReached(band, this.#ways.followed[way]!, conditions)) continue
        causes.set(key, cause)
      }
    return [...causes.values()]
  }

  #outputCauses({ path, label }: OutputField, way: number): readonly Found[] {
    const key = `${way} output ${path}`
    const known = this.#found.get(key)
    if (known) return known
    const [before, after] = this.#ways.shared.sides.map(({ program }) => program)
    const found = path === refusal ? this.#promises(way) : this.#trace(of(before!), of(after!), owner(), way)
    this.#found.set(key, found)
    return found

    function of({ output }: Program): Expr {
      return output.find((each) => each.path === path)!.value
    }
    function owner(): Owner {
      return { id: path, label, before: null, after: null }
    }
  }

  /** Of a case that only one of the two settles: what the broken promises rest on, or the promise that only one of them has. */
  #promises(way: number): readonly Found[] {
    const outcome = this.#ways.followed[way]!.outcomes.get(refusal)
    if (outcome?.kind !== 'finite') return []
    const labels = [outcome.before, outcome.after].map((each) => each.replace(/^refused: /u, ''))
    const [was, is] = this.#ways.shared.sides.map(({ program }) =>
      [...program.requirements, ...program.invariants].filter(({ label }) => labels.includes(label)),
    )
    return [...new Set([...was!, ...is!].map(({ label }) => label))].flatMap((label): readonly Found[] => {
      const [a, b] = [was, is].map((all) => all!.find((each) => each.label === label))
      const owner: Owner = { id: label, label, before: a?.origin ?? null, after: b?.origin ?? null }
      return a && b ? this.#trace(a.condition, b.condition, owner, way) : [here(owner)]
    })
  }

  #definition(id: string, way: number): readonly Found[] {
    const key = `${way} ${id}`
    const known = this.#found.get(key)
    if (known) return known
    const [a, b] = this.#ways.shared.sides.map(({ definitions }) => definitions.get(id))
    let found: readonly Found[] = []
    if (a && b && !this.#isSame(a.value, b.value, id, way))
      found = this.#trace(a.value, b.value, { id, label: b.label, before: a.origin, after: b.origin }, way)
    this.#found.set(key, found)
    return found
  }

  #isSame(a: Expr, b: Expr, id: string, way: number): boolean {
    const { walk } = this.#ways.followed[way]!
    const pair = walk.pair(id)
    return pair ? isAlike(pair.values[0], pair.values[1]) : this.#isAlike(a, b, way)
  }

  #isAlike(a: Expr, b: Expr, way: number): boolean {
    const { walk } = this.#ways.followed[way]!
    const [first, second] = [walk.probe(a, 0), walk.probe(b, 1)]
    return first !== null && second !== null && isAlike(first, second)
  }

  #trace(a: Expr, b: Expr, owner: Owner, way: number): readonly Found[] {
    const isWrittenAlike = writtenKey(a) === writtenKey(b)
    if (a.kind === 'cases' || b.kind === 'cases') return this.#chosen(a, b, owner, way, isWrittenAlike)
    if (isWrittenAlike) return [...this.#lookups(a, b), ...this.#read(refsOf(a), way, a)]
    if (a.kind === 'ref' && b.kind === 'ref' && a.id === b.id) return this.#read([a.id], way, null)
    if (this.#isOwn(a) || this.#isOwn(b)) return this.#opened(a, b, owner, way)
    if (a.kind === 'schedule' && b.kind === 'schedule') return this.#bands(a, b, owner, way)
    if (a.kind === 'integrate' && b.kind === 'integrate') {
      const found = this.#trace(a.schedule, b.schedule, owner, way)
      const rest = [this.#trace(a.from, b.from, owner, way), this.#trace(a.to, b.to, owner, way)]
      return [...this.#using(found, a, b, way), ...rest.flat()]
    }
    const [left, right] = [partsOf(a), partsOf(b)]
    if (left.length > 0 && left.length === right.length && shellOf(a) === shellOf(b))
      return left.flatMap((part, index) => this.#trace(part, right[index]!, owner, way))
    if (this.#isAlike(a, b, way)) return []
    const both = refsOf(a).filter((id) => refsOf(b).includes(id))
    return [here(at(owner, a, b)), ...this.#read(both, way, a)]
  }

  /** What only one of the two has a name for: as if it stood there. */
  #opened(a: Expr, b: Expr, owner: Owner, way: number): readonly Found[] {
    const { sides } = this.#ways.shared
    const open = (expr: Expr, which: Which) =>
      expr.kind === 'ref' && this.#isOwn(expr) ? sides[which].definitions.get(expr.id) : undefined
    const [was, is] = [open(a, 0), open(b, 1)]
    const named = is ?? was
    return this.#trace(
      was?.value ?? a,
      is?.value ?? b,
      {
        id: named?.id ?? owner.id,
        label: named?.label ?? owner.label,
        before: was?.origin ?? owner.before,
        after: is?.origin ?? owner.after,
      },
      way,
    )
  }

  #chosen(a: Expr, b: Expr, owner: Owner, way: number, isWrittenAlike: boolean): readonly Found[] {
    const { walk } = this.#ways.followed[way]!
    const [first, second] = [choiceOn(a, walk, 0), choiceOn(b, walk, 1)]
    if (!first || !second) {
      const refs = [...refsOf(a), ...refsOf(b)]
      return [...(isWrittenAlike ? [] : [here(owner)]), ...this.#read(refs, way, null)]
    }
    const asked = this.#read([...first.asked, ...second.asked].flatMap(refsOf), way, null)
    const place = { ...owner, before: first.place ?? owner.before, after: second.place ?? owner.after }
    const isOfBoth = isWrittenAlike || (has(b, first) && has(a, second))
    if (!first.value || !second.value) return first.value === second.value || isOfBoth ? asked : [here(place), ...asked]
    // Where the choice itself comes out otherwise, what it rests on has changed, and not what is written here.
    if (isOfBoth && first.key !== second.key) return asked
    return [...this.#trace(first.value, second.value, place, way), ...asked]
  }

  #bands(
    a: Extract<Expr, { kind: 'schedule' }>,
    b: Extract<Expr, { kind: 'schedule' }>,
    owner: Owner,
    way: number,
  ): readonly Found[] {
    const [was, is] = [edgesOf(a.type), edgesOf(b.type)]
    const edges = edgesOfBoth(was, is)
    return [null, ...edges].flatMap((floor, index) => {
      const [left, right] = [a.rates[bandFrom(floor, was)]!, b.rates[bandFrom(floor, is)]!]
      if (this.#isAlike(left, right, way)) return []
      const band: Band = { floor, ceiling: edges[index] ?? null, used: [] }
      return this.#trace(left, right, owner, way).map((each) => ({ ...each, band: each.band ?? band }))
    })
  }

  /** Between which positions the bands are used that were found. */
  #using(
    found: readonly Found[],
    a: Extract<Expr, { kind: 'integrate' }>,
    b: Extract<Expr, { kind: 'integrate' }>,
    way: number,
  ): readonly Found[] {
    const { walk } = this.#ways.followed[way]!
    const used = [a, b].flatMap((each, index) => {
      const which: Which = index === 0 ? 0 : 1
      const [from, to] = [walk.probe(each.from, which), walk.probe(each.to, which)]
      return from?.kind === 'number' && to?.kind === 'number' ? [[from.form, to.form] as const] : []
    })
    return found.map((each) => (each.band ? { ...each, band: { ...each.band, used } } : each))
  }

  /** Does an amount of the region reach the band? */
  #isReached(band: Band | null, { walk }: Followed, conditions: readonly Form[]): boolean {
    if (!band || band.used.length === 0) return true
    const { graph } = walk
    const { floor, ceiling } = band
    return band.used.some(([from, to]) =>
      walk.allows([
        ...conditions,
        ...(floor ? [graph.plus(to, negated(add(floor, one)))] : []),
        ...(ceiling ? [graph.plus(graph.scale(from, minusOne), add(ceiling, minusOne))] : []),
      ]),
    )
  }

  /** What lies behind names that have another value. An integral says between which positions its bands are used. */
  #read(ids: readonly string[], way: number, within: Expr | null): readonly Found[] {
    const found = [...new Set(ids)].filter((id) => this.#affected.has(id)).flatMap((id) => this.#definition(id, way))
    if (!within) return found
    return integrals(within).reduce<readonly Found[]>((all, each) => this.#using(all, each, each, way), found)
  }

  /** Datasets that say something else. */
  #lookups(a: Expr, b: Expr): readonly Found[] {
    const [was, is] = this.#ways.shared.sides
    return lookupsIn(a).flatMap((id) => {
      const label = is.program.datasets.find((each) => each.id === id)?.label ?? id
      return was.ownDatasets.has(id) ? [here({ id, label, before: a.at, after: b.at })] : []
    })
  }

  /** A name that only one of the two has. */
  #isOwn(expr: Expr): boolean {
    return expr.kind === 'ref' && !this.#ways.shared.sides.every(({ definitions }) => definitions.has(expr.id))
  }
}

function here({ id, label, before: was, after: is }: Owner): Found {
  const [before, after] = [was && placeOf(was), is && placeOf(is)]
  return { id, label, before, after, band: null, key: JSON.stringify([before, after]) }
}

const placeOf = ({ file, start, end }: Place): Place => ({ file, start, end })

/** What is written there, where it is written within what owns it. */
function at(owner: Owner, a: Expr, b: Expr): Owner {
  const within = (inner: Place, outer: Place | null): Place =>
    outer && (inner.file !== outer.file || inner.start < outer.start || inner.end > outer.end) ? outer : inner
  return { ...owner, before: within(a.at, owner.before), after: within(b.at, owner.after) }
}

function has(expr: Expr, { key }: Choice): boolean {
  return key !== null && branchKeys(expr).includes(key)
}

/** The names that say something else, or rest on such. */
function affectedBy(sides: Ways['shared']['sides']): ReadonlySet<string> {
  const [was, is] = sides.map(({ definitions }) => definitions)
  const affected = new Set<string>()
  for (const { program, ownDatasets } of sides)
    for (const { id, value } of program.definitions) {
      const [a, b] = [was!.get(id), is!.get(id)]
      const isSame = a && b && writtenKey(a.value) === writtenKey(b.value)
      const isLookedUp = lookupsIn(value).some((each) => ownDatasets.has(each))
      if (!isSame || isLookedUp || refsOf(value).some((each) => affected.has(each))) affected.add(id)
    }
  return affected
}

function lookupsIn(expr: Expr): readonly string[] {
  return [...(expr.kind === 'lookup' ? [expr.dataset] : []), ...partsOf(expr).flatMap(lookupsIn)]
}

function integrals(expr: Expr): readonly Extract<Expr, { kind: 'integrate' }>[] {
  return expr.kind === 'integrate' ? [expr] : partsOf(expr).flatMap(integrals)
}

function refsOf(expr: Expr): readonly string[] {
  return [...refsIn(expr)]
}
