import { evaluated, hand, notion, sketched } from '../author.ts'
import { aroundDay, grid } from '../inputs.ts'

const leapDays = ['2023-02-28', '2024-02-28', '2024-02-29', '2024-03-01', '2000-02-29', '1900-02-28']
const monthEnds = [
  '2023-01-29',
  '2023-01-30',
  '2023-01-31',
  '2024-01-31',
  '2023-08-31',
  '2023-12-31',
  '2024-03-31',
  '2024-11-30',
]

export const dates = notion(
  'dates',
  'Months are added by keeping the day, or the last day of the month where it has no such day; days are added as days.',
  [
    sketched(
      'months and days, forward and back',
      {
        input: 'Start start date\nMonths months monthCount',
        output:
          'Later later date\nEarlier earlier date\nNextYear nextYear date\nDayBefore dayBefore date\nLast lastDay date\nAfterDays afterDays date',
        rules: `
  later     means start + months
  earlier   means start - months
  nextYear  means start + 1 year
  dayBefore means start - 1 day
  lastDay   means start + months - 1 day
  afterDays means start + 59 days`,
      },
      [
        hand(
          { start: '2023-01-31', months: 1 },
          { later: '2023-02-28', earlier: '2022-12-31', lastDay: '2023-02-27', afterDays: '2023-03-31' },
          'February has no 31st',
        ),
        hand(
          { start: '2024-01-31', months: 1 },
          { later: '2024-02-29', earlier: '2023-12-31', afterDays: '2024-03-30' },
          'of a leap year',
        ),
        hand(
          { start: '2024-02-29', months: 12 },
          {
            later: '2025-02-28',
            earlier: '2023-02-28',
            nextYear: '2025-02-28',
            lastDay: '2025-02-27',
            dayBefore: '2024-02-28',
          },
          'only every fourth year has that day',
        ),
        hand(
          { start: '2024-02-29', months: 48 },
          { later: '2028-02-29', earlier: '2020-02-29' },
          'four years on it is there again',
        ),
        hand(
          { start: '2023-03-31', months: 13 },
          { later: '2024-04-30', earlier: '2022-02-28' },
          'April has 30 days, February 2022 has 28',
        ),
        hand(
          { start: '1901-03-01', months: 12 },
          { dayBefore: '1901-02-28', earlier: '1900-03-01' },
          '1900 and 1901 are no leap years',
        ),
        ...evaluated(grid({ start: [...leapDays, ...monthEnds], months: [0, 1, 2, 11, 12, 13, 120] })),
      ],
    ),
    sketched(
      'comparisons, both ends',
      {
        words: 'zh',
        input: '生效日 validFrom 日期\n期满日 validUntil 日期',
        output:
          '早 isBefore 是否\n晚 isAfter 是否\n不早 isNotBefore 是否\n不晚 isNotAfter 是否\n同日 isSame 是否\n有效 isValid 是否',
        rules: `
  早   是指 结算日期 早于 生效日
  晚   是指 结算日期 晚于 生效日
  不早 是指 结算日期 不早于 生效日
  不晚 是指 结算日期 不晚于 生效日
  同日 是指 结算日期 等于 生效日
  有效 是指 结算日期 不早于 生效日 并且 结算日期 不晚于 期满日`,
      },
      evaluated(
        grid({
          settledOn: ['2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31'],
          validFrom: aroundDay('2024-02-29', '2024-12-31'),
          validUntil: ['2024-02-29', '2024-12-31'],
        }),
      ),
    ),
    sketched(
      'a filing that ends the day before the same day a year later; a date written in a rule',
      {
        input: 'Start validFrom date',
        output: 'End end date\nValid isValid boolean\nOld isOld boolean',
        rules: `
  end     means validFrom + 12 months - 1 day
  isValid means settledOn not before validFrom and settledOn not after end
  isOld   means validFrom before 2024-03-01`,
      },
      [
        hand(
          { settledOn: '2024-06-20', validFrom: '2023-06-21' },
          { end: '2024-06-20', isValid: true, isOld: true },
          '2024-06-21 less a day',
        ),
        hand(
          { settledOn: '2024-06-20', validFrom: '2023-06-20' },
          { end: '2024-06-19', isValid: false },
          'over on the day before',
        ),
        hand(
          { settledOn: '2024-02-28', validFrom: '2023-03-01' },
          { end: '2024-02-29', isValid: true },
          '2024-03-01 less a day',
        ),
        ...evaluated(
          grid({
            settledOn: ['2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31'],
            validFrom: aroundDay('2023-01-01', '2023-02-28', '2023-03-01', '2024-02-29', '2024-12-31'),
          }),
        ),
      ],
    ),
  ],
)

