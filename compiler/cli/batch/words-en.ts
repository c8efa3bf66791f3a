import type { batchZh } from './words-zh.ts'

/** What `daiyu batch` says, in English. */
export const batchEn: typeof batchZh = {
  noFormat: (path) => `The format of ${path} can't be told; the name has to end in .csv, .ndjson (.jsonl) or .parquet.`,
  sameFile: (path) =>
    `--input and what --output writes are the same file ${path}; name another, so that the rows stay as they are.`,
  notWorkers: (written) => `--workers is a whole number from 1 to 256, not ${written}.`,
  keptTwice: (name) => `${name} is named twice in --keep, --ignore, --person.`,
  keptIsResult: (name) =>
    `--keep ${name}: the results have ${name} of their own, and the two could not be told apart. Name the column otherwise in the input, or leave it out with --ignore.`,
  noHeader: (path) =>
    `The first line of ${path} does not name the columns (in UTF-8, with commas between them; lines end in LF or CRLF).`,
  wrongHeader: (path, { missing, unknown, twice, carried, isCarriable }) =>
    [
      `The columns of ${path} are not right:`,
      ...(missing.length > 0 ? [`  missing: ${missing.join(', ')}`] : []),
      ...(isCarriable
        ? [
            '  the yearly figures need not be given: where --person names the column that says whose bill it is, they are carried from row to row',
          ]
        : []),
      ...(carried.length > 0
        ? [`  carried from row to row with --person, not read: ${carried.join(', ')}; put them after --ignore`]
        : []),
      ...(unknown.length > 0
        ? [
            `  unknown: ${unknown.join(', ')}; --keep names those that are to come out again, --ignore those that are not used`,
          ]
        : []),
      ...(twice.length > 0 ? [`  twice: ${twice.join(', ')}`] : []),
    ].join('\n'),
  atWork: (folder, other) =>
    `Another process (${other}) is writing this output. Wait for it; if it is not daiyu, delete ${folder}/process.`,
  otherRun: (folder, parts) =>
    `The last run was not finished, and this one can't go on with it, since it has another ${parts.map((part) => different[part] ?? part).join(', another ')}. Put that back as it was, or delete ${folder} to begin anew.`,
  inputChanged: (path) =>
    `${path} has changed meanwhile, and the result can't be used; wait until it is written, and begin anew.`,
  noDuckDb:
    'Parquet files and --person need DuckDB, which is not installed here: npm install @duckdb/node-api, or use .csv or .ndjson.',
  secondOpinion: ({ rows, without }) => {
    switch (without) {
      case null:
        return `DuckDB settled ${rows} of them by SQL, to the same.`
      case 'not-installed':
        return 'No second opinion was asked: DuckDB is not installed (npm install @duckdb/node-api).'
      case 'not-admitted':
        return 'No second opinion was asked: this DuckDB does not answer the conformance file as it has to.'
      case 'no-query':
        return 'No second opinion was asked: no exact SQL can be made of this policy.'
    }
  },
  otherOpinion: ({ row, line, folder, input, differing }) =>
    [
      `Row ${row} (line ${line}): what was settled is not what DuckDB makes of the same policy by SQL, and nothing was put in its place:`,
      ...differing.map(
        ({ path, written, asked }) => `  ${path === '' ? '' : `${path}: `}${written} is written, DuckDB says ${asked}`,
      ),
      `  ${input}`,
      `One of the two is wrong, and so is daiyu: please report it with these lines. Do not pay by these results; ${folder} keeps them, delete it to begin anew.`,
    ].join('\n'),
  duckDbFailed: (message) => `DuckDB says: ${message}`,
  inexactColumns: (path, columns) =>
    `These columns of ${path} are of a type that is not exact, or not clear: ${columns.join(', ')}. Amounts have to be DECIMAL, whole yuan or text, never floating point; dates DATE or text.`,
  tooManyOfOne: 'The rows of one person are more than 64 MiB; does the column of --person tell persons apart?',
  preparing: 'Ordering by person and date …',
  checking: 'Checking …',
  goesOn: (rows) => `Going on after row ${rows}, where the last run ended.`,
  stopped: (rows) => `Stopped after row ${rows}. The same command goes on from there.`,
  progress: (percent, rows, rate, left) => `${percent}%  ${rows} rows  ${rate} a second  ${left} left`,
  notAsWritten: (path) => `${path} is not what was written to it, and can't be used: check the disk, and begin anew.`,
  done: (rows, settled, file) => `${rows} rows, ${settled} settled; they are in ${file}.`,
  carried: (person, figures) =>
    `Settled person by person (${person}); these start every year at zero: ${figures.join(', ')}.`,
  leans: (edition, grade, title) =>
    `Note: rules of edition ${edition} come from ${{ official: 'an official', press: 'a press', unconfirmed: 'an unconfirmed' }[grade]} source, "${title}".`,
  someRejected: (rows, file) => `${rows} could not be settled; which ones, and why, is in ${file}.`,
  rowFault: (fault) => {
    switch (fault.code) {
      case 'csv-quote':
        return 'a quote is out of place: a cell that holds one stands in quotes, and quotes in it are doubled.'
      case 'record-too-long':
        return 'the row is longer than 1 MiB.'
      case 'not-utf8':
        return `${fault.path === '' ? 'the row' : fault.path} is not UTF-8; a whole file is converted by iconv -f GB18030 -t UTF-8.`
      case 'other-cells':
        return `the row has ${fault.cells} cells, and there are ${fault.columns} columns.`
      case 'figure-given':
        return `${fault.path} follows from earlier rows, and is not given where --person is.`
      case 'no-person':
        return `${fault.path} does not say whose bill it is: it is empty, or has spaces around it.`
      case 'earlier-refused':
        return `row ${fault.row} of the same person and year could not be settled, so that the yearly figures are not known here.`
    }
  },
}

const different: Readonly<Record<string, string>> = {
  input: 'input',
  policy: 'policy',
  compiler: 'compiler',
  code: 'compiler',
  options: 'command line or language',
  prepared: 'part prepared so far',
  output: 'part written so far',
}
