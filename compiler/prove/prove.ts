import type { Walk } from '../diff/exact/ways/walk.ts'
import type { Program } from '../program/program.ts'
import { answerTo, type Answer } from './answer.ts'
import { claimsOf, type Claim } from './claims.ts'
import { explore, type Question } from './explore.ts'
import type { Finding, Proof } from './proof.ts'
import { monotonyAnswer } from './monotonies.ts'
import { Replay } from './replay.ts'
import { readBy } from './twin.ts'
import { violationsOf } from './violations.ts'
import { decisionName } from '../program/decision-name.ts'

export interface ProveOptions {
  /** How many ways through the program are followed at most. */
  readonly ways?: number
}

/**
 * Proves or refutes what has to hold of a program, over everything that can be put in: exactly, nothing is sampled.
 * Amounts are whole fen without an upper bound. A refutation is a case that was settled. What was neither proved nor
 * refuted is a limit, with the expression that it is because of.
 */
export function proveProgram(program: Program, { ways = 20_000 }: ProveOptions = {}): Proof {
  const monotonies = program.monotonies.map((monotony) => {
    const { file, start, end } = monotony.origin
    return { kind: 'monotone' as const, name: monotony.label, place: { file, start, end }, monotony }
  })
  const properties = [
    ...findingsOf(claimsOf(program), (asked, isInForce) => answers(program, asked, isInForce, ways)),
    ...findingsOf(monotonies, (asked, isInForce) =>
      asked.map(({ monotony }) => monotonyAnswer(program, monotony, isInForce, ways)),
    ),
  ]
  return {
    decision: decisionName(program),
    edition: program.edition.name,
    proved: properties.every(({ status }) => status === 'proved'),
    properties,
  }
}

/** What holds of every date holds of the edition's; what does not is asked of those alone. */
function findingsOf<Asked extends Pick<Finding, 'kind' | 'name' | 'place'>>(
  all: readonly Asked[],
  ask: (asked: readonly Asked[], isInForce: boolean) => readonly Answer[],
): readonly Finding[] {
  const ofAnyDate = ask(all, false)
  const open = all.filter((_, at) => ofAnyDate[at]!.status !== 'proved')
  const again = open.length > 0 ? ask(open, true) : []
  return all.map((asked, at): Finding => {
    const first = ofAnyDate[at]!
    const answer = again[open.indexOf(asked)] ?? first
    return {
      kind: asked.kind,
      name: asked.name,
      status: answer.status,
      place: asked.place,
      witness: answer.status === 'refuted' ? answer.witness : null,
      outside: answer.status === 'proved' && first.status === 'refuted' ? first.witness : null,
      limits: answer.status === 'limit' ? answer.limits : [],
    }
  })
}

function answers(program: Program, claims: readonly Claim[], isInForce: boolean, ways: number): readonly Answer[] {
  // What no amount decides is asked by itself: of few ways, and cases are easily found.
  const amounts = new Set(program.input.fields.flatMap(({ path, type }) => (type.kind === 'money' ? [path] : [])))
  const isOfAmounts = ({ condition }: Claim): boolean =>
    [...readBy(condition, program)].some((path) => amounts.has(path))
  const together = claims.filter(isOfAmounts)
  const alone = claims.filter((each) => !together.includes(each)).map((each) => [each])
  const answered = new Map<Claim, Answer>()
  for (const group of [together, ...alone]) {
    const explored = explore([program, program], group.map(questionOf), isInForce, ways)
    const replay = new Replay(program, explored.shared.graph)
    for (const [at, claim] of group.entries()) {
      const { condition, about } = claim
      const answer = answerTo(at, claim, explored, replay, (located) => replay.breaking(condition, about, located))
      answered.set(claim, answer)
    }
  }
  return claims.flatMap((each) => answered.get(each) ?? [])
}

function questionOf({ kind, condition, about }: Claim): Question {
  // Where the policy says nothing of a rate, nothing has to hold.
  const isStated = (walk: Walk): boolean =>
    kind !== 'rate' || about.every(({ value }) => walk.evaluate(value, 0).kind !== 'unstated')
  return { about: [condition], violations: (walk) => (isStated(walk) ? violationsOf(condition, walk) : []) }
}
