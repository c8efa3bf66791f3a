import { element, fragment, type Html } from '../../show/html.ts'
import { boundsOf, type Bound } from './bounds.ts'
import { exampleText, partiesText, perHundred } from './in-money.ts'
import { conditionText, inCommon } from './condition.ts'
import { isNumber } from './names.ts'
import { refusalText } from './refusal.ts'
import { grouped } from './grouped.ts'
import { monthFindings } from './months.ts'
import { populationFindings } from './population.ts'
import type { Report } from './to-html.ts'

/** The finding in sentences: what becomes of each output, what stays, how much of the text, and whether that is all. */
export function headlines(report: Report): Html {
  const { compared, words } = report
  const { complete, regions, limits } = compared
  return fragment(
    element('ul', { class: 'findings' }, ...findings(report).map((item) => element('li', {}, item))),
    element('p', { class: complete ? 'proof' : 'proof open' }, words.complete(complete, regions.length, limits.length)),
  )
}

/** The same without whether it is all, each sentence by itself. */
export function findings(report: Report): readonly string[] {
  const { compared, names, words } = report
  const { verdict, regions, text, complete } = compared
  const outputs = Object.entries(verdict)
  const differing = grouped(
    outputs.flatMap(([output, each]) => {
      if (each === 'same' || output === 'refused') return []
      const kind = names.kindOf(output)
      const name = names.nameOf(output)
      if (kind === null || !isNumber(kind)) return [[name, words.changes] as const]
      const { least, most } = boundsOf(regions.filter((region) => region.output === output))
      const size = ({ value, isReached }: Bound): Bound => ({
        value: value && words.amount(value.replace(/^-/u, ''), kind),
        isReached,
      })
      return [[name, (all: string) => words.headline(all, each, size(least), size(most))] as const]
    }),
    words.comma,
  )
  const same = outputs.flatMap(([output, each]) =>
    each === 'same' && output !== 'refused' ? [names.nameOf(output)] : [],
  )
  const kinds = ['changed', 'added', 'removed', 'moved', 'renamed'] as const
  const counts = kinds
    .map((kind) => ({ kind, count: text.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
  const common = inCommon(regions.filter(({ output }) => output !== 'refused'))
  const rules = text.flatMap(({ what, name }) => (what === 'rule' ? [names.inWords(name)] : []))
  return [
    ...(common.length > 0 ? [words.onlyWhere(common.map((each) => conditionText(each, { words, names })))] : []),
    ...perHundred(report),
    ...exampleText(report),
    ...(complete ? partiesText(report) : []),
    ...(differing.length === 0 ? [words.nothingDiffers(complete)] : differing),
    ...(differing.length > 0 && same.length > 0 ? [words.sameOutputs(same, complete)] : []),
    ...monthFindings(report),
    ...(compared.population ? populationFindings(compared.population, report) : []),
    ...refusedTexts(report),
    counts.length > 0 ? words.textCounts(counts) : words.noChanges,
    ...(rules.length > 0 ? [words.rulesChanged(rules)] : []),
  ]
}

const MOST_REFUSALS = 6

/** Which cases only one of the two settles, and why; where there are many kinds of them, that there are. */
function refusedTexts({ compared: { regions }, names, words }: Report): readonly string[] {
  const refused = regions.filter(({ output }) => output === 'refused')
  if (refused.length > MOST_REFUSALS) return [words.refusedByOne]
  return refused.map(({ difference, where }) => {
    const conditions = where.map((each) => conditionText(each, { words, names }))
    return `${conditions.join(words.semicolon)}${words.colon}${refusalText(difference, words) ?? difference}`
  })
}
