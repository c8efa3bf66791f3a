import { compare, multiply, ofInteger, toText, zero, type Rational } from '../../../runtime/rational.ts'
import type { Program } from '../../program/program.ts'
import { element, fragment, type Html } from '../../show/html.ts'
import { billsOf, leavesOf, type Bill } from './bills.ts'
import { chart } from './chart.ts'
import { endOf, MOST_MONTHS, startsOf } from './curve-end.ts'
import { exactText, lineText } from './curve-text.ts'
import { curvesAlong, difference, pieceAt, stepsAlong, type Curve, type Piece } from './curve.ts'
import type { Report } from './to-html.ts'
import { withValue } from '../with-value.ts'
import { tableHead } from '../../show/table.ts'

/** At most so many bills, and so many outputs of each. */
const MOST_BILLS = 3
const MOST_OUTPUTS = 3
const MOST_TRIED = 24
/** In the order of preference: where nothing else is paid or earned, and where everything is. */
const roundAmounts = ['0.00', '10000.00']

/** An output of a bill under both, along an amount. */
interface Both {
  readonly before: Curve
  readonly after: Curve
  readonly difference: Curve
}
interface Shown {
  readonly bill: Bill
  readonly path: string
  readonly isSteps: boolean
  readonly outputs: readonly Both[]
}

/** Both benefit curves of a few of the witnesses, the ones that differ most, and gains and losses. */
export function curvesSection(report: Report): Html | null {
  const shown = shownIn(report)
  if (shown.length === 0) return null
  return fragment(
    element('p', { class: 'note' }, report.words.curvesSay(shown.some(({ isSteps }) => isSteps))),
    ...shown.map((each) => billPart(report, each)),
  )
}

function shownIn({ compared, before, after }: Report): readonly Shown[] {
  const size = ({ of }: Bill): number =>
    Math.max(...of.map(({ witness }) => Math.abs(Number(witness?.after) - Number(witness?.before)) || 0))
  const bills = billsOf(compared.regions).toSorted((a, b) => size(b) - size(a))
  const shown = new Map<string, Shown>()
  let path: string | null = null
  for (const bill of bills.slice(0, MOST_TRIED)) {
    const [was, is] = [before.program, after.program]
    // Of a witness, what it is a bill of counts, and not by how little it shows a difference: round amounts show more.
    const cases = [
      ...roundAmounts.map((amount) => ({ ...bill, input: withAmounts(bill.input, amount, after.program) })),
      bill,
    ]
    const found = cases
      .flatMap((each) => {
        const shows = mostTelling(each, path, was, is)
        return shows ? [shows] : []
      })
      .reduce<Shown | null>((best, each) => (best && best.outputs.length >= each.outputs.length ? best : each), null)
    const key = found ? [...new Set(found.outputs.map((each) => slopesKey(each.difference)))].join('; ') : ''
    if (found && !shown.has(key)) shown.set(key, found)
    // The others along the same, to be compared with it.
    path ??= found?.path ?? null
    if (shown.size === MOST_BILLS) break
  }
  return [...shown.values()]
}

/** Along `path`, or else along the amount along which the difference has most breakpoints; by months where it has none. */
function mostTelling(bill: Bill, path: string | null, before: Program, after: Program): Shown | null {
  const telling = ({ outputs }: Shown): number =>
    Math.max(...outputs.map(({ difference: { pieces } }) => pieces.length))
  const of = (kind: string): readonly Amount[] =>
    after.input.fields.filter(
      ({ type, ...field }) => type.kind === kind && !type.optional && (path === null || field.path === path),
    )
  const best = of('money')
    .flatMap((amount) => along(bill, amount, before, after) ?? [])
    .toSorted((a, b) => telling(b) - telling(a))[0]
  if (best && telling(best) > 1) return best
  for (const amount of of('months')) {
    const found = along(bill, amount, before, after)
    if (found) return found
  }
  return best ?? null
}

/** A case with one amount wherever an amount of money stands. */
function withAmounts(input: unknown, amount: string, { input: { fields } }: Program): unknown {
  const amounts = fields.filter(({ type }) => type.kind === 'money' && !type.optional)
  return amounts.reduce((made, { path }) => withValue(made, path.split('.'), amount), input)
}

type Amount = Program['input']['fields'][number]

