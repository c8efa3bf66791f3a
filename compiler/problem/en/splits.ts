import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { caseOf, named, quoted } from './say.ts'

/** Problems of splits, shares and banded rates, in English. */
export function splits(code: CodeOf<'splits'>, { text, list }: Facts): Words {
  const split = named(text('name'), 'this amount')
  const name = quoted(text('name'))
  const witness = caseOf(list('witness'))
  switch (code) {
    case 'deductible-above-first-edge':
      return {
        title: `${quoted(text('label'))} can be ${text('amount')} yuan, more than the end of the first band, ${text('edge')} yuan.`,
        explanation:
          'The bands go on from there, so the first rate might never be used: most likely a number is wrong.',
        advice: 'Check the units (yuan, wan yuan) and the edges of the bands.',
      }
    case 'split-without-rest':
      return {
        title: `The split of ${split} has no “the rest”: what is left goes nowhere.`,
        explanation: 'A split divides an amount to the last fen.',
        advice: 'Add a last line: the rest into ….',
      }
    case 'rest-not-last':
      return {
        title: `Lines follow “the rest” in the split of ${split}.`,
        explanation: '“the rest” takes all that is left, and nothing comes to the lines after it.',
        advice: 'Move it to the end; if the lines divide another amount, give them a split of their own.',
      }
    case 'not-a-share':
      return {
        title: `${name} is no share of a split, so nothing can be moved out of it.`,
        explanation: 'What is moved was put “into” a name before; inputs and stated values hold no money to take away.',
        advice: 'After “out of”, write names that stand after “into” in a split.',
      }
    case 'split-twice':
      return {
        title: `${split} is split twice in one case: ${witness}.`,
        explanation: 'Divided twice, the same money would be paid twice.',
        advice: 'Change the “applies to” of one of the splits, so that in each case there is one.',
      }
    case 'split-incomplete':
      return {
        title: `There is ${split} in this case, and nothing splits it: ${witness}.`,
        explanation: 'The money gets stuck halfway; nobody pays it.',
        advice: `Add “split ${text('name')}” for this case, or widen the “applies to” of the one there is.`,
      }
    case 'share-without-destination':
      return {
        title: `What goes into ${name} goes nowhere from there: it is no result, is not split again and not used.`,
        explanation: 'Each fen has to end in a result.',
        advice: `Check the name; or add “split ${text('name')}”, or make it an output in the vocabulary.`,
      }
    case 'schedule-without-start':
      return {
        title: `The split of ${split} uses a banded rate and does not say from where it counts.`,
        explanation: 'In which band the money lies depends on how much there was before.',
        advice: 'Write at the end of the line of the “split”: banded from the total so far.',
      }
    case 'start-without-schedule':
      return {
        title: `The split of ${split} says “banded from”, and no line uses a banded rate.`,
        advice: 'Delete “banded from”, or check the name after “at rate”.',
      }
    case 'schedule-used':
      return {
        title: `${named(text('name'), 'This')} is a banded rate and can’t be used as one number.`,
        explanation: 'Which rate holds depends on the bands that the amount lies in.',
        advice: 'Use it in a split only: split amount banded from …, and “at rate” in a line below.',
      }
    case 'not-of-each':
      return {
        title: `“${text('keyword')}” is about the whole case, and can't stand below “each ${text('list')}”.`,
        explanation: `${quoted(text('list'))} may hold several elements, or none; what the case has is shared out once, while an element’s own amount may be shared out below “each”.`,
        advice: `Put it above “each”, or below “applies to”; for all elements together write “sum of ${text('list')} taking …”.`,
      }
    case 'start-ignores-along':
      return {
        title: `The bands of ${name} go along ${quoted(text('along'))}, and “banded from” does not use it.`,
        explanation: 'They speak of two different totals; most likely one is wrong.',
        advice: `Count “banded from” from ${quoted(text('along'))}, or change “along”.`,
      }
  }
}
