import type { Article, Example, Item, Name, Row, Section, TopItem } from '../tree.ts'
import { line, type Line } from './lines.ts'
import { printExpression } from './print-expression.ts'
import { breakLogic, printDefinition, printRule } from './print-rule.ts'
import { printGrid, printRows } from './print-table.ts'
import { widthOf } from './width.ts'
import { joinWords, type Words } from './words.ts'

type Item_<Kind extends TopItem['kind']> = Extract<TopItem, { kind: Kind }>

export function printTop(item: TopItem, words: Words, source: string): Line[] {
  const { keyword, name, text } = words
  const head = (...parts: string[]): Line => line(0, joinWords(parts), item.span)
  switch (item.kind) {
    case 'policy':
      return [head(keyword('Policy'), item.name.text, text(item.title))]
    case 'vocabulary':
      return [head(keyword('Vocabulary'), text(item.title))]
    case 'use':
      return [head(keyword('Use'), text(item.target))]
    case 'decision':
      return [head(keyword('Decision'), name(item.name))]
    case 'source':
      return [head(keyword('Source'), name(item.name), text(item.title), name(item.grade))]
    case 'edition':
      return [head(...editionParts(item, words))]
    case 'article':
      return printArticle(item, words, source)
    case 'record':
      return declaration([keyword('Record'), item.label.text, item.id.text], item.rows, item, words)
    case 'list':
      return declaration([keyword('List'), item.label.text, item.id.text], item.rows, item, words)
    case 'choices':
      return declaration([keyword('Choices'), item.label.text, item.id.text], item.rows, item, words)
    case 'regions':
      return declaration([keyword('Regions')], item.rows, item, words)
    case 'decisionDeclaration':
      return declaration([keyword('Decision'), item.label.text, item.id.text], item.rows, item, words)
    case 'names':
      return declaration([keyword('Names')], item.rows, item, words)
    case 'always': {
      const start = joinWords([keyword('Always'), text(item.label)])
      const whole = joinWords([start, printExpression(item.condition, words)])
      return item.condition.kind === 'logic' && widthOf(whole) > 96
        ? breakLogic(start, item.condition, 0, words)
        : [line(0, whole, item.span)]
    }
    case 'example':
      return printExample(item, words)
  }
}

function editionParts(item: Item_<'edition'>, { keyword, text, date, name }: Words): string[] {
  return [
    keyword('Edition'),
    text(item.name),
    ...(item.from ? [keyword('From'), date(item.from)] : []),
    ...(item.until ? [keyword('Until'), date(item.until)] : []),
    ...(item.selectedBy ? [keyword('SelectedBy'), name(item.selectedBy)] : []),
  ]
}

/** Names in declarations stand in both languages already and are not converted; types and built-in words are. */
function declaration(head: readonly string[], rows: readonly Row[], item: TopItem, words: Words): Line[] {
  const literal: Words = {
    ...words,
    name: (name: Name) => (isBuiltInPosition(name, rows) ? words.name(name) : name.text),
  }
  return [
    line(0, joinWords(head), { start: item.span.start, end: rows[0]?.span.start ?? item.span.end }),
    ...printRows([], rows, 2, literal),
  ]
}

/** The third cell of a row holds the type, the first of a decision says input or output. */
function isBuiltInPosition(name: Name, rows: readonly Row[]): boolean {
  return rows.some((row) =>
    row.cells.some(
      (cell, column) =>
        (column === 2 || column === 0) && cell.span.start <= name.span.start && name.span.end <= cell.span.end,
    ),
  )
}

function printArticle(article: Article, words: Words, source: string): Line[] {
  const { keyword, name, text } = words
  const first = article.items[0]?.span.start ?? article.sections[0]?.span.start ?? article.span.end
  const head = line(
    0,
    joinWords([keyword('Article'), name(article.source), text(article.title)]),
    { start: article.span.start, end: first },
    'always',
  )
  return [
    head,
    ...printItems(article.items, 2, words, source),
    ...article.sections.flatMap((section) => printSection(section, words, source)),
  ]
}

