import { compile, say, type Analysis, type Compilation, type Place } from '../../compiler/index.ts'
import { versionOf, type ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { withoutBrokenInvariants } from '../../compiler/editor/without-broken-invariants.ts'
import type { Readings } from '../../compiler/compile.ts'
import type { Language } from '../../grammar/tree.ts'
import { textsOf } from '../../compiler/files/texts.ts'
import { analysisOf, asIfNotPromised } from './decision.ts'
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

/** What was asked for, or what is in its way. */
export type Answered<Of> = ({ readonly ok: true } & Of) | Hindered
interface Hindered {
  readonly ok: false
  readonly hindrances: readonly Hindrance[]
}

const noSide = {
  zh: (side: Side) => `没有“${side.decision}@${side.edition}”这个版本。`,
  en: (side: Side) => `There is no edition “${side.decision}@${side.edition}”.`,
}

/** The program of a side with what it was made from; or why there is none. */
export function openSide(
  { workspace, shipped }: WorkerState,
  side: Side,
  language: Language,
): Answered<{ readonly version: ComparedVersion }> {
  const analysis = analysisOf(side.isShipped ? shipped : workspace, side.decision)
  if (!analysis) return hindered([noSide[language](side)])
  const hasReadings = Object.keys(side.readings).length > 0
  const compilation = hasReadings ? readBy(side.readings, analysis) : asIfNotPromised(analysis)
  const errors = compilation.problems.filter(({ severity }) => severity === 'error')
  if (compilation.programs.length === 0 && errors.length > 0) {
    const hindrances = errors.map((problem) => {
      const { title, advice } = say(problem, language)
      return { said: `${title} ${advice}`, place: { file: problem.file, span: problem.span } }
    })
    return { ok: false, hindrances }
  }
  const version = versionOf(compilation, analysis.group, side.decision, side.edition)
  return version ? { ok: true, version } : hindered([noSide[language](side)])
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
): Answered<{ readonly before: ComparedVersion; readonly after: ComparedVersion }> {
  const [was, is] = [openSide(state, before, language), openSide(state, after, language)]
  if (was.ok && is.ok) return { ok: true, before: was.version, after: is.version }
  return { ok: false, hindrances: [was, is].flatMap((each) => (each.ok ? [] : each.hindrances)) }
}

/** What is in the way of all that was asked, in no place of the files. */
export function hindered(sentences: readonly string[]): Hindered {
  return { ok: false, hindrances: sentences.map((said) => ({ said, place: null })) }
}

/** Does the editor hold this text of a file? Of another no place can be shown. */
export function isHeldBy({ workspace }: WorkerState): (file: string, text: string | undefined) => boolean {
  const texts = textsOf(workspace.files())
  return (file, text) => texts.get(file) === text
}

/** As the command line calls it: `ningbo.employee.settle@2023+C06=excluded`. */
export function nameOf({ decision, edition, readings }: Side): string {
  return [`${decision}@${edition}`, ...Object.entries(readings).map((each) => each.join('='))].join('+')
}
