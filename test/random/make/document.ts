import { chance, pick } from '../draw.ts'
import { texts } from './table.ts'
import type { World } from './world.ts'

/** An article: what holds generally, then the sections. */
export interface Article {
  readonly general: string[]
  readonly sections: { readonly head: string; readonly items: string[] }[]
}

/** An edition, and the rules that only it has. */
export interface OwnEdition {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly items: string[]
}

export interface Document {
  readonly decision: { readonly label: string }
  readonly articles: readonly Article[]
  readonly editions: readonly OwnEdition[]
  readonly invariants: readonly string[]
  /** Names of the policy itself, with their identifiers. */
  readonly names: readonly { readonly label: string; readonly id: string }[]
}

/** The text of a policy. */
export function writeDocument(world: World, { decision, articles, editions, invariants, names }: Document): string {
  const { words, draw } = world
  const [only, another] = editions
  const isOne = only !== undefined && another === undefined
  const own = editions.flatMap((edition) => [
    editionLine(world, edition),
    ...articleLines(world, { general: edition.items, sections: [] }),
  ])
  return [
    `${words.keyword('Policy')} made.random ${words.text(pick(draw, texts))}`,
    `${words.keyword('Use')} ${words.text('random')}`,
    `${words.keyword('Decision')} ${decision.label}`,
    `${words.keyword('Source')} src ${words.text(pick(draw, texts))} ${words.word('官方', 'official')}`,
    ...(isOne ? [editionLine(world, only)] : []),
    ...articles.flatMap((article) => articleLines(world, article)),
    ...(isOne ? [] : own),
    ...invariants,
    ...(names.length > 0 ? [words.keyword('Names'), ...names.map(({ label, id }) => `  | ${label} | ${id} |`)] : []),
    '',
  ].join('\n')
}

function editionLine({ words, selector }: World, { name, from, until }: OwnEdition): string {
  const dates = `${words.keyword('From')} ${words.date(from)} ${words.keyword('Until')} ${words.date(until)}`
  return `${words.keyword('Edition')} ${words.text(name)} ${dates} ${words.keyword('SelectedBy')} ${selector.label}`
}

function articleLines(world: World, { general, sections }: Article): string[] {
  const { words, draw } = world
  if (general.length === 0 && sections.length === 0) return []
  const text = (): string => words.text(pick(draw, texts))
  const reading = `  ${words.keyword('Reading')} C1 ${text()} ${words.keyword('Because')} ${text()}`
  return [
    `${words.keyword('Article')} src ${text()}`,
    `  ${words.keyword('Quote')} ${text()} ${words.keyword('Cites')} N1${words.comma}N2`,
    ...(chance(draw, 20) ? [reading] : []),
    ...(chance(draw, 10) ? [`  ${words.keyword('YearStart')} ${words.keyword('From')} ${words.monthDay}`] : []),
    ...general.map(indented),
    ...sections.flatMap(({ head, items }) => [indented(head), ...items.map((item) => indented(indented(item)))]),
  ]
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
