// Every number that the interpreter comes to lies in its proven range, and is a whole count of its denominator.
import { expect, test } from 'vitest'
import { analyse, analyseAll, type Arithmetic } from '../../compiler/arithmetic/analyse.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { evaluate } from '../../compiler/interpret/evaluate.ts'
import type { Evaluation, Value } from '../../compiler/interpret/evaluation.ts'
import { atElement, Trace, type Scope } from '../../compiler/interpret/scope.ts'
import { partsOf } from '../../compiler/program/build.ts'
import type { Expr, Program } from '../../compiler/program/program.ts'
import { CaseError, rational } from '../../runtime/index.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { randomInput, randomProgram } from '../typescript/random-program.ts'
import { hostileInput, hostileProgram, isOrdinary } from './hostile-program.ts'

test('of random programs', () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const draw = (choices: number): number => Math.floor(random() * choices)
  for (let round = 0; round < 60; round++) {
    const program = randomProgram(draw)
    const arithmetic = analyse(program)
    const limit = rational.toDecimal(rational.fraction(arithmetic.amountLimit, 100n), 2)
    for (let each = 0; each < 10; each++) {
      hold(program, analyseAll(program), randomInput(draw, [limit, '9999999999999.99']))
      // An amount of a hundred million yuan is always among those drawn.
      if (arithmetic.amountLimit >= 100_000_000_00n) hold(program, arithmetic, randomInput(draw, [limit]))
    }
  }
})

test('of hostile programs', () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const draw = (choices: number): number => Math.floor(random() * choices)
  for (let round = 0; round < 60; round++) {
    const wish = {
      isMild: draw(2) === 0,
      hasLists: draw(2) === 0,
      hasNumbers: draw(2) === 0,
      hasDivisions: draw(2) === 0,
    }
    const program = hostileProgram(draw, wish)
    for (let each = 0; each < 6; each++) {
      const input = hostileInput(draw, program, [], 4)
      hold(program, analyseAll(program), input)
      if (isOrdinary(program, input)) hold(program, analyse(program), input)
    }
  }
})

test('of Ningbo', () => {
  const random = seededRandom(7)
  const program = ningbo()
  for (let each = 0; each < 40; each++) hold(program, analyse(program), randomBill(random))
})

function hold(program: Program, arithmetic: Arithmetic, input: unknown): void {
  const settled = interpret(program, input)
  if (!settled.ok) return
  const { evaluation } = settled
  for (const { definition, value } of evaluation.steps) {
    holdValue(value, arithmetic.magnitude(definition), definition)
  }
  for (const { over, value } of [...program.definitions, ...program.output.map((each) => ({ ...each, over: null }))]) {
    holdInside(value, arithmetic, atEach(over, scopeOf(program, evaluation)))
  }
}

function scopeOf(program: Program, { input, values, elementValues }: Evaluation): Scope {
  return { input, values, elementValues, datasets: program.datasets, elements: new Map(), trace: new Trace('') }
}

/** With each element of a list in hand. */
function atEach(list: string | null, scope: Scope): readonly Scope[] {
  return list === null ? [scope] : (scope.input.lists.get(list) ?? []).map((_, index) => atElement(scope, list, index))
}

function holdInside(expr: Expr, arithmetic: Arithmetic, scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    try {
      holdValue(evaluate(expr, scope), arithmetic.magnitudeOf(expr), JSON.stringify(expr))
    } catch (error) {
      // What no case gets to may be refused, or mean nothing.
      if (!(error instanceof CaseError) && !(error instanceof Error && error.name === 'ProgramError')) throw error
    }
  }
  const inside = expr.kind === 'fold' ? scopes.flatMap((scope) => atEach(expr.list, scope)) : scopes
  for (const part of partsOf(expr)) holdInside(part, arithmetic, inside)
}

function holdValue(
  value: Value,
  { over, least, most, range }: ReturnType<Arithmetic['magnitudeOf']>,
  what: string,
): void {
  const numbers = value.kind === 'exact' ? [value.exact] : value.kind === 'schedule' ? value.rates : []
  for (const number of numbers) {
    if (range) expect(rational.compare(range.least, number), what).toBeLessThanOrEqual(0)
    if (range) expect(rational.compare(number, range.most), what).toBeLessThanOrEqual(0)
    if (over === 'any') continue
    expect((number.n * over) % number.d, what).toBe(0n)
    const count = (number.n * over) / number.d
    if (least !== null && most !== null) expect([least <= count, count <= most], what).toEqual([true, true])
  }
}
