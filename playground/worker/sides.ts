import { compile, say, type Analysis, type Compilation, type Place } from '../../compiler/index.ts'
import { versionOf, type ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { withoutBrokenInvariants } from '../../compiler/editor/without-broken-invariants.ts'
import type { Readings } from '../../compiler/compile.ts'
import type { Language } from '../../grammar/tree.ts'
import { asIfNotPromised } from './decision.ts'
import type { WorkerState } from './state.ts'

/** An edition of a decision, by other readings where some are named, as the files stand or as they were shipped. */
export interface Side {
  readonly decision: string
  readonly edition: string
  /** `{ C06: 'excluded' }`; empty where the policy's own readings hold. */
  readonly readings: Readings
  readonly isShipped: boolean
}

/** What keeps a side from being settled, in sentences. */
export interface Hindrance {
  readonly said: string
  readonly place: Place | null
}

export type Opened =
  | { readonly ok: true; readonly version: ComparedVersion }
  | { readonly ok: false; readonly hindrances: readonly Hindrance[] }

const noSide = {
  zh: (side: Side) => `没有“${side.decision}@${side.edition}”这个版本。`,
  en: (side: Side) => `There is no edition “${side.decision}@${side.edition}”.`,
}

/** The program of a side with what it was made from; or why there is none. */
export function openSide({ workspace, shipped }: WorkerState, side: Side, language: Language): Opened {
  const files = side.isShipped ? shipped : workspace
  const own = files.decisions().find(({ id }) => id === side.decision)
  const analysis = own?.files[0] === undefined ? null : files.analysis(own.files[0], side.decision)
  if (!analysis) return { ok: false, hindrances: [{ said: noSide[language](side), place: null }] }
  const hasReadings = Object.keys(side.readings).length > 0
  const compilation = hasReadings ? readBy(side.readings, analysis) : asIfNotPromised(analysis)
  const errors = compilation.problems.filter(({ severity }) => severity === 'error')
  if (compilation.programs.length === 0 && errors.length > 0) {
    const hindrances = errors.map((problem) => {
      const { title, advice } = say(problem, language)
      return { said: [title, advice].flatMap((each) => each ?? []).join(' '), place: problem }
    })
    return {
      ok: false,
      hindrances: hindrances.map(({ said, place: { file, span } }) => ({ said, place: { file, span } })),
    }
  }
  const version = versionOf(compilation, analysis.group, side.decision, side.edition)
  return version ? { ok: true, version } : { ok: false, hindrances: [{ said: noSide[language](side), place: null }] }
}

function readBy(readings: Readings, { group }: Analysis): Compilation {
  const compileFiles = (files: Analysis['group']): Compilation => compile(files, readings)
  const compilation = compileFiles(group)
  return { ...compilation, programs: withoutBrokenInvariants(group, compilation, compileFiles) }
}

/** Both sides; or what keeps either. */
export function openSides(
  state: WorkerState,
  before: Side,
  after: Side,
  language: Language,
):
  | { readonly ok: true; readonly before: ComparedVersion; readonly after: ComparedVersion }
  | { readonly ok: false; readonly hindrances: readonly Hindrance[] } {
  const [was, is] = [openSide(state, before, language), openSide(state, after, language)]
  if (was.ok && is.ok) return { ok: true, before: was.version, after: is.version }
  return { ok: false, hindrances: [was, is].flatMap((each) => (each.ok ? [] : each.hindrances)) }
}

/** As the command line calls it: `ningbo.employee.settle@2023+C06=excluded`. */
export function nameOf({ decision, edition, readings }: Side): string {
  return [`${decision}@${edition}`, ...Object.entries(readings).map((each) => each.join('='))].join('+')
}
