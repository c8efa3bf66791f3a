import type { Cell, Expression, Row, Rule, Span } from '../../../grammar/tree.ts'
import type { WrittenIn } from './cells.ts'
import { shapeOf } from './shape.ts'
import type { CellChange } from './text-change.ts'

/** One line of a split, or one row of a list: what it is about, and all of it. */
interface Line {
  readonly key: string
  readonly label: string
  readonly shape: string
  readonly text: string
  readonly number: number
  readonly span: Span
}

/** Where two splits (判定, lists) differ, line by line; their order counts, so that a line may also have another place. */
export function lineCells(before: WrittenIn, after: WrittenIn): readonly CellChange[] {
  if (before.rule.kind !== after.rule.kind) return []
  const [was, is] = [linesOf(before), linesOf(after)]
  const kept = longestInCommon(was, is)
  const gone = was.filter((line) => !kept.some(([each]) => each === line))
  const come = is.filter((line) => !kept.some(([, each]) => each === line))
  const paired = new Map<Line, Line>()
  for (const isSame of [(a: Line, b: Line) => a.shape === b.shape, (a: Line, b: Line) => a.key === b.key])
    for (const line of gone.filter((each) => !paired.has(each))) {
      const next = come.find((each) => isSame(line, each) && ![...paired.values()].includes(each))
      if (next) paired.set(line, next)
    }
  const taken = new Set(paired.values())
  return [
    ...bandedFrom(before, after),
    ...gone.map((line): CellChange => {
      const next = paired.get(line)
      const isElsewhere = next?.shape === line.shape
      const numbered = (each: Line): string => (isElsewhere ? `${each.number}. ${each.text}` : each.text)
      return {
        row: line.label,
        column: null,
        before: numbered(line),
        after: next ? numbered(next) : null,
        spans: [[line.span, next ? next.span : null]],
      }
    }),
    ...come
      .filter((line) => !taken.has(line))
      .map(({ label, text, span }): CellChange => ({
        row: label,
        column: null,
        before: null,
        after: text,
        spans: [[null, span]],
      })),
  ]
}

function linesOf({ rule, naming, write }: WrittenIn): readonly Line[] {
  const line = (about: unknown, label: string, whole: unknown, span: Span, index: number): Line => ({
    key: shapeOf(about, naming),
    label,
    shape: shapeOf(whole, naming),
    text: write(span),
    number: index + 1,
    span,
  })
  const ofRow = (row: Row, index: number): Line => {
    const [first] = row.cells
    return line(first, first ? write(first.span) : '', row.cells satisfies readonly Cell[], row.span, index)
  }
  switch (rule.kind) {
    case 'split':
      return rule.lines.map((each, index) => line(each.into, each.into.text, each, each.span, index))
    case 'classify':
    case 'listAll':
      return rule.rows.map(ofRow)
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'define':
    case 'except':
    case 'match':
    case 'move':
    case 'requires':
    case 'table':
      return []
  }
}

function bandedFrom(before: WrittenIn, after: WrittenIn): readonly CellChange[] {
  const of = (rule: Rule): Expression | null => (rule.kind === 'split' ? rule.bandedFrom : null)
  const [was, is] = [of(before.rule), of(after.rule)]
  if (shapeOf(was, before.naming) === shapeOf(is, after.naming)) return []
  const amount = after.rule.kind === 'split' ? after.write(after.rule.amount.span) : ''
  const [old, next] = [was && was.span, is && is.span]
  return [
    {
      row: amount,
      column: null,
      before: old && before.write(old),
      after: next && after.write(next),
      spans: [[old, next]],
    },
  ]
}

/** The longest lines that stand in both, in the same order. */
function longestInCommon(before: readonly Line[], after: readonly Line[]): readonly (readonly [Line, Line])[] {
  let row: readonly (readonly (readonly [Line, Line])[])[] = [[], ...after.map(() => [])]
  for (const line of before) {
    const next: (readonly (readonly [Line, Line])[])[] = [[]]
    for (const [index, other] of after.entries()) {
      const [without, skipped] = [row[index + 1]!, next[index]!]
      const longer = without.length >= skipped.length ? without : skipped
      const joined = line.shape === other.shape ? [...row[index]!, [line, other] as const] : []
      next.push(joined.length > longer.length ? joined : longer)
    }
    row = next
  }
  return row.at(-1) ?? []
}
