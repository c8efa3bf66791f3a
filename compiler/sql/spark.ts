import { quoted, type Dialect } from './dialect.ts'
import { sparkText } from './escape.ts'

const identifier = (name: string): string => quoted(name, '`')

/**
 * Spark SQL 3.4 or newer. Without its ANSI mode overflow is silent. Lists are arrays of
 * structs. `div` of decimals gives 64 bits only, so wide numbers divide what divides without rest.
 */
export const spark: Dialect = {
  name: 'spark',
  // Of 38 digits, six are lost where decimals are divided.
  digits: 32,
  types: {
    int: 'INT',
    big: 'BIGINT',
    wide: 'DECIMAL(38, 0)',
    text: 'STRING',
    date: 'DATE',
    boolean: 'BOOLEAN',
    texts: 'ARRAY<STRING>',
  },
  fence: '',
  as: 'AS',
  // A query has more steps than Spark expects of one.
  session: ['SET spark.sql.ansi.enabled=true', 'SET spark.sql.analyzer.maxIterations=10000'],
  identifier,
  text: sparkText,
  quotient: (left, right, width) =>
    width === 'wide' ? `CAST((${left} - ${left} % ${right}) / ${right} AS DECIMAL(38, 0))` : `${left} div ${right}`,
  date: (text) => `DATE '${text}'`,
  openEnd: "DATE '+294247-01-01'",
  addMonths: (date, count) => `add_months(${date}, ${count})`,
  addDays: (date, count) => `date_add(${date}, ${count})`,
  boundary: (date, side, of) => {
    if (of === 'year') return side === 'first' ? `make_date(year(${date}), 1, 1)` : `make_date(year(${date}), 12, 31)`
    return side === 'first' ? `make_date(year(${date}), month(${date}), 1)` : `last_day(${date})`
  },
  part: (date, part) => `${part}(${date})`,
  startsWith: (text, prefix) => `startswith(${text}, ${prefix})`,
  matches: (text, form) => `(${text} RLIKE ${sparkText(`^(?:${form})\\z`)})`,
  listType: (fields) =>
    `ARRAY<STRUCT<${fields.map(({ name, type }) => `${identifier(name)}: ${spark.types[type]}`).join(', ')}>>`,
  list: (fields, elements) => {
    const structs = elements.map((each) => fields.map(({ name }, index) => `${sparkText(name)}, ${each[index]}`))
    return `CAST(array(${structs.map((each) => `named_struct(${each.join(', ')})`).join(', ')}) AS ${spark.listType(fields)})`
  },
  length: (list) => `CASE WHEN ${list} IS NOT NULL THEN size(${list}) END`,
  field: (element, name) => `${element}.${identifier(name)}`,
  map: (list, { element, index }, body) => `transform(${list}, (${element}, ${index}) -> ${body})`,
  at: (array, index) => `get(${array}, ${index})`,
  has: (array, is) => `coalesce(array_contains(${array}, ${is}), FALSE)`,
  sum: (array, width) => {
    const type = spark.types[width]
    const sum = `aggregate(${array}, CAST(0 AS ${type}), (\`sum\`, \`each\`) -> CAST(\`sum\` + coalesce(\`each\`, 0) AS ${type}))`
    return `coalesce(${sum}, CAST(0 AS ${type}))`
  },
  first: (array) => `get(filter(${array}, \`each\` -> \`each\` IS NOT NULL), 0)`,
  texts: (texts) => `filter(array(${texts.join(', ')}), \`each\` -> \`each\` IS NOT NULL)`,
  dataset: (name, columns, rows) => ({
    step: `${name} AS (
  SELECT collect_list(struct(${columns.map(identifier).join(', ')})) AS ${name}
  FROM (VALUES
    ${rows.map((row) => `(${row})`).join(',\n    ')}
  ) AS \`rows\`(${columns.map(identifier).join(', ')})
)`,
    join: `CROSS JOIN ${name}`,
  }),
  lookup: (dataset, row, condition, column) =>
    `get(filter(${dataset}, ${row} -> ${condition}), 0).${identifier(column)}`,
}
