import { element, fragment, type Html } from '../show/html.ts'
import type { Book, BookArticle } from './book.ts'
import { rulesOf, type Entry } from './entries.ts'
import { fieldTypeText, typeText } from './fields.ts'
import { ruleLinks } from './overview.ts'
import { tableHead } from '../show/table.ts'

/** Every name that the files mention, with the rules that define, change and use it. */
export function namesPart(book: Book): Html {
  const { words } = book
  const head = [words.label, words.identifier, words.type, words.definedIn, words.changedIn, words.usedIn]
  const rows = mentioned(book).map((entry) => {
    const { defines, changes, uses } = rulesOf(entry, book.rules)
    const cells = [
      entry.label,
      element('code', {}, entry.id),
      fragment(entryType(book, entry)),
      ruleLinks(defines),
      ruleLinks(changes),
      ruleLinks(uses),
    ]
    return element('tr', { id: entry.anchor }, ...cells.map((cell) => element('td', {}, cell)))
  })
  return element('table', { class: 'plain index' }, tableHead(head), element('tbody', {}, ...rows))
}

const order: readonly Entry['kind'][] = ['own', 'input', 'list', 'output', 'region']

function mentioned({ sheets, entries, rules }: Book): readonly Entry[] {
  const names = sheets.flatMap(({ tokens }) =>
    tokens.flatMap(({ name, text }) => (name === 'Name' || name === 'DefinedName' ? (entries.get(text) ?? []) : [])),
  )
  const first = (entry: Entry): number => rules.find(({ defines }) => defines.includes(entry))?.number ?? 0
  return [...new Set(names)].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || first(a) - first(b))
}

function entryType(book: Book, entry: Entry): string {
  const { words, programs } = book
  const kind = words.kind[entry.kind]
  if (entry.field) return `${fieldTypeText(book, entry.field.type)}${words.bracketed(kind)}`
  if (entry.kind !== 'own') return kind
  const definitions = programs.flatMap((program) => program.definitions)
  const known = definitions.find(
    ({ label, role }) => (role === 'term' || role === 'share') && (label === entry.label || label === entry.id),
  )
  return known ? typeText(book, known.type) : ''
}

/** The numbers that quotes and clauses cite, each with its articles. */
export function factsPart({ articles }: Book): Html | null {
  const cited = new Map<string, Set<BookArticle>>()
  for (const each of articles) {
    const { items, sections } = each.article
    for (const item of [...items, ...sections.flatMap((section) => section.items)])
      if (item.kind === 'quote' || item.kind === 'notFormalised')
        for (const { text } of item.cites) cited.set(text, (cited.get(text) ?? new Set()).add(each))
  }
  if (cited.size === 0) return null
  const facts = [...cited].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return element(
    'ul',
    { class: 'facts' },
    ...facts.map(([fact, places]) =>
      element(
        'li',
        {},
        element('small', { class: 'fact' }, fact),
        ...[...places].flatMap(({ anchor, mark }) => [' ', element('a', { href: `#${anchor}` }, mark)]),
      ),
    ),
  )
}
