import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparedToJson } from '../../compiler/diff/compare-versions.ts'
import { comparing, compareSides } from '../../playground/worker/comparing.ts'
import { population } from '../../playground/worker/population.ts'
import { daiyu, root } from '../cli/daiyu.ts'
import { ningboCase, shippedFiles, side, stateWith } from './worker-state.ts'

const settle = 'ningbo/employee.settle.policy'
const text = shippedFiles.get(settle) ?? ''
/** Cases out of town without a referral lose 15, not 20, percentage points. */
const milder = stateWith({ [settle]: text.replace('| 20个百分点 |', '| 15个百分点 |') })
const [was, is] = [side('ningbo.employee.settle@2022'), side('ningbo.employee.settle@2023')]
const plain = { like: null, isQuick: false, language: 'zh' } as const

describe('a comparison in the page', () => {
  it('is that of the command line, with its regions and witnesses', () => {
    const state = stateWith()
    const asked = { ...plain, before: was, after: is }
    const found = compareSides(state, asked)
    if (!found.ok) throw new Error(JSON.stringify(found))
    const operands = ['diff', 'ningbo.employee.settle@2022', 'ningbo.employee.settle@2023', '--policies', '.']
    const json = daiyu([...operands, '--format', 'json'], { cwd: join(root, 'policies') })
    expect(JSON.parse(JSON.stringify(comparedToJson(found.compared)))).toEqual(JSON.parse(json.out))
  }, 240_000)

  it('gives the report that the command line writes', async () => {
    const [first, second] = ['ningbo.employee.contribution@2023', 'ningbo.employee.contribution@2024']
    const operands = ['diff', first, second, '--policies', '.', '--format', 'html', '--language', 'zh']
    const { out } = daiyu(operands, { cwd: join(root, 'policies') })
    const asked = { ...plain, before: side(first), after: side(second) }
    expect(await comparing.comparisonReport(stateWith(), asked)).toEqual({ ok: true, html: out })
  })

  it('reports two texts of one edition as what they are, without a command that would not find them', async () => {
    const edition = 'ningbo.employee.contribution@2023'
    const file = 'ningbo/employee.contribution.policy'
    const edited = stateWith({ [file]: `${shippedFiles.get(file) ?? ''}\n` })
    const [before, after] = [side(edition, { isShipped: true }), side(edition)]
    const report = await comparing.comparisonReport(edited, { ...plain, before, after })
    if (!report.ok) throw new Error(JSON.stringify(report))
    expect(report.html).toContain(`${edition}（发布时的原文）`)
    expect(report.html).toContain(`${edition}（改过的）`)
    expect(report.html).toContain('只能在网页里比较')
    expect(report.html).not.toContain('npx daiyu diff')
  })

  it('says who pays more when a number of the shipped text is changed, and on which sentence it hangs', () => {
    const asked = { ...plain, before: { ...is, isShipped: true }, after: is }
    const quick = comparing.compare(milder, { ...asked, isQuick: true })
    const found = comparing.compare(milder, asked)
    if (!quick.ok || !found.ok) throw new Error(JSON.stringify([quick, found]))
    for (const { told } of [quick, found]) {
      const verdicts = new Map(told.verdicts.map(({ path, verdict }) => [path, verdict]))
      expect(verdicts.get('fund')).toBe('neverLess')
      expect(verdicts.get('person')).toBe('neverMore')
    }
    const { changes, blocks, isComplete } = found.told
    expect(isComplete).toBe(true)
    expect(changes.map(({ cells }) => cells.map(({ before, after }) => [before, after]))).toEqual([
      [['20个百分点', '15个百分点']],
    ])
    expect(changes[0]?.quotes.join()).toContain('基金支付下浮20个百分点')
    const place = changes[0]?.cells[0]?.place
    expect(
      milder.workspace
        .files()
        .find(({ name }) => name === place?.file)
        ?.text.slice(place?.span.start, place?.span.end),
    ).toBe('15个百分点')
    // What was shipped is not what the editor shows.
    expect(changes[0]?.before?.place).toBeNull()
    const witnesses = blocks.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines.map(({ input }) => input)))
    expect(witnesses.length).toBeGreaterThan(0)
    expect(witnesses).not.toContain(null)
  })

  it('says that a quote settles nothing, where only a quote was changed', () => {
    const asked = { ...plain, before: { ...is, isShipped: true }, after: is }
    const quoted = stateWith({ [settle]: text.replace('基金支付下浮20个百分点', '基金支付下浮25个百分点') })
    const found = comparing.compare(quoted, asked)
    if (!found.ok) throw new Error(JSON.stringify(found))
    expect(found.told).toMatchObject({ isOnlyQuoted: true, isComplete: true, verdicts: [], blocks: [] })
    expect(found.told.proof).toMatch(/^没有不同/u)
    const same = comparing.compare(stateWith(), asked)
    expect(same).toMatchObject({ told: { isOnlyQuoted: false } })
  })

  it('takes a reading', () => {
    const found = comparing.compare(milder, {
      ...plain,
      isQuick: true,
      before: is,
      after: { ...is, readings: { C06: 'excluded' } },
    })
    // What a person bears beyond the reduction no longer counts for critical illness (C06).
    expect(found.ok && found.told.verdicts.find(({ path }) => path === 'criticalIllness')?.verdict).toBe('neverMore')
    expect(found.ok && found.told.after).toBe('ningbo.employee.settle@2023+C06=excluded')
  })

  it('says what is wrong with a policy that cannot be settled', () => {
    const broken = stateWith({ [settle]: text.replace('下浮 异地下浮幅度', '下浮 异地上浮幅度') })
    const found = comparing.compare(broken, { ...plain, before: { ...is, isShipped: true }, after: is })
    expect(found.ok).toBe(false)
    expect(!found.ok && found.hindrances[0]?.said).toContain('异地上浮幅度')
  })
})

