import { quoted, type Dialect } from './dialect.ts'
import { standardText } from './escape.ts'

const identifier = (name: string): string => quoted(name, '"')

/** DuckDB 1.3 or newer. `/` would divide in floating point, `//` divides whole numbers toward zero. */
export const duckdb: Dialect = {
  name: 'duckdb',
  digits: 38,
  types: {
    int: 'INTEGER',
    big: 'BIGINT',
    wide: 'HUGEINT',
    text: 'VARCHAR',
    date: 'DATE',
    boolean: 'BOOLEAN',
    texts: 'VARCHAR[]',
  },
  fence: '',
  as: 'AS NOT MATERIALIZED',
  session: [],
  identifier,
  text: standardText,
  quotient: (left, right) => `${left} // ${right}`,
  date: (text) => `DATE '${text}'`,
  openEnd: "DATE 'infinity'",
  addMonths: (date, count) => `CAST(${date} + to_months(${count}) AS DATE)`,
  addDays: (date, count) => `(${date} + ${count})`,
  boundary: (date, side, of) => {
    if (of === 'year') return side === 'first' ? `make_date(year(${date}), 1, 1)` : `make_date(year(${date}), 12, 31)`
    return side === 'first' ? `make_date(year(${date}), month(${date}), 1)` : `last_day(${date})`
  },
  part: (date, part) => `CAST(${part}(${date}) AS INTEGER)`,
  startsWith: (text, prefix) => `starts_with(${text}, ${prefix})`,
  matches: (text, form) => `regexp_full_match(${text}, ${standardText(form)})`,
  listType: (fields) =>
    `STRUCT(${fields.map(({ name, type }) => `${identifier(name)} ${duckdb.types[type]}`).join(', ')})[]`,
  list: (fields, elements) => {
    const structs = elements.map((each) => fields.map(({ name }, index) => `${standardText(name)}: ${each[index]}`))
    return `CAST([${structs.map((each) => `{${each.join(', ')}}`).join(', ')}] AS ${duckdb.listType(fields)})`
  },
  length: (list) => `len(${list})`,
  field: (element, name) => `${element}.${identifier(name)}`,
  map: (list, { element, index }, body) => `list_transform(${list}, lambda ${element}, ${index}: ${body})`,
  at: (array, index) => `${array}[${index}]`,
  has: (array, is) => `coalesce(list_contains(${array}, ${is}), FALSE)`,
  sum: (array, width) => `CAST(coalesce(list_sum(${array}), 0) AS ${duckdb.types[width]})`,
  first: (array) => `list_filter(${array}, lambda "each": "each" IS NOT NULL)[1]`,
  texts: (texts) => `list_filter([${texts.join(', ')}], lambda "each": "each" IS NOT NULL)`,
  dataset: (name, columns, rows) => ({
    step: `${name} AS (
  SELECT list({${columns.map((column) => `${standardText(column)}: ${identifier(column)}`).join(', ')}}) AS ${name}
  FROM (VALUES
    ${rows.map((row) => `(${row})`).join(',\n    ')}
  ) AS "rows"(${columns.map(identifier).join(', ')})
)`,
    join: `CROSS JOIN ${name}`,
  }),
  lookup: (dataset, row, condition, column) =>
    `list_filter(${dataset}, lambda ${row}: ${condition})[1].${identifier(column)}`,
}
