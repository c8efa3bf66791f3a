/** Random programs of numbers alone, made to be large, long and finely divided, and cases at the bounds of what is proved. */
import { analyse } from '../../compiler/arithmetic/analyse.ts'
import type { Definition, Expr, Field, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import { LONGEST_LIST } from '../../runtime/reader.ts'
import { formatMoney } from '../../runtime/index.ts'
import * as make from '../interpret/make.ts'
import type { Draw } from '../typescript/random-program.ts'

const number: Type = { kind: 'number', decimals: null }
const money: Type = { kind: 'money', decimals: null }
const rate: Type = { kind: 'rate', decimals: null }
const edges = ['0', '100', '1000/3', '35000']

const fields: readonly Field[] = [
  { path: 'on', label: 'on', type: { kind: 'date', optional: false }, platform: null },
  ...(['a', 'b', 'c'] as const).map((path): Field => ({
    path,
    label: path,
    type: { kind: 'money', optional: false },
    platform: null,
  })),
  { path: 'r', label: 'r', type: { kind: 'rate', optional: false }, platform: null },
  { path: 'm', label: 'm', type: { kind: 'months', optional: false }, platform: null },
  { path: 'flag', label: 'flag', type: { kind: 'boolean', optional: false }, platform: null },
]
const bare: Field = { path: 'n', label: 'n', type: { kind: 'number', optional: false }, platform: null }
const elementFields: readonly Field[] = [
  { path: 'amount', label: 'amount', type: { kind: 'money', optional: false }, platform: null },
  { path: 'share', label: 'share', type: { kind: 'rate', optional: false }, platform: null },
]

// The first are small.
const constants = [
  '0', '1', '-1', '1/2', '3/20', '17/20', '73/63', '4/3', '1/3', '-5', '1200.50', '7', '-3/2', '12', '100000',
  '1/20', '1/1000000', '123457/1000000', '999999/1000000', '1/128', '9007199254740991', '9007199254740993',
  '90071992547409.91', '1/9007199254740993', '-90071992547409.93', '3/1000',
] // prettier-ignore

const MILD = 13

export interface Wish {
  /** Are constants small, and expressions short? Then more of it is proved. */
  readonly isMild: boolean
  readonly hasLists: boolean
  readonly hasNumbers: boolean
  readonly hasDivisions: boolean
}

interface Scope {
  readonly draw: Draw
  readonly definitions: readonly Definition[]
  readonly inElement: boolean
  readonly depth: number
  readonly wish: Wish
}

export function hostileProgram(draw: Draw, wish: Wish): Program {
  const definitions: Definition[] = []
  const size = 1 + draw(wish.isMild ? 3 : 6)
  for (let index = 0; index < size; index++) {
    const over = wish.hasLists && draw(4) === 0 ? 'items' : null
    const scope: Scope = { draw, definitions, inElement: over !== null, depth: wish.isMild ? 2 : 3, wish }
    const isCondition = draw(6) === 0
    const value = isCondition ? condition(scope) : numeric(scope)
    definitions.push(
      make.define(`d${index}`, value, { type: isCondition ? make.truth : pick(draw, [number, money, rate]), over }),
    )
  }
  return make.program({
    input: {
      eitherOf: [],
      fields: wish.hasNumbers ? [...fields, bare] : fields,
      lists: wish.hasLists ? [{ path: 'items', label: 'items', fields: elementFields }] : [],
    },
    definitions,
    output: definitions
      .filter(({ over }) => over === null)
      .flatMap(({ id, type }): Program['output'] => {
        const value = make.ref(id, type)
        if (type.kind === 'boolean') return [{ path: id, label: id, platform: null, type, value }]
        const decimals = draw(3)
        const rounded = make.round(value, pick(draw, modes), decimals, make.money)
        const isLess = make.compare(
          value,
          pick(draw, ['less', 'lessOrEqual', 'equal'] as const),
          exact(pick(draw, constants)),
        )
        return [
          { path: id, label: id, platform: null, type: make.money, value: rounded },
          { path: `${id}Less`, label: id, platform: null, type: make.truth, value: isLess },
          ...(draw(2) === 0 && wish.hasLists
            ? [{ path: `${id}Whole`, label: id, platform: null, type: number, value }]
            : []),
        ]
      }),
  })
}

const modes = ['halfUp', 'up', 'down', 'halfEven'] as const

function exact(text: string): Expr {
  return make.exact(text.includes('.') && text.includes('/') ? '1' : text, number)
}

function constant({ draw, wish }: Pick<Scope, 'draw' | 'wish'>): Expr {
  return exact(pick(draw, wish.isMild ? constants.slice(0, MILD) : constants))
}

function leaf(scope: Scope): Expr {
  const { draw, definitions, inElement, wish } = scope
  const refs = definitions
    .filter(({ type, over }) => type.kind !== 'boolean' && (over === null || inElement))
    .map(({ id, type }) => make.ref(id, type))
  return pick(draw, [
    ...refs,
    ...refs,
    make.input('a', money),
    make.input('b', money),
    make.input('c', money),
    make.input('r', rate),
    make.input('m', make.months),
    ...(wish.hasNumbers ? [make.input('n', number)] : []),
    ...(inElement
      ? [make.field('items', 'amount', money), make.field('items', 'amount', money), make.field('items', 'share', rate)]
      : []),
    constant(scope),
    constant(scope),
    constant(scope),
  ])
}

function numeric(scope: Scope): Expr {
  const { draw, wish } = scope
  if (scope.depth === 0 || draw(6) === 0) return leaf(scope)
  const inner = { ...scope, depth: scope.depth - 1 }
  const some = (): Expr => numeric(inner)
  const sum = pick(draw, ['add', 'subtract'] as const)
  const extreme = pick(draw, ['lesser', 'greater'] as const)
  const mode = pick(draw, modes)
  const op = (
    operator: 'add' | 'subtract' | 'lesser' | 'greater' | 'multiply' | 'divide',
    left: Expr,
    right: Expr,
  ): Expr => make.arithmetic(operator, left, right, number)
  const rounded = (value: Expr): Expr => make.round(value, mode, draw(5), number)
  const amount = some()
  return pick<() => Expr>(draw, [
    () => op(sum, some(), some()),
    () => op(sum, some(), some()),
    () => op(extreme, some(), some()),
    // What is left after what is taken.
    () => op('subtract', amount, op('lesser', amount, some())),
    () => op('subtract', op('greater', amount, leaf(scope)), amount),
    () => op('multiply', some(), some()),
    () => op('multiply', some(), leaf(scope)),
    () =>
      op(
        'divide',
        some(),
        exact(pick(draw, wish.isMild ? ['63', '7', '-3/2'] : ['73/63', '1/1000000', '9007199254740993'])),
      ),
    () => rounded(some()),
    () => rounded(op('multiply', some(), some())),
    () => rounded(op('divide', op('multiply', some(), constant(scope)), exact(pick(draw, ['63', '7', '3', '-9'])))),
    ...(wish.hasDivisions
      ? [
          () => rounded(op('divide', op('multiply', some(), some()), some())),
          () => rounded(op('divide', some(), op('greater', some(), exact('1/3')))),
          () => op('divide', some(), leaf(scope)),
        ]
      : []),
    () => make.cases([make.when(condition(inner), some()), make.when(condition(inner), some())], some(), number),
    () => ({ ...make.exactly(op('greater', some(), exact('0')), some(), 'a', 'x'), type: number }) as Expr,
    () => {
      const width = pick(draw, [2, 4])
      const own = edges.slice(0, width)
      const rates = Array.from({ length: width + 1 }, () =>
        draw(3) === 0 ? leaf(scope) : exact(pick(draw, ['1/2', '4/5', '1', '0', '-1/4', '5/3', '123457/1000000'])),
      )
      const type: Type = { kind: 'schedule', decimals: null, edges: own }
      const schedule = { kind: 'schedule', rates, type, at: amount.at } as Expr
      const to = draw(2) === 0 ? op('add', amount, op('greater', some(), exact('0'))) : some()
      return { ...make.integrate(schedule, amount, to), type: number } as Expr
    },
    ...(wish.hasLists && !scope.inElement
      ? [
          () => sumOf(scope, draw(2) === 0 ? null : condition({ ...inner, inElement: true })),
          () => sumOf(scope, null),
          () => make.fold('count', 'items', condition({ ...inner, inElement: true })),
        ]
      : []),
  ])()
}

function sumOf(scope: Scope, where: Expr | null): Expr {
  return { ...make.fold('sum', 'items', where, numeric({ ...scope, depth: 1, inElement: true })), type: number } as Expr
}

function condition(scope: Scope): Expr {
  const { draw } = scope
  const inner = { ...scope, depth: Math.max(0, scope.depth - 1) }
  const operator = pick(draw, ['less', 'lessOrEqual', 'equal'] as const)
  return pick<() => Expr>(draw, [
    () => make.compare(numeric(inner), operator, numeric(inner)),
    () => make.compare(numeric(inner), operator, leaf(scope)),
    () => make.input('flag', make.truth),
    () => make.not(make.compare(leaf(scope), operator, leaf(scope))),
  ])()
}

/** A case with amounts, numbers and lists at the bounds of what is proved of the program, beside them, and beyond. */
export function hostileInput(draw: Draw, program: Program, bounds: readonly bigint[], longest = LONGEST_LIST): unknown {
  const { limits, longestList } = analyse(program)
  const fen = (): bigint => {
    const of = pick(draw, [
      limits.amount,
      ...bounds,
      limits.amount,
      limits.amount / 2n,
      10n ** 15n - 1n,
      BigInt(draw(100_000_00)),
      BigInt(draw(20)),
    ])
    const moved = of + BigInt(draw(3) - 1)
    return moved < 0n ? 0n : moved >= 10n ** 15n ? 10n ** 15n - 1n : moved
  }
  const share = (): string => pick(draw, ['0', '1', '0.333333', '0.999999', '0.000001', '0.5', '0.85'])
  const bareNumber = (): string => {
    const whole = pick(draw, [limits.number, limits.number, 9_999_999_999_999n, 5n, 0n])
    const fits = whole > 9_999_999_999_999n ? 9_999_999_999_999n : whole
    return `${pick(draw, ['', '-'])}${fits}${pick(draw, ['', '.5', '.000001', '.999999'])}`
  }
  const element = (): object => ({ amount: formatMoney(fen()), share: share() })
  const elements = (): unknown[] => {
    const length =
      draw(80) === 0 ? pick(draw, [longestList, longestList + 1, longestList - 1, 1000, 1001, 10_000]) : draw(5)
    const first = [element(), element()]
    return Array.from({ length: Math.min(length, longest) }, (_, index) => ({ ...first[index % 2] }))
  }
  return {
    on: '2023-06-01',
    a: formatMoney(fen()),
    b: formatMoney(fen()),
    c: formatMoney(fen()),
    r: share(),
    m: pick(draw, [0, 1, 7, 12, 9999]),
    flag: draw(2) === 0,
    ...(program.input.fields.includes(bare) ? { n: bareNumber() } : {}),
    ...(program.input.lists.length > 0 ? { items: elements() } : {}),
  }
}

/** Is such a case within the limits of the plain numbers of the program? */
export function isOrdinary(program: Program, input: unknown): boolean {
  const { limits } = analyse(program)
  const {
    a,
    b,
    c,
    n = '0',
    items = [],
  } = input as Record<'a' | 'b' | 'c', string> & {
    readonly n?: string
    readonly items?: readonly { readonly amount: string }[]
  }
  const amounts = [a, b, c, ...items.map(({ amount }) => amount)].map((amount) => BigInt(amount.replace('.', '')))
  const isSmall = Math.abs(Number(n)) <= Number(limits.number)
  return isSmall && items.length <= limits.longestList && amounts.every((amount) => amount <= limits.amount)
}

function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw(list.length)]!
}
