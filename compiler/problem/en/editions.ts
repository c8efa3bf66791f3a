import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { meant, quoted } from './say.ts'

const days = (from: string, until: string): string =>
  from === until ? `on ${from}` : until === '∞' ? `from ${from} on` : `from ${from} to ${until}`

/** Problems of editions and their dates, in English. */
export function editions(code: CodeOf<'editions'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const [first, second] = [quoted(text('first')), quoted(text('second'))]
  const stretch = days(text('from'), text('until'))
  switch (code) {
    case 'no-edition':
      return {
        title: `The policy ${quoted(text('name'))} has no edition.`,
        explanation: 'Nothing says from which day these rules are in force.',
        advice: 'Write above the articles: edition "name" from date until date selected by which date.',
      }
    case 'not-in-module':
      return {
        title: 'A module holds no policy, decision, edition, example or vocabulary.',
        explanation:
          'It holds the sources, articles, invariants and names that policies share; from when they are in force is said by the policy that uses it.',
        advice: 'Move this into the policy; a vocabulary has a file of its own that begins with “vocabulary”.',
      }
    case 'unknown-edition':
      return {
        title: `There is no edition ${name}.`,
        explanation: '“amends”, “lowest” and “highest” name another edition of the same policy and decision.',
        advice: meant(list('near'), 'Check its name; it may stand in another file, which then has to be compiled too.'),
      }
    case 'edition-amends-itself':
      return {
        title: `The edition ${name} amends itself, by way of others.`,
        advice: 'Let one of these editions amend none, and write its rules in full.',
      }
    case 'nothing-to-replace':
      return {
        title: `There is no ${name} to replace or remove.`,
        explanation:
          'What is replaced or removed is a rule of the same kind and name in the amended edition, in a module, or in an earlier article; below “applies to” its condition has to be the same.',
        advice: meant(list('near'), 'Check the name; for a new rule leave “replace” out.'),
      }
    case 'replaces-several':
      return {
        title: `${name} has several rules: which is replaced?`,
        advice: 'Write this one below the same “applies to” or “each” as the rule that it replaces.',
      }
    case 'choice-of-one':
      return {
        title: `${name} has to be compared between two editions at least, and “ties to” names one of them.`,
        advice: 'Write: lowest name: this edition, "another edition" ties to this edition.',
      }
    case 'choice-of-choice':
      return {
        title: `The edition ${name} itself chooses between editions, so that it can’t be chosen from.`,
        advice: 'Name the editions that it chooses from.',
      }
    case 'choice-not-by-number':
      return {
        title: `Editions can’t be compared by ${name}.`,
        explanation:
          '“lowest” and “highest” go by an output that is an amount, a number or a count of months in every edition.',
        advice: 'Name such an output.',
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
        advice: 'Write after “selected by” something of the input whose type is date or yearMonth.',
      }
    case 'no-such-date':
      return {
        title: `There is no day ${text('date')}.`,
        advice: 'Check month and day; February ends on the 28th unless it is a leap year.',
      }
  }
}
