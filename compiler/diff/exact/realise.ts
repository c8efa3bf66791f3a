import { addMonths, formatDate, formatMonth, parseDate } from '../../../runtime/date.ts'
import { zero } from '../../../runtime/rational.ts'
import { evaluate } from '../../interpret/evaluate.ts'
import type { InputValues, Value } from '../../interpret/evaluation.ts'
import { Trace } from '../../interpret/scope.ts'
import { partsOf } from '../../program/build.ts'
import type { Expr, Field, ListField, Program } from '../../program/program.ts'
import type { Assumption } from './path.ts'
import { inputsIn } from './resolved.ts'
import { optionOf } from './symbolic.ts'

/** All of a case but its amounts. */
export interface Finite {
  readonly fields: ReadonlyMap<string, Value>
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>
  readonly given: ReadonlySet<string>
}

type Checked = Assumption & { readonly reads: ReadonlySet<string> }

/** Finds cases, short of the amounts, of which given assumptions hold. */
export class Realiser {
  readonly #programs: readonly [Program, Program]
  readonly #days: readonly number[]
  readonly #places: readonly string[]
  readonly #known = new Map<string, Finite | null>()
  /** How many conditions may still be looked at in a search. */
  #left = 0

  constructor(before: Program, after: Program) {
    this.#programs = [before, after]
    const dates = new Set<number>()
    const years = new Set<number>()
    const places = new Set<string>()
    const collect = (expr: Expr): void => {
      if (expr.kind === 'constant') {
        if (expr.value.kind === 'date') dates.add(parseDate(expr.value.date)!)
        if (expr.value.kind === 'region') places.add(expr.value.prefix)
        if (expr.value.kind === 'exact' && /^\d{1,3}$/.test(expr.value.exact)) {
          if (expr.type.kind === 'age') years.add(Number(expr.value.exact) * 12)
          if (expr.type.kind === 'months') years.add(Number(expr.value.exact))
        }
      }
      partsOf(expr).forEach(collect)
    }
    for (const { edition, definitions, output } of [after, before]) {
      const start = edition.from === null ? null : parseDate(edition.from)
      const end = edition.until === null ? null : parseDate(edition.until)
      if (start !== null) dates.add(start)
      if (end !== null) dates.add(end)
      for (const { value } of [...definitions, ...output]) collect(value)
    }
    const base = [...dates]
    if (base.length === 0) base.push(parseDate('2023-01-01')!)
    const near = base.flatMap((day) => [day, day + 1, day - 1])
    const apart = [...years].flatMap((months) =>
      base.flatMap((day) => [addMonths(day, -months), addMonths(day, months)]),
    )
    this.#days = [...new Set([...near, ...apart.flatMap((day) => [day, day + 1, day - 1])])]
    this.#places = placesNear([...places])
  }

  /** A case of which they hold; null where none was found. */
  realise(assumptions: ReadonlyMap<string, Assumption>): Finite | null {
    const all = [...assumptions]
    // What is asked of one choice alone is free of everything else, unless something else reads it too.
    const shared = new Set(all.flatMap(([, { expr }]) => (isChoice(expr) ? [] : [...inputsIn(expr)])))
    const isFree = ({ expr }: Assumption): boolean => isChoice(expr) && expr.kind === 'input' && !shared.has(expr.path)
    const bound = all.filter(([, each]) => !isFree(each))
    const key = bound
      .map(([name, each]) => `${name}=${JSON.stringify({ ...each, expr: null })}`)
      .toSorted()
      .join('\n')
    const known = this.#known.get(key)
    const found = known === undefined ? this.#search(bound.map(([, each]) => each)) : known
    this.#known.set(key, found)
    if (!found) return null
    const fields = new Map(found.fields)
    for (const [, each] of all) {
      if (!isFree(each) || each.kind !== 'oneOf' || each.expr.kind !== 'input') continue
      fields.set(
        each.expr.path,
        valueOfOption(each.options.find((option) => option !== 'absent') ?? 'absent', each.expr),
      )
    }
    return { ...found, fields }
  }

