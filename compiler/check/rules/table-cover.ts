import type { Span } from '../../../grammar/tree.ts'
import { booleanConstant, not, partsOf } from '../../program/build.ts'
import type { Branch, Expr } from '../../program/program.ts'
import type { Defined } from '../symbols.ts'
import type { Contribution } from '../typed.ts'
import { placeOf, together, uncovered, type RuleInput } from './rule.ts'

/** Rule: of the rows of a table exactly one holds in every case its section speaks of; of a classification each row holds in some. */
export function tableCover(input: RuleInput): void {
  for (const { defined, general } of input.typed.terms)
    for (const contribution of general) {
      // Said of the section, not of every row in it.
      if (together([contribution.when], input).kind === 'none') continue
      if (contribution.kind === 'classify') everyRowReached(defined.written, contribution, input)
      else if (contribution.kind !== 'define')
        for (const branches of branchSets(contribution))
          exactlyOne(defined.written, contribution, branches, rowsOf(contribution, defined), input)
    }
}

/** The branches of a table; of bands those of every row whose columns say different things. */
function branchSets({ kind, value }: Contribution): (readonly Branch[])[] {
  if (kind === 'table') return value.kind === 'cases' ? [value.branches] : []
  return partsOf(value).flatMap((rate) => (rate.kind === 'cases' ? [rate.branches] : []))
}

/** More cells than a circular prints; every two of them would have to be compared. */
const mostCells = 1_000
/** Overlaps told of one table. */
const mostOverlaps = 20

function homeOf(branch: Branch, rows: readonly Span[]): Span {
  return rows.find((row) => row.start <= branch.origin.start && branch.origin.end <= row.end) ?? branch.origin
}

function exactlyOne(
  name: string,
  { when, name: span, origin }: Contribution,
  branches: readonly Branch[],
  rows: readonly Span[],
  input: RuleInput,
): void {
  const { report } = input
  const table = { file: origin.file, span }
  if (branches.length > mostCells) return report.error('too-many-cases', table, { name })
  const homes = new Map(branches.map((branch) => [branch, homeOf(branch, rows)] as const))
  const rowOf = (branch: Branch): Span => homes.get(branch) ?? branch.origin
  const byRow = [...new Set(homes.values())].map((row) => branches.filter((branch) => rowOf(branch) === row))
  let sound = true
  for (const own of byRow) {
    const idle = own.filter((branch) => together([when, branch.when], input).kind === 'none')
    const places = idle.length === own.length ? idle.slice(0, 1).map(rowOf) : idle.map((branch) => branch.origin)
    for (const { start, end } of places)
      report.error('row-never-applies', { file: origin.file, span: { start, end } }, { name })
    sound &&= idle.length === 0
  }
  const told = new Set<string>()
  for (const [index, branch] of branches.entries())
    for (const earlier of branches.slice(0, index)) {
      // Said once of two rows, and once of two columns, however many cells they have.
      const isWithinRow = rowOf(branch) === rowOf(earlier)
      const pair = isWithinRow ? 'columns' : `${rowOf(branch).start} ${rowOf(earlier).start}`
      if (told.has(pair)) continue
      if (told.size >= mostOverlaps) return
      const both = together([when, branch.when, earlier.when], input)
      if (both.kind === 'tooMany') return report.error('too-many-cases', table, { name })
      if (both.kind !== 'found') continue
      told.add(pair)
      const [here, there] = isWithinRow ? [branch.origin, earlier.origin] : [rowOf(branch), rowOf(earlier)]
      report.error(
        'table-overlap',
        { file: origin.file, span: { start: here.start, end: here.end } },
        { name, witness: both.witness() },
        { related: { file: origin.file, span: { start: there.start, end: there.end } } },
      )
      sound = false
    }
  const gap = uncovered(
    when,
    branches.map((branch) => branch.when),
    input,
  )
  if (gap.kind === 'found' && (sound || gap.witness().length > 0))
    report.error('table-gap', table, { name, witness: gap.witness() })
  else if (gap.kind === 'tooMany') report.error('too-many-cases', table, { name })
}

/** The rows of the table that a contribution comes from. */
function rowsOf({ origin }: Contribution, { rules }: Defined): readonly Span[] {
  const found = rules.find(({ file, rule }) => file === origin.file && rule.span.start === origin.start)?.rule
  return found?.kind === 'table' || found?.kind === 'bands' ? found.grid.body.map((row) => row.span) : []
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
