/** The input, and the folder into which every line of it is settled, as names in statements. */
export const views = { input: 'daiyu_input', staged: 'daiyu_staged' } as const

/** Spark numbers the lines of a file by its part, in the upper bits, and within it. */
export const LINES_OF_PART = 2n ** 33n

/** How the evaluator is called on an executor: `node` is the program, `file` the script among the files of the job. */
export interface Script {
  readonly node: string
  readonly file: string
}

/**
 * Settles each line of the input but the first `skipped` by processes of the script on the executors, into a folder of
 * Parquet; where the figures of a year are carried, all rows of a person by one process, in the order of their days. What
 * is written there is committed part by part: that of an executor which is lost is written again, and counts only once.
 */
export function settleStatement(folder: string, script: Script, skipped: number, isByPerson: boolean): string {
  const rows = `SELECT place, record FROM (${numbered}) WHERE place >= ${skipped}`
  const listed = transform(script, 'list', ['place', 'record'], ['place', 'person', 'day', 'turn'], rows)
  const turns = `SELECT * FROM (${listed}) DISTRIBUTE BY person SORT BY person, day, CAST(place AS BIGINT)`
  const came = ['place', 'kind', 'came']
  const settled = isByPerson
    ? transform(script, 'settle', ['place', 'person', 'turn'], came, turns)
    : transform(script, 'settle', ['place', 'record'], came, rows)
  return `INSERT OVERWRITE DIRECTORY ${sqlText(folder)} USING parquet
SELECT CAST(place AS BIGINT) AS place, kind, CAST(unbase64(came) AS STRING) AS came FROM (${settled})`
}

function transform(
  { node, file }: Script,
  task: 'list' | 'settle',
  given: readonly string[],
  made: readonly string[],
  from: string,
): string {
  const command = `exec ${shellText(node)} ${shellText(file)} ${task}`
  const columns = made.map((name) => `${name} STRING`).join(', ')
  return `
  SELECT TRANSFORM(${given.join(', ')}) ${rowFormat}
  USING ${sqlText(command)} AS (${columns}) ${rowFormat}
  FROM (${from})`
}

const rowFormat = String.raw`ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LINES TERMINATED BY '\n'`

// The place grows through the file. Older versions of Spark cut base64 into lines.
const numbered = String.raw`SELECT monotonically_increasing_id() AS place,
  translate(base64(CAST(value AS BINARY)), '\r\n', '') AS record FROM ${views.input}`

/** Makes a name for a file of text, or for a folder of Parquet. */
export function viewStatement(name: string, format: 'text' | 'parquet', path: string): string {
  const lineEnd = format === 'text' ? String.raw`, lineSep '\n'` : ''
  return `CREATE OR REPLACE TEMPORARY VIEW ${name} USING ${format} OPTIONS (path ${sqlText(path)}${lineEnd})`
}

export const countStatement = `SELECT count(*) AS lines FROM ${views.input}`

/** Of each part how many lines there are, the first place and the sum of all places in it, and the bytes settled. */
export const partsStatement = `SELECT place DIV ${LINES_OF_PART} AS part, count(*) AS lines,
  min(place % ${LINES_OF_PART}) AS first, CAST(sum(CAST(place % ${LINES_OF_PART} AS DECIMAL(20, 0))) AS STRING) AS total,
  CAST(sum(CASE WHEN kind = 'settled' THEN octet_length(came) + 1 ELSE 0 END) AS STRING) AS bytes
FROM ${views.staged} WHERE kind NOT IN ('sample', 'end') GROUP BY part ORDER BY part`

export const endsStatement = `SELECT came FROM ${views.staged} WHERE kind = 'end'`

export const samplesStatement = `SELECT CAST(place AS STRING) AS place, came FROM ${views.staged}
WHERE kind = 'sample' ORDER BY ${views.staged}.place`

/** Writes what was settled, in the order of the input, into files of text whose names have the same order. */
export function settledStatement(folder: string): string {
  return `${textInto(folder)}
SELECT came AS value FROM ${views.staged} WHERE kind = 'settled' ORDER BY place`
}

/** The same of all other lines: place, tab, kind, tab, what came. */
export function otherStatement(folder: string): string {
  return String.raw`${textInto(folder)}
SELECT concat(CAST(place AS STRING), '\t', kind, '\t', came) AS value FROM ${views.staged}
WHERE kind IN ('rejected', 'blank') ORDER BY place`
}

function textInto(folder: string): string {
  return String.raw`INSERT OVERWRITE DIRECTORY ${sqlText(folder)} USING text OPTIONS (lineSep '\n')`
}

/** A text of Spark SQL, in which no variable is replaced either. */
function sqlText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('$', String.raw`\u0024`)
  return `'${escaped}'`
}

function shellText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
