import { expect, test } from 'vitest'
import type { ExplainedValue } from '../../compiler/explain/explanation.ts'
import { inColumn, inSentence } from '../../compiler/show/numbers.ts'
import { wordsIn } from '../../compiler/explain/words.ts'

const exact = (kind: Extract<ExplainedValue, { exact: string }>['kind'], value: string): ExplainedValue => ({
  kind,
  exact: value,
})
const band = (floor: string | null, ceiling: string | null, rate: string) => ({ floor, ceiling, rate })

test.each<[ExplainedValue, string, string]>([
  [exact('money', '1200'), '1200元', '1200 yuan'],
  [exact('money', '85290.5'), '85 290.50元', '85 290.50 yuan'],
  [exact('money', '4/3'), '4/3元', '4/3 yuan'],
  [exact('rate', '0.15'), '15%', '15%'],
  [exact('rate', '0.063'), '6.3%', '6.3%'],
  [exact('rate', '1/3'), '100/3%', '100/3%'],
  [exact('points', '0.1'), '10个百分点', '10 percentage points'],
  [exact('points', '0.01'), '1个百分点', '1 percentage point'],
  [exact('number', '73/63'), '73/63', '73/63'],
  [exact('months', '12'), '12个月', '12 months'],
  [exact('days', '1'), '1日', '1 day'],
  [exact('age', '45'), '45周岁', '45 years'],
  [
    {
      kind: 'schedule',
      bands: [band(null, '35000', '0.2'), band('35000', '70000', '0.15'), band('70000', null, '0.05')],
    },
    '不超过 35 000元 20%，35 000元—70 000元 15%，超过 70 000元 5%',
    'up to 35 000: 20%, 35 000 to 70 000: 15%, above 70 000: 5%',
  ],
  [{ kind: 'date', date: '2023-03-10' }, '2023-03-10', '2023-03-10'],
  [{ kind: 'date', date: null }, '无期限', 'open-ended'],
  [{ kind: 'region', code: '330200' }, '330200', '330200'],
  [{ kind: 'boolean', is: true }, '是', 'yes'],
  [{ kind: 'boolean', is: false }, '否', 'no'],
  [{ kind: 'member', member: 'active', label: '在职' }, '在职', 'active'],
  [{ kind: 'text', text: '一\u202e二' }, '「一·二」', '“一·二”'],
  [{ kind: 'absent' }, '未填', 'not given'],
])('%o', (value, chinese, english) => {
  expect([wordsIn('zh').value(value), wordsIn('en').value(value)]).toEqual([chinese, english])
})

test('numbers in columns and in sentences', () => {
  const columns = ['0', '85290', '85290.004', '-1234.5', '1234567', '4/3'].map(inColumn)
  expect(columns.join(' | ')).toBe('0.00 | 85 290.00 | 85 290.004 | -1 234.50 | 1 234 567.00 | 4/3')
  const sentences = ['0', '1200.00', '9999.5', '10000', '-85290.05', '4/3'].map(inSentence)
  expect(sentences.join(' | ')).toBe('0 | 1200 | 9999.50 | 10 000 | -85 290.05 | 4/3')
})
