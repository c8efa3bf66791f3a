import type {
  ElementOf,
  ExplainedTerm,
  Explanation,
  Held,
  Rule,
  Use,
} from '../../../../compiler/explain/explanation.ts'
import { useText } from '../../../../compiler/explain/layout.ts'
import type { Words } from '../../../../compiler/explain/words.ts'
import type { Place } from '../../../../compiler/program/program.ts'
import { element } from '../../element.ts'
import type { CaseWords } from './words-zh.ts'

/** What is said of a line of the bill when it is opened, and where in the policy it comes from. */
export interface Entry {
  /** The same for the same line of the next bill. */
  readonly key: string
  readonly name: string
  readonly rule: number | null
  readonly place: Place | null
  readonly held: readonly Held[]
  readonly restsOn: readonly Use[]
}

export const lineKey = (id: string, element: number | null): string => `${id} ${element ?? ''}`
export const resultKey = (path: string): string => `=${path}`
export const elementIndex = (of: ElementOf | null): number | null => of?.index ?? null

/** Article, quotes and readings of a line, and the values that it rests on with the rows that held. */
export function entryDetails(entry: Entry, explanation: Explanation, words: Words, say: CaseWords): HTMLElement {
  const rule = explanation.rules[entry.rule ?? -1]
  const values = entry.restsOn.filter(({ isCondition }) => !isCondition)
  return element(
    'div',
    { class: 'details' },
    ...(rule ? ruleParts(rule, words) : [element('p', { class: 'quiet' }, say.noArticle)]),
    heldList(entry.held),
    values.length > 0
      ? element('p', {}, `${words.restsOn}${words.colon}${values.map((use) => useText(use, words)).join(words.comma)}`)
      : null,
    ...termsOf(entry.restsOn, explanation).map((term) => termPart(term, explanation, words)),
  )
}

function ruleParts({ article, quotes, readings }: Rule, words: Words): readonly HTMLElement[] {
  return [
    ...(article
      ? [
          element(
            'p',
            { class: 'article' },
            element('strong', {}, article.title),
            element('cite', {}, ` ${article.source.title} `),
            element('span', { class: `grade ${article.source.grade}` }, words.grade[article.source.grade]),
          ),
        ]
      : []),
    ...quotes.map(({ text, isVerbatim, cites }) =>
      element(
        'blockquote',
        {},
        isVerbatim ? words.quote(text) : words.summary(text),
        element('small', {}, ` ${cites.join(' ')}`),
      ),
    ),
    ...readings.map((reading) =>
      element('p', { class: 'reading' }, `${words.reading(reading)} ${words.readingBecause(reading)}`),
    ),
  ]
}

function heldList(held: readonly Held[]): HTMLElement | null {
  const excerpts = held.flatMap(({ excerpt }) => excerpt ?? [])
  if (excerpts.length === 0) return null
  return element(
    'ul',
    { class: 'held' },
    ...excerpts.map(({ before, held: marked, after }) => element('li', {}, before, element('mark', {}, marked), after)),
  )
}

function termPart({ name, value, held, rule }: ExplainedTerm, { rules }: Explanation, words: Words): HTMLElement {
  const article = rules[rule ?? -1]?.article
  return element(
    'div',
    { class: 'term' },
    element(
      'p',
      {},
      `${words.name(name)}${words.colon}${words.value(value)}`,
      article ? element('small', {}, ` ${article.title}`) : null,
    ),
    heldList(held),
  )
}

/** The terms that uses lead to, each once, the nearest first. */
function termsOf(uses: readonly Use[], { terms }: Explanation): readonly ExplainedTerm[] {
  const found = new Set<ExplainedTerm>()
  const open = [...uses]
  for (let use = open.shift(); use; use = open.shift()) {
    const { kind, name, element: of } = use
    if (kind === 'input') continue
    const term = terms.find((each) => each.name.id === name.id && elementIndex(each.element) === elementIndex(of))
    if (!term || found.has(term)) continue
    found.add(term)
    open.push(...term.restsOn)
  }
  return [...found]
}

/** Where the rules stand that fed a line: its own, the rows that held, and those of the values that it rests on. */
export function placesOf({ place, held, restsOn }: Entry, explanation: Explanation): readonly Place[] {
  const terms = termsOf(restsOn, explanation)
  const rows = [...held, ...terms.flatMap((term) => term.held)].map((each) => each.place)
  const stated = terms.filter((term) => term.held.length === 0).map((term) => term.place)
  return [...(place ? [place] : []), ...rows, ...stated]
}
