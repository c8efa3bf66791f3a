import { exampleFor } from '../../compiler/diff/months/example-for.ts'
import type { ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { endOf, MOST_MONTHS, startsOf } from '../../compiler/diff/report/curve-end.ts'
import { strokesOf, toNumber, type Stroke } from '../../compiler/diff/report/curve-strokes.ts'
import { exactText, lineText } from '../../compiler/diff/report/curve-text.ts'
import { curvesAlong, pieceAt, stepsAlong } from '../../compiler/diff/report/curve.ts'
import { namesOf } from '../../compiler/diff/report/names.ts'
import { wordsIn } from '../../compiler/diff/report/words.ts'
import { describeIssue, interpret, type Place, type Program } from '../../compiler/index.ts'
import { compare } from '../../runtime/rational.ts'
import type { Language } from '../../grammar/tree.ts'
import { hindered, isHeldBy, openSide, type Side } from './sides.ts'
import type { WorkerState } from './state.ts'

/** What a curve may go along, or show; `isUsual`: what it does where nothing is chosen. */
interface Choice {
  readonly path: string
  readonly label: string
  readonly isUsual: boolean
}

/** An output under each side: strokes to draw, and all breakpoints of all sides. Yuan, or months. */
export interface DrawnOutput {
  readonly path: string
  readonly label: string
  /** Null where the output is no piecewise straight line, or that side has none. */
  readonly sides: readonly (readonly Stroke[] | null)[]
  readonly points: readonly TurningPoint[]
}
export interface TurningPoint {
  readonly from: number
  readonly fromText: string
  /** What each side comes to there and how it goes on, as `27 040 + 0.85 x`. */
  readonly texts: readonly string[]
  readonly rules: readonly { readonly label: string; readonly side: number; readonly place: Place | null }[]
}

/** By the platform's names: what is paid by the fund, for critical illness, and by the person. */
const usualOutputs = ['hifp_pay', 'hifob_pay', 'psn_part_amt']
const usualAmount = 'medfee_sumamt'
const MOST_OUTPUTS = 4

export const curve = {
  /** Along which inputs of a side curves go, and which of its outputs they show; money, or months where there is none. */
  curveChoices(state: WorkerState, { side, language }: { readonly side: Side; readonly language: Language }) {
    const opened = openSide(state, side, language)
    if (!opened.ok) return opened
    const { program } = opened.version
    const { along, outputs } = choicesOf(program, language)
    return { ok: true as const, along, outputs, input: caseOf(opened.version) }
  },

  /**
   * Some outputs of a case along one of its amounts (yuan) or months, for each side: exact breakpoints, and strokes to
   * draw up to `until`. Refused where a side can't settle the case; `null` where an output is no piecewise straight line.
   */
  curves(
    state: WorkerState,
    asked: {
      readonly sides: readonly Side[]
      readonly input: unknown
      readonly path: string
      readonly outputs: readonly string[]
      readonly language: Language
    },
  ) {
    const { sides, input, path, outputs, language } = asked
    const opened = sides.map((side) => openSide(state, side, language))
    const versions = opened.flatMap((each) => (each.ok ? [each.version] : []))
    const hindrances = opened.flatMap((each) => (each.ok ? [] : each.hindrances))
    if (hindrances.length > 0) return { ok: false as const, hindrances }
    const refusals = versions.flatMap(({ program }) => refusalsOf(program, input, language))
    if (refusals.length > 0) return hindered(refusals)
    const isSteps = versions[0]?.program.input.fields.find((field) => field.path === path)?.type.kind === 'months'
    const found = versions.map(({ program }) => {
      const own = outputs.filter((each) => program.output.some((output) => output.path === each))
      return isSteps ? stepsAlong(program, input, path, own, MOST_MONTHS) : curvesAlong(program, input, path, own)
    })
    const until = endOf(
      found.flatMap((each) => each ?? []),
      isSteps,
    )
    const isHeld = isHeldBy(state)
    const { nameOf, inWords } = namesOf(
      versions.map(({ program }) => program),
      language,
    )
    const drawn = outputs.flatMap((each): DrawnOutput[] => {
      const curves = found.map((all) => all?.find((one) => one.path === each) ?? null)
      if (curves.every((one) => one === null)) return []
      const points = startsOf(curves.flatMap((one) => one ?? [])).map((from): TurningPoint => {
        const pieces = curves.map((one) => one && pieceAt(one, from))
        return {
          from: toNumber(from),
          fromText: exactText(from),
          texts: pieces.map((piece) => (piece ? lineText(piece, from, isSteps, wordsIn(language)) : '—')),
          rules: pieces.flatMap((piece, side) =>
            (piece && compare(piece.from, from) === 0 ? piece.turnings : []).map(({ label: rule, place }) => ({
              label: inWords(rule),
              side,
              place: isHeld(place.file, versions[side]?.compared.files.find(({ name }) => name === place.file)?.text)
                ? { file: place.file, span: { start: place.start, end: place.end } }
                : null,
            })),
          ),
        }
      })
      return [{ path: each, label: nameOf(each), sides: curves.map((one) => one && strokesOf(one, until)), points }]
    })
    return { ok: true as const, isSteps, until: toNumber(until), outputs: drawn }
  },
}

function choicesOf(
  program: Program,
  language: Language,
): { readonly along: readonly Choice[]; readonly outputs: readonly Choice[] } {
  const { input, output } = program
  const { nameOf } = namesOf([program], language)
  const has = (fields: readonly { readonly type: { readonly kind: string } }[]): boolean =>
    fields.some(({ type }) => type.kind === 'money')
  const kinds = has(output) && has(input.fields) ? ['money', 'months'] : ['months']
  const along = input.fields.filter(({ type }) => kinds.includes(type.kind) && !type.optional)
  const first = along.find(({ platform }) => platform === usualAmount) ?? along[0]
  // What goes in and comes out is a running total.
  const running = new Set(input.fields.map(({ path }) => path))
  const shown = output.filter(({ path, type }) => ['money', 'months'].includes(type.kind) && !running.has(path))
  const known = shown.filter(({ platform }) => platform !== null && usualOutputs.includes(platform))
  const usual = known.length > 0 ? known : shown.slice(0, MOST_OUTPUTS)
  return {
    along: along.map((field) => ({ path: field.path, label: nameOf(field.path), isUsual: field === first })),
    outputs: shown.map((field) => ({ path: field.path, label: nameOf(field.path), isUsual: usual.includes(field) })),
  }
}

/** A case to begin with: the first example that settles. */
function caseOf({ program, compared }: ComparedVersion): unknown {
  return exampleFor(program, program, compared.policy)?.input ?? null
}

function refusalsOf(program: Program, input: unknown, language: Language): readonly string[] {
  const settled = interpret(program, input, { isReplay: true })
  return settled.ok ? [] : settled.issues.map((issue) => describeIssue(issue, language))
}
