import { element, type Html } from '../../show/html.ts'
import { boundsOf } from './bounds.ts'
import { amountText } from './amount.ts'
import { isNumber } from './names.ts'
import type { Report } from './to-html.ts'
import { tableHead } from '../../show/table.ts'

/** One word for each output that differs, with the least and the greatest difference. */
export function verdictTable({ compared: { verdict, regions }, names, words }: Report): Html | null {
  const differing = Object.entries(verdict).filter(([, each]) => each !== 'same')
  if (differing.length === 0) return null
  const { columns } = words
  const heads = [columns.output, columns.verdict, columns.least, columns.most, columns.regions]
  return element(
    'table',
    { class: 'plain' },
    tableHead(heads, 2),
    element(
      'tbody',
      {},
      ...differing.map(([output, each]) => {
        const own = regions.filter((region) => region.output === output)
        const { least, most } = boundsOf(own)
        const isCounted = isNumber(names.kindOf(output))
        const name = output === 'refused' ? words.refusedOutput : names.nameOf(output)
        return element(
          'tr',
          {},
          element('td', {}, element('a', { href: `#of-${output}` }, name)),
          element('td', {}, isCounted ? words.verdicts[each] : words.differs),
          element('td', { class: 'amount' }, !isCounted ? '' : least === null ? words.noLeast : amountText(least)),
          element('td', { class: 'amount' }, !isCounted ? '' : most === null ? words.noMost : amountText(most)),
          element('td', { class: 'amount' }, String(own.length)),
        )
      }),
    ),
  )
}
