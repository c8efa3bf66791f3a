import { element, type Html } from '../show/html.ts'

/** A table with one row of headings. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
  kind = 'plain',
): Html {
  return element(
    'table',
    { class: kind },
    element('thead', {}, element('tr', {}, ...head.map((title) => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell))))),
  )
}
