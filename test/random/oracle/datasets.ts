import { readDay } from './calendar.ts'
import { typeWord } from './case.ts'
import type { FieldFact } from './facts.ts'
import * as fraction from './fraction.ts'
import { number, PolicyFault, truth, type NumberUnit, type Value } from './value.ts'

/** The rows of a dataset, by label and identifier of the columns. */
export interface Dataset {
  readonly names: readonly string[]
  readonly columns: ReadonlySet<string>
  readonly rows: readonly ReadonlyMap<string, Value>[]
}

type Choices = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A dataset of these columns, from the texts of its files. */
export const readDataset = (
  names: readonly string[],
  columns: readonly FieldFact[],
  texts: readonly string[],
  choices: Choices,
): Dataset => ({
  names,
  columns: new Set(columns.flatMap((column) => [column.label, column.id])),
  rows: texts.flatMap((text) => readRows(text, columns, choices)),
})

/** No cell of the suite is in quotes, so that a comma always separates. */
function readRows(text: string, columns: readonly FieldFact[], choices: Choices): ReadonlyMap<string, Value>[] {
  const [head = [], ...body] = text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split(','))
  return body.map(
    (cells) =>
      new Map(
        columns.flatMap((column) => {
          const place = head.findIndex((name) => name === column.label || name === column.id)
          const value = readCell(cells[place] ?? '', column, choices)
          return [[column.label, value] as const, [column.id, value] as const]
        }),
      ),
  )
}

function readCell(text: string, column: FieldFact, choices: Choices): Value {
  if (text === '') return { kind: 'absent' }
  const type = typeWord(column)
  switch (type) {
    case 'rate':
      return number('rate', fraction.over(fraction.read(text.replace('%', '')), fraction.read('100')))
    case 'money':
    case 'number':
    case 'months':
      return number(type satisfies NumberUnit, fraction.read(text))
    case 'date':
      return { kind: 'day', is: readDay(text) }
    case 'boolean':
      return truth(['是', 'yes', 'true'].includes(text))
    case 'region':
      return { kind: 'place', is: text }
    case 'text':
      return { kind: 'text', is: text }
  }
  const is = choices.get(type)?.get(text)
  if (is === undefined) throw new PolicyFault(`${text} is no ${type}`)
  return { kind: 'member', of: type, is }
}
