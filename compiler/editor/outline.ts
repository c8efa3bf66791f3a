import type { Item, Language, Name, Section, Span, TopItem } from '../../grammar/tree.ts'
import { keyword } from '../check/spelling.ts'
import { itemName } from '../diff/item-name.ts'
import type { Analysis } from './workspace.ts'

/** What a file is made of: what it declares, its articles with their headings and rules, its examples. */
export interface OutlineNode {
  readonly name: string
  /** What stands beside the name: the other name, the source of an article; empty where nothing does. */
  readonly detail: string
  readonly kind: TopItem['kind'] | Section['kind'] | Item['kind']
  readonly span: Span
  /** What is selected when it is gone to. */
  readonly selection: Span
  readonly children: readonly OutlineNode[]
}

/** Quotes and what is not formalised are left out. */
export function outline({ text, tree }: Analysis): readonly OutlineNode[] {
  return tree.items.flatMap((item): OutlineNode[] => {
    const { kind, span } = item
    const node = (name: string, selection: Span, detail = '', children: readonly OutlineNode[] = []): OutlineNode[] =>
      name === '' ? children.slice() : [{ name, detail, kind, span, selection, children }]
    const headed = (token: 'Regions' | 'Names' | 'Platform'): OutlineNode[] => {
      const name = keyword(token, tree.language)
      return node(name, { start: span.start, end: Math.min(span.end, span.start + name.length) })
    }
    switch (item.kind) {
      case 'policy':
        return node(item.name.text, item.name.span, item.title.value)
      case 'vocabulary':
      case 'module':
        return node(item.title.value, item.title.span)
      case 'use':
        return []
      case 'decision':
        return node(item.name.text, item.name.span)
      case 'source':
        return node(item.name.text, item.name.span, item.title.value)
      case 'edition':
        return node(item.name.value, item.name.span)
      case 'article': {
        const rules = itemsOf(item.items, text, tree.language)
        const sections = item.sections.map((section) => sectionNode(section, text, tree.language))
        return node(item.title.value, item.title.span, item.source.text, [...rules, ...sections])
      }
      case 'record':
      case 'list':
      case 'choices':
      case 'dataset':
      case 'decisionDeclaration':
        return node(item.label.text || item.id.text, (item.label.text ? item.label : item.id).span, item.id.text)
      case 'regions':
        return headed('Regions')
      case 'names':
        return headed('Names')
      case 'platform':
        return headed('Platform')
      case 'always':
      case 'monotone':
      case 'example':
        return node(item.label.value, item.label.span)
    }
  })
}

function sectionNode(section: Section, text: string, language: Language): OutlineNode {
  const { kind, span, items } = section
  const selection = section.kind === 'each' ? section.list.span : section.condition.span
  const word = keyword(section.kind === 'each' ? 'Each' : 'AppliesTo', language)
  const name = `${word} ${text.slice(selection.start, selection.end)}`.trim()
  return { name, detail: '', kind, span, selection, children: itemsOf(items, text, language) }
}

function itemsOf(items: readonly Item[], text: string, language: Language): readonly OutlineNode[] {
  return items.flatMap((item): OutlineNode[] => {
    if (item.kind === 'quote' || item.kind === 'notFormalised') return []
    const name = itemName(item, text, language).trim()
    const selection = nameOf(item)?.span ?? item.span
    const children =
      item.kind === 'reading'
        ? itemsOf(
            item.alternatives.flatMap(({ rule }) => rule ?? []),
            text,
            language,
          )
        : []
    return name === ''
      ? []
      : [
          {
            name,
            detail: item.kind === 'reading' ? item.statement.value : '',
            kind: item.kind,
            span: item.span,
            selection,
            children,
          },
        ]
  })
}

function nameOf(item: Item): Pick<Name, 'span'> | null {
  switch (item.kind) {
    case 'reading':
    case 'choose':
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'accumulate':
    case 'adjust':
      return item.name
    case 'except':
    case 'requires':
      return item.label
    case 'split':
      return item.amount
    case 'move':
      return item.into
    case 'match':
      return item.dataset
    case 'remove':
      return item.target
    case 'replace':
      return item.rule && nameOf(item.rule)
    case 'yearStart':
    case 'quote':
    case 'notFormalised':
      return null
  }
}
