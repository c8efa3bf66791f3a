/** Random small policies: what is proved is attacked with every case of a grid, what is refuted is settled. */
import { expect, it } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import type { Finding } from '../../compiler/prove/proof.ts'
import { proveProgram } from '../../compiler/prove/prove.ts'
import { randomNumbers, rulesOf, small } from '../diff/small.ts'
import { recordSeed } from '../random/draw.ts'
import { smallInput } from '../random/small.ts'

const seed = Number(process.env['FC_SEED'] ?? 1)
const names: Readonly<Record<string, string>> = {
  自付: 'selfPaid',
  基金: 'fundPays',
  余额: 'leftOver',
  大病: 'topUp',
  个人: 'person',
}
const fenOf = (amount: unknown): number => Math.round(Number(amount) * 100)

/** Which properties a case, or two of which the second has more, show to be broken; by a reading of their own. */
function brokenBy(output: Record<string, unknown>, before: Record<string, unknown> | null): ReadonlySet<string> {
  const value = (label: string): number => fenOf(output[names[label]!])
  const broken = new Set<string>()
  for (const label of Object.keys(names)) if (value(label) < 0) broken.add(`notNegative ${label}`)
  if (value('基金') > value('个人') * 3 + 500) broken.add('promise 基金不多')
  if (value('个人') < value('自付')) broken.add('promise 个人至少自付')
  if (before)
    for (const label of ['个人', '基金', '余额'])
      if (value(label) < fenOf(before[names[label]!])) broken.add(`monotone ${label}不减`)
  return broken
}

const promises = `
保证「基金不多」基金 不超过 个人 × 3 + 5元
保证「个人至少自付」个人 不低于 自付
单调「个人不减」个人 随着 总额 不减
单调「基金不减」基金 随着 总额 不减
单调「余额不减」余额 随着 总额 不减`

const nameOf = ({ kind, name }: Finding): string => `${kind} ${name}`

function settled(program: Program, input: unknown): Record<string, unknown> {
  const result = interpret({ ...program, invariants: [] }, input, { isReplay: true })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.evaluation.output
}

it('is sound on random policies', () => {
  const { draw } = recordSeed(seed)
  let refuted = 0
  for (let round = 0; round < 12; round++) {
    const numbers = randomNumbers(draw)
    const program = small(`${rulesOf(numbers)}${promises}`)
    const { properties } = proveProgram(program)
    const byName = new Map(properties.map((each) => [nameOf(each), each]))
    const edges = [0, ...numbers.deductibles, ...numbers.edges, numbers.cap, numbers.cap * 2, 400]
    const fen = [...new Set(edges.flatMap((edge) => [-2, -1, 0, 1, 2, 3].map((step) => edge * 100 + step)))]
    const totals = fen.filter((each) => each >= 0).toSorted((a, b) => a - b)
    for (const kind of ['first', 'second'])
      for (const sum of totals.filter((_, at) => at % 3 === 0)) {
        let before: Record<string, unknown> | null = null
        for (const total of totals) {
          const input = smallInput({ kind, total: (total / 100).toFixed(2), sum: (sum / 100).toFixed(2) })
          const output = settled(program, input)
          for (const name of brokenBy(output, before))
            expect(byName.get(name)?.status, `${name} by ${JSON.stringify(input)} of ${JSON.stringify(numbers)}`).toBe(
              'refuted',
            )
          before = output
        }
      }
    for (const finding of properties) {
      expect(finding.status, nameOf(finding)).not.toBe('limit')
      if (!finding.witness) continue
      refuted++
      const { input, output, dearer } = finding.witness
      expect(settled(program, input)).toEqual(output)
      const last = settled(program, dearer?.input ?? input)
      expect(brokenBy(last, dearer ? settled(program, input) : null), JSON.stringify(numbers)).toContain(
        nameOf(finding),
      )
    }
  }
  expect(refuted).toBeGreaterThan(0)
})
