/** Generated bills: the same for the same seed, of the form that the decision takes, in the proportions asked for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expected } from '../../../compiler/diff/population/expected.ts'
import { generate } from '../../../compiler/diff/population/generate.ts'
import { Random } from '../../../compiler/diff/population/random.ts'
import { readWeights } from '../../../compiler/diff/population/read-weights.ts'
import { mergeWeights } from '../../../compiler/diff/population/weights-text.ts'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import { sha256 } from '../../../runtime/sha256.ts'
import { toText } from '../../../runtime/rational.ts'
import { ningboBills, ningboPrograms, ningboWeights, writtenWeights } from './ningbo-bills.ts'

interface NingboBill {
  readonly visit: { readonly kind: string; readonly tier: string; readonly place: string; readonly settledOn: string }
  readonly costs: Readonly<Record<'total' | 'ownExpense' | 'overLimit' | 'firstPay', string>>
  readonly filings: readonly { readonly region: string; readonly kind: string; readonly until: string | null }[]
}

const asText = (bills: readonly unknown[]) => bills.map((each) => JSON.stringify(each)).join('\n')
const [year2022, year2023] = ningboPrograms('2022', '2023')

describe('the numbers behind', () => {
  it('are xoshiro128**, worked out again with big integers', () => {
    const mask = 0xffffffffn
    const turn = (word: bigint, by: bigint) => ((word << by) | (word >> (32n - by))) & mask
    const digits = sha256('seed')
    let [a, b, c, d] = [0, 8, 16, 24].map((at) => BigInt(`0x${digits.slice(at, at + 8)}`)) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ]
    const next = () => {
      const drawn = (turn((b * 5n) & mask, 7n) * 9n) & mask
      const shifted = (b << 9n) & mask
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = turn(d, 11n)
      return drawn
    }
    const random = new Random('seed')
    for (let round = 0; round < 1000; round++) expect(random.below(1n << 32n)).toBe(next())
  })

  it('stay below the limit, and reach all that is below', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 1n << 80n), fc.string(), (limit, seed) => {
        const drawn = new Random(seed).below(limit)
        expect(drawn >= 0n && drawn < limit).toBe(true)
      }),
    )
    const random = new Random('small')
    const seen = new Set(Array.from({ length: 500 }, () => random.between(-3n, 3n)))
    expect([...seen].toSorted((x, y) => Number(x - y))).toEqual([-3n, -2n, -1n, 0n, 1n, 2n, 3n])
  })

  it('never fall on a weight of zero', () => {
    const random = new Random('w')
    for (let round = 0; round < 200; round++) expect(random.weighted([0n, 3n, 0n, 1n, 0n]) % 2).toBe(1)
  })
})

describe('bills', () => {
  const bills = ningboBills(3000) as readonly NingboBill[]

  it('are the same for the same seed, and a longer run begins with a shorter one', () => {
    expect(asText(ningboBills(50))).toBe(asText(bills.slice(0, 50)))
    expect(asText(ningboBills(50, '8'))).not.toBe(asText(bills.slice(0, 50)))
  })

  it('are settled under the edition of their date, every one', () => {
    for (const bill of bills.slice(0, 300)) {
      const program = bill.visit.settledOn < '2023' ? year2022 : year2023
      const result = interpret(program, bill)
      expect(result.ok ? [] : result.issues).toEqual([])
    }
  })

  it('are of the form that the weights say', () => {
    for (const { visit, costs, filings } of bills) {
      const parts = [costs.ownExpense, costs.overLimit, costs.firstPay].map(Number)
      // 10% + 2% + 10% at most.
      expect(parts.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(Number(costs.total) * 0.22 + 0.001)
      for (const filing of filings) {
        expect(filing.region).toBe(visit.place)
        expect(filing.until === null).toBe(filing.kind === 'longTermResidence')
      }
    }
  })

  it('come in the proportions of the weights', () => {
    const part = (of: (bill: NingboBill) => boolean) => bills.filter(of).length / bills.length
    // 1093 of 5899 across provinces; 887 of 1152 institutions; four standard deviations of 3000 draws are 0.03.
    expect(Math.abs(part(({ visit }) => !visit.place.startsWith('33')) - 1093 / 5899)).toBeLessThan(0.03)
    expect(Math.abs(part(({ visit }) => visit.tier === 'primary') - 887 / 1152)).toBeLessThan(0.031)
  })
})

describe('a mean that is asked for', () => {
  it('is met exactly by what is drawn, before amounts are rounded to fen', () => {
    const means = ningboWeights().groups.map(({ fields }) => {
      const mean = expected(fields.get('costs.total')!.spec, fields)
      return mean && toText({ n: mean.n, d: mean.d })
    })
    // In fen: 2 360 000 000 × 100 ÷ 4 806 000 = 118 000 000 ÷ 2403; 171 000 000 000 ÷ 1 093 000 = 171 000 000 ÷ 1093.
    expect(means).toEqual(['118000000/2403', '171000000/1093'])
  })

  it('is near the mean of many', () => {
    const total = mergeWeights(writtenWeights, {
      groups: { crossProvince: null, inProvince: { fields: { 'visit.kind': { choose: { outpatient: 1 } } } } },
    })
    const bills = [...generate(ningboWeights(total), '1', 5000)] as unknown as readonly NingboBill[]
    const mean = bills.reduce((sum, { costs }) => sum + Number(costs.total), 0) / bills.length
    // The standard deviation of a bill is below its mean: four of 5000 are below 6%.
    expect(Math.abs(mean / 491.05 - 1)).toBeLessThan(0.06)
  })
})

describe('weights', () => {
  const faultsOf = (over: object) => {
    const { weights, faults } = readWeights(mergeWeights(writtenWeights, over), year2022)
    expect(weights === null).toBe(faults.length > 0)
    return faults.map(({ at, kind }) => `${at} ${kind}`)
  }
  const tier = (spec: unknown) => faultsOf({ fields: { 'visit.tier': spec } })
  const amount = (spec: unknown) => faultsOf({ fields: { 'costs.ownExpense': spec } })

  it('of another file stand in the place of the ones there are, and what they assume is told', () => {
    const other = { fields: { 'visit.tier': { choose: { tertiary: 1 } } } }
    const { groups, assumptions } = ningboWeights(mergeWeights(writtenWeights, other))
    for (const { fields } of groups) expect(fields.get('visit.tier')?.spec).toMatchObject({ values: ['tertiary'] })
    const said = assumptions.map(({ en }) => en)
    expect(said).toContain('visit.tier: {"choose":{"tertiary":1}}')
    expect(said.join()).not.toContain('tiers by numbers of institutions')
    expect(said.join()).toContain('seven in ten active')
  })

  it.each([
    [
      'a member that there is not',
      tier({ choose: { quaternary: 1 } }),
      ['fields.visit.tier.choose.quaternary notAValue'],
    ],
    ['a weight with a fraction', tier({ choose: { tertiary: 0.5 } }), ['fields.visit.tier.choose.tertiary notAWeight']],
    ['weights of zero only', tier({ choose: { tertiary: 0 } }), ['fields.visit.tier.choose noWeight']],
    ['no way to draw', tier({ chose: { tertiary: 1 } }), ['fields.visit.tier notASpec']],
    [
      'an amount in floating point',
      amount({ between: [0, 1.005] }),
      ['fields.costs.ownExpense.between notAStretch', 'fields.costs.ownExpense.between notAValue'],
    ],
    ['a stretch the wrong way round', amount({ between: ['2', '1'] }), ['fields.costs.ownExpense.between notAStretch']],
    [
      'a part above one',
      amount({ of: 'costs.total', share: ['0', '1.5'] }),
      ['fields.costs.ownExpense.share notAStretch'],
    ],
    [
      'a part of a date',
      amount({ of: 'visit.settledOn', share: ['0', '1'] }),
      ['fields.costs.ownExpense.of otherType'],
    ],
    ['a name that there is not', amount({ same: 'costs.totl' }), ['fields.costs.ownExpense.same noSuchName']],
    [
      'a case that is never',
      amount({ by: 'visit.kind', cases: { surgery: { value: 0 }, otherwise: { value: 0 } } }),
      ['fields.costs.ownExpense.cases.surgery noSuchCase'],
    ],
    [
      'a case left out',
      amount({ by: 'person.status', cases: { active: { value: 0 } } }),
      ['fields.costs.ownExpense.cases.retired missing'],
    ],
    [
      'a mean of what depends',
      amount({ mean: '5', like: { same: 'costs.total' } }),
      ['fields.costs.ownExpense.like noMean'],
    ],
    [
      'an input that there is not',
      faultsOf({ fields: { 'visit.teir': { value: 1 } } }),
      ['fields.visit.teir noSuchField'],
    ],
    ['a key that there is not', faultsOf({ seed: 5 }), ['seed unknownKey']],
    ['of another decision', faultsOf({ decision: 'other.settle' }), ['decision otherDecision']],
    [
      'one sentence only',
      faultsOf({ fields: { 'visit.emergency': { value: true, says: 'all' } } }),
      ['fields.visit.emergency.says notBoth'],
    ],
    ['no group', faultsOf({ groups: { inProvince: null, crossProvince: null } }), ['groups missing']],
  ])('%s', (_, found, told) => {
    expect(found.toSorted()).toEqual(told.toSorted())
  })

  it('that go in circles, and several faults at once', () => {
    const circle = {
      fields: {
        'costs.ownExpense': { same: 'costs.firstPay' },
        'costs.firstPay': { same: 'costs.ownExpense' },
        'visit.tier': {},
      },
    }
    expect(faultsOf(circle)).toEqual([
      'fields.visit.tier notASpec',
      'fields.costs.ownExpense circle',
      'fields.costs.firstPay circle',
    ])
  })

  it('have to say how every input is drawn', () => {
    const { faults } = readWeights({ groups: { all: { weight: 1 } } }, year2022)
    expect(faults.map(({ at }) => at)).toContain('groups.all.fields.visit.tier')
    expect(faults.map(({ at }) => at)).toContain('groups.all.lists.filings')
    expect(faults.every(({ kind }) => kind === 'missing')).toBe(true)
  })
})
