import { sayWhy } from '../diff/exact/why.ts'
import type { EditionInfo } from '../program/program.ts'
import type { Words } from './words.ts'

const dates = ({ from, until }: EditionInfo): string => `${from ?? '…'} to ${until ?? '…'}`
const properties = (count: number): string => `${count} ${count === 1 ? 'property' : 'properties'}`

/** What a proof says, in English. */
export const en: Words = {
  title: (policy, decision, edition) => `${policy} · ${decision} · edition ${edition.name} (${dates(edition)})`,
  kind: {
    promise: 'What the policy promises',
    conservation: 'Conservation: the parts add up to what is shared out',
    notNegative: 'No amount is negative',
    rate: 'Rates lie within 0 and 100%',
    monotone: 'Monotone: one figure grows, all else equal',
  },
  status: { proved: 'proved', refuted: 'refuted', limit: 'not decided' },
  all: (names) => `${properties(names.length)}: ${names.join(', ')}`,
  statedAt: (place) => `(${place})`,
  case: 'A case of which it does not hold: ',
  first: 'The first case: ',
  second: 'The second case: ',
  dearer: (name, from, to) => `${name} goes up from ${from} to ${to}, all else equal:`,
  falls: (name, from, to, by) => `${name} goes down from ${from} to ${to}, by ${by}.`,
  rises: (name, from, to, by) => `${name} goes up from ${from} to ${to}, by ${by}.`,
  found: (values) => `There, ${values.map(([name, value]) => `${name} is ${value}`).join(', ')}.`,
  settled: 'What the rules yield: ',
  refusedBy: (labels) => `Such a case is not settled, since the policy promises “${labels.join('”, “')}”.`,
  outside: (edition) =>
    `Only of cases of the edition's dates (${dates(edition)}); of one of another date, replayed under the edition, it does not hold:`,
  notDecided: (expression, place, why) => `Not decided: ${expression} (${place}): ${why}`,
  why: (why) => sayWhy(why, 'en'),
  summary: (proved, refuted, limits) =>
    refuted + limits === 0
      ? `All ${properties(proved)} hold: proved of every possible case, not sampled.`
      : `${proved} proved, ${refuted} refuted, ${limits} not decided. What is proved is proved of every possible case, not sampled.`,
}
