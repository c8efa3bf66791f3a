import { analyse } from '../../compiler/arithmetic/analyse.ts'
import { loadGroups } from '../../compiler/cli/load.ts'
import { compile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { LONGEST_LIST } from '../../runtime/reader.ts'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { chance, pick, recordSeed, type Draw } from '../random/draw.ts'
import { randomPolicy } from '../random/policy.ts'

/** Every edition of every decision that is shipped, and the inpatient bill that is measured. */
export function shippedPrograms(): readonly Program[] {
  return [...loadGroups([], 'policies').flatMap((files) => compile(files).programs), inpatientProgram()]
}

/** The editions of the random policy of a seed; none where the compiler refuses it. */
export function randomPrograms(seed: number): readonly Program[] {
  return compile(randomPolicy(recordSeed(seed).draw).files).programs
}

/**
 * Random cases of the right form: on everything at which the program changes and a fen beside it, on ties, and, every
 * fourth, at the bounds within which plain numbers are proved, a fen above, and far beyond.
 */
export function casesOf(program: Program, seed: number, count: number): readonly unknown[] {
  const landmarks = landmarksOf(program)
  const { draw } = recordSeed(seed)
  return Array.from({ length: count }, (_, index) => {
    const input = randomInput(draw, program, landmarks)
    return index % 4 === 3 ? atBounds(draw, program, input) : input
  })
}

type Fields = Record<string, unknown>

/** The case with some of its amounts at the bounds; once in a while with a list that is as long. */
function atBounds(draw: Draw, program: Program, input: unknown): unknown {
  const { amountLimit, limits, longestList } = analyse(program)
  const fen = (): bigint => {
    const amount = pick(draw, [amountLimit, amountLimit, amountLimit / 2n, limits.amount * 10n, MOST_FEN])
    return least(amount + BigInt(draw(3) - 1), MOST_FEN)
  }
  // Where all amounts are at the bound, parts exceed the whole: mostly it is one or two.
  const share = pick(draw, [15, 30, 100])
  const raise = (fields: Program['input']['fields'], record: unknown): void => {
    for (const { path, type } of fields) {
      const at = path.split('.')
      const holder = at.slice(0, -1).reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], record)
      const name = at.at(-1)!
      if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) continue
      if (type.kind === 'money' && chance(draw, share)) (holder as Fields)[name] = yuan(fen())
    }
  }
  raise(program.input.fields, input)
  for (const { path, fields } of program.input.lists) {
    const elements = path.split('.').reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], input)
    if (!Array.isArray(elements)) continue
    for (const element of elements) raise(fields, element)
    if (elements.length === 0 || !chance(draw, 1)) continue
    const length = Math.min(LONGEST_LIST, longestList + draw(3) - 1)
    const few = elements.length
    while (elements.length < length) elements.push(structuredClone(elements[elements.length % few]))
  }
  return input
}

const MOST_FEN = 10n ** 15n - 1n

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function yuan(fen: bigint): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
