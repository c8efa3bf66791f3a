import { holds } from '../diff/exact/ways/conditions.ts'
import type { Shared, Which } from '../diff/exact/ways/following.ts'
import { Memory, type Written } from '../diff/exact/ways/memory.ts'
import { everyWay } from '../diff/exact/ways/path.ts'
import { Walk } from '../diff/exact/ways/walk.ts'
import { refusing, sharedBy } from '../diff/exact/ways/ways.ts'
import { booleanType, constant } from '../program/build.ts'
import type { Expr, Program } from '../program/program.ts'
import { Discharger } from './discharge.ts'
import type { Conjunction } from './violations.ts'

/** Something that may be broken: in which ways, along a way. */
export interface Question {
  /** What it rests on, and nothing else. */
  readonly about: Written
  readonly violations: (walk: Walk) => readonly Conjunction[]
  /** Adds to what is known along a way on which it may be answered badly. */
  readonly learn?: (walk: Walk) => void
}
/** A way on which a question may be answered badly, as far as named amounts tell. */
export interface Suspect {
  readonly question: number
  readonly conjunction: Conjunction
  readonly walk: Walk
}
export interface Explored {
  readonly shared: Shared
  readonly discharger: Discharger
  readonly suspects: readonly Suspect[]
  /** False where there were too many ways. */
  readonly isComplete: boolean
}

/**
 * Asks questions along every way through a program, or two, that a case can take which the requirements let pass.
 * `isInForce`: only of cases that the edition settles by their date.
 */
export function explore(
  programs: readonly [Program, Program],
  questions: readonly Question[],
  isInForce: boolean,
  budget: number,
): Explored {
  const [first, second] = programs
  const shared = sharedBy(first, second, new Memory())
  const { sides } = shared
  const discharger = new Discharger(shared.graph)
  const suspects: Suspect[] = []
  const asked: readonly Which[] = first === second ? [0] : [0, 1]
  const strict = sides.map(refusing)
  const dates = isInForce ? inForce(first) : []
  const isComplete = everyWay((path) => {
    const walk = new Walk(shared, path)
    if (!dates.every((each) => holds(each, walk, 0))) return
    for (const which of asked) {
      for (const id of strict[which] ?? []) walk.named(id, which)
      if (!programs[which].requirements.every(({ condition }) => holds(condition, walk, which))) return
    }
    const violationsAt = ({ about, violations }: Question): readonly Conjunction[] =>
      walk.tabled(about, () => violations(walk))
    // All is evaluated first: it adds to what is known.
    for (const [question, found] of questions.map(violationsAt).entries()) {
      const isOpen = (each: Conjunction): boolean => !discharger.isImpossible(each, walk)
      const { learn } = questions[question]!
      let open = found.filter(isOpen)
      if (learn && open.length > 0) {
        learn(walk)
        discharger.forget(walk)
        open = open.filter(isOpen)
      }
      suspects.push(...open.map((conjunction) => ({ question, conjunction, walk })))
    }
  }, budget)
  return { shared, discharger, suspects, isComplete }
}

/** The date that selects the edition lies within it. */
function inForce({ edition, input, output }: Program): readonly Expr[] {
  const at = output[0]?.value.at ?? { file: '', start: 0, end: 0 }
  const type = { kind: 'date', openEnded: false } as const
  const isOptional = input.fields.find(({ path }) => path === edition.selectedBy)?.type.optional ?? false
  const date: Expr = {
    kind: 'input',
    path: edition.selectedBy,
    type: isOptional ? { kind: 'optional', of: type } : type,
    at,
  }
  const bound = (limit: string | null, isFirst: boolean): readonly Expr[] => {
    if (limit === null) return []
    const day = constant({ kind: 'date', date: limit }, type, at)
    const [left, right] = isFirst ? [day, date] : [date, day]
    return [{ kind: 'compare', operator: 'lessOrEqual', left, right, type: booleanType, at }]
  }
  return [...bound(edition.from, true), ...bound(edition.until, false)]
}
