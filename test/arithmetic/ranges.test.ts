// Every number that the interpreter comes to lies in its proven range, and is a whole count of its denominator.
import { expect, test } from 'vitest'
import { analyse, analyseAll, type Arithmetic } from '../../compiler/arithmetic/analyse.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { evaluate } from '../../compiler/interpret/evaluate.ts'
import type { Evaluation, Value } from '../../compiler/interpret/evaluation.ts'
import { Trace } from '../../compiler/interpret/scope.ts'
import { partsOf } from '../../compiler/program/build.ts'
import type { Expr, Program } from '../../compiler/program/program.ts'
import { CaseError, rational } from '../../runtime/index.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { randomInput, randomProgram } from '../typescript/random-program.ts'

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

test('of Ningbo', () => {
  const random = seededRandom(7)
  const program = ningbo()
  for (let each = 0; each < 200; each++) hold(program, analyse(program), randomBill(random))
})

function hold(program: Program, arithmetic: Arithmetic, input: unknown): void {
  const settled = interpret(program, input)
  if (!settled.ok) return
  const { evaluation } = settled
  for (const { definition, value } of evaluation.steps) {
    holdValue(value, arithmetic.magnitude(definition), definition)
  }
  const exprs = [...program.definitions.filter(({ over }) => over === null), ...program.output].map(
    ({ value }) => value,
  )
  for (const expr of exprs) holdInside(expr, arithmetic, program, evaluation)
}

function holdInside(expr: Expr, arithmetic: Arithmetic, program: Program, evaluation: Evaluation): void {
  const { input, values, elementValues } = evaluation
  const scope = { input, values, elementValues, datasets: program.datasets, elements: new Map(), trace: new Trace('') }
  try {
    holdValue(evaluate(expr, scope), arithmetic.magnitudeOf(expr), JSON.stringify(expr))
  } catch (error) {
    // What no case gets to may be refused, or mean nothing.
    if (!(error instanceof CaseError) && !(error instanceof Error && error.name === 'ProgramError')) throw error
  }
  for (const part of expr.kind === 'fold' ? [] : partsOf(expr)) holdInside(part, arithmetic, program, evaluation)
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
