import { describeIssue } from '../../runtime/describe-issue.ts'
import { typeName } from '../problem/en/say.ts'
import type { EditorWords } from './words.ts'

export const en: EditorWords = {
  kinds: {
    policy: 'policy',
    decision: 'decision',
    record: 'record',
    list: 'list',
    choices: 'choices',
    member: 'member of choices',
    region: 'region',
    input: 'input',
    element: 'field of a list',
    output: 'output',
    dataset: 'dataset',
    column: 'column of a dataset',
    term: 'name of the rules',
    share: 'amount shared out',
    source: 'source',
    edition: 'edition',
    reading: 'reading',
    alternative: 'alternative',
    exception: 'exception',
    requirement: 'requirement',
    example: 'example',
    fact: 'fact',
    file: 'file',
    platformField: 'field of the national platform',
    word: 'word of the language',
  },
  nothingToRename: 'There is no name here that could be renamed. Put the cursor on a name.',
  wordOfLanguage: (name) => `“${name}” is a word of the language: its meaning is fixed, and no name can be called so.`,
  namedElsewhere: (name) => `“${name}” does not get its name here, so it can’t be renamed here.`,
  noName: (name) =>
    `“${name}” can’t be a name: names consist of letters, digits, underscores and Chinese characters, begin with no digit and hold no blanks or marks; words that are a part of a keyword are none either.`,
  noText: (text) =>
    `“${text}” can’t stand in quotes: it may not be empty, nor hold quotes, line breaks or invisible characters.`,
  isKeyword: (name) => `“${name}” is a keyword and can’t be a name. Choose another.`,
  noDots: (name) => `“${name}” has a dot; only identifiers of a vocabulary may.`,
  taken: (name, kind, file) =>
    `“${name}” is taken already: ${kind}${file === null ? '' : ` (${file})`}. A name has one meaning; choose another.`,
  unknownTaken: (name) =>
    `“${name}” is written in the files already, though nothing says yet what it is; it would get another meaning. Change it there first, or choose another name.`,

  type: 'type',
  keyword: 'keyword',
  unit: 'unit',
  value: 'value',
  of: 'belongs to',
  platform: 'platform field',
  code: 'code',
  members: 'values',
  article: 'from',
  quote: 'quote',
  summary: 'summary',
  because: 'because',
  rule: 'rule',
  grades: { official: 'official', press: 'press', unconfirmed: 'unconfirmed' },
  comma: ', ',
  inEditions: (editions) => `edition ${editions.map((name) => `"${name}"`).join(', ')}`,
  moreRules: (count) => `and ${count} more`,
  typeOf: (kind) => (Object.hasOwn(unitOf, kind) ? `${typeName(kind)}, in ${unitOf[kind]!}` : typeName(kind)),
  optional: (type, isOptional) => (isOptional ? `${type}; may be absent` : type),
  bracketed: (text) => (text === '' ? '' : ` (${text})`),
  sum: (amount) => `total ${amount}`,
  sumInFull: (upTo, amount, inBand) =>
    `From 0 to ${upTo}, at the rates of the bands: ${amount}; ${inBand} in this band.`,
  leadsTo: (from, rates) => `${from === '' ? '' : `${from} `}→ ${rates}`,
  leadsToInFull: (name, from, rates, edition) =>
    `${name}${from === '' ? '' : ` is ${from} here and`}, adjusted under edition "${edition}", comes to ${rates}.`,
  examplePassed: '✓ passed, run again',
  exampleUnknown: 'run this example (first put the errors of the file right)',
  exampleRefused: (issues) =>
    `✗ can’t be settled: ${issues
      .slice(0, 1)
      .map((issue) => describeIssue(issue, 'en'))
      .join('')}`,
  exampleDiffers: (name, expected, found, count) =>
    `✗ ${name}: ${expected} expected, ${found} found${count > 1 ? `; and ${count - 1} more` : ''}`,
  editionChange: (how, editions) => {
    const names = editions.map((name) => `"${name}"`).join(', ')
    const of = `${editions.length > 1 ? 'editions' : 'edition'} ${names}`
    switch (how) {
      case 'changed':
        return `otherwise in ${of}`
      case 'gone':
        return `not in ${of}`
      case 'replaced':
        return 'another rule stands in its place here'
      case 'replaces':
        return editions.length === 0 ? 'in the place of a shared rule' : `in the place of the rule of ${of}`
    }
  },
  builtIn: (word) => (Object.hasOwn(builtIns, word) ? builtIns[word]! : 'A word of the language.'),
}

const unitOf: Readonly<Record<string, string>> = {
  money: 'yuan',
  rate: '%',
  schedule: '%',
  months: 'months',
  days: 'days',
}

const builtIns: Readonly<Record<string, string>> = {
  fullYears: 'How many full years lie between two dates.',
  firstOfMonth: 'The first day of the month of a date.',
  lastOfMonth: 'The last day of the month of a date.',
  firstOfYear: 'The first of January of the year of a date.',
  lastOfYear: 'The 31st of December of the year of a date.',
  monthOf: 'The number of the month of a date, 1 to 12.',
  provinceOf: 'The province in which a region lies.',
  prefectureOf: 'The prefecture in which a region lies.',
  lesser: 'The lesser of two values.',
  greater: 'The greater of two values.',
  provided: 'Whether the case gives this of two inputs.',
  yes: 'It holds.',
  no: 'It does not hold.',
  official: 'Grade of a source: an official document.',
  press: 'Grade of a source: the press.',
  unconfirmed: 'Grade of a source: the document itself was not seen.',
  money: 'Type: an amount in yuan, with two decimals at most.',
  date: 'Type: a date.',
  yearMonth: 'Type: a month of a year.',
  boolean: 'Type: yes or no.',
  region: 'Type: the code of a region, six digits.',
  optional: 'Type: may be absent.',
  code: 'Type: a code.',
  texts: 'Type: lines of text.',
  rate: 'Type: a rate, from 0 to 100%.',
  points: 'Type: percentage points, the difference of two rates.',
  monthCount: 'Type: a number of months.',
  number: 'Type: a number.',
  input: 'What goes into the decision.',
  single: 'One element of a list goes in by itself.',
  output: 'What comes out of the decision.',
}
