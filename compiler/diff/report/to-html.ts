import type { Language } from '../../../grammar/tree.ts'
import type { SourceFile } from '../../compile.ts'
import type { Program } from '../../program/program.ts'
import { element, fragment, page, type Html } from '../../show/html.ts'
import { againSection } from './again.ts'
import { billsOf, billsSection } from './bills.ts'
import { changesSection } from './changes.ts'
import type { Compared } from './compared.ts'
import { curvesSection } from './curves.ts'
import { headlines } from './headlines.ts'
import { monthsSection } from './months.ts'
import { namesOf, type Names } from './names.ts'
import { populationSection } from './population.ts'
import { regionsSection } from './regions.ts'
import { style } from './style.ts'
import { verdictTable } from './verdict.ts'
import { wordsIn, type Words } from './words.ts'
import { plainTable } from '../../show/table.ts'

/** One of the two that are compared: its program, and the files that it was compiled from. */
export interface Reported {
  readonly program: Program
  readonly files: readonly SourceFile[]
}

/** What every part of a report is made from. */
export interface Report {
  readonly compared: Compared
  readonly before: Reported
  readonly after: Reported
  readonly names: Names
  readonly words: Words
}

/**
 * A comparison as one page that can be filed: it needs no network, font or script, prints on A4, and holds the hashes by
 * which it can be worked out again. Everything shown is escaped. Figures and sentences are made from the data alone.
 */
export function reportToHtml(compared: Compared, before: Reported, after: Reported, language: Language): string {
  const words = wordsIn(language)
  const names = namesOf([before.program, after.program], language)
  const report: Report = { compared, before, after, names, words }
  const bills = billsOf(compared.regions)
  const { program } = after
  const isOne =
    before.program.decision.label === program.decision.label && before.program.policy.label === program.policy.label
  const subject = isOne
    ? `${program.policy.label} · ${program.decision.label}`
    : words.between(before.program.policy.label, program.policy.label)
  const sections: readonly Section[] = [
    { id: 'findings', body: headlines(report) },
    { id: 'verdict', body: verdictTable(report) },
    { id: 'text', body: changesSection(report) },
    { id: 'regions', body: regionsSection(report, bills) },
    { id: 'months', body: monthsSection(report) },
    { id: 'curves', body: curvesSection(report) },
    { id: 'population', body: populationSection(report) },
    { id: 'bills', body: billsSection(report, bills) },
    { id: 'limits', body: limitsTable(report) },
    { id: 'again', body: againSection(report) },
  ]
  const shown = sections.filter(({ body }) => body !== null)
  return page(
    words.lang,
    `${words.title}${words.colon}${compared.before} → ${compared.after}`,
    style,
    fragment(
      element(
        'header',
        {},
        element('p', { class: 'kind' }, words.title),
        element('h1', {}, subject),
        element(
          'p',
          { class: 'sides' },
          element('code', {}, compared.before),
          ' → ',
          element('code', {}, compared.after),
        ),
        element('p', { class: 'note' }, words.inForce(...([before, after].map(inForce) as [string, string]))),
      ),
      element(
        'nav',
        {},
        element(
          'ol',
          {},
          ...shown.map(({ id }) => element('li', {}, element('a', { href: `#${id}` }, words.sections[id]))),
        ),
      ),
      element(
        'main',
        {},
        ...shown.map(({ id, body }) => element('section', { id }, element('h2', {}, words.sections[id]), body ?? '')),
      ),
    ),
  )
}

const inForce = ({ program: { edition } }: Reported): string => `${edition.from ?? '…'} — ${edition.until ?? '…'}`

interface Section {
  readonly id: keyof Words['sections']
  /** Null where there is nothing to say. */
  readonly body: Html | null
}

function limitsTable({ compared: { limits }, names, words }: Report): Html | null {
  if (limits.length === 0) return null
  const { columns } = words
  return fragment(
    element('p', { class: 'note' }, words.limitsSay),
    plainTable(
      [columns.expression, columns.place, columns.why],
      limits.map(({ expression, place, why }) => [names.inText(expression), place, words.why(why)]),
    ),
  )
}
