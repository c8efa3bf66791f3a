import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api'
import { renameSync } from 'node:fs'
import { isMoney, type InputColumn, type OutputColumn } from '../../batch/columns.ts'
import { useOf } from '../../batch/read-csv.ts'
import type { Holds } from '../../columns/layout.ts'
import { Refusal } from '../command.ts'
import { quotedName, quotedPath, quotedText, withDuckDb } from './duckdb.ts'
import { columnsRead, wrongHeader } from './header.ts'
import type { Job, RowsRead } from './job.ts'
import type { Manifest } from './manifest.ts'
import { yuan } from './manifest.ts'
import type { Paths } from './work-folder.ts'

/**
 * The rows of a Parquet file as CSV, in their order: what is exact there is exact here, and what is not is refused.
 * Columns that nothing is made of are left out.
 */
export async function unpackParquet(job: RowsRead, paths: Pick<Paths, 'folder' | 'unpacked'>): Promise<void> {
  const { input, person, workers } = job
  const from = `read_parquet(${quotedPath(input.path)}, hive_partitioning = false)`
  await withDuckDb(paths.folder, workers, async (connection) => {
    const columns = await columnsOf(connection, from)
    const uses = useOf(
      columns.map(({ name }) => name),
      columnsRead(job),
      job,
    )
    if ('missing' in uses) throw wrongHeader(uses, job)
    const inexact = columns.filter(({ type }, index) => uses[index]?.kind === 'input' && !isExact(type))
    if (inexact.length > 0)
      throw new Refusal((say) =>
        say.batch.inexactColumns(
          input.path,
          inexact.map(({ name, type }) => `${name} ${String(type)}`),
        ),
      )
    const selected = columns.flatMap(({ name, type }, index) => {
      const use = uses[index]
      if (!use || (use.kind === 'ignored' && name !== person)) return []
      const column = quotedName(name)
      const text = use.kind === 'input' ? cellOf(column, type, use.column) : `CAST(${column} AS VARCHAR)`
      return [`${text} AS ${column}`]
    })
    const made = `${paths.unpacked}.new`
    await connection.run(
      `COPY (SELECT ${selected.join(', ')} FROM ${from}) TO ${quotedText(made)} (FORMAT csv, HEADER)`,
    )
    renameSync(made, paths.unpacked)
  })
}

interface FileColumn {
  readonly name: string
  readonly type: DuckDBType
}

async function columnsOf(connection: DuckDBConnection, from: string): Promise<readonly FileColumn[]> {
  const result = await connection.run(`SELECT * FROM ${from} LIMIT 0`)
  const types = result.columnTypes()
  return result.columnNames().flatMap((name, index) => {
    const type = types[index]
    return type ? [{ name, type }] : []
  })
}

const exactTypes =
  /^(?:VARCHAR|BOOLEAN|DATE|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|ENUM\(.*\)|JSON|"NULL")$/

/** Text, whole and decimal numbers, booleans and dates, and lists of records of these. */
function isExact(type: DuckDBType): boolean {
  const elements = elementOf(type)
  return elements ? elements.every(({ type: inner }) => isExact(inner)) : exactTypes.test(String(type))
}

/** The fields of the records that a list holds; null of what is no such list. */
function elementOf(type: DuckDBType): readonly FileColumn[] | null {
  const inner = 'valueType' in type ? type.valueType : null
  if (!inner || !('entryNames' in inner) || !('entryTypes' in inner)) return null
  const { entryNames, entryTypes } = inner as { entryNames: readonly string[]; entryTypes: readonly DuckDBType[] }
  return entryNames.flatMap((name, index) => {
    const each = entryTypes[index]
    return each ? [{ name, type: each }] : []
  })
}

function cellOf(value: string, type: DuckDBType, { holds }: InputColumn): string {
  const elements = elementOf(type)
  if (!elements || holds.kind !== 'list') return textOf(value, type)
  const fields = elements.map(({ name, type: inner }) => {
    const field = `x.${quotedName(name)}`
    const kind = holds.fields[name]
    const isText = kind !== 'months' && kind !== 'boolean'
    return `${quotedText(name)}: ${isText ? textOf(field, inner) : field}`
  })
  return `to_json(list_transform(${value}, x -> {${fields.join(', ')}}))`
}

/** As text, an amount without the zeros that more than two decimals end in. */
function textOf(value: string, type: DuckDBType): string {
  const text = `CAST(${value} AS VARCHAR)`
  return String(type).startsWith('DECIMAL') ? `regexp_replace(${text}, '(\\.\\d\\d)0+$', '\\1')` : text
}

/** Makes a Parquet file of the rows that were written. */
export async function packParquet(job: Job, outputs: readonly OutputColumn[], paths: Paths): Promise<void> {
  const kept = job.keep.map((name) => [name, 'VARCHAR'] as const)
  const columns = [...kept, ...outputs.map(({ path, holds }) => [path, readType(holds)] as const)]
  const types = columns.map(([name, type]) => `${quotedText(name)}: ${quotedText(type)}`)
  const texts = new Set(outputs.filter(({ holds }) => holds.kind === 'texts').map(({ path }) => path))
  const selected = columns.map(([name]) =>
    texts.has(name) ? `from_json(${quotedName(name)}, '["VARCHAR"]') AS ${quotedName(name)}` : quotedName(name),
  )
  const from = `read_csv(${quotedPath(paths.ordered)}, hive_partitioning = false, columns = {${types.join(', ')}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216)`
  // One thread, so that the file is the same however many there are.
  await withDuckDb(paths.folder, 1, async (connection) => {
    await connection.run(
      `COPY (SELECT ${selected.join(', ')} FROM ${from}) TO ${quotedText(paths.output)} (FORMAT parquet)`,
    )
  })
}

function readType(holds: Holds): string {
  switch (holds.kind) {
    case 'number':
      return holds.parts === 1 ? 'BIGINT' : `DECIMAL(18,${Math.round(Math.log10(holds.parts))})`
    case 'date':
      return holds.byMonth ? 'VARCHAR' : 'DATE'
    case 'boolean':
      return 'BOOLEAN'
    case 'region':
    case 'choice':
    case 'text':
    case 'texts':
      return 'VARCHAR'
  }
}

/** Counts and sums up what stands in the Parquet file. Throws a Refusal where that is not what was settled. */
export async function checkParquet(
  { rows, sums }: Pick<Manifest, 'rows' | 'sums'>,
  outputs: readonly OutputColumn[],
  paths: Paths,
): Promise<void> {
  const amounts = outputs.filter(isMoney).map(({ path }) => path)
  const asked = ['count(*)', ...amounts.map((path) => `coalesce(sum(${quotedName(path)}), 0)`)]
  const selected = asked.map((each, index) => `CAST(${each} AS VARCHAR) AS c${index}`).join(', ')
  await withDuckDb(paths.folder, 1, async (connection) => {
    const result = await connection.runAndReadAll(
      `SELECT ${selected} FROM read_parquet(${quotedPath(paths.output)}, hive_partitioning = false)`,
    )
    const [found = []] = result.getRows()
    const expected = [String(rows.settled), ...amounts.map((path) => yuan(sums[path] ?? '0'))]
    const isSame = expected.every((each, index) =>
      Number(index) === 0 ? found[0] === each : sameAmount(String(found[index]), each),
    )
    if (!isSame) throw new Refusal((say) => say.batch.notAsWritten(paths.output))
  })
}

function sameAmount(one: string, other: string): boolean {
  const fen = (text: string): bigint => BigInt(text.includes('.') ? text.replace('.', '') : `${text}00`)
  return fen(one) === fen(other)
}
