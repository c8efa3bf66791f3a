import type { ReadingInfo } from '../../program/program.ts'
import { tableCells, type WrittenIn } from './cells.ts'
import { lineCells } from './lines.ts'
import type { Named, Pair } from './pair.ts'
import type { ComparedEdition, Statement } from './statements.ts'
import type { CellChange } from './text-change.ts'

/** What differs within a statement that has changed, where it has cells or lines. */
export function cellsOf(
  [was, is]: Pair,
  sides: {
    readonly before: ComparedEdition
    readonly after: ComparedEdition
    readonly was: Named
    readonly is: Named
  },
): readonly CellChange[] {
  const [old, next] = [writtenRule(was, sides.before, sides.was), writtenRule(is, sides.after, sides.is)]
  if (old && next) return [...tableCells(old, next), ...lineCells(old, next)]
  const [before, after] = [readingOf(was, sides.before), readingOf(is, sides.after)]
  if (!before || !after || before.chosen === after.chosen) return []
  return [{ row: after.name, column: null, before: heldOf(before), after: heldOf(after), spans: [[was.span, is.span]] }]
}

function writtenRule(
  { rule, file }: Statement,
  { policy, files }: ComparedEdition,
  { naming }: Named,
): WrittenIn | null {
  const text = files.find(({ name }) => name === file)?.text ?? ''
  const regions = new Set(policy.vocabulary.regions.flatMap(({ label, id }) => [label, id]))
  return rule && { rule, naming, regions, write: ({ start, end }) => text.slice(start, end).trim() }
}

const readingOf = ({ what, readings }: Statement, { policy }: ComparedEdition): ReadingInfo | undefined =>
  what === 'reading' ? policy.readings[readings[0] ?? -1] : undefined

const heldOf = ({ statement, alternatives, chosen }: ReadingInfo): string =>
  alternatives.find(({ name }) => name === chosen)?.statement ?? statement
