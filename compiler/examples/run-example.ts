import type { Issue } from '../../runtime/issue.ts'
import { outputAt, type OutputValue } from '../interpret/evaluation.ts'
import { interpret } from '../interpret/interpret.ts'
import { selectEdition } from '../interpret/select-edition.ts'
import type { Program } from '../program/program.ts'
import type { ExampleCase, Expectation } from './example-case.ts'

/** What came of an example: nothing amiss, values that differ, or a case that can't be settled. */
export type ExampleOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'differs'; readonly program: Program; readonly differences: readonly Difference[] }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

export interface Difference {
  readonly expectation: Expectation
  readonly found: OutputValue
}

/** Settles the case under the edition of its date, and compares every output that the example names. */
export function runExample(programs: readonly Program[], decision: string, example: ExampleCase): ExampleOutcome {
  const selected = selectEdition(programs, decision, { input: example.input })
  if (!selected.ok) return { kind: 'refused', issues: selected.issues }
  const { program } = selected
  const result = interpret(program, example.input)
  if (!result.ok) return { kind: 'refused', issues: result.issues }
  const differences = example.expectations
    .map((expectation) => ({ expectation, found: outputAt(result.evaluation.output, expectation.path) }))
    .filter(({ expectation, found }) => JSON.stringify(found) !== JSON.stringify(expectation.value))
  return differences.length === 0 ? { kind: 'passed' } : { kind: 'differs', program, differences }
}
