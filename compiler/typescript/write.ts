import type { Expr } from '../program/program.ts'
import { writeBands } from './bands.ts'
import type { Code } from './code.ts'
import type { Form } from './form.ts'
import type { Here } from './here.ts'
import { nothingKnown } from './known.ts'
import type { Module } from './module.ts'
import { writeNumber } from './number.ts'
import { writePlain } from './plain.ts'

/** Writes an expression in a form. */
function write(expr: Expr, form: Form, here: Here): Code {
  switch (form.kind) {
    case 'plain':
      return writePlain(expr, here)
    case 'number':
      return writeNumber(expr, form, here)
    case 'bands':
      return writeBands(expr, form, here)
  }
}

/** The body of a function; `label` is of the definition that it computes. */
export function inFunction(module: Module, label: string): Here {
  return { module, label, inHand: new Map(), known: nothingKnown, band: null, write }
}
