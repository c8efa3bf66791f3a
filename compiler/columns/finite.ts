import { once } from '../once.ts'
import { evaluate } from '../interpret/evaluate.ts'
import type { Value as Meant } from '../interpret/evaluation.ts'
import { ProgramError } from '../interpret/program-error.ts'
import { Trace, type Scope } from '../interpret/scope.ts'
import { parseDate } from '../../runtime/date.ts'
import { partsOf, refsIn } from '../program/build.ts'
import type { Expr, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Writing } from './writing.ts'

/** Something that has few values: a choice or a truth of the case, or of the element in hand. */
export interface Atom {
  readonly key: string
  readonly of: Extract<Expr, { kind: 'input' | 'field' | 'ref' | 'isGiven' }>
  readonly values: readonly Meant[]
}

/** More rows than these are no table for people, nor one for a processor's cache. */
const MOST_ROWS = 400

/** What an expression is computed from, if that has few values: an expression of constants alone has none. Else null. */
export function atomsOf(expr: Expr, writing: Writing): readonly Atom[] | null {
  return once(known, expr, () => findAtoms(expr, writing))
}

// An expression is part of one program.
const known = new WeakMap<Expr, readonly Atom[] | null>()

function findAtoms(expr: Expr, writing: Writing): readonly Atom[] | null {
  const atoms = new Map<string, Atom>()
  if (!collect(expr, writing, atoms)) return null
  return rowsOf([...atoms.values()]) <= MOST_ROWS ? [...atoms.values()] : null
}

export function rowsOf(atoms: readonly Atom[]): number {
  return atoms.reduce((product, { values }) => product * values.length, 1)
}

function collect(expr: Expr, writing: Writing, into: Map<string, Atom>): boolean {
  switch (expr.kind) {
    case 'constant':
      return true
    case 'input':
    case 'field':
    case 'isGiven':
      return addAtom(expr, writing, into)
    case 'ref': {
      const value = writing.definitions.get(expr.id)?.value
      const own = value ? atomsOf(value, writing) : null
      if (!own) return addAtom(expr, writing, into)
      for (const atom of own) into.set(atom.key, atom)
      return true
    }
    case 'compare':
      if (isDecided(expr, writing.program)) return true
      return partsOf(expr).every((part) => collect(part, writing, into))
    case 'fold':
    case 'lookup':
    case 'exactly':
    case 'listAll':
    case 'isAbsent':
    case 'integrate':
      return false
    case 'arithmetic':
      if (expr.operator === 'divide' && expr.right.kind !== 'constant') return false
      return partsOf(expr).every((part) => collect(part, writing, into))
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'cases':
    case 'schedule':
    case 'round':
    case 'orElse':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
      return partsOf(expr).every((part) => collect(part, writing, into))
  }
}

function addAtom(of: Atom['of'], { program }: Writing, into: Map<string, Atom>): boolean {
  const values = valuesOf(of.type, program)
  if (!values) return false
  const key = of.kind === 'ref' ? `ref ${of.id}` : of.kind === 'isGiven' ? `given ${of.key}` : `${of.kind} ${of.path}`
  into.set(key, { key, of, values })
  return true
}

function valuesOf(type: Type, { choices }: Program): readonly Meant[] | null {
  if (type.kind === 'boolean') return [false, true].map((is) => ({ kind: 'boolean', is }))
  if (type.kind !== 'choice') return null
  return (
    choices.find(({ id }) => id === type.choices)?.members.map(({ id }) => ({ kind: 'member', member: id })) ?? null
  )
}

/** Has the date that selects the edition the same order to a constant on all of its days? */
function isDecided(expr: Extract<Expr, { kind: 'compare' }>, program: Program): boolean {
  const { from, until, selectedBy } = program.edition
  const isFirst = expr.left.kind === 'input'
  const [date, constant] = isFirst ? [expr.left, expr.right] : [expr.right, expr.left]
  if (date.kind !== 'input' || date.path !== selectedBy || date.type.kind === 'optional') return false
  if (constant.kind !== 'constant' || constant.value.kind !== 'date' || from === null || until === null) return false
  const { date: day } = constant.value
  if (day < from || day > until) return true
  if (expr.operator === 'equal') return from === until
  // date < from is so on no day of the edition, date ≤ until on every one; and the same the other way round.
  return day === ((expr.operator === 'less') === isFirst ? from : until)
}

/**
 * What an expression comes to for one value of each of its atoms; null where it means nothing there. Throws a CaseError
 * where that can't be computed.
 */
export function valueAt(expr: Expr, atoms: ReadonlyMap<Atom, Meant>, { program }: Writing): Meant | null {
  return meaningOf(expr, scopeOf(expr, atoms, program))
}

function meaningOf(expr: Expr, scope: Scope): Meant | null {
  try {
    const value = evaluate(expr, scope)
    return value.kind === 'unstated' ? null : value
  } catch (problem) {
    if (problem instanceof ProgramError) return null
    throw problem
  }
}

function scopeOf(expr: Expr, atoms: ReadonlyMap<Atom, Meant>, program: Program): Scope {
  const fields = new Map<string, Meant>()
  const lists = new Map<string, readonly Map<string, Meant>[]>()
  const elements = new Map(program.input.lists.map(({ path }) => [path, 0]))
  const given = new Set<string>()
  const values = new Map<string, Meant>()
  const elementValues = new Map<string, { list: string; values: readonly Meant[] }>()
  const set = (id: string, value: Meant): void => {
    const over = program.definitions.find((each) => each.id === id)?.over ?? null
    if (over === null) values.set(id, value)
    else elementValues.set(id, { list: over, values: [value] })
  }
  const day = parseDate(program.edition.from ?? '')
  if (day !== null) fields.set(program.edition.selectedBy, { kind: 'date', day })
  for (const [{ of }, value] of atoms) {
    if (of.kind === 'ref') set(of.id, value)
    else if (of.kind === 'input') fields.set(of.path, value)
    else if (of.kind === 'isGiven') {
      if (value.kind === 'boolean' && value.is) given.add(of.key)
    } else {
      const [element = new Map<string, Meant>()] = lists.get(of.list) ?? []
      lists.set(of.list, [element.set(of.path, value)])
    }
  }
  const scope: Scope = {
    input: { fields, lists, given },
    datasets: program.datasets,
    values,
    elementValues,
    elements,
    trace: new Trace(''),
  }
  const known = new Set([...atoms.keys()].flatMap(({ of }) => (of.kind === 'ref' ? [of.id] : [])))
  const needed = new Set<string>()
  const need = (id: string): void => {
    if (known.has(id) || needed.has(id)) return
    needed.add(id)
    const definition = program.definitions.find((each) => each.id === id)
    if (definition) for (const each of refsIn(definition.value)) need(each)
  }
  for (const id of refsIn(expr)) need(id)
  for (const { id, value } of program.definitions) {
    const result = needed.has(id) ? meaningOf(value, scope) : null
    if (result) set(id, result)
  }
  return scope
}
