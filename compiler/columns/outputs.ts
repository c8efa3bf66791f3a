import { OPEN_ENDED } from '../../runtime/date.ts'
import { givenName, textsName } from '../../runtime/column-buffers.ts'
import type { Column } from '../../runtime/columns.ts'
import type { OutputField } from '../program/program.ts'
import { isNumber } from '../arithmetic/measure.ts'
import { atom, named, over, type Here } from './writing.ts'

/** What is written into a cell of the output: the array's name, and the code of the value. */
export interface Cell {
  readonly column: string
  readonly code: string
}

/** The cells of a row; what they need stands before. */
export function writeOutputs(here: Here): readonly Cell[] {
  const { program, layout } = here.writing
  return program.output.flatMap((field, index) => cellsOf(field, layout.output[index]!, here))
}

function cellsOf(field: OutputField, column: Column, here: Here): readonly Cell[] {
  const { writing } = here
  const code = valueOf(field, column, here)
  if (!column.optional) return [{ column: column.name, code: finished(code, column, here) }]
  const value = named(code, `${column.name}.value`, here)
  const isDate = column.holds.kind === 'date'
  const isGiven = isDate ? `${value} === ${value} && ${value} !== ${OPEN_ENDED}` : `${value} === ${value}`
  const given = named(isGiven, `${column.name}.given`, here)
  return [
    { column: column.name, code: `${given} ? ${finished(value, column, here)} : 0` },
    { column: givenName(column.name), code: `${given} ? 1 : 0` },
  ]

  function finished(own: string, { name, holds }: Column, at: Here): string {
    // Adding zero turns -0 into 0.
    if (holds.kind === 'number') return /^\d+$/.test(own) ? own : `${own} + 0`
    if (holds.kind === 'region') return `${writing.use('sixDigits')}(${own})`
    if (holds.kind !== 'text' && holds.kind !== 'texts') return own
    return `${at.writing.use('placeOfText')}(output[${JSON.stringify(textsName(name))}], ${own})`
  }
}

function valueOf({ value, label }: OutputField, { holds, optional }: Column, here: Here): string {
  switch (holds.kind) {
    case 'number': {
      const number = here.writing.write.number(value, here)
      const parts = BigInt(holds.parts)
      if (number.over % parts === 0n && number.over !== parts) return `${atom(number.code)} / ${number.over / parts}`
      if (parts % number.over === 0n) return over(number, parts, here).code
      here.writing.giveUp(`${label} has parts that its column does not count`)
      return number.code
    }
    case 'boolean':
      return optional ? here.writing.write.plain(value, here) : `${here.writing.write.condition(value, here)} ? 1 : 0`
    case 'text': {
      if (!isNumber(value.type)) return here.writing.write.plain(value, here)
      const number = here.writing.write.number(value, here)
      return `${here.writing.use('fractionText')}(${number.code}, ${number.over})`
    }
    case 'date':
    case 'region':
    case 'choice':
    case 'texts':
      return here.writing.write.plain(value, here)
  }
}
