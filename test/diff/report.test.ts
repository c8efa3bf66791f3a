/** The report: what it says of a comparison, that it is a page, and that its curves are what the interpreter settles. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { curvesAlong, difference, pieceAt, stepsAlong, valueAt, type Curve } from '../../compiler/diff/report/curve.ts'
import type { NamedCause } from '../../compiler/diff/name-causes.ts'
import type { Compared, ComparedRegion } from '../../compiler/diff/report/compared.ts'
import { reportToHtml, type Reported } from '../../compiler/diff/report/to-html.ts'
import { compareOver, interpreted } from '../../compiler/diff/population/compare-over.ts'
import { textChanges } from '../../compiler/diff/text-changes.ts'
import { outputAt } from '../../compiler/interpret/evaluation.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { fraction, ofInteger, parse, subtract, toText } from '../../runtime/rational.ts'
import { plain, readPage } from '../handbook/read-page.ts'

const walk = (path: string): readonly string[] =>
  readdirSync(path).flatMap((name) => {
    const inner = `${path}/${name}`
    return statSync(inner).isDirectory() ? walk(inner) : /\.(policy|csv)$/.test(name) ? [inner] : []
  })
const files = walk('policies').map((name) => ({ name, text: readFileSync(name, 'utf8') }))
const { programs, policies } = compile(files)
const reported = (decision: string, edition: string): Reported => ({
  program: programs.find(
    (each) => `${each.policy.id}.${each.decision.id}` === decision && each.edition.name === edition,
  )!,
  files,
})
const settle = 'ningbo.employee.settle'
const [before, after] = [reported(settle, '2022'), reported(settle, '2023')]

const bill = {
  person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  visit: {
    kind: 'inpatient',
    tier: 'secondary',
    place: '310000',
    emergency: false,
    admittedOn: '2022-03-01',
    settledOn: '2022-12-31',
  },
  filings: [{ kind: 'referral', region: '310000', from: '2022-01-01', until: null, madeOn: '2022-01-01' }],
  costs: { total: '100000.00', ownExpense: '0.00', overLimit: '0.00', firstPay: '0.00' },
  yearToDate: {
    inpatientEligible: '0.00',
    deductiblePaid: '0.00',
    outpatientSelfPaid: '0.00',
    criticalIllnessBase: '0.00',
    currentAccount: '0.00',
  },
}

/** `from: value + slope x`, piece by piece. */
const told = ({ pieces }: Curve): readonly string[] =>
  pieces.map(
    ({ from, line }) => `${toText(from)}: ${line ? `${toText(line.at)} + ${toText(line.slope)} x` : 'refused'}`,
  )

