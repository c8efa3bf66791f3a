import type { ExplainedEdition } from './explanation.ts'

/** Does the edition hold on the date that selects one? It need not, where it was asked for by its name. */
export function isInForce({ from, until, on }: ExplainedEdition): boolean {
  return (from === null || from <= on) && (until === null || on <= until)
}
