import type { ArrayName } from '../../runtime/columns/buffers.ts'
import type { Place } from '../program/program.ts'
import type { Mask, Numbers } from './nodes.ts'

/** A program as a kernel computes it: what is asked of the columns, and what is written into those of the output. */
export interface Kernel {
  /** Numbers asked to be whole and from 0 to below two to the power of so much. */
  readonly limitPower: number
  readonly amounts: readonly Numbers[]
  /** Columns of codes, in the order of the lanes' sizes: each is asked to be below its size. */
  readonly codes: readonly CodeColumn[]
  /** Columns of days that are asked to lie between two, both included. */
  readonly days: readonly DayColumn[]
  /** Rows of which one of these holds are not the kernel's either. */
  readonly leave: readonly Mask[]
  readonly outputs: readonly KernelOutput[]
}

export interface CodeColumn {
  readonly name: string
  readonly size: number
}
export interface DayColumn {
  readonly name: string
  readonly first: number
  readonly last: number
}
export interface KernelOutput {
  readonly name: string
  readonly array: ArrayName
  readonly value: Numbers
}

/** What a kernel can't compute: the kind of expression, or of column; in which definition or output; where. */
export interface Hindrance {
  readonly what: string
  readonly label: string
  readonly at: Place | null
}
