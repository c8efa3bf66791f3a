import { keyOf } from '../possible.ts'
import { placeOf, together, type RuleInput } from './rule.ts'

/** Rule: no two general rules, and no two exceptions, give one name different values in one case; every exception can hold. */
export function definitionsAgree(input: RuleInput): void {
  const { report } = input
  for (const { defined, general, exceptions, adjustments } of input.typed.terms) {
    general.forEach((rule, index) => {
      for (const earlier of general.slice(0, index)) {
        if (keyOf(rule.value) === keyOf(earlier.value) && rule.when && earlier.when) continue
        const both = together([rule.when, earlier.when], input)
        const related = { file: earlier.origin.file, span: earlier.name }
        if (both.kind === 'found') {
          const always = rule.when === null && earlier.when === null
          report.error(
            always ? 'defined-twice' : 'definitions-overlap',
            { file: rule.origin.file, span: rule.name },
            { name: defined.written, witness: both.witness() },
            { related },
          )
        } else if (both.kind === 'tooMany')
          report.error('too-many-cases', placeOf(rule.origin), { name: defined.written })
      }
    })
    exceptions.forEach((exception, index) => {
      if (together([exception.when], input).kind === 'none')
        report.error('exception-never-applies', placeOf(exception.origin), {
          name: defined.written,
          label: exception.label,
        })
      for (const earlier of exceptions.slice(0, index)) {
        if (keyOf(exception.value) === keyOf(earlier.value)) continue
        const both = together([exception.when, earlier.when], input)
        if (both.kind === 'found')
          report.error(
            'exceptions-conflict',
            placeOf(exception.origin),
            { name: defined.written, first: earlier.label, second: exception.label, witness: both.witness() },
            { related: placeOf(earlier.origin) },
          )
        else if (both.kind === 'tooMany')
          report.error('too-many-cases', placeOf(exception.origin), { name: defined.written })
      }
    })
    adjustments.forEach((adjustment, index) => {
      for (const earlier of adjustments.slice(0, index)) {
        if (adjustment.operator === earlier.operator) continue
        const both = together([adjustment.when, earlier.when], input)
        if (both.kind === 'found')
          report.error(
            'adjustments-conflict',
            placeOf(adjustment.origin),
            { name: defined.written, witness: both.witness() },
            { related: placeOf(earlier.origin) },
          )
        else if (both.kind === 'tooMany')
          report.error('too-many-cases', placeOf(adjustment.origin), { name: defined.written })
      }
    })
  }
}
