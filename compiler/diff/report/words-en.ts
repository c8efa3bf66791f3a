import type { Bound } from './bounds.ts'
import { sayWhy } from '../exact/why.ts'
import { inSentence } from '../../show/numbers.ts'
import type { Words } from './words.ts'

const kinds = { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved', renamed: 'renamed' } as const
const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const count = (cases: number): string => inSentence(String(cases))
const units = new Map([
  ['money', 'yuan'],
  ['months', 'months'],
  ['days', 'days'],
])
const order = new Map([
  ['less', 'before (below)'],
  ['equal', 'equal to'],
  ['more', 'after (above)'],
])
const sum = (parts: readonly (readonly [1 | -1, string])[]): string =>
  parts.map(([sign, name], index) => `${sign < 0 ? '− ' : index > 0 ? '+ ' : ''}${name}`).join(' ')

export const en: Words = {
  lang: 'en',
  why: (why) => sayWhy(why, 'en'),
  title: 'Report of a comparison',
  between: (before, after) => `${before} and ${after}`,
  inForce: (before, after) =>
    `In force: before ${before}, after ${after}. Each bill is settled under both, whichever of them is in force on its date.`,
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  sections: {
    findings: 'Findings',
    verdict: 'Output by output',
    text: 'What the text says otherwise',
    regions: 'Which cases differ, and by how much',
    months: 'Month by month',
    curves: 'Along an amount',
    bills: 'Bills',
    population: 'Effect on many bills',
    limits: 'Not decided',
    again: 'To check it again',
  },
  headline: (name, verdict, least, most) => {
    switch (verdict) {
      case 'same':
        return `${name}: the same.`
      case 'neverLess':
        return `${name}: never less, and ${goes('more', most)}.`
      case 'neverMore':
        return `${name}: never more, and ${goes('less', least)}.`
      case 'mixed':
        return `${name}: more for some and less for others: ${goes('less', least)}, ${goes('more', most)}.`
    }
  },
  perHundred: (name, outputs) =>
    `For every 100 yuan of ${name} in these bills: ${outputs.map(([output, change]) => `${output} ${change} yuan`).join(', ')}.`,
  example: (facts, name, amount, changes) =>
    `For example ${facts.join(', ')}, ${name} ${amount} yuan and all other amounts zero: ${changes.join('; ')}.`,
  party: (party, said) => `${party === 'person' ? 'The insured' : 'The funds'}: ${said.join(', ')}.`,
  becomes: { same: 'the same', neverMore: 'never more', neverLess: 'never less', mixed: 'more or less' },
  sameOutputs: (names, isProved) =>
    `${names.join(', ')}: ${isProved ? 'the same for every bill; this is proved.' : 'no difference was found.'}`,
  nothingDiffers: (isProved) =>
    isProved
      ? 'The two settle every bill alike; this is proved.'
      : 'No bill was found that the two settle differently, but not all was decided.',
  complete: (isComplete, regions, limits) =>
    isComplete && regions === 0
      ? 'No cases differ: on every bill the two agree to the fen, and that is proved.'
      : isComplete
        ? `All cases that differ lie in the ${some(regions, 'region')} below; on every other bill the two agree to the fen, and that is proved.`
        : `${some(regions, 'region')} below; ${some(limits, 'expression')} could not be decided, each of which is listed.`,
  textCounts: (counts) =>
    `${some(
      counts.reduce((sum, { count }) => sum + count, 0),
      'change',
    )} in the text: ${counts.map(({ kind, count }) => `${count} ${kinds[kind]}`).join(', ')}.`,
  verdicts: { same: 'same', neverMore: 'never more', neverLess: 'never less', mixed: 'mixed' },
  changeKind: kinds,
  changeOf: {
    rule: 'rule',
    invariant: 'invariant',
    reading: 'reading',
    quote: 'quote',
    notFormalised: 'not formalised',
    article: 'article',
    source: 'source',
    dataset: 'dataset',
    name: 'names',
  },
  grade: { official: 'official', press: 'press', unconfirmed: 'unconfirmed' },
  quote: (text, isVerbatim) => (isVerbatim ? `“${text}”` : `Summary: ${text}`),
  readingSays: (name, statement) => `Reading ${name}: ${statement}`,
  regionKind: ({ kind, within }) =>
    kind === 'throughRounding'
      ? `through rounding only, by ${within} fen at most`
      : within > 0
        ? `roundings put the difference off the formula by ${within} fen at most`
        : null,
  isOneOf: (name, values) => `${name} is ${values.join(' or ')}`,
  isNoneOf: (name, values) => `${name} is not ${values.join(' or ')}`,
  isWithin: (name, codes) => `${name} has a code that begins with ${codes.join(' or ')}`,
  isElsewhere: (name, codes) => `${name} has a code that does not begin with ${codes.join(' or ')}`,
  isGiven: (name, is) => `${name} is ${is ? '' : 'not '}given`,
  isSo: (name, is) => `${name}: ${is ? 'yes' : 'no'}`,
  isOrdered: (name, how, other) => `${name} is ${how.map((each) => order.get(each) ?? each).join(' or ')} ${other}`,
  fullYears: (from, to) => `full years from ${from} to ${to}`,
  monthOf: (name) => `month of ${name}`,
  after: (name) => `${name} (after)`,
  everyCase: 'every case',
  always: (conditions) => `All of them: ${conditions.join('; ')}.`,
  because: (causes) => `Because of ${causes.join('; ')}.`,
  alike: (names, sign) =>
    `${names.join(', ')}: in the same cases, by ${sign === 1 ? 'the same difference' : 'the opposite (what one gains the other loses)'}.`,
  sumOf: (name, parts) => `${name} = ${sum(parts)}, and so its difference is the sum of theirs.`,
  onlyAfter: (reason) => `Before, it is refused (it breaks “${reason}”); after, it is settled.`,
  onlyBefore: (reason) => `Before, it is settled; after, it is refused (it breaks “${reason}”).`,
  refusedOtherwise: (was, is) => `Refused by both: before, it breaks “${was}”; after, “${is}”.`,
  sameInBill: (values) => `The same: ${values.join('; ')}`,
  columns: {
    output: 'Output',
    verdict: 'Verdict',
    regions: 'Regions',
    least: 'Not below',
    most: 'Not above',
    where: 'Where',
    difference: 'Difference (after − before)',
    causes: 'Causes',
    bill: 'Bill',
    before: 'Before',
    after: 'After',
    cell: 'Cell',
    change: 'Difference',
    from: 'From',
    slope: 'Each yuan more',
    number: 'No.',
    edition: 'Edition',
    hash: 'Hash (SHA-256)',
    files: 'Files',
    compiler: 'Compiler',
    command: 'Command',
    expression: 'Expression',
    place: 'Place',
    why: 'Why',
  },
  noLeast: 'no bound',
  noMost: 'no bound',
  unknownBound: 'bound not known',
  differs: 'differs',
  changes: (name) => `${name}: not the same.`,
  amount: (exact, kind) => [inSentence(exact), units.get(kind) ?? ''].join(' ').trim(),
  onlyWhere: (conditions) => `All bills that are settled otherwise have: ${conditions.join('; ')}.`,
  rulesChanged: (names) => `Rules that say otherwise: ${names.join(', ')}.`,
  more: 'more',
  less: 'less',
  bill: (number) => `Bill ${number}`,
  usually: 'Where nothing else is said, a bill has:',
  billsSay: 'The smallest bill of each region, settled under both.',
  regionsSay:
    'The regions of one output don’t overlap. A difference is after less before; a name is what it comes to before, Δname what it comes to after less that. Amounts are in yuan, and hold to the fen. Every difference lies within the range that is given; bills reach its ends, but for one written ≥ or ≤, beyond which no bill goes.',
  floorSays: 'floor(…) is the greatest whole number that is not above what is in brackets, where amounts count fen.',
  billSays: '“Bill” is one of that region, see below.',
  curvesSay: (isSteps) =>
    isSteps
      ? 'Settled month by month, for every number of months.'
      : 'Breakpoints are exact: each is the amount at which a comparison comes out otherwise, worked out and not sampled; amounts are not rounded to the fen. Dashed is before, solid is after; x is what lies above the breakpoint.',
  along: (name) => `Across: ${name}`,
  beyond: 'beyond the chart',
  refusedByOne: 'Some bills are settled under one of the two only; see below.',
  refusedOutput: 'Whether it is settled',
  settled: 'settled',
  refused: 'refused',
  population: {
    unchanged: 'Unchanged',
    gain: 'Gain',
    lose: 'Lose',
    cases: 'Bills',
    changed: 'Differ',
    largest: 'Furthest',
    assumptions: 'Where the bills are from, and what is assumed',
    counts: (cases, settled, unchanged) =>
      `${count(cases)} bills, ${count(settled)} of which both settle; of these ${count(unchanged)} come out alike in every output.`,
    failed: (both, onlyBefore, onlyAfter) =>
      `${count(both)} are settled under neither, ${count(onlyAfter)} under the one before only, ${count(onlyBefore)} under the one after only.`,
    finding: (name, settled, gain, lose, difference) =>
      `Of ${count(settled)} bills, by ${name}, the insured gain in ${count(gain)} and lose in ${count(lose)}; ${difference} yuan in all.`,
    spread: (name, changed) => `${name}: ${count(changed)} differ, by how much`,
    by: (name) => `By ${name}`,
    movement: (name, number, before, after, difference) =>
      `${name}, bill ${number}: ${before} → ${after} (${difference})`,
    generated: (cases, seed, weights, hash) =>
      `${count(cases)} generated from seed ${seed} by ${weights.join(', ')} (${hash}).`,
  },
  monthsSay: (example, checked) =>
    `${example === null ? 'The case given' : `Example ${example}, from no months on`}, all else as it is, with other months. Months have no upper bound: the stretches follow from the formulas, to the month; ${count(checked)} of the cases were settled to check, and all agree.`,
  monthsColumn: 'Stretches of months',
  alikeMonths: (names) => ` (${names.join(', ')} alike)`,
  inMonths: (from, to, state) =>
    `${to === null ? `from ${from} months on` : from === to ? `${from} months` : `${from}–${to} months`} ${state}`,
  monthState: { same: 'the same', more: 'more', less: 'less', refused: 'not settled', undecided: 'not decided' },
  flipsBetween: (times, from, to) => `by turns from ${from} to ${to} months, ${times} flips in all`,
  alongMonths: (months, finding) => `Along ${months}: ${finding}.`,
  overMonths: (across, up) => `${across} and ${up}`,
  axisOfMonths: (name) => `${name} (months)`,
  againSays: 'Comparing the same files by the same compiler gives the same result.',
  againTexts:
    'These are two texts of the same files, which the hashes tell apart; the page compares them, no command does.',
  limitsSay: 'These expressions were not decided; nothing says that the two agree there.',
  noChanges: 'The text says the same.',
}

/** How far it goes up or down, as far as is known. */
function goes(which: 'more' | 'less', { value, isReached }: Bound): string {
  if (value === null) return isReached ? `${which} without bound` : `${which} by a bound that is not known`
  return isReached ? `up to ${value} ${which}` : `at most ${value} ${which}`
}
