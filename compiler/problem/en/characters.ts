import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { either, meant, quoted } from './say.ts'

const hiddenKinds: Readonly<Record<string, string>> = {
  bidi: 'a character that turns the direction of writing',
  'zero-width': 'a character without width',
  control: 'a control character',
  surrogate: 'half a character',
  'line-separator': 'an unusual line break',
}

/** Problems of characters, numbers and the size of a file, in English. */
export function characters(code: CodeOf<'characters'>, { text, list }: Facts): Words {
  switch (code) {
    case 'text-too-large':
      return {
        title: `The file is too large: ${text('found')} bytes; ${text('limit')} are allowed.`,
        explanation: 'A file of this size is not read at all.',
        advice: 'Divide it by article or edition; each file opens with the same “policy” and “decision”.',
      }
    case 'too-many-tokens':
      return {
        title: `The file is too long: more than ${text('limit')} words.`,
        explanation: 'Nothing from here on was read.',
        advice: 'Divide it by article or edition; each file opens with the same “policy” and “decision”.',
      }
    case 'too-deep':
      return {
        title: `Parentheses and “any … such that” stand more than ${text('limit')} levels inside one another.`,
        advice: 'Make the inner part a rule of its own, “name means …”, and write only the name here.',
      }
    case 'expression-too-long':
      return {
        title: `More than ${text('limit')} operators stand in one expression.`,
        advice: 'Divide it into several rules “name means …” and add up the names.',
      }
    case 'too-many-problems':
      return {
        title: `There are more than ${text('limit')} problems; the others are not listed.`,
        advice: 'Mend the first ones and check again.',
      }
    case 'hidden-character':
      return {
        title: `There is a character here that can’t be seen: ${hiddenKinds[text('kind')] ?? 'an invisible one'} (${text('codePoint')}).`,
        explanation: 'It can make a rule read differently from what it says.',
        advice: 'Delete it. It most likely came along when text was copied from a web page or a document.',
      }
    case 'invalid-character':
      return {
        title: `${quoted(text('character'))} (${text('codePoint')}) is not a character of the language.`,
        advice: 'Delete it, or say it in words. Only comments and quoted texts may hold any character.',
      }
    case 'full-stop':
      return {
        title: `A rule does not end with ${quoted(text('character'))}.`,
        explanation: 'A rule reaches to where the next one begins, and needs no mark at its end.',
        advice: 'Delete it.',
      }
    case 'confusable-name':
      return text('lookalike') === ''
        ? {
            title: `${quoted(text('character'))} (${text('codePoint')}) can’t stand in a name: ${quoted(text('name'))}.`,
            explanation:
              'Names hold Chinese characters, English letters, digits and “_”, so that names that look alike are alike.',
            advice: 'Write it with Chinese characters, English letters, digits or “_”.',
          }
        : {
            title: `${quoted(text('character'))} (${text('codePoint')}) in the name ${quoted(text('name'))} looks like ${quoted(text('lookalike'))} and is another character.`,
            explanation: 'Two names that look the same would be two different names.',
            advice: `Write the ordinary ${quoted(text('lookalike'))}.`,
          }
    case 'curly-quotes':
      return {
        title: `A text can’t stand in ${text('opening')} ${text('closing')}.`,
        explanation: 'Texts stand in straight quotes or 「」, so that quotes inside them are told apart.',
        advice: 'Write " " or 「」 around the text.',
      }
    case 'unterminated-text':
      return {
        title: `The text that begins with ${text('opening')} does not end on its line.`,
        explanation: 'A text stands on one line.',
        advice: `Write ${text('opening') === '"' ? '"' : '」'} at its end.`,
      }
    case 'quote-in-quote':
      return {
        title: 'There is a 「 inside 「」.',
        explanation: 'The inner 」 would end the text too early.',
        advice: 'Write “ ” inside.',
      }
    case 'symbol-for-word':
      return {
        title: `Write ${quoted(text('word'))} instead of the symbol ${quoted(text('symbol'))}.`,
        explanation:
          'Comparisons and conditions are written in words, so that everybody reads whether an edge belongs.',
        advice: `Write ${quoted(text('word'))}.`,
      }
    case 'unknown-unit':
      return {
        title: `${quoted(text('found'))} is not a unit.`,
        explanation: `The units are: ${list('units').join(', ')}.`,
        advice: meant(list('suggestions'), 'Write one of them. If it is a name: a name does not begin with a digit.'),
      }
    case 'thousands-comma':
      return {
        title: `A number holds no commas: ${quoted(text('found'))} is written ${quoted(text('written'))}.`,
        explanation: 'A comma separates one thing from the next, and would make several numbers of it.',
        advice: `Write ${quoted(text('written'))}.`,
      }
    case 'bad-date':
      return {
        title: `${quoted(text('found'))} is not a whole date.`,
        explanation: 'A date has a year of four digits, a month and a day.',
        advice: `Write it like ${either(list('forms').map(quoted))}.`,
      }
    case 'range-with-hyphen':
      return {
        title: `The ends of a range are joined by “..” or “—”, not by ${quoted(text('separator'))}.`,
        explanation: '“-” is the sign for “minus”.',
        advice: `Write ${quoted(text('written'))}, and “(incl)” after an end that belongs to the range.`,
      }
  }
}