/** The outputs that differ somewhere along an amount; null where none does. */
function along({ input, ...bill }: Bill, amount: Amount, before: Program, after: Program): Shown | null {
  const isSteps = amount.type.kind === 'months'
  // What goes in and comes out is a running total, of which a chart tells nothing new.
  const running = new Set(after.input.fields.map(({ path }) => path))
  const isCharted = (kind: string): boolean => kind === 'money' || (isSteps && kind === 'months')
  const outputs = after.output.flatMap(({ path, type }) =>
    isCharted(type.kind) && !running.has(path) && before.output.some((each) => each.path === path) ? [path] : [],
  )
  const [was, is] = [before, after].map((program) =>
    isSteps
      ? stepsAlong(program, input, amount.path, outputs, MOST_MONTHS)
      : curvesAlong(program, input, amount.path, outputs),
  )
  if (!was || !is) return null
  const differing = outputs.flatMap((_, index): readonly Both[] => {
    const change = difference(is[index]!, was[index]!)
    const isSame = change.pieces.every(({ line }) => line === null || (line.at.n === 0n && line.slope.n === 0n))
    return isSame ? [] : [{ before: was[index]!, after: is[index]!, difference: change }]
  })
  // What one gains another loses: the last of those that change alike is the one that counts.
  const groups = new Map(differing.map((each) => [sizeKey(each.difference), each]))
  const kept = [...groups.values()].slice(-MOST_OUTPUTS)
  return kept.length > 0 ? { bill: { input, ...bill }, path: amount.path, isSteps, outputs: kept } : null
}

/** The same for two curves of which one is the other turned over. */
function sizeKey({ pieces }: Curve): string {
  const texts = [1, -1].map((sign) =>
    pieces
      .map(({ from, line }) =>
        line === null
          ? ''
          : [from, ...[line.at, line.slope].map((each) => multiply(each, ofInteger(sign)))].map(toText).join(' '),
      )
      .join(', '),
  )
  return texts.toSorted()[0] ?? ''
}

/** The same for two curves that rise and fall alike, wherever they do. */
function slopesKey({ pieces }: Curve): string {
  const slopes = pieces.flatMap(({ line }) => (line ? toText(line.slope).replace('-', '') : []))
  return [...new Set(slopes.filter((slope) => slope !== '0'))].toSorted().join(' ')
}

function billPart(
  { words, names, compared: { before, after }, after: { program } }: Report,
  { bill, path, isSteps, outputs }: Shown,
): Html {
  const kinds = new Map(program.input.fields.map((field) => [field.path, field.type.kind]))
  const facts = [...leavesOf(bill.input)].flatMap(([leaf, value]) => {
    const kind = kinds.get(leaf)
    const isFact = kind === 'choice' || kind === 'region' || (kind === 'boolean' && value === true)
    return isFact ? [kind === 'boolean' ? names.nameOf(leaf) : names.value(value)] : []
  })
  const until = endOf(
    outputs.flatMap(({ before, after, difference: change }) => [before, after, change]),
    isSteps,
  )
  return element(
    'div',
    { class: 'charts' },
    element('h3', {}, element('a', { href: `#bill-${bill.number}` }, words.bill(bill.number)), ` ${facts.join(' · ')}`),
    ...outputs.map((each, index) => {
      const name = names.nameOf(each.after.path)
      const { columns } = words
      return element(
        'figure',
        {},
        element('figcaption', {}, name),
        chart({
          id: `chart-${bill.number}-${index + 1}`,
          title: `${name} — ${names.nameOf(path)}`,
          ...each,
          until,
          hasDots: !isSteps,
          labels: {
            along: words.along(names.nameOf(path)),
            before: `${columns.before} ${before}`,
            after: `${columns.after} ${after}`,
            change: columns.difference,
            more: words.more,
            less: words.less,
          },
        }),
        breakpoints(each, until, isSteps, words),
      )
    }),
  )
}

/** What both are from each breakpoint on. */
function breakpoints(
  { before, after, difference: change }: Both,
  until: Rational,
  isSteps: boolean,
  words: Report['words'],
): Html {
  const { columns } = words
  // Of steps, of which there are as many as months, those at which more becomes less, or the same.
  const flips = change.pieces.filter((piece, index) => signOf(piece) !== signOf(change.pieces[index - 1]))
  const starts = startsOf(isSteps ? [{ pieces: flips }] : [before, after, change])
  const heads = [columns.from, columns.before, columns.after, columns.change]
  const text = (curve: Curve, from: Rational): string => lineText(pieceAt(curve, from), from, isSteps, words)
  return element(
    'table',
    { class: 'plain breakpoints' },
    tableHead(heads, 0),
    element(
      'tbody',
      {},
      ...starts.map((from) =>
        element(
          'tr',
          {},
          element('td', { class: 'amount' }, exactText(from), compare(from, until) > 0 ? ` (${words.beyond})` : ''),
          element('td', { class: 'amount' }, text(before, from)),
          element('td', { class: 'amount' }, text(after, from)),
          element('td', { class: 'amount' }, lineText(pieceAt(change, from), from, isSteps, words, true)),
        ),
      ),
    ),
  )
}

const signOf = (piece: Piece | undefined): number | null => (piece?.line ? compare(piece.line.at, zero) : null)