describe('curves', () => {
  it('have their breakpoints where the policy has them', () => {
    const [fund] = curvesAlong(before.program, bill, 'costs.total', ['fund'])!
    // Secondary hospital: 600 first; 80, 85, 95 % up to 35 000, 70 000 and above, less 20 points with a referral in 2022.
    // At 35 000: 34 400 × 60% = 20 640; at 70 000: 20 640 + 35 000 × 65% = 43 390.
    expect(told(fund!)).toEqual(['0: 0 + 0 x', '600: 0 + 0.6 x', '35000: 20640 + 0.65 x', '70000: 43390 + 0.75 x'])
    const [next] = curvesAlong(after.program, bill, 'costs.total', ['fund'])!
    // Less 10 points in 2023, so that it is a tenth of what is above 600 more, wherever the bands lie.
    expect(told(difference(next!, fund!))).toEqual(['0: 0 + 0 x', '600: 0 + 0.1 x'])
  })

  it('have breakpoints that are no fen: the person has paid 5000 yuan when critical illness begins', () => {
    const [illness] = curvesAlong(after.program, bill, 'costs.total', ['criticalIllness'])!
    // 600 + 30% of what is above 600 is 5000 at 600 + 4400 ÷ 0.3 = 45 800 ÷ 3.
    expect(toText(illness!.pieces[1]!.from)).toBe('45800/3')
  })

  it('are what the interpreter settles, but for the rounding to the fen', () => {
    const outputs = ['fund', 'criticalIllness', 'fundTotal', 'cash', 'person', 'coPay', 'deductible']
    for (const { program } of [before, after]) {
      const curves = curvesAlong(program, bill, 'costs.total', outputs)!
      const starts = curves.flatMap(({ pieces }) => pieces.map(({ from }) => (from.n * 100n) / from.d))
      const amounts = starts.flatMap((fen) => [fen - 1n, fen, fen + 1n, fen * 2n + 37n]).filter((fen) => fen >= 0n)
      for (const fen of new Set(amounts)) {
        const amount = fraction(fen, 100n)
        const total = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
        const settled = interpret(program, { ...bill, costs: { ...bill.costs, total } }, { isReplay: true })
        if (!settled.ok) throw new Error(JSON.stringify(settled.issues))
        for (const curve of curves) {
          const exact = outputAt(settled.evaluation.output, curve.path)
          if (typeof exact !== 'string') throw new Error(`${curve.path} is no amount`)
          const off = subtract(valueAt(pieceAt(curve, amount), amount)!, parse(exact))
          // Two roundings, each by half a fen at most.
          expect(Math.abs(Number(off.n) / Number(off.d))).toBeLessThanOrEqual(0.01)
        }
      }
    }
  })

  it('cross where one becomes more than the other, and jump where a policy does', () => {
    const curve = (...pieces: (readonly [number, number, number])[]): Curve => ({
      path: 'fund',
      pieces: pieces.map(([from, at, slope]) => ({
        from: ofInteger(from),
        line: { kind: 'moving', at: ofInteger(at), slope: ofInteger(slope) },
        turnings: [],
      })),
    })
    // 10 + x and 3x are equal at 5; from 20 on the second stays at 60.
    expect(told(difference(curve([0, 0, 3], [20, 60, 0]), curve([0, 10, 1])))).toEqual([
      '0: -10 + 2 x',
      '5: 0 + 2 x',
      '20: 30 + -1 x',
      '50: 0 + -1 x',
    ])
  })

  it('along months are settled month by month', () => {
    const years = (edition: string) => reported('ningbo.employee.retirementYears', edition).program
    const person = {
      retiredOn: '2022-03-10',
      topUpOn: '2022-03-10',
      levyBaseAtRetirement: '4000.00',
      levyBaseAtTopUp: '4000.00',
      averageWage2007: '2000.00',
      newlyInsuredFrom202107: false,
      months: {
        deemed: 0,
        basicBefore202107: 0,
        twoToOne: 0,
        fourToOne: 0,
        transferredBefore202107: 0,
        basicFrom202107: 0,
        transferredFrom202107: 0,
      },
    }
    const [was, is] = ['15年', '20年'].map(
      (edition) => stepsAlong(years(edition), person, 'months.basicBefore202107', ['shortfallMonths'], 240)![0]!,
    )
    const change = difference(is!, was!)
    const at = (months: number): string => toText(valueAt(pieceAt(change, ofInteger(months)), ofInteger(months))!)
    // 240 − 180; with 177 months 4/3 of them are 236: 4 are missing against 3; with 178, 238 (237.33 up): 2 against 2.
    expect([0, 177, 178, 180, 240].map(at)).toEqual(['60', '1', '0', '0', '0'])
  })
})

