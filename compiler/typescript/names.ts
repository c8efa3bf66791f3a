import type { Program } from '../program/program.ts'
import { isPlainName } from './escape.ts'

/** What every named thing of a program is called in its generated module; no two share a name. */
export interface Names {
  /** The exported function: the decision's identifier. */
  readonly entry: string
  readonly inputType: string
  /** The same over plain counts: the function, and its input. */
  readonly countsEntry: string
  readonly countsInputType: string
  readonly outputType: string
  /** The output as plain counts. */
  readonly countsOutputType: string
  /** The parameter of that type: what an amount is. */
  readonly amountType: string
  /** The exported constant that receipts are made with. */
  readonly provenance: string
  /** By identifier of the definition: the value, and the function that computes it. */
  readonly value: (id: string) => string
  readonly compute: (id: string) => string
  /** By path of the input field: the parameter that carries it. */
  readonly field: (list: string | null, path: string) => string
  /** By the second key of a pair: whether the input has it. */
  readonly given: (key: string) => string
  /** By path of the list: the parameter that carries it, and one element of it. */
  readonly list: (path: string) => string
  readonly element: (path: string) => string
  /** By identifier of the choices: the type, and the constant that holds the members. */
  readonly choices: (id: string) => string
  readonly members: (id: string) => string
  /** By identifier of the choices: the function that knows its members. */
  readonly guard: (id: string) => string
  /** A name for something else, near to the wished one. */
  readonly fresh: (wish: string) => string
}

/** A source of names that differ from each other, from those that are taken, and from the words of the language. */
export function freshNames(taken: readonly string[]): (wish: string) => string {
  const used = new Set([...reserved, ...taken])
  return (wish) => {
    const base = toName(wish)
    let name = base
    for (let count = 2; used.has(name); count++) name = `${base}${/\d$/.test(base) ? '_' : ''}${count}`
    used.add(name)
    return name
  }
}

/** Chooses the names of a module. `imported` are those of the runtime, which stay as they are. */
export function nameProgram(program: Program, imported: readonly string[]): Names {
  // What is computed of the elements of a list stands beside their fields.
  const keys = program.input.lists.flatMap((list) => list.fields.map(({ path }) => path.replace(/\..*/, '')))
  const fresh = freshNames([...imported, ...keys])
  const table = (entries: readonly (readonly [key: string, wish: string])[]): ((key: string) => string) => {
    const names = new Map<string, string>()
    for (const [key, wish] of entries) if (!names.has(key)) names.set(key, fresh(wish))
    return (key) => names.get(key) ?? fail(key)
  }

  const { decision, definitions, input, choices } = program
  const entry = fresh(decision.id.split('.').at(-1) ?? decision.id)
  const inputType = fresh(`${capitalised(entry)}Input`)
  const outputType = fresh(`${capitalised(entry)}Output`)
  const countsEntry = fresh(`${entry}Counts`)
  const countsInputType = fresh(`${capitalised(entry)}CountsInput`)
  const countsOutputType = fresh(`${capitalised(entry)}CountsOutput`)
  const amountType = fresh('Amount')
  const provenance = fresh('provenance')
  const ids = definitions.map(({ id }) => id)
  const fields = [
    ...input.fields.map(({ path }) => [fieldKey(null, path), path] as const),
    ...input.lists.flatMap((list) =>
      list.fields.map(({ path }) => [fieldKey(list.path, path), `${singular(list.path)}.${path}`] as const),
    ),
  ]
  const values = table(ids.map((id) => [id, id]))
  const field = table(fields)
  return {
    entry,
    inputType,
    outputType,
    countsEntry,
    countsInputType,
    countsOutputType,
    amountType,
    provenance,
    value: values,
    compute: table(ids.map((id) => [id, `compute${capitalised(id)}`])),
    field: (list, path) => field(fieldKey(list, path)),
    given: table(input.eitherOf.map(([, key]) => [key, `has.${key}`])),
    list: table(input.lists.map(({ path }) => [path, path])),
    element: table(input.lists.map(({ path }) => [path, singular(path)])),
    choices: table(choices.map(({ id }) => [id, capitalised(id)])),
    members: table(choices.map(({ id }) => [id, `all${capitalised(id)}`])),
    guard: table(choices.map(({ id }) => [id, `is${capitalised(id)}`])),
    fresh,
  }
}

/** `visit.tier` is visitTier; whatever can't stand in a name becomes _. */
function toName(wish: string): string {
  const joined = wish.replace(/\.+(.?)/gu, (_, next: string) => next.toUpperCase())
  const plain = Array.from(joined, (character) =>
    /[A-Za-z0-9_\p{Script=Han}]/u.test(character) ? character : '_',
  ).join('')
  return isPlainName(plain) ? plain : `_${plain}`
}

function fieldKey(list: string | null, path: string): string {
  return list === null ? path : `${list}[].${path}`
}

/** What one element of a list is called: filings, filing. */
function singular(path: string): string {
  if (/[A-Za-z]ies$/.test(path)) return path.replace(/ies$/, 'y')
  if (/[A-Za-z][^s]s$/.test(path)) return path.slice(0, -1)
  return `${path}.each`
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function fail(key: string): never {
  throw new Error(`the program names ${key}, but has no such thing`)
}

// Words of the language, what generated code uses of what is always there, and its own variables.
const reserved = [
  'abstract any as async await bigint boolean break case catch class const continue debugger declare default delete do',
  'else enum export extends false finally for from function get if implements import in infer instanceof interface is',
  'keyof let module namespace never new null number object of package private protected public readonly require',
  'return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown',
  'using var void while with yield arguments eval globalThis Infinity NaN',
  'Array BigInt Boolean Date Error Map Math Number Object Promise Proxy RangeError Readonly ReadonlyArray Record',
  'Reflect Set String Symbol TypeError console exports process',
  '__proto__ constructor prototype input optional sum',
].flatMap((line) => line.split(' '))
