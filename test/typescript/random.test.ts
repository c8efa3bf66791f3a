import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { settled } from '../interpret/make.ts'
import { outcome, runCode } from './generated.ts'
import { randomInput, randomProgram } from './random-program.ts'

const rounds = Number(process.env['DEEP_PROGRAMS'] ?? 60)

test(
  'random programs: generated code is the interpreter, and TypeScript accepts it',
  { timeout: 3_600_000 },
  async () => {
    const random = seededRandom(Number(process.env['FC_SEED']))
    const draw = (choices: number): number => Math.floor(random() * choices)
    for (let round = 0; round < rounds; round++) {
      const program = randomProgram(draw)
      const { code } = await emitTypeScript(program, new Map())
      const settle = await runCode(code)
      for (let each = 0; each < 40; each++) {
        const input = randomInput(draw)
        const [expected, actual] = [settled(program, input), outcome(settle, input)]
        if (JSON.stringify(actual) !== JSON.stringify(expected)) {
          writeFileSync('/tmp/ts/bad.ts', code)
          writeFileSync('/tmp/ts/bad.json', JSON.stringify(program, null, 1))
          expect(actual, JSON.stringify(input)).toEqual(expected)
        }
      }
    }
  },
)