const named = (name: string): NamedCause => ({ name, told: { zh: name, en: name }, change: null })
const region = (more: Partial<ComparedRegion>): ComparedRegion => ({
  output: 'person',
  kind: 'sure',
  within: 1,
  where: [
    { path: 'visit.tier', in: ['secondary'] },
    { path: 'costs.total', from: '600.10', to: null },
  ],
  difference: '−0.1 × sharedSegment',
  least: '-34.50',
  most: '-0.01',
  reached: { least: null, most: null },
  causes: [named('table offSiteReduction, row referral × otherwise')],
  witness: { input: bill, before: '8919.00', after: '8231.00' },
  ...more,
})
const sideOf = (edition: string) => {
  const policy = policies.find((each) => `${each.id}.${each.decision.id}` === settle)!
  return { policy, edition: policy.editions.find(({ edition: each }) => each.name.value === edition)!, files }
}
const compared = (more: Partial<Compared> = {}): Compared => ({
  decision: settle,
  before: `${settle}@2022`,
  after: `${settle}@2023`,
  complete: true,
  verdict: { person: 'neverMore', fund: 'neverLess', assistance: 'same' },
  text: textChanges(sideOf('2022'), sideOf('2023')),
  regions: [region({}), region({ output: 'fund', difference: '0.1 × sharedSegment', least: '0.01', most: null })],
  limits: [],
  flips: null,
  population: null,
  ...more,
})

