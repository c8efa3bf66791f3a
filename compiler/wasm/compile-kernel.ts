import type { CompiledKernel } from '../../runtime/columns/kernel.ts'
import type { Program } from '../program/program.ts'
import type { Hindrance } from './kernel.ts'
import { toKernel } from './to-kernel.ts'
import { toWasm } from './to-wasm.ts'

export type KernelCompilation =
  /** Rows whose amounts are below 2^limitPower fen are settled by it. */
  | { readonly kind: 'kernel'; readonly kernel: CompiledKernel; readonly limitPower: number }
  | { readonly kind: 'none'; readonly hindrances: readonly Hindrance[] }

/** The kernel of a program, or everything for which it has none. */
export function compileKernel(program: Program): KernelCompilation {
  const result = toKernel(program)
  if (result.kind === 'none') return result
  const { bytes, input, output } = toWasm(result.kernel)
  const module = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return { kind: 'kernel', kernel: { module, input, output }, limitPower: result.kernel.limitPower }
}
