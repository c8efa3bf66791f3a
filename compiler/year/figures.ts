import { parse, toDecimal, toText, zero, type Rational } from '../../runtime/rational.ts'
import type { Evaluation } from '../interpret/evaluation.ts'
import type { Program } from '../program/program.ts'
import { withValueAt, type Part } from './part.ts'

/** A figure that goes into a decision and comes out of it: what is carried from one bill to the next. */
export interface FigureField {
  readonly path: string
  readonly label: string
  readonly kind: 'money' | 'number' | 'months'
}

/** The figures by path: yuan, numbers or months. */
export type Figures = ReadonlyMap<string, Rational>

/** The numbers that a program takes in and gives out under the same path, in the order of its outputs. */
export function figureFields({ input, output }: Program): readonly FigureField[] {
  return output.flatMap(({ path, label }): readonly FigureField[] => {
    const type = input.fields.find((field) => field.path === path)?.type
    if (!type || type.optional) return []
    return type.kind === 'money' || type.kind === 'number' || type.kind === 'months'
      ? [{ path, label, kind: type.kind }]
      : []
  })
}

/** How every figure stands at the start of a year. */
export function nothingYet(fields: readonly FigureField[]): Figures {
  return new Map(fields.map(({ path }) => [path, zero]))
}

export function figuresAfter(fields: readonly FigureField[], { output }: Program, { results }: Evaluation): Figures {
  return new Map(
    fields.map(({ path }) => {
      const value = results[output.findIndex((field) => field.path === path)]?.value
      return [path, value?.kind === 'exact' ? value.exact : zero]
    }),
  )
}

/** The figures as they stand in the input of a case. */
export function withFigures(part: Part, fields: readonly FigureField[], figures: Figures): Part {
  return fields.reduce((whole, { path, kind }) => withValueAt(whole, path, written(figures.get(path), kind)), part)
}

/** A figure that a case states, which has been read already and is well-formed. */
export function readFigure(value: unknown): Rational {
  return parse(String(value))
}

function written(value: Rational = zero, kind: FigureField['kind']): unknown {
  switch (kind) {
    case 'money':
      return toDecimal(value, 2)
    case 'number':
      return toText(value)
    case 'months':
      return Number(toText(value))
  }
}
