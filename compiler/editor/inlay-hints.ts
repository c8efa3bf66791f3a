import type { Language } from '../../grammar/tree.ts'
import { adjustedRates } from './adjusted-rates.ts'
import { runningSums } from './running-sums.ts'
import type { Analysis } from './workspace.ts'

/** What is shown behind a cell, and what it says in full. */
export interface InlayHint {
  readonly offset: number
  readonly text: string
  readonly tooltip: string
}

/**
 * Of a table of bands, what a bill that fills the bands comes to by the end of each; of rates that are adjusted, and of
 * what adjusts them, the rates that result. Only what can be told without a case; one hint at a place.
 */
export function inlayHints(analysis: Analysis, language: Language): readonly InlayHint[] {
  const hints = new Map<number, InlayHint>()
  for (const hint of [...runningSums(analysis, language), ...adjustedRates(analysis, language)]) {
    const { text, tooltip } = hints.get(hint.offset) ?? { text: '', tooltip: '' }
    const joined = { text: [text, hint.text], tooltip: [tooltip, hint.tooltip] }
    hints.set(hint.offset, {
      offset: hint.offset,
      text: joined.text.filter(Boolean).join(' · '),
      tooltip: joined.tooltip.filter(Boolean).join('\n'),
    })
  }
  return [...hints.values()].toSorted((a, b) => a.offset - b.offset)
}
