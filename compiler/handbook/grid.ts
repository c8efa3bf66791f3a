import type { Cell, Grid, Name, Row } from '../../grammar/tree.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { codeInline, textOf } from './code.ts'
import { placeKey } from './coverage.ts'
import { intervalOf } from './interval.ts'
import type { Sheet } from './sheet.ts'

/** A table of a policy as a table of the page: merged where the policy says 同左, with what 其他 covers. */
export function gridTable(book: Book, sheet: Sheet, name: Name, by: readonly Name[], grid: Grid): Html {
  return table(book, sheet, name, { by, grid, intervals: null })
}

/** Bands, each with its interval in yuan. */
export function bandTable(book: Book, sheet: Sheet, name: Name, along: Name, grid: Grid): Html {
  const intervals = grid.body.map(({ cells }) => cells[0] && intervalOf(cells[0]))
  const isPlain = intervals.every((each) => typeof each === 'string')
  return table(book, sheet, name, { by: [along], grid, intervals: isPlain ? intervals : null })
}

interface Shape {
  readonly by: readonly Name[]
  readonly grid: Grid
  /** One for each row of the body. */
  readonly intervals: readonly string[] | null
}

function table(book: Book, sheet: Sheet, name: Name, { by, grid, intervals }: Shape): Html {
  const sides = by.length + (intervals === null ? 0 : 1)
  const width = Math.max(1, ...grid.body.map(({ cells }) => cells.length - by.length))
  const code = (part: Name): Html => codeInline(book, sheet, part.span)
  const heading = (content: Html | string, columns = 1): Html =>
    element('th', { scope: columns > 1 ? 'colgroup' : 'col', ...spanning(columns) }, content)
  const column = (rows: readonly Row[], index: number): readonly Cell[] =>
    rows.flatMap(({ cells }) => cells[index] ?? [])
  return element(
    'table',
    { class: width > 1 ? 'grid wide' : 'grid' },
    element(
      'thead',
      {},
      ...grid.head.map(({ cells: [first, ...rest] }) =>
        element(
          'tr',
          {},
          element('th', { class: 'side', ...spanning(sides) }, first ? codeInline(book, sheet, first.span) : ''),
          ...merge(rest).map(({ cell, columns }) => heading(condition(book, sheet, cell, rest), columns)),
        ),
      ),
      element(
        'tr',
        { class: 'names' },
        ...by.map((each) => heading(code(each))),
        intervals === null ? '' : heading(book.words.interval),
        heading(code(name), width),
      ),
    ),
    element(
      'tbody',
      {},
      ...grid.body.map(({ cells }, row) =>
        element(
          'tr',
          {},
          ...by.map((_, index) => sideCell(book, sheet, cells[index], column(grid.body, index))),
          intervals === null ? '' : element('td', { class: 'interval' }, intervals[row] ?? ''),
          ...merge(cells.slice(by.length)).map(({ cell, columns }) =>
            element(
              'td',
              { class: valueClass(cell, columns), ...spanning(columns) },
              codeInline(book, sheet, cell.span),
            ),
          ),
        ),
      ),
    ),
  )
}

function sideCell(book: Book, sheet: Sheet, cell: Cell | undefined, column: readonly Cell[]): Html {
  return element('td', { class: 'side' }, cell ? condition(book, sheet, cell, column) : '')
}

/** A cell that says when a value holds. `among`: all cells of its direction, since 其他 is what they leave. */
function condition(book: Book, sheet: Sheet, cell: Cell, among: readonly Cell[]): Html {
  const written = codeInline(book, sheet, cell.span)
  if (cell.kind !== 'otherwise') return written
  const covered = book.coverage.get(placeKey(sheet.name, cell.span))
  const others = among.filter(({ kind }) => kind === 'entries' || kind === 'compareCell')
  const note = covered
    ? book.words.covers(covered)
    : book.words.coversAllBut([...new Set(others.map(({ span }) => textOf(sheet, span)))])
  return fragment(written, ' ', element('small', {}, note))
}

/** Cells with the columns they take: 同左 belongs to the cell on its left. */
function merge(cells: readonly Cell[]): readonly { readonly cell: Cell; readonly columns: number }[] {
  const merged: { cell: Cell; columns: number }[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (cell.kind === 'same' && last) last.columns += 1
    else merged.push({ cell, columns: 1 })
  }
  return merged
}

function spanning(columns: number): { colspan?: string } {
  return columns > 1 ? { colspan: String(columns) } : {}
}

function valueClass(cell: Cell, columns: number): string {
  if (columns > 1) return 'value merged'
  const [entry] = cell.kind === 'entries' ? cell.entries : []
  return entry?.value.kind === 'quantity' || entry?.value.kind === 'number' ? 'value amount' : 'value'
}
