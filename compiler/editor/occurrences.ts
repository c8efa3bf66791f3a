import type { Expression, Item, Name, Reading, Row, Rule, Section, TopItem } from '../../grammar/tree.ts'
import type { ParsedFile } from '../bind/bound.ts'
import { pathFrom, stemOf } from '../files/paths.ts'
import { findChoices, type ChoicesOf } from './choices-of.ts'
import { occurrencesInData } from './data-occurrences.ts'
import { cellsOf, onlyIn, type Declared, type Spaces, type SymbolSource } from './declared.ts'
import { entries, newFinder } from './finder.ts'
import type { Occurrence } from './occurrence.ts'

/** Every name, and every text that names something, of the files with what it means; what means nothing is left out. */
export function collectOccurrences(source: SymbolSource, spaces: Spaces): readonly Occurrence[] {
  const choicesOf = findChoices(spaces)
  return [
    ...source.files.flatMap((file) => occurrencesIn(file, spaces, choicesOf, source)),
    ...source.data.flatMap((file) => occurrencesInData(file, spaces, choicesOf)),
  ]
}

/** The vocabulary or module that a file names. */
function usedBy(target: string, { files }: SymbolSource): ParsedFile | undefined {
  return files.find(({ name }) => name === target || stemOf(name) === target)
}

