import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newWorkspace } from '../../compiler/editor/workspace.ts'
import { generating } from '../../playground/worker/generating.ts'
import { settling, type Outcome } from '../../playground/worker/settling.ts'
import type { Files } from '../../playground/worker/decision.ts'

const root = join(import.meta.dirname, '..', '..')
const decision = 'ningbo.employee.settle'

function shipped(): Files {
  const workspace = newWorkspace()
  const folder = join(root, 'policies')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) workspace.set(path.slice(folder.length + 1), readFileSync(path, 'utf8'))
  }
  return { workspace }
}

const state = shipped()
const formOf = (id: string) => {
  const form = settling.form(state, { decision: id, edition: null })
  if (!form) throw new Error(`no form of ${id}`)
  return form
}
const settle = (input: unknown, edition: string | null = null, otherEdition: string | null = null) =>
  settling.settle(state, { decision, input, edition, otherEdition })
const settled = (outcome: Outcome | null) => {
  if (outcome?.kind !== 'settled') throw new Error(JSON.stringify(outcome))
  return outcome
}
const codes = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ issue }) => `${issue.path} ${issue.code}`) : outcome.kind
const ready = formOf(decision).cases
const [bill] = ready
if (!bill) throw new Error('no bill at hand')
const changed = (change: (input: Record<string, Record<string, unknown>>) => void): unknown => {
  const input = structuredClone(bill.input) as Record<string, Record<string, unknown>>
  change(input)
  return input
}

describe('the form', () => {
  it('asks for what the vocabulary declares, in its order', () => {
    const { sections } = formOf(decision)
    expect(sections.map(({ label, isList }) => (isList ? `${label}*` : label))).toEqual([
      '参保人',
      '就医',
      '备案*',
      '账单',
      '明细*',
      '年度累计',
    ])
    const [costs, items] = [sections[3], sections[4]]
    expect([costs?.insteadOf, items?.insteadOf]).toEqual(['items', 'costs'])
    expect(sections[2]?.fields.map(({ path, type }) => `${path} ${type.kind} ${type.optional}`)).toEqual([
      'kind choice false',
      'region region false',
      'from date false',
      'until date true',
      'madeOn date false',
    ])
    expect(sections[0]?.fields[0]?.members.map(({ label }) => label)).toEqual(['在职', '退休'])
  })

  it('knows the regions of the vocabulary as codes of six digits', () => {
    expect(formOf(decision).regions).toContainEqual({ code: '330200', id: 'ningbo', label: '宁波市' })
  })

  it('has the case beside the policy first, then every example', () => {
    expect(ready[0]).toMatchObject({ label: 'employee.settle.case.json', edition: '2023' })
    expect(ready.map(({ label }) => label)).toContain('同一账单，在上海，没有转诊')
    expect(formOf(decision).first).toEqual(ready[0]?.input)
  })

  it('without cases begins with the least values that are legal', () => {
    const alone: Files = { workspace: newWorkspace() }
    alone.workspace.set('a.policy', smallPolicy)
    alone.workspace.set('词.policy', smallVocabulary)
    const form = settling.form(alone, { decision: 'test.small.pay', edition: '2023' })
    expect(form?.first).toEqual({
      on: '2023-01-01',
      who: 'first',
      amount: '0.00',
      place: '330200',
      note: null,
      items: [],
    })
    const { outcome } = settling.settle(alone, {
      decision: 'test.small.pay',
      edition: null,
      otherEdition: null,
      input: form?.first,
    })
    expect(settled(outcome).result).toMatchObject({ edition: '2023', subsidy: '0.00' })
  })

  it.each(state.workspace.decisions().map(({ id }) => id))(
    'of %s begins with a bill that is settled or told why not',
    (id) => {
      const form = formOf(id)
      const { outcome } = settling.settle(state, { decision: id, edition: null, otherEdition: null, input: form.first })
      // No field of it is wrong by its form.
      if (outcome.kind === 'refused')
        expect(outcome.issues.map(({ issue }) => issue.code)).toEqual(['requirement-not-met'])
      else expect(outcome.kind).toBe('settled')
    },
  )
})

