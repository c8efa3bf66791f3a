import { explainValue } from '../../explain/explain-value.ts'
import type { Computation, Value } from '../../interpret/evaluation.ts'
import { interpret } from '../../interpret/interpret.ts'
import { positionOf } from '../../problem/position.ts'
import type { Expr, Origin, Program } from '../../program/program.ts'
import type { Type } from '../../program/type.ts'
import type { Cause, CauseSide } from './population.ts'

/** A policy with the files that it was made from, by name. */
interface Written {
  readonly program: Program
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Why an output differs in a case: going back from it through what it was computed from, the definitions that have
 * another value although all that they read is alike, or that are stated otherwise. Values that are alike are not
 * followed: what is behind them makes no difference here. Empty where the case does not come out under both.
 */
export function causesOf(before: Written, after: Written, output: string, input: unknown): readonly Cause[] {
  const [then, now] = [valuesOf(before, input), valuesOf(after, input)]
  const seen = new Set<string>()
  const found: Cause[] = []

  const follow = (key: string): void => {
    const [one, other] = [then.get(key), now.get(key)]
    if (!one || !other || seen.has(key)) return
    seen.add(key)
    const differing = [...new Set([...one.reads, ...other.reads])].filter((read) => {
      const [a, b] = [then.get(read), now.get(read)]
      return a && b && write(a.value) !== write(b.value)
    })
    differing.forEach(follow)
    // An output is a cause only where nothing that it gives is: else the same would be told twice.
    const isTold = key === keyOfOutput(output) ? found.length > 0 : one.rule === other.rule
    if (differing.length > 0 && isTold) return
    found.push({ name: one.name, before: sideOf(one, before), after: sideOf(other, after) })
  }
  follow(keyOfOutput(output))
  return found
}

/** What a definition, or an output, came to in a case. */
interface Worked {
  readonly name: Cause['name']
  readonly value: Value
  readonly type: Type
  /** Its expression, without places. */
  readonly rule: string
  /** What held of it. */
  readonly origin: Origin | null
  /** The definitions that it was computed from. */
  readonly reads: readonly string[]
}

function valuesOf({ program }: Written, input: unknown): ReadonlyMap<string, Worked> {
  const result = interpret(program, input, { isReplay: true })
  if (!result.ok) return new Map()
  const { steps, results } = result.evaluation
  const definitions = new Map(program.definitions.map((each) => [each.id, each]))
  const worked = (name: Cause['name'], type: Type, expr: Expr, origin: Origin | null, of: Computation): Worked => ({
    name,
    value: of.value,
    type,
    rule: JSON.stringify(expr, (key, part: unknown) => (key === 'at' || key === 'origin' ? undefined : part)),
    origin: of.choices.findLast((choice) => choice.origin)?.origin ?? origin,
    reads: of.reads.flatMap((read) => (read.kind === 'definition' ? keyOf(read.id, read.element) : [])),
  })
  return new Map([
    ...steps.flatMap((step): readonly [string, Worked][] => {
      const definition = definitions.get(step.definition)
      if (!definition) return []
      const { id, label, type, value, origin } = definition
      return [[keyOf(id, step.element), worked({ id, label }, type, value, origin, step)]]
    }),
    ...program.output.flatMap(({ path, label, type, value }, at): readonly [string, Worked][] => {
      const computation = results[at]
      return computation ? [[keyOfOutput(path), worked({ id: path, label }, type, value, null, computation)]] : []
    }),
  ])
}

// What is not stated in a case has no value to show.
function sideOf({ value, type, origin }: Worked, { program, texts }: Written): CauseSide | null {
  if (value.kind === 'unstated') return null
  const article = program.articles[origin?.article ?? -1]
  const source = program.sources[article?.source ?? -1]
  return {
    value: explainValue(value, type, program.choices),
    place: origin ? `${origin.file}:${positionOf(texts.get(origin.file) ?? '', origin).line}` : null,
    article: article ? [source?.title, article.title].filter(Boolean).join(' ') : null,
  }
}

const keyOf = (id: string, element: number | null): string => `${element ?? ''} ${id}`
const keyOfOutput = (path: string): string => `output ${path}`

function write(value: Value): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
}
