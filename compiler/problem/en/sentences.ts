import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { either, meant, quoted } from './say.ts'

/** Classes of words, as the parser names them. */
const classes: Readonly<Record<string, string>> = {
  '<name>': 'a name',
  '<text>': 'a text in quotes',
  '<quantity>': 'a number with a unit',
  '<number>': 'a number',
  '<fraction>': 'a fraction',
  '<date>': 'a date',
  '<month-day>': 'a month and day',
  '<row>': 'a row of a table',
  '<rule-line>': 'a line |---|',
  '<statement>': 'the beginning of the next rule',
  '<value>': 'a name or a value',
  '<operator>': '+ − × ÷ or a word of a condition',
  '<comparison>': 'a word that compares, such as “below” or “at least”',
  '<rounding>': 'a way of rounding',
  '<end-of-file>': 'the end of the file',
}
const tokenWord = (token: string): string => classes[token] ?? quoted(token)
const inside = (rule: string): string => (rule === '' ? '' : ` in the rule that begins with ${quoted(rule)}`)

/** Problems of how sentences are put together, in English. */
export function sentences(code: CodeOf<'sentences'>, { text, list }: Facts): Words {
  const keyword = quoted(text('keyword'))
  const found = quoted(text('found'))
  switch (code) {
    case 'keyword-glued':
      return {
        title: `${keyword} is grown together with the word beside it: ${found}.`,
        explanation: `Without a blank the whole is taken for one name.`,
        advice: `Write ${quoted(text('written'))}, with blanks.`,
      }
    case 'misspelt-keyword':
      return { title: `There is no word ${found}; ${keyword} belongs here.`, advice: `Write ${keyword}.` }
    case 'keyword-as-name':
      return {
        title: `${found} is a word of the language and can’t be a name.`,
        explanation:
          'These words tell where each sentence begins and what it means. A policy can be turned from Chinese into English and back, so the words of both are no names.',
        advice: 'Choose another name, for example with a word in front that says what it is about.',
      }
    case 'incomplete-keyword':
      return {
        title: `${found} is only half of what has to be written.`,
        advice: meant(list('keywords'), 'Write it in full.'),
      }
    case 'row-not-closed':
      return {
        title: 'This row of a table does not end with |.',
        explanation: 'Each row begins and ends with |; otherwise it is not clear where the last cell ends.',
        advice: 'Write | at the end of the line.',
      }
    case 'row-not-opened':
      return {
        title: 'This row of a table does not begin with |.',
        explanation: 'Each row begins and ends with |.',
        advice: 'Write | at the beginning of the line.',
      }
    case 'row-on-keyword-line':
      return {
        title: `A row of a table stands on the same line as ${keyword}.`,
        explanation: 'Each row of a table has a line of its own.',
        advice: 'Begin a new line before |.',
      }
    case 'empty-cell':
      return {
        title: 'Nothing stands between these two |.',
        explanation:
          'An empty cell does not tell whether it was forgotten, is as the one to its left, or does not matter.',
        advice:
          'Fill it in: “same” as the cell to its left, “whatever” if it does not matter, “absent” if there is none.',
      }
    case 'name-starts-nothing':
      return {
        title: `The line begins with the name ${quoted(text('name'))}, and no “means” follows.`,
        explanation: 'A line that begins with a name can only be “name means …”.',
        advice: meant(
          list('suggestions'),
          `To say what it is, write “${text('name')} means …”; otherwise write in front how the rule begins, such as “table”, “split” or “accumulate”.`,
        ),
      }
    case 'unexpected-token': {
      const expected = list('expected').map(tokenWord)
      return {
        title: `${tokenWord(text('found'))} can’t stand here${inside(text('inRule'))}.`.replace(/^./u, (first) =>
          first.toUpperCase(),
        ),
        advice:
          expected.length === 0 ? 'Delete it, or write what is missing before it.' : `Write ${either(expected)} here.`,
      }
    }
    case 'incomplete-statement': {
      const expected = list('expected').map(tokenWord)
      return {
        title: `The sentence is not finished: nothing follows ${tokenWord(text('after'))}${text('after') === text('inRule') ? '' : inside(text('inRule'))}.`,
        advice: expected.length === 0 ? 'Write the rest of it.' : `Write ${either(expected)} after it.`,
      }
    }
    case 'extra-token':
      return {
        title: `The sentence is complete with ${tokenWord(text('after'))}; ${tokenWord(text('found'))} is too much${inside(text('inRule'))}.`,
        advice: 'Delete it. If it is another rule, begin it on a line of its own with the word that opens it.',
      }
    case 'missing-colon':
      return {
        title: `A “:” is missing in the sentence that begins with ${keyword}.`,
        explanation: 'It says that the condition ends here and the rule follows.',
        advice: 'Write “:” after the condition.',
      }
    case 'comma-between-clauses':
      return {
        title: `In the sentence that begins with ${keyword}, “:” belongs after the condition instead of a comma.`,
        explanation: 'A comma only goes on with a list, and would draw what follows into it.',
        advice: 'Write “:” instead of the comma.',
      }
    case 'misplaced-statement':
      return {
        title: `${keyword} belongs inside ${quoted(text('container'))}.`,
        advice: `Move it below the ${quoted(text('container'))} that it belongs to, or write one above it.`,
      }
    case 'missing-rows':
      return {
        title: `${text('name') === '' ? keyword : `${text('keyword')} ${quoted(text('name'))}`} has no rows.`,
        advice: 'Write them on the lines below; each begins and ends with |.',
      }
    case 'missing-part':
      return {
        title: `${keyword} has no ${quoted(text('part'))}.`,
        explanation:
          '“given” holds what goes in, “expect” what has to come out; without one there is nothing to compare.',
        advice: `Write ${quoted(text('part'))} and the rows below it.`,
      }
    case 'missing-rule':
      return {
        title: `No rule follows ${keyword}.`,
        explanation: '“replace” and “alternatively” speak of the one rule that stands directly after them.',
        advice: 'Write the rule after it: “name means …”, “table …”, “split …” and so on.',
      }
    case 'misplaced-rows':
      return {
        title: `${keyword} takes no rows.`,
        advice: 'Delete them, or write above them what they are: “table”, “bands”, “classify in order” …',
      }
    case 'split-without-lines':
      return {
        title: `The split of ${quoted(text('amount'))} has no lines: nothing says where the money goes.`,
        advice: `Write one line for each part, beginning with ${either(list('lines').map(quoted))}; the last is “the rest”.`,
      }
  }
}
