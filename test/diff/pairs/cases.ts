import type { Program } from '../../../compiler/program/program.ts'
import { landmarksOf, randomInput, type Landmarks } from '../../random/bill.ts'
import { chance, pick, type Draw } from '../../random/draw.ts'
import type { Cases } from './check.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** So many cases about everything at which one of two programs changes, and beside those that are known to matter. */
export function sampled(draw: Draw, count: number, programs: readonly [Program, Program]): Cases {
  const [first, second] = programs.map(landmarksOf) as [Landmarks, Landmarks]
  const both = <Item>(a: readonly Item[], b: readonly Item[]): readonly Item[] => [...new Set([...a, ...b])]
  const landmarks: Landmarks = {
    fen: both(first.fen, second.fen),
    whole: both(first.whole, second.whole),
    rates: both(first.rates, second.rates),
    numbers: both(first.numbers, second.numbers),
    dates: both(first.dates, second.dates),
    regions: both(first.regions, second.regions),
    own: new Map(
      both([...first.own.keys()], [...second.own.keys()]).map((path) => [
        path,
        both(first.own.get(path) ?? [], second.own.get(path) ?? []),
      ]),
    ),
    parts: both(first.parts, second.parts),
  }
  return function* (near) {
    yield* near.slice(0, count)
    for (let at = near.length; at < count; at++)
      yield near.length > 0 && chance(draw, 50)
        ? moved(draw, pick(draw, near) as Json, programs[0])
        : randomInput(draw, programs[0], landmarks)
  }
}

/** The case with one or two of its values a step away: an amount up to two fen or a yuan, a date a day. */
function moved(draw: Draw, input: Json, program: Program): Json {
  const paths = pathsOf(input)
  let result = input
  for (let count = 1 + draw(2); count > 0; count--) {
    if (paths.length > 0) result = changedAt(result, pick(draw, paths), (value) => stepped(draw, value, program))
  }
  return result
}

function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) => pathsOf(inner, [...path, key]))
}

function changedAt(value: Json, [key, ...rest]: readonly string[], change: (value: Json) => Json): Json {
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each: Json, at) => (String(at) === key ? changedAt(each, rest, change) : each))
  const record = value as { readonly [key: string]: Json }
  return { ...record, [key]: changedAt(record[key] ?? null, rest, change) }
}

function stepped(draw: Draw, value: Json, { choices }: Program): Json {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return Math.max(0, value + pick(draw, [1, -1, 2, -2]))
  if (typeof value !== 'string') return value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const day = Date.parse(`${value}T00:00:00Z`) / 86_400_000 + pick(draw, [1, -1])
    return new Date(day * 86_400_000).toISOString().slice(0, 10)
  }
  if (/^\d+\.\d\d$/.test(value)) {
    const fen = Number(value.replace('.', '')) + pick(draw, [1, -1, 2, -2, 100, -100, draw(10_000)])
    return (Math.max(0, fen) / 100).toFixed(2)
  }
  const family = choices.find(({ members }) => members.some(({ id }) => id === value))
  return family ? pick(draw, family.members).id : value
}
