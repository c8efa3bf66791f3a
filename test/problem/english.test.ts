import { describe, expect, it } from 'vitest'
import { applyFix } from '../../compiler/problem/fix.ts'
import { say } from '../../compiler/problem/render.ts'
import { problemsOf, sharedVocabulary } from './page.ts'

/** A policy in English over the Chinese vocabulary: it calls things by their identifiers. */
const policy = (rules: string): string => `policy sample "sample"
uses "vocabulary"
decision calculate
source paper "sample paper" official
edition "2023" from 2023-01-01 until 2023-12-31 selected by request.on
article paper "section 1"
  quote "The fund pays a part of the cost."
  ${rules}
names
  | 支付比例 | rate1 |
`
const payment = `split request.cost
    at rate rate1 rounded half up to fen  into result.fund
    the rest                              into result.own`
const problemsIn = (text: string) => problemsOf([sharedVocabulary, { name: 'sample.policy', text }])

describe('problems of an English policy speak of it in its own words', () => {
  it.each([
    {
      rules: `table rate1 by request.level\n    | high   | 80% |\n    | middle | 90% |\n  ${payment}`,
      title: 'The table “rate1” has no row for this case: request.level = low.',
    },
    {
      rules: `table rate1 by request.urgent\n    | yes | 80% |\n  ${payment}`,
      title: 'The table “rate1” has no row for this case: request.urgent = no.',
    },
    {
      rules: `age means fullYears(request.born, request.on)\n  table rate1 by age\n    | below 60 years old | 80% |\n    | more than 60 years old | 90% |\n  ${payment}`,
      title: 'The table “rate1” has no row for this case: age = 60 years old.',
    },
    {
      rules: `table rate1 by request.place\n    | east | 80% |\n  ${payment}`,
      title: 'The table “rate1” has no row for this case: request.place not in east.',
    },
    {
      rules: `rate1 means 80%\n  except "urgent" if request.urgent: rate1 becomes 90%\n  except "list" if any bills such that bill.amount more than 5 yuan: rate1 becomes 60%\n  ${payment}`,
      title:
        'The exceptions “urgent” and “list” can hold at once and make “rate1” different: any bills such that bill.amount more than 5 yuan: yes, request.urgent = yes.',
    },
    {
      rules: `table rate1 by request.level\n    | high | 80% |\n    | mddle, low | 90% |\n  ${payment}`,
      title: '“mddle” is not one of “Level”.',
    },
    {
      rules: `rate1 means 100% - other\n  other means 100% - rate1\n  ${payment}`,
      title: '“rate1” can only be worked out once it is known: rate1 → other → rate1.',
    },
    {
      rules: `rate1 means 80%\n  ${payment}\n  accumulate yearToDate.cost adds bill.amount`,
      title: 'Each element of the list “bills” has its own “bill.amount”; nothing says which is meant.',
    },
  ])('$title', ({ rules, title }) => {
    const titles = problemsIn(policy(rules)).map((problem) => say(problem, 'en').title)
    expect(titles.filter((each) => each === title)).toHaveLength(1)
  })

  it.each([
    {
      code: 'needs-rounding',
      wrong: payment.replace(' rounded half up to fen ', ' '),
      right: 'at rate rate1 rounded half up to fen',
    },
    {
      code: 'may-be-negative',
      wrong: 'split request.cost\n    up to 10 yuan - yearToDate.cost into result.fund\n    the rest into result.own',
      right: 'up to 10 yuan - yearToDate.cost not below zero into',
    },
    {
      code: 'compare-by-in',
      wrong: `${payment}\n  except "high" if request.level equals high: rate1 becomes 90%`,
      right: 'if request.level in high:',
    },
    {
      code: 'output-misspelt',
      wrong: payment.replace('result.own', 'result.owm'),
      right: 'into result.own',
    },
  ])('$code is mended in English', ({ code, wrong, right }) => {
    const text = policy(`rate1 means 80%\n  ${wrong}`)
    const problem = problemsIn(text).find((each) => each.code === code)
    const mended = applyFix(text, problem!.fixes![0]!)
    expect(mended).toContain(right)
    expect(problemsIn(mended).map((each) => each.code)).not.toContain(code)
  })
})