describe('a settled bill', () => {
  it('is the command line’s', () => {
    const lines = ready.map(({ input }) => JSON.stringify(input))
    const out = execFileSync(
      process.execPath,
      ['--import', 'tsx', 'compiler/cli/main.ts', 'run', decision, '--input', '-', '--format', 'json'],
      { cwd: root, input: `${lines.join('\n')}\n`, encoding: 'utf8' },
    )
    const theirs = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(theirs).toHaveLength(ready.length)
    expect(ready.map(({ input }) => settled(settle(input).outcome).result)).toEqual(theirs)
  })

  it.each(ready.map(({ label, input }) => [label, input] as const))('has lines that add up: %s', (_, input) => {
    const { splits } = settled(settle(input).outcome).explanation
    expect(splits.length).toBeGreaterThan(1)
    for (const { amount, lines } of splits)
      expect(lines.map((line) => fen(line.amount)).reduce((sum, each) => sum + each, 0n)).toBe(fen(amount))
  })

  it('has a part in each band that adds up to the product', () => {
    // The fund's bands of a tertiary bill of 100 000: 33 800 × 80% + 35 000 × 85% + 30 000 × 95% = 85 290.
    const { splits } = settled(settle(bill.input).outcome).explanation
    const line = splits.flatMap(({ lines }) => lines).find(({ into }) => into.id === 'fund')
    expect(line).toMatchObject({
      amount: '85290.00',
      calculation: {
        kind: 'banded',
        bands: [
          { floor: null, ceiling: '35000', rate: '0.8', amount: '33800', product: '27040' },
          { floor: '35000', ceiling: '70000', rate: '0.85', amount: '35000', product: '29750' },
          { floor: '70000', ceiling: null, rate: '0.95', amount: '30000', product: '28500' },
        ],
      },
    })
  })

  it('stands beside that of another edition', () => {
    const { outcome, other } = settle(bill.input, '2023', '2022')
    expect([settled(outcome), settled(other)].map(({ explanation }) => explanation.edition.name)).toEqual([
      '2023',
      '2022',
    ])
  })

  it('as a page escapes what the policy says and asks for nothing', () => {
    const html = settling.explained(state, { decision, edition: null, input: bill.input, language: 'zh' })
    expect(html).toContain('85 290.00')
    expect(html).not.toMatch(/<script|https?:/)
  })
})

describe('a bill that is refused', () => {
  it.each<[string, (input: Record<string, Record<string, unknown>>) => void, string]>([
    ['markup', ({ costs }) => (costs!['total'] = '<img src=x onerror=alert(1)>'), 'costs.total not-money'],
    ['a huge number', ({ costs }) => (costs!['total'] = '9'.repeat(40)), 'costs.total not-money'],
    ['fullwidth digits', ({ costs }) => (costs!['total'] = '１００'), 'costs.total not-money'],
    ['an exponent', ({ costs }) => (costs!['total'] = '1e3'), 'costs.total not-money'],
    ['a negative amount', ({ costs }) => (costs!['total'] = '-1'), 'costs.total not-money'],
    ['31 February', ({ visit }) => (visit!['admittedOn'] = '2023-02-31'), 'visit.admittedOn not-a-date'],
    ['the year 0', ({ visit }) => (visit!['admittedOn'] = '0000-01-01'), 'visit.admittedOn not-a-date'],
    ['no choice', ({ visit }) => (visit!['tier'] = 'constructor'), 'visit.tier not-a-member'],
    ['no place', ({ visit }) => (visit!['place'] = '990000'), 'visit.place not-a-region'],
    ['a date of no edition', ({ visit }) => (visit!['settledOn'] = '1999-12-31'), 'visit.settledOn no-edition'],
    ['no list', (input) => Object.assign(input, { filings: {} }), 'filings not-a-list'],
  ])('for %s says so at its path', (_, change, told) => {
    expect(codes(settle(changed(change)).outcome)).toEqual([told])
  })

  it('says all at once', () => {
    const { outcome } = settle(
      changed(({ visit, costs }) => {
        visit!['settledOn'] = ''
        costs!['total'] = 'x'
      }),
    )
    expect(codes(outcome)).toEqual(['visit.settledOn not-a-date', 'costs.total not-money'])
  })

  it('shows the editions there are where none is in force', () => {
    const { outcome } = settle(changed(({ visit }) => (visit!['settledOn'] = '1999-12-31')))
    const places = outcome.kind === 'refused' ? (outcome.issues[0]?.places ?? []) : []
    const says = places.map(({ file, start, end }) =>
      readFileSync(join(root, 'policies', file), 'utf8').slice(start, end),
    )
    expect(says).toEqual(['「2023」', '「2022」'])
  })

  it('shows what the policy requires', () => {
    const id = 'nantong.employee.settle'
    const input = structuredClone(formOf(id).first) as Record<string, Record<string, unknown>>
    input['visit']!['kind'] = 'homeBed'
    const { outcome } = settling.settle(state, { decision: id, edition: null, otherEdition: null, input })
    const [refusal] = outcome.kind === 'refused' ? outcome.issues : []
    expect(refusal?.issue.facts).toEqual({ label: '医疗类别不是家庭病床：它的待遇没有查到' })
    const says = (refusal?.places ?? []).map(({ file, start, end }) =>
      readFileSync(join(root, 'policies', file), 'utf8').slice(start, end),
    )
    expect(says).toEqual([expect.stringContaining('医疗类别 不属于 家庭病床')])
  })

  it.each([null, [], 'text', 5, { costs: [] }])('is told, whatever it is: %j', (input) => {
    expect(settle(input).outcome.kind).toBe('refused')
  })
})

