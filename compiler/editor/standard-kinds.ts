import type { Completion } from './completion.ts'
import type { OutlineNode } from './outline.ts'

/**
 * The kind that editors know by themselves, and have a picture for, for each of ours; called alike in the Language Server
 * Protocol and in Monaco.
 */
export const standardSymbols = {
  policy: 'Package',
  vocabulary: 'Namespace',
  module: 'Module',
  use: 'Module',
  decision: 'Class',
  source: 'File',
  edition: 'Event',
  article: 'Namespace',
  record: 'Struct',
  list: 'Struct',
  choices: 'Enum',
  regions: 'Enum',
  dataset: 'Array',
  names: 'Object',
  platform: 'Object',
  decisionDeclaration: 'Class',
  always: 'Boolean',
  monotone: 'Boolean',
  example: 'Event',
  appliesTo: 'Namespace',
  each: 'Namespace',
  define: 'Variable',
  table: 'Array',
  bands: 'Array',
  classify: 'Enum',
  listAll: 'Array',
  split: 'Operator',
  move: 'Operator',
  accumulate: 'Variable',
  adjust: 'Operator',
  except: 'Operator',
  requires: 'Boolean',
  match: 'Array',
  choose: 'Operator',
  reading: 'Key',
  remove: 'Operator',
  replace: 'Operator',
  yearStart: 'Constant',
  quote: 'String',
  notFormalised: 'String',
} as const satisfies Readonly<Record<OutlineNode['kind'], string>>

/** The same of what completes a word. */
export const standardCompletions = {
  keyword: 'Keyword',
  name: 'Variable',
  member: 'EnumMember',
  region: 'EnumMember',
  unit: 'Unit',
  word: 'Constant',
  text: 'Text',
  function: 'Function',
} as const satisfies Readonly<Record<Completion['kind'], string>>
