import { booleanConstant, not, partsOf } from '../../program/build.ts'
import type { Branch, Expr } from '../../program/program.ts'
import type { Contribution } from '../typed.ts'
import { placeOf, together, uncovered, type RuleInput } from './rule.ts'

/** Rule: of the rows of a table exactly one holds in every case its section speaks of; of a classification each row holds in some. */
export function tableCover(input: RuleInput): void {
  for (const { defined, general } of input.typed.terms)
    for (const contribution of general) {
      if (contribution.kind === 'classify') everyRowReached(defined.label, contribution, input)
      else if (contribution.kind !== 'define')
        for (const branches of branchSets(contribution)) exactlyOne(defined.label, contribution, branches, input)
    }
}

/** The branches of a table; of bands those of every row whose columns say different things. */
function branchSets({ kind, value }: Contribution): (readonly Branch[])[] {
  if (kind === 'table') return value.kind === 'cases' ? [value.branches] : []
  return partsOf(value).flatMap((rate) => (rate.kind === 'cases' ? [rate.branches] : []))
}

function exactlyOne(
  name: string,
  { when, name: span, origin }: Contribution,
  branches: readonly Branch[],
  input: RuleInput,
): void {
  const { report } = input
  const table = { file: origin.file, span }
  let sound = true
  for (const branch of branches)
    if (together([when, branch.when], input).kind === 'none') {
      report.error('row-never-applies', placeOf(branch.origin), { name })
      sound = false
    }
  branches.forEach((branch, index) => {
    for (const earlier of branches.slice(0, index)) {
      const both = together([when, branch.when, earlier.when], input)
      if (both.kind === 'tooMany') return report.error('too-many-cases', table, { name })
      if (both.kind === 'none') continue
      report.error(
        'table-overlap',
        placeOf(branch.origin),
        { name, witness: both.witness() },
        { related: placeOf(earlier.origin) },
      )
      sound = false
    }
  })
  const gap = uncovered(
    when,
    branches.map((branch) => branch.when),
    input,
  )
  if (gap.kind === 'found' && (sound || gap.witness().length > 0))
    report.error('table-gap', table, { name, witness: gap.witness() })
  else if (gap.kind === 'tooMany') report.error('too-many-cases', table, { name })
}

function everyRowReached(name: string, { when, value, origin }: Contribution, input: RuleInput): void {
  if (value.kind !== 'cases') return
  const earlier: Expr[] = []
  for (const branch of value.branches) {
    if (together([when, branch.when, ...earlier], input).kind === 'none')
      input.report.error('row-never-applies', placeOf(branch.origin), { name })
    earlier.push(not(branch.when))
  }
  if (together([when, ...earlier, booleanConstant(true, value.at)], input).kind === 'none')
    input.report.error('row-never-applies', placeOf(value.otherwise ? { ...origin, ...value.otherwise.at } : origin), {
      name,
    })
}
