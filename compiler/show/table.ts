import { element, type Html } from './html.ts'

/** The row of headings of a table; from one column on they stand over amounts. */
export function tableHead(titles: readonly string[], amountsFrom = Infinity): Html {
  const cells = titles.map((title, column) =>
    element('th', { scope: 'col', ...(column >= amountsFrom ? { class: 'amount' } : {}) }, title),
  )
  return element('thead', {}, element('tr', {}, ...cells))
}

/** A table with one row of headings. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
  kind = 'plain',
): Html {
  return element(
    'table',
    { class: kind },
    tableHead(head),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell))))),
  )
}
