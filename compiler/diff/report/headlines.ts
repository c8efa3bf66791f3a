import { element, fragment, type Html } from '../../show/html.ts'
import { boundsOf } from './bounds.ts'
import { conditionText, inCommon } from './condition.ts'
import { isNumber } from './names.ts'
import { grouped } from './grouped.ts'
import { populationFindings } from './population.ts'
import type { Report } from './to-html.ts'

/** The finding in sentences: what becomes of each output, what stays, how much of the text, and whether that is all. */
export function headlines({ compared, names, words }: Report): Html {
  const { verdict, regions, text, complete, limits } = compared
  const outputs = Object.entries(verdict)
  const differing = grouped(
    outputs.flatMap(([output, each]) => {
      if (each === 'same' || output === 'refused') return []
      const kind = names.kindOf(output)
      const name = names.nameOf(output)
      if (kind === null || !isNumber(kind)) return [[name, words.changes] as const]
      const { least, most } = boundsOf(regions.filter((region) => region.output === output))
      const size = (bound: string | null): string | null => bound && words.amount(bound.replace(/^-/u, ''), kind)
      return [[name, (all: string) => words.headline(all, each, size(least), size(most))] as const]
    }),
    words.comma,
  )
  const same = outputs.flatMap(([output, each]) =>
    each === 'same' && output !== 'refused' ? [names.nameOf(output)] : [],
  )
  const isRefused = regions.some(({ output }) => output === 'refused')
  const kinds = ['changed', 'added', 'removed', 'moved', 'renamed'] as const
  const counts = kinds
    .map((kind) => ({ kind, count: text.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
  const common = inCommon(regions.filter(({ output }) => output !== 'refused'))
  const rules = text.flatMap(({ what, name }) => (what === 'rule' ? [name] : []))
  const items = [
    ...(common.length > 0 ? [words.onlyWhere(common.map((each) => conditionText(each, { words, names })))] : []),
    ...(differing.length === 0 ? [words.nothingDiffers(complete)] : differing),
    ...(differing.length > 0 && same.length > 0 ? [words.sameOutputs(same, complete)] : []),
    ...populationFindings({ compared, names, words }),
    ...(isRefused ? [words.refusedByOne] : []),
    counts.length > 0 ? words.textCounts(counts) : words.noChanges,
    ...(rules.length > 0 ? [words.rulesChanged(rules)] : []),
  ]
  return fragment(
    element('ul', { class: 'findings' }, ...items.map((item) => element('li', {}, item))),
    element('p', { class: complete ? 'proof' : 'proof open' }, words.complete(complete, regions.length, limits.length)),
  )
}
