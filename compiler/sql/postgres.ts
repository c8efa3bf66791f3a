import { quoted, type Dialect } from './dialect.ts'
import { standardText } from './escape.ts'

const identifier = (name: string): string => quoted(name, '"')

/**
 * PostgreSQL 14 or newer. Lists are jsonb arrays of objects. `OFFSET 0` keeps the planner from putting each step into
 * the next, which would work a value out as often as it is used.
 */
export const postgres: Dialect = {
  name: 'postgres',
  digits: null,
  types: {
    int: 'integer',
    big: 'bigint',
    wide: 'numeric',
    text: 'text',
    date: 'date',
    boolean: 'boolean',
    texts: 'text[]',
  },
  fence: '\n  OFFSET 0',
  as: 'AS',
  session: [],
  identifier,
  text: standardText,
  quotient: (left, right, width) => (width === 'wide' ? `div(${left}, ${right})` : `${left} / ${right}`),
  date: (text) => `DATE '${text}'`,
  openEnd: "DATE 'infinity'",
  addMonths: (date, count) => `CAST(${date} + make_interval(months => ${count}) AS date)`,
  addDays: (date, count) => `(${date} + ${count})`,
  boundary: (date, side, of) => {
    const year = postgres.part(date, 'year')
    if (of === 'year') return side === 'first' ? `make_date(${year}, 1, 1)` : `make_date(${year}, 12, 31)`
    const first = `make_date(${year}, ${postgres.part(date, 'month')}, 1)`
    return side === 'first' ? first : `CAST(${first} + INTERVAL '1 month - 1 day' AS date)`
  },
  part: (date, part) => `CAST(extract(${part} FROM ${date}) AS integer)`,
  startsWith: (text, prefix) => `starts_with(${text}, ${prefix})`,
  matches: (text, form) => `(${text} ~ ${standardText(`^(?:${form})$`)})`,
  listType: () => 'jsonb',
  list: (fields, elements) => {
    const objects = elements.map((each) => fields.map(({ name }, index) => `${standardText(name)}, ${each[index]}`))
    const built = objects.map((each) => `jsonb_build_object(${each.join(', ')})`)
    // A function takes a hundred arguments at most.
    const parts = Array.from({ length: Math.max(1, Math.ceil(built.length / 100)) }, (_, part) =>
      built.slice(part * 100, part * 100 + 100),
    )
    return parts.map((part) => `jsonb_build_array(${part.join(', ')})`).join(' || ')
  },
  length: (list) => `jsonb_array_length(${list})`,
  field: (element, name, type) =>
    type === 'text'
      ? `(${element} ->> ${standardText(name)})`
      : `CAST(${element} ->> ${standardText(name)} AS ${postgres.types[type]})`,
  map: (list, { element, index }, body) =>
    `ARRAY(SELECT ${body} FROM jsonb_array_elements(${list}) WITH ORDINALITY AS "each"(${element}, ${index}) ORDER BY ${index})`,
  at: (array, index) => `${array}[${index}]`,
  has: (array, is) => `coalesce(${is} = ANY(${array}), FALSE)`,
  sum: (array, width) =>
    `CAST((SELECT coalesce(sum("each"), 0) FROM unnest(${array}) AS "each") AS ${postgres.types[width]})`,
  first: (array) => `(array_remove(${array}, NULL))[1]`,
  texts: (texts) => `array_remove(ARRAY[${texts.join(', ')}], NULL)`,
  dataset: (name, columns, rows) => ({
    step: `${name}(${columns.map(identifier).join(', ')}) AS (VALUES
  ${rows.map((row) => `(${row})`).join(',\n  ')}
)`,
    join: '',
  }),
  lookup: (dataset, row, condition, column) =>
    `(SELECT ${row}.${identifier(column)} FROM ${dataset} AS ${row} WHERE ${condition})`,
}