  #search(assumptions: readonly Assumption[]): Finite | null {
    const [{ input }, other] = this.#programs
    const fields = [
      ...input.fields,
      ...other.input.fields.filter(({ path }) => input.fields.every((each) => each.path !== path)),
    ]
    const lists = [
      ...input.lists,
      ...other.input.lists.filter(({ path }) => input.lists.every((each) => each.path !== path)),
    ]
    const checks = assumptions.map((each): Checked => ({ ...each, reads: inputsIn(each.expr) }))
    const given = new Set(
      input.eitherOf.map(([first, second]) => {
        const asked = checks.find(({ expr }) => expr.kind === 'isGiven' && expr.key === first)
        return asked?.kind === 'oneOf' && asked.options[0] === 'false' ? second : first
      }),
    )
    const values = new Map<string, Value>()
    const elements = new Map<string, readonly ReadonlyMap<string, Value>[]>()
    const done = new Set<string>(given)
    const holdsSoFar = (path: string): boolean =>
      checks.every(
        (check) =>
          !check.reads.has(path) ||
          ![...check.reads].every((each) => done.has(each)) ||
          this.#holds(check, values, elements, given),
      )
    const order = fields.toSorted((a, b) => weight(a, checks) - weight(b, checks))
    this.#left = 3_000
    const assign = (at: number): boolean => {
      const field = order[at]
      if (!field) return this.#assignLists(lists, 0, values, elements, done, checks, holdsSoFar)
      done.add(field.path)
      for (const value of this.#candidates(field, checks, values)) {
        if (this.#left <= 0) break
        values.set(field.path, value)
        if (holdsSoFar(field.path) && assign(at + 1)) return true
      }
      done.delete(field.path)
      values.delete(field.path)
      return false
    }
    return assign(0) ? { fields: values, lists: elements, given } : null
  }

