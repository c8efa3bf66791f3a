import type {
  Calculation,
  ExplainedResult,
  ExplainedSplit,
  ExplainedValue,
  Explanation,
} from '../../../../compiler/explain/explanation.ts'
import { isRounded, nameText } from '../../../../compiler/explain/layout.ts'
import type { Words } from '../../../../compiler/explain/words.ts'
import { inColumn } from '../../../../compiler/show/numbers.ts'
import type { Form } from '../../../worker/form.ts'
import { element } from '../../element.ts'
import { isSame } from './case-value.ts'
import { differenceText, sumOf } from './amounts.ts'
import { elementIndex, entryDetails, lineKey, resultKey, type Entry } from './entry.ts'
import type { CaseWords } from './words-zh.ts'

/** What a bill is drawn with. */
export interface Drawing {
  readonly form: Form
  readonly words: Words
  readonly say: CaseWords
  readonly nameOf: (named: { readonly id: string; readonly label: string }) => string
  /** The line that is open, by its key. */
  readonly open: string | null
  /** Opens a line, or closes the one that is open. */
  readonly choose: (entry: Entry, explanation: Explanation) => void
}

/** The results in the sections of the vocabulary, then the ledger: each amount with the lines that add up to it. */
export function drawBill(
  explanation: Explanation,
  other: Explanation | null,
  drawing: Drawing,
): readonly HTMLElement[] {
  const { words, say } = drawing
  const ledger = (of: Explanation, title: string, prefix: string): readonly HTMLElement[] =>
    of.splits.length === 0
      ? []
      : [element('h3', {}, title), ...of.splits.map((split) => splitTable(split, of, prefix, drawing))]
  return [
    ...drawing.form.outputs.map((section) => resultsTable(section, explanation, other, drawing)),
    ...ledger(explanation, other ? say.splitsOf(explanation.edition.name) : words.ledger, ''),
    ...movesTable(explanation, drawing),
    ...(other ? ledger(other, say.splitsOf(other.edition.name), `${other.edition.name} `) : []),
  ]
}

function resultsTable(
  { label, id, fields }: Form['outputs'][number],
  explanation: Explanation,
  other: Explanation | null,
  drawing: Drawing,
): HTMLElement {
  const { nameOf, say } = drawing
  // The earlier edition first, as a comparison has it, and the difference is what the later changes.
  const isLater = other !== null && (explanation.edition.from ?? '') > (other.edition.from ?? '')
  const names = other ? inOrder(explanation.edition.name, other.edition.name, isLater) : []
  const columns = other ? [...names, say.difference] : []
  const rows = fields.flatMap((field) => {
    const result = explanation.results.find(({ name }) => name.id === field.id)
    if (!result) return []
    const beside = other?.results.find(({ name }) => name.id === field.id)
    const cells = other ? cellsBeside(result, beside, isLater, drawing) : [valueText(result.value, drawing)]
    return resultRows(result, nameOf(field), beside, explanation, cells, drawing)
  })
  return element(
    'table',
    { class: 'results' },
    element('caption', {}, nameOf({ id, label })),
    columns.length > 0
      ? element(
          'thead',
          {},
          element('tr', {}, element('td', {}), ...columns.map((column) => element('th', { scope: 'col' }, column))),
        )
      : null,
    element('tbody', {}, ...rows),
  )
}

function resultRows(
  result: ExplainedResult,
  name: string,
  beside: ExplainedResult | undefined,
  explanation: Explanation,
  cells: readonly string[],
  drawing: Drawing,
): readonly HTMLElement[] {
  const { name: named, rule, place, held, restsOn, value } = result
  const entry: Entry = { key: resultKey(named.id), name, rule, place, held, restsOn }
  const isOther = beside !== undefined && !isSame(beside.value, value)
  return withDetails(
    entry,
    explanation,
    drawing,
    ['result', isOther ? 'differs' : '', value.kind === 'money' && value.exact === '0' ? 'nothing' : ''],
    cells,
    1 + cells.length,
  )
}

function cellsBeside(
  { value }: ExplainedResult,
  beside: ExplainedResult | undefined,
  isLater: boolean,
  drawing: Drawing,
): readonly string[] {
  const shown = valueText(value, drawing)
  if (!beside) return [...inOrder(shown, '', isLater), '']
  const [before, after] = inOrder(value, beside.value, isLater)
  const difference = differenceText(before, after) ?? (isSame(value, beside.value) ? '' : '≠')
  return [valueText(before, drawing), valueText(after, drawing), difference]
}

