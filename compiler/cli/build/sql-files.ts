import type { Program } from '../../program/program.ts'
import { dialects } from '../../sql/dialects.ts'
import { toSql } from '../../sql/to-sql.ts'
import { Unwritable } from '../../sql/unwritable.ts'
import { Refusal } from '../command.ts'
import { namesOfFiles, type BuiltFile } from './built-file.ts'

/** Each edition of a decision as a query: ningbo.employee.settle.2023.sql. In the dialect of DuckDB unless it names another. */
export function sqlFiles(programs: readonly Program[], named: string | undefined): readonly BuiltFile[] {
  const dialect = Object.values(dialects).find(({ name }) => name === named) ?? dialects.duckdb
  const names = namesOfFiles(programs)
  return programs.map((program) => {
    const name = names.get(program) ?? ''
    try {
      return { name: `${name}.sql`, text: toSql(program, dialect).text }
    } catch (error) {
      if (!(error instanceof Unwritable)) throw error
      throw new Refusal((say) => say.noQuery(name, error.label, error.why, dialect.name))
    }
  })
}
