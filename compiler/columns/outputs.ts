import { OPEN_ENDED } from '../../runtime/date.ts'
import { givenName, textsName } from '../../runtime/columns/buffers.ts'
import type { Column } from '../../runtime/columns/columns.ts'
import { escapeText } from '../typescript/escape.ts'
import type { Expr, OutputField } from '../program/program.ts'
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
  const { code, finish } = valueOf(field, column, here)
  if (!column.optional) return [{ column: column.name, code: finish(code) }]
  const value = named(code, `${column.name}.value`, here)
  const isDate = column.holds.kind === 'date'
  const isGiven = isDate ? `${value} === ${value} && ${value} !== ${OPEN_ENDED}` : `${value} === ${value}`
  const given = named(isGiven, `${column.name}.given`, here)
  return [
    { column: column.name, code: `${given} ? ${finish(value)} : 0` },
    { column: givenName(column.name), code: `${given} ? 1 : 0` },
  ]
}

/** What an output comes to, NaN where it is absent, and what its cell holds of that. */
interface Finished {
  readonly code: string
  readonly finish: (code: string) => string
}

function valueOf({ value, label }: OutputField, { name, holds, optional }: Column, here: Here): Finished {
  const { writing } = here
  const same = (code: string): string => code
  const placed = (text: string): string =>
    `${writing.use('placeOfText')}(output[${escapeText(textsName(name), 'string')}], ${text})`
  switch (holds.kind) {
    case 'number':
      return { code: countOf(value, label, BigInt(holds.parts), here), finish: withoutMinusZero }
    case 'boolean':
      if (optional) return { code: writing.write.plain(value, here), finish: same }
      return { code: writing.write.condition(value, here), finish: (code) => `${code} ? 1 : 0` }
    case 'text': {
      if (!isNumber(value.type)) return { code: writing.write.plain(value, here), finish: placed }
      const number = writing.write.number(value, here)
      const text = (code: string): string => placed(`${writing.use('fractionText')}(${code}, ${number.over})`)
      return { code: number.code, finish: text }
    }
    case 'texts':
      return { code: writing.write.plain(value, here), finish: placed }
    case 'region':
      return { code: writing.write.plain(value, here), finish: (code) => `${writing.use('sixDigits')}(${code})` }
    case 'date':
    case 'choice':
      return { code: writing.write.plain(value, here), finish: same }
  }
}

function countOf(value: Expr, label: string, parts: bigint, here: Here): string {
  const number = here.writing.write.number(value, here)
  if (number.over % parts === 0n && number.over !== parts) return `${atom(number.code)} / ${number.over / parts}`
  if (parts % number.over === 0n) return over(number, parts, here).code
  here.writing.giveUp(`${label} has parts that its column does not count`)
  return number.code
}

/** Adding zero turns -0 into 0. */
function withoutMinusZero(code: string): string {
  return /^\d+$/.test(code) ? code : `${code} + 0`
}
