import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import type { Readings } from '../../compiler/compile.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition } from '../../compiler/interpret/select-edition.ts'
import { outcome, runCode } from '../typescript/generated.ts'

const policies = join(import.meta.dirname, '..', '..', 'policies')

/** What a decision says of a case: its result, or the issues of a case that can't be settled. */
export interface Decision {
  readonly interpreted: (input: unknown) => unknown
  readonly generated: (input: unknown) => unknown
}

/** A decision of this repository's policies, which have to compile without a warning; by other readings, where named. */
export async function decisionNamed(name: string, readings: Readings = {}): Promise<Decision> {
  const group = loadDecision(policies, name)
  const { programs, problems } = compileGroup(group, readings)
  expect(problems).toEqual([])
  const built = await javaScriptFiles(programs, group, 'out')
  const code = built.find((file) => file.name === `${name}.js`)?.text ?? ''
  const settle = await runCode(code, name.split('.').at(-1))
  return {
    interpreted: (input) => {
      const selected = selectEdition(programs, name, { input })
      if (!selected.ok) return selected.issues
      const result = interpret(selected.program, input)
      return result.ok ? result.evaluation.output : result.issues
    },
    generated: (input) => outcome(settle, input),
  }
}

/** A case worked out by hand: what differs from the base case, the calculation, what must come out. */
export interface HandCase {
  readonly given: object
  readonly why: string
  readonly expect: object
}

/** Settles cases by the interpreter and by generated code, which have to say the same, and as worked out by hand. */
export function byHand(name: string, base: object, cases: readonly HandCase[]): void {
  describe(name, () => {
    let decision: Decision
    beforeAll(async () => {
      decision = await decisionNamed(name)
    })
    test.each(cases.map((each) => ({ ...each, what: JSON.stringify(each.given) })))('$what: $why', (hand) => {
      const input = { ...base, ...hand.given }
      const result = decision.interpreted(input)
      expect(result).toMatchObject(hand.expect)
      expect(decision.generated(input)).toEqual(result)
    })
  })
}
