import { definitionsRequired } from '../program/build.ts'
import type { Definition, Origin, OutputField, Program } from '../program/program.ts'
import { boundaryOf, isOpenEnded } from './dates.ts'
import { write, writeCondition } from './expression.ts'
import { firstReason } from './fold.ts'
import type { Quantity } from './quantity.ts'
import { reason, reasonText, refusal } from './refusal.ts'
import { caseOf, compareSql, literal, nothing, sql, type Sql } from './sql.ts'
import { denominatorColumn, partsOfOutput } from './tables.ts'
import { Unwritable } from './unwritable.ts'
import { asSql, type Value } from './value.ts'
import type { Whole } from './whole.ts'
import { scopeOf, type Scope, type Writer } from './writer.ts'

/** A column of what comes out. */
export interface OutputColumn {
  readonly name: string
  readonly value: Sql
}

/**
 * Puts all definitions of the program into columns, and what is asked of them. `refusals` are why a row is refused,
 * the first first, as the interpreter would say it.
 */
export function writeDefinitions(writer: Writer): {
  readonly outputs: readonly OutputColumn[]
  readonly refusals: readonly Sql[]
} {
  const { program } = writer
  const required = definitionsRequired(program)
  const define = (each: Definition): readonly Sql[] => naming(each.label, () => writeDefinition(each, writer))
  const before = program.definitions.slice(0, required).flatMap(define)
  const requirements = program.requirements.map((each, index) => ({ ...each, name: `requirement|${index + 1}` }))
  const unmet = conditionsHold(requirements, 'requirement-not-met', writer)
  const after = program.definitions.slice(required).flatMap(define)
  const invariants = program.invariants.map((each, index) => ({ ...each, path: '', name: `invariant|${index + 1}` }))
  const broken = conditionsHold(invariants, 'invariant-broken', writer)
  const written = program.output.map((each) => naming(each.label, () => writeOutput(each, writer)))
  return {
    outputs: written.flatMap(({ columns }) => columns),
    refusals: [...before, ...unmet, ...after, ...broken, ...written.flatMap(({ failing }) => failing)],
  }
}

/** Says of what cannot be written where it stands. */
function naming<Result>(label: string, writeIt: () => Result): Result {
  try {
    return writeIt()
  } catch (error) {
    throw error instanceof Unwritable ? new Unwritable(error.why, label) : error
  }
}

function conditionsHold(
  conditions: readonly (Program['requirements'][number] & { readonly name: string })[],
  code: 'requirement-not-met' | 'invariant-broken',
  writer: Writer,
): readonly Sql[] {
  const asked = conditions.map(({ condition, label, path, name, origin }) =>
    naming(label, () => {
      const scope = scopeOf(writer, name)
      const failing = refusal(condition, label, scope)
      const said = reason(reasonText(code, path, label), writer)
      // A condition that is unknown would refuse: nothing passes that was not found to hold.
      const broken = caseOf([{ when: writeCondition(condition, scope), value: nothing }], said)
      return {
        failing: put(`${name}|fails`, failing, writer),
        broken: put(name, broken, writer, comments(label, origin, writer)),
      }
    }),
  )
  return [...asked.flatMap(({ failing }) => failing), ...asked.flatMap(({ broken }) => broken)]
}

function put(name: string, value: Sql | null, { steps }: Writer, remarks: readonly string[] = []): readonly Sql[] {
  return value ? [steps.put(name, value, remarks)] : []
}

function writeDefinition(definition: Definition, writer: Writer): readonly Sql[] {
  const { id, label, over, value: expr, origin } = definition
  const scope = scopeOf(writer, id)
  const failing = refusal(expr, label, scope)
  const reasons = put(`${id}|refused`, failing && over !== null ? firstReason(over, failing, scope) : failing, writer)
  // No condition asks what texts say, and no output is of an element.
  if (expr.type.kind === 'texts' && over !== null) return reasons
  writer.definitions.set(id, columnsOf(definition, write(expr, scope), scope, comments(label, origin, writer)))
  return reasons
}

function columnsOf({ id, over, type }: Definition, value: Value, scope: Scope, remarks: readonly string[]): Value {
  // A constant of each element is one too.
  const ofElement = (text: Sql): Sql => (over === null ? text : { ...text, over: [over] })
  const quantity = (number: Quantity, name: string, said: readonly string[]): Quantity => {
    const { counts, over: denominator } = isCounted(type)
      ? scope.numbers.alike([number, hundredth(scope)])
      : { counts: [number.count], over: number.over }
    const hold = (whole: Whole, called: string, above: readonly string[]): Whole => ({
      ...whole,
      sql: scope.steps.put(called, ofElement(whole.sql), above),
    })
    return {
      count: hold(counts[0]!, name, said),
      over: typeof denominator === 'bigint' ? denominator : hold(denominator, `${name}|over`, []),
    }
  }
  switch (value.kind) {
    case 'number':
      return { kind: 'number', number: quantity(value.number, id, remarks) }
    case 'schedule':
      return {
        ...value,
        rates: value.rates.map((rate, band) => quantity(rate, `${id}|band ${band + 1}`, band === 0 ? remarks : [])),
      }
    case 'plain':
      return { ...value, sql: scope.steps.put(id, ofElement(value.sql), remarks) }
  }
}

// Amounts are kept in fen and rates in per cent, even where less would do.
function isCounted(type: Definition['type']): boolean {
  const { kind } = type.kind === 'optional' ? type.of : type
  return kind === 'money' || kind === 'rate' || kind === 'points' || kind === 'schedule'
}

function hundredth({ numbers }: Scope): Quantity {
  return numbers.constant(1n, 100n)
}

function writeOutput(
  output: OutputField,
  writer: Writer,
): { readonly columns: readonly OutputColumn[]; readonly failing: readonly Sql[] } {
  const { path, label, type, asMonth, value: expr } = output
  const scope = scopeOf(writer, `output|${path}`)
  const failing = put(`output|${path}|refused`, refusal(expr, label, scope), writer)
  const value = write(expr, scope)
  const hold = (each: Sql, name: string): OutputColumn => ({
    name,
    value: each.isName ? each : writer.steps.put(`output|${name}`, each),
  })
  if (value.kind !== 'number') {
    return { columns: [hold(plainOutput(asSql(value), type, asMonth === true, scope), path)], failing }
  }
  const parts = partsOfOutput(type)
  if (parts !== null) return { columns: [hold(scope.numbers.countOf(value.number, parts).sql, path)], failing }
  const { count, over } = value.number
  const denominator = typeof over === 'bigint' ? writer.wholes.constant(over) : over
  return { columns: [hold(count.sql, path), hold(denominator.sql, denominatorColumn(output))], failing }
}

function plainOutput(value: Sql, type: OutputField['type'], asMonth: boolean, scope: Scope): Sql {
  const { kind } = type.kind === 'optional' ? type.of : type
  if (kind === 'region') return sql`rpad(${value}, 6, '0')`
  if (kind !== 'date') return value
  const end = literal(scope.dialect.openEnd)
  const closed = isOpenEnded(type) ? caseOf([{ when: compareSql(value, '<>', end), value }], null) : value
  return asMonth ? boundaryOf(closed, { side: 'first', of: 'month' }, false, scope) : closed
}

function comments(label: string, { article }: Origin, { program }: Writer): readonly string[] {
  const from = article === null ? undefined : program.articles[article]
  const source = program.sources[from?.source ?? -1]
  return [from ? `${label} · ${source?.name ?? ''}「${from.title}」` : label]
}
