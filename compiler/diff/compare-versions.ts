import type { Compilation, SourceFile } from '../compile.ts'
import { placesIn } from '../problem/places.ts'
import type { Program } from '../program/program.ts'
import { diffPrograms, type DiffOptions } from './exact/diff-programs.ts'
import type { Comparison } from './exact/comparison.ts'
import type { Flips } from './months/flips.ts'
import { causeNamer, type NamedCause } from './name-causes.ts'
import type { Compared, ComparedLimit } from './report/compared.ts'
import { textChanges } from './text-changes.ts'
import type { ComparedEdition } from './text/statements.ts'
import { decisionName } from '../program/decision-name.ts'

/** One side of a comparison: an edition of a decision, its program, and the files that it was compiled from. */
export interface ComparedVersion {
  /** `ningbo.employee.settle` */
  readonly decision: string
  readonly program: Program
  readonly compared: ComparedEdition
}

/** An edition among what was compiled from the files; null where there is none of that name. */
export function versionOf(
  { programs, policies }: Compilation,
  files: readonly SourceFile[],
  decision: string,
  edition: string,
): ComparedVersion | null {
  const program = programs.find((each) => decisionName(each) === decision && each.edition.name === edition)
  const policy = policies.find((each) => decisionName({ policy: each, decision: each.decision }) === decision)
  const bound = policy?.editions.find((each) => each.edition.name.value === edition)
  return program && policy && bound ? { decision, program, compared: { policy, edition: bound, files } } : null
}

/** What the sides are called, and what is known of them besides. */
export interface CompareOptions extends Pick<DiffOptions, 'like' | 'isWithoutWitnesses' | 'memory'> {
  readonly before: string
  readonly after: string
  readonly flips: Flips | null
}

/** What two versions say and settle differently: text, regions with named causes, limits with what is written there. */
export function compareVersions(
  before: ComparedVersion,
  after: ComparedVersion,
  { before: was, after: is, flips, ...options }: CompareOptions,
): Compared {
  const text = textChanges(before.compared, after.compared)
  const meaning = diffPrograms(before.program, after.program, options)
  const nameOf = causeNamer(text, before.compared, after.compared)
  return {
    decision: [...new Set([before.decision, after.decision])].join(' / '),
    before: was,
    after: is,
    complete: meaning.complete,
    verdict: meaning.verdict,
    text,
    regions: meaning.regions.map((region) => ({ ...region, causes: distinct(region.causes.map(nameOf)) })),
    limits: limitsOf(meaning, [...before.compared.files, ...after.compared.files]),
    flips,
    population: null,
  }
}

/** As `daiyu diff --format json` writes it: causes are their names alone. */
export function comparedToJson({ regions, ...compared }: Compared) {
  return {
    ...compared,
    regions: regions.map(({ causes, ...region }) => ({
      ...region,
      causes: [...new Set(causes.map(({ name }) => name))],
    })),
  }
}

/** What was not decided, as it is written, and where. */
function limitsOf({ limits }: Comparison, files: readonly SourceFile[]): readonly ComparedLimit[] {
  const { lineOf, textAt } = placesIn(files)
  return limits.map(({ expression, place, why }) => ({
    expression: place ? textAt(place) : expression,
    place: place ? lineOf(place) : '',
    why,
  }))
}

/** One rule may be a cause in several of its parts that have no name of their own. */
function distinct(causes: readonly NamedCause[]): readonly NamedCause[] {
  return [...new Map(causes.map((each) => [each.told.en, each])).values()]
}
