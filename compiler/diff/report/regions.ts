import { element, fragment, type Html } from '../../show/html.ts'
import { inSentence } from '../../show/numbers.ts'
import { amountText } from './amount.ts'
import { isNumber } from './names.ts'
import type { Bill } from './bills.ts'
import type { ComparedRegion } from './compared.ts'
import { conditionText } from './condition.ts'
import type { Report } from './to-html.ts'
import { tableHead } from '../../show/table.ts'

/** For each output that differs, its regions: where, by which formula, from how much to how much, why, and a bill. */
export function regionsSection(report: Report, bills: readonly Bill[]): Html | null {
  const { compared, names, words } = report
  const outputs = [...new Set(compared.regions.map(({ output }) => output))]
  if (outputs.length === 0) return null
  return fragment(
    element('p', { class: 'note' }, words.regionsSay),
    ...outputs.map((output) =>
      fragment(
        element('h3', { id: `of-${output}` }, output === 'refused' ? words.refusedOutput : names.nameOf(output)),
        regionTable(
          report,
          bills,
          compared.regions.filter((region) => region.output === output),
        ),
      ),
    ),
  )
}

function regionTable(report: Report, bills: readonly Bill[], regions: readonly ComparedRegion[]): Html {
  const { columns } = report.words
  const heads = [columns.where, columns.difference, `${columns.least} — ${columns.most}`, columns.bill]
  return element(
    'table',
    { class: 'plain regions' },
    tableHead(heads),
    element('tbody', {}, ...regions.map((region) => regionRow(report, bills, region))),
  )
}

function regionRow({ words, names }: Report, bills: readonly Bill[], region: ComparedRegion): Html {
  const { where, difference, least, most, causes, witness, output } = region
  const bill = bills.find(({ of }) => of.includes(region))
  const kind = words.regionKind(region)
  const conditions = where.map((each) => element('li', {}, conditionText(each, { words, names })))
  const isCounted = isNumber(names.kindOf(output))
  return element(
    'tr',
    {},
    element('td', {}, where.length === 0 ? words.everyCase : element('ul', { class: 'where' }, ...conditions)),
    element(
      'td',
      {},
      output === 'refused' ? '' : element('span', { class: 'formula' }, names.inText(difference)),
      kind === null || !isCounted ? '' : element('p', { class: 'note' }, kind),
      causes.length > 0
        ? element(
            'p',
            { class: 'note' },
            `${words.columns.causes}${words.colon}${causes.map(({ told }) => told[names.language]).join(words.semicolon)}`,
          )
        : '',
    ),
    element(
      'td',
      { class: 'amount' },
      !isCounted ? '' : least === null ? words.noLeast : amountText(least),
      !isCounted || least === most ? '' : fragment(element('br', {}), most === null ? words.noMost : amountText(most)),
    ),
    element(
      'td',
      { class: 'amount' },
      witness ? fragment(`${outcome(witness.before)} → ${outcome(witness.after)}`) : '—',
      bill ? fragment(element('br', {}), element('a', { href: `#bill-${bill.number}` }, words.bill(bill.number))) : '',
    ),
  )
}

const outcome = (value: string): string => (/^-?\d+(?:\.\d+)?$/u.test(value) ? inSentence(value) : value)
