import type { EditorWords } from './words.ts'

export const english: EditorWords = {
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
}
