/** The policies of the cities: what has to hold of their settlements, edition by edition. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Proof } from '../../compiler/prove/proof.ts'
import { proveProgram } from '../../compiler/prove/prove.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'

const read = (name: string): string => readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8')
const programsOf = (names: readonly string[]): readonly Program[] => {
  const files = [...settleWords, ...names.map((name) => ({ name: `${name}.policy`, text: read(name) }))]
  return compile(files).programs
}
const nantong = settleModules.filter((name) => !name.includes('benefits')).concat('nantong/reduction')
const programs = [
  ...programsOf([...settleModules, 'ningbo/employee.settle', 'ningbo/employee.settle.year2022']),
  ...programsOf([...nantong, 'nantong/employee.settle']),
  ...programsOf([...nantong, 'nantong/resident.settle']),
  ...programsOf([...settleModules, 'zhejiang/crossProvince.settle']),
]
const nameOf = ({ policy, edition }: Program): string => `${policy.id}@${edition.name}`
const proofs = new Map<Program, Proof>()
/** Each is proved once, by the first test that asks. */
function proofOf(program: Program): Proof {
  const proof = proofs.get(program) ?? proveProgram(program)
  proofs.set(program, proof)
  return proof
}
const upperBounds = ['转诊、急诊抢救下浮不超过10个百分点', '异地就医下浮不超过20个百分点', '长期异地居住在备案地不下浮']

describe.each(programs.map((program) => [nameOf(program), program] as const))('%s', (_, program) => {
  it('has nothing that is refuted, and nothing left open', () => {
    const { properties } = proofOf(program)
    expect(properties.flatMap((each) => (each.status === 'proved' ? [] : [each.name]))).toEqual([])
  })

  it('conserves money, and asks no less of the person for a dearer bill', () => {
    const { properties } = proofOf(program)
    const own = properties.filter(({ kind }) => kind === 'conservation' || kind === 'monotone' || kind === 'rate')
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter(({ status }) => status !== 'proved')).toEqual([])
  })

  it('keeps within the national upper bounds', () => {
    const { properties } = proofOf(program)
    const bounds = properties.filter((each) => upperBounds.includes(each.name))
    expect(bounds.map(({ status }) => status)).toEqual(
      program.policy.id.startsWith('zhejiang') ? [] : ['proved', 'proved', 'proved'],
    )
  })
})

it('Ningbo 2022, which the bounds of 2023 came after, breaks two of them on the days of 2023', () => {
  const ningbo = programs.find((program) => nameOf(program) === 'ningbo.employee@2022')!
  const broken = proofOf(ningbo).properties.filter(({ outside }) => outside !== null)
  expect(broken.map(({ name }) => name)).toEqual(upperBounds.slice(0, 2))
  // Below tertiary hospitals, 20 points with a referral and 30 without.
  expect(broken.map(({ outside }) => outside?.found.at(-1)?.value)).toEqual(['0.2', '0.3'])
  for (const { name, outside } of broken) {
    expect(outside?.input).toMatchObject({ visit: { settledOn: '2023-01-01' } })
    const result = interpret(ningbo, outside?.input, { isReplay: true })
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'invariant-broken', facts: { label: name } }] })
  }
})
