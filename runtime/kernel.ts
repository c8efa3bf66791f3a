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

type Cells = Float64Array | Int32Array | Uint16Array | Uint8Array
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
const engine = (globalThis as { readonly WebAssembly?: Engine }).WebAssembly

const PAGE = 65_536
/** Rows of a block; so many have one status. */
const BLOCK = 16
const LEFT = 65_535

/** A memory for columns of so many bytes; null where threads can't share one. */
export function newKernelMemory(bytes: number): KernelMemory | null {
  if (!engine || typeof SharedArrayBuffer === 'undefined') return null
  const pages = Math.ceil(bytes / PAGE)
  return new engine.Memory({ initial: pages, maximum: pages, shared: true })
}

/**
 * The same as `settle`, faster where all columns lie in the memory. Where the engine has no vectors it is `settle`.
 */
export function withKernel<Input extends object, Output extends object>(
  kernel: CompiledKernel,
  memory: KernelMemory | null,
  settle: SettleColumns<Input, Output>,
): SettleColumns<Input, Output> {
  const bytes = Uint8Array.from(atob(kernel.module), (character) => character.charCodeAt(0))
  if (!engine || !memory || !engine.validate(bytes)) return settle
  const instance = new engine.Instance(new engine.Module(bytes), { env: { memory } })
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
    let left = instance.exports.settle(rows, ...addresses)
    for (let row = from; left > 0; row += BLOCK) {
      if (status[row] !== LEFT) continue
      settle(input, output, row, row + BLOCK)
      left--
    }
    if (end < to) settle(input, output, end, to)
  }
}

function columnOf(columns: object): (name: string) => Cells | undefined {
  return (name) => (columns as Readonly<Record<string, Cells | undefined>>)[name]
}
