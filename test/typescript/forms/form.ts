import type { Expr, Field, OutputField, Program } from '../../../compiler/program/program.ts'
import type { Type } from '../../../compiler/program/type.ts'
import * as make from '../../interpret/make.ts'

/** A program that shows one form of input, value or output, and inputs for it, some of them wrong. */
export interface Form {
  readonly name: string
  readonly program: Program
  readonly inputs: readonly unknown[]
}

export const field = (path: string, kind: Exclude<Field['type']['kind'], 'choice'>, optional = false): Field => ({
  path,
  label: path,
  platform: null,
  type: { kind, optional },
})

export const out = (path: string, type: Type, value: Expr): OutputField => ({
  path,
  label: path,
  platform: null,
  type,
  value,
})

export const closed: Type = { kind: 'date', openEnded: false }
export const text: Type = { kind: 'text' }
export const whole: Type = { kind: 'number', decimals: 0 }
export const yuan = (amount: string): Expr => make.exact(amount, make.money)
export const total = make.input('total', make.money)
