/** A bill of items: every line by the catalogue, and the rest as if the four figures had been given. */
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { javaScriptFiles } from '../../compiler/cli/build/javascript-files.ts'
import { compileGroup } from '../../compiler/cli/compile-group.ts'
import { loadDecision } from '../../compiler/cli/load.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { outcome, runCode, type Settle } from '../typescript/generated.ts'
import { costsOf, handItemBills, itemCodes, itemsBase, visitAt, yuan } from '../ningbo/items.ts'
import { byHand } from './decision.ts'

const name = 'ningbo.employee.settle'
const folder = join(import.meta.dirname, '..', '..', 'policies')

byHand(name, itemsBase, handItemBills)

describe('items say what the figures of the bill would', () => {
  const group = loadDecision(folder, name)
  const { programs } = compileGroup(group)
  const program = programs.find(({ edition }) => edition.name === '2023')!
  let generated: Settle
  beforeAll(async () => {
    const built = await javaScriptFiles(programs, group, 'out')
    generated = await runCode(built.find((file) => file.name === `${name}.js`)?.text ?? '', 'settle')
  })
  const settled = (input: unknown): unknown => {
    const result = interpret(program, input)
    return result.ok ? result.evaluation.output : result.issues
  }

  it('on any bill, anywhere, on any day', () => {
    const line = fc.record({
      code: fc.constantFrom(...itemCodes),
      fen: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_000_000 })),
    })
    const day = fc.constantFrom('2023-01-01', '2023-06-30', '2023-07-01', '2023-12-31')
    const place = fc.constantFrom('330200', '330281', '330106', '310104', '320100', '440300')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), place, day, (lines, where, on) => {
        const items = lines.map(({ code, fen }) => ({ code, amount: yuan(fen) }))
        const visited = { ...itemsBase, visit: visitAt(where, on) }
        const byItems = settled({ ...visited, items })
        expect(byItems).toEqual(settled({ ...visited, costs: costsOf(lines, where, on) }))
        expect(outcome(generated, { ...visited, items })).toEqual(byItems)
      }),
      { numRuns: 300 },
    )
  })

  const costs = { total: '1', ownExpense: '0', overLimit: '0', firstPay: '0' }
  it.each([
    ['neither', {}, 'costs', 'none'],
    ['both', { costs, items: [] }, 'items', 'both'],
  ])('refuses %s of the two', (_, given, path, found) => {
    const refused = [{ code: 'not-one-of', path, value: null, facts: { keys: ['costs', 'items'], found } }]
    expect(settled({ ...itemsBase, ...given })).toEqual(refused)
    expect(outcome(generated, { ...itemsBase, ...given })).toEqual(refused)
  })
})
