import { interpret } from '../../compiler/interpret/interpret.ts'
import type { OutputRecord } from '../../compiler/interpret/evaluation.ts'
import type { Branch, ConstantValue, Definition, Expr, Origin, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import type { Issue } from '../../runtime/index.ts'

// Programs written by hand, as short as can be: places and origins mean nothing here.

const at = { file: 'hand', start: 0, end: 0 }
export const origin: Origin = { ...at, article: null, quotes: [], readings: [] }

export const money: Type = { kind: 'money', decimals: 2 }
export const rate: Type = { kind: 'rate', decimals: 2 }
export const number: Type = { kind: 'number', decimals: null }
export const months: Type = { kind: 'months', decimals: null }
const age: Type = { kind: 'age' }
export const date: Type = { kind: 'date', openEnded: true }
export const region: Type = { kind: 'region' }
export const truth: Type = { kind: 'boolean' }
export const bands = (...edges: string[]): Type => ({ kind: 'schedule', decimals: 2, edges })
export const optional = (of: Type): Type => ({ kind: 'optional', of })

const constant = (value: ConstantValue, type: Type): Expr => ({ kind: 'constant', value, type, at })
export const exact = (text: string, type: Type = number): Expr => constant({ kind: 'exact', exact: text }, type)
export const day = (text: string): Expr => constant({ kind: 'date', date: text }, date)
export const openEnded = constant({ kind: 'openEnded' }, date)
export const area = (prefix: string): Expr => constant({ kind: 'region', prefix }, region)
export const is = (value: boolean): Expr => constant({ kind: 'boolean', is: value }, truth)
export const member = (id: string, choices = 'Tier'): Expr =>
  constant({ kind: 'member', member: id }, { kind: 'choice', choices })
export const absent = (of: Type): Expr => constant({ kind: 'absent' }, optional(of))

export const input = (path: string, type: Type): Expr => ({ kind: 'input', path, type, at })
export const field = (list: string, path: string, type: Type): Expr => ({ kind: 'field', list, path, type, at })
export const ref = (id: string, type: Type): Expr => ({ kind: 'ref', id, type, at })

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

export const arithmetic = (
  operator: Of<'arithmetic'>['operator'],
  left: Expr,
  right: Expr,
  type = left.type,
): Expr => ({
  kind: 'arithmetic',
  operator,
  left,
  right,
  type,
  at,
})
export const compare = (left: Expr, operator: Of<'compare'>['operator'], right: Expr): Expr => ({
  kind: 'compare',
  operator,
  left,
  right,
  type: truth,
  at,
})
export const isOneOf = (value: Expr, ...members: string[]): Expr => ({
  kind: 'isOneOf',
  value,
  members,
  type: truth,
  at,
})
export const liesIn = (place: Expr, inArea: Expr): Expr => ({ kind: 'liesIn', place, area: inArea, type: truth, at })
export const and = (...operands: Expr[]): Expr => ({ kind: 'and', operands, type: truth, at })
export const or = (...operands: Expr[]): Expr => ({ kind: 'or', operands, type: truth, at })
export const not = (operand: Expr): Expr => ({ kind: 'not', operand, type: truth, at })
export const when = (condition: Expr, value: Expr, from: Origin = origin): Branch => ({
  when: condition,
  value,
  origin: from,
})
export const cases = (branches: Branch[], otherwise: Expr | null, type = branches[0]?.value.type ?? number): Expr => ({
  kind: 'cases',
  branches,
  otherwise,
  type,
  at,
})
export const schedule = (type: Type, ...rates: string[]): Expr => ({
  kind: 'schedule',
  rates: rates.map((each) => exact(each, rate)),
  type,
  at,
})
export const integrate = (rates: Expr, from: Expr, to: Expr): Expr => ({
  kind: 'integrate',
  schedule: rates,
  from,
  to,
  type: { kind: 'money', decimals: 4 },
  at,
})
export const round = (value: Expr, mode: Of<'round'>['mode'] = 'halfUp', decimals = 2, type = value.type): Expr => ({
  kind: 'round',
  mode,
  decimals,
  value,
  type,
  at,
})
export const fold = (
  quantifier: Of<'fold'>['quantifier'],
  list: string,
  where: Expr | null,
  value: Expr | null = null,
): Expr => ({
  kind: 'fold',
  quantifier,
  list,
  where,
  value,
  type: quantifier === 'count' ? number : (value?.type ?? truth),
  at,
})
export const orElse = (value: Expr, fallback: Expr): Expr => ({
  kind: 'orElse',
  value,
  fallback,
  type: fallback.type,
  at,
})
export const isAbsent = (value: Expr): Expr => ({ kind: 'isAbsent', value, type: truth, at })
export const later = (from: Expr, unit: 'addMonths' | 'addDays', amount: Expr): Expr => ({
  kind: unit,
  date: from,
  amount,
  type: from.type,
  at,
})
export const boundary = (of: Expr, side: 'first' | 'last', period: 'month' | 'year'): Expr => ({
  kind: 'boundary',
  date: of,
  side,
  of: period,
  type: of.type,
  at,
})
export const monthOf = (of: Expr): Expr => ({ kind: 'monthOf', date: of, type: months, at })
export const fullYears = (from: Expr, to: Expr): Expr => ({ kind: 'fullYears', from, to, type: age, at })
export const widen = (place: Expr, level: 'province' | 'prefecture'): Expr => ({
  kind: 'widen',
  region: place,
  level,
  type: region,
  at,
})
export const exactly = (value: Expr, limit: Expr, path: string, label: string): Expr => ({
  kind: 'exactly',
  value,
  limit,
  path,
  label,
  type: money,
  at,
})

export const define = (id: string, value: Expr, more: Partial<Definition> = {}): Definition => ({
  id,
  label: id,
  role: 'term',
  over: null,
  type: value.type,
  value,
  origin,
  ...more,
})

const tiers: Program['choices'][number] = {
  id: 'Tier',
  label: '医院等级',
  members: [
    { id: 'tertiary', label: '三级' },
    { id: 'community', label: '社区' },
  ],
}

const on = { path: 'on', label: '结算日期', type: { kind: 'date', optional: false }, platform: null } as const

/** A program whose edition is selected by `on`, in force in 2023. */
export function program(more: Partial<Program>): Program {
  return {
    policy: { id: 'hand', label: '手写' },
    decision: { id: 'settle', label: '结算' },
    edition: { name: '2023', from: '2023-01-01', until: '2023-12-31', selectedBy: 'on' },
    yearStart: null,
    choices: [tiers],
    input: { eitherOf: [], fields: [on], lists: [] },
    output: [],
    definitions: [],
    splits: [],
    requirements: [],
    invariants: [],
    monotonies: [],
    datasets: [],
    sources: [],
    articles: [],
    quotes: [],
    readings: [],
    platform: [],
    files: [],
    ...more,
  }
}

export const onField = on

/** What a program gives for an input, or its issues. */
export function settled(made: Program, given: unknown = { on: '2023-06-01' }): OutputRecord | readonly Issue[] {
  const result = interpret(made, given)
  return result.ok ? result.evaluation.output : result.issues
}

/** What one expression gives, written as an output of its type. */
export function valueOf(value: Expr, more: Partial<Program> = {}, given?: unknown): unknown {
  const output = [{ path: 'value', label: '值', platform: null, type: value.type, value }]
  const result = settled(program({ output, ...more }), given)
  return 'value' in result ? result['value'] : result
}
