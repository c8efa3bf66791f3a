import type { Comparison, Condition, Region } from '../../../compiler/diff/exact/comparison.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import type { Program } from '../../../compiler/program/program.ts'
import { fraction, ofInteger, parse } from '../../../runtime/rational.ts'
import { isMember, outside } from '../region.ts'
import type { Answer, Solver } from './solver.ts'
import { all, any, chosen, constant, minus, plus, related, rounded, times, Unsupported, type Num } from './term.ts'
import { declarations, Members, numberOf, Translation, type Term } from './translate.ts'

/** What was asked of the solver, and what it said. */
export interface Opinion {
  readonly asked: number
  readonly unknown: number
  readonly faults: readonly string[]
  /** Through-rounding regions without a witness that hold a case, or do not. */
  readonly decided: { readonly sat: number; readonly unsat: number }
}

/**
 * A comparison as another solver sees it: for all amounts at once, with everything else as in one case. Outside of all regions the outputs agree; inside, no two regions meet, sure ones differ everywhere, and
 * formulas and bounds hold. Throws `Unsupported` for what can't be put to it.
 */
export async function secondOpinion(
  solver: Solver,
  { regions, limits }: Comparison,
  [before, after]: readonly [Program, Program],
  input: unknown,
  steps: number,
): Promise<Opinion | null> {
  const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
  if (!first?.ok || !second?.ok) return null
  const members = new Members()
  const sides: Sides = [
    new Translation(before, first.evaluation, members, 'before '),
    new Translation(after, second.evaluation, members, 'after '),
  ]
  const base = [
    ...declarations(before),
    ...sides.flatMap(({ lines }) => lines),
    ...sides.flatMap(({ needed }) => needed.map((each) => `(assert ${each})`)),
  ]
  const faults: string[] = []
  const decided = { sat: 0, unsat: 0 }
  let [asked, unknown] = [0, 0]
  const ask = async (claim: string): Promise<Answer> => {
    if (claim === 'false') return 'unsat'
    asked++
    const answer = await solver.check([...base, `(assert ${claim})`], steps)
    if (answer === 'unknown') unknown++
    return answer
  }
  for (const { path, type } of before.output) {
    const differs = `(not ${equal(sides[0].output(path), sides[1].output(path), members)})`
    const own = regions.filter(({ output }) => output === path)
    const where = own.map((region) => all(region.where.map((each) => holds(each, sides, members))))
    const isLimited = limits.some(({ expression }) => expression.split(':')[0] === path)
    if (!isLimited && (await ask(all([differs, `(not ${any(where)})`]))) === 'sat')
      faults.push(`${path}: differs outside of its ${own.length} regions`)
    for (const [at, region] of own.entries()) {
      if (where[at] === 'false') continue
      const wrong = any([
        ...(region.kind === 'sure' ? [`(not ${differs})`] : []),
        ...offFormula(region, type.kind === 'money', sides),
        ...where.slice(0, at).filter((each) => each !== 'false'),
      ])
      if ((await ask(all([where[at]!, wrong]))) === 'sat')
        faults.push(`${path}: wrong in ${JSON.stringify(region.where)}`)
      if (region.kind === 'sure' || region.witness) continue
      const answer = await ask(all([where[at]!, differs]))
      if (answer !== 'unknown') decided[answer]++
    }
  }
  return { asked, unknown, faults, decided }
}

type Sides = readonly [Translation, Translation]

function equal(a: Term, b: Term, members: Members): string {
  if (a.kind === 'number' || b.kind === 'number') return related(numberOf(a), '=', numberOf(b))
  if (a.kind === 'known' && b.kind === 'known')
    return a.value.kind === 'exact' && b.value.kind === 'exact'
      ? related(numberOf(a), '=', numberOf(b))
      : String(JSON.stringify(a.value) === JSON.stringify(b.value))
  return `(= ${finite(a, members)} ${finite(b, members)})`
}

function finite(term: Term, members: Members): string {
  if (term.kind === 'boolean') return term.holds
  if (term.kind === 'member') return term.number
  if (term.kind === 'known' && term.value.kind === 'boolean') return String(term.value.is)
  if (term.kind === 'known' && term.value.kind === 'member') return String(members.numberOf(term.value.member))
  throw new Unsupported('an output of another kind')
}

