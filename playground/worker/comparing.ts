import { compareVersions, type ComparedVersion } from '../../compiler/diff/compare-versions.ts'
import { casesAlike } from '../../compiler/diff/exact/ways/like.ts'
import { exampleFor } from '../../compiler/diff/months/example-for.ts'
import { flipsOf, hasMonths, type Flips } from '../../compiler/diff/months/flips.ts'
import type { Compared } from '../../compiler/diff/report/compared.ts'
import { describeIssue, interpret, type Evaluation } from '../../compiler/index.ts'
import type { Language } from '../../grammar/tree.ts'
import { heatMap, heatMapAxes } from './heat-map.ts'
import { hindered, isHeldBy, nameOf, openSides, type Answered, type Side } from './sides.ts'
import type { WorkerState } from './state.ts'
import { tellComparison, type ToldComparison } from './told-comparison.ts'

export interface AskedComparison {
  readonly before: Side
  readonly after: Side
  /** Only cases that are like this one in all but their numbers; null: all cases. */
  readonly like: unknown
  /** The verdict alone: no witnesses, and some regions may be ones that no case is in. */
  readonly isQuick: boolean
  readonly language: Language
}

export const comparing = {
  /** What two sides say and settle differently, in words. What was found before is kept, so that the next one is sooner. */
  compare(state: WorkerState, asked: AskedComparison): Answered<{ readonly told: ToldComparison }> {
    const found = compareSides(state, asked)
    if (!found.ok) return found
    const { compared, before, after } = found
    return { ok: true, told: tellComparison(compared, before, after, asked.language, isHeldBy(state)) }
  },

  /** The same as the report that `daiyu diff --format html` writes. */
  async comparisonReport(state: WorkerState, asked: AskedComparison): Promise<Answered<{ readonly html: string }>> {
    const found = compareSides(state, { ...asked, isQuick: false })
    if (!found.ok) return found
    const { reportToHtml } = await import('../../compiler/diff/report/to-html.ts')
    const [was, is] = [found.before, found.after].map(({ program, compared: { files } }) => ({ program, files }))
    return { ok: true, html: reportToHtml(found.compared, was!, is!, asked.language) }
  },

  heatMapAxes,
  heatMap,
}

type Found = Answered<{
  readonly compared: Compared
  readonly before: ComparedVersion
  readonly after: ComparedVersion
}>

/** What `daiyu diff` finds between two sides. */
export function compareSides(state: WorkerState, { before, after, like, isQuick, language }: AskedComparison): Found {
  const opened = openSides(state, before, after, language)
  if (!opened.ok) return opened
  const versions = [opened.before, opened.after]
  const settled = like === null ? [] : versions.map(({ program }) => interpret(program, like, { isReplay: true }))
  const issues = settled.flatMap((each) => (each.ok ? [] : each.issues))
  if (issues.length > 0) return hindered(issues.map((issue) => describeIssue(issue, language)))
  const evaluations = settled.flatMap((each): Evaluation[] => (each.ok ? [each.evaluation] : []))
  const compared = compareVersions(opened.before, opened.after, {
    ...namesOf(before, after, language),
    flips: isQuick ? null : flipsBetween(opened.before, opened.after),
    like: evaluations.length > 0 ? casesAlike(evaluations.map(({ input }) => input)) : null,
    isWithoutWitnesses: isQuick,
    memory: state.memory,
  })
  return { ...opened, compared }
}

const texts = {
  zh: { shipped: '（发布时的原文）', changed: '（改过的）' },
  en: { shipped: ' (as shipped)', changed: ' (changed)' },
}

/** As the command line calls them, and by whose text where that is all that sets them apart. */
function namesOf(before: Side, after: Side, language: Language): { readonly before: string; readonly after: string } {
  const isByText = before.isShipped !== after.isShipped
  const name = (side: Side): string =>
    nameOf(side) + (isByText ? texts[language][side.isShipped ? 'shipped' : 'changed'] : '')
  return { before: name(before), after: name(after) }
}

/** Month by month, for the first example. */
function flipsBetween(before: ComparedVersion, after: ComparedVersion): Flips | null {
  if (!hasMonths(before.program, after.program)) return null
  const example = exampleFor(before.program, after.program, after.compared.policy)
  return example && flipsOf(before.program, after.program, example, { isFromNone: true })
}
