import { parse } from '../../runtime/rational.ts'
import { areaPrefix } from '../../runtime/region.ts'
import { computedFrom, mayBeAbsent } from '../program/build.ts'
import type { ConstantValue, Expr } from '../program/program.ts'
import { addDate, boundaryOf, compareDates, fullYearsOf, isOpenEnded, monthOf } from './dates.ts'
import { fold } from './fold.ts'
import { elementValue, inputValue } from './given.ts'
import { lookup } from './lookup.ts'
import { liesIn, prefixOf } from './regions.ts'
import type { Quantity } from './quantity.ts'
import { choose, combine, firstGiven, integrate, nothingOf, presence, scheduleOf, transform } from './values.ts'
import { allOf, anyOf, falsehood, isNotNull, isNull, literal, made, notSql, sql, truth, type Sql } from './sql.ts'
import { asNumber, asSql, plain, truthOf, type Value } from './value.ts'
import { type Scope } from './writer.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/**
 * An expression as values of a query. Nothing in it can fail in an engine, whatever a row holds: where the interpreter
 * refuses a case, the value is NULL, and another column says why.
 */
export function write(expr: Expr, scope: Scope): Value {
  if (!scope.isGiven && mayBeAbsent(expr)) {
    const inner = { ...scope, isGiven: true }
    const value = write(expr, inner)
    const names = computedFrom(expr).filter((name) => isOptional(name, scope))
    if (names.length === 0) return value
    const areGiven = allOf(names.map((name) => isNotNull(presence(write(name, inner)))))
    return choose([{ when: areGiven, value }], null, expr.type, scope)
  }
  return writeGiven(expr, scope)
}

export function writeCondition(expr: Expr, scope: Scope): Sql {
  return asSql(write(expr, scope))
}

function isOptional(name: ReturnType<typeof computedFrom>[number], { program }: Scope): boolean {
  switch (name.kind) {
    case 'input':
      return program.input.fields.some(({ path, type }) => path === name.path && type.optional)
    case 'field': {
      const fields = program.input.lists.find(({ path }) => path === name.list)?.fields ?? []
      return fields.some(({ path, type }) => path === name.path && type.optional)
    }
    case 'ref':
      return program.definitions.some(({ id, type }) => id === name.id && type.kind === 'optional')
  }
}

function writeGiven(expr: Expr, scope: Scope): Value {
  const number = (part: Expr): Quantity => asNumber(write(part, scope))
  const condition = (part: Expr): Sql => writeCondition(part, scope)
  const { numbers } = scope
  switch (expr.kind) {
    case 'constant':
      return constant(expr.value, expr, scope)
    case 'input':
      return inputValue(expr.path, scope)
    case 'field':
      return elementValue(expr.list, expr.path, scope)
    case 'ref': {
      const value = scope.definitions.get(expr.id)
      if (!value) throw new Error(`bug in the compiler: ${expr.id} is used before it is defined`)
      return value
    }
    case 'arithmetic': {
      const { operator } = expr
      return combine(write(expr.left, scope), write(expr.right, scope), (a, b) => numbers[operator](a, b))
    }
    case 'compare': {
      const [left, right] = [write(expr.left, scope), write(expr.right, scope)]
      if (left.kind === 'plain' || right.kind === 'plain') return truthOf(compareDates(expr.operator, left, right))
      const signs = { less: '<', lessOrEqual: '<=', equal: '=' } as const
      return truthOf(numbers.compare(asNumber(left), signs[expr.operator], asNumber(right)))
    }
    case 'isOneOf':
      return truthOf(isOneOf(expr, scope))
    case 'liesIn':
      return truthOf(liesIn(asSql(write(expr.place, scope)), areaOf(expr.area, scope), scope))
    case 'and':
      return truthOf(allOf(expr.operands.map(condition)))
    case 'or':
      return truthOf(anyOf(expr.operands.map(condition)))
    case 'not':
      return truthOf(notSql(condition(expr.operand)))
    case 'cases': {
      const whens = expr.branches.map(({ when, value }) => ({ when: condition(when), value: write(value, scope) }))
      return choose(whens, expr.otherwise && write(expr.otherwise, scope), expr.type, scope)
    }
    case 'listAll':
      return plain('texts', listAll(expr, scope))
    case 'schedule':
      return scheduleOf(expr, (rate) => number(rate))
    case 'integrate':
      return {
        kind: 'number',
        number: integrate(write(expr.schedule, scope), number(expr.from), number(expr.to), scope),
      }
    case 'round':
      return transform(write(expr.value, scope), (each) => numbers.round(each, expr.decimals, expr.mode))
    case 'fold':
      return fold(expr, expr.where && condition(expr.where), expr.value && number(expr.value), scope)
    case 'orElse':
      return orElse(expr, scope)
    case 'isGiven':
      return truthOf(isGiven(expr.key, scope))
    case 'isAbsent':
      return truthOf(isNull(presence(write(expr.value, scope))))
    case 'addMonths':
    case 'addDays':
      return plain('date', addDate(expr, asSql(write(expr.date, scope)), number(expr.amount), scope))
    case 'boundary':
      return plain('date', boundaryOf(asSql(write(expr.date, scope)), expr, isOpenEnded(expr.date.type), scope))
    case 'monthOf':
      return { kind: 'number', number: monthOf(asSql(write(expr.date, scope)), scope) }
    case 'fullYears': {
      const [from, to] = [expr.from, expr.to].map((date) => asSql(write(date, scope)))
      return { kind: 'number', number: fullYearsOf(from!, to!, scope) }
    }
    case 'widen': {
      const region = asSql(write(expr.region, scope))
      return plain('text', sql`substr(${region}, 1, ${expr.level === 'province' ? '2' : '4'})`)
    }
    case 'lookup':
      return lookup(
        expr,
        expr.keys.map(({ value }) => asSql(write(value, scope))),
        expr.validity && asSql(write(expr.validity.on, scope)),
        scope,
      )
    case 'exactly':
      return exactly(expr, scope)
  }
}