function occurrencesIn(
  { name: file, text, tree }: ParsedFile,
  spaces: Spaces,
  choicesOf: ChoicesOf,
  source: SymbolSource,
): Occurrence[] {
  const { found, name, named, quoted, labelled, valueOf, value, amount, grid, inCell } = newFinder(
    { name: file, text },
    spaces,
    choicesOf,
  )
  const fileOf = (target: string | undefined): Declared | null =>
    target === undefined ? null : spaces.seen('file', target)

  for (const item of tree.items) top(item)
  return found

  function top(item: TopItem): void {
    switch (item.kind) {
      case 'policy':
        return void named(item.name, 'policy', 'declares')
      case 'vocabulary':
      case 'module':
        return
      case 'use':
        return quoted(item.target, fileOf(usedBy(item.target.value, source)?.name))
      case 'decision':
        return void named(item.name, 'decision')
      case 'source':
        named(item.name, 'source', 'declares')
        return void named(item.grade, 'word')
      case 'edition':
        labelled(item.name, 'edition', 'declares')
        labelled(item.amends, 'edition')
        return void (item.selectedBy && value(item.selectedBy))
      case 'article':
        named(item.source, 'source')
        item.items.forEach(line)
        return item.sections.forEach(section)
      case 'record':
      case 'list':
        pair(item, 'record')
        return item.rows.forEach((row) => fieldRow(row, `field of ${item.id.text}`))
      case 'choices':
        pair(item, 'type')
        return item.rows.forEach((row) =>
          pairOf(row, `member of ${spaces.find('type', item.label.text)?.label ?? item.label.text}`),
        )
      case 'dataset':
        pair(item, 'dataset')
        for (const target of item.files) quoted(target, fileOf(pathFrom(file, target.value)))
        return item.rows.forEach((row) => fieldRow(row, 'value'))
      case 'decisionDeclaration':
        pair(item, 'decision')
        return item.rows.forEach(({ cells: [side, ...records] }) => {
          const word = onlyIn(side)
          if (word?.kind === 'name') named(word, 'word')
          for (const each of records) entries(each).forEach((entry) => recordsIn(entry))
        })
      case 'regions':
        return item.rows.forEach((row) => pairOf(row, 'value'))
      case 'names':
        return item.rows.forEach((row) => {
          const [label, id] = cellsOf(row)
          if (label?.kind !== 'name' || id?.kind !== 'name') return
          const texts = [label.text, id.text]
          const declared = ['value', 'source'].flatMap((space) =>
            texts.flatMap((each) => spaces.find(space, each) ?? []),
          )
          for (const each of [label, id]) name(each, declared[0] ?? null, 'declares')
        })
      case 'platform':
        return item.rows.forEach((row) => {
          const [field, , , ours] = cellsOf(row)
          platformField(field)
          if (ours?.kind === 'name') name(ours, valueOf(ours.text))
        })
      case 'always':
        return void value(item.condition)
      case 'monotone':
        value(item.value)
        return void value(item.along)
      case 'example':
        labelled(item.label, 'example', 'declares')
        labelled(item.basedOn, 'example')
        for (const { cells } of [...item.given, ...item.expect]) {
          const field = onlyIn(cells[0])
          const declared = field?.kind === 'name' ? value(field) : null
          for (const cell of cells.slice(1)) inCell(cell, choicesOf(declared))
        }
        return item.lists.forEach(({ list, grid: { head, body } }) => {
          named(list, 'record')
          const [names, ...rows] = [...head, ...body]
          const fields = cellsOf(names ?? { kind: 'row', cells: [], span: item.span })
          const declared = fields.map((field) => (field?.kind === 'name' ? value(field) : null))
          for (const { cells } of rows) cells.forEach((cell, at) => inCell(cell, choicesOf(declared[at] ?? null)))
        })
    }
  }

  function pair({ label, id }: { readonly label: Name; readonly id: Name }, space: string): void {
    const declared = spaces.find(space, label.text)
    for (const each of [label, id]) name(each, declared, 'declares')
  }
  function pairOf(row: Row, space: string): void {
    const [label, id] = cellsOf(row)
    if (label?.kind === 'name' && id?.kind === 'name') pair({ label, id }, space)
  }
  function fieldRow(row: Row, space: string): void {
    pairOf(row, space)
    const [, , type, platform] = cellsOf(row)
    const of = type?.kind === 'call' ? type.arguments[0] : type
    if (type?.kind === 'call') named(type.callee, 'word')
    if (of?.kind === 'name') name(of, spaces.find('word', of.text) ?? spaces.find('type', of.text))
    platformField(platform)
  }
  function platformField(node: Expression | null | undefined): void {
    if (node?.kind === 'name') name(node, spaces.seen('platformField', node.text))
  }
  function recordsIn(node: Expression): void {
    if (node.kind === 'name') named(node, 'record')
    if (node.kind === 'logic') node.operands.forEach(recordsIn)
  }

  function section(each: Section): void {
    if (each.kind === 'appliesTo') value(each.condition)
    else named(each.list, 'record')
    each.items.forEach(line)
  }

  function line(item: Item): void {
    switch (item.kind) {
      case 'quote':
      case 'notFormalised':
        return cites(item.cites)
      case 'reading':
        return reading(item)
      case 'yearStart':
        return
      case 'replace':
        return void (item.rule && rule(item.rule))
      case 'remove':
        if (item.target.kind === 'name') return void value(item.target)
        return quoted(
          item.target,
          spaces.find('exception', item.target.value) ?? spaces.find('requirement', item.target.value),
        )
      case 'choose':
        value(item.name)
        return [...item.editions, item.tiesTo].forEach((edition) => labelled(edition, 'edition'))
      case 'define':
      case 'table':
      case 'bands':
      case 'classify':
      case 'listAll':
      case 'split':
      case 'move':
      case 'accumulate':
      case 'except':
      case 'adjust':
      case 'requires':
      case 'match':
        return rule(item)
    }
  }

  function cites(facts: readonly Name[]): void {
    for (const fact of facts) name(fact, spaces.seen('fact', fact.text))
  }
  function reading(item: Reading): void {
    const declared = named(item.name, 'reading', 'declares')
    cites(item.cites)
    for (const each of item.alternatives) {
      named(each.name, `alternative of ${declared?.label ?? ''}`, 'declares')
      if (each.rule) rule(each.rule)
    }
  }

  function rule(each: Rule): void {
    switch (each.kind) {
      case 'define':
        return amount(each.value, choicesOf(value(each.name, null, 'states')))
      case 'table': {
        const of = choicesOf(value(each.name, null, 'states'))
        return grid(
          each.grid,
          each.by.map((by) => choicesOf(value(by))),
          of,
        )
      }
      case 'bands': {
        value(each.name, null, 'states')
        value(each.along)
        return grid(each.grid, [null], null)
      }
      case 'classify': {
        const of = choicesOf(value(each.name, null, 'states'))
        return each.rows.forEach(({ cells: [first, ...rest] }) => {
          inCell(first, of)
          rest.forEach((cell) => inCell(cell, null))
        })
      }
      case 'listAll':
        value(each.name, null, 'states')
        return each.rows.forEach(({ cells }) => cells.forEach((cell) => inCell(cell, null)))
      case 'split':
        value(each.amount)
        if (each.bandedFrom) value(each.bandedFrom)
        return each.lines.forEach((splitLine) => {
          if (splitLine.amount) amount(splitLine.amount, null)
          value(splitLine.into, null, 'states')
        })
      case 'move':
        amount(each.amount, null)
        each.outOf.forEach((from) => value(from))
        return void value(each.into, null, 'states')
      case 'accumulate':
        value(each.name, null, 'changes')
        return void value(each.amount)
      case 'except':
        labelled(each.label, 'exception', 'declares')
        if (each.condition) value(each.condition)
        return amount(each.value, choicesOf(value(each.name, null, 'changes')))
      case 'adjust':
        value(each.name, null, 'changes')
        return void value(each.by)
      case 'requires':
        labelled(each.label, 'requirement', 'declares')
        return void value(each.condition)
      case 'match':
        named(each.dataset, 'dataset')
        return void value(each.condition)
    }
  }
}
