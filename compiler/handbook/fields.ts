import type { BoundField, BoundRecord } from '../bind/bound.ts'
import { fieldType } from '../check/field-type.ts'
import { nameIn } from '../check/spelling.ts'
import type { FieldType } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { plainTable } from '../show/table.ts'

/** The records of a decision's input or output: label, place in the JSON, type, field of the national platform. */
export function recordParts(book: Book, records: readonly BoundRecord[]): readonly Html[] {
  const { words } = book
  return records.map((record) =>
    fragment(
      element(
        'h3',
        {},
        record.label,
        element('small', {}, words.bracketed(record.isList ? `${words.list} ${record.id}` : record.id)),
      ),
      plainTable(
        [words.label, words.inJson, words.type, words.platform],
        record.fields.map((field) => [
          field.label,
          element('code', {}, field.id),
          fieldTypeText(book, field.type),
          field.platform === null ? '' : element('code', {}, field.platform),
        ]),
        'plain fields',
      ),
    ),
  )
}

/** The choices that the fields of the decision use, with all members. */
export function choicesPart(book: Book): Html {
  const { words, policy } = book
  const { inputs, outputs } = policy.decision
  const used = new Set([...inputs, ...outputs].flatMap(({ fields }) => fields.flatMap(choicesOf)))
  return plainTable(
    [words.choices, words.label],
    policy.vocabulary.choices
      .filter(({ id }) => used.has(id))
      .map((choices) => [
        fragment(element('strong', {}, choices.label), ' ', element('code', {}, choices.id)),
        fragment(
          ...choices.members.flatMap(({ label, id, name }, index) => [
            index === 0 ? '' : words.comma,
            label,
            ' ',
            element('code', {}, name === undefined ? id : `${name} "${id}"`),
          ]),
        ),
      ]),
  )
}

function choicesOf({ type }: BoundField): readonly string[] {
  return type.kind === 'choice' ? [type.choices] : []
}

export function fieldTypeText(book: Book, type: FieldType): string {
  return typeText(book, fieldType(type))
}

export function typeText(book: Book, type: Type): string {
  const { words, policy, language } = book
  switch (type.kind) {
    case 'choice': {
      const choices = policy.vocabulary.choices.find(({ id }) => id === type.choices)
      return choices ? nameIn(choices, language) : type.choices
    }
    case 'optional':
      return words.optional(typeText(book, type.of))
    case 'age':
    case 'boolean':
    case 'date':
    case 'days':
    case 'list':
    case 'money':
    case 'months':
    case 'number':
    case 'points':
    case 'rate':
    case 'region':
    case 'texts':
    case 'schedule':
    case 'text':
    case 'unknown':
      return words.typeName[type.kind]
  }
}
