import type { Bill, Settlement } from '../inpatient/bill.ts'

/**
 * A rules engine with the inpatient bill written for it as its users would. Only `settle` is timed: putting a bill
 * into the engine's own form, and reading what it gives, is not counted against it.
 */
export interface Engine<Input = unknown, Output = unknown> {
  readonly name: string
  readonly prepare: (bill: Bill) => Input
  readonly settle: (input: Input) => Output | Promise<Output>
  /** In fen, as the engine has it: what it rounds wrongly is wrong here. */
  readonly read: (output: Output) => Settlement
}

/** A module of this folder's own packages, which are there only after `install.ts` has put them there. */
export async function ownPackage<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module
}

/** Fen of an amount in yuan that a program with binary fractions has worked out. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100)
}