function constant(value: ConstantValue, { type }: Expr, scope: Scope): Value {
  const { dialect, numbers } = scope
  switch (value.kind) {
    case 'exact': {
      const { n, d } = parse(value.exact)
      return { kind: 'number', number: numbers.constant(n, d) }
    }
    case 'date':
      return plain('date', literal(dialect.date(value.date)))
    case 'openEnded':
      return plain('date', literal(dialect.openEnd))
    case 'region':
      return plain('text', literal(dialect.text(value.prefix)))
    case 'boolean':
      return truthOf(value.is ? truth : falsehood)
    case 'member':
      return plain('text', literal(dialect.text(value.member)))
    case 'text':
      return plain('text', literal(dialect.text(value.text)))
    case 'absent':
      return nothingOf(type, scope)
  }
}

/** What is absent is none of them, and not unknown. */
function isOneOf({ value: expr, members }: Of<'isOneOf'>, scope: Scope): Sql {
  const value = asSql(write(expr, scope))
  if (members.length === 0) return falsehood
  const list = members.map((member) => scope.dialect.text(member))
  const [only, ...others] = list
  const isIn = others.length === 0 ? `= ${only}` : `IN (${list.join(', ')})`
  const condition = made(`${value.text} ${isIn}`, 3, [value])
  return expr.type.kind === 'optional' ? sql`coalesce(${condition}, FALSE)` : condition
}

function areaOf(area: Expr, scope: Scope): Sql {
  return area.kind === 'constant' && area.value.kind === 'region'
    ? literal(scope.dialect.text(areaPrefix(area.value.prefix)))
    : prefixOf(asSql(write(area, scope)), scope)
}

function listAll({ rows, otherwise }: Of<'listAll'>, scope: Scope): Sql {
  const { dialect } = scope
  const conditions = rows.map(({ when }) => writeCondition(when, scope))
  const texts = rows.map(({ text }, index) => `CASE WHEN ${conditions[index]!.text} THEN ${dialect.text(text)} END`)
  const others =
    otherwise === null || conditions.length === 0
      ? []
      : [
          `CASE WHEN NOT (${conditions.map(({ text }) => `(${text})`).join(' OR ')}) THEN ${dialect.text(otherwise)} END`,
        ]
  const all = conditions.length === 0 && otherwise !== null ? [dialect.text(otherwise)] : [...texts, ...others]
  return made(all.length === 0 ? `CAST(NULL AS ${dialect.types.texts})` : dialect.texts(all), 6, conditions)
}

function orElse({ value, fallback }: Of<'orElse'>, scope: Scope): Value {
  return firstGiven(write(value, scope), write(fallback, scope), scope)
}

function isGiven(key: string, { program, dialect }: Scope): Sql {
  const pair = program.input.eitherOf.find((keys) => keys.includes(key))
  if (!pair) throw new Error(`bug in the compiler: ${key} is none of two keys of the input`)
  return made(`${dialect.identifier(pair.join('|'))} = ${dialect.text(key)}`, 3, [])
}

function exactly({ value, limit }: Of<'exactly'>, scope: Scope): Value {
  const { numbers, wholes } = scope
  const { counts, over } = numbers.alike([value, limit].map((part) => asNumber(write(part, scope))))
  const [amount, most] = counts.map((count) => numbers.keep(count))
  const isBetween = made(`${amount!.sql.text} BETWEEN 0 AND ${most!.sql.text}`, 3, [amount!.sql, most!.sql])
  const count = wholes.choose([{ when: isBetween, value: amount! }], null)
  return { kind: 'number', number: { count: wholes.within(count, 0n, most!.most < 0n ? 0n : most!.most), over } }
}