describe('a heat map', () => {
  it('is the difference of one output for each pair of values', () => {
    const asked = { before: { ...is, isShipped: true }, after: is, input: ningboCase, language: 'zh' } as const
    const axes = comparing.heatMapAxes(milder, asked)
    if (!axes.ok) throw new Error(JSON.stringify(axes))
    const [tier, place] = ['visit.tier', 'visit.place'].map((path) => axes.axes.find((each) => each.path === path))
    if (!tier || !place) throw new Error(JSON.stringify(axes))
    expect(place.values.map(({ value }) => value)).toEqual(['330200', '330100', '110000'])
    const found = comparing.heatMap(milder, { ...asked, across: tier, up: place, output: 'fund' })
    if (!found.ok) throw new Error(JSON.stringify(found))
    // Only another province without a filing is reduced by 20 percentage points: 5% of what is shared, 98 800 yuan in a
    // tertiary hospital (deductible 1200), is 4940.
    expect(found.rows.map((row) => row.map(({ difference }) => difference === 0))).toEqual([
      tier.values.map(() => true),
      tier.values.map(() => true),
      tier.values.map(() => false),
    ])
    const tertiary = tier.values.findIndex(({ value }) => value === 'tertiary')
    expect(found.rows[2]?.[tertiary]).toMatchObject({ difference: 4940, said: '+4 940.00' })
  })
})

describe('a generated population', () => {
  it('is that of the command line', async () => {
    const seen: number[] = []
    const state = stateWith()
    const found = await population.population(
      state,
      { before: was, after: is, seed: 1, count: 200, language: 'zh' },
      (done) => void seen.push(done),
    )
    if (!found.ok) throw new Error(JSON.stringify(found))
    const { out } = daiyu(
      [
        'diff',
        'ningbo.employee.settle@2022',
        'ningbo.employee.settle@2023',
        '--policies',
        '.',
        '--quick',
        '--over',
        'generated:1:200',
        '--format',
        'json',
      ],
      { cwd: join(root, 'policies') },
    )
    const { generated, ...told } = (JSON.parse(out) as { population: { generated: { hash: string } } }).population
    expect(JSON.parse(JSON.stringify(found.population))).toEqual(told)
    expect(found.hash).toBe(generated.hash)
    expect(found.assumptions.length).toBeGreaterThan(0)
    expect(seen.at(-1)).toBe(200)
  })

  it('is refused where nothing says how to draw it', async () => {
    const years = side('ningbo.employee.retirementYears@20年')
    const found = await population.population(
      stateWith(),
      { before: years, after: years, seed: 1, count: 1, language: 'en' },
      () => {},
    )
    expect(found).toMatchObject({ ok: false })
  })
})
