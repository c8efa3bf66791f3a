import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { quoted } from './say.ts'

const days = (from: string, until: string): string =>
  from === until ? `on ${from}` : until === '∞' ? `from ${from} on` : `from ${from} to ${until}`

/** Problems of editions and their dates, in English. */
export function editions(code: CodeOf<'editions'>, { text }: Facts): Words {
  const [first, second] = [quoted(text('first')), quoted(text('second'))]
  const stretch = days(text('from'), text('until'))
  switch (code) {
    case 'no-edition':
      return {
        title: `The policy ${quoted(text('name'))} has no edition.`,
        explanation: 'Nothing says from which day these rules are in force.',
        advice: 'Write above the articles: edition "name" from date until date selected by which date.',
      }
    case 'editions-overlap':
      return {
        title: `The editions ${first} and ${second} are both in force ${stretch}.`,
        explanation: 'On one day one edition decides.',
        advice: 'Change “from” or “until” of one of them, so that the earlier ends the day before the later begins.',
      }
    case 'editions-gap':
      return {
        title: `Between the editions ${first} and ${second} no edition is in force ${stretch}.`,
        explanation: 'There are no rules for these days.',
        advice: `Let ${first} end the day before ${second} begins; if there were other rules in between, add that edition.`,
      }
    case 'edition-reversed':
      return {
        title: `The edition ${quoted(text('name'))} begins on ${text('from')} and ends before, on ${text('until')}.`,
        advice: 'Check both dates: they may stand the wrong way round, or a year may be wrong.',
      }
    case 'edition-date-not-input':
      return {
        title:
          text('name') === ''
            ? 'Nothing says by which date the edition is selected.'
            : `${quoted(text('name'))} is not a date that goes in, and can’t select the edition.`,
        explanation: 'Which edition decides depends on a date of the input.',
        advice: 'Write after “selected by” something of the input whose type is date.',
      }
    case 'no-such-date':
      return {
        title: `There is no day ${text('date')}.`,
        advice: 'Check month and day; February ends on the 28th unless it is a leap year.',
      }
  }
}
