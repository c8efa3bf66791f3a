import { type Dialect } from './dialect.ts'
import { commentText } from './escape.ts'
import { literal, sql, type Sql } from './sql.ts'

/** The columns that a query works out, each in the first step in which all is there that it uses. */
export class Steps {
  readonly #dialect: Dialect
  readonly #taken: Set<string>
  readonly #columns: StepColumn[] = []

  constructor(dialect: Dialect, taken: readonly string[]) {
    this.#dialect = dialect
    this.#taken = new Set(taken.map(folded))
  }

  get columns(): readonly StepColumn[] {
    return this.#columns
  }

  /** The name of a column that no other has, in whatever case an engine reads it. */
  fresh(wish: string): string {
    const short = shortened(wish)
    let name = short
    for (let count = 2; this.#taken.has(folded(name)); count++) name = `${short}|${count}`
    this.#taken.add(folded(name))
    return name
  }

  /**
   * Puts a value into a column. Where it speaks of one element of a list, the column holds an array, and what is given
   * back speaks of that element.
   */
  put(wish: string, value: Sql, comments: readonly string[] = []): Sql {
    const name = this.fresh(wish)
    const [list, other] = value.over
    if (other !== undefined) throw new Error(`bug in the compiler: ${wish} is of elements of two lists`)
    const text = list === undefined ? value.text : this.map(list, value).text
    const level = value.level + 1
    this.#columns.push({ name, text, level, comments })
    const column: Sql = { ...literal(this.#dialect.identifier(name)), level, isName: true }
    return list === undefined ? column : this.#atElement(column, list)
  }

  /** An array of a value for each element of a list. */
  map(list: string, value: Sql): Sql {
    const { element, index } = this.names(list)
    const text = this.#dialect.map(
      this.#dialect.identifier(list),
      { element: element.text, index: index.text },
      value.text,
    )
    return { ...value, text, binding: literal('').binding, over: value.over.filter((each) => each !== list) }
  }

  /** A field of the element of a list in hand. */
  names(list: string): { readonly element: Sql; readonly index: Sql } {
    const name = (suffix: string): Sql => ({
      ...literal(this.#dialect.identifier(`${shortened(list)}|${suffix}`)),
      over: [list],
    })
    return { element: name('one'), index: name('place') }
  }

  #atElement(array: Sql, list: string): Sql {
    const { index } = this.names(list)
    return { ...sql`${array}${index}`, text: this.#dialect.at(array.text, index.text), isName: true }
  }

  /** The text of all steps, and the name of the last. `first` is the name of the step before them. */
  write(first: string): { readonly texts: readonly string[]; readonly last: string } {
    const dialect = this.#dialect
    const levels = Math.max(0, ...this.#columns.map(({ level }) => level))
    const texts: string[] = []
    let last = first
    for (let level = 1; level <= levels; level++) {
      const here = this.#columns.filter((column) => column.level === level)
      if (here.length === 0) continue
      const name = this.fresh(`step ${level}`)
      const columns = here.map(({ name: column, text, comments }) => {
        const above = comments.map((comment) => `    -- ${commentText(comment)}\n`).join('')
        return `${above}    ${text} AS ${dialect.identifier(column)}`
      })
      texts.push(
        `${dialect.identifier(name)} ${dialect.as} (\n  SELECT *,\n${columns.join(',\n')}\n  FROM ${dialect.identifier(last)}${dialect.fence}\n)`,
      )
      last = name
    }
    return { texts, last }
  }
}

export interface StepColumn {
  readonly name: string
  readonly text: string
  readonly level: number
  readonly comments: readonly string[]
}

// PostgreSQL cuts names after 63 bytes, and what is left might be the same of two.
function shortened(name: string): string {
  const encoder = new TextEncoder()
  let short = ''
  for (const character of name) {
    if (encoder.encode(short + character).length > 50) return short
    short += character
  }
  return short
}

function folded(name: string): string {
  return name.toLowerCase()
}
