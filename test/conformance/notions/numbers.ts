import { evaluated, hand, notion, refused, sketched } from '../author.ts'
import { around, grid, input } from '../inputs.ts'

const fen = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ((from + index) / 100).toFixed(2))

export const rounding = notion(
  'rounding',
  'Six roundings, each once and where it is written; what is below zero mirrors what is above.',
  [
    sketched(
      'money, from the middle and beside it',
      {
        input: 'Total total money\nMinus minus money',
        output: 'HalfUp halfUp money\nYuan wholeYuan money\nUp upward money\nDown downward money\nEven even money',
        rules: `
  halfUp    means (total - minus) / 8 rounded half up to fen
  wholeYuan means (total - minus) / 8 rounded half up to yuan
  upward    means (total - minus) / 8 rounded up to fen
  downward  means (total - minus) / 8 rounded down to fen
  even      means (total - minus) / 8 rounded half even to fen`,
      },
      [
        hand(
          { total: '0.04', minus: '0' },
          { halfUp: '0.01', upward: '0.01', downward: '0.00', even: '0.00' },
          '0.005 lies in the middle',
        ),
        hand(
          { total: '0.12', minus: '0' },
          { halfUp: '0.02', upward: '0.02', downward: '0.01', even: '0.02' },
          '0.015: the even one is 0.02',
        ),
        hand(
          { total: '0', minus: '0.04' },
          { halfUp: '-0.01', upward: '-0.01', downward: '0.00', even: '0.00' },
          '−0.005: away from zero, toward zero, to the even one',
        ),
        hand({ total: '4.00', minus: '0' }, { wholeYuan: '1.00', halfUp: '0.50' }, '0.50 yuan lies in the middle'),
        hand({ total: '3.99', minus: '0' }, { wholeYuan: '0.00' }, '0.49875 yuan'),
        ...evaluated(grid({ total: fen(0, 24), minus: ['0'] })),
        ...evaluated(grid({ total: ['0'], minus: fen(1, 24) })),
        ...evaluated(grid({ total: ['3.96', '4.04', '11.99', '12.00', '20.00', '99999.99'], minus: ['0', '0.05'] })),
      ],
    ),
    sketched(
      'months, and not below zero before the rounding',
      {
        words: 'zh',
        input: '月数 months 月数\n已缴 paid 月数\n费用 cost 金额',
        output: '折算月 converted 月数\n还差月 missing 月数\n差额 due 金额\n下限 floor 金额',
        rules: `
  折算月 是指 月数 × 4/3 向上取整到月
  还差月 是指 180个月 − 已缴 × 1.5 不足为零 向上取整到月
  差额   是指 费用 ÷ 3 − 100元 不足为零 四舍五入到分
  下限   是指 费用 − 100元 不足为零`,
      },
      [
        hand(
          { months: 179, paid: 119, cost: '300.01' },
          { converted: 239, missing: 2, due: '0.00', floor: '200.01' },
          '179 × 4/3 = 238 2/3; 180 − 178.5 = 1.5; 100.00333 − 100',
        ),
        hand(
          { months: 180, paid: 120, cost: '300.02' },
          { converted: 240, missing: 0, due: '0.01' },
          '180 × 4/3 is 240 exactly; 0.00666',
        ),
        ...evaluated(
          grid({
            months: [0, 1, 2, 3, 179, 180, 181, 9999],
            paid: [0, 118, 119, 120, 121],
            cost: ['0', ...around(300), '1000'],
          }),
        ),
      ],
    ),
  ],
)

export const exactness = notion('exactness', 'Numbers are fractions: nothing is lost until a rounding is written.', [
  sketched(
    'thirds, long chains and large amounts',
    {
      input: 'Total total money\nFactor factor number',
      output:
        'Thirds thirds money\nBack back money\nTenths tenths money\nTopUp topUp money\nQuotient quotient number\nBig big money',
      rules: `
  third       means total / 3
  thirds      means third + third + third rounded half up to fen
  back        means total * factor / 7 * 7 - total * factor + total rounded half up to fen
  tenths      means total * 0.1 + total * 0.2 - total * 0.3 rounded down to fen
  coefficient means (11% - 3.7%) / (10% - 3.7%)
  topUp       means total * coefficient rounded half up to fen
  quotient    means factor / 3 + 4/3
  big         means total * 1_000_000 / 999_999 rounded half up to fen

names
  | Third       | third       |
  | Coefficient | coefficient |`,
    },
    [
      hand(
        { total: '1000', factor: '2' },
        { thirds: '1000.00', back: '1000.00', tenths: '0.00', topUp: '1158.73', quotient: 2 },
        '1000 × 73/63 = 1158.7301…; 2/3 + 4/3',
      ),
      hand({ total: '0.01', factor: '1' }, { thirds: '0.01', quotient: '5/3' }, 'a third of a fen three times'),
      ...evaluated(
        grid({
          total: ['0', '0.01', '0.02', '100.01', '9999999999999.99'],
          factor: [0, 1, '0.1', '-0.5', '0.333333', '1234567890123.123456'],
        }),
      ),
    ],
  ),
])

