import { fraction, ofInteger } from '../../../../runtime/rational.ts'
import { evaluate } from '../../../interpret/evaluate.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import { Trace } from '../../../interpret/scope.ts'
import type { Expr, Field, Program } from '../../../program/program.ts'
import { partsOf } from '../../../program/build.ts'
import type { Piece } from './element-solutions.ts'
import type { Assumption } from '../ways/path.ts'
import type { Finite } from '../witnesses/write-case.ts'
import { optionOf } from '../ways/symbolic.ts'

type Element = ReadonlyMap<string, Value>

/** An element with these amounts, of which the assumptions of its class hold; null where none was found. */
export function elementFor({ of, amounts }: Piece, finite: Finite, program: Program): Element | null {
  const fields = program.input.lists.find(({ path }) => path === of.list)?.fields ?? []
  const checks = [...of.assumptions.values()].map((each) => ({ each, reads: fieldsIn(each.expr) }))
  let left = 5000
  const assign = (at: number, element: Map<string, Value>, done: ReadonlySet<string>): Element | null => {
    const field = fields[at]
    if (!field) return element
    const now = new Set([...done, field.path])
    for (const value of candidates(field, amounts, of.assumptions, finite, program)) {
      if (left-- <= 0) return null
      const next = new Map(element).set(field.path, value)
      const isRight = checks.every(
        ({ each, reads }) =>
          !reads.has(field.path) ||
          ![...reads].every((path) => now.has(path)) ||
          holdsOf(each, of.list, next, finite, program),
      )
      const found = isRight ? assign(at + 1, next, now) : null
      if (found) return found
    }
    return null
  }
  return assign(0, new Map(), new Set())
}

function candidates(
  { path, type }: Field,
  amounts: Piece['amounts'],
  assumptions: Piece['of']['assumptions'],
  finite: Finite,
  program: Program,
): readonly Value[] {
  const none: readonly Value[] = type.optional ? [{ kind: 'absent' }] : []
  const about = [...assumptions.values()].filter(({ expr }) => fieldsIn(expr).has(path))
  switch (type.kind) {
    case 'money':
    case 'months':
    case 'rate':
    case 'number': {
      const amount = amounts.get(path) ?? 0n
      return [{ kind: 'exact', exact: type.kind === 'money' ? fraction(amount, 100n) : ofInteger(amount) }, ...none]
    }
    case 'boolean':
      return [...[false, true].map((is) => ({ kind: 'boolean', is }) as const), ...none]
    case 'choice': {
      const members = program.choices.find(({ id }) => id === type.choices)?.members ?? []
      return [...members.map(({ id }) => ({ kind: 'member', member: id }) as const), ...none]
    }
    case 'text': {
      const said = about.flatMap((each) => (each.kind === 'oneOf' && each.expr.kind === 'field' ? each.options : []))
      const texts = said.filter((each) => each.startsWith('"')).map((each) => JSON.parse(each) as string)
      return [...(texts.length > 0 ? texts : ['甲']).map((text) => ({ kind: 'text', text }) as const), ...none]
    }
    case 'date':
    case 'yearMonth': {
      const ends = about.flatMap((each) => (each.kind === 'between' ? [each.least, each.most] : []))
      const own = [...finite.fields.values()].flatMap((value) => (value.kind === 'date' ? [value.day] : []))
      const days = [...own, ...ends.flatMap((day) => day ?? [])]
      const near = [...days, ...days.flatMap((day) => [day + 1, day - 1])]
      return [...[...new Set(near)].map((day) => ({ kind: 'date', day }) as const), ...none]
    }
    case 'region': {
      const own = [...finite.fields.values()].flatMap((value) => (value.kind === 'region' ? [value.code] : []))
      const inside = about.flatMap((each) => (each.kind === 'place' ? [each.inside.padEnd(6, '0')] : []))
      const codes = [...inside, ...own, '440300', '330100'].filter((code) => code !== '000000')
      return [...[...new Set(codes)].map((code) => ({ kind: 'region', code }) as const), ...none]
    }
    case 'texts':
      return []
  }
}

/** Does an assumption hold of the only element of a list? */
function holdsOf(assumption: Assumption, list: string, element: Element, finite: Finite, program: Program): boolean {
  const { fields, lists, given } = finite
  const value = (expr: Expr): Value =>
    evaluate(expr, {
      input: { fields, lists: new Map(lists).set(list, [element]), given },
      datasets: program.datasets,
      values: new Map(),
      elementValues: new Map(),
      elements: new Map([[list, 0]]),
      trace: new Trace(''),
    })
  switch (assumption.kind) {
    case 'oneOf': {
      const { expr, options } = assumption
      if (assumption.all.includes('more') && expr.kind === 'compare') {
        const [left, right] = [pointOf(value(expr.left)), pointOf(value(expr.right))]
        return options.includes(left === right ? 'equal' : left < right ? 'less' : 'more')
      }
      const option = optionOf(value(expr))
      return option !== null && options.includes(option)
    }
    case 'between': {
      const point = pointOf(value(assumption.expr))
      const { least, most } = assumption
      return (least === null || point >= least) && (most === null || point <= most)
    }
    case 'place': {
      const place = value(assumption.expr)
      if (place.kind !== 'region') return false
      return place.code.startsWith(assumption.inside) && !assumption.outside.some((each) => place.code.startsWith(each))
    }
  }
}

function pointOf(value: Value): number {
  if (value.kind === 'date') return value.day
  return value.kind === 'exact' ? Number(value.exact.n) / Number(value.exact.d) : Number.NaN
}

function fieldsIn(expr: Expr, into = new Set<string>()): ReadonlySet<string> {
  if (expr.kind === 'field') into.add(expr.path)
  for (const part of partsOf(expr)) fieldsIn(part, into)
  return into
}
