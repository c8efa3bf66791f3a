import type { Rational } from '../../../runtime/rational.ts'
import { booleanConstant } from '../../program/build.ts'
import type { OutputField, Program } from '../../program/program.ts'
import type { InputValues } from '../../interpret/evaluation.ts'
import { Causes } from './regions/causes.ts'
import type { Comparison, Limit, Region, Verdict } from './comparison.ts'
import { Describer } from './regions/describe.ts'
import { atomsIn, type Graph } from './linear/forms.ts'
import { Like } from './ways/like.ts'
import type { Memory } from './ways/memory.ts'
import { Realiser } from './witnesses/realise.ts'
import { boxed, partsOf, type Boxed } from './regions/regions.ts'
import { refuseAlike } from './ways/following.ts'
import { plainType } from './ways/symbolic.ts'
import { followWays, refusal, type Followed, type Ways } from './ways/ways.ts'
import { Witnesses } from './witnesses/witness.ts'
import { standardNames, writeConditions, writeForm, writeNumber } from './linear/write.ts'
import { sizeOf, ceilingOf } from './linear/numbers.ts'
import { decisionName } from '../../program/decision-name.ts'

export interface DiffOptions {
  /** How many ways through the programs are followed at most. */
  readonly ways?: number
  /** How many steps the search for witnesses may take; what it does not get to is named in `limits`. */
  readonly steps?: number
  /** Without them regions are not held against the whole programs: some may be ones that no case is in. */
  readonly isWithoutWitnesses?: boolean
  /** Of comparisons before this one, which it then only adds to. */
  readonly memory?: Memory
  /** Only cases that are like this one in all but their numbers are compared. */
  readonly like?: InputValues | null
}

/**
 * Everything that two programs of one decision settle differently, over all cases that both settle: regions of the
 * input in which an output differs, by which formula; outside of them the two agree. Exact: nothing is sampled. What
 * could not be decided is named in `limits`. Amounts are whole fen without an upper bound.
 */
export function diffPrograms(before: Program, after: Program, options: DiffOptions = {}): Comparison {
  const like = options.like ? new Like(options.like, before.datasets) : null
  const all = followWays(before, after, options.ways ?? 20_000, options.memory, like)
  const realiser = like ? { realise: () => like.realised } : new Realiser(before, after)
  // Ways that no case takes are none.
  const isTaken = ({ assumptions }: Followed): boolean => realiser.realise(assumptions).kind !== 'none'
  const ways: Ways = { ...all, followed: all.followed.filter(isTaken) }
  const { graph } = ways.shared
  const describer = new Describer(ways)
  const witnesses = new Witnesses(ways, [before, after], realiser, options.steps ?? 60_000)
  const limits: Limit[] = [...unmatched(before, after)]
  if (!ways.isComplete)
    limits.push({ expression: before.decision.id, place: null, why: 'too many ways through the programs' })
  limits.push(...refusalLimits(ways))
  const found: Found[] = []
  const decided: string[] = []
  for (const output of [...ways.outputs, refused(before)]) {
    const { parts, isComplete, isOpen } = partsOf(output.path, ways)
    if (!isComplete) limits.push({ expression: output.path, place: null, why: 'too many cells' })
    if (isOpen)
      limits.push({
        expression: output.path,
        place: null,
        why: 'dates and texts that are computed differently are not compared',
      })
    const kept = boxed(parts, describer).flatMap((part): readonly (readonly [Boxed, Region])[] => {
      const search = options.isWithoutWitnesses ? null : witnesses.find(output.path, part)
      if (search?.kind === 'none') return []
      const region = regionOf(output, part, graph)
      if (search?.kind === 'open') limits.push(...limitsOf(part, region, ways))
      return [[part, search?.kind === 'found' ? { ...region, witness: search.witness } : region]]
    })
    found.push(...kept.map(([part, region]) => ({ output, part, region })))
    if (kept.length > 0 || !(isOpen || output.path === refusal)) decided.push(output.path)
  }
  const bounded = found.map((each) => withEnds(each, witnesses))
  const partsIn = (path: string): readonly Boxed[] =>
    bounded.flatMap(({ output, part }) => (output.path === path ? [part] : []))
  const verdict = Object.fromEntries(decided.map((path) => [path, verdictOf(partsIn(path))]))
  // Looking for causes looks at the ways again, so that it comes last.
  const causes = new Causes(ways)
  const regions = bounded.map(({ output, part, region }) => ({
    ...region,
    causes: causes.of(output, part.ways, part.conditions),
  }))
  const name = (program: Program): string => `${decisionName(program)}@${program.edition.name}`
  const distinct = [...new Map(limits.map((each) => [JSON.stringify(each), each])).values()]
  return {
    decision: decisionName(before),
    before: name(before),
    after: name(after),
    complete: distinct.length === 0,
    verdict,
    regions,
    limits: distinct,
  }
}

