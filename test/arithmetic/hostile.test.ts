// Numbers that are large, long and finely divided: every target that computes in plain numbers is the interpreter,
// or leaves the case to what is exact.
import { expect, test } from 'vitest'
import type { Definition, Expr, Field, FieldType, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import * as make from '../interpret/make.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { columns, wasm } from '../targets/columns.ts'
import { compareTargets, newTallies, shown } from '../targets/compare.ts'
import { counts } from '../targets/counts.ts'
import { exactPath, numbers } from '../targets/typescript.ts'
import { hostileInput, hostileProgram } from './hostile-program.ts'

const targets = [numbers, exactPath, counts, columns, wasm]
const programs = Number(process.env['DEEP_PROGRAMS'] ?? 25)
const CASES = 24

async function expectEqual(
  program: Program,
  cases: readonly unknown[],
  what = '',
): Promise<ReadonlyMap<string, number>> {
  const tallies = newTallies(targets)
  await compareTargets(targets, program, cases, tallies)
  const differences = [...tallies].flatMap(([name, tally]) => tally.differences.map((each) => shown(name, each)))
  expect(differences.slice(0, 2).join('\n'), what).toBe('')
  return new Map([...tallies].map(([name, { settled }]) => [name, settled]))
}

test('random hostile programs', { timeout: 3_600_000 }, async () => {
  const settled = new Map(targets.map(({ name }) => [name, 0]))
  for (let round = 0; round < programs; round++) {
    const seed = Number(process.env['FC_SEED']) + round
    const random = seededRandom(seed)
    const draw = (choices: number): number => Math.floor(random() * choices)
    const isMild = draw(3) > 0
    const isForKernels = draw(2) === 0
    const hasMore = (): boolean => !isForKernels && draw(2) === 0
    const wish = { isMild, hasLists: hasMore(), hasNumbers: hasMore(), hasDivisions: hasMore() }
    const program = hostileProgram(draw, wish)
    const compilation = compileKernel(program)
    const bounds = compilation.kind === 'kernel' ? [2n ** BigInt(compilation.limitPower)] : []
    const cases = Array.from({ length: CASES }, () => hostileInput(draw, program, bounds))
    for (const [name, count] of await expectEqual(program, cases, `seed ${seed}`)) {
      settled.set(name, settled.get(name)! + count)
    }
  }
  for (const [name, count] of settled) expect(count, name).toBeGreaterThan(programs / 4)
})

const number: Type = { kind: 'number', decimals: null }
const money: Type = { kind: 'money', decimals: null }
const a = make.input('a', make.money)
const field = (path: string, kind: Exclude<FieldType['kind'], 'choice'>): Field => ({
  path,
  label: path,
  type: { kind, optional: false },
  platform: null,
})
const output = (...values: readonly Expr[]): Program['output'] =>
  values.map((value, index) => ({ path: `x${index}`, label: '', platform: null, type: value.type, value }))
const rounded = (value: Expr): Expr => make.round(value, 'halfUp', 2, make.money)
const over = (operator: 'multiply' | 'divide' | 'lesser' | 'subtract', left: Expr, right: Expr): Expr =>
  make.arithmetic(operator, left, right, money)
const program = (values: readonly Expr[], definitions: readonly Definition[] = []): Program =>
  make.program({
    input: { eitherOf: [], fields: [make.onField, field('a', 'money'), field('b', 'money')], lists: [] },
    definitions,
    output: output(...values),
  })
const bill = (amount: string, other = '0.01') => ({ on: '2023-06-01', a: amount, b: other })

test('a sum over a list that is too large for plain numbers, though none of its parts is', async () => {
  const part = over('multiply', make.field('items', 'amount', make.money), make.field('items', 'share', make.rate))
  const sum = { ...make.fold('sum', 'items', null, part), type: money } as Expr
  // 999 × 999 999.99 × 0.999 999 + 0.02 × 0.000 001 yuan, in parts of 10⁻⁸.
  const parts = 999n * 99_999_999n * 999_999n + 2n
  const exact = make.exact(`${parts}/100000000`, money)
  const { input } = program([])
  const lists = [{ path: 'items', label: '', fields: [field('amount', 'money'), field('share', 'rate')] }]
  const made = {
    ...program([make.compare(sum, 'equal', exact), make.compare(sum, 'less', exact)]),
    input: { ...input, lists },
  }
  const large = { amount: '999999.99', share: '0.999999' }
  const items = (last: string) => [...Array.from({ length: 999 }, () => large), { amount: last, share: '0.000001' }]
  await expectEqual(
    made,
    ['0.01', '0.02', '0.03'].map((last) => ({ ...bill('1'), items: items(last) })),
  )
})

test.each(['9007199254740993', '90071992547409.93', '90071992547409930/7', '1/9007199254740993'])(
  'constants that no plain number is: %s',
  async (text) => {
    const [constant, near] = [make.exact(text, money), make.exact('9007199254740992', money)]
    const values = [
      make.compare(constant, 'equal', near),
      rounded(over('subtract', constant, near)),
      make.compare(a, 'less', constant),
      rounded(over('lesser', a, over('subtract', constant, make.exact('2', money)))),
    ]
    await expectEqual(program(values), [bill('0.07'), bill('90071992547.99'), bill('9999999999999.99')])
  },
)

test('names that are multiplied by themselves until there is no bound', async () => {
  const start = [
    make.define('d0', make.exact('10000000000001'), { type: number }),
    make.define('e0', make.exact('1/10000000000001'), { type: number }),
    make.define('f0', a, { type: money }),
  ]
  const squares = Array.from({ length: 8 }, (_, index) =>
    ['d', 'e', 'f'].map((name) => {
      const own = make.ref(`${name}${index}`, number)
      return make.define(`${name}${index + 1}`, over('multiply', own, own), { type: number })
    }),
  ).flat()
  const [d, e, f] = ['d8', 'e8', 'f8'].map((id) => make.ref(id, number)) as [Expr, Expr, Expr]
  const values = [
    rounded(over('multiply', d, e)),
    rounded(over('lesser', f, make.exact('7'))),
    rounded(over('divide', f, f)),
    rounded(over('divide', over('multiply', d, a), d)),
    rounded(over('lesser', d, a)),
    make.compare(e, 'less', make.arithmetic('add', e, make.ref('e7', number), number)),
  ]
  const cases = ['1.01', '9999999999999.99', '0.07'].map((amount) => bill(amount))
  for (const value of values) await expectEqual(program([value], [...start, ...squares]), cases)
})

test('many large factors, of which one is nothing, over an input', async () => {
  const many = Array.from({ length: 24 }, () => a).reduce<Expr>((product, each) => over('multiply', product, each), a)
  const ratio = over('divide', over('multiply', many, make.exact('0')), make.input('b', make.money))
  await expectEqual(program([rounded(ratio)]), [bill('9999999.01'), bill('9999999999999.99')])
})