export const ages = notion(
  'ages',
  'fullYears: how many years are full; on the birthday it is one more. Who was born on 29 February is a year older on 28 February of a common year.',
  [
    sketched(
      'on the day, the day before, the day after',
      {
        input: 'Birth person.birthDate date',
        output: 'Age age number\nAdult isAdult boolean\nBand band number\nEighteenth eighteenth boolean',
        rules: `
  fullAge    means fullYears(person.birthDate, settledOn)
  isAdult    means fullAge at least 18 years old
  eighteenth means person.birthDate + 18 years not after settledOn
  table band by fullAge
    | below 18 years old                         | 1 |
    | 18 years old (incl) .. 45 years old        | 2 |
    | 45 years old (incl) .. 70 years old (incl) | 3 |
    | more than 70 years old                     | 4 |
  table age by fullAge
    | below 1 years old                    |  0 |
    | 1 years old (incl) .. 2 years old    |  1 |
    | at least 2 years old                 | 99 |

names
  | FullAge | fullAge |`,
      },
      [
        hand(
          { settledOn: '2024-06-14', 'person.birthDate': '1979-06-15' },
          { band: 2 },
          '44 years: the birthday is tomorrow',
        ),
        hand({ settledOn: '2024-06-15', 'person.birthDate': '1979-06-15' }, { band: 3 }, '45 years today'),
        hand({ settledOn: '2024-06-15', 'person.birthDate': '1953-06-16' }, { band: 3 }, '70 years'),
        hand(
          { settledOn: '2024-06-15', 'person.birthDate': '1953-06-15' },
          { band: 4 },
          '71 years, which is more than 70',
        ),
        hand(
          { settledOn: '2024-02-28', 'person.birthDate': '2006-02-28' },
          { isAdult: true, eighteenth: true },
          '18 years today',
        ),
        hand(
          { settledOn: '2024-02-28', 'person.birthDate': '2006-03-01' },
          { isAdult: false, eighteenth: false },
          '29 February still lies before it',
        ),
        hand({ settledOn: '2024-02-29', 'person.birthDate': '2023-02-28' }, { age: 1 }, 'a year and a day'),
        ...evaluated(
          grid({
            settledOn: ['2024-02-28', '2024-02-29', '2024-03-01', '2024-06-15'],
            'person.birthDate': [
              ...aroundDay(
                '2006-02-28',
                '2006-03-01',
                '2006-06-15',
                '1979-06-15',
                '1979-02-28',
                '1954-06-15',
                '1953-06-15',
                '2023-02-28',
                '2023-06-15',
                '2022-06-15',
              ),
              '2004-02-29',
              '1952-02-29',
              '2024-06-15',
              '2024-12-31',
              '1900-01-01',
            ],
          }),
        ),
      ],
    ),
    sketched(
      'born on 29 February',
      {
        words: 'zh',
        editions: '版本「各年」始于 2020年1月1日 选用依据 结算日期',
        input: '出生日期 birthDate 日期',
        output: '满一岁 isOne 是否\n满四岁 isFour 是否\n满十八岁 isAdult 是否',
        rules: `
  周岁     是指 足岁（出生日期，结算日期）
  满一岁   是指 周岁 不低于 1周岁
  满四岁   是指 周岁 不低于 4周岁
  满十八岁 是指 周岁 不低于 18周岁

名称对照
  | 周岁 | fullAge |`,
      },
      [
        hand({ settledOn: '2021-02-27', birthDate: '2020-02-29' }, { isOne: false }, 'the day before 28 February'),
        hand(
          { settledOn: '2021-02-28', birthDate: '2020-02-29' },
          { isOne: true, isFour: false },
          'a common year: on 28 February',
        ),
        hand(
          { settledOn: '2024-02-28', birthDate: '2020-02-29' },
          { isFour: false },
          'a leap year has the day itself, tomorrow',
        ),
        hand({ settledOn: '2024-02-29', birthDate: '2020-02-29' }, { isFour: true }, 'on the day'),
        ...evaluated(
          grid({
            settledOn: [
              '2020-02-29',
              ...aroundDay('2021-02-28', '2022-03-01', '2024-02-29', '2025-02-28', '2038-02-28'),
            ],
            birthDate: ['2020-02-29', '2020-02-28', '2020-03-01', '2004-02-29', '2006-02-28'],
          }),
        ),
      ],
    ),
  ],
)
