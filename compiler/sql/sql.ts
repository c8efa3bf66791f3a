/**
 * A piece of a query. `binding` says how tightly it holds together (an operand that holds less is put in parentheses),
 * `level` in which step the last of the columns stands that it uses, `over` which lists it speaks of one element of.
 */
export interface Sql {
  readonly text: string
  readonly binding: Binding
  readonly level: number
  readonly over: readonly string[]
  /** A column or a field as it is: using it again costs nothing. */
  readonly isName?: true
}
type Binding = (typeof bindings)[keyof typeof bindings]

export const bindings = { or: 0, and: 1, not: 2, comparison: 3, sum: 4, product: 5, atom: 6 } as const

/** Text that stands by itself: a call, a literal, CASE … END. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql {
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.text))
  const text = strings.map((each, index) => each + (texts[index] ?? '')).join('')
  return made(
    text,
    bindings.atom,
    parts.filter((part) => typeof part !== 'string'),
  )
}

/** Text made from these parts. */
export function made(text: string, binding: Binding, parts: readonly Sql[]): Sql {
  return {
    text,
    binding,
    level: Math.max(0, ...parts.map(({ level }) => level)),
    over: [...new Set(parts.flatMap(({ over }) => over))],
  }
}

export function literal(text: string): Sql {
  return made(text, bindings.atom, [])
}

/** As an operand of something that binds as tightly as this, or tighter. */
export function operand(part: Sql, binding: Binding): string {
  return part.binding < binding ? `(${part.text})` : part.text
}

export function compareSql(left: Sql, operator: '<' | '<=' | '=' | '<>' | '>' | '>=', right: Sql): Sql {
  const [a, b] = [left, right].map((each) => operand(each, bindings.sum))
  return made(`${a} ${operator} ${b}`, bindings.comparison, [left, right])
}

export const truth = literal('TRUE')
export const falsehood = literal('FALSE')
export const nothing = literal('NULL')

export function allOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, 'and', 'AND', truth)
}

export function anyOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, 'or', 'OR', falsehood)
}

function joined(conditions: readonly Sql[], kind: 'and' | 'or', word: string, neutral: Sql): Sql {
  const [only, ...others] = conditions
  if (!only) return neutral
  if (others.length === 0) return only
  const text = conditions.map((each) => operand(each, bindings[kind])).join(` ${word} `)
  return made(text, bindings[kind], conditions)
}

export function notSql(condition: Sql): Sql {
  return made(`NOT ${operand(condition, bindings.comparison)}`, bindings.not, [condition])
}

export function isNull(value: Sql): Sql {
  return made(`${operand(value, bindings.sum)} IS NULL`, bindings.comparison, [value])
}

export function isNotNull(value: Sql): Sql {
  return made(`${operand(value, bindings.sum)} IS NOT NULL`, bindings.comparison, [value])
}

export interface When {
  readonly when: Sql
  readonly value: Sql
}

/** The value of the first condition that holds; NULL where none does and nothing stands otherwise. */
export function caseOf(whens: readonly When[], otherwise: Sql | null): Sql {
  if (whens.length === 0) return otherwise ?? nothing
  const rows = whens.map(({ when, value }) => `WHEN ${when.text} THEN ${value.text}`)
  const last = otherwise ? [`ELSE ${otherwise.text}`] : []
  const text = `CASE ${[...rows, ...last].join(' ')} END`
  return made(text, bindings.atom, [
    ...whens.flatMap(({ when, value }) => [when, value]),
    ...(otherwise ? [otherwise] : []),
  ])
}

/** The first that is not NULL. */
export function coalesce(values: readonly Sql[]): Sql {
  const [only, ...others] = values
  if (!only) return nothing
  return others.length === 0
    ? only
    : made(`coalesce(${values.map(({ text }) => text).join(', ')})`, bindings.atom, values)
}
