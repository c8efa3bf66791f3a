import { evaluated, hand, notion, refused, sketched, type Stated } from '../author.ts'
import { aroundDay, grid, input, type Fields } from '../inputs.ts'

/** A case that breaks as many requirements as paths are given, and so is not settled. */
const unmet = (fields: Fields, ...paths: readonly string[]): Stated => ({
  input: input(fields),
  errors: paths.map((path) => ({ code: 'requirement-not-met', path })),
})

const stay = (from: string, until: string | null, amount = '0'): object => ({ from, until, amount })
const sound = { birthDate: '1990-01-01', parts: 2, total: '10', isAway: false, paid: '0', stays: [] }

export const requires = notion(
  'requires',
  'requires says what has to hold of a case; one of which it does not is not settled, and all that is not met is told.',
  [
    sketched(
      'of every case, under applies to, and of each element',
      {
        input: 'Born birthDate date\nParts parts number\nTotal total money\nAway isAway boolean\nPaid paid money',
        lists: {
          'Stays stays': 'From stay.from date\nUntil stay.until optional(date)\nAmount stay.amount money',
        },
        output: 'Share share money\nLeft left money\nDays lastStay optional(date)',
        rules: `
  requires "born before" birthDate not after settledOn
  requires "at least one part" isParted
  isParted means parts more than 0
  share    means total / parts rounded half up to fen
  lastStay means settledOn
  applies to isAway:
    requires "elsewhere at most a hundred" total at most limit
  each stays:
    requires "not ended before it began" stayEnd not before stay.from
    stayEnd means stay.until or else open ended

article measure "Article 2"
  quote "what is left"
  limit means 100 yuan
  requires "all is paid at once" not (paid more than 0 yuan and paid below total)
  split total
    exactly paid  into done
    the rest      into left
  accounted means left + done
  each stays:
    requires "no stay above the total" stay.amount at most total
always "nothing is lost" accounted equals total

names
  | Parted    | isParted  |
  | StayEnd   | stayEnd   |
  | Limit     | limit     |
  | Done      | done      |
  | Accounted | accounted |`,
      },
      [
        hand(sound, { share: '5.00', left: '10.00' }, 'everything is met; of no stays everything is'),
        hand(
          { ...sound, birthDate: '2024-06-15', isAway: true, total: '100', parts: 3, paid: '100' },
          { share: '33.33', left: '0.00' },
          'born today; exactly a hundred elsewhere; paid at once',
        ),
        hand(
          { ...sound, total: '100.01', stays: [stay('2024-01-02', '2024-01-02', '100.01'), stay('2025-01-01', null)] },
          { share: '50.01' },
          'at home more than a hundred; a stay of a day, and one without end',
        ),
        unmet({ ...sound, birthDate: '2024-06-16' }, ''),
        unmet({ ...sound, isAway: true, total: '100.01' }, 'total'),
        unmet({ ...sound, parts: 0 }, ''),
        unmet({ ...sound, parts: '-0.5', isAway: true, total: '100.01' }, '', 'total'),
        unmet({ ...sound, paid: '0.01' }, ''),
        unmet({ ...sound, stays: [stay('2024-01-02', '2024-01-01')] }, 'stays'),
        unmet({ ...sound, stays: [stay('2024-01-02', '2024-01-01'), stay('2024-01-02', '2024-01-01')] }, 'stays'),
        unmet(
          { ...sound, stays: [stay('2024-01-01', null, '10'), stay('2024-01-02', '2024-01-01', '10.01')] },
          'stays',
          'stays',
        ),
        unmet(
          {
            birthDate: '2025-01-01',
            parts: 0,
            total: '200',
            isAway: true,
            paid: '199.99',
            stays: [stay('2024-02-01', '2024-01-01', '300')],
          },
          '',
          '',
          'total',
          'stays',
          '',
          'stays',
        ),
        refused({ ...sound, paid: '10.01' }, 'amount-outside', 'total'),
        unmet({ ...sound, paid: '10.01', parts: 0 }, ''),
        refused({ ...sound, birthDate: '2024-06-31' }, 'not-a-date', 'birthDate'),
        ...evaluated(
          grid({
            birthDate: aroundDay('2024-06-15'),
            parts: [0, 3],
            total: ['100', '100.01'],
            isAway: [true, false],
            paid: ['0', '100', '100.01'],
            stays: [[stay('2024-01-01', null, '100')]],
          }),
        ),
      ],
    ),
    sketched(
      'editions that require something else, or nothing',
      {
        words: 'zh',
        input: '费用 cost 金额\n月份 months 月数',
        output: '补贴 grant 金额',
        editions: '版本「甲」止于 2022年12月31日 选用依据 结算日期',
        rules: `
  须满足「满一年」 月份 不低于 12个月
  须满足「不为零」 费用 超过 0元
  补贴 是指 费用 × 10% 四舍五入到分
版本「乙」始于 2023年1月1日 止于 2023年12月31日 修订「甲」
条文 办法「乙」
  原文「乙」
  替换 须满足「满一年」 月份 不低于 6个月
版本「丙」始于 2024年1月1日 修订「乙」
条文 办法「丙」
  原文「丙」
  删除「满一年」
  须满足「一万元以下」 费用 不满 1万元`,
      },
      [
        unmet({ settledOn: '2022-12-31', cost: '1', months: 11 }, 'months'),
        unmet({ settledOn: '2022-12-31', cost: '0', months: 11 }, 'months', 'cost'),
        hand(
          { settledOn: '2023-01-01', cost: '1.05', months: 6 },
          { edition: '乙', grant: '0.11' },
          '六个月即可；0.105',
        ),
        unmet({ settledOn: '2023-12-31', cost: '1', months: 5 }, 'months'),
        hand({ settledOn: '2024-01-01', cost: '9999.99', months: 0 }, { edition: '丙', grant: '1000.00' }, '不看月份'),
        unmet({ settledOn: '2024-01-01', cost: '10000', months: 0 }, 'cost'),
        unmet({ settledOn: '2024-01-01', cost: '0', months: 0 }, 'cost'),
        ...evaluated(
          grid({
            settledOn: ['2022-12-31', '2023-12-31', '2024-01-01'],
            cost: ['0', '0.05', '10000'],
            months: [0, 5, 6, 11, 12],
          }),
        ),
      ],
    ),
  ],
)
