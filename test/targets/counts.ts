import type { Field, FieldType, OutputField, Program } from '../../compiler/program/program.ts'
import { toTypeScript } from '../../compiler/typescript/to-typescript.ts'
import { formatDate, formatMonth, parseDate } from '../../runtime/date.ts'
import { issuesOf, loadCode, type Settle } from '../random/generated.ts'
import type { Outcome, Target } from './target.ts'

/** The entry of generated TypeScript that takes and gives plain counts: fen, days, millionths. */
export const counts: Target = {
  name: 'counts',
  make: async (program) => {
    const settle = await loadCode(toTypeScript(program, new Map()).code, 'counts')
    return { settle: (cases) => Promise.resolve(cases.map((input) => outcomeOf(program, settle, input))) }
  },
}

function outcomeOf(program: Program, settle: Settle, input: unknown): Outcome {
  const { fields, lists } = program.input
  const given = structuredClone(input) as Nested
  let isHeld = true
  const count = (record: Nested, members: readonly Field[]): void => {
    for (const { path, type } of members) {
      const [holder, name] = placeOf(record, path)
      const value = holder?.[name]
      if (!holder || value === undefined || value === null) continue
      holder[name] = counted(value, type)
      if (typeof holder[name] === 'number' && !Number.isSafeInteger(holder[name])) isHeld = false
    }
  }
  count(given, fields)
  for (const { path, fields: members } of lists) {
    const [holder, name] = placeOf(given, path)
    for (const element of (holder?.[name] ?? []) as Nested[]) count(element, members)
  }
  if (!isHeld) return { settled: null, why: 'a number of the case is beyond 2^53 millionths' }
  try {
    const output = structuredClone(settle(given)) as Nested
    for (const field of program.output) {
      const [holder, name] = placeOf(output, field.path)
      holder![name] = written(holder![name], field)
    }
    return { settled: true, output }
  } catch (problem) {
    const issues = issuesOf(problem)
    if (!issues) throw problem
    const isTooLarge = issues.every((issue) => issue.code === 'amount-outside' && issue.facts.limit === MOST_EXACT)
    return isTooLarge
      ? { settled: null, why: 'an amount of the result is beyond 2^53 fen' }
      : { settled: false, issues }
  }
}

/** 2^53 − 1 fen, in yuan. */
const MOST_EXACT = '90071992547409.91'

type Nested = Record<string, unknown>

function placeOf(record: Nested, path: string): readonly [Nested | undefined, string] {
  const keys = path.split('.')
  const name = keys.pop()!
  return [keys.reduce<Nested | undefined>((inner, key) => inner?.[key] as Nested | undefined, record), name]
}

function counted(value: unknown, { kind }: FieldType): unknown {
  switch (kind) {
    case 'money':
      return parts(String(value), 2)
    case 'rate':
    case 'number':
      return parts(String(value), 6)
    case 'date':
      return parseDate(String(value))
    case 'yearMonth':
      return parseDate(`${String(value)}-01`)
    case 'months':
    case 'boolean':
    case 'region':
    case 'text':
    case 'texts':
    case 'choice':
      return value
  }
}

function parts(text: string, decimals: number): number {
  const [whole = '', fraction = ''] = text.split('.')
  return Number(`${whole}${fraction.padEnd(decimals, '0')}`)
}

function written(value: unknown, { type, asMonth }: OutputField): unknown {
  const { kind } = type.kind === 'optional' ? type.of : type
  if (typeof value !== 'number') return value
  if (kind === 'date') return asMonth === true ? formatMonth(value) : formatDate(value)
  if (kind !== 'money') return value
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