  #holds(
    check: Checked,
    fields: Map<string, Value>,
    lists: Map<string, readonly ReadonlyMap<string, Value>[]>,
    given: ReadonlySet<string>,
  ): boolean {
    if (this.#left-- <= 0) return false
    const input: InputValues = { fields, lists, given }
    const of = (expr: Expr): Value =>
      evaluate(expr, {
        input,
        datasets: this.#programs[0].datasets,
        values: new Map(),
        elementValues: new Map(),
        elements: new Map(),
        trace: new Trace(''),
      })
    const { expr } = check
    switch (check.kind) {
      case 'oneOf': {
        if (check.all.includes('more') && expr.kind === 'compare') {
          const [left, right] = [pointOf(of(expr.left)), pointOf(of(expr.right))]
          return check.options.includes(left === right ? 'equal' : left < right ? 'less' : 'more')
        }
        const option = optionOf(of(expr))
        return option !== null && check.options.includes(option)
      }
      case 'between': {
        const point = pointOf(of(expr))
        return (check.least === null || point >= check.least) && (check.most === null || point <= check.most)
      }
      case 'place': {
        const value = of(expr)
        if (value.kind !== 'region') return false
        return value.code.startsWith(check.inside) && !check.outside.some((each) => value.code.startsWith(each))
      }
    }
  }

  #candidates({ path, type }: Field, checks: readonly Checked[], values: ReadonlyMap<string, Value>): readonly Value[] {
    const isRead = checks.some(({ reads }) => reads.has(path))
    const none: readonly Value[] = type.optional ? [{ kind: 'absent' }] : []
    const all = this.#valuesOf(type, path, values)
    return [...(isRead ? all : all.slice(0, 1)), ...none]
  }

  #valuesOf(type: Field['type'], path: string, values: ReadonlyMap<string, Value>): readonly Value[] {
    switch (type.kind) {
      case 'money':
      case 'rate':
      case 'number':
      case 'months':
        return [{ kind: 'exact', exact: zero }]
      case 'boolean':
        return [false, true].map((is) => ({ kind: 'boolean', is }))
      case 'choice': {
        const choices = this.#programs.flatMap((each) => each.choices).find(({ id }) => id === type.choices)
        return (choices?.members ?? []).map(({ id }) => ({ kind: 'member', member: id }))
      }
      case 'date':
      case 'yearMonth': {
        const others = [...values].flatMap(([name, value]) =>
          value.kind === 'date' && name !== path ? [value.day] : [],
        )
        const days = [...new Set([...others, ...this.#days, ...others.flatMap((day) => [day + 1, day - 1])])]
        const wanted =
          type.kind === 'date' ? days : [...new Set(days.map((day) => parseDate(`${formatMonth(day)}-01`)!))]
        return wanted.map((day) => ({ kind: 'date', day }))
      }
      case 'region':
        return this.#places.map((code) => ({ kind: 'region', code }))
      case 'text':
        return [{ kind: 'text', text: '甲' }]
      case 'texts':
        return []
    }
  }

  #assignLists(
    lists: readonly ListField[],
    at: number,
    values: Map<string, Value>,
    elements: Map<string, readonly ReadonlyMap<string, Value>[]>,
    done: Set<string>,
    checks: readonly Checked[],
    holdsSoFar: (path: string) => boolean,
  ): boolean {
    const list = lists[at]
    if (!list) return true
    done.add(list.path)
    const tryWith = (these: readonly ReadonlyMap<string, Value>[]): boolean => {
      elements.set(list.path, these)
      return holdsSoFar(list.path) && this.#assignLists(lists, at + 1, values, elements, done, checks, holdsSoFar)
    }
    if (tryWith([])) return true
    const asked = checks.flatMap((check) =>
      check.kind === 'oneOf' && check.expr.kind === 'fold' && check.expr.list === list.path
        ? [{ check, is: check.options[0] === 'true', any: check.expr.quantifier === 'any' }]
        : [],
    )
    if (asked.length === 0) {
      done.delete(list.path)
      return false
    }
    // What is true of a list of one element is true of the element.
    const wanted = asked.filter(({ is, any }) => is === any)
    const chosen: ReadonlyMap<string, Value>[] = []
    const met = new Set<Checked>()
    for (const element of this.#elementsOf(list, values)) {
      const alone = new Map([...elements, [list.path, [element]] as const])
      const holds = ({ check }: (typeof asked)[number]): boolean => this.#holds(check, values, alone, done)
      if (!asked.filter(({ is, any }) => is !== any).every(holds)) continue
      const news = wanted.filter((each) => !met.has(each.check) && holds(each))
      if (news.length === 0) continue
      news.forEach(({ check }) => met.add(check))
      chosen.push(element)
      if (met.size === wanted.length) break
    }
    if (met.size === wanted.length && tryWith(chosen)) return true
    done.delete(list.path)
    return false
  }

  /** Elements that differ from a plain one in one field, and in its choices and places. */
  #elementsOf({ fields }: ListField, values: ReadonlyMap<string, Value>): readonly ReadonlyMap<string, Value>[] {
    const days = [...values.values()].flatMap((value) => (value.kind === 'date' ? [value.day] : []))
    const places = [...values.values()].flatMap((value) => (value.kind === 'region' ? [value.code] : []))
    const around = places.flatMap((code) => [code, `${code.slice(0, 2)}0100`, `${code.slice(0, 2)}0200`, '440300'])
    const near = [...new Set([...days, ...days.flatMap((day) => [day - 1, day + 1])])]
    let plain: readonly ReadonlyMap<string, Value>[] = [new Map()]
    const variations: (readonly [string, Value])[] = []
    for (const { path, type } of fields) {
      const own: readonly Value[] =
        type.kind === 'date'
          ? near.map((day) => ({ kind: 'date', day }))
          : type.kind === 'region'
            ? [...new Set(around)].map((code) => ({ kind: 'region', code }))
            : this.#valuesOf(type, path, values)
      const options: readonly Value[] = type.optional ? [{ kind: 'absent' }, ...own] : own
      const isVaried = type.kind === 'date' || type.kind === 'yearMonth' || type.optional
      if (isVaried) variations.push(...options.slice(1).map((value) => [path, value] as const))
      plain = (isVaried ? options.slice(0, 1) : options).flatMap((value) =>
        plain.map((element) => new Map(element).set(path, value)),
      )
    }
    const starts = near.slice(0, days.length)
    const based = starts.flatMap((day) =>
      plain.map(
        (element) =>
          new Map(
            [...element].map(([path, value]) => [
              path,
              value.kind === 'date' ? ({ kind: 'date', day } as const) : value,
            ]),
          ),
      ),
    )
    return [
      ...based,
      ...based.flatMap((element) => variations.map(([path, value]) => new Map(element).set(path, value))),
    ]
  }
}

