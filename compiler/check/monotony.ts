import type { Monotone } from '../../grammar/tree.ts'
import { near } from '../bind/near.ts'
import type { Monotony } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { describeType, isUnknown } from './describe-type.ts'
import { elaborate } from './expression.ts'
import { fail, type Scope } from './scope.ts'
import { languageOf, nameIn } from './spelling.ts'

const countable: ReadonlySet<Type['kind']> = new Set(['money', 'rate', 'points', 'number', 'months'])

/** 单调 as what it says of a number and of an amount of the input; nothing where that is wrong. */
export function elaborateMonotony(item: Monotone, scope: Scope): readonly Monotony[] {
  const { policy, symbols, report, file } = scope
  const value = elaborate(item.value, scope)
  const fields = policy.decision.inputs
    .flatMap((record) => (record.isList ? [] : record.fields))
    .filter(({ type }) => (type.kind === 'money' || type.kind === 'months') && !type.optional)
  const meaning = symbols.meanings.get(item.along.text)
  const field = meaning?.kind === 'input' ? fields.find(({ id }) => id === meaning.field.id) : undefined
  if (!field && item.along.text !== '' && !symbols.unstated.has(item.along.text)) {
    const names = fields.map((each) => nameIn(each, languageOf(scope)))
    report.error(
      meaning ? 'not-an-input-amount' : 'unknown-name',
      { file, span: item.along.span },
      { name: item.along.text, near: meaning ? names : near(item.along.text, names) },
    )
  }
  if (isUnknown(value)) return []
  if (!countable.has(value.type.kind)) {
    fail(scope, 'wrong-type', value.at, { found: describeType(value.type, scope), expected: 'number' })
    return []
  }
  if (!field) return []
  const { start, end } = item.span
  const origin = { file, start, end, article: null, quotes: [], readings: [] }
  return [{ label: item.label.value, value, along: field.id, direction: item.direction, origin }]
}
