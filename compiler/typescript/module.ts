import type { Definition, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { denominatorsOf, type Denominators } from './denominator.ts'
import { nameProgram, type Names } from './names.ts'

/** Everything that generated code may import. */
export const runtimeNames = [
  'addDays',
  'addMonths',
  'amountBetween',
  'CaseError',
  'divide',
  'exactAmountBetween',
  'exactly',
  'exactRational',
  'Fen',
  'formatDate',
  'formatMoney',
  'fullYears',
  'greater',
  'Issue',
  'keyPath',
  'lesser',
  'liesIn',
  'OPEN_ENDED',
  'Percent',
  'rational',
  'refuseInvariant',
  'refuseOutside',
  'Rational',
  'Reader',
  'roundDivide',
  'roundTo',
  'scaled',
  'whole',
  'wholeOrText',
  'widen',
] as const
export type RuntimeName = (typeof runtimeNames)[number]
const types: ReadonlySet<RuntimeName> = new Set(['Fen', 'Issue', 'Percent', 'Rational'])

/** What the writing of one generated module shares. */
export interface Module {
  readonly program: Program
  readonly names: Names
  readonly definitions: ReadonlyMap<string, Definition>
  readonly denominators: Denominators
  /** Gives the name back, and sees to it that the module imports it. */
  readonly use: (name: RuntimeName) => string
  /** The import of what was used so far. */
  readonly imports: () => string
}

export function newModule(program: Program): Module {
  const used = new Set<RuntimeName>()
  return {
    program,
    names: nameProgram(program, runtimeNames),
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    denominators: denominatorsOf(program),
    use: (name) => {
      used.add(name)
      return name
    },
    imports: () => {
      const names = [...used].sort().map((name) => (types.has(name) ? `type ${name}` : name))
      return `import { ${names.join(', ')} } from 'daiyu/runtime'\n`
    },
  }
}

/** The members of a choice type, in the order of the policy; none for another type. */
export function membersOf(type: Type, { program }: Pick<Module, 'program'>): readonly string[] {
  const of = type.kind === 'optional' ? type.of : type
  if (of.kind !== 'choice') return []
  const found = program.choices.find(({ id }) => id === of.choices)
  return found?.members.map(({ id }) => id) ?? []
}
