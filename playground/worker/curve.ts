import { exampleFor } from '../../compiler/diff/months/example-for.ts'
import type { ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { endOf, MOST_MONTHS } from '../../compiler/diff/report/curve-end.ts'
import { strokesOf, toNumber, type Stroke } from '../../compiler/diff/report/curve-strokes.ts'
import { exactText, lineText } from '../../compiler/diff/report/curve-text.ts'
import { curvesAlong, stepsAlong, type Curve } from '../../compiler/diff/report/curve.ts'
import { wordsOf } from '../../compiler/diff/report/words.ts'
import { describeIssue, interpret, type Program } from '../../compiler/index.ts'
import type { Language } from '../../grammar/tree.ts'
import { openSide, type Hindrance, type Side, type TextPlace } from './sides.ts'
import type { WorkerState } from './state.ts'

/** What a curve may go along, or show; `isUsual`: what it does where nothing is chosen. */
interface Choice {
  readonly path: string
  readonly label: string
  readonly isUsual: boolean
}

/** Yuan, or months; `isRefused`: from here on there is no settlement. */
interface TurningPoint {
  readonly from: number
  readonly fromText: string
  /** What it is there and how it goes on, as `27 040 + 0.85 x`. */
  readonly text: string
  readonly isRefused: boolean
  readonly rules: readonly { readonly label: string; readonly place: TextPlace }[]
}
interface DrawnCurve {
  readonly path: string
  readonly strokes: readonly Stroke[]
  readonly points: readonly TurningPoint[]
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
    const { along, outputs } = choicesOf(program)
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
    if (hindrances.length === 0)
      hindrances.push(...versions.flatMap(({ program }) => refusals(program, input, language)))
    if (hindrances.length > 0) return { ok: false as const, hindrances }
    const isSteps = versions[0]?.program.input.fields.find((field) => field.path === path)?.type.kind === 'months'
    const found = versions.map(({ program }) => {
      const own = outputs.filter((each) => program.output.some((output) => output.path === each))
      return isSteps ? stepsAlong(program, input, path, own, MOST_MONTHS) : curvesAlong(program, input, path, own)
    })
    const until = endOf(
      found.flatMap((each) => each ?? []),
      isSteps,
    )
    const drawn = found.map((all) => all?.map((each) => draw(each, until, isSteps, language)) ?? null)
    return { ok: true as const, isSteps, until: toNumber(until), sides: drawn }
  },
}

function choicesOf({ input, output }: Program): {
  readonly along: readonly Choice[]
  readonly outputs: readonly Choice[]
} {
  const isMoney =
    output.some(({ type }) => type.kind === 'money') && input.fields.some(({ type }) => type.kind === 'money')
  const kinds = isMoney ? ['money', 'months'] : ['months']
  const along = input.fields.filter(({ type }) => kinds.includes(type.kind) && !type.optional)
  const first = along.find(({ platform }) => platform === usualAmount) ?? along[0]
  // What goes in and comes out is a running total.
  const running = new Set(input.fields.map(({ path }) => path))
  const shown = output.filter(({ path, type }) => ['money', 'months'].includes(type.kind) && !running.has(path))
  const known = shown.filter(({ platform }) => platform !== null && usualOutputs.includes(platform))
  const usual = known.length > 0 ? known : shown.slice(0, MOST_OUTPUTS)
  return {
    along: along.map(({ path, label, ...field }) => ({
      path,
      label,
      isUsual: field.platform === first?.platform && path === first.path,
    })),
    outputs: shown.map((field) => ({ path: field.path, label: field.label, isUsual: usual.includes(field) })),
  }
}

/** A case to begin with: the first example that settles. */
function caseOf({ program, compared }: ComparedVersion): unknown {
  return exampleFor(program, program, compared.policy)?.input ?? null
}

function refusals(program: Program, input: unknown, language: Language): readonly Hindrance[] {
  const settled = interpret(program, input, { isReplay: true })
  return settled.ok ? [] : settled.issues.map((issue) => ({ said: describeIssue(issue, language), place: null }))
}

function draw(of: Curve, until: Parameters<typeof strokesOf>[1], isSteps: boolean, language: Language): DrawnCurve {
  const words = wordsOf(language)
  return {
    path: of.path,
    strokes: strokesOf(of, until),
    points: of.pieces.map((piece) => ({
      from: toNumber(piece.from),
      fromText: exactText(piece.from),
      text: lineText(piece, piece.from, isSteps, words),
      isRefused: piece.line === null,
      rules: piece.turnings.map(({ label, place: { file, start, end } }) => ({
        label,
        place: { file, span: { start, end } },
      })),
    })),
  }
}
