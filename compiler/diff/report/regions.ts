import { element, fragment, type Html } from '../../show/html.ts'
import { tableHead } from '../../show/table.ts'
import type { Bill } from './bills.ts'
import type { Report } from './to-html.ts'
import { toldBlocks, type ToldBlock, type ToldLine, type ToldRow } from './told-regions.ts'

/** For each output that differs, its regions: where, by which formula, from how much to how much, why, and a bill. */
export function regionsSection(report: Report, bills: readonly Bill[]): Html | null {
  const { words } = report
  const blocks = toldBlocks(report)
  if (blocks.length === 0) return null
  return fragment(
    element('p', { class: 'note' }, words.regionsSay, ' ', words.billSays),
    ...blocks.map((block) => blockPart(report, bills, block)),
  )
}

function blockPart({ words }: Report, bills: readonly Bill[], { path, others, name, notes, rows }: ToldBlock): Html {
  const { columns } = words
  const heads = [`${columns.difference}; ${columns.where}`, `${columns.least} — ${columns.most}`, columns.bill]
  return fragment(
    element('h3', { id: `of-${path}` }, name),
    ...others.map((each) => element('span', { id: `of-${each}` })),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
    element(
      'table',
      { class: 'plain regions' },
      tableHead(heads, 1),
      element('tbody', {}, ...rows.flatMap((row) => rowLines(words, bills, row))),
    ),
  )
}

/** One formula with what holds of all of its regions, then a line for each of them. */
function rowLines(words: Report['words'], bills: readonly Bill[], row: ToldRow): readonly Html[] {
  const { formula, isRefusal, where, because, lines } = row
  const head = element(
    'td',
    { class: 'head', colspan: '3' },
    isRefusal ? formula : element('span', { class: 'formula' }, formula),
    where.length > 0 ? element('p', {}, where.join(words.semicolon)) : '',
    because === null ? '' : element('p', { class: 'note' }, because),
  )
  return [
    element('tr', { class: 'head' }, head),
    ...lines.map((line) => element('tr', { class: 'line' }, ...lineCells(words, bills, line))),
  ]
}

function lineCells(words: Report['words'], bills: readonly Bill[], line: ToldLine): readonly Html[] {
  const { regions, conditions, kind, bounds, outcome } = line
  const own = bills.filter(({ of }) => regions.some((each) => of.includes(each)))
  const links = own.map(({ number }) => element('a', { href: `#bill-${number}` }, words.bill(number)))
  return [
    element(
      'td',
      {},
      conditions.join(words.semicolon),
      kind === null ? '' : element('span', { class: 'note' }, ` ${kind}`),
    ),
    element('td', { class: 'amount' }, bounds),
    element(
      'td',
      { class: 'amount' },
      links.length === 0 ? '—' : fragment(...links.flatMap((link, index) => [index > 0 ? ' ' : '', link])),
      outcome === null ? '' : `${words.colon}${outcome}`,
    ),
  ]
}
