/**
 * Random programs that mean something: every type, every kind of expression, names that are reserved words. What is
 * not stated (a table without an "otherwise" that leaves cases open) is never used, as the checker proves of real ones.
 */
import type { Definition, Expr, Field, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import * as make from '../interpret/make.ts'

/** Draws one of so many choices, from 0. */
export type Draw = (choices: number) => number

type Sort = 'money' | 'rate' | 'number' | 'age' | 'boolean' | 'date' | 'region' | 'tier' | 'bands'

const tier: Type = { kind: 'choice', choices: 'Tier' }
const tiers = ['tertiary', 'secondary', 'community'] as const
const edges = ['100', '1000/3']
const bands: Type = { kind: 'schedule', decimals: null, edges }
const age: Type = { kind: 'age' }
const closedDate: Type = { kind: 'date', openEnded: false }
const typeOf: Record<Sort, Type> = {
  money: { kind: 'money', decimals: null },
  rate: { kind: 'rate', decimals: null },
  number: { kind: 'number', decimals: null },
  age,
  boolean: make.truth,
  date: closedDate,
  region: make.region,
  tier,
  bands,
}
const sorts = Object.keys(typeOf) as Sort[]

const fields: readonly { path: string; sort: Sort; field: Field['type'] }[] = [
  { path: 'on', sort: 'date', field: { kind: 'date', optional: false } },
  { path: 'born', sort: 'date', field: { kind: 'date', optional: false } },
  { path: 'bill.total', sort: 'money', field: { kind: 'money', optional: false } },
  { path: 'bill.class', sort: 'money', field: { kind: 'money', optional: false } },
  { path: 'bill.share', sort: 'rate', field: { kind: 'rate', optional: false } },
  { path: 'factor', sort: 'number', field: { kind: 'number', optional: false } },
  { path: 'emergency', sort: 'boolean', field: { kind: 'boolean', optional: false } },
  { path: 'place', sort: 'region', field: { kind: 'region', optional: false } },
  { path: 'tier', sort: 'tier', field: { kind: 'choice', choices: 'Tier', optional: false } },
]
const elementFields: readonly { path: string; sort: Sort; field: Field['type'] }[] = [
  { path: 'amount', sort: 'money', field: { kind: 'money', optional: false } },
  { path: 'kind', sort: 'tier', field: { kind: 'choice', choices: 'Tier', optional: false } },
  { path: 'flag', sort: 'boolean', field: { kind: 'boolean', optional: false } },
  { path: 'from', sort: 'date', field: { kind: 'date', optional: false } },
]
const optionalFields: readonly Field[] = [
  { path: 'until', label: '止', type: { kind: 'date', optional: true }, platform: null },
  { path: 'bill.extra', label: '另', type: { kind: 'money', optional: true }, platform: null },
]

const ids = ['class', 'sum', 'value', 'settle', 'readInput', 'filing', 'items', 'given', 'path', '给付', 'constructor']
const labels = ['*/ alert(1) /*', '「标签」\n// x', '${x}`', '\u202Eerutuf', '@ts-ignore', '</script>']

interface Wish {
  /** How many definitions. */
  readonly size: number
  /** Nothing in it can show that a case is wrong. */
  readonly isCalm: boolean
}

export function randomProgram(draw: Draw, { size, isCalm }: Wish = { size: 3 + draw(8), isCalm: false }): Program {
  const definitions: Definition[] = []
  for (let index = 0; index < size; index++) {
    const over = draw(4) === 0 ? 'items' : null
    const sort = pick(draw, sorts)
    const scope: Scope = { draw, definitions, over, inHand: new Set(), depth: 3, isCalm }
    const value = expression(sort, scope)
    const id = index < ids.length && draw(2) === 0 ? ids[index]! : `defined${index}`
    const label = draw(3) === 0 ? pick(draw, labels) : id
    definitions.push(make.define(id, value, { type: typeOf[sort], over, label }))
  }
  const nothing: Scope = { draw, definitions, over: null, inHand: new Set(), depth: 2, isCalm }
  const unstated = make.cases([make.when(expression('boolean', nothing), expression('money', nothing))], null)
  const computed = optionalComputed(nothing)
  const all = [...definitions, ...computed, make.define('unstated', unstated, { type: typeOf.money })]
  return make.program({
    choices: [{ id: 'Tier', label: '*/等级', members: tiers.map((id) => ({ id, label: id })) }],
    input: {
      eitherOf: [],
      fields: [...fields.map(asField), ...optionalFields],
      lists: [{ path: 'items', label: '明细', fields: elementFields.map(asField) }],
    },
    definitions: all,
    invariants:
      !isCalm && draw(3) === 0
        ? [{ label: 'a "promise"', condition: expression('boolean', nothing), origin: make.origin }]
        : [],
    output: [...definitions, ...computed]
      .filter(({ over, type }) => over === null && type.kind !== 'schedule')
      .map(asOutput),
  })
}

/** Values that are absent where a field is that they are computed from. */
function optionalComputed(scope: Scope): readonly Definition[] {
  const until = make.input('until', closedDate)
  const extra = make.input('bill.extra', typeOf.money)
  const later = make.later(make.boundary(until, 'last', 'month'), 'addDays', make.exact('1'))
  const sum = make.round(
    make.arithmetic(
      'add',
      expression('money', scope),
      make.arithmetic('multiply', extra, make.exact('1/3', typeOf.rate)),
    ),
    'halfUp',
    2,
    make.money,
  )
  const optional = (value: Expr): Expr => ({ ...value, type: make.optional(value.type) }) as Expr
  return [
    make.define('afterEnd', optional(later), { type: make.optional(closedDate) }),
    make.define('more', optional(sum), { type: make.optional(make.money) }),
    make.define('ageThen', optional(make.fullYears(expression('date', scope), until)), { type: make.optional(age) }),
  ]
}

/** `amounts` may be drawn too, besides what is always drawn. */
export function randomInput(draw: Draw, amounts: readonly string[] = []): unknown {
  const date = (): string => pick(draw, ['2023-01-01', '2023-12-31', '2023-02-28', '2023-06-15'])
  const money = (): unknown => pick(draw, [...always, ...amounts])
  const item = () => ({ amount: money(), kind: pick(draw, tiers), flag: draw(2) === 0, from: date() })
  return {
    on: date(),
    born: pick(draw, ['1980-02-29', '1978-06-15', '2023-06-15', '1999-12-31']),
    bill: {
      total: money(),
      class: money(),
      share: pick(draw, ['0.15', '0', '1', '0.333333']),
      extra: draw(2) === 0 ? null : money(),
    },
    factor: pick(draw, ['0', '1.5', '-2', '0.000001', 12]),
    emergency: draw(2) === 0,
    place: pick(draw, ['330200', '330281', '310000', '320600']),
    tier: pick(draw, tiers),
    until: draw(2) === 0 ? null : date(),
    items: Array.from({ length: draw(4) }, item),
  }
}

const always = ['0.00', '100', '100.01', '333.33', '333.34', 5000, '0.05', '99999999.99'] as const

interface Scope {
  readonly draw: Draw
  readonly definitions: readonly Definition[]
  readonly over: string | null
  readonly inHand: ReadonlySet<string>
  readonly depth: number
  readonly isCalm: boolean
}

function expression(sort: Sort, scope: Scope): Expr {
  const { draw } = scope
  if (scope.depth === 0 || draw(5) === 0) return leaf(sort, scope)
  const inner = { ...scope, depth: scope.depth - 1 }
  if (sort !== 'boolean' && draw(4) === 0) return cases(sort, inner)
  return compound(sort, inner) ?? leaf(sort, scope)
}

function leaf(sort: Sort, scope: Scope): Expr {
  const { draw, definitions } = scope
  const hasElement = scope.over !== null || scope.inHand.size > 0
  const references = definitions
    .filter(({ type, over }) => sortOf(type) === sort && (over === null || hasElement))
    .map(({ id, type }) => make.ref(id, type))
  const inputs = fields.filter((each) => each.sort === sort).map(({ path }) => make.input(path, typeOf[sort]))
  const ofElement = hasElement ? elementFields.filter((each) => each.sort === sort) : []
  const elements = ofElement.map(({ path }) => make.field('items', path, typeOf[sort]))
  return pick(draw, [...references, ...inputs, ...elements, constant(sort, draw)])
}

function constant(sort: Sort, draw: Draw): Expr {
  switch (sort) {
    case 'money':
      return make.exact(pick(draw, ['0', '100', '1200.50', '1/3', '-5']), typeOf.money)
    case 'rate':
      return make.exact(pick(draw, ['0', '3/20', '1', '63/1000']), typeOf.rate)
    case 'number':
      return make.exact(pick(draw, ['0', '4/3', '-2', '73/63', '12']), typeOf.number)
    case 'age':
      return make.exact(pick(draw, ['45', '0', '70']), age)
    case 'boolean':
      return make.is(draw(2) === 0)
    case 'date':
      return { ...make.day(pick(draw, ['2023-02-01', '2023-06-15', '1980-02-29'])), type: closedDate }
    case 'region':
      return make.area(pick(draw, ['330200', '3302', '33', '310000']))
    case 'tier':
      return make.member(pick(draw, tiers))
    case 'bands':
      return make.schedule(bands, ...edges.map(() => pick(draw, ['1/5', '0', '9/10'])), pick(draw, ['1/3', '1/10']))
  }
}

/** A table: exhaustive over the members of a choice, or with an "otherwise". */
function cases(sort: Sort, scope: Scope): Expr {
  const { draw } = scope
  const value = (): Expr => expression(sort, scope)
  if (draw(2) === 0) {
    const subject = leaf('tier', scope)
    const rows = [['tertiary'], ['community', 'secondary']]
    return make.cases(
      rows.map((members) => make.when(make.isOneOf(subject, ...members), value())),
      null,
      typeOf[sort],
    )
  }
  const branches = Array.from({ length: 1 + draw(3) }, () => make.when(expression('boolean', scope), value()))
  return make.cases(branches, value(), typeOf[sort])
}

function compound(sort: Sort, scope: Scope): Expr | null {
  const { draw } = scope
  const some = (wanted: Sort): Expr => expression(wanted, scope)
  const divisor = (wanted: 'money' | 'number'): Expr =>
    scope.isCalm ? make.arithmetic('greater', some(wanted), make.exact('1/7', typeOf[wanted])) : some(wanted)
  const alike = pick(draw, ['add', 'subtract', 'lesser', 'greater'] as const)
  const mode = pick(draw, ['halfUp', 'up', 'down', 'halfEven'] as const)
  switch (sort) {
    case 'money':
      return pick(draw, [
        () => make.arithmetic(alike, some('money'), some('money')),
        () => make.arithmetic('multiply', some('money'), some(pick(draw, ['rate', 'number'] as const)), typeOf.money),
        () => make.arithmetic('multiply', some('rate'), some('money'), typeOf.money),
        () => make.arithmetic('divide', some('money'), divisor('number'), typeOf.money),
        () => make.arithmetic('divide', some('money'), make.exact(pick(draw, ['7', '-3/2'])), typeOf.money),
        () => ({ ...make.integrate(some('bands'), some('money'), some('money')), type: typeOf.money }) as Expr,
        () => make.round(some('money'), mode, draw(3), typeOf.money),
        () => make.fold('sum', 'items', draw(2) === 0 ? null : within(scope, 'boolean'), within(scope, 'money')),
        () => make.orElse(make.input('bill.extra', make.optional(typeOf.money)), some('money')),
        () => (scope.isCalm ? some('money') : exactly(some('money'), some('money'))),
      ])()
    case 'rate':
      return make.arithmetic(alike, some('rate'), some('rate'))
    case 'number':
      return pick(draw, [
        () => make.arithmetic(alike, some('number'), some('number')),
        () => make.arithmetic('divide', some('money'), divisor('money'), typeOf.number),
        () => make.fold('count', 'items', draw(2) === 0 ? null : within(scope, 'boolean')),
        () => make.round(some('number'), mode, 0, typeOf.number),
        () => ({ ...make.monthOf(some('date')), type: typeOf.number }),
      ])()
    case 'age':
      return make.fullYears(some('date'), some('date'))
    case 'date': {
      const unit = pick(draw, ['addMonths', 'addDays'] as const)
      return pick(draw, [
        () => make.later(some('date'), unit, make.exact(pick(draw, ['12', '-1']))),
        () =>
          make.boundary(some('date'), pick(draw, ['first', 'last'] as const), pick(draw, ['month', 'year'] as const)),
      ])()
    }
    case 'region':
      return make.widen(some('region'), pick(draw, ['province', 'prefecture'] as const))
    case 'bands':
      return pick(draw, [
        () => make.arithmetic(alike, some('bands'), some('rate'), bands),
        () => make.arithmetic(alike, some('rate'), some('bands'), bands),
        () => make.arithmetic('lesser', some('bands'), some('bands'), bands),
      ])()
    case 'boolean':
      return condition(scope)
    case 'tier':
      return null
  }
}

function condition(scope: Scope): Expr {
  const { draw } = scope
  const some = (wanted: Sort): Expr => expression(wanted, scope)
  const operator = pick(draw, ['less', 'lessOrEqual', 'equal'] as const)
  const compared = pick(draw, ['money', 'number', 'age', 'date'] as const)
  return pick(draw, [
    () => make.compare(some(compared), operator, some(compared)),
    () =>
      make.compare(make.orElse(make.input('until', make.optional(make.date)), make.openEnded), operator, some('date')),
    () => make.isOneOf(some('tier'), ...tiers.filter(() => draw(2) === 0)),
    () => make.liesIn(some('region'), some('region')),
    () => make.and(some('boolean'), some('boolean'), some('boolean')),
    () => make.or(some('boolean'), some('boolean')),
    () => make.not(some('boolean')),
    () => make.fold(pick(draw, ['any', 'all'] as const), 'items', draw(4) === 0 ? null : within(scope, 'boolean')),
    () => make.isAbsent(make.input('until', make.optional(closedDate))),
  ])()
}

function exactly(value: Expr, limit: Expr): Expr {
  return { ...make.exactly(value, limit, 'bill', '数额'), type: typeOf.money } as Expr
}

/** An expression inside a fold, about the element in hand. */
function within(scope: Scope, sort: Sort): Expr {
  return expression(sort, { ...scope, inHand: new Set(['items']) })
}

function asField({ path, field }: { readonly path: string; readonly field: Field['type'] }): Field {
  return { path, label: path, type: field, platform: null }
}

function asOutput({ id, type }: Definition): Program['output'][number] {
  const value = make.ref(id, type)
  const amount = { path: `out.${id}`, label: id, platform: null }
  if (type.kind !== 'money') return { ...amount, type, value }
  return { ...amount, type: make.money, value: make.round(value, 'halfUp', 2, make.money) }
}

function sortOf(type: Type): Sort | null {
  if (type.kind === 'schedule') return 'bands'
  if (type.kind === 'choice') return 'tier'
  return sorts.find((sort) => typeOf[sort].kind === type.kind) ?? null
}

function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw(list.length)]!
}
