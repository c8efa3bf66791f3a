import { evaluated, hand, notion, sketched } from '../author.ts'
import { around, grid } from '../inputs.ts'

const twoParts = 'Fund fund money\nPerson person money'

export const bands = notion(
  'bands',
  'bands: a rate for each stretch of an amount; the rate of a band counts for the money in that band only.',
  [
    sketched(
      'along a yearly figure, after a deductible',
      {
        input: 'Total costs.total money',
        yearly: 'YearCost yearToDate.cost money',
        output: `Deductible deductible money\n${twoParts}`,
        rules: `
  bands fundRate along yearToDate.cost
    | at most 5 wan yuan               | 60% |
    | 5 wan yuan .. 10 wan yuan (incl) | 70% |
    | more than 10 wan yuan            | 80% |
  split costs.total banded from yearToDate.cost
    up to 1000 yuan                          into deductible
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  accumulate yearToDate.cost adds costs.total`,
      },
      [
        hand(
          { 'costs.total': '10000', 'yearToDate.cost': '45000' },
          { fund: '5900.00', person: '3100.00' },
          '46000 to 50000 at 60% is 2400, 50000 to 55000 at 70% is 3500',
        ),
        hand(
          { 'costs.total': '100000', 'yearToDate.cost': '0' },
          { fund: '64400.00' },
          '1000 to 50000: 49000 × 60% = 29400; 50000 to 100000: 35000',
        ),
        hand(
          { 'costs.total': '151000', 'yearToDate.cost': '0' },
          { fund: '105200.00' },
          '29400 + 35000 + 51000 × 80% = 40800',
        ),
        ...evaluated(
          grid({
            'costs.total': ['0', ...around(1000, 50000), '100000.02', '333333.33'],
            'yearToDate.cost': ['0', '48999.99', '49000', '49000.01', '50000', '99999.98', '100000', '250000.50'],
          }),
        ),
      ],
    ),
    sketched(
      'along the amount itself; where (incl) stands changes nothing',
      {
        input: 'Total total money',
        output: twoParts,
        rules: `
  bands share along total
    | below 1000 yuan         | 10% |
    | 1000 yuan (incl) .. 3000 yuan (incl) | 20% |
    | 3000 yuan .. 3000.5 yuan | 0% |
    | at least 3000.5 yuan    | 100% |
  split total banded from 0 yuan
    at rate share rounded up to fen  into fund
    the rest                         into person`,
      },
      [
        hand({ total: '3001' }, { fund: '500.50', person: '2500.50' }, '100 + 400 + 0 + 0.50'),
        ...evaluated(
          grid({
            total: [
              '0',
              '0.01',
              '0.09',
              '0.10',
              '0.11',
              ...around(1000, 3000, 3000.5),
              '1000.04',
              '1000.05',
              '1000.06',
              '9999.99',
            ],
          }),
        ),
      ],
    ),
    sketched(
      'a banded rate changes as a whole: what remains, points, a factor',
      {
        words: 'zh',
        input: '总额 total 金额\n低保 poor 是否\n异地 away 是否\n退休 retired 是否',
        output: '基金 fund 金额\n个人 person 金额',
        rules: `
  分段 自付比例 随着 总额
    | 不超过 1万元       | 30% |
    | 1万元—4万元（含）  | 15% |
    | 超过 4万元         |  5% |
  支付比例 是指 100% − 自付比例
  适用于 异地：
    调整 支付比例 下浮 20个百分点
  适用于 低保 并且 并非 异地：
    调整 支付比例 上浮 10个百分点
  适用于 退休：
    调整 自付比例 乘以 50%

条文 办法「第二条」
  原文「基金按支付比例支付。」
  分担 总额 分段起于 0元
    按比例 支付比例 四舍五入到分  计入 基金
    其余                          计入 个人

名称对照
  | 自付比例 | ownRate  |
  | 支付比例 | fundRate |`,
      },
      [
        hand(
          { total: '50000', poor: false, away: false, retired: false },
          { fund: '42000.00' },
          '7000 + 30000 × 85% = 25500 + 10000 × 95% = 9500',
        ),
        hand(
          { total: '50000', poor: true, away: false, retired: true },
          { fund: '49500.00' },
          '85% + 10 points = 95%, 92.5% + 10 and 97.5% + 10 are no more than 100%: 9500 + 30000 + 10000',
        ),
        hand(
          { total: '50000', poor: true, away: true, retired: true },
          { fund: '36000.00' },
          '65%, 72.5%, 77.5%: 6500 + 21750 + 7750',
        ),
        ...evaluated(
          grid({
            total: ['0', ...around(10000, 40000), '123456.78'],
            poor: [true, false],
            away: [true, false],
            retired: [true, false],
          }),
        ),
      ],
    ),
    sketched(
      'one column for each case; a merged cell stands for the one to its left; flat in some cases',
      {
        choices: {
          'Status Status': 'Adult adult\nStudent student\nRetired retired',
          'Tier Tier': 'High high\nLow low',
        },
        input: 'Total total money\nWho status Status\nWhere tier Tier',
        yearly: 'YearCost yearToDate.cost money',
        output: twoParts,
        rules: `
  applies to status in adult, student:
    bands share along yearToDate.cost
      | status               | adult | same | student   |
      | tier                 | high  | low  | whatever  |
      |----------------------|-------|------|-----------|
      | at most 2 wan yuan   |   50% |  60% |       65% |
      | more than 2 wan yuan |   75% | same |       85% |
  applies to status in retired:
    share means 90%

article measure "Article 2"
  quote "The fund pays its share."
  split total banded from yearToDate.cost
    at rate share rounded half up to fen  into fund
    the rest                              into person
  accumulate yearToDate.cost adds total`,
      },
      [
        hand(
          { total: '1000', status: 'adult', tier: 'low', 'yearToDate.cost': '19500' },
          { fund: '675.00' },
          '500 × 60% + 500 × 75%',
        ),
        hand(
          { total: '1000', status: 'retired', tier: 'low', 'yearToDate.cost': '19500' },
          { fund: '900.00' },
          '90% in every band',
        ),
        ...evaluated(
          grid({
            status: ['adult', 'student', 'retired'],
            tier: ['high', 'low'],
            total: ['0', '0.01', '2000.02', '20000.01'],
            'yearToDate.cost': ['0', ...around(20000), '18000'],
          }),
        ),
      ],
    ),
    sketched(
      'rounded once, on the sum of the bands; a second line counts from where the first ended',
      {
        input: 'Total total money',
        output: `${twoParts}\nSecond second money`,
        rules: `
  bands share along total
    | at most 0.05 yuan | 50% |
    | 0.05 yuan .. 0.1 yuan (incl) | 30% |
    | more than 0.1 yuan | 10% |
  split total banded from 0 yuan
    at rate share rounded half up to fen  into fund
    at rate share rounded half up to fen  into second
    the rest                              into person`,
      },
      [
        hand(
          { total: '0.10' },
          { fund: '0.04', second: '0.02', person: '0.04' },
          '0.025 + 0.015 = 0.04 (each rounded alone 0.03 + 0.02); then from 0.04: 0.01 × 50% + 0.05 × 30% = 0.02',
        ),
        ...evaluated(grid({ total: Array.from({ length: 26 }, (_, fen) => `0.${String(fen).padStart(2, '0')}`) })),
      ],
    ),
  ],
)
