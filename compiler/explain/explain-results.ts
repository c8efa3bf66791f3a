import type { Computation } from '../interpret/evaluation.ts'
import type { OutputField } from '../program/program.ts'
import { explainValue } from './explain-value.ts'
import { heldIn } from './explain-terms.ts'
import type { ExplainedResult } from './explanation.ts'
import { placeOf, usesOf, type Case } from './uses.ts'

/** Everything that comes out. What is a share rests on the ledger; other results on the values that they name. */
export function explainResults(settled: Case): readonly ExplainedResult[] {
  return settled.program.output.flatMap((field, index) => {
    const computed = settled.evaluation.results[index]
    return computed ? explainResult(settled, field, computed) : []
  })
}

/** Nothing paid is not worth a line, nor is a figure that goes in and comes out unchanged. */
export function isWorthShowing({ value, before }: ExplainedResult): boolean {
  if (before) return JSON.stringify(before) !== JSON.stringify(value)
  return value.kind !== 'money' || value.exact !== '0'
}

function explainResult(settled: Case, { path, label, type, value }: OutputField, result: Computation): ExplainedResult {
  const { program, evaluation, book, steps } = settled
  const input = program.input.fields.find((field) => field.path === path)
  const before = evaluation.input.fields.get(path)
  const definition = value.kind === 'ref' ? program.definitions.find(({ id }) => id === value.id) : undefined
  const computed = definition ? steps.get(definition.id)?.[0] : result
  const isLedger = definition !== undefined && definition.role !== 'term'
  const origin = computed?.choices.find((choice) => choice.origin)?.origin ?? definition?.origin
  const shown = {
    name: { id: path, label },
    value: explainValue(result.value, type, program.choices),
    before: input && before ? explainValue(before, input.type, program.choices) : null,
    rule: null,
    place: definition ? placeOf(definition.origin) : origin ? placeOf(origin) : null,
    held: computed && !isLedger ? heldIn(settled, computed) : [],
    restsOn: computed && !isLedger ? usesOf(settled, computed) : [],
  }
  return origin && isWorthShowing(shown) ? { ...shown, rule: book.numberOf(origin) } : shown
}