function printSection(section: Section, words: Words, source: string): Line[] {
  const { keyword } = words
  const about =
    section.kind === 'appliesTo'
      ? [keyword('AppliesTo'), printExpression(section.condition, words)]
      : [keyword('Each'), words.name(section.list)]
  const head = line(2, joinWords(about) + words.colon, {
    start: section.span.start,
    end: section.items[0]?.span.start ?? section.span.end,
  })
  return [head, ...printItems(section.items, 4, words, source)]
}

function printItems(items: readonly Item[], indent: number, words: Words, source: string): Line[] {
  return items.flatMap((item, index) => {
    if (item.kind !== 'define') return printItem(item, indent, words)
    return printDefinition(item, indent, groupWidth(items, index, words, source), words)
  })
}

/** The widest name of the definitions that stand on consecutive lines with this one. */
function groupWidth(items: readonly Item[], index: number, words: Words, source: string): number {
  const widths: number[] = []
  const walk = (step: 1 | -1): void => {
    for (let at = index; ; at += step) {
      const item = items[at]
      if (item?.kind !== 'define') return
      widths.push(widthOf(words.name(item.name)))
      const next = items[at + step]
      const [before, after] = step === 1 ? [item, next] : [next, item]
      if (!next || !before || !after || !/^[^\n]*\n[^\S\n]*$/u.test(source.slice(before.span.end, after.span.start)))
        return
    }
  }
  walk(1)
  walk(-1)
  return Math.max(...widths)
}

function printItem(item: Item, indent: number, words: Words): Line[] {
  const { keyword, text } = words
  switch (item.kind) {
    case 'quote':
      return [line(indent, joinWords([keyword('Quote'), text(item.text), ...cites(item.cites, words)]), item.span)]
    case 'reading':
      return [
        line(indent, joinWords([keyword('Reading'), words.name(item.name), text(item.statement)]), {
          start: item.span.start,
          end: item.statement.span.end,
        }),
        line(indent + 2, joinWords([keyword('Because'), text(item.because)]), item.because.span, 'never'),
      ]
    case 'notFormalised':
      return [
        line(indent, joinWords([keyword('NotFormalised'), text(item.text), ...cites(item.cites, words)]), {
          start: item.span.start,
          end: item.text.span.end,
        }),
        line(indent + 2, joinWords([keyword('Because'), text(item.because)]), item.because.span, 'never'),
      ]
    case 'yearStart':
      return [
        line(
          indent,
          joinWords([keyword('YearStart'), keyword('From'), words.monthDay(item.month, item.day)]),
          item.span,
        ),
      ]
    default:
      return printRule(item, indent, words)
  }
}

function cites(names: readonly Name[], words: Words): string[] {
  return names.length === 0 ? [] : [words.keyword('Cites'), names.map(words.name).join(words.listComma)]
}

function printExample(example: Example, words: Words): Line[] {
  const { keyword, text } = words
  const basedOn = example.basedOn ? [keyword('BasedOn'), text(example.basedOn)] : []
  const at = (offset: number): { start: number; end: number } => ({ start: offset, end: offset })
  const part = (indent: number, words_: string, offset: number): Line => line(indent, words_, at(offset), 'never')
  const start = (rows: readonly Row[], otherwise: number): number => rows[0]?.span.start ?? otherwise
  const lists = example.lists.flatMap((each) => [
    part(4, joinWords([keyword('Each'), words.name(each.list)]) + words.colon, each.span.start),
    ...printGrid(each.grid, 6, words),
  ])
  const head = line(
    0,
    joinWords([keyword('Example'), text(example.label), ...basedOn]),
    { start: example.span.start, end: (example.basedOn ?? example.label).span.end },
    'always',
  )
  const given = example.given.length + example.lists.length > 0 || !example.basedOn
  return [
    head,
    ...(given ? [part(2, keyword('Given'), head.span.end), ...printRows([], example.given, 4, words), ...lists] : []),
    part(2, keyword('Expect'), Math.max(head.span.end, start(example.expect, example.span.end) - 1)),
    ...printRows([], example.expect, 4, words),
  ]
}
