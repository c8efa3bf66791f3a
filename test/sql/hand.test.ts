/** Queries worked out by hand: ties, limits, reasons, absent values, names and texts that mean something elsewhere. */
import { expect, test } from 'vitest'
import type { Program } from '../../compiler/program/program.ts'
import { dialects } from '../../compiler/sql/dialects.ts'
import { REFUSED } from '../../compiler/sql/tables.ts'
import { toSql } from '../../compiler/sql/to-sql.ts'
import { Unwritable } from '../../compiler/sql/unwritable.ts'
import * as make from '../interpret/make.ts'
import { hostileProgram, hostileTexts, programWith } from '../typescript/hostile.ts'
import { differences, type EngineRow } from './compare.ts'
import { duckdbEngine, postgresEngine } from './engines.ts'
import { billsTable } from '../../compiler/sql/bills.ts'

const engines = [await duckdbEngine(), await postgresEngine()]

/** The rows of the inputs in their order, which both engines have to agree about. */
async function settled(program: Program, inputs: readonly unknown[]): Promise<readonly EngineRow[]> {
  const results: (readonly EngineRow[])[] = []
  for (const engine of engines) {
    for (const statement of billsTable(program, engine.dialect, inputs)) await engine.run(statement)
    const rows = await engine.run(toSql(program, engine.dialect).text)
    const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, is]) => [name, plainly(is)])))
    results.push(plain.toSorted((a, b) => Number(a['row']) - Number(b['row'])))
  }
  expect(results[1]).toEqual(results[0])
  return results[0]!
}

const plainly = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

const amount = { type: { kind: 'money', optional: false }, platform: null, label: '' } as const
const shareOf = (value: ReturnType<typeof make.input>, share: string) =>
  make.round(make.arithmetic('multiply', value, make.exact(share, make.rate), make.money), 'halfUp', 2, make.money)

test('half a fen goes away from zero', async () => {
  const total = make.input('total', make.money)
  const difference = make.arithmetic('subtract', make.ref('pay', make.money), total)
  const program = make.program({
    input: { eitherOf: [], fields: [make.onField, { path: 'total', ...amount }], lists: [] },
    definitions: [
      make.define('pay', shareOf(total, '1/2')),
      // What is below zero is rounded as what is above.
      make.define('owed', shareOf(difference, '1/2')),
    ],
    output: ['pay', 'owed'].map((id) => ({ ...amount, path: id, type: make.money, value: make.ref(id, make.money) })),
  })
  const rows = await settled(
    program,
    ['0.00', '0.01', '0.02', '0.03', '100.01'].map((given) => ({ on: '2023-03-01', total: given })),
  )
  // Half of 0, 1, 2, 3 and 10001 fen: 0, 0.5, 1, 1.5 and 5000.5.
  expect(rows.map(({ pay }) => pay)).toEqual(['0', '1', '1', '2', '5001'])
  // Half of 0, 1 − 1, 1 − 2, 2 − 3 and 5001 − 10001 fen: 0, 0, −0.5, −0.5 and −2500.
  expect(rows.map(({ owed }) => owed)).toEqual(['0', '0', '-1', '-1', '-2500'])
})

test('amounts up to the limit of the query are exact, a fen above is refused as that', async () => {
  const program = make.program({
    input: {
      eitherOf: [],
      fields: [make.onField],
      lists: [{ path: 'items', label: '', fields: [{ path: 'price', ...amount }] }],
    },
    definitions: [
      make.define('pay', shareOf(make.fold('sum', 'items', null, make.field('items', 'price', make.money)), '17/20')),
    ],
    output: [{ ...amount, path: 'pay', type: make.money, value: make.ref('pay', make.money) }],
  })
  const rows = await settled(
    program,
    ['99999999999.99', '100000000000.00', '100000000000.01'].map((price) => ({
      on: '2023-03-01',
      items: [{ price }, { price: '0.01' }],
    })),
  )
  // 64 bits hold 10 000 amounts of 10^13 fen, 17 times, and half of twenty; of 10^14 they don't.
  expect(toSql(program, dialects.duckdb).limits.fen).toBe(10n ** 13n)
  // 85 % of 10^13 and 10^13 + 1 fen.
  expect(rows.map(({ pay }) => pay)).toEqual(['8500000000000', '8500000000001', null])
  expect(rows.map((row) => row[REFUSED])).toEqual([null, null, 'limit items.price'])
})

