import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { either, meant, quoted } from './say.ts'

/** Problems of what a policy says of its source documents, in English. */
export function documents(code: CodeOf<'documents'>, { text, list }: Facts): Words {
  switch (code) {
    case 'unknown-fact':
      return {
        title: `There is no fact ${quoted(text('name'))}.`,
        explanation: 'Behind “cites” stand numbers of the list of facts, and this list has none of that name.',
        advice: meant(list('near'), 'Check the number, or give the list that has it.'),
      }
    case 'quote-not-found':
      return {
        title: `${quoted(text('piece'))} is not in the source text.`,
        explanation: whereInstead(text('how'), text('at'), text('found'), list('texts')),
        advice:
          'Copy the source letter by letter. Write “……” for what is left out; the pieces have to stand in one text, in that order. Where the words are not at hand, write a “summary”.',
      }
  }
}

function whereInstead(how: string, at: string, found: string, texts: readonly string[]): string {
  const here = `${at} ${quoted(found)}`
  switch (how) {
    case 'order':
      return `It is at ${here}, but not after the piece before it.`
    case 'otherText':
      return `It is at ${here}, but the fact that the quote cites comes from ${either(texts.map(quoted))}.`
    case 'alike':
      return `The nearest is at ${here}.`
    default:
      return 'Nothing like it is there.'
  }
}
