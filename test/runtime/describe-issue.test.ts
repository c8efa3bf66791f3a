import { expect, test } from 'vitest'
import { describeIssue, type Issue, type IssueCode } from '../../runtime/index.ts'

const edition = { name: '2023', from: '2023-01-01', until: '2023-12-31' }
const open = { name: '2024', from: '2024-01-01', until: null }
const place = { line: 3, column: 7 }

// One of each code, and of each reason.
const issues: readonly Issue[] = [
  { code: 'missing', path: 'visit.tier', value: null, facts: {} },
  { code: 'unknown-key', path: 'visit.teir', value: '"x"', facts: { allowed: ['tier', 'place'] } },
  { code: 'unknown-key', path: 'x', value: '1', facts: { allowed: [] } },
  { code: 'not-a-record', path: '', value: 'null', facts: {} },
  { code: 'not-one-of', path: 'costs', value: null, facts: { keys: ['costs', 'items'], found: 'none' } },
  { code: 'not-one-of', path: 'items', value: null, facts: { keys: ['costs', 'items'], found: 'both' } },
  { code: 'not-a-list', path: 'filings', value: '{}', facts: {} },
  { code: 'list-too-long', path: 'filings', value: '10001', facts: { most: 10_000 } },
  ...(['form', 'fraction', 'decimals', 'negative', 'size'] as const).map((reason): Issue => ({
    code: 'not-money',
    path: 'costs.total',
    value: '"x"',
    facts: { reason },
  })),
  { code: 'not-months', path: 'months', value: '1.5', facts: { most: 9_999 } },
  ...(['fen', 'day', 'monthStart', 'rate', 'number'] as const).map((part): Issue => ({
    code: 'not-a-count',
    path: 'costs.total',
    value: '1.5',
    facts: { part, least: 0, most: 1_000_000 },
  })),
  { code: 'not-a-number', path: 'factor', value: '0.5', facts: { decimals: 6 } },
  { code: 'not-a-rate', path: 'rate', value: '15', facts: { decimals: 6 } },
  ...(['form', 'day', 'year'] as const).map((reason): Issue => ({
    code: 'not-a-date',
    path: 'on',
    value: '"x"',
    facts: { reason, firstYear: 1900, lastYear: 9999 },
  })),
  ...(['form', 'month', 'year'] as const).map((reason): Issue => ({
    code: 'not-a-month',
    path: 'month',
    value: '"x"',
    facts: { reason, firstYear: 1900, lastYear: 9999 },
  })),
  { code: 'not-a-boolean', path: 'emergency', value: '"false"', facts: {} },
  { code: 'not-a-region', path: 'place', value: '"3302"', facts: { reason: 'form' } },
  { code: 'not-a-region', path: 'place', value: '"990000"', facts: { reason: 'province' } },
  { code: 'not-a-member', path: 'visit.tier', value: '"x"', facts: { members: ['tertiary', 'primary'] } },
  { code: 'not-a-text', path: 'note', value: '5', facts: { most: 1_000 } },
  { code: 'outside-edition', path: 'on', value: '2024-01-01', facts: { edition } },
  { code: 'no-edition', path: 'on', value: '2022-12-31', facts: { editions: [edition, open] } },
  { code: 'several-editions', path: 'on', value: '2023-12-31', facts: { editions: [edition, open] } },
  { code: 'unknown-edition', path: '', value: '"2020"', facts: { editions: [edition] } },
  { code: 'unknown-decision', path: '', value: '"x"', facts: { decisions: ['ningbo.employee.settle'] } },
  { code: 'amount-outside', path: 'costs', value: '40.01', facts: { label: '先行自付', limit: '40.00' } },
  { code: 'division-by-zero', path: '', value: null, facts: { label: '占比' } },
  { code: 'requirement-not-met', path: 'filing', value: null, facts: { label: '终止日期不早于起始日期' } },
  { code: 'invariant-broken', path: '', value: null, facts: { label: '个人现金不为负' } },
  ...(
    ['value', 'key', 'colon', 'comma-or-brace', 'comma-or-bracket', 'end', 'escape', 'control-character'] as const
  ).map((reason): Issue => ({ code: 'json-syntax', path: '', value: '"x"', facts: { ...place, reason } })),
  { code: 'json-syntax', path: '', value: null, facts: { ...place, reason: 'closing-quote' } },
  { code: 'json-duplicate-key', path: 'visit.tier', value: '"tier"', facts: place },
  { code: 'json-number', path: 'costs.total', value: '1.5', facts: { ...place, reason: 'fraction' } },
  { code: 'json-number', path: 'costs.total', value: '9007199254740993', facts: { ...place, reason: 'size' } },
  { code: 'json-too-deep', path: '', value: null, facts: { ...place, most: 64 } },
  { code: 'json-too-long', path: '', value: null, facts: { length: 2_000_000, most: 1_048_576 } },
]

test.each(['zh', 'en'] as const)('every issue has its sentence: %s', async (language) => {
  const sentences = issues.map((issue) => `${issue.code}\n  ${describeIssue(issue, language)}\n`)
  await expect(sentences.join('')).toMatchFileSnapshot(`sentences/${language}.txt`)
})

test('every code is among them', () => {
  // A record of all codes: the compiler refuses one that is left out.
  const codes: Record<IssueCode, true> = {
    missing: true,
    'unknown-key': true,
    'not-a-record': true,
    'not-one-of': true,
    'not-a-list': true,
    'list-too-long': true,
    'not-money': true,
    'not-a-count': true,
    'not-months': true,
    'not-a-number': true,
    'not-a-rate': true,
    'not-a-date': true,
    'not-a-month': true,
    'not-a-boolean': true,
    'not-a-region': true,
    'not-a-member': true,
    'not-a-text': true,
    'outside-edition': true,
    'no-edition': true,
    'several-editions': true,
    'unknown-edition': true,
    'unknown-decision': true,
    'amount-outside': true,
    'division-by-zero': true,
    'requirement-not-met': true,
    'invariant-broken': true,
    'json-syntax': true,
    'json-duplicate-key': true,
    'json-number': true,
    'json-too-deep': true,
    'json-too-long': true,
  }
  expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(Object.keys(codes)))
})
