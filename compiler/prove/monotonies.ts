import { zero } from '../../runtime/rational.ts'
import { numberOf } from '../diff/exact/ways/amounts.ts'
import { isConstant, type Form } from '../diff/exact/linear/forms.ts'
import { opposite } from '../diff/exact/linear/system.ts'
import type { Walk } from '../diff/exact/ways/walk.ts'
import type { Expr, Monotony, Program } from '../program/program.ts'
import { answerTo, type Answer } from './answer.ts'
import { explore } from './explore.ts'
import { Lemmas } from './lemmas.ts'
import { Replay } from './replay.ts'
import { riseOf, withMoreOf } from './twin.ts'
import type { Conjunction } from './violations.ts'
import { minusOne } from '../diff/exact/linear/numbers.ts'

/**
 * Does a number follow an input as the policy says? Two cases are followed through the program at once, the second with
 * more of the input, by a fen (a month) or by as much as one likes.
 */
export function monotonyAnswer(program: Program, monotony: Monotony, isInForce: boolean, ways: number): Answer {
  const { label, value, along, direction, origin } = monotony
  const twin = withMoreOf(along, program)
  const dearer = twin.monotonies[program.monotonies.indexOf(monotony)]!
  const field = program.input.fields.find(({ path }) => path === along)!
  const lemmas = new Lemmas(program)
  const question = {
    about: [value, 0, dearer.value, 1] as const,
    violations: (walk: Walk) => crossings(monotony, dearer.value, riseIn(twin, along, walk), walk),
    learn: (walk: Walk) => {
      lemmas.learn(walk, riseIn(twin, along, walk))
    },
  }
  const explored = explore([program, twin], [question], isInForce, ways)
  const replay = new Replay(program, explored.shared.graph)
  const place = { file: origin.file, start: origin.start, end: origin.end }
  const name = program.definitions.find(({ id }) => value.kind === 'ref' && id === value.id)?.label ?? label
  return answerTo(0, { name: label, place }, explored, replay, (located) =>
    replay.crossing({ name, value }, field, direction === 'neverFalls', located),
  )
}

/** By how much the second case has more. */
function riseIn({ input }: Program, along: string, { graph }: Walk): Form {
  const path = riseOf(along)
  const isMoney = input.fields.find((each) => each.path === path)?.type.kind === 'money'
  return graph.variable(path, 'input', isMoney, true, { least: zero, most: null })
}

/** The ways in which the second comes out on the wrong side of the first. */
function crossings({ value, direction }: Monotony, dearer: Expr, rise: Form, walk: Walk): readonly Conjunction[] {
  const { graph } = walk
  walk.know(graph.plus(rise, minusOne))
  const [a, b] = [walk.evaluate(value, 0), walk.evaluate(dearer, 1)]
  if (a.kind === 'unstated' || b.kind === 'unstated') return []
  const gain = walk.simplified(graph.subtract(numberOf(b, dearer, walk).form, numberOf(a, value, walk).form))
  const kept = direction === 'neverFalls' ? gain : graph.scale(gain, minusOne)
  if (isConstant(kept)) return kept.constant.n >= 0n ? [] : [[]]
  const { least } = graph.range(kept)
  return least && least.n >= 0n ? [] : [[opposite(kept, graph)]]
}
