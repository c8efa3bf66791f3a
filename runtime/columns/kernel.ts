import { arrayFor, arrayIn, bytesFor, inputBuffers, outputBuffers, textsName, type Buffer } from './buffers.ts'
import type { ColumnArray, Columns, Layout } from './columns.ts'

/**
 * Columns settled by WebAssembly, sixteen rows at a time, and what WebAssembly can't settle by the function that settles
 * columns in JavaScript: single rows at the ends, and blocks in which a row is not the kernel's.
 */

/** A kernel as a generated module holds it. */
export interface CompiledKernel {
  /** The WebAssembly module, in base 64. */
  readonly module: string
  /** The columns whose addresses it takes, in their order, by name. */
  readonly input: readonly string[]
  readonly output: readonly string[]
}

/** A memory that threads share; it can be posted to a worker. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer
}

type SettleColumns<Input extends object, Output extends object> = (
  input: Input,
  output: Output,
  from: number,
  to: number,
) => void

type Settle = (rows: number, ...addresses: readonly number[]) => number

// What is used of WebAssembly, whose types are those of the DOM.
interface Engine {
  readonly validate: (bytes: Uint8Array) => boolean
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: KernelMemory } },
  ) => { readonly exports: { readonly settle: Settle } }
  readonly Memory: new (size: {
    readonly initial: number
    readonly maximum: number
    readonly shared: true
  }) => KernelMemory
}
// The platforms' own types are not asked for: what is generated is compiled without them.
const platform = globalThis as unknown as {
  readonly WebAssembly?: Engine
  readonly atob: (base64: string) => string
}

const PAGE = 65_536
/** Rows of a block; so many have one status. */
const BLOCK = 16
const LEFT = 65_535

/** A memory for columns of so many bytes; null where threads can't share one. */
export function newKernelMemory(bytes: number): KernelMemory | null {
  const { WebAssembly: engine } = platform
  if (!engine || typeof SharedArrayBuffer === 'undefined') return null
  const pages = Math.ceil(bytes / PAGE)
  return new engine.Memory({ initial: pages, maximum: pages, shared: true })
}

/**
 * Columns for so many rows, and so many elements of each list by its path, without a value. They share one memory,
 * which a kernel needs; where there is no such memory, each has its own.
 */
export function newColumns(
  layout: Layout,
  rows: number,
  elements: ReadonlyMap<string, number> = new Map(),
): { readonly memory: KernelMemory | null; readonly input: Columns; readonly output: Columns } {
  const sides = [inputBuffers(layout), outputBuffers(layout)]
  const bytesOf = (buffer: Buffer): number => Math.ceil(bytesFor(buffer, rows, elements) / BLOCK) * BLOCK
  const memory = newKernelMemory(sides.flat().reduce((sum, buffer) => sum + bytesOf(buffer), 0))
  let at = 0
  const [input = {}, output = {}] = sides.map((buffers): Columns => {
    const columns: Record<string, ColumnArray | string[]> = {}
    for (const buffer of buffers) {
      const { name, hasTexts } = buffer
      columns[name] = memory ? arrayIn(memory.buffer, at, buffer, rows, elements) : arrayFor(buffer, rows, elements)
      if (hasTexts) columns[textsName(name)] = []
      at += bytesOf(buffer)
    }
    return columns
  })
  return { memory, input, output }
}

/**
 * The same as `settle`, faster where all columns lie in the memory. Where the engine has no vectors it is `settle`.
 */
export function withKernel<Input extends object, Output extends object>(
  kernel: CompiledKernel,
  memory: KernelMemory | null,
  settle: SettleColumns<Input, Output>,
): SettleColumns<Input, Output> {
  const module = memory && moduleOf(kernel)
  const { WebAssembly: engine } = platform
  if (!engine || !memory || !module) return settle
  const instance = new engine.Instance(module, { env: { memory } })
  return (input, output, from, to) => {
    const cells = [...kernel.input.map(columnOf(input)), ...kernel.output.map(columnOf(output))]
    const status = columnOf(output)(kernel.output[0] ?? '')
    const rows = to - from - ((to - from) % BLOCK)
    if (!cells.every((each) => each?.buffer === memory.buffer && each.length >= to) || !status || rows <= 0) {
      settle(input, output, from, to)
      return
    }
    const end = from + rows
    const addresses = cells.map((each) => (each ? each.byteOffset + from * each.BYTES_PER_ELEMENT : 0))
    const left = instance.exports.settle(rows, ...addresses)
    // Blocks that are left follow each other, mostly, or are few.
    for (let row = from, found = 0; found < left; row += BLOCK) {
      const start = row
      for (; row < end && status[row] === LEFT; row += BLOCK) found++
      if (start < row) settle(input, output, start, row)
    }
    if (end < to) settle(input, output, end, to)
  }
}

// What an engine learns of a module as it runs is kept with it.
const modules = new WeakMap<CompiledKernel, object>()

/** Null where the engine does not know vectors. */
function moduleOf(kernel: CompiledKernel): object | null {
  const known = modules.get(kernel)
  if (known) return known
  const { WebAssembly: engine } = platform
  const bytes = Uint8Array.from(platform.atob(kernel.module), (character) => character.charCodeAt(0))
  if (!engine?.validate(bytes)) return null
  const module = new engine.Module(bytes)
  modules.set(kernel, module)
  return module
}

function columnOf(columns: object): (name: string) => ColumnArray | undefined {
  return (name) => (columns as Readonly<Record<string, ColumnArray | undefined>>)[name]
}