export const arithmetic = notion(
  'arithmetic',
  'Sums of money, numbers and months; what comes first; lesser and greater.',
  [
    sketched(
      'ranks of the operators, brackets, units',
      {
        input: 'Amount a money\nOther b money\nFactor k number\nMonths m monthCount',
        output:
          'R1 r1 money\nR2 r2 money\nR3 r3 money\nR4 r4 number\nR5 r5 monthCount\nR6 r6 money\nR7 r7 money\nR8 r8 money\nR9 r9 number',
        rules: `
  r1 means a + b * 3 - b
  r2 means (a + b) * k rounded half up to fen
  r3 means a - b - 1 yuan + 0.5 wan yuan
  r4 means (a + 1 yuan) / (b + 1 yuan) * 2 - k
  r5 means m + 2 years - 1 month * 12
  r6 means lesser(a, b, 0.01 yi yuan)
  r7 means greater(a, b, 100 yuan) - lesser(b, a)
  r8 means a * m / 12 months rounded half up to fen
  r9 means (m * 3 + 6 months) / 3 months`,
      },
      [
        hand(
          { a: '10', b: '2', k: '0.5', m: 6 },
          { r1: '14.00', r2: '6.00', r3: '5007.00', r5: 18, r6: '2.00', r7: '98.00', r8: '5.00', r9: 8 },
          '10 + 6 − 2; 12 × 0.5; 10 − 2 − 1 + 5000; 6 + 24 − 12; 100 − 2; 10 × 6 / 12; 24 / 3',
        ),
        ...evaluated(
          grid({
            a: ['0', '99.99', '100.01', '1000000.01'],
            b: ['0', '0.01', '100', '2000000'],
            k: [0, '1.5', '-1'],
            m: [0, 7],
          }),
        ),
      ],
    ),
    sketched(
      'comparisons, at the edge and a fen beside it',
      {
        words: 'zh',
        input: '甲 a 金额\n月 m 月数\n比 r 比例\n数 k 数值',
        output:
          '不满百 isBelow 是否\n至少百 isAtLeast 是否\n过百 isOver 是否\n至多百 isAtMost 是否\n恰百 isEqual 是否\n月比 isLong 是否\n率比 isHigh 是否\n数比 isLarge 是否',
        rules: `
  不满百 是指 甲 不满 100元
  至少百 是指 甲 不低于 100元
  过百   是指 甲 超过 0.01万元
  至多百 是指 甲 不超过 100元
  恰百   是指 甲 等于 100元
  月比   是指 月 不低于 15年
  率比   是指 比 超过 50% 并且 比 不超过 75%
  数比   是指 数 不低于 4/3`,
      },
      evaluated(
        grid({
          a: around(100),
          m: [179, 180, 181],
          r: ['0.5', '0.500001', '0.75', '0.750001'],
          k: [1, '1.333333', '1.333334', '-2'],
        }),
      ),
    ),
    sketched(
      'a division by zero is refused, wherever it stands',
      {
        input: 'Amount a money\nCount k number\nMonths m monthCount',
        output: 'Part part money\nMonthly monthly money',
        rules: `
  monthly means a / m rounded half up to fen
  part    means a / (k - 2) rounded half up to fen`,
      },
      [
        refused({ a: '10', k: 1, m: 0 }, 'division-by-zero'),
        refused({ a: '10', k: 2, m: 1 }, 'division-by-zero'),
        ...evaluated(grid({ a: ['0', '10', '99.99'], k: [1, 2, '2.000001', 5], m: [0, 1, 7] })),
      ],
    ),
  ],
)

export const monotone = notion(
  'monotone',
  'How a value follows an input is said of pairs of bills; settling one asks nothing of it, whether or not it is so.',
  [
    sketched(
      'one that is so, and one that is not',
      {
        input: 'Total total money\nMonths months monthCount',
        output: 'Left left money',
        rules: `
  left means total - 10 yuan not below zero

monotone "more is left of more" left along total never falls
monotone "less is left of more" left along total never rises
monotone "months change nothing" left along months never falls`,
      },
      evaluated(grid({ total: ['0', '10', '10.01', '99.99'], months: [0, 12] })),
    ),
  ],
)

export const always = notion(
  'always',
  'What holds of every bill is checked when a bill is settled; where it does not hold, nothing comes out.',
  [
    sketched(
      'one, another, or both',
      {
        input: 'Total total money\nPart part money',
        output: 'Left left money',
        rules: `
  left means total - part

always "no more than the total" part at most total
always "not a hundred" not (left equals 100 yuan)
always "small" total + part at most 2000 yuan`,
      },
      [
        refused({ total: '10', part: '10.01' }, 'invariant-broken'),
        {
          input: input({ total: '1100', part: '1000' }),
          errors: [
            { code: 'invariant-broken', path: '' },
            { code: 'invariant-broken', path: '' },
          ],
        },
        ...evaluated(
          grid({
            total: ['0', '100', '110', '999.99', '1000', '1100'],
            part: ['0', '0.01', '10', '10.01', '1000', '1000.01'],
          }),
        ),
      ],
    ),
  ],
)
