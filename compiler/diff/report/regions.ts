import { element, fragment, type Html } from '../../show/html.ts'
import { tableHead } from '../../show/table.ts'
import type { NamedCause } from '../name-causes.ts'
import type { Bill } from './bills.ts'
import { hasFloor } from './blocks.ts'
import type { Report } from './to-html.ts'
import { toldBlocks, type ToldBlock, type ToldLine, type ToldRow } from './told-regions.ts'

/** For each output that differs, its regions: where, by which formula, from how much to how much, why, and a bill. */
export function regionsSection(report: Report, bills: readonly Bill[]): Html | null {
  const { words } = report
  const blocks = toldBlocks(report)
  if (blocks.length === 0) return null
  return fragment(
    element(
      'p',
      { class: 'note' },
      words.regionsSay,
      ' ',
      hasFloor(report.compared.regions) ? `${words.floorSays} ` : '',
      words.billSays,
    ),
    ...blocks.map((block) => blockPart(report, bills, block)),
  )
}

function blockPart(report: Report, bills: readonly Bill[], block: ToldBlock): Html {
  const { path, others, name, notes, causes, rows } = block
  const { columns } = report.words
  const heads = [`${columns.difference}; ${columns.where}`, `${columns.least} — ${columns.most}`, columns.bill]
  return fragment(
    element('h3', { id: `of-${path}` }, name),
    ...others.map((each) => element('span', { id: `of-${each}` })),
    ...[...notes, ...because(causes, report)].map((note) => element('p', { class: 'note' }, note)),
    element(
      'table',
      { class: 'plain regions' },
      tableHead(heads, 1),
      element('tbody', {}, ...rows.flatMap((row) => rowLines(report, bills, row))),
    ),
  )
}

function because(causes: readonly NamedCause[], { words, names }: Report): readonly string[] {
  return causes.length > 0 ? [words.because(causes.map(({ told }) => told[names.language]))] : []
}

/** One formula with what holds of all of its regions, then a line for each of them. */
function rowLines(report: Report, bills: readonly Bill[], row: ToldRow): readonly Html[] {
  const { formula, isRefusal, where, causes, lines } = row
  const { words } = report
  const head = element(
    'td',
    { class: 'head', colspan: '3' },
    isRefusal ? formula : element('span', { class: 'formula' }, formula),
    where.length > 0 ? element('p', {}, where.join(words.semicolon)) : '',
    ...because(causes, report).map((note) => element('p', { class: 'note' }, note)),
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
