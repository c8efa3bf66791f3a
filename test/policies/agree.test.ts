/** Every edition of every decision here, and every other reading: generated TypeScript says what the interpreter says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import type { Program } from '../../compiler/program/program.ts'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { generated, interpreted, unlike } from '../random/compare.ts'
import { recordSeed } from '../random/draw.ts'
import { load } from '../random/generated.ts'

const folder = join(import.meta.dirname, '..', '..', 'policies')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.policy') || name.endsWith('.csv'))
  .map((name): SourceFile => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const asWritten = compile(files)
const nameOf = ({ policy, decision, edition }: Program): string => `${policy.id}.${decision.id}@${edition.name}`

/** Agreement on so many random cases; how many of them could be settled. */
async function settledAlike(program: Program, cases: number): Promise<number> {
  const settle = await load(program)
  const landmarks = landmarksOf(program)
  let settled = 0
  for (let seed = 1; seed <= cases; seed += 1) {
    const input = randomInput(recordSeed(seed).draw, program, landmarks)
    const meant = interpreted(program, input)
    const difference = unlike(meant, generated(settle, input))
    if (difference !== null) throw new Error(`${nameOf(program)}: ${difference}\n${JSON.stringify(input)}`)
    if (meant.ok) settled += 1
  }
  return settled
}

it('all policies compile', () => {
  expect(asWritten.problems).toEqual([])
  expect(asWritten.programs.length).toBeGreaterThan(20)
})

it.each(asWritten.programs.map((program) => [nameOf(program), program] as const))(
  '%s',
  { timeout: 60_000 },
  async (_, program) => {
    expect(await settledAlike(program, 300)).toBeGreaterThan(0)
  },
)

const others = asWritten.policies.flatMap((policy) =>
  policy.readings.flatMap(({ name, alternatives }) => alternatives.map((other) => `${name}=${other.name}`)),
)
it.each([...new Set(others)])('read otherwise: %s', { timeout: 120_000 }, async (written) => {
  const [name = '', other = ''] = written.split('=')
  const { programs, problems } = compile(files, { [name]: other })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const changed = programs.filter((program) => program.readings.some(({ chosen }) => chosen === other))
  expect(changed.length).toBeGreaterThan(0)
  for (const program of changed) expect(await settledAlike(program, 100)).toBeGreaterThan(0)
})
