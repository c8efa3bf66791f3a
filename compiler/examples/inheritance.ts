import type { Example } from '../../grammar/tree.ts'
import { near } from '../bind/near.ts'
import type { Report } from '../problem/report.ts'

export interface PlacedExample {
  readonly item: Example
  readonly file: string
}

/**
 * What each example says together with the one that it is based on (沿用), and so on: `extend` adds what the example
 * itself says to what its base says. A base that does not exist, and one that leads back, is a problem and is no base.
 */
export function inherit<Said>(
  examples: readonly PlacedExample[],
  nothing: Said,
  extend: (base: Said, example: PlacedExample) => Said,
  report: Report,
): ReadonlyMap<PlacedExample, Said> {
  const byLabel = indexByLabel(examples, report)
  const said = new Map<PlacedExample, Said>()
  for (const example of examples) {
    const chain = new Set<PlacedExample>()
    let current: PlacedExample | null = example
    while (current !== null && !said.has(current)) {
      chain.add(current)
      current = baseOf(current, byLabel, chain, report)
    }
    let base = (current && said.get(current)) ?? nothing
    for (const each of [...chain].toReversed()) {
      base = extend(base, each)
      said.set(each, base)
    }
  }
  return said
}

function baseOf(
  { item, file }: PlacedExample,
  byLabel: ReadonlyMap<string, PlacedExample>,
  chain: ReadonlySet<PlacedExample>,
  report: Report,
): PlacedExample | null {
  if (item.basedOn === null) return null
  const { value: name, span } = item.basedOn
  const base = byLabel.get(name)
  if (!base) report.error('unknown-example', { file, span }, { name, near: near(name, byLabel.keys()) })
  else if (!chain.has(base)) return base
  else report.error('cycle', { file, span }, { names: [...[...chain].slice(0, 9), base].map(labelOf) })
  return null
}

function indexByLabel(examples: readonly PlacedExample[], report: Report): ReadonlyMap<string, PlacedExample> {
  const byLabel = new Map<string, PlacedExample>()
  for (const example of examples) {
    const name = labelOf(example)
    const first = byLabel.get(name)
    if (!first) byLabel.set(name, example)
    else report.error('defined-twice', placeOf(example), { name }, { related: placeOf(first) })
  }
  return byLabel
}

const labelOf = ({ item }: PlacedExample): string => item.label.value

const placeOf = ({ item, file }: PlacedExample) => ({ file, span: item.label.span })
