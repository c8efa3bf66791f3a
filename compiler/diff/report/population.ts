import { wordsIn as explainedIn } from '../../explain/words.ts'
import { element, fragment, type Html } from '../../show/html.ts'
import { inColumn } from '../../show/numbers.ts'
import type { Category, Distribution, Movement, OutputMovement, Population } from '../population/population.ts'
import { amountText } from './amount.ts'
import { grouped } from './grouped.ts'
import { histogram } from './histogram.ts'
import type { Report } from './to-html.ts'

/** What becomes of many bills: who gains and loses, how it is spread, for whom, the furthest with their causes, and how they were drawn. */
export function populationSection(report: Report): Html | null {
  const { compared, words, names } = report
  const { population } = compared
  if (population === null) return null
  const { cases, settled, unchanged, outputs, failed, categories, largest, generated } = population
  const moving = outputs.filter(({ changed }) => changed > 0)
  const paid = moving.filter(({ payer }) => payer !== null)
  const shown = paid.length > 0 ? paid : moving
  return fragment(
    element('p', {}, words.population.counts(cases, settled, unchanged)),
    failed.both + failed.onlyBefore + failed.onlyAfter > 0
      ? element('p', {}, words.population.failed(failed.both, failed.onlyBefore, failed.onlyAfter))
      : '',
    moving.length > 0 ? movingTable(moving, report) : '',
    ...shown.flatMap((output, index) =>
      output.distribution ? spread(output, output.distribution, index, report) : [],
    ),
    ...categories.filter(({ values }) => values.length > 1).map((category) => categoryTable(category, shown, report)),
    largest.length > 0
      ? fragment(
          element('h3', {}, words.population.largest),
          ...furthest(largest, shown).map((each) => movementPart(each, report)),
        )
      : '',
    generated
      ? fragment(
          element('h3', {}, words.population.assumptions),
          element(
            'p',
            { class: 'note' },
            words.population.generated(generated.count, generated.seed, generated.weights, generated.hash),
          ),
          element('ul', {}, ...generated.assumptions.map((each) => element('li', {}, each[names.language]))),
        )
      : '',
  )
}

/** The sentences of the finding: of each amount that somebody pays, how many gain and lose, and what it comes to. */
export function populationFindings(
  { outputs, settled }: Population,
  { words, names }: Pick<Report, 'words' | 'names'>,
): readonly string[] {
  return grouped(
    outputs.flatMap(({ path, kind, gain, lose, difference, changed }) => {
      if (gain === null || lose === null || changed === 0 || kind !== 'money') return []
      const sum = amountText(difference ?? '0.00')
      return [[names.nameOf(path), (all: string) => words.population.finding(all, settled, gain, lose, sum)] as const]
    }),
    words.comma,
  )
}

type Row = readonly (string | number | null)[]

/** The first column on the left, the others on the right; one in which nothing stands is left out. */
function table(heads: readonly string[], rows: readonly Row[]): Html {
  const kept = heads
    .map((_, column) => column)
    .filter((column) => column === 0 || rows.some((row) => (row[column] ?? '') !== ''))
  const kind = (column: number): { class?: string } => (column === 0 ? {} : { class: 'amount' })
  return element(
    'table',
    { class: 'plain' },
    element(
      'thead',
      {},
      element('tr', {}, ...kept.map((column) => element('th', { scope: 'col', ...kind(column) }, heads[column] ?? ''))),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element('tr', {}, ...kept.map((column) => element('td', kind(column), String(row[column] ?? '')))),
      ),
    ),
  )
}

function movingTable(moving: readonly OutputMovement[], { words, names }: Report): Html {
  const { columns, population } = words
  const sum = (exact: string | null): string | null => exact && inColumn(exact)
  return table(
    [
      columns.output,
      population.unchanged,
      population.gain,
      population.lose,
      words.more,
      words.less,
      columns.before,
      columns.after,
      columns.change,
    ],
    moving.map(({ path, unchanged, gain, lose, more, less, before, after, difference }) => [
      names.nameOf(path),
      unchanged,
      gain,
      lose,
      more,
      less,
      sum(before),
      sum(after),
      difference && amountText(difference),
    ]),
  )
}

function spread(output: OutputMovement, distribution: Distribution, index: number, { words, names }: Report): Html {
  const { least, most, quantiles } = distribution
  const name = names.nameOf(output.path)
  return element(
    'figure',
    {},
    element('figcaption', {}, words.population.spread(name, output.changed)),
    histogram(distribution.histogram, `spread-${index + 1}`, name, words),
    table(
      ['', words.columns.least, ...quantiles.map(({ percent }) => `${percent}%`), words.columns.most],
      [[name, ...[least, ...quantiles.map(({ difference }) => difference), most].map(amountText)]],
    ),
  )
}

function categoryTable(category: Category, shown: readonly OutputMovement[], { words, names }: Report): Html {
  const labelOf = (value: string): string => names.value(value === 'true' ? true : value === 'false' ? false : value)
  return fragment(
    element('h3', {}, words.population.by(names.nameOf(category.path))),
    table(
      ['', words.population.cases, words.population.changed, ...shown.map(({ path }) => names.nameOf(path))],
      category.values.map(({ value, after, cases, changed, outputs }) => [
        after === null ? labelOf(value) : `${labelOf(value)} → ${labelOf(after.value)}`,
        cases,
        changed,
        ...shown.map(({ path }) => amountText(outputs.find((each) => each.path === path)?.difference ?? '0.00')),
      ]),
    ),
  )
}

/** Of what somebody pays, the case that rises and the one that falls furthest. */
export function furthest(largest: readonly Movement[], shown: readonly OutputMovement[]): readonly Movement[] {
  return shown.flatMap(({ path }) => {
    const own = largest.filter(({ output }) => output === path)
    return [true, false].flatMap((isRise) => own.find(({ difference }) => difference.startsWith('-') !== isRise) ?? [])
  })
}

function movementPart({ output, number, before, after, difference, causes }: Movement, { words, names }: Report): Html {
  const explained = explainedIn(names.language)
  return element(
    'div',
    { class: 'movement' },
    element(
      'p',
      {},
      words.population.movement(
        names.nameOf(output),
        number,
        inColumn(before),
        inColumn(after),
        amountText(difference),
      ),
    ),
    element(
      'ul',
      { class: 'note' },
      ...causes.map((cause) => {
        const [was, is] = [cause.before, cause.after].map((side) => (side ? explained.value(side.value) : '…'))
        const article = cause.after?.article ?? cause.before?.article
        return element(
          'li',
          {},
          `${explained.name(cause.name)}${explained.colon}${was} → ${is}`,
          article == null ? '' : element('small', {}, ` ${article}`),
        )
      }),
    ),
  )
}
