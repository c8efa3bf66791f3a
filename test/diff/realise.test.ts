/** Cases of which flags over a list hold, against every list there is of few days and few places. */
import { expect, it } from 'vitest'
import { addDays, formatDate, parseDate } from '../../runtime/date.ts'
import { liesIn, widen } from '../../runtime/region.ts'
import { compile } from '../../compiler/compile.ts'
import type { Assumption } from '../../compiler/diff/exact/ways/path.ts'
import { Realiser } from '../../compiler/diff/exact/witnesses/realise.ts'
import type { Value } from '../../compiler/interpret/evaluation.ts'
import type { Expr } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)
const pick = <Of>(all: readonly Of[]): Of => all[draw(all.length)]!

const { programs } = compile([
  {
    name: 'words.policy',
    text: `词汇「备案」
选项 类型 Kind
  | 甲 | first  |
  | 乙 | second |
地区
  | 宁波市 | ningbo   | 「330200」 |
  | 浙江   | zhejiang | 「330000」 |
记录 就医 visit
  | 就医地   | visit.place | 行政区划 | 未填 |
  | 入院日期 | visit.in    | 日期     | 未填 |
  | 出院日期 | visit.out   | 日期     | 未填 |
清单 备案 filings
  | 备案类型 | filing.kind   | 类型         | 未填 |
  | 备案地区 | filing.region | 行政区划     | 未填 |
  | 生效日期 | filing.from   | 日期         | 未填 |
  | 终止日期 | filing.until  | 可空（日期） | 未填 |
记录 结果 result
  | 在宁波 | isThere  | 是否 | 未填 |
  | 在浙江 | isInside | 是否 | 未填 |
事项 查询 ask
  | 输入 | 就医、备案 |
  | 输出 | 结果       |
`,
  },
  {
    name: 'rules.policy',
    text: `政策 small「小例子」
引用「words」
事项 查询
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 出院日期
条文 文「一」
  原文「一」
  在宁波 是指 就医地 属于 宁波市
  在浙江 是指 就医地 属于 浙江
`,
  },
])
const [program] = programs
if (!program) throw new Error('the policy does not compile')
const decided = program

interface Element {
  readonly kind: string
  readonly region: string
  readonly from: number
  readonly until: number | null
}
interface Visit {
  readonly place: string
  readonly in: number
  readonly out: number
}
/** A condition, and the same in plain words of this test. */
interface Twin {
  readonly expr: Expr
  readonly holds: (visit: Visit, element: Element) => boolean
}

const at = { file: '', start: 0, end: 0 }
const boolean: Type = { kind: 'boolean' }
const date: Type = { kind: 'date', openEnded: false }
const region: Type = { kind: 'region' }
const day = parseDate('2023-06-15')!
const field = (path: string, type: Type): Expr => ({ kind: 'field', list: 'filings', path, type, at })
const input = (path: string, type: Type): Expr => ({ kind: 'input', path, type, at })

const days: readonly (readonly [Expr, (visit: Visit, element: Element) => number])[] = [
  [field('from', date), (_, element) => element.from],
  [
    {
      kind: 'orElse',
      value: field('until', { kind: 'optional', of: date }),
      fallback: { kind: 'addDays', date: field('from', date), amount: number(1), type: date, at },
      type: date,
      at,
    },
    (_, element) => element.until ?? addDays(element.from, 1),
  ],
  [input('visit.in', date), (visit) => visit.in],
  [input('visit.out', date), (visit) => visit.out],
  [{ kind: 'constant', value: { kind: 'date', date: formatDate(day) }, type: date, at }, () => day],
]

function number(value: number): Expr {
  return { kind: 'constant', value: { kind: 'exact', exact: String(value) }, type: { kind: 'days' }, at }
}

function order(of: readonly (typeof days)[number][]): Twin {
  const [[left, leftOf], [right, rightOf]] = [pick(of), pick(of)]
  const operator = pick(['less', 'lessOrEqual', 'equal'] as const)
  return {
    expr: { kind: 'compare', operator, left, right, type: boolean, at },
    holds: (visit, element) => {
      const apart = rightOf(visit, element) - leftOf(visit, element)
      return operator === 'less' ? apart > 0 : operator === 'equal' ? apart === 0 : apart >= 0
    },
  }
}

function simple(): Twin {
  switch (draw(6)) {
    case 0: {
      const member = pick(['first', 'second'])
      const value = field('kind', { kind: 'choice', choices: 'Kind' })
      return {
        expr: { kind: 'isOneOf', value, members: [member], type: boolean, at },
        holds: (_, { kind }) => kind === member,
      }
    }
    case 1: {
      const area = pick(['33', '3302'])
      const prefix: Expr = { kind: 'constant', value: { kind: 'region', prefix: area }, type: region, at }
      return {
        expr: { kind: 'liesIn', place: field('region', region), area: prefix, type: boolean, at },
        holds: (_, element) => liesIn(element.region, area),
      }
    }
    case 2: {
      const level = pick(['province', 'prefecture'] as const)
      const area: Expr = { kind: 'widen', region: field('region', region), level, type: region, at }
      return {
        expr: { kind: 'liesIn', place: input('visit.place', region), area, type: boolean, at },
        holds: ({ place }, element) => liesIn(place, widen(element.region, level)),
      }
    }
    case 3:
      return {
        expr: { kind: 'isAbsent', value: field('until', { kind: 'optional', of: date }), type: boolean, at },
        holds: (_, { until }) => until === null,
      }
    default:
      return order(days)
  }
}

