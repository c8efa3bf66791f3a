import type { FactsFault } from '../coverage/facts-file.ts'
import { sparkEn } from './batch/spark/words-en.ts'
import { batchEn } from './batch/words-en.ts'
import type { Words } from './words-zh.ts'

/** What the command line says, in English. */
export const en: Words = {
  tagline: 'Daiyu: medical-insurance benefit rules as a language, compiled into programs that settle bills.',
  usage: 'Usage: ',
  commands: 'Commands:',
  options: 'Options:',
  examples: 'Examples:',
  command: 'command',
  commandHelp: (command) => `${command} --help explains a command.`,
  moreHelp: (command) => `For help: ${command} --help`,

  noCommand: (name) => `There is no command ${name}.`,
  noOption: (name) => `There is no option ${name}.`,
  didYouMean: (names) => ` Did you mean: ${names.join(', ')}`,
  thereAre: (names) => ` There are: ${names.join(', ')}`,
  needsValue: (option, value) => `${option} needs a value: ${value}.`,
  takesNoValue: (option) => `${option} takes no value.`,
  notAllowed: (option, value, allowed) => `${option} can't be ${value}. It can be: ${allowed.join(', ')}`,
  notAReading: (written) => `--reading is written as reading=other reading, such as C06=excluded, not as "${written}".`,
  readingTwice: (name) => `--reading names ${name} twice; only one can hold.`,
  noReading: (name) => `There is no reading ${name}.`,
  noOtherReading: (name, other) => `Reading ${name} has no other reading ${other}.`,
  noOtherReadings: ' No reading here has another one.',
  optionMissing: (option) => `${option} is missing.`,
  operandMissing: (operands) => `${operands} is missing.`,
  oneTooMany: (operand) => `There is one argument too many: ${operand}.`,

  noSuchFile: (path) => `There is no file or directory ${path}.`,
  cannotUse: (path, reason) => `${path} can't be used: ${reason}.`,
  notThere: 'it does not exist',
  notPermitted: 'permission denied',
  noSpace: 'the disk is full',
  isFolder: 'it is a directory',
  isNoFolder: 'it is no directory',
  notAFile: (path) => `${path} is not a file.`,
  notAFolder: (path) => `${path} is not a directory.`,
  noTextsIn: (path) => `There are no source texts (*.txt) in ${path}.`,
  textsMissing: (path, texts) => `${path} does not have the texts that facts come from: ${texts.join(', ')}.`,
  noFacts: (path, fault) => `${path} is no list of facts: ${factsFault(fault)}.`,
  notUtf8: (path) => `${path} is not text in UTF-8. Save it as UTF-8.`,
  lineNotUtf8: 'the line is not text in UTF-8.',
  inputNotUtf8: 'The input is not text in UTF-8. Save it as UTF-8.',
  noPoliciesIn: (path) => `There are no policy files (*.policy) in ${path}.`,
  unknownDecision: (name) => `There is no decision ${name}.`,
  lookedIn: (folder) => `Looked in ${folder}; --policies names another folder.`,

  settled: (fine, wrong) => `${count(fine, 'case')} settled, ${wrong} refused.`,
  progress: (cases) => `${count(cases, 'case')} settled …`,
  errors: (errors, warnings) =>
    [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  moreProblems: (more) => `${more} more are not shown.`,
  checked: (files, found) => `${count(files, 'file')} checked: ${found}.`,
  oneCaseOnly: 'Only one case can be explained; for many there is daiyu run --explain.',
  tableForBatch: (path) =>
    `${path} is a table; JSON and NDJSON are read here, and daiyu batch settles CSV and Parquet.`,
  noCasesIn: (path) => `There is no case in ${path}.`,
  overRefused: (path, messages) =>
    `The case in ${path} can't be read:\n${messages.map((each) => `  ${each}`).join('\n')}`,
  notSameDecision: (first, second) =>
    `${first} and ${second} are different decisions, with other questions and answers, and can't be compared. The two sides are editions of one decision, or decisions of the same name in different policies.`,
  mayTakeLong:
    'These are different policies; comparing them over every case may take minutes (Ctrl-C stops). With --like, only cases like one are compared, which is much faster.',
  likeOneCase: '--like takes one case; for many there is --over.',
  noProblems: 'no problems',

  formatted: (file) => `Formatted ${file}`,
  allFormatted: (files) => `${count(files, 'file')} formatted as they should be.`,
  changedFiles: (changed, files) => `${count(files, 'file')}, ${changed} changed.`,
  wouldChange: (changed) => `${count(changed, 'file')} not formatted; daiyu fmt does it.`,
  onlyStandardInput: '- is standard input; no file can stand beside it.',
  standardInput: 'standard input',

  edition: 'edition',
  expected: 'expected',
  found: 'found',
  refused: 'not settled: ',
  refusedUnder: (edition, reason) => `Not settled under edition "${edition}": ${reason}`,
  differs: '≠',
  otherReading: (name, alternative, statement) => `Settled by another reading: ${name}=${alternative} "${statement}"`,
  nothingToCarry: (decision) =>
    `${decision} has no figure that goes in and comes out, so there is nothing to carry through a year; daiyu run settles single cases.`,
  noYearStart: (decision) =>
    `${decision} doesn't say when the year of its figures starts; state it in an article: yearly totals from --01-01`,
  atLine: (line, message) => `Line ${line}: ${message}`,
  yearOf: (year, from, until) => `Year ${year} (${from} to ${until})`,
  yearTotal: 'total',
  eventKind: {
    start: 'start',
    bill: 'bill',
    late: 'late',
    status: 'status',
    credit: 'credit',
    debit: 'debit',
  },
  resettled: (bills) => `${count(bills, 'later bill')} settled again`,
  corrected: (line, on, because) => `Correction of line ${line} (${on}), because of line ${because}:`,
  noPlatformFields: (decision) =>
    `No output of ${decision} names a field of the national platform, so --format platform can't be used; state the fields in the vocabulary.`,
  brokenIdentity: ({ number, written, left, right }) =>
    `Accounting identity ${number} does not hold: ${written}; on the left ${left}, on the right ${right}.`,
  leaning: (grade, title, rules) =>
    `Note: this leans on ${{ official: 'an official', press: 'a press', unconfirmed: 'an unconfirmed' }[grade]} source, "${title}": ${rules.join(', ')}`,
  examplesPassed: (passed, failed) =>
    failed === 0 ? `All ${count(passed, 'example')} passed.` : `${passed} passed, ${failed} failed.`,
  noExamples: 'There are no examples.',

  receipt: {
    title: 'Receipt',
    decision: 'decision',
    policy: 'policy',
    readings: 'readings',
    ownReadings: "the policy's own",
    compiler: 'compiler',
    input: 'case',
    output: 'result',
  },
  noWeights: (decision) =>
    `There are no weights for ${decision}, so no cases can be generated. Write a *.population.json beside the policy, or give --weights FILE; daiyu population --help says how.`,
  wrongWeights: (files) => `The weights in ${files} can't be used:`,
  notGenerated: (written) =>
    `Generated cases are written generated:SEED:COUNT, such as generated:1:10000, not ${written}.`,
  notAWholeNumber: (name, written) => `${name} has to be a whole number, not below 0, not ${written}.`,
  notAnEdition: (written) =>
    `What is compared is written decision@edition, such as ningbo.employee.settle@2022, not ${written}.`,
  noSuchEdition: (edition) => `There is no edition "${edition}".`,
  compared: (cases) => `${cases} cases compared`,
  generated: (cases, seed, files, hash) =>
    `${count(cases, 'case')} generated from seed ${seed}; weights ${files} (${hash}).`,
  assumed: 'What that assumes:',
  populationTitle: (cases, settled, unchanged) =>
    `${count(cases, 'case')}, ${settled} settled under both, ${unchanged} of them alike in everything.`,
  failed: (both, onlyBefore, onlyAfter) =>
    `Not settled: ${both} under both, ${onlyBefore} only under the first, ${onlyAfter} only under the second.`,
  failedBy: (code, before, after) => `${code}: ${before} under the first, ${after} under the second`,
  notCompared: (paths) => `Only one of the two has, and so not compared: ${paths.join(', ')}`,
  alikeOutputs: (names) => `Alike: ${names.join(', ')}`,
  whatMoves: 'What moves (gains and losses are those of the insured)',
  spread: 'How it is spread (over cases that differ; so many percent are at most)',
  byCategory: (name) => `By ${name} (columns are sums of differences)`,
  furthest: 'The cases that move furthest, and why',
  movement: (name, number, before, after, difference) => `${name} ${difference} (case ${number}: ${before} → ${after})`,
  alike: 'alike',
  gain: 'gain',
  lose: 'lose',
  more: 'more',
  less: 'less',
  before: 'sum before',
  after: 'sum after',
  difference: 'difference',
  least: 'least',
  most: 'most',
  casesOf: 'cases',
  changedOf: 'differ',
  plainValue: {},
  notTogether: (one, other) => `${one} and ${other} can't be used together.`,
  noReceipt:
    'The result has no receipt, so it cannot be checked. Settle with --receipt --format json, and the result carries one.',
  noEditionOf: (decision, edition) =>
    `${decision} has no edition "${edition}", under which the result could be worked out again.`,
  notAsMany: (results, cases) =>
    `${results} and ${cases} do not hold equally many, so results can't be matched with cases.`,
  sameResult: (number) => `Result ${number}: the same.`,
  otherResult: (number) => `Result ${number}: not confirmed.`,
  otherCase: 'The case is not the one on the receipt (its hash differs).',
  changedResult: 'The result is not the one on the receipt: it was changed after it was written.',
  otherPolicy: 'The policy files are no longer those of then (their hash differs).',
  otherCompiler: (then, now) => `The compiler was ${then} then, and is ${now} now.`,
  otherFigure: (path, then, now) => `${path}: ${then} in the result, ${now} now.`,

  dialectWithoutSql: '--dialect goes with --target sql only.',
  noQuery: (query: string, label: string, why: 'digits' | 'sum', dialect: string) =>
    `${query} can’t be written as a query for ${dialect}: ${why === 'digits' ? `the numbers of “${label}” may have more digits than that database has` : `“${label}” adds quotients of different denominators over a list`}. Take another database (with --dialect postgres numbers have any number of digits), or --target ts.`,
  built: (file) => `Written: ${file}`,
  tryNext: 'Try next:',
  changeAndRepeat: (file, command) => `Change a rate in ${file}, and repeat: ${command}`,
  explainIt: (command) => `See where every fen comes from:\n      ${command}`,
  buildIt: (command) => `Compile to TypeScript:\n      ${command}`,
  yes: 'yes',
  no: 'no',
  absent: 'absent',

  comma: ', ',
  colon: ':',
  readingBecause: (because) => `because: ${because}`,
  alternative: (name, statement) => `other reading ${name}: ${statement}`,
  editionLine: (name, stretch, selectedBy) => `edition "${name}" ${stretch}, selected by ${selectedBy}`,
  amendsEdition: (name) => `amends "${name}", all else is as there:`,
  choosesEdition: (by, among) => `chooses between ${among.map((name) => `"${name}"`).join(', ')} by ${by}`,
  changeKind: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved', renamed: 'renamed' },
  verdict: { same: 'the same', neverMore: 'never more', neverLess: 'never less', mixed: 'more or less' },
  sameOutputs: (outputs) => `The same: ${outputs.join(', ')}`,
  comparedAll: (differs) =>
    `${differs ? 'Everywhere else the' : 'The'} two agree on every case, to the fen: proved, not sampled.`,
  notDecided: 'Not decided:',
  throughRounding: '(through rounding only, if at all)',
  exampleTitle: (before, after, number, edition) => `${before} against ${after}, case ${number}, ${edition}`,
  forExample: (before, after) => `for example ${before} → ${after}`,
  changeOf: { article: 'article', source: 'source', dataset: 'dataset', name: 'names' },
  noMonths: (decision) =>
    `The input of ${decision} has no months, or it has lists, so nothing can be compared month by month; leave out --case and --along.`,
  notTwoMonths: (written, paths) =>
    `--along takes two different months with a comma between them, not ${written}. There are: ${paths.join(', ')}.`,
  notOneCase: (file) => `${file} holds more than one case; --case takes one (one JSON value).`,
  caseRefused: (file, messages) =>
    `The case in ${file} can't be settled, so it can't be compared month by month:\n${messages.map((each) => `  ${each}`).join('\n')}`,
  monthsNotFollowed:
    "This case can't be compared month by month: a rule is not made of sums, products, comparisons and roundings of months.",
  readingsListed: (readings, others) =>
    readings === 0 ? 'There are no readings.' : `${count(readings, 'reading')}, ${count(others, 'other reading')}.`,

  factStatus: { cited: 'cited', notFormalised: 'not formalised', missing: 'missing' },
  factWhy: (why) => `because: ${why}`,
  coverage: (all, cited, notFormalised, missing) =>
    `${count(all, 'fact')}: ${cited} cited, ${notFormalised} not formalised, ${missing} missing.`,

  playing: (address: string) => `The page is at ${address}\nOpen it in a browser; Ctrl-C ends it.`,
  noPage: 'The page has not been built (there is no dist/playground). In the project, run: npm ci && npm run build',
  notAPort: (written: string) => `--port is a whole number from 0 to 65535, not ${written}.`,
  portTaken: (port: number, reason: string) =>
    `Port ${port} can't be used (${reason}). Take another --port, or none for a free one.`,

  batch: batchEn,
  spark: sparkEn,

  bug: 'This is a bug in the compiler, not in a policy or a case. Please send these lines to the maintainers:',
}

function factsFault(fault: FactsFault): string {
  switch (fault.kind) {
    case 'noJson':
      return 'it is not JSON'
    case 'noList':
      return 'it has to be an array of rows with an id, or an object that holds exactly one such array'
    case 'empty':
      return 'it has no row'
    case 'noId':
      return `row ${fault.row} has no id, or one that is not text`
    case 'twice':
      return `the id "${fault.id}" of row ${fault.row} is there before`
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