function isChoice({ type }: Expr): boolean {
  const plain = type.kind === 'optional' ? type.of : type
  return plain.kind === 'choice' || plain.kind === 'boolean'
}

function valueOfOption(option: string, { type }: Expr): Value {
  if (option === 'absent') return { kind: 'absent' }
  const plain = type.kind === 'optional' ? type.of : type
  return plain.kind === 'boolean' ? { kind: 'boolean', is: option === 'true' } : { kind: 'member', member: option }
}

function pointOf(value: Value): number {
  if (value.kind === 'date') return value.day
  return value.kind === 'exact' ? Number(value.exact.n) / Number(value.exact.d) : Number.NaN
}

/** What hangs together with little comes first; dates that others are measured against before those. */
function weight({ path, type }: Field, checks: readonly Checked[]): number {
  const reading = checks.filter(({ reads }) => reads.has(path))
  const alone = reading.some(({ reads }) => reads.size === 1)
  const rank = type.kind === 'choice' || type.kind === 'boolean' ? 0 : type.kind === 'region' ? 1 : 2
  return rank * 10 + (alone ? 0 : reading.length > 0 ? 1 : 2)
}

/** The areas that are named, places beside them, and places elsewhere. */
function placesNear(areas: readonly string[]): readonly string[] {
  const named = areas.map((area) => area.padEnd(6, '0'))
  const beside = areas.flatMap((area) => {
    const province = area.slice(0, 2)
    return ['01', '02', '03', '06'].map((prefecture) => `${province}${prefecture}00`)
  })
  return [...new Set([...named, ...beside, '440300', '370200', '610100', '330100'])]
}

/** A case as JSON: what is known of it, and the amounts by path, as texts. */
export function writeInput(
  program: Program,
  { fields, lists, given }: Finite,
  amounts: ReadonlyMap<string, unknown>,
): unknown {
  const root: Record<string, unknown> = {}
  const alternatives = new Set(program.input.eitherOf.flat())
  const isThere = (path: string): boolean => {
    const key = path.split('.')[0]!
    return !alternatives.has(key) || given.has(key)
  }
  const place = (path: string, value: unknown): void => {
    const keys = path.split('.')
    const last = keys.pop()!
    let record = root
    for (const key of keys) record = (record[key] ??= {}) as Record<string, unknown>
    record[last] = value
  }
  for (const { path, type } of program.input.fields) {
    if (!isThere(path)) continue
    const value = fields.get(path) ?? { kind: 'absent' }
    place(path, value.kind === 'exact' ? amounts.get(path) : written(value, type.kind))
  }
  for (const { path, fields: inner } of program.input.lists) {
    if (!isThere(path)) continue
    place(
      path,
      (lists.get(path) ?? []).map((element) =>
        Object.fromEntries(
          inner.map((field) => [field.path, written(element.get(field.path) ?? { kind: 'absent' }, field.type.kind)]),
        ),
      ),
    )
  }
  return root
}

function written(value: Value, type: Field['type']['kind']): unknown {
  switch (value.kind) {
    case 'exact':
      return type === 'money' ? '0.00' : type === 'months' ? 0 : '0'
    case 'date':
      return type === 'yearMonth' ? formatMonth(value.day) : formatDate(value.day)
    case 'region':
      return value.code
    case 'boolean':
      return value.is
    case 'member':
      return value.member
    case 'text':
      return value.text
    case 'absent':
    case 'texts':
    case 'schedule':
    case 'unstated':
      return null
  }
}
