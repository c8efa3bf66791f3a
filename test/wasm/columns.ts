import { newKernelMemory, type KernelMemory } from '../../runtime/columns/kernel.ts'
import { inputBuffers, outputBuffers, type ArrayName, type Buffer } from '../../runtime/columns/buffers.ts'
import type { Layout } from '../../compiler/columns/layout.ts'

export type Cells = Float64Array | Int32Array | Uint16Array | Uint8Array
export type ColumnSet = Readonly<Record<string, Cells>>

const arrays: Readonly<
  Record<
    ArrayName,
    { new (buffer: SharedArrayBuffer, at: number, rows: number): Cells; readonly BYTES_PER_ELEMENT: number }
  >
> = { Float64Array, Int32Array, Uint16Array, Uint8Array }

/** Columns of the input and the output for so many rows, in a memory that a kernel can use. */
export function columnsInMemory(
  layout: Layout,
  rows: number,
): { readonly memory: KernelMemory; readonly input: ColumnSet; readonly output: ColumnSet } {
  const bytesOf = ({ array }: Buffer): number => Math.ceil((rows * arrays[array].BYTES_PER_ELEMENT) / 16) * 16
  const buffers = [...inputBuffers(layout), ...outputBuffers(layout)]
  const memory = newKernelMemory(buffers.reduce((sum, buffer) => sum + bytesOf(buffer), 0))
  if (!memory) throw new Error('there is no shared memory')
  let at = 0
  const place = (buffer: Buffer): readonly [string, Cells] => {
    const cells = new arrays[buffer.array](memory.buffer, at, rows)
    at += bytesOf(buffer)
    return [buffer.name, cells]
  }
  return {
    memory,
    input: Object.fromEntries(inputBuffers(layout).map(place)),
    output: Object.fromEntries(outputBuffers(layout).map(place)),
  }
}
