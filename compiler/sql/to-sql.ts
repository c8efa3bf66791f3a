import type { Program } from '../program/program.ts'
import { writeDefinitions } from './definitions.ts'
import type { Dialect } from './dialect.ts'
import { doorRows } from './door.ts'
import { commentText } from './escape.ts'
import { limitsToTry, type Limits } from './limits.ts'
import { writeDatasets } from './lookup.ts'
import { coalesce, literal } from './sql.ts'
import { Steps } from './steps.ts'
import { billColumns, REFUSED, ROW } from './tables.ts'
import { Unwritable } from './unwritable.ts'
import { Wholes } from './whole.ts'
import type { Writer } from './writer.ts'

export interface SqlOptions {
  /** The table of bills; `bills` unless said otherwise. */
  readonly table?: string
  /** Settle as if the edition were in force on the date that selects it. */
  readonly isReplay?: boolean
}

/** A query, and up to where it takes what a case may hold. */
export interface SqlQuery {
  readonly text: string
  readonly limits: Limits
}

/**
 * A program as one query over a table of bills (`billColumns`): a row for each bill, with `row`, the outputs by their
 * dotted paths (amounts in fen), and `refused`. Whole numbers only, in types that hold whatever the limits allow.
 * Throws Unwritable for a program that no query can be made of in this dialect.
 */
export function toSql(program: Program, dialect: Dialect, options: SqlOptions = {}): SqlQuery {
  const tries = limitsToTry.map((limits) => queryWithin(limits, program, dialect, options))
  const written = tries.flatMap((each) => (each instanceof Unwritable ? [] : [each]))
  const fast = written.find(({ isWide, limits }) => !isWide && limits.fen >= ENOUGH_FEN)
  const best = fast ?? written[0]
  if (best) return { text: best.text, limits: best.limits }
  throw tries.at(-1)
}

// Ten thousand million yuan: if these fit 64 bits, wider numbers are for bills that nobody has.
const ENOUGH_FEN = 10n ** 12n

/** The query, and whether it needs more than 64 bits; or why there is none. */
function queryWithin(
  limits: Limits,
  program: Program,
  dialect: Dialect,
  options: SqlOptions,
): (SqlQuery & { readonly isWide: boolean }) | Unwritable {
  const wholes = new Wholes(dialect)
  try {
    return { text: queryOf(program, dialect, limits, wholes, options), limits, isWide: wholes.areWide }
  } catch (error) {
    if (error instanceof Unwritable) return error
    throw error
  }
}

function queryOf(program: Program, dialect: Dialect, limits: Limits, wholes: Wholes, options: SqlOptions): string {
  const bills = billColumns(program, dialect)
  const taken = [...bills.map(({ name }) => name), REFUSED, 'bill', 'given', 'each', 'rows']
  const steps = new Steps(dialect, taken)
  const writer: Writer = {
    program,
    dialect,
    limits,
    steps,
    wholes,
    definitions: new Map(),
  }
  const { outputs, refusals } = writeDefinitions(writer)
  const refused = steps.put(`${REFUSED}|all`, coalesce([literal(dialect.identifier(REFUSED)), ...refusals]))
  const { texts, last } = steps.write('given')
  const columns = [
    dialect.identifier(ROW),
    ...outputs.map(
      ({ name, value }) => `CASE WHEN ${refused.text} IS NULL THEN ${value.text} END AS ${dialect.identifier(name)}`,
    ),
    `${refused.text} AS ${dialect.identifier(REFUSED)}`,
  ]
  const data = writeDatasets(program.datasets, dialect)
  const all = [...data.map(({ step }) => step), ...doorSteps(writer, options, data), ...texts]
  return `${header(program, dialect)}WITH ${all.join(',\n')}\nSELECT\n  ${columns.join(',\n  ')}\nFROM ${dialect.identifier(last)}\n`
}

function doorSteps(
  writer: Writer,
  { table = 'bills', isReplay = false }: SqlOptions,
  data: readonly { readonly join: string }[],
): readonly string[] {
  const { program, dialect } = writer
  const { as, fence } = dialect
  const identifier = (name: string): string => dialect.identifier(name)
  const columns = billColumns(program, dialect).map(({ name }) => identifier(name))
  const door = doorRows(writer, { isReplay })
  const refused = door.length === 0 ? `CAST(NULL AS ${dialect.types.text})` : `CASE\n${door.join('\n')}\n    END`
  const given = columns.map((column) =>
    column === identifier(ROW) ? column : `CASE WHEN ${identifier(REFUSED)} IS NULL THEN ${column} END AS ${column}`,
  )
  const joins = data.map(({ join }) => (join === '' ? '' : `\n  ${join}`)).join('')
  const names = data.length === 0 || joins === '' ? [] : program.datasets.map(({ id }) => identifier(`${id}|data`))
  return [
    `${identifier('bill')} ${as} (\n  SELECT\n    ${columns.join(',\n    ')},\n    ${refused} AS ${identifier(REFUSED)}\n  FROM ${identifier(table)}${fence}\n)`,
    `${identifier('given')} ${as} (\n  SELECT\n    ${[...given, ...names, identifier(REFUSED)].join(',\n    ')}\n  FROM ${identifier('bill')}${joins}${fence}\n)`,
  ]
}

function header(program: Program, dialect: Dialect): string {
  const { policy, decision, edition } = program
  const bills = billColumns(program, dialect).map(({ name, type }) => `  ${dialect.identifier(name)} ${type}`)
  return [
    `${policy.label}（${policy.id}）`,
    `${decision.label}（${decision.id}） · ${edition.name}: ${edition.from ?? '…'} – ${edition.until ?? '…'}`,
    'Generated by daiyu from the policy: change that, not this file.',
    'Amounts are fen, rates and bare numbers millionths. The table of bills has these columns:',
    ...bills,
    ...dialect.session.map((statement) => `First: ${statement}`),
  ]
    .map((line) => `-- ${commentText(line)}\n`)
    .join('')
}
