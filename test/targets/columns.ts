import { outputColumns, packCases } from '../../compiler/columns/pack.ts'
import type { OutputField, Program } from '../../compiler/program/program.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import type { Hindrance } from '../../compiler/wasm/kernel.ts'
import { formatDate, formatMonth, type Column, type ColumnArray, type Columns } from '../../runtime/index.ts'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { fraction, toDecimal, toText } from '../../runtime/rational.ts'
import { loadColumns, type LoadedColumns } from '../columns/load.ts'
import { columnsInMemory } from '../wasm/columns.ts'
import type { Outcome, Target } from './target.ts'

/** Generated code over typed arrays; rows that it says have to be taken exactly are. */
export const columns: Target = {
  name: 'columns',
  make: async (program) => {
    const loaded = await loadColumns(program)
    if (loaded.reasons.length > 0) return `every row is taken exactly: ${loaded.reasons.join(', ')}`
    return {
      settle: (cases) => {
        const packed = packCases(loaded.layout, cases)
        const output = outputColumns(loaded.layout, cases.length)
        loaded.settleColumns(packed.columns, output, 0, cases.length)
        return Promise.resolve(
          cases.map((_, row) =>
            packed.isBad[row] ? notHeld : outcomeOf(program, loaded, { input: packed.columns, output, row }),
          ),
        )
      },
    }
  },
}

/** The kernel of WebAssembly vectors, over the same columns; what it leaves to JavaScript is not counted here. */
export const wasm: Target = {
  name: 'WebAssembly',
  make: async (program) => {
    const compilation = compileKernel(program)
    if (compilation.kind === 'none') return `no kernel: ${[...new Set(compilation.hindrances.map(kindOf))].join(', ')}`
    const loaded = await loadColumns(program)
    const settle = (cases: readonly unknown[]): readonly Outcome[] => {
      const packed = packCases(loaded.layout, cases)
      const { memory, input, output } = columnsInMemory(loaded.layout, cases.length)
      for (const [name, cells] of Object.entries(input)) cells.set(packed.columns[name] as ColumnArray)
      const left = new Set<number>()
      withKernel(compilation.kernel, memory, (_, __, from, to) => {
        for (let row = from; row < to; row++) left.add(row)
      })(input, output, 0, cases.length)
      return cases.map((_, row) => {
        if (left.has(row)) return { settled: null, why: 'the kernel leaves it to JavaScript' }
        return packed.isBad[row] ? notHeld : outcomeOf(program, loaded, { input, output, row })
      })
    }
    // A row that the kernel leaves takes its whole block with it, so each gets a block of its own.
    const BLOCK = 16
    return {
      settle: (cases) => {
        const inBlocks = settle(cases.flatMap((each) => Array.from({ length: BLOCK }, () => each)))
        return Promise.resolve(cases.map((_, index) => inBlocks[index * BLOCK + (index % BLOCK)]!))
      },
    }
  },
}

function kindOf(hindrance: Hindrance): string {
  return hindrance.what
}

const notHeld: Outcome = { settled: null, why: 'no cell holds a value of the case' }

interface Row {
  readonly input: Columns
  readonly output: Columns
  readonly row: number
}

function outcomeOf(program: Program, { layout, refusals, settleRowExactly }: LoadedColumns, at: Row): Outcome {
  const { input, output, row } = at
  const status = (output['#status'] as ColumnArray)[row] ?? 0
  if (status >= 2) {
    const kept = layout.output.filter(({ name }) => output[name]![row] !== 0)
    if (kept.length > 0) throw new Error(`refused, and yet there is ${kept.map(({ name }) => name).join(', ')}`)
    const { code, path, label } = refusals[status - 2]!
    return { settled: false, reason: [code, path, label].filter((part) => part !== '').join(' ') }
  }
  if (status === 1) {
    const issues = settleRowExactly(input, output, row)
    const isOfCell = issues.every(
      ({ code, path }) => code === 'not-a-number' && layout.output.some((each) => each.name === path),
    )
    if (issues.length > 0) return isOfCell ? notHeld : { settled: false, issues }
  }
  const result: Nested = { policy: program.policy.id, edition: program.edition.name }
  for (const [index, column] of layout.output.entries()) {
    const keys = column.name.split('.')
    const last = keys.pop()!
    const record = keys.reduce<Nested>((inner, key) => (inner[key] ??= {}) as Nested, result)
    const value = valueOf(column, output, row)
    record[last] = isFraction(program.output[index]!) && /^-?\d+$/.test(String(value)) ? Number(value) : value
  }
  return { settled: true, output: result }
}

/** Of a number that may be a fraction, a cell holds the text, whole or not; the JSON has a whole one as a number. */
function isFraction({ type }: OutputField): boolean {
  const { kind } = type.kind === 'optional' ? type.of : type
  return kind === 'number' || kind === 'months'
}

type Nested = { [key: string]: unknown }

/** A cell as the JSON has it. */
function valueOf({ name, holds, optional }: Column, output: Columns, row: number): unknown {
  if (optional && (output[`${name}.given`] as ColumnArray)[row] === 0) return null
  const cell = (output[name] as ColumnArray)[row]!
  switch (holds.kind) {
    case 'number': {
      if (!Number.isSafeInteger(cell) || Object.is(cell, -0)) return `${cell} is no count`
      const number = fraction(BigInt(cell), BigInt(holds.parts))
      if (holds.of === 'money') return toDecimal(number, 2)
      return holds.of === 'rate' || holds.of === 'points' || number.d !== 1n ? toText(number) : Number(number.n)
    }
    case 'date':
      return holds.byMonth ? formatMonth(cell) : formatDate(cell)
    case 'boolean':
      return cell === 1
    case 'region':
      return String(cell)
    case 'choice':
      return holds.members[cell]
    case 'text':
      return output[`${name}.texts`]![cell]
    case 'texts':
      return JSON.parse(output[`${name}.texts`]![cell] as string)
  }
}
