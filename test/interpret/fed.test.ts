import { expect, test } from 'vitest'
import { fedBy } from '../../compiler/explain/fed.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ningbo, ningboTexts } from './ningbo.ts'

const program = ningbo()
const bill: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../policies/ningbo/employee.settle.case.json'), 'utf8'),
)
const settled = interpret(program, bill)
if (!settled.ok) throw new Error(JSON.stringify(settled.issues))

/** The shares that the lines go to, and the outputs, which the words fed that stand in a file. */
function fed(file: string, words: string) {
  const name = `policies/${file}.policy`
  const text = ningboTexts.get(name) ?? ''
  const offset = text.indexOf(words)
  if (offset < 0 || text.includes(words, offset + 1)) throw new Error(`${words} has to be in ${file} once`)
  const { place, lines, results } = fedBy(program, settled.ok ? settled.evaluation : neverReached(), name, offset)
  const shares = program.splits
    .flatMap((split) => split.lines)
    .filter(({ definition }) => lines.some(({ id }) => id === definition))
  return { says: place && text.slice(place.start, place.end), shares: shares.map(({ into }) => into), results }
}

function neverReached(): never {
  throw new Error('not settled')
}

// A tertiary hospital's inpatient bill of a person in work: 1200 yuan are the deductible. The fund's bands start where
// it ends (分段起于 年内住院费用 + 本次起付线), so that it also feeds what the fund pays.
const byDeductible = ['本次起付线', '统筹基金支付']
test('the row that held feeds the line up to it, and the results of the line', () => {
  const { says, shares, results } = fed('ningbo/benefits', '1200元 |')
  expect(says?.trim()).toBe('1200元')
  expect(shares).toEqual(byDeductible)
  expect(results).toContain('deductible')
  expect(results).not.toContain('ownExpense')
})

test('a row that did not hold feeds nothing', () => {
  expect(fed('ningbo/benefits', '300元 |\n      | 其他 ')).toMatchObject({ shares: [], results: [] })
})

test('a rate feeds the line at it by way of another name', () => {
  // 个人自付比例 20% makes 基金支付比例 80%.
  const { shares, results } = fed('ningbo/benefits', '20% |  10% |  15% |')
  expect(shares).toEqual(['统筹基金支付'])
  expect(results).toEqual(expect.arrayContaining(['fund', 'fundTotal', 'cash', 'person']))
})

test('the line of a split feeds itself', () => {
  expect(fed('shared/settlement', '计入 本次起付线').shares).toEqual(byDeductible)
})

test('between the rules nothing is fed', () => {
  expect(fed('ningbo/benefits', '名称对照')).toEqual({ says: null, shares: [], results: [] })
})
