/** A harness that never finds anything proves nothing: each of these faults has to be found. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { landmarksOf, randomInput } from './bill.ts'
import { interpreted, unlike } from './compare.ts'
import { recordSeed } from './draw.ts'
import { faults, plant, type Fault } from './plant.ts'
import { randomPolicy } from './policy.ts'

const programs = Array.from(
  { length: 160 },
  (_, index) => compile(randomPolicy(recordSeed(index + 1).draw).files).programs,
).flat()

/** Does a target with the fault differ on one of the cases that each policy gets? */
function isFound(program: Program, broken: Program, seed: number): boolean {
  const landmarks = landmarksOf(program)
  const { draw } = recordSeed(seed)
  return Array.from({ length: 40 }, () => randomInput(draw, program, landmarks)).some(
    (input) => unlike(interpreted(program, input), interpreted(broken, input)) !== null,
  )
}

/** Plants the fault in one program after the other, until it was found or left unfound so often. */
function tryFault(fault: Fault, { toFind, toPlant }: { readonly toFind: number; readonly toPlant: number }) {
  const tried = { planted: 0, found: 0 }
  for (const [index, program] of programs.entries()) {
    const broken = plant(program, fault)
    if (!broken) continue
    tried.planted++
    if (isFound(program, broken, index)) tried.found++
    if (tried.found === toFind || tried.planted === toPlant) break
  }
  return tried
}

describe('a target with a fault is found out', () => {
  it.each(faults)('$name', (fault) => {
    expect(tryFault(fault, { toFind: 2, toPlant: 40 }).found).toBe(2)
  })

  it('by half of all policies in which the fault has a place', () => {
    const tried = faults.map((fault) => tryFault(fault, { toFind: 5, toPlant: 5 }))
    const planted = tried.reduce((sum, each) => sum + each.planted, 0)
    const found = tried.reduce((sum, each) => sum + each.found, 0)
    expect(found / planted).toBeGreaterThan(0.5)
  })
})
