import { evaluated, hand, notion, refused, sketched, written } from '../author.ts'
import { aroundDay, grid, input } from '../inputs.ts'
import { filesOf, lines } from '../sketch.ts'

const edition = (name: string, from: string, until: string): string =>
  `edition "${name}" ${from && `from ${from} `}${until && `until ${until} `}selected by settledOn`
const article = (text: string): string => `
article measure "${text}"
  quote "${text}"`

export const editions = notion(
  'editions',
  'The date in the input selects the edition; articles before the first edition are common to all of them.',
  [
    sketched(
      'three editions with a rate each, one of them open at its end',
      {
        input: 'Total total money',
        editions: '',
        output: 'Fund fund money\nPerson person money',
        rules: `
  split total
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person

${edition('2022', '2022-03-01', '2022-12-31')}
${article('the rate of 2022')}
  fundRate means 70%

${edition('2023', '2023-01-01', '2024-02-29')}
${article('the rate of 2023')}
  fundRate means 75%
  except "80% in summer" from 2023-07-01 until 2023-08-31: fundRate becomes 80%

${edition('2024', '2024-03-01', '')}
${article('the rate of 2024')}
  fundRate means 78.5%`,
      },
      [
        hand({ settledOn: '2022-12-31', total: '100' }, { edition: '2022', fund: '70.00' }, 'the last day of 2022'),
        hand({ settledOn: '2023-01-01', total: '100' }, { edition: '2023', fund: '75.00' }, 'the first day of 2023'),
        hand({ settledOn: '2024-02-29', total: '100' }, { edition: '2023', fund: '75.00' }, 'both days included'),
        hand({ settledOn: '9999-12-31', total: '100' }, { edition: '2024', fund: '78.50' }, 'open'),
        refused({ settledOn: '2022-02-28', total: '100' }, 'no-edition', 'settledOn'),
        ...evaluated(
          grid({
            settledOn: [
              '1900-01-01',
              ...aroundDay('2022-03-01', '2022-12-31', '2023-07-01', '2023-08-31', '2024-02-29'),
            ],
            total: ['0', '0.01', '33.33'],
          }),
        ),
        {
          input: input({ settledOn: '2023-05-01', total: '100' }),
          edition: '2022',
          errors: [{ code: 'outside-edition', path: 'settledOn' }],
        },
        {
          input: input({ settledOn: '2022-02-28', total: '100' }),
          edition: '2022',
          errors: [{ code: 'outside-edition', path: 'settledOn' }],
        },
        { input: input({ settledOn: '2022-03-01', total: '100' }), edition: '2022' },
        {
          input: input({ settledOn: '2022-03-01', total: '100' }),
          edition: '2030',
          errors: [{ code: 'unknown-edition', path: '' }],
        },
      ],
    ),
    written(
      'a policy in several files, in any order; an edition in each',
      {
        ...filesOf({
          words: 'zh',
          input: '总额 total 金额',
          output: '基金 fund 金额\n个人 person 金额',
          editions: '',
          rules: `
  分担 总额
    至多 起付线              计入 个人
    按比例 支付比例 四舍五入到分  计入 基金
    其余                     计入 个人

名称对照
  | 起付线   | deductible |
  | 支付比例 | fundRate   |`,
        }),
        'later.policy': lines(`
政策 sample「示例」
引用「sample.vocabulary」
事项 计算
版本「新」始于 2024年7月1日 选用依据 结算日期
条文 办法「第二条」
  原文「新的标准」
  起付线   是指 500元
  支付比例 是指 90%`),
        'earlier.policy': lines(`
政策 sample「示例」
引用「sample.vocabulary」
事项 计算
版本「旧」止于 2024年6月30日 选用依据 结算日期
条文 办法「第二条」
  原文「旧的标准」
  起付线   是指 800元
  支付比例 是指 85%
保证「不超过总额」基金 不超过 总额`),
      },
      [
        hand(
          { settledOn: '2024-06-30', total: '1000.10' },
          { edition: '旧', fund: '170.09', person: '830.01' },
          '200.10 × 85% = 170.085',
        ),
        hand(
          { settledOn: '2024-07-01', total: '1000.10' },
          { edition: '新', fund: '450.09', person: '550.01' },
          '500.10 × 90% = 450.09',
        ),
        ...evaluated(
          grid({
            settledOn: ['1900-01-01', ...aroundDay('2024-07-01'), '9999-12-31'],
            total: ['0', '499.99', '500.01', '800.01', '12345.67'],
          }),
        ),
      ],
    ),
  ],
)

export const datedExceptions = notion(
  'dated-exceptions',
  'An exception may hold from a day and until a day, both included, of the date that selects the edition.',
  [
    sketched(
      'from, until, both; with a condition and without',
      {
        choices: { 'Tier Tier': 'High high\nLow low' },
        input: 'Total total money\nWhere tier Tier\nOther otherDate date',
        output: 'Person person money\nFund fund money',
        rules: `
  deductible means 1000 yuan
  except "none in spring in low hospitals" from 2024-03-01 until 2024-05-31 if tier in low: deductible becomes 0 yuan
  except "half of it from July" from 2024-07-01 until 2024-09-30: deductible becomes 500 yuan
  except "double until the end of January" until 2024-01-31: deductible becomes 2000 yuan
  except "a little in autumn" from 2024-10-01 if otherDate before 2024-10-01: deductible becomes 10 yuan
  split total
    up to deductible  into person
    the rest          into fund

names
  | Deductible | deductible |`,
      },
      [
        hand(
          { settledOn: '2024-05-31', total: '3000', tier: 'low', otherDate: '2024-01-01' },
          { person: '0.00' },
          'the last day included',
        ),
        hand(
          { settledOn: '2024-06-01', total: '3000', tier: 'low', otherDate: '2024-01-01' },
          { person: '1000.00' },
          'the day after',
        ),
        hand(
          { settledOn: '2024-10-01', total: '3000', tier: 'low', otherDate: '2024-09-30' },
          { person: '10.00' },
          'settled in October; the other date is a condition of its own',
        ),
        ...evaluated(
          grid({
            settledOn: [
              '2024-01-01',
              ...aroundDay('2024-01-31', '2024-03-01', '2024-05-31', '2024-07-01', '2024-09-30'),
              '2024-12-31',
            ],
            tier: ['high', 'low'],
            otherDate: ['2024-09-30', '2024-10-01'],
            total: ['3000'],
          }),
        ),
      ],
    ),
  ],
)