function condition(depth: number): Twin {
  if (depth === 0 || draw(4) === 0) return simple()
  const parts = Array.from({ length: 2 + draw(2) }, () => condition(depth - 1))
  const operands = parts.map(({ expr }) => expr)
  switch (draw(3)) {
    case 0:
      return {
        expr: { kind: 'not', operand: operands[0]!, type: boolean, at },
        holds: (visit, element) => !parts[0]!.holds(visit, element),
      }
    case 1:
      return {
        expr: { kind: 'or', operands, type: boolean, at },
        holds: (visit, element) => parts.some(({ holds }) => holds(visit, element)),
      }
    default:
      return {
        expr: { kind: 'and', operands, type: boolean, at },
        holds: (visit, element) => parts.every(({ holds }) => holds(visit, element)),
      }
  }
}

// More days than there are dates in one condition, on both sides of the one that is named.
const near = [-3, -2, -1, 0, 1, 2, 3].map((by) => day + by)
const codes = ['330200', '330300', '330400', '310100', '310200', '320100']
const visits: readonly Visit[] = codes.flatMap((place) =>
  near.flatMap((admitted) => near.map((out) => ({ place, in: admitted, out }))),
)
const elements: readonly Element[] = ['first', 'second'].flatMap((kind) =>
  codes.flatMap((code) =>
    near.flatMap((from) => [null, ...near].map((until) => ({ kind, region: code, from, until }))),
  ),
)

interface Flag {
  readonly quantifier: 'any' | 'all'
  readonly is: boolean
  readonly where: Twin
}

/** What has to be so of one element of its own; and what of every element. */
function isMet(flags: readonly Flag[], visit: Visit, of: readonly Element[]): boolean {
  const ofAll = flags.filter(({ quantifier, is }) => (quantifier === 'any') !== is)
  const fine = of.filter((element) =>
    ofAll.every(({ quantifier, where }) => where.holds(visit, element) === (quantifier === 'all')),
  )
  return flags
    .filter((each) => !ofAll.includes(each))
    .every(({ quantifier, where }) => fine.some((element) => where.holds(visit, element) === (quantifier === 'any')))
}

it('flags that a list can have get one; the others are proved not to be possible', { timeout: 120_000 }, () => {
  const kinds = { found: 0, none: 0, open: 0 }
  for (let round = 0; round < 120; round++) {
    const realiser = new Realiser(decided, decided)
    const base = condition(2)
    const flags = Array.from({ length: 2 + draw(2) }, (): Flag => ({
      quantifier: pick(['any', 'any', 'all']),
      is: draw(2) === 0,
      // Flags of one condition exclude each other.
      where: draw(2) === 0 ? condition(2) : base,
    }))
    const assumptions = new Map<string, Assumption>(
      flags.map(({ quantifier, is, where }, index) => [
        `flag ${index}`,
        {
          kind: 'oneOf',
          expr: { kind: 'fold', quantifier, list: 'filings', where: where.expr, value: null, type: boolean, at },
          options: [String(is)],
          all: ['false', 'true'],
        },
      ]),
    )
    const outer = order(days.slice(2))
    if (draw(2) === 0)
      assumptions.set('order', { kind: 'oneOf', expr: outer.expr, options: ['true'], all: ['false', 'true'] })
    const isOrdered = (visit: Visit): boolean => !assumptions.has('order') || outer.holds(visit, elements[0]!)
    const isPossible = visits.some((visit) => isOrdered(visit) && isMet(flags, visit, elements))
    const realised = realiser.realise(assumptions)
    kinds[realised.kind]++
    expect(realised.kind, JSON.stringify([...assumptions.values()])).toBe(isPossible ? 'found' : 'none')
    if (realised.kind !== 'found') continue
    const { fields, lists } = realised.finite
    const visit = {
      place: codeOf(fields.get('visit.place')),
      in: dayOf(fields, 'visit.in'),
      out: dayOf(fields, 'visit.out'),
    }
    expect(isOrdered({ ...visit, in: visit.in!, out: visit.out! })).toBe(true)
    const found = (lists.get('filings') ?? []).map((each): Element => {
      const kind = each.get('kind')
      return {
        kind: kind?.kind === 'member' ? kind.member : '',
        region: codeOf(each.get('region')),
        from: dayOf(each, 'from')!,
        until: dayOf(each, 'until'),
      }
    })
    const asked = (element: Element): boolean =>
      flags.every(
        ({ quantifier, is, where }) =>
          (quantifier === 'any') === is ||
          where.holds({ ...visit, in: visit.in!, out: visit.out! }, element) === (quantifier === 'all'),
      )
    expect(found.every(asked)).toBe(true)
    expect(isMet(flags, { ...visit, in: visit.in!, out: visit.out! }, found)).toBe(true)
  }
  expect(kinds.open).toBe(0)
  expect(Math.min(kinds.found, kinds.none)).toBeGreaterThan(10)
})

function codeOf(value: Value | undefined): string {
  return value?.kind === 'region' ? value.code : ''
}

function dayOf(values: ReadonlyMap<string, Value>, path: string): number | null {
  const value = values.get(path)
  return value?.kind === 'date' ? value.day : null
}
