import type { DuckDBConnection } from '@duckdb/node-api'
import { resolve } from 'node:path'
import { Refusal } from '../command.ts'

/** What of the machine's memory DuckDB may use; beyond that it writes to the folder of the run. */
const MEMORY = '1GB'

/** A database in memory for the time of a task. Throws a Refusal where DuckDB is not installed, or where it fails. */
export async function withDuckDb<Result>(
  folder: string,
  threads: number,
  task: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const { DuckDBInstance } = await load()
  const options = { threads: String(threads), memory_limit: MEMORY, temp_directory: folder }
  const instance = await DuckDBInstance.create(':memory:', options)
  const connection = await instance.connect()
  try {
    return await task(connection)
  } catch (problem) {
    if (problem instanceof Refusal) throw problem
    const [first = ''] = String(problem instanceof Error ? problem.message : problem).split('\n')
    throw new Refusal((say) => say.batch.duckDbFailed(first))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Is it installed? */
export async function isDuckDbThere(): Promise<boolean> {
  try {
    await load()
    return true
  } catch (problem) {
    if (problem instanceof Refusal) return false
    throw problem
  }
}

async function load(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch {
    throw new Refusal((say) => say.batch.noDuckDb)
  }
}

/** A name or a text as SQL writes them. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The path of one file to be read: DuckDB takes `*`, `?` and `[` for patterns, and a `~` at the start for a home. */
export const quotedPath = (path: string): string => quotedText(resolve(path).replaceAll(/[*?[]/g, '[$&]'))