describe('a policy that is edited', () => {
  it('with an error settles nothing, says where, and settles again when it is mended', () => {
    const edited = shipped()
    const name = 'ningbo/benefits.policy'
    const text = edited.workspace.files().find((file) => file.name === name)?.text ?? ''
    const ask = () =>
      settling.settle(edited, { decision, edition: null, otherEdition: null, input: bill.input }).outcome
    edited.workspace.set(name, text.replace('1200元 |', '1200斤 |'))
    const broken = ask()
    expect(broken).toMatchObject({ kind: 'broken', first: { file: name } })
    // 1000 yuan instead of 1200 are paid before the fund; 80% of 200 more is 160.
    edited.workspace.set(name, text.replace('1200元 |', '1000元 |'))
    expect(settled(ask()).result).toMatchObject({ deductible: '1000.00', fund: '85450.00' })
  })
})

describe('the generated TypeScript', () => {
  it('has a line for the row under the cursor, and leads back to it', async () => {
    const made = await generating.module(state, { decision, edition: '2023' })
    const file = 'ningbo/benefits.policy'
    const text = readFileSync(join(root, 'policies', file), 'utf8')
    const start = text.indexOf('1200元 |')
    const lines = made?.links.filter((link) => link.file === file && link.offset >= start && link.offset < start + 5)
    const code = made?.code.split('\n') ?? []
    expect(lines?.map(({ line }) => code[line - 1]).join('\n')).toContain('1200')
    expect(made?.code).not.toContain('sourceMappingURL')
  })
})

function fen(amount: string): bigint {
  expect(amount).toMatch(/^\d+\.\d\d$/)
  return BigInt(amount.replace('.', ''))
}

const smallVocabulary = `词汇「词」

选项 种类 Kind
  | 甲 | first  |
  | 乙 | second |

地区
  | 宁波市 | ningbo | 「330200」 |

记录 申请 request
  | 申请日期 | on     | 日期         | 未填 |
  | 申请种类 | who    | 种类         | 未填 |
  | 申请金额 | amount | 金额         | 未填 |
  | 申请地   | place  | 行政区划     | 未填 |
  | 备注日期 | note   | 可空（日期） | 未填 |
清单 项目 items
  | 项目金额 | item.amount | 金额 | 未填 |
记录 结果 result
  | 补贴 | subsidy | 金额 | 未填 |

事项 补贴 pay
  | 输入 | 申请、项目 |
  | 输出 | 结果       |
`
const smallPolicy = `政策 test.small「小」
引用「词」
事项 补贴
来源 文「文」官方

条文 文「一」
  补贴 是指 申请金额

版本「2023」始于 2023年1月1日 选用依据 申请日期
`
