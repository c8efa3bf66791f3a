import type { Expression, Match, Name } from '../../grammar/tree.ts'
import type { BoundColumn, BoundDataset, BoundPolicy } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import type { Expr, LookupKey, LookupValidity, Place } from '../program/program.ts'
import { describeType, isUnknown, join, unknown } from './describe-type.ts'
import { elaborate } from './expression.ts'
import { fieldType } from './field-type.ts'
import { keyOf } from './possible.ts'
import { fail, placeOf, type Scope } from './scope.ts'
import { languageOf, nameIn } from './spelling.ts'

/** How a match finds its row: what its columns are asked for. */
export interface Key {
  readonly dataset: BoundDataset
  readonly keys: readonly LookupKey[]
  readonly validity: LookupValidity | null
}

/** A part of a match's condition: a column and what it is compared with. */
interface Clause {
  readonly column: BoundColumn
  readonly name: Name
  readonly operator: 'equals' | 'notAfter' | 'notBefore'
  readonly value: Expression
}

export function datasetOf(
  { dataset: { text } }: Match,
  { datasets }: Pick<BoundPolicy, 'datasets'>,
): BoundDataset | null {
  return datasets.find(({ label, id }) => label === text || id === text) ?? null
}

/** The dataset that an unknown name may be a misspelling of. */
export function datasetLike(
  { dataset: { text } }: Match,
  { datasets }: Pick<BoundPolicy, 'datasets'>,
): BoundDataset | null {
  return datasets.find(({ label, id }) => near(text, [label, id]).length > 0) ?? null
}

/** What the columns of a match are compared with: what the names that it gives rest on. */
export function valuesIn(match: Match): readonly Expression[] {
  return conjuncts(match.condition).flatMap((each) => (each.kind === 'compare' ? [each.right] : []))
}

/** The key of a match; null where something is wrong with it, which is said. */
export function elaborateMatch(match: Match, scope: Scope): Key | null {
  const dataset = datasetOf(match, scope.policy)
  if (!dataset) {
    const known = scope.policy.datasets.map((each) => nameIn(each, languageOf(scope)))
    const { text, span } = match.dataset
    if (text) scope.report.error('unknown-dataset', { file: scope.file, span }, { name: text, near: near(text, known) })
    return null
  }
  const clauses = conjuncts(match.condition).map((each) => clauseOf(each, dataset, scope))
  const whole = clauses.filter((each) => each !== null)
  const keys = whole.filter(({ operator }) => operator === 'equals').map((each) => lookupKey(each, scope))
  const validity = validityOf(whole, match, scope)
  if (whole.length < clauses.length || keys.includes(null) || validity === 'wrong') return null
  return { dataset, keys: keys.filter((key) => key !== null), validity }
}

function conjuncts(condition: Expression): readonly Expression[] {
  if (condition.kind === 'parens') return conjuncts(condition.inner)
  return condition.kind === 'logic' && condition.operator === 'and'
    ? condition.operands.flatMap(conjuncts)
    : [condition]
}

function clauseOf(expression: Expression, dataset: BoundDataset, scope: Scope): Clause | null {
  if (expression.kind === 'missing') return null
  if (expression.kind === 'compare' && expression.left.kind === 'name') {
    const { left: name, operator, right: value } = expression
    const column = dataset.columns.find(({ label, id }) => label === name.text || id === name.text)
    if (column && (operator === 'equals' || operator === 'notAfter' || operator === 'notBefore'))
      return { column, name, operator, value }
  }
  wrongForm(expression, dataset, scope)
  return null
}

function wrongForm({ span }: { span: Name['span'] }, dataset: BoundDataset, scope: Scope): void {
  const language = languageOf(scope)
  const columns = dataset.columns.map((each) => nameIn(each, language))
  scope.report.error('match-form', { file: scope.file, span }, { name: nameIn(dataset, language), columns })
}

/** Columns that are the same or not; numbers are compared by more than that. */
const keyKinds: ReadonlySet<string> = new Set(['text', 'choice', 'region', 'date', 'boolean'])

function lookupKey({ column, name, value }: Clause, scope: Scope): LookupKey | null {
  const type = fieldType({ ...column.type, optional: false })
  const found = elaborate(value, scope, type)
  if (isUnknown(found)) return null
  const isKey = keyKinds.has(type.kind)
  if (isKey && found.type.kind !== 'optional' && !isOpenEnded(found) && join(type, found.type))
    return { column: column.id, value: found }
  fail(scope, 'wrong-type', isKey ? found.at : placeOf(name, scope), {
    found: describeType(isKey ? found.type : type, scope),
    expected: isKey ? describeType(type, scope) : 'text',
  })
  return null
}

const isOpenEnded = ({ type }: Expr): boolean => type.kind === 'date' && type.openEnded

/** 起始 不晚于 日期 并且 失效 不早于 日期: one date between two columns, either of which may be left out. */
function validityOf(clauses: readonly Clause[], match: Match, scope: Scope): LookupValidity | null | 'wrong' {
  const [from, ...moreFrom] = clauses.filter(({ operator }) => operator === 'notAfter')
  const [until, ...moreUntil] = clauses.filter(({ operator }) => operator === 'notBefore')
  const first = from ?? until
  if (!first) return null
  const dates = [from, until].flatMap((each) => (each ? [elaborate(each.value, scope)] : []))
  if (dates.some(isUnknown)) return 'wrong'
  const areDates =
    dates.every((date) => date.type.kind === 'date' && !isOpenEnded(date)) &&
    [from, until].every((each) => !each || each.column.type.kind === 'date')
  const isOne = dates.every((date) => keyOf(date) === keyOf(dates[0]!))
  const dataset = datasetOf(match, scope.policy)!
  if (moreFrom.length + moreUntil.length > 0 || !areDates || !isOne) {
    wrongForm(moreFrom[0]?.name ?? moreUntil[0]?.name ?? first.name, dataset, scope)
    return 'wrong'
  }
  return { from: from?.column.id ?? null, until: until?.column.id ?? null, on: dates[0]! }
}

/** What the row says in a column: absent where there is no row, and where its cell is empty. */
export function lookup(key: Key | null, label: string, at: Place): Expr {
  const column = key?.dataset.columns.find((each) => each.label === label)
  if (!key || !column) return unknown(at)
  const { dataset, keys, validity } = key
  const of = fieldType({ ...column.type, optional: false })
  return { kind: 'lookup', dataset: dataset.id, column: column.id, keys, validity, type: { kind: 'optional', of }, at }
}
