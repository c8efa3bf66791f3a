import { analyse, analyseAll, type Arithmetic } from '../arithmetic/analyse.ts'
import type { Dataset, DatasetColumn, Definition, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { textOf, wordsOf, type Code } from './code.ts'
import type { Index } from './lookup.ts'
import { nameProgram, type Names } from './names.ts'

/** Everything that generated code may import. */
export const runtimeNames = [
  'addDays',
  'addMonths',
  'amountBetween',
  'areaPrefix',
  'boundary',
  'CaseError',
  'counts',
  'divide',
  'exactAmountBetween',
  'exactly',
  'exactRational',
  'Fen',
  'formatDate',
  'formatMonth',
  'formatMoney',
  'fullYears',
  'greater',
  'indexBy',
  'inNumbers',
  'InputForm',
  'isObject',
  'isRegion',
  'Issue',
  'isText',
  'largeAmountBetween',
  'lesser',
  'LONGEST_LIST',
  'liesIn',
  'listAll',
  'monthOf',
  'monthsOf',
  'nonZero',
  'OPEN_ENDED',
  'outsideEdition',
  'Percent',
  'Provenance',
  'rational',
  'Receipt',
  'readBySchema',
  'receiptFor',
  'refuseInvariant',
  'refuseRequirement',
  'Rational',
  'roundDivide',
  'roundNumber',
  'roundTo',
  'scaled',
  'Schema',
  'texts',
  'whole',
  'wholeOrText',
  'widen',
] as const
export type RuntimeName = (typeof runtimeNames)[number]
const types: ReadonlySet<RuntimeName> = new Set([
  'Fen',
  'InputForm',
  'Issue',
  'Percent',
  'Provenance',
  'Rational',
  'Schema',
])

// What they mention is not used for that. A text can hold no such beginning of a line.
const comments = /^ *(?:\/\*\*(?:.|\n)*?\*\/|\/\/.*)/gmu

/** What the writing of one generated module shares. */
export interface Module {
  readonly program: Program
  readonly names: Names
  readonly definitions: ReadonlyMap<string, Definition>
  readonly arithmetic: Arithmetic
  /** What functions do that were written so far, by their names. */
  readonly functions: Map<string, string>
  /** The name that was given for a wish, the same each time. */
  readonly wished: (wish: string) => string
  /** The choices whose type, or whose list of members, was named so far. */
  readonly named: { readonly choices: ReadonlySet<string>; readonly members: ReadonlySet<string> }
  /** What the index of a dataset by some of its columns is called. */
  readonly index: (dataset: Dataset, columns: readonly DatasetColumn[]) => string
  /** The indexes that were named so far. */
  readonly indexes: () => readonly Index[]
  /** Gives the name back, and sees to it that the module imports it. */
  readonly use: (name: RuntimeName) => string
  /** The import of what was used and stands in the text. */
  readonly imports: (text: Code) => string
}

export function newModule(program: Program): Module {
  const used = new Set<RuntimeName>()
  const names = nameProgram(program, runtimeNames)
  const named = { choices: new Set<string>(), members: new Set<string>() }
  const note = (name: (id: string) => string, into: Set<string>) => (id: string) => {
    into.add(id)
    return name(id)
  }
  const indexes = new Map<string, Index>()
  const wishes = new Map<string, string>()
  return {
    index: (dataset, columns) => {
      const key = [dataset, ...columns].map(({ id }) => id).join(' ')
      const known = indexes.get(key) ?? { name: names.fresh(`${dataset.id}.by`), dataset, columns }
      indexes.set(key, known)
      return known.name
    },
    indexes: () => [...indexes.values()],
    program,
    named,
    names: { ...names, choices: note(names.choices, named.choices), members: note(names.members, named.members) },
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    arithmetic: analyse(program),
    functions: new Map(),
    wished: (wish) => {
      const name = wishes.get(wish) ?? names.fresh(wish)
      wishes.set(wish, name)
      return name
    },
    use: (name) => {
      used.add(name)
      return name
    },
    imports: (text) => {
      const words = new Set(wordsOf(textOf(text).replace(comments, '')).map((word) => word.text))
      const names = [...used]
        .filter((name) => words.has(name))
        .sort()
        .map((name) => (types.has(name) ? `type ${name}` : name))
      return `import { ${names.join(', ')} } from 'daiyu/runtime'\n`
    },
  }
}

/** The same module, for what is computed of every case that the door lets in. */
export function forLarge(module: Module): Module {
  return { ...module, arithmetic: analyseAll(module.program) }
}

/** The members of a choice type, in the order of the policy; none for another type. */
export function membersOf(type: Type, { program }: Pick<Module, 'program'>): readonly string[] {
  const of = type.kind === 'optional' ? type.of : type
  if (of.kind !== 'choice') return []
  const found = program.choices.find(({ id }) => id === of.choices)
  return found?.members.map(({ id }) => id) ?? []
}
