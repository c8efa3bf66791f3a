/** What an auditor reads of a comparison: that nothing is lost on the way to the page, and that causes are exact. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { causeNamer } from '../../compiler/diff/name-causes.ts'
import { blocksOf } from '../../compiler/diff/report/blocks.ts'
import type { ComparedRegion } from '../../compiler/diff/report/compared.ts'
import { conditionText } from '../../compiler/diff/report/condition.ts'
import { namesOf } from '../../compiler/diff/report/names.ts'
import { reportToHtml } from '../../compiler/diff/report/to-html.ts'
import { wordsIn } from '../../compiler/diff/report/words.ts'
import { textChanges } from '../../compiler/diff/text-changes.ts'
import type { Language } from '../../grammar/tree.ts'
import type { Place } from '../../compiler/program/program.ts'
import { readPage } from '../handbook/read-page.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'
import { smallPolicy } from '../random/small.ts'
import { rulesOf, small, smallOutputs, type Numbers } from './small.ts'

const read = (name: string): SourceFile => ({
  name: `${name}.policy`,
  text: readFileSync(new URL(`../../policies/${name}.policy`, import.meta.url), 'utf8'),
})
const files = [
  ...settleWords,
  ...[...settleModules, 'ningbo/employee.settle', 'ningbo/employee.settle.year2022'].map(read),
]

describe('Ningbo 2022 against 2023', () => {
  const { programs, policies } = compile(files)
  const [before, after] = ['2022', '2023'].map((name) => programs.find(({ edition }) => edition.name === name)!)
  const [was, is] = ['2022', '2023'].map((name) => {
    const policy = policies.find(({ id }) => id === 'ningbo.employee')!
    return { policy, edition: policy.editions.find(({ edition }) => edition.name.value === name)!, files }
  })
  const text = textChanges(was!, is!)
  const comparison = diffPrograms(before!, after!, { isWithoutWitnesses: true })
  const nameOf = causeNamer(text, was!, is!)
  const regions = comparison.regions.map((region) => ({ ...region, causes: region.causes.map(nameOf) }))
  const compared = { ...comparison, limits: [], regions, text, flips: null, population: null }
  const pages = (['zh', 'en'] as const).map(
    (language) =>
      readPage(reportToHtml(compared, { program: before!, files }, { program: after!, files }, language)).text,
  )

  it('has every region in one line of one block', () => {
    const told = blocksOf(regions).flatMap(({ rows }) =>
      rows.flatMap(({ lines }) => lines.flatMap(({ region, others }) => [region, ...others])),
    )
    expect(told).toHaveLength(regions.length)
    expect(new Set(told)).toEqual(new Set(regions))
  })

  it('shows every formula and every condition of the regions that are told, and who differs alike', () => {
    for (const [index, language] of (['zh', 'en'] as const).entries()) {
      const names = namesOf([before!, after!], language)
      const words = wordsIn(language)
      const page = pages[index]!
      for (const { outputs, common, rows } of blocksOf(regions)) {
        for (const { path } of outputs)
          expect(page).toContain(path === 'refused' ? words.refusedOutput : names.nameOf(path))
        for (const condition of common) expect(page).toContain(conditionText(condition, { words, names }))
        for (const { difference, where, lines } of rows) {
          if (!difference.includes(' → ')) expect(page).toContain(names.difference(difference))
          for (const condition of [...where, ...lines.flatMap((line) => line.where)])
            expect(page).toContain(conditionText(condition, { words, names }))
        }
      }
    }
  })

  it('is in labels in Chinese: no identifier of the policy stands on the page', () => {
    for (const { id, label } of after!.definitions)
      if (id !== label) expect(pages[0]).not.toMatch(new RegExp(`\\b${id}\\b`, 'u'))
    for (const { path, label } of after!.output)
      if (path !== label) expect(pages[0]).not.toMatch(new RegExp(`\\b${path}\\b`, 'u'))
  })

  it('names cells as causes that are cells of the changed text', () => {
    const rows = text.flatMap(({ cells }) => cells.map(({ row, column }) => `${row} × ${column}`))
    expect(rows).toEqual(['异地转诊 × 其他', '临时外出 × 其他'])
    for (const { causes } of regions) {
      expect(causes.length).toBeGreaterThan(0)
      for (const { told, change } of causes) {
        expect(change).toBe(text.findIndex(({ name }) => name === '异地下浮幅度'))
        expect(rows.some((row) => told.zh.includes(`，${row}：`))).toBe(true)
      }
    }
    expect(new Set(regions.flatMap(({ causes }) => causes.map(({ name }) => name)))).toEqual(
      new Set([
        'table offSiteReduction, row referral × otherwise',
        'table offSiteReduction, row temporary × otherwise',
      ]),
    )
  })

  it('says in English what a rule is in English keywords, beside what is written', () => {
    expect(pages[1]).toContain('offSiteReduction 异地下浮幅度')
    expect(pages[1]).toMatch(/referral 异地转诊 × otherwise 其他 20pp 20个百分点 10pp 10个百分点/u)
    expect(pages[1]).toContain('“跨省其他临时外出就医人员')
    expect(pages[1]).toContain('removed reading U02')
  })

  it('says of a key of which a case has one or the other that it is given, not that it is so', () => {
    const told = (path: string, language: Language): string => {
      const spoken = { words: wordsIn(language), names: namesOf([before!, after!], language) }
      return conditionText({ path, in: ['true'] }, spoken)
    }
    expect([told('costs', 'zh'), told('costs', 'en')]).toEqual(['填了costs', 'costs is given'])
    expect(told('person.specialDiseaseFiled', 'en')).toBe('person.specialDiseaseFiled: yes')
  })

  it('states what a broken promise does, and who pays less', () => {
    expect(pages[0]).toContain('前一版本不能结算（违反「异地就医下浮不超过20个百分点」），后一版本可以。')
    expect(pages[0]).toContain('统筹基金支付 不会更少，大病保险支付 不会更多')
    // Ten points less off in all of these cases.
    expect(pages[0]).toContain('共负段每 100 元，按比例自付 −10 元，统筹基金支付 +10 元。')
  })
})

describe('causes', () => {
  const numbers: Numbers = {
    deductibles: [10, 20],
    edges: [50, 90],
    rates: [80, 60, 40],
    cap: 30,
    topRate: 50,
    since: 9,
  }
  const text = smallPolicy(smallOutputs, rulesOf(numbers))
  const policyText = (changed: Numbers): readonly SourceFile[] => smallPolicy(smallOutputs, rulesOf(changed))
  const written = (all: readonly SourceFile[], at: Place | null): string =>
    at ? all.find(({ name }) => name === at.file)!.text.slice(at.start, at.end) : ''
  const causesOf = (changed: Numbers, output: string): readonly string[] => {
    const { regions } = diffPrograms(small(rulesOf(numbers)), small(rulesOf(changed)), { isWithoutWitnesses: true })
    const own = regions.filter((region) => region.output === output)
    const told = own.map(({ causes }) =>
      causes
        .map(({ before, after }) => `${written(text, before)} → ${written(policyText(changed), after)}`)
        .toSorted()
        .join('; '),
    )
    return [...new Set(told)].toSorted()
  }

  it('are the bands that an amount reaches', () => {
    expect(causesOf({ ...numbers, rates: [80, 60, 30] }, 'fundPays')).toEqual(['40% → 30%'])
    // Of the first band alone, of the last alone, and of both.
    expect(causesOf({ ...numbers, rates: [70, 60, 30] }, 'fundPays')).toEqual([
      '40% → 30%',
      '40% → 30%; 80% → 70%',
      '80% → 70%',
    ])
  })

  it('are the branch that is taken', () => {
    // 甲类 10 → 12: only bills of that category differ.
    expect(causesOf({ ...numbers, deductibles: [12, 20] }, 'selfPaid')).toContain('10元 → 12元')
  })

  it('are none that comes later, or that the output does not rest on', () => {
    const changed: Numbers = { ...numbers, rates: [70, 60, 40], topRate: 40 }
    expect(causesOf(changed, 'fundPays')).toEqual(['80% → 70%'])
    expect(causesOf(changed, 'topUp').every((each) => each.includes('50% → 40%'))).toBe(true)
  })
})

describe('blocks', () => {
  const region = (more: Partial<ComparedRegion>): ComparedRegion => ({
    output: 'fund',
    kind: 'sure',
    within: 0,
    where: [{ path: 'kind', in: ['a'] }],
    difference: '0.1 × base − Δcap + 3',
    least: '0.01',
    most: '5.00',
    reached: { least: null, most: null },
    causes: [],
    witness: null,
    ...more,
  })

  it('join outputs that differ by the opposite, whatever the order of the terms', () => {
    const [block, ...others] = blocksOf([
      region({}),
      region({ output: 'person', difference: 'Δcap − 0.1 × base − 3', least: '-5.00', most: '-0.01' }),
    ])
    expect(others).toEqual([])
    expect(block?.outputs).toEqual([
      { path: 'fund', sign: 1 },
      { path: 'person', sign: -1 },
    ])
  })

  it('keep apart what differs in a bound, a condition, the number of regions or the sign of one term', () => {
    const opposite = { output: 'person', difference: 'Δcap − 0.1 × base − 3', least: '-5.00', most: '-0.01' }
    for (const more of [
      { most: '0.00' },
      { where: [{ path: 'kind', in: ['b'] }] },
      { difference: 'Δcap − 0.1 × base + 3' },
      { kind: 'throughRounding' as const },
    ])
      expect(blocksOf([region({}), region({ ...opposite, ...more })])).toHaveLength(2)
    expect(blocksOf([region({}), region(opposite), region({ ...opposite, where: [] })])).toHaveLength(2)
  })

  it('say what all regions have in common once', () => {
    const shared = { path: 'tier', in: ['c'] }
    const [block] = blocksOf([
      region({ where: [shared, { path: 'base', from: '1.00', to: null }] }),
      region({ where: [shared, { path: 'base', from: null, to: '0.99' }], kind: 'throughRounding' }),
    ])
    expect(block?.common).toEqual([shared])
    expect(block?.rows.map(({ lines }) => lines.map(({ where }) => where))).toEqual([
      [[{ path: 'base', from: '1.00', to: null }], [{ path: 'base', from: null, to: '0.99' }]],
    ])
  })
})
