import type { Plan, When } from './plan.ts'

/** The plan with amounts of a few fen. */
export function tiny(plan: Plan): Plan {
  const fen = (amount: number): number => amount % 4
  const edges: number[] = []
  for (const edge of plan.edges) edges.push((edges.at(-1) ?? 6) + 1 + (edge % 3))
  return {
    ...plan,
    deductibles: plan.deductibles.map(([high, low]) => [fen(high), fen(low)]),
    edges,
    rounding: plan.rounding === '四舍五入到元' ? '四舍五入到分' : plan.rounding,
    exceptions: plan.exceptions.map((each) => (each.of === 'deductible' ? { ...each, value: fen(each.value) } : each)),
    layers: plan.layers.slice(0, 2).map((layer) => ({
      ...layer,
      floor: 1 + fen(layer.floor),
      width: 1 + fen(layer.width),
      rounding: layer.rounding === '四舍五入到元' ? '四舍五入到分' : layer.rounding,
    })),
    hasFormer: false,
    hasAid: false,
  }
}

const most = 13

/** Every case of a few fen and every category that either of two plans asks about. */
export function* everyCase(plans: readonly Plan[]): Generator<unknown> {
  const asks = (kind: When['kind']): boolean =>
    plans.some(({ exceptions }) => exceptions.some(({ when }) => when.kind === kind))
  const adjusts = (by: string): boolean => plans.some(({ adjustment }) => adjustment?.by === by)
  const has = (is: (plan: Plan) => boolean): boolean => plans.some(is)
  const kinds = ['first', 'second', 'third'].slice(0, Math.max(...plans.map((plan) => plan.kinds)))
  const tiers = ['high', 'low']
  const hardship = asks('hardship') ? [false, true] : [false]
  const births = asks('younger') || asks('older') ? ['2010-05-01', '1970-05-01', '1940-05-01'] : ['1980-05-01']
  const isFiled = asks('filed') || adjusts('filed')
  const places = asks('place') || adjusts('place') || isFiled ? ['330200', '310000'] : ['330200']
  const filed = isFiled ? [false, true] : [false]
  const sinces = plans.flatMap(({ exceptions }) => exceptions.flatMap(({ since }) => (since === null ? [] : [since])))
  const days = [...new Set([28, ...sinces.flatMap((day) => [day - 1, day])])]
  const amounts = Array.from({ length: most + 1 }, (_, fen) => (fen / 100).toFixed(2))
  const owns = has(({ hasOwnExpense }) => hasOwnExpense) ? ['0.00', '0.02'] : ['0.00']
  const sums = has(({ start, edges }) => start !== 'zero' && edges.length > 0) ? amounts : ['0.00']
  const paid = has(({ isYearly }) => isYearly) ? ['0.00', '0.01', '0.03'] : ['0.00']
  for (const kind of kinds)
    for (const tier of tiers)
      for (const isHard of hardship)
        for (const birth of births)
          for (const place of places)
            for (const isValid of filed)
              for (const day of days)
                for (const total of amounts)
                  for (const own of owns)
                    for (const sum of sums)
                      for (const already of paid)
                        yield {
                          case: {
                            on: `2023-01-${String(day).padStart(2, '0')}`,
                            birth,
                            place,
                            kind,
                            tier,
                            hardship: isHard,
                            total,
                            own,
                            aid: null,
                            formerly: null,
                          },
                          filings: isValid ? [{ region: place, from: '2022-12-01', until: null }] : [],
                          year: { sum, paid: already },
                        }
}
