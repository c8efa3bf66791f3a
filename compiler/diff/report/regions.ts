import { element, fragment, type Html } from '../../show/html.ts'
import { inSentence } from '../../show/numbers.ts'
import { amountText } from './amount.ts'
import type { Bill } from './bills.ts'
import { blocksOf, type Block, type Line, type Row } from './blocks.ts'
import { conditionText } from './condition.ts'
import { isNumber } from './names.ts'
import { sumOf } from './sums.ts'
import type { Report } from './to-html.ts'
import { refusalText } from './refusal.ts'
import { tableHead } from '../../show/table.ts'

/** For each output that differs, its regions: where, by which formula, from how much to how much, why, and a bill. */
export function regionsSection(report: Report, bills: readonly Bill[]): Html | null {
  const { compared, words } = report
  const blocks = blocksOf(compared.regions)
  if (blocks.length === 0) return null
  return fragment(
    element('p', { class: 'note' }, words.regionsSay, ' ', words.billSays),
    ...blocks.map((block) => blockPart(report, bills, block)),
  )
}

function blockPart(report: Report, bills: readonly Bill[], block: Block): Html {
  const { words, names, before, after } = report
  const { outputs, common, rows } = block
  const [first, ...others] = outputs
  const path = first?.path ?? ''
  const nameOf = (each: string): string => (each === 'refused' ? words.refusedOutput : names.nameOf(each))
  const causes = causesOf(rows[0], report)
  const isShared = rows.every((row) => causesOf(row, report).join() === causes.join())
  const parts = sumOf(path, before.program, after.program)
  const notes = [
    ...([1, -1] as const).flatMap((sign) => {
      const alike = others.flatMap((each) => (each.sign === sign ? [nameOf(each.path)] : []))
      return alike.length > 0 ? [words.alike(alike, sign)] : []
    }),
    ...(parts
      ? [
          words.sumOf(
            nameOf(path),
            parts.map(([sign, each]) => [sign, nameOf(each)] as const),
          ),
        ]
      : []),
    ...(common.length > 0 ? [words.always(common.map((each) => conditionText(each, report)))] : []),
    ...(isShared && causes.length > 0 ? [words.because(causes)] : []),
  ]
  return fragment(
    element('h3', { id: `of-${path}` }, nameOf(path)),
    ...others.map((each) => element('span', { id: `of-${each.path}` })),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
    regionTable(report, bills, block, isShared),
  )
}

function causesOf(row: Row | undefined, { names }: Report): readonly string[] {
  const causes = row?.lines.flatMap(({ region }) => region.causes.map(({ told }) => told[names.language])) ?? []
  return [...new Set(causes)]
}

function regionTable(report: Report, bills: readonly Bill[], { common, rows }: Block, isCauseShared: boolean): Html {
  const { columns } = report.words
  const heads = [`${columns.difference}; ${columns.where}`, `${columns.least} — ${columns.most}`, columns.bill]
  return element(
    'table',
    { class: 'plain regions' },
    tableHead(heads, 1),
    element('tbody', {}, ...rows.flatMap((row) => rowLines(report, bills, row, isCauseShared, common.length === 0))),
  )
}

/** One formula with what holds of all of its regions, then a line for each of them. */
function rowLines(
  report: Report,
  bills: readonly Bill[],
  row: Row,
  isCauseShared: boolean,
  isOfAll: boolean,
): readonly Html[] {
  const { words, names } = report
  const { difference, where, lines } = row
  const refusal = refusalText(difference, words)
  const causes = isCauseShared ? [] : causesOf(row, report)
  const head = element(
    'td',
    { class: 'head', colspan: '3' },
    refusal ?? element('span', { class: 'formula' }, names.difference(difference)),
    where.length > 0 ? element('p', {}, where.map((each) => conditionText(each, report)).join(words.semicolon)) : '',
    causes.length > 0 ? element('p', { class: 'note' }, words.because(causes)) : '',
  )
  return [
    element('tr', { class: 'head' }, head),
    ...lines.map((line) =>
      element('tr', { class: 'line' }, ...lineCells(report, bills, line, isOfAll && where.length === 0)),
    ),
  ]
}

function lineCells(
  report: Report,
  bills: readonly Bill[],
  { region, where, others }: Line,
  isOfAll: boolean,
): readonly Html[] {
  const { words, names } = report
  const { output, least, most, witness } = region
  const isCounted = isNumber(names.kindOf(output))
  const kind = isCounted ? words.regionKind(region) : null
  const own = bills.filter(({ of }) => [region, ...others].some((each) => of.includes(each)))
  const conditions = where.map((each) => conditionText(each, report))
  const bounds = [least === null ? words.noLeast : amountText(least), most === null ? words.noMost : amountText(most)]
  const links = own.map(({ number }) => element('a', { href: `#bill-${number}` }, words.bill(number)))
  return [
    element(
      'td',
      {},
      isOfAll && conditions.length === 0 ? words.everyCase : conditions.join(words.semicolon),
      kind === null ? '' : element('span', { class: 'note' }, ` ${kind}`),
    ),
    element('td', { class: 'amount' }, isCounted ? [...new Set(bounds)].join(' … ') : ''),
    element(
      'td',
      { class: 'amount' },
      links.length === 0 ? '—' : fragment(...links.flatMap((link, index) => [index > 0 ? ' ' : '', link])),
      witness && output !== 'refused' ? `${words.colon}${outcome(witness.before)} → ${outcome(witness.after)}` : '',
    ),
  ]

  function outcome(value: string): string {
    return /^-?\d+(?:\.\d+)?$/u.test(value) ? inSentence(value) : names.value(value)
  }
}
