import { expect, test } from 'vitest'
import { analyse } from '../../compiler/arithmetic/analyse.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { formatMoney } from '../../runtime/index.ts'
import { settled } from '../interpret/make.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { outcome, runCode } from './generated.ts'
import { randomInput, randomProgram } from './random-program.ts'

// More of them by `npm run test:deep`.
const programs = Number(process.env['DEEP_PROGRAMS'] ?? 40)

test('random programs: generated code is the interpreter', { timeout: 3_600_000 }, async () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const draw = (choices: number): number => Math.floor(random() * choices)
  for (let round = 0; round < programs; round++) {
    // Of many definitions some have to be computed in functions of their own.
    const program = round % 30 === 1 ? randomProgram(draw, { size: 450, isCalm: true }) : randomProgram(draw)
    const { code } = await emitTypeScript(program, new Map())
    const settle = await runCode(code)
    // A fen more takes the exact path; the door lets in no more than the last amount.
    const { amountLimit } = analyse(program)
    const around = [-1n, 0n, 1n].map((more) => amountLimit + more).filter((amount) => amount < 10n ** 15n)
    const bounds = [...around.map(formatMoney), '9999999999999.99']
    for (let each = 0; each < 40; each++) {
      const input = randomInput(draw, each % 2 === 0 ? [] : bounds)
      const [expected, actual] = [settled(program, input), outcome(settle, input)]
      if (JSON.stringify(actual) !== JSON.stringify(expected)) {
        expect(actual, `${JSON.stringify(input)}\n${code}`).toEqual(expected)
      }
    }
  }
})
