import type { BoundColumn, BoundDataset } from '../bind/bound.ts'
import { fieldType } from '../check/field-type.ts'
import { nameIn, showExact, yesOrNo } from '../check/spelling.ts'
import type { ConstantValue } from '../program/program.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { fieldTypeText } from './fields.ts'
import { plainTable } from '../show/table.ts'

/** Of longer data the page shows the beginning. */
const rowsShown = 40

/** The data that a policy looks things up in: columns with their types, and rows. */
export function datasetParts(book: Book): readonly Html[] {
  return book.policy.datasets.map((dataset) => datasetPart(book, dataset))
}

function datasetPart(book: Book, dataset: BoundDataset): Html {
  const { words, language } = book
  const { columns, rows } = dataset
  const files = [...new Set(rows.map(({ file }) => file.split('/').at(-1) ?? file))]
  return fragment(
    element('h3', {}, dataset.label, element('small', {}, words.bracketed(dataset.id))),
    plainTable(
      [words.label, words.identifier, words.type],
      columns.map((column) => [column.label, element('code', {}, column.id), fieldTypeText(book, column.type)]),
    ),
    element('p', { class: 'note' }, words.rowsOf(rows.length, Math.min(rows.length, rowsShown), files)),
    plainTable(
      columns.map((column) => nameIn(column, language)),
      rows
        .slice(0, rowsShown)
        .map(({ values }) => columns.map((column, index) => valueText(book, column, values[index]))),
    ),
  )
}

function valueText(book: Book, { type }: BoundColumn, value: ConstantValue | undefined): string {
  const { policy, language, words } = book
  const { choices, regions } = policy.vocabulary
  switch (value?.kind) {
    case 'exact': {
      const of = fieldType(type)
      return showExact(value.exact, of.kind === 'optional' ? of.of : of, language)
    }
    case 'date':
      return value.date
    case 'openEnded':
      return words.openEnded
    case 'region': {
      const region = regions.find(({ code }) => code === value.prefix)
      return region ? nameIn(region, language) : value.prefix
    }
    case 'boolean':
      return yesOrNo(value.is, language)
    case 'member': {
      const members = choices.find(({ id }) => type.kind === 'choice' && type.choices === id)?.members ?? []
      const member = members.find(({ id }) => id === value.member)
      return member ? nameIn(member, language) : value.member
    }
    case 'text':
      return value.text
    case 'absent':
    case undefined:
      return ''
  }
}

/** The codes by which the national platform knows the outputs of this decision. */
export function platformParts({ policy, words }: Book): readonly Html[] {
  const outputs = policy.decision.outputs.flatMap(({ fields }) => fields)
  const codes = policy.platform.filter(({ of }) => of === null || outputs.some(({ id }) => id === of))
  if (codes.every(({ of }) => of === null)) return []
  return [
    plainTable(
      [words.platform, words.code, words.platformName, words.output],
      codes.map(({ field, code, name, of, band }) => [
        element('code', {}, field),
        element('code', {}, code),
        name,
        `${outputs.find(({ id }) => id === of)?.label ?? ''}${band === null ? '' : words.bracketed(words.bandNumber(band))}`,
      ]),
    ),
  ]
}