describe('the page', () => {
  const pages = (['zh', 'en'] as const).map((language) => reportToHtml(compared(), before, after, language))

  it('is well-formed, loads and runs nothing, and its links lead somewhere', () => {
    for (const html of pages) {
      const { ids, links, elements } = readPage(html)
      expect(new Set(ids).size).toBe(ids.length)
      for (const link of links) expect(ids).toContain(link.replace(/^#/, ''))
      expect(elements).not.toContain('script')
      expect(html).toContain("default-src 'none'")
      expect(html.replaceAll(/xmlns="[^"]*"/g, '')).not.toMatch(/https?:|url\(|@import/)
      expect(elements.filter((name) => name === 'svg').length).toBeGreaterThan(0)
    }
  })

  it('tells bounds that a bill reaches from those that none goes beyond', () => {
    const there = { input: bill, before: '8919.00', after: '8231.00' }
    const reached = { least: there, most: there }
    const regions = [region({ reached }), region({ output: 'fund', least: '0.01', most: null, reached })]
    const texts = (['zh', 'en'] as const).map(
      (language) => readPage(reportToHtml(compared({ regions }), before, after, language)).text,
    )
    expect(texts[0]).toContain('个人负担只减不增，最多减少 34.50元。')
    expect(texts[0]).toContain('统筹基金支付只增不减，增加的数没有上限。')
    expect(texts[1]).toContain('person: never more, and up to 34.50 yuan less.')
  })

  it('says what a rounding in a condition means, and only then', () => {
    const where = [{ path: 'floor(0.5 × deductible)', from: '1', to: null }]
    const texts = (['zh', 'en'] as const).map(
      (language) => readPage(reportToHtml(compared({ regions: [region({ where })] }), before, after, language)).text,
    )
    expect(texts[0]).toContain('取整(0.5 × 本次起付线) ≥ 1')
    expect(texts[0]).toContain('取整(…) 是不超过括号里的数的最大整数')
    expect(texts[1]).toContain('floor(…) is the greatest whole number')
    expect(readPage(pages[0]!).text).not.toContain('取整')
  })

  it('states the finding', () => {
    const [zh = '', en = ''] = pages.map((html) => readPage(html).text)
    expect(zh).toContain('个人负担只减不增，减少不超过 34.50元。')
    expect(zh).toContain('统筹基金支付只增不减，增加的上限不明。')
    expect(zh).toContain('医疗救助支付对每一张账单都相同，已经证明。')
    expect(zh).toContain('结算不同的账单都符合：医院等级是二级；上传总额 ≥ 600.10。')
    expect(en).toContain('person: never more, and at most 34.50 yuan less.')
    expect(en).toContain('on every other bill the two agree to the fen, and that is proved')
  })

  it('has the changed rules with cells and quotes, regions with formulas and both settlements', () => {
    const zh = readPage(pages[0]!).text
    expect(zh).toContain('异地转诊 × 其他 20个百分点 10个百分点')
    expect(zh).toContain('待核')
    expect(zh).toContain('跨省异地转诊人员')
    expect(zh).toContain('−0.1 × 共负段')
    // Worked out beside the examples of the policy: 65 890 and 75 830.
    expect(zh).toContain('统筹基金支付 65 890.00 → 75 830.00 (+9 940.00)')
  })

  it('says by what it can be checked again', () => {
    const zh = readPage(pages[0]!).text
    expect(zh.match(/[0-9a-f]{64}/g)).toHaveLength(2)
    expect(zh).toContain(`npx daiyu diff ${settle}@2022 ${settle}@2023 --format html`)
    expect(zh).toMatch(/编译器 daiyu \d/)
  })

  it('promises nothing that was not decided', () => {
    const limits = [
      { expression: 'fund × share', place: 'a.policy:7', why: 'divided by a number that is not fixed' as const },
    ]
    const { text } = readPage(reportToHtml(compared({ complete: false, limits }), before, after, 'en'))
    expect(text).not.toContain('proved')
    expect(text).toContain('fund × share a.policy:7 divided by a number that is not fixed')
    expect(text).toContain('1 expression could not be decided')
  })

  it('of two that are the same says so', () => {
    const same = compared({ verdict: { person: 'same', fund: 'same' }, text: [], regions: [] })
    const { text, links, ids } = readPage(reportToHtml(same, after, after, 'zh'))
    expect(text).toContain('两者对每一张账单的结算都相同，已经证明。')
    expect(text).toContain('条文没有改动。')
    for (const link of links) expect(ids).toContain(link.replace(/^#/, ''))
  })

  it('shows the population: who gains and loses, for whom, the furthest with its cause, and what is assumed', async () => {
    const texts = new Map(files.map(({ name, text }) => [name, text]))
    const sides = [before, after].map(({ program }) => ({ program, texts, settle: interpreted(program) }))
    const inputs = [
      bill,
      // A tenth less in both: 2022 lowered tertiary hospitals by 10 points too.
      { ...bill, visit: { ...bill.visit, tier: 'tertiary' } },
      // Below the deductible.
      { ...bill, costs: { ...bill.costs, total: '500.00' } },
    ]
    const counted = await compareOver(
      sides[0]!,
      sides[1]!,
      inputs.map((input) => ({ ok: true, input })),
    )
    const generated = {
      seed: '7',
      count: 3,
      weights: ['<weights>.json'],
      hash: 'sha256:00',
      assumptions: [{ zh: '一千一百五十二家医院', en: '1152 hospitals' }],
    }
    const html = reportToHtml(compared({ population: { ...counted, generated } }), before, after, 'zh')
    const { text } = readPage(html)
    expect(text).toContain('3 件账单，两个版本都能结算的 3 件，其中每项结果都相同的 2 件。')
    // 9411 in 2022, 8417 in 2023: 994 less of the first bill.
    expect(text).toContain('按个人现金、个人负担算，参保人得益的 1 件，受损的 0 件，合计 −994.00 元。')
    expect(text).toContain('个人负担，第 1 件：9 411.00 → 8 417.00（−994.00）')
    expect(text).toMatch(/异地下浮幅度：20个百分点 → 10个百分点/)
    expect(text).toContain('按种子 7 生成 3 件，权重见 <weights>.json')
    expect(text).toContain('一千一百五十二家医院')
  })

  it('escapes whatever a policy or a comparison says', () => {
    const hostile = `"><script>alert('1')</script>&`
    const html = reportToHtml(
      compared({
        before: hostile,
        regions: [
          region({
            where: [{ path: hostile, in: [hostile] }],
            difference: hostile,
            causes: [named(hostile)],
            witness: { input: { [hostile]: hostile }, before: hostile, after: hostile },
          }),
        ],
        limits: [{ expression: hostile, place: hostile, why: 'a total over a list' }],
      }),
      before,
      after,
      'en',
    )
    const { text, elements } = readPage(html)
    expect(elements).not.toContain('script')
    expect(text).toContain(plain(hostile))
  })
})
