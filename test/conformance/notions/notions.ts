import { characters, sentences } from './diagnostics/syntax.ts'
import { bands } from './bands.ts'
import { datedExceptions, editions } from './editions.ts'
import { adjust, rates } from './rates.ts'
import { move, split, yearlyTotals } from './sharing.ts'
import { appliesTo, classify, table } from './tables.ts'
import { ages, dates } from './times.ts'

/** Every notion of the suite. */
export const notions = [
  split,
  move,
  yearlyTotals,
  bands,
  adjust,
  rates,
  table,
  classify,
  appliesTo,
  dates,
  ages,
  editions,
  datedExceptions,
  characters,
  sentences,
]
