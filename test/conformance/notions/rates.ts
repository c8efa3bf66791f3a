import { evaluated, hand, notion, sketched } from '../author.ts'
import { grid } from '../inputs.ts'

const twoParts = 'Fund fund money\nPerson person money'

export const adjust = notion('adjust', 'adjust: whatever rule a value comes from, it is changed on top of it.', [
  sketched(
    'on top of an exception; two of one kind, one after the other; never below nothing nor above the whole',
    {
      words: 'zh',
      choices: { '情形 Setting': '本地 local\n备案 filed\n临时 unfiled' },
      input: '总额 total 金额\n就医情形 setting 情形\n低保 poor 是否\n无转诊 unreferred 是否\n基准比例 base 比例',
      output: '基金 fund 金额\n个人 person 金额\n比例结果 rateUsed 比例',
      rules: `
  支付比例 是指 基准比例
  例外「低保按九成」如果 低保：支付比例 改为 90%
  适用于 就医情形 属于 备案、临时：
    调整 支付比例 下浮 10个百分点
  适用于 无转诊：
    调整 支付比例 下浮 25个百分点

条文 办法「第二条」
  原文「基金按支付比例支付。」
  分担 总额
    按比例 支付比例 四舍五入到分  计入 基金
    其余                          计入 个人
  比例结果 是指 支付比例

名称对照
  | 支付比例 | fundRate |`,
    },
    [
      hand(
        { total: '1000', setting: 'filed', poor: true, unreferred: true, base: '0.5' },
        { fund: '550.00', rateUsed: '0.55' },
        '90% less 10 less 25 points',
      ),
      hand(
        { total: '1000', setting: 'unfiled', poor: false, unreferred: true, base: '0.34' },
        { fund: '0.00', rateUsed: '0' },
        '24%, then less 25 points is not below 0%',
      ),
      ...evaluated(
        grid({
          base: ['0', '0.1', '0.24', '0.25', '0.26', '0.345678', '0.35', 1],
          setting: ['local', 'filed', 'unfiled'],
          unreferred: [true, false],
          poor: [true, false],
          total: ['100.10'],
        }),
      ),
    ],
  ),
  sketched(
    'raised by points, no further than the whole; multiplied by a number, also of months and money',
    {
      input: 'Total total money\nBase base rate\nYears months monthCount\nOld isOld boolean\nFew isFew boolean',
      output: `${twoParts}\nPeriod period monthCount\nAllowance allowance money`,
      rules: `
  fundRate means base
  term     means months
  gift     means 100 yuan
  applies to isOld:
    adjust fundRate raised by 5pp
    adjust term multiplied by 2
    adjust gift multiplied by 1.5
  applies to isFew:
    adjust fundRate raised by 12.5pp
    adjust gift multiplied by 0.3

article measure "Article 2"
  quote "The fund pays its rate."
  split total
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  period    means term
  allowance means gift`,
    },
    evaluated(
      grid({
        base: ['0', '0.8', '0.825', '0.874999', '0.875', '0.95', '0.950001', '1'],
        isOld: [true, false],
        isFew: [true, false],
        months: [0, 7],
        total: ['200.02'],
      }),
    ),
  ),
])

export const rates = notion(
  'rates-points-factors',
  'Rates, points and numbers are three things, each with its own sums.',
  [
    sketched(
      'sums of rates, points and numbers',
      {
        input: 'Amount amount money\nRate share rate\nFactor factor number',
        output:
          'Remaining remaining rate\nLowered lowerRate rate\nRaised higherRate rate\nProduct product rate\nScaled scaled rate\nQuotient quotient number\nOfPoints ofPoints money\nOfDifference ofDifference money\nOfSum ofSum money',
        rules: `
  remaining    means 100% - share
  lowerRate    means share lowered by 12.5pp
  higherRate   means share raised by 12.5pp
  product      means share * 80%
  scaled       means share * 4 / 8
  quotient     means share / 20%
  ofPoints     means amount * (10pp + 5pp * factor) rounded half up to fen
  ofDifference means amount * (share - 30%) rounded half up to fen
  ofSum        means amount * (share + 30%) rounded half up to fen`,
      },
      [
        hand(
          { amount: '1000', share: '0.05', factor: '-0.5' },
          {
            remaining: '0.95',
            lowerRate: '0',
            higherRate: '0.175',
            product: '0.04',
            scaled: '0.025',
            quotient: '0.25',
            ofPoints: '75.00',
            ofDifference: '-250.00',
          },
          '5% − 12.5 points is not below 0%; (10 − 2.5) points of 1000; (5% − 30%) of 1000',
        ),
        ...evaluated(
          grid({
            share: ['0', '0.124999', '0.125', '0.125001', '0.3', '0.874999', '0.875', '0.875001', '1'],
            amount: ['0', '0.05', '1234.56'],
            factor: [0, 1, '-2', '1.5', '0.000001'],
          }),
        ),
      ],
    ),
    sketched(
      'a rate plus points and minus points',
      {
        words: 'zh',
        input: '比率 share 比例',
        output: '加后 plusPoints 比例\n减后 minusPoints 比例\n两者之和 both 金额\n差 gap 金额',
        rules: `
  加后 是指 比率 + 5个百分点
  减后 是指 比率 − 5个百分点
  两者之和 是指 100元 ×（比率 + 20%）四舍五入到分
  差   是指 100元 ×（比率 − 80%）四舍五入到分`,
      },
      evaluated(
        grid({
          share: ['0', '0.000001', '0.049999', '0.05', '0.050001', '0.5', '0.8', '0.949999', '0.95', '0.950001', '1'],
        }),
      ),
    ),
  ],
)
