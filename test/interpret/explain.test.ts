import { describe, expect, test } from 'vitest'
import { explain } from '../../compiler/explain/explain.ts'
import type { Explanation } from '../../compiler/explain/explanation.ts'
import { explanationToHtml } from '../../compiler/explain/to-html.ts'
import { explanationToText } from '../../compiler/explain/to-text.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { rational } from '../../runtime/index.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { ningbo, ningboTexts } from './ningbo.ts'
import { evaluated, small, text } from './small-bill.ts'

const texts = new Map([['small.policy', text]])

// 3000.10, of which 1200 are the deductible; from 500 + 1200 = 1700 to 3500.10: 300 × 85% + 1500.10 × 90% =
// 255 + 1350.09 = 1605.09; 195.01 are left, × 3% = 5.8503, rounded 5.85; the rest is 189.16, of which 5 are moved.
const explained = explain(small, evaluated({ filings: [false, false] }), texts)

describe('an explanation', () => {
  test('in Chinese', async () => {
    await expect(explanationToText(explained, 'zh')).toMatchFileSnapshot('explained/small.zh.txt')
  })

  test('in English', async () => {
    await expect(explanationToText(explained, 'en')).toMatchFileSnapshot('explained/small.en.txt')
  })

  test('as a page', async () => {
    await expect(explanationToHtml(explained, 'zh')).toMatchFileSnapshot('explained/small.zh.html')
  })

  test('as data survives JSON', () => {
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained)
  })

  test('shows the exception that held, and why nothing was taken', () => {
    const { splits, terms, rules } = explain(small, evaluated({ filings: [false, true] }), texts)
    expect(splits[0]?.lines[0]).toMatchObject({ mode: 'upTo', amount: '0.00', restsOn: [{ value: { exact: '0' } }] })
    const standard = terms.find(({ name }) => name.id === 'standard')
    expect(standard?.held).toMatchObject([
      { excerpt: { before: '', held: '例外「免起付线」如果 已备案：起付标准 改为 0元', after: '' } },
    ])
    expect(rules[standard?.rule ?? -1]?.readings).toMatchObject([{ name: 'C1' }])
    expect(
      terms.filter(({ name }) => name.id === 'filed').map(({ element, value }) => [element?.index, value]),
    ).toEqual([
      [0, { kind: 'boolean', is: false }],
      [1, { kind: 'boolean', is: true }],
    ])
  })

  test('quotes no rows without the text of the policy', () => {
    const { terms } = explain(small, evaluated({}))
    expect(terms.flatMap(({ held }) => held.map(({ excerpt }) => excerpt))).toEqual([null, null])
  })

  test('of nothing is short', () => {
    expect(explain(small, evaluated({ total: '0' }), texts)).toMatchObject({ splits: [], moves: [] })
  })
})

describe('a page', () => {
  const html = explanationToHtml(explain(small, evaluated({ filings: [true] }), texts), 'en')

  test('escapes what it shows', () => {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('小<b>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('原文&lt;未&gt;说&#39;')
  })

  test('closes what it opens', () => {
    const open: string[] = []
    for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (['meta', 'br'].includes(tag)) continue
      if (slash) expect(open.pop()).toBe(tag)
      else open.push(tag)
    }
    expect(open).toEqual([])
  })

  test('leads every reference to a rule', () => {
    for (const [, rule] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${rule}"`)
  })
})

describe('of random Ningbo bills', () => {
  const program = ningbo()
  const sum = (amounts: readonly string[]) =>
    rational.toText(amounts.map(rational.parse).reduce(rational.add, rational.zero))

  function expectSound({ splits, terms, results, rules }: Explanation): void {
    for (const { amount, lines } of splits) {
      expect(sum(lines.map((line) => line.amount))).toBe(rational.toText(rational.parse(amount)))
      for (const { calculation, amount: taken } of lines) {
        if (calculation === null) continue
        const rounded = rational.round(rational.parse(calculation.product), 2, 'halfUp')
        expect(rational.toDecimal(rounded, 2)).toBe(taken)
        if (calculation.kind === 'banded')
          expect(sum(calculation.bands.map(({ product }) => product))).toBe(calculation.product)
      }
    }
    const used = [...splits, ...splits.flatMap(({ lines }) => lines), ...terms, ...results].flatMap(
      ({ rule }) => rule ?? [],
    )
    expect(rules.length).toBeGreaterThan(Math.max(...used))
  }

  test('lines add up to their amount, and bands to their line', () => {
    const random = seededRandom(Number(process.env['FC_SEED']))
    for (let round = 0; round < 300; round++) {
      const result = interpret(program, randomBill(random))
      if (!result.ok) throw new Error(JSON.stringify(result.issues))
      const explanation = explain(program, result.evaluation, ningboTexts)
      expectSound(explanation)
      expect(explanationToText(explanation, 'zh')).not.toContain('undefined')
      expect(explanationToHtml(explanation, 'en')).not.toContain('undefined')
    }
  })
})
