import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { outcome, runCode, type Settle } from '../typescript/generated.ts'

/** A case worked out by hand: what differs from the base case, the calculation, what must come out. */
export interface HandCase {
  readonly given: object
  readonly why: string
  readonly expect: object
}

/** Settles cases by the interpreter and by generated code, which have to say the same, and as worked out by hand. */
export function byHand(name: string, base: object, cases: readonly HandCase[]): void {
  describe(name, () => {
    const group = loadDecision(join(import.meta.dirname, '..', '..', 'policies'), name)
    const { programs, problems } = compileGroup(group)
    let generated: Settle
    beforeAll(async () => {
      expect(problems).toEqual([])
      const built = await javaScriptFiles(programs, group, 'out')
      const code = built.find((file) => file.name === `${name}.js`)?.text ?? ''
      generated = await runCode(code, name.split('.').at(-1))
    })
    const interpreted = (input: unknown): unknown => {
      const selected = selectEdition(programs, name, { input })
      if (!selected.ok) return selected.issues
      const result = interpret(selected.program, input)
      return result.ok ? result.evaluation.output : result.issues
    }
    test.each(cases.map((each) => ({ ...each, what: JSON.stringify(each.given) })))('$what: $why', (hand) => {
      const input = { ...base, ...hand.given }
      expect(interpreted(input)).toMatchObject(hand.expect)
      expect(outcome(generated, input)).toEqual(interpreted(input))
    })
  })
}