/** After less before is more than `within` off the formula, or beyond the bounds. */
function offFormula(region: Region, isMoney: boolean, sides: Sides): readonly string[] {
  if (region.difference.includes(' → ')) return []
  const [before, after] = sides.map((side) => numberOf(side.output(region.output)))
  const change = minus(after!, before!)
  const off = minus(change, linear(region.difference, sides))
  const within = constant(fraction(BigInt(region.within), isMoney ? 100n : 1n))
  return [
    related(off, '>', within),
    related(off, '<', minus(constant(ofInteger(0)), within)),
    ...(region.least === null ? [] : [related(change, '<', constant(parse(region.least)))]),
    ...(region.most === null ? [] : [related(change, '>', constant(parse(region.most)))]),
  ]
}

function holds(condition: Condition, sides: Sides, members: Members): string {
  const { path } = condition
  if ('in' in condition) return any(condition.in.map((each) => is(path, each, sides, members)))
  if ('notIn' in condition) return `(not ${any(condition.notIn.map((each) => is(path, each, sides, members)))})`
  const { from, to } = condition
  const term = at(path, sides)
  if (term?.kind === 'known' && term.value.kind === 'date') {
    const { day } = term.value
    const dayOf = (text: string): number =>
      text.includes('-') ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : Number(text)
    return String((from === null || dayOf(from) <= day) && (to === null || day <= dayOf(to)))
  }
  const number = term ? numberOf(term) : linear(path, sides)
  return all([
    ...(from === null ? [] : [related(number, '>=', constant(parse(from)))]),
    ...(to === null ? [] : [related(number, '<=', constant(parse(to)))]),
  ])
}

function is(path: string, option: string, sides: Sides, members: Members): string {
  const term = at(path.replace(/ absent$/, ''), sides)
  if (!term) throw new Unsupported(path)
  if (term.kind === 'boolean') return option === 'true' ? term.holds : `(not ${term.holds})`
  if (term.kind === 'member') return `(= ${term.number} ${members.numberOf(option)})`
  if (term.kind !== 'known') throw new Unsupported(path)
  const { value } = term
  if (path.endsWith(' absent')) return String(String(value.kind === 'absent') === option)
  if (value.kind === 'boolean') return String(String(value.is) === option)
  if (value.kind === 'member') return String(value.member === option)
  if (value.kind === 'region') return String(isMember(value.code, option))
  if (value.kind === 'absent') return String(option === 'absent')
  throw new Unsupported(path)
}

function at(path: string, sides: Sides): Term | null {
  if (path.endsWith('′')) return sides[1].at(path.slice(0, -1))
  return sides[0].at(path) ?? sides[1].at(path)
}

/** The formulas of a report, as in ../region.ts, but for all cases. */
function linear(text: string, sides: Sides): Num {
  return outside(text.replace(/^−/, '− '), / (?=[+−] )/).reduce(
    (sum, term) => {
      const [, sign, rest = ''] = /^ ?([+−])? ?(.*)$/.exec(term) ?? []
      const value = outside(rest, / × /)
        .map((each) => factor(each, sides))
        .reduce(times)
      return sign === '−' ? minus(sum, value) : plus(sum, value)
    },
    constant(ofInteger(0)),
  )
}

function factor(name: string, sides: Sides): Num {
  if (/^[\d./]+$/.test(name)) return constant(parse(name))
  const [, call, inside = ''] = /^(max\(0, |floor\()(.*)\)$/.exec(name) ?? []
  if (call?.startsWith('floor')) return floorOf(linear(inside, sides))
  if (call !== undefined) return chosen(linear(inside, sides), '>=', constant(ofInteger(0)))
  if (name.startsWith('Δ')) {
    const [first, second] = sides.map((side) => side.at(name.slice(1)))
    if (!first || !second) throw new Unsupported(name)
    return minus(numberOf(second), numberOf(first))
  }
  const term = at(name, sides)
  if (!term) throw new Unsupported(name)
  return numberOf(term)
}

/** Not above the number, also below zero. */
function floorOf(number: Num): Num {
  const down = rounded(number, 0, 'down')
  return { ...down, whole: `(div ${number.whole} ${number.over})` }
}