const inOrder = <Thing>(own: Thing, other: Thing, isLater: boolean): readonly [Thing, Thing] =>
  isLater ? [other, own] : [own, other]

function valueText(value: ExplainedValue, { words }: Drawing): string {
  return value.kind === 'money' ? inColumn(value.exact) : words.value(value)
}

function splitTable(split: ExplainedSplit, explanation: Explanation, prefix: string, drawing: Drawing): HTMLElement {
  const { words, say } = drawing
  const { label, element: of, lines, amount, rule, place } = split
  const whole: Entry = {
    key: `${prefix}split ${place.file} ${place.start} ${elementIndex(of) ?? ''}`,
    name: nameText(label, of, words),
    rule,
    place,
    held: [],
    restsOn: [],
  }
  const rows = lines.flatMap((line) => {
    const { id, into, mode, calculation } = line
    const entry: Entry = { ...line, key: prefix + lineKey(id, elementIndex(of)), name: words.name(into), held: [] }
    const note = element('span', { class: 'mode' }, `${words.mode[mode]} → `)
    return [
      ...withDetails(entry, explanation, drawing, ['line'], [inColumn(line.amount)], 2, note),
      ...(calculation ? [calculationRow(calculation, line.amount, words)] : []),
    ]
  })
  return element(
    'table',
    { class: 'split' },
    element('tbody', {}, ...withDetails(whole, explanation, drawing, ['whole'], [inColumn(amount)], 2), ...rows),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, say.total),
        element('td', { class: 'amount' }, inColumn(sumOf(lines.map((line) => line.amount)))),
      ),
    ),
  )
}

function movesTable(explanation: Explanation, drawing: Drawing): readonly HTMLElement[] {
  const { words } = drawing
  if (explanation.moves.length === 0) return []
  const rows = explanation.moves.flatMap((move) => {
    const entry: Entry = { ...move, key: lineKey(move.name.id, null), name: words.name(move.name), held: [] }
    return withDetails(entry, explanation, drawing, ['line'], [inColumn(move.amount)], 2)
  })
  return [element('h3', {}, words.moves), element('table', { class: 'split' }, element('tbody', {}, ...rows))]
}

/** The row of a line, which opens it, and below it what is said of the one that is open. */
function withDetails(
  entry: Entry,
  explanation: Explanation,
  { words, say, open, choose }: Drawing,
  classes: readonly string[],
  cells: readonly string[],
  width: number,
  note: HTMLElement | null = null,
): readonly HTMLElement[] {
  const isOpen = entry.key === open
  const button = element(
    'button',
    {
      type: 'button',
      class: 'entry',
      'aria-expanded': String(isOpen),
      onclick: () => choose(entry, explanation),
    },
    note,
    entry.name,
  )
  const row = element(
    'tr',
    { class: classes.filter((each) => each !== '').join(' '), 'data-key': entry.key },
    element('th', { scope: 'row' }, button),
    ...cells.map((cell) => element('td', { class: 'amount' }, cell)),
  )
  if (!isOpen) return [row]
  const details = element('td', { colspan: width }, entryDetails(entry, explanation, words, say))
  return [row, element('tr', { class: 'opened' }, details)]
}

function calculationRow(calculation: Calculation, amount: string, words: Words): HTMLElement {
  const bands =
    calculation.kind === 'banded'
      ? calculation.bands.map((band) => ({ ...band, range: words.bandRange(band) }))
      : [{ ...calculation, range: '' }]
  const rows = bands.map((band) =>
    element(
      'tr',
      {},
      element('td', {}, band.range),
      ...[inColumn(band.amount), words.rate(band.rate), inColumn(band.product)].map((cell) =>
        element('td', { class: 'amount' }, cell),
      ),
    ),
  )
  const last = (name: string, value: string): HTMLElement =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', colspan: 3 }, name),
      element('td', { class: 'amount' }, inColumn(value)),
    )
  const heads = [words.band, words.amountInBand, words.rateColumn, words.product]
  const table = element(
    'table',
    { class: 'bands' },
    calculation.kind === 'banded'
      ? element('caption', {}, `${words.position} ${inColumn(calculation.from)} — ${inColumn(calculation.to)}`)
      : null,
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows),
    element(
      'tfoot',
      {},
      bands.length > 1 ? last(words.sum, calculation.product) : null,
      isRounded(calculation.product, amount) ? last(words.rounded, amount) : null,
    ),
  )
  return element('tr', { class: 'calculation' }, element('td', { colspan: 2 }, table))
}
