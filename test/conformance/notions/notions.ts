import { amendments, months } from './amendments.ts'
import { alternatives, choiceValues, datasets, eachSplit } from './data.ts'
import { casesTold } from './diagnostics/cases.ts'
import { alternativesTold, amendmentsTold, dataTold } from './diagnostics/editions.ts'
import { editionsTold, namesTold } from './diagnostics/names.ts'
import { characters, sentences } from './diagnostics/syntax.ts'
import { splitsTold, typesTold } from './diagnostics/types.ts'
import { bands } from './bands.ts'
import { datedExceptions, editions } from './editions.ts'
import { languages, optionalOutputs } from './outputs.ts'
import { adjust, rates } from './rates.ts'
import { move, split, yearlyTotals } from './sharing.ts'
import { idleOfModules, single, summary } from './modules.ts'
import { exception } from './exceptions.ts'
import { each, lists } from './lists.ts'
import { choices, names, optional, regions } from './names.ts'
import { always, arithmetic, exactness, monotone, rounding } from './numbers.ts'
import { readings } from './readings.ts'
import { requires } from './requires.ts'
import { appliesTo, classify, table } from './tables.ts'
import { listAll } from './texts.ts'
import { ages, dates } from './times.ts'
import { jsonText, types } from './types.ts'

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
  exception,
  types,
  jsonText,
  lists,
  each,
  regions,
  choices,
  optional,
  names,
  rounding,
  exactness,
  arithmetic,
  always,
  monotone,
  amendments,
  readings,
  optionalOutputs,
  languages,
  months,
  datasets,
  eachSplit,
  choiceValues,
  alternatives,
  listAll,
  requires,
  single,
  idleOfModules,
  summary,
  characters,
  sentences,
  namesTold,
  editionsTold,
  amendmentsTold,
  dataTold,
  alternativesTold,
  typesTold,
  splitsTold,
  casesTold,
]
