import type { CodeOf } from '../code.ts'
import type { Facts, Words } from '../words.ts'
import { either, listed, meant, quoted } from './say.ts'

/** How the values of each type are written in a data file. */
const forms: Readonly<Record<string, string>> = {
  money: 'Money is written in yuan, as 12.50, never below zero, with at most two decimals',
  rate: 'A rate is written 0.03 or 3%, from 0 to 1',
  number: 'A number is written as 1.5, with at most six decimals',
  months: 'A number of months is a whole number, at most 9999',
  date: 'A date is written 2023-06-30, and has to exist',
  yearMonth: 'A month is written 2023-06',
  boolean: 'It is “yes” or “no”',
  region: 'A region is a code of six digits',
  text: 'A code is not empty, has at most a thousand characters, and no line end',
}

/** Problems of data files and of how their rows are found, in English. */
export function data(code: CodeOf<'data'>, { text, list }: Facts): Words {
  const name = quoted(text('name'))
  const near = list('near')
  switch (code) {
    case 'unknown-dataset':
      return {
        title: `There is no dataset ${name}.`,
        explanation: 'After “match” stands one that the vocabulary or the policy declares with “dataset”.',
        advice: meant(near, 'Check the spelling, or declare it and its columns with “dataset”.'),
      }
    case 'data-file-not-found':
      return {
        title: `The data file ${name} is not there.`,
        explanation: 'Its name is read from where the file with “dataset” stands.',
        advice: meant(near, 'Check the name, and compile the CSV file together with the policy files.'),
      }
    case 'data-column-missing':
      return {
        title: `The data file has no column ${name}.`,
        explanation: 'The first line names the columns, by the label or the identifier in “dataset”.',
        advice: 'Add the column; where a row has no value, leave the cell empty and make the type “optional(…)”.',
      }
    case 'data-column-unknown':
      return {
        title: `“dataset” declares no column ${name}.`,
        advice: meant(near, 'Declare it in “dataset”, or take it out of the file.'),
      }
    case 'broken-data-line':
      return {
        title: 'This line of the data file can’t be read.',
        explanation:
          'A cell with a comma, a quote or a line end in it stands in double quotes as a whole, a quote inside is doubled, and nothing stands outside the quotes.',
        advice: 'See whether the quotes come in pairs, from the beginning of the cell to its end.',
      }
    case 'wrong-data-row':
      return {
        title: `This row has ${text('found')} cells, the first line ${text('expected')}.`,
        advice: 'Add what is missing or take out a comma too many; a value with a comma stands in double quotes.',
      }
    case 'wrong-data-value': {
      const members = list('members')
      const form = members.length > 0 ? `It is one of ${either(members.map(quoted))}` : (forms[text('type')] ?? '')
      return {
        title: text('value') === '' ? `${name} is empty.` : `${name} can’t be ${quoted(text('value'))}.`,
        explanation: `${form}.`,
        advice: 'Mend the cell; where it may be empty, the type of the column is “optional(…)”.',
      }
    }
    case 'data-row-twice':
      return {
        title: `Two rows of the dataset ${name} answer one match.`,
        explanation: 'A match finds one row at most: rows with the same keys may not be valid on the same day.',
        advice: 'Take one out, or say until when the earlier one is valid and from when the later one is.',
      }
    case 'either-not-apart':
      return {
        title: `${name} can’t be one of two inputs.`,
        explanation:
          'The identifiers of such a record all begin with one word and a dot (costs.total, costs.firstPay), and no other input begins with it, so that in JSON the whole of it is there or is not.',
        advice: 'Let its identifiers begin with one word, or move some of its fields to another record.',
      }
    case 'not-given-here': {
      const given = quoted(text('given'))
      return {
        title: `${quoted(text('user'))} uses ${name}, but there are cases without ${given}: ${list('witness').join(', ')}.`,
        explanation: `A case has ${given} or another input in its place, not both.`,
        advice: `Put the rule below “applies to provided(${text('given')}):”, and say what holds in the other cases.`,
      }
    }
    case 'not-an-alternative':
      return {
        title: `${text('name') === '' ? '“provided”' : name} is not one of two inputs.`,
        explanation:
          '“provided(…)” asks which of two inputs with “or” between them a case has; others are always there.',
        advice:
          'Name the record or the list that stands beside “or”; of an input that is always there, nothing is to be asked.',
      }
    case 'match-form':
      return {
        title: `This can’t stand in a match of the dataset ${name}.`,
        explanation: `A match is made of parts joined by “and”, each with a column on its left (${listed(list('columns'))}): “column equals value”; its validity is “column not after date and column not before date”, with the same date, at most once.`,
        advice: 'Write it so; other conditions belong into the rules that use the columns.',
      }
  }
}
