import { sql, type Sql } from './sql.ts'
import { keepSql, type Scope } from './writer.ts'

/** Does the place begin with the digits that all places in the area begin with? */
export function liesIn(place: Sql, prefix: Sql, { dialect }: Scope): Sql {
  return { ...sql`${place}${prefix}`, text: dialect.startsWith(place.text, prefix.text) }
}

/** The digits that all places in an area begin with: 33 for 330000. */
export function prefixOf(area: Sql, scope: Scope): Sql {
  const code = keepSql(area, 'area', scope)
  return sql`CASE WHEN length(${code}) < 6 THEN ${code} WHEN substr(${code}, 3) = '0000' THEN substr(${code}, 1, 2) WHEN substr(${code}, 5) = '00' THEN substr(${code}, 1, 4) ELSE ${code} END`
}
