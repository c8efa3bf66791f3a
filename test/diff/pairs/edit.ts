import type { SourceFile } from '../../../compiler/compile.ts'
import { chance, pick, type Draw } from '../../random/draw.ts'
import { mutantsOf, type Families } from '../../random/mutants/mutate.ts'
import { amount, randomAdjustment, randomException, randomLayer, roundings, type Layer, type Plan } from './plan.ts'
import { kindNames, plainStyle, randomStyle, writePlan, type Style } from './write-plan.ts'

/** Two policies, the second an edit of the first; `what` says which. */
export interface Pair {
  readonly what: string
  readonly before: readonly SourceFile[]
  readonly after: readonly SourceFile[]
  readonly plans: readonly [Plan, Plan]
  /** Whether it is known that nothing changes. */
  readonly isEquivalent: boolean
}

const families: Families = [
  kindNames,
  ['高级', '低级'],
  ['宁波市', '上海', '浙江省'],
  ['自付', '余额'],
  ['起日', '结算日', '出生日'],
  ['年内', '已付'],
]

/** A policy and what one small edit makes of it: of its words, of its build, both, or only of how it is said. */
export function randomPair(draw: Draw, plan: Plan): Pair {
  const before = writePlan(plan)
  const kind = pick(draw, ['words', 'words', 'words', 'build', 'both', 'style'] as const)
  const [edited, what] = kind === 'build' || kind === 'both' ? editPlan(draw, plan) : [plan, '']
  const style = kind === 'style' || chance(draw, 30) ? randomStyle(draw) : plainStyle
  const after = writePlan(edited, style)
  const said = `${what}${style === plainStyle ? '' : ` said otherwise: ${written(style)}`}`
  if (kind === 'style' || kind === 'build')
    return { what: said, before, after, plans: [plan, edited], isEquivalent: kind === 'style' }
  const mutant = pick(draw, mutantsOf(after[1].text, families))
  return {
    what: `${mutant.what}${said && `; ${said}`}`,
    before,
    after: [after[0], { ...after[1], text: mutant.text }],
    plans: [plan, edited],
    isEquivalent: false,
  }
}

/** The same policy said otherwise. */
export function refactoring(draw: Draw, plan: Plan): Pair {
  const style = randomStyle(draw)
  const [before, after] = [writePlan(plan), writePlan(plan, style)]
  return { what: written(style), before, after, plans: [plan, plan], isEquivalent: true }
}

function written(style: Style): string {
  return Object.entries(style)
    .filter(([, value]) => Boolean(value))
    .map(([key]) => key)
    .join(', ')
}

/** Changes of the build that no change of a word makes. */
function editPlan(draw: Draw, plan: Plan): readonly [Plan, string] {
  const { layers, exceptions, adjustment, kinds, edges, rates } = plan
  const at = draw(Math.max(1, layers.length))
  const withLayer = (change: (layer: Layer) => Layer): Plan => ({
    ...plan,
    layers: layers.map((layer, index) => (index === at ? change(layer) : layer)),
  })
  const edits: readonly (readonly [string, () => Plan])[] = [
    ['rounded by parts, or the sum', () => withLayer((layer) => ({ ...layer, kind: other(layer.kind) }))],
    ['a layer rounds otherwise', () => withLayer((layer) => ({ ...layer, rounding: pick(draw, roundings) }))],
    ['a layer of another amount', () => withLayer((layer) => ({ ...layer, base: pick(draw, bases) }))],
    ['another layer', () => withLayer(() => randomLayer(draw))],
    ['the main rounding', () => ({ ...plan, rounding: pick(draw, roundings) })],
    [
      'exceptions',
      () => ({
        ...plan,
        exceptions: exceptions.length > 0 ? [] : [randomException(draw, pick(draw, ['deductible', 'rate']), kinds)],
      }),
    ],
    ['the adjustment', () => ({ ...plan, adjustment: adjustment && draw(2) === 0 ? null : randomAdjustment(draw) })],
    ['where bands begin', () => ({ ...plan, start: pick(draw, ['zero', 'year', 'afterDeductible'] as const) })],
    ['what is paid counts', () => ({ ...plan, isYearly: !plan.isYearly })],
    ['a gift counts', () => ({ ...plan, hasAid: !plan.hasAid })],
    ['a filing ends', () => ({ ...plan, isFilingLimited: !plan.isFilingLimited })],
    ['a promise', () => ({ ...plan, hasPromise: !plan.hasPromise })],
    [
      'one band less',
      () => (edges.length > 1 ? { ...plan, edges: edges.slice(0, -1), rates: rates.slice(0, -1) } : plan),
    ],
    ['every edge', () => ({ ...plan, edges: edges.map((edge) => edge + amount(draw, 5)) })],
  ]
  const [what, edit] = pick(draw, edits)
  return [edit(), what]
}

const bases = ['rest', 'both', 'left'] as const
const other = (kind: Layer['kind']): Layer['kind'] => (kind === 'parts' ? 'sum' : 'parts')