interface Found {
  readonly output: OutputField
  readonly part: Boxed
  readonly region: Region
}

/** With bounds that cases reach, as far as they are found. */
function withEnds({ output, part, region }: Found, witnesses: Witnesses): Found {
  if (!region.witness || !part.delta) return { output, part, region }
  const { least, most } = witnesses.ends(output.path, part, region.witness)
  return {
    output,
    part: { ...part, least: least.bound, most: most.bound },
    region: {
      ...region,
      least: boundText(least.bound, output),
      most: boundText(most.bound, output),
      reached: { least: least.reached, most: most.reached },
    },
  }
}

function boundText(value: Rational | null, { type }: OutputField): string | null {
  return value && writeNumber(value, plainType(type).kind === 'money')
}

function refused({ output, invariants }: Program): OutputField {
  const at = invariants[0]?.condition.at ?? output[0]?.value.at ?? { file: '', start: 0, end: 0 }
  return { path: refusal, label: refusal, platform: null, type: { kind: 'boolean' }, value: booleanConstant(true, at) }
}

function regionOf(output: OutputField, part: Boxed, graph: Graph): Region {
  const isMoney = plainType(output.type).kind === 'money'
  const names = standardNames(graph)
  const within = Math.max(Number(ceilingOf(sizeOf(part.low))), Number(ceilingOf(sizeOf(part.high))))
  return {
    output: output.path,
    kind: part.isSure ? 'sure' : 'throughRounding',
    within,
    where: [...part.where, ...writeConditions(part.conditions, graph, names)],
    difference: part.delta ? writeForm(part.delta, graph, isMoney, names) : part.text,
    least: boundText(part.least, output),
    most: boundText(part.most, output),
    reached: { least: null, most: null },
    causes: [],
    witness: null,
  }
}

function verdictOf(parts: readonly Boxed[]): Verdict {
  if (parts.length === 0) return 'same'
  const isBelow = ({ most, delta }: Boxed): boolean => delta !== null && most !== null && most.n <= 0n
  const isAbove = ({ least, delta }: Boxed): boolean => delta !== null && least !== null && least.n >= 0n
  if (parts.every(isBelow)) return 'neverMore'
  return parts.every(isAbove) ? 'neverLess' : 'mixed'
}

function unmatched(before: Program, after: Program): readonly Limit[] {
  const paths = [before, after].map(({ output }) => output.map(({ path }) => path))
  const alone = [
    ...paths[0]!.filter((path) => !paths[1]!.includes(path)),
    ...paths[1]!.filter((path) => !paths[0]!.includes(path)),
  ]
  return alone.map((expression) => ({ expression, place: null, why: 'only one of the two has this output' }))
}

function refusalLimits({ followed, shared }: Ways): readonly Limit[] {
  if (followed.every(({ walk }) => refuseAlike(walk)) && shared.totals.contexts.refusesAlike) return []
  return [
    {
      expression: 'refusals',
      place: null,
      why: 'the two do not refuse the same cases; only cases that both settle are compared',
    },
  ]
}

function limitsOf(part: Boxed, region: Region, { shared, followed }: Ways): readonly Limit[] {
  const { meanings } = followed[part.ways[0]!]!.walk
  const forms = [...part.conditions, ...(part.delta ? [part.delta] : [])]
  const atoms = new Set(
    forms.flatMap((form) => [
      ...atomsIn(
        shared.graph.rewrite(form, (id) => meanings.get(id) ?? null),
        shared.graph,
      ),
    ]),
  )
  const opaque = [...atoms].flatMap((id) => {
    const atom = shared.graph.atoms[id]!
    const known = atom.kind === 'variable' && atom.source === 'opaque' ? shared.memory.opaque.get(atom.name) : undefined
    return known ? [{ expression: known.expr.kind, place: known.expr.at, why: known.why }] : []
  })
  if (opaque.length > 0) return opaque
  if (!part.isSure) return []
  return [
    {
      expression: `${region.output}: ${region.difference}`,
      place: null,
      why: 'no case was found in this region, and none refuted',
    },
  ]
}
