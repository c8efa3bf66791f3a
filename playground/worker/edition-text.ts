import type { Analysis, BoundPolicy, Place, Span } from '../../compiler/index.ts'
import { textsOf } from '../../compiler/files/texts.ts'
import { analysisOf, policyOf, type Files } from './decision.ts'

/** The rules that hold under an edition, as text; `places` has for each line where it stands in the files, if it does. */
export interface EditionText {
  readonly text: string
  readonly places: readonly (Place | null)[]
}
interface Line {
  readonly text: string
  readonly place: Place | null
}

export const editionText = {
  /**
   * Of an edition, all rules that hold under it, under their articles and quotes, whichever file they come from: what
   * an amendment leaves as it is stands there too, so that two editions can be laid beside each other. Null where there
   * is no such edition.
   */
  editionText(
    { workspace }: Files,
    { decision, edition }: { readonly decision: string; readonly edition: string },
  ): EditionText | null {
    const analysis = analysisOf(workspace, decision)
    const policy = analysis && policyOf(analysis, decision)
    const found = policy?.editions.find((each) => each.edition.name.value === edition)
    return analysis && policy && found ? asText(linesOf(policy, found, analysis)) : null
  },
}

function asText(lines: readonly Line[]): EditionText {
  return { text: lines.map(({ text }) => `${text}\n`).join(''), places: lines.map(({ place }) => place) }
}

function linesOf(
  policy: BoundPolicy,
  { rules }: BoundPolicy['editions'][number],
  { group, language }: Analysis,
): readonly Line[] {
  const texts = textsOf(group)
  const written = (file: string, span: Span): string => (texts.get(file) ?? '').slice(span.start, span.end)
  const word = words[language]
  const lines: Line[] = []
  const add = (text: string, place: Place | null = null): void => void lines.push({ text, place })
  let [article, heading] = [-1, '']
  const addQuotes = (all: readonly number[]): void => {
    for (const each of all) {
      const quote = policy.quotes[each]
      if (quote) add(`  ${quote.isVerbatim ? word.quote : word.summary}「${quote.text}」`)
    }
  }
  const headOf = (at: number): string => {
    const { title, source } = policy.articles[at] ?? { title: '', source: 0 }
    return `${word.article} ${policy.sources[source]?.name ?? ''}「${title}」`
  }
  for (const [index, { rule, file, when, article: at, quotes: quoted }] of rules.entries()) {
    // A rule that an amendment put among those of an article stands there, and says where it is from.
    const isPutIn = at !== article && rules.slice(index + 1).some((later) => later.article === article)
    if (isPutIn) {
      add(`  ※ ${headOf(at)}`)
      addQuotes(quoted)
    } else if (at !== article) {
      if (lines.length > 0) add('')
      add(headOf(at))
      addQuotes([...policy.quotes.keys()].filter((each) => policy.quotes[each]?.article === at))
      article = at
      heading = ''
    }
    const condition = when === null ? '' : written(file, when.span).replace(/\s+/gu, ' ')
    if (condition !== heading) {
      heading = condition
      if (condition !== '') add(`  ${word.appliesTo} ${condition}${word.colon}`)
    }
    const margin = ' '.repeat(condition === '' ? 2 : 4)
    const place = { file, span: rule.span }
    for (const line of withoutMargin(texts.get(file) ?? '', rule.span)) add(`${margin}${line}`, place)
  }
  return lines
}

const words = {
  zh: { article: '条文', quote: '原文', summary: '摘要', appliesTo: '适用于', colon: '：' },
  en: { article: 'article', quote: 'quote', summary: 'summary', appliesTo: 'applies to', colon: ':' },
} as const

/** The lines of a stretch of text, those below the first as far to the left as it. */
function withoutMargin(text: string, { start, end }: Span): readonly string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const margin = text.slice(lineStart, start).search(/\S|$/u)
  const [first = '', ...rest] = text.slice(start, end).trimEnd().split('\n')
  return [first, ...rest.map((line) => line.slice(Math.min(margin, line.search(/\S|$/u))).trimEnd())]
}