test.each(engines.map((engine) => [engine.dialect.name, engine] as const))(
  '%s: names that engines give another meaning',
  async (_, engine) => {
    const inputs = ['1.00', '99.99'].map((amount) => ({
      on: '2023-03-01',
      class: { amount },
      items: [{ amount: '0.01' }, { amount: '2.00' }],
    }))
    expect(await differences(hostileProgram, inputs, engine)).toEqual([])
  },
)

test('names that differ in case only, or only after many letters, stay apart', async () => {
  const long = '长'.repeat(60)
  const one = (id: string, amount: string) => make.define(id, make.exact(amount, make.money))
  const definitions = [one('Age', '1'), one('age', '2'), one('AGE', '4'), one(`${long}甲`, '8'), one(`${long}乙`, '16')]
  const total = definitions
    .map(({ id }) => make.ref(id, make.money))
    .reduce((sum, each) => make.arithmetic('add', sum, each) as never)
  const program = make.program({
    definitions,
    output: [{ path: 'sum', label: 'sum', platform: null, type: make.money, value: total }],
  })
  const rows = await settled(program, [{ on: '2023-03-01' }])
  expect(rows.map(({ sum }) => sum)).toEqual(['3100'])
})

test.each(hostileTexts)('a text that tries to be more: %j', async (text) => {
  const program = programWith(text)
  // No engine takes halves of characters, nor the character zero.
  const held = text.replaceAll(/\p{Cs}|\0/gu, '\uFFFD')
  const rows = await settled(program, [
    { on: '2023-03-01', tier: 'tertiary' },
    { on: '2023-03-01', tier: 'community' },
    { on: '2022-03-01', tier: 'community' },
  ])
  // 1 ÷ 900 is not more than 1, which is what the program promises.
  expect(rows.map((row) => row[REFUSED])).toEqual([
    `invariant-broken ${held}`,
    `invariant-broken ${held}`,
    'outside-edition on',
  ])
  for (const dialect of Object.values(dialects)) {
    const lines = toSql(program, dialect).text.split('\n')
    const comments = lines.filter((line) => line.trimStart().startsWith('--'))
    expect(comments.length).toBe(comments.filter((line) => !/\\$|\$\{|[\r\u2028\u2029\0]/.test(line)).length)
  }
})

test('a quotient whose denominator is not known is exact, and has its denominator beside it', async () => {
  const ratio = make.arithmetic('divide', make.input('a', make.money), make.input('b', make.money), make.number)
  const program = make.program({
    input: {
      eitherOf: [],
      fields: [
        make.onField,
        { path: 'a', label: 'a', type: { kind: 'money', optional: false }, platform: null },
        { path: 'b', label: 'b', type: { kind: 'money', optional: false }, platform: null },
      ],
      lists: [],
    },
    definitions: [make.define('ratio', ratio, { type: make.number })],
    output: [
      { path: 'ratio', label: 'ratio', platform: null, type: make.number, value: make.ref('ratio', make.number) },
    ],
  })
  const rows = await settled(program, [
    { on: '2023-03-01', a: '0.01', b: '0.03' },
    { on: '2023-03-01', a: '1.00', b: '0.00' },
  ])
  expect(BigInt(rows[0]!['ratio'] as string) * 3n).toBe(BigInt(rows[0]!['ratio|over'] as string))
  expect(rows[1]).toMatchObject({ ratio: null, 'ratio|over': null, refused: 'division-by-zero ratio' })
})

test('what no query can be made of is said, with its place', () => {
  // A product of ten amounts has more digits than DuckDB has.
  const amount = make.input('on.amount', make.money)
  const product = Array.from({ length: 10 }, () => amount).reduce<ReturnType<typeof make.ref>>(
    (sum, each) => make.arithmetic('multiply', sum, each, make.money),
    amount,
  )
  const program = make.program({
    input: {
      eitherOf: [],
      fields: [
        make.onField,
        { path: 'on.amount', label: '', type: { kind: 'money', optional: false }, platform: null },
      ],
      lists: [],
    },
    definitions: [make.define('product', product, { label: '乘积' })],
  })
  expect(() => toSql(program, dialects.duckdb)).toThrow(new Unwritable('digits', '乘积'))
  expect(toSql(program, dialects.postgres).text).toContain('numeric')
})
