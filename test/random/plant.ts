import type { Expr, Program } from '../../compiler/program/program.ts'

/** A fault to be planted: what an expression becomes, or null where the fault has no place. */
export interface Fault {
  readonly name: string
  readonly change: (expr: Expr) => Expr | null
}

type Of<Kind extends Expr['kind']> = Extract<Expr, { readonly kind: Kind }>

function on<Kind extends Expr['kind']>(kind: Kind, change: (expr: Of<Kind>) => Expr | null): Fault['change'] {
  return (expr) => (expr.kind === kind ? change(expr as Of<Kind>) : null)
}

/** Mistakes as compilers and targets make them. */
export const faults: readonly Fault[] = [
  {
    name: 'half even for half up',
    change: on('round', (expr) => (expr.mode === 'halfUp' ? { ...expr, mode: 'halfEven' } : null)),
  },
  {
    name: 'down for half up',
    change: on('round', (expr) => (expr.mode === 'halfUp' ? { ...expr, mode: 'down' } : null)),
  },
  { name: 'half up for up', change: on('round', (expr) => (expr.mode === 'up' ? { ...expr, mode: 'halfUp' } : null)) },
  { name: 'each band rounded by itself', change: on('round', roundEachBand) },
  {
    name: '≤ for <',
    change: on('compare', (expr) => (expr.operator === 'less' ? { ...expr, operator: 'lessOrEqual' } : null)),
  },
  {
    name: '< for ≤',
    change: on('compare', (expr) => (expr.operator === 'lessOrEqual' ? { ...expr, operator: 'less' } : null)),
  },
  {
    name: 'plus for minus',
    change: on('arithmetic', (expr) => (expr.operator === 'subtract' ? { ...expr, operator: 'add' } : null)),
  },
  {
    name: 'the greater for the lesser',
    change: on('arithmetic', (expr) => (expr.operator === 'lesser' ? { ...expr, operator: 'greater' } : null)),
  },
  { name: 'no floor at zero', change: on('arithmetic', (expr) => (expr.operator === 'greater' ? expr.left : null)) },
  { name: 'a fen more', change: on('constant', aFenMore) },
  { name: 'the first two cases exchanged', change: on('cases', exchangeCases) },
  {
    name: 'a case left out',
    change: on('cases', (expr) =>
      expr.otherwise && expr.branches.length > 1 ? { ...expr, branches: expr.branches.slice(1) } : null,
    ),
  },
  { name: 'two rates of the bands exchanged', change: on('schedule', exchangeRates) },
  { name: 'bands from nothing', change: on('integrate', bandsFromNothing) },
  { name: 'or for and', change: on('and', ({ operands, type, at }) => ({ kind: 'or', operands, type, at })) },
  { name: 'no negation', change: on('not', (expr) => expr.operand) },
  { name: 'one member too few', change: on('isOneOf', (expr) => ({ ...expr, members: expr.members.slice(1) })) },
  {
    name: 'days for months',
    change: on('addMonths', ({ date, amount, type, at }) => ({ kind: 'addDays', date, amount, type, at })),
  },
  {
    name: 'the last day of a month or year for the first',
    change: on('boundary', (expr) => (expr.side === 'first' ? { ...expr, side: 'last' } : null)),
  },
  {
    name: 'the prefecture for the province',
    change: on('widen', (expr) => (expr.level === 'province' ? { ...expr, level: 'prefecture' } : null)),
  },
  {
    name: 'all for any',
    change: on('fold', (expr) => (expr.quantifier === 'any' ? { ...expr, quantifier: 'all' } : null)),
  },
]

function aFenMore(expr: Of<'constant'>): Expr | null {
  if (expr.value.kind !== 'exact' || expr.type.kind !== 'money') return null
  const [n = '0', d = '1'] = expr.value.exact.split('/')
  return { ...expr, value: { kind: 'exact', exact: `${BigInt(n) * 100n + BigInt(d)}/${BigInt(d) * 100n}` } }
}

function exchangeCases(expr: Of<'cases'>): Expr | null {
  const [first, second, ...others] = expr.branches
  return first && second ? { ...expr, branches: [second, first, ...others] } : null
}

function exchangeRates(expr: Of<'schedule'>): Expr | null {
  const [first, second, ...others] = expr.rates
  return first && second && JSON.stringify(first) !== JSON.stringify(second)
    ? { ...expr, rates: [second, first, ...others] }
    : null
}

/** As if the amount lay at the beginning of the bands. */
function bandsFromNothing(expr: Of<'integrate'>): Expr | null {
  const { from, to, type, at } = expr
  const zero: Expr = { kind: 'constant', value: { kind: 'exact', exact: '0' }, type, at }
  return { ...expr, from: zero, to: { kind: 'arithmetic', operator: 'subtract', left: to, right: from, type, at } }
}

/** Round(a + b) as round(a) + round(b): for each band the schedule with no other rate than its own. */
function roundEachBand(expr: Of<'round'>): Expr | null {
  const { value, at, type } = expr
  if (value.kind !== 'integrate' || value.schedule.type.kind !== 'schedule') return null
  const { schedule } = value
  const bands = schedule.type.kind === 'schedule' ? schedule.type.edges.length + 1 : 0
  const exact = (is: boolean): Expr => ({
    kind: 'constant',
    value: { kind: 'exact', exact: is ? '1' : '0' },
    type: { kind: 'rate', decimals: 0 },
    at,
  })
  const parts = Array.from({ length: bands }, (_, band): Expr => {
    const rates = Array.from({ length: bands }, (__, each) => exact(each === band))
    const only: Expr = { kind: 'schedule', rates, type: schedule.type, at }
    const masked: Expr = {
      kind: 'arithmetic',
      operator: 'multiply',
      left: schedule,
      right: only,
      type: schedule.type,
      at,
    }
    return { ...expr, value: { ...value, schedule: masked } }
  })
  return parts.reduce((left, right) => ({ kind: 'arithmetic', operator: 'add', left, right, type, at }))
}

/** The program as a target with the fault would have it: wherever there is a place for it. Null where there is none. */
export function plant(program: Program, { change }: Fault): Program | null {
  let places = 0
  const visit = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(visit)
    const kept = ([key, inner]: [string, unknown]): [string, unknown] =>
      key === 'type' || key === 'at' || key === 'origin' ? [key, inner] : [key, visit(inner)]
    const inside = Object.fromEntries(Object.entries(value).map(kept))
    const changed = 'kind' in inside && 'at' in inside ? change(inside as unknown as Expr) : null
    if (changed) places++
    return changed ?? inside
  }
  const definitions = visit(program.definitions) as Program['definitions']
  return places > 0 ? { ...program, definitions } : null
}
