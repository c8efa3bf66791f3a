import { shorten } from '../../runtime/show-value.ts'
import type { ExplainedValue } from './explanation.ts'
import { isInForce } from './in-force.ts'
import { inPercent, inSentence } from '../show/numbers.ts'
import type { Words } from './words.ts'

const grade = { official: 'official', press: 'press', unconfirmed: 'unconfirmed' } as const
const article = { official: 'an', press: 'a', unconfirmed: 'an' } as const

export const en: Words = {
  lang: 'en',
  // Labels are the policy's own and stay Chinese; the identifier says the same in letters.
  name: ({ id, label }) => (id === label ? id : `${id} (${label})`),
  element: ({ list, index }) => `${list}[${index}]`,
  edition: (edition) => {
    const { name, from, until, on } = edition
    const why = isInForce(edition) ? `selected by ${on}` : `asked for; ${on} lies outside of it, settled all the same`
    return `Edition ${name} (${from ?? '…'} to ${until ?? '…'}), ${why}`
  },
  value,
  mode: { upTo: 'up to', atRate: 'at rate', exactly: 'exactly', theRest: 'the rest' },
  bandRange,
  rate,
  reading: ({ name, statement, other }) =>
    other ? `Reading ${name}, read otherwise (${other.name}): ${other.statement}` : `Reading ${name}: ${statement}`,
  readingBecause: ({ statement, because, other }) =>
    other ? `the policy itself reads: ${statement}; because: ${because}` : `because: ${because}`,
  otherReading: ({ name, alternative, statement, insteadOf }) =>
    `Note: settled by another reading: ${name}=${alternative} "${statement}"; the policy itself reads "${insteadOf}"`,
  quote: (text) => `“${text}”`,
  summary: (text) => `in substance: ${text}`,
  grade,
  unconfirmed: ({ source, rules }) =>
    `Note: this result leans on ${article[source.grade]} ${grade[source.grade]} source, "${source.title}": ${rules.map(({ id }) => id).join(', ')}`,
  colon: ': ',
  comma: '; ',
  position: 'position',
  sum: 'sum',
  rounded: 'rounded',
  restsOn: 'from',
  onlyBecause: 'because',
  ledger: 'Ledger',
  moves: 'Moves',
  results: 'Results',
  terms: 'Values',
  rules: 'Rules',
  band: 'band',
  amountInBand: 'amount in it',
  rateColumn: 'rate',
  product: 'amount × rate',
}

function value(shown: ExplainedValue): string {
  switch (shown.kind) {
    case 'money':
      return `${inSentence(shown.exact)} yuan`
    case 'rate':
      return rate(shown.exact)
    case 'points':
      return counted(inPercent(shown.exact), 'percentage point')
    case 'number':
      return inSentence(shown.exact)
    case 'months':
      return counted(inSentence(shown.exact), 'month')
    case 'days':
      return counted(inSentence(shown.exact), 'day')
    case 'age':
      return counted(shown.exact, 'year')
    case 'schedule':
      return shown.bands.map((band) => `${bandRange(band)}: ${rate(band.rate)}`).join(', ')
    case 'date':
      return shown.date ?? 'open-ended'
    case 'region':
      return shown.code
    case 'boolean':
      return shown.is ? 'yes' : 'no'
    case 'member':
      return shown.member
    case 'text':
      return `“${shorten(shown.text)}”`
    case 'texts':
      return shown.texts.map((text) => `“${shorten(text)}”`).join(', ') || 'none'
    case 'absent':
      return 'not given'
  }
}

function counted(number: string, unit: string): string {
  return `${number} ${unit}${number === '1' ? '' : 's'}`
}

function rate(exact: string): string {
  return `${inPercent(exact)}%`
}

function bandRange({ floor, ceiling }: { readonly floor: string | null; readonly ceiling: string | null }): string {
  if (floor === null) return ceiling === null ? 'any' : `up to ${inSentence(ceiling)}`
  return ceiling === null ? `above ${inSentence(floor)}` : `${inSentence(floor)} to ${inSentence(ceiling)}`
}
