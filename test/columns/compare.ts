// What columns give, held against the interpreter row by row, in the texts of the contract.
import { outputColumns, packCases } from '../../compiler/columns/pack.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { OutputValue } from '../../compiler/interpret/evaluation.ts'
import { outputAt } from '../../compiler/interpret/evaluation.ts'
import type { Program } from '../../compiler/program/program.ts'
import { formatDate, formatMonth } from '../../runtime/index.ts'
import type { Column, ColumnArray, Columns, Issue, Refusal } from '../../runtime/index.ts'
import type { LoadedColumns } from './load.ts'

export interface Counted {
  /** Settled in plain numbers. */
  settled: number
  /** Taken exactly. */
  exactly: number
  refused: number
}

/** Settles the cases in one batch, and throws where a row is not what the interpreter says. */
export function compareRows(program: Program, loaded: LoadedColumns, cases: readonly unknown[]): Counted {
  const { layout, settleColumns, settleRowExactly, refusals } = loaded
  const { columns, isBad } = packCases(layout, cases)
  const output = outputColumns(layout, cases.length)
  settleColumns(columns, output, 0, cases.length)
  const counted: Counted = { settled: 0, exactly: 0, refused: 0 }
  const status = output['#status'] as Uint16Array
  for (const [row, each] of cases.entries()) {
    if (isBad[row]) continue
    const meant = interpret(program, each)
    const fail = (what: string): never => {
      throw new Error(
        `row ${row}: ${what}\n${JSON.stringify(each)}\nstatus ${status[row]} ${JSON.stringify(meant.ok ? meant.evaluation.output : meant.issues)}`,
      )
    }
    if (status[row] === 1) {
      counted.exactly++
      const issues = settleRowExactly(columns, output, row)
      // What no cell can hold is said.
      if (
        issues.every(({ code, path }) => code === 'not-a-number' && layout.output.some(({ name }) => name === path)) &&
        issues.length > 0
      )
        continue
      if (issues.length > 0 === meant.ok) fail(`exactly, ${JSON.stringify(issues)}`)
      if (!meant.ok && JSON.stringify(issues) !== JSON.stringify(meant.issues)) fail(JSON.stringify(issues))
      if (!meant.ok) continue
    } else if (status[row] === 0) counted.settled++
    else counted.refused++
    if (status[row]! >= 2) {
      const refusal = refusals[status[row]! - 2]
      if (meant.ok || !refusal) return fail(`refused for ${JSON.stringify(refusal)}`)
      if (!meant.issues.some((issue) => isFor(issue, refusal))) fail(`refused for ${JSON.stringify(refusal)}`)
      for (const [name, array] of Object.entries(output)) {
        if (name !== '#status' && !name.endsWith('.texts') && array[row] !== 0) fail(`${name} is not empty`)
      }
    } else if (!meant.ok) fail('settled')
    else {
      for (const column of layout.output) {
        const found = cellText(column, output, row)
        const expected = JSON.stringify(outputAt(meant.evaluation.output as OutputValue, column.name) as never)
        // A number without an end of decimals is a text here, whole or not.
        if (column.holds.kind === 'text' && JSON.parse(found) === String(JSON.parse(expected))) continue
        if (found !== expected) fail(`${column.name} is ${found}, not ${expected}`)
      }
    }
  }
  return counted
}

function isFor({ code, path, facts }: Issue, refusal: Refusal): boolean {
  if (code === 'missing') return refusal.code === 'outside-edition'
  const label = 'label' in facts ? facts.label : ''
  return code === refusal.code && path.replaceAll(/\[\d+\]/g, '[]') === refusal.path && label === refusal.label
}

/** A cell as the JSON has it. */
export function cellText({ name, holds, optional }: Column, output: Columns, row: number): string {
  if (optional && (output[`${name}.given`] as ColumnArray)[row] === 0) return 'null'
  const cell = output[name]![row] as number
  switch (holds.kind) {
    case 'number':
      if (Object.is(cell, -0)) return '-0'
      return numberText(cell, holds.parts, holds.of)
    case 'date':
      return JSON.stringify(holds.byMonth ? formatMonth(cell) : formatDate(cell))
    case 'boolean':
      return cell === 1 ? 'true' : 'false'
    case 'region':
      return JSON.stringify(String(cell))
    case 'choice':
      return JSON.stringify(holds.members[cell])
    case 'text':
      return JSON.stringify(output[`${name}.texts`]![cell])
    case 'texts':
      return String(output[`${name}.texts`]![cell])
  }
}

function numberText(count: number, parts: number, of: string): string {
  if (!Number.isSafeInteger(count)) return String(count)
  const decimals = String(parts).length - 1
  const digits = String(Math.abs(count)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals)
  const sign = count < 0 ? '-' : ''
  if (of === 'money') return JSON.stringify(`${sign}${whole}.${rest}`)
  const short = rest.replace(/0+$/, '')
  const text = `${sign}${whole}${short === '' ? '' : `.${short}`}`
  const isPlain = of !== 'rate' && of !== 'points' && short === ''
  return isPlain ? text : JSON.stringify(text)
}
