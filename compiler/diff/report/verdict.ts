import { element, type Html } from '../../show/html.ts'
import type { Verdict } from '../exact/comparison.ts'
import { boundsOf, boundText } from './bounds.ts'
import { isNumber } from './names.ts'
import type { Report } from './to-html.ts'
import { tableHead } from '../../show/table.ts'

/** What becomes of an output: in a word, with the least and the greatest difference ('' of what is no number). */
export interface VerdictRow {
  readonly path: string
  readonly name: string
  readonly verdict: Verdict
  readonly said: string
  readonly least: string
  readonly most: string
  readonly regions: number
}

/** A row for each output that differs. */
export function verdictRows({ compared: { verdict, regions }, names, words }: Report): readonly VerdictRow[] {
  return Object.entries(verdict).flatMap(([path, each]): VerdictRow[] => {
    if (each === 'same') return []
    const own = regions.filter((region) => region.output === path)
    const { least, most } = boundsOf(own)
    const isCounted = isNumber(names.kindOf(path))
    return [
      {
        path,
        name: path === 'refused' ? words.refusedOutput : names.nameOf(path),
        verdict: each,
        said: isCounted ? words.verdicts[each] : words.differs,
        least: isCounted ? boundText(least, 'least', words) : '',
        most: isCounted ? boundText(most, 'most', words) : '',
        regions: own.length,
      },
    ]
  })
}

/** One word for each output that differs, with the least and the greatest difference. */
export function verdictTable(report: Report): Html | null {
  const rows = verdictRows(report)
  if (rows.length === 0) return null
  const { columns } = report.words
  const heads = [columns.output, columns.verdict, columns.least, columns.most, columns.regions]
  const amount = (text: string): Html => element('td', { class: 'amount' }, text)
  return element(
    'table',
    { class: 'plain' },
    tableHead(heads, 2),
    element(
      'tbody',
      {},
      ...rows.map(({ path, name, said, least, most, regions }) =>
        element(
          'tr',
          {},
          element('td', {}, element('a', { href: `#of-${path}` }, name)),
          element('td', {}, said),
          amount(least),
          amount(most),
          amount(String(regions)),
        ),
      ),
    ),
  )
}
