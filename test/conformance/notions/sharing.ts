import { evaluated, hand, notion, refused, sketched } from '../author.ts'
import { around, grid, input } from '../inputs.ts'

const twoParts = 'Fund fund money\nPerson person money'

export const split = notion(
  'split',
  'An amount is shared out line by line; each line takes from what the lines before it left, and the last takes the rest.',
  [
    sketched(
      'up to, at rate, the rest',
      {
        input: 'Total costs.total money',
        output: `Deductible deductible money\n${twoParts}`,
        rules: `
  split costs.total
    up to 1200 yuan                     into deductible
    at rate 85% rounded half up to fen  into fund
    the rest                            into person`,
      },
      [
        hand(
          { 'costs.total': '1200.00' },
          { deductible: '1200.00', fund: '0.00', person: '0.00' },
          'all of it is the deductible',
        ),
        hand(
          { 'costs.total': '1200.01' },
          { deductible: '1200.00', fund: '0.01', person: '0.00' },
          '0.01 × 85% = 0.0085, rounded 0.01; nothing is left',
        ),
        hand({ 'costs.total': '1200.02' }, { fund: '0.02', person: '0.00' }, '0.02 × 85% = 0.017, rounded 0.02'),
        hand({ 'costs.total': '1200.04' }, { fund: '0.03', person: '0.01' }, '0.04 × 85% = 0.034, rounded 0.03'),
        hand(
          { 'costs.total': '1200.10' },
          { fund: '0.09', person: '0.01' },
          '0.10 × 85% = 0.085, from the middle up to 0.09',
        ),
        hand(
          { 'costs.total': '10000.00' },
          { deductible: '1200.00', fund: '7480.00', person: '1320.00' },
          '8800 × 85% = 7480',
        ),
        ...evaluated(
          grid({
            'costs.total': [
              0,
              '0.01',
              1,
              '1199.99',
              '1200.50',
              ...around(1201, 2400, 99999),
              '123456.78',
              9999999999999,
              '9999999999999.99',
            ],
          }),
        ),
      ],
    ),
    sketched(
      'exactly: refused where more than is left, all together too',
      {
        input: 'Total costs.total money\nOwnExpense costs.own money\nFirstPay costs.first money',
        output: 'OwnOut own money\nFirstOut first money\nScope inScope money',
        rules: `
  split costs.total
    exactly costs.own    into own
    exactly costs.first  into first
    the rest             into inScope`,
      },
      [
        hand(
          { 'costs.total': '100.00', 'costs.own': '60.00', 'costs.first': '40.00' },
          { inScope: '0.00' },
          '100 − 60 − 40 = 0',
        ),
        refused({ 'costs.total': '100.00', 'costs.own': '60.00', 'costs.first': '40.01' }, 'amount-outside', 'costs'),
        refused({ 'costs.total': '100.00', 'costs.own': '100.01', 'costs.first': '0' }, 'amount-outside', 'costs'),
        ...evaluated(
          grid({
            'costs.total': ['0.00', '99.99', '100.00', '100.01'],
            'costs.own': ['0', '50', '99.99', '100'],
            'costs.first': [0, '0.01', '50.00', '50.01'],
          }),
        ),
      ],
    ),
    sketched(
      'what was shared out is shared out again, with its own rounding',
      {
        words: 'zh',
        input: '总额 total 金额',
        output: '基金 fund 金额\n大病 illness 金额\n个人 person 金额',
        rules: `
  分担 总额
    按比例 33% 四舍五入到分  计入 基金
    其余                     计入 自负
  分担 自负
    至多 100元               计入 个人
    按比例 50% 向上取整到分  计入 大病
    其余                     计入 个人`,
      },
      [
        hand(
          { total: '1000.01' },
          { fund: '330.00', illness: '285.01', person: '385.00' },
          '1000.01 × 33% = 330.0033; 670.01 − 100 = 570.01, half of it 285.005, up 285.01; 100 + 285.00',
        ),
        ...evaluated(grid({ total: ['0', ...around(1, 100, 149.25, 150, 1000), '149.26', '299.99', '77777.77'] })),
      ],
    ),
    sketched(
      'lines of several splits into one name are added up; a split under a heading gives nothing elsewhere',
      {
        words: 'zh',
        choices: { '类别 Kind': '门诊 outpatient\n住院 inpatient\n药店 pharmacy' },
        input: '费用 cost 金额\n药费 drugs 金额\n医疗类别 kind 类别',
        output: '基金 fund 金额\n个人 person 金额',
        rules: `
  分担 药费
    按比例 40% 四舍五入到分  计入 基金
    其余                     计入 个人
  适用于 医疗类别 属于 门诊：
    分担 费用
      至多 300元               计入 个人
      按比例 50% 四舍五入到分  计入 基金
      其余                     计入 个人
  适用于 医疗类别 属于 住院、药店：
    分担 费用
      按比例 80% 四舍五入到分  计入 基金
      其余                     计入 个人`,
      },
      [
        hand(
          { cost: '400', drugs: '10.01', kind: 'outpatient' },
          { fund: '54.00', person: '356.01' },
          '10.01 × 40% = 4.004 → 4.00; (400 − 300) × 50% = 50; 6.01 + 300 + 50',
        ),
        ...evaluated(
          grid({
            kind: ['outpatient', 'inpatient', 'pharmacy'],
            cost: ['0', ...around(300), '300.02', '5000'],
            drugs: ['0', '0.01', '12.34', '100.02'],
          }),
        ),
      ],
    ),
    sketched(
      'up to what may be below zero takes nothing, with “not below zero” or by itself',
      {
        input: 'Total costs.total money\nPaid costs.paid money',
        output: `Deductible deductible money\n${twoParts}`,
        rules: `
  split costs.total
    up to 1000 yuan - costs.paid not below zero  into deductible
    at rate 70% rounded down to fen              into fund
    the rest                                     into person`,
      },
      evaluated(
        grid({
          'costs.total': ['0', '0.01', '400', '999.99', '1000', '1000.01', '5000.55'],
          'costs.paid': ['0', '600', ...around(1000), '1e3'.replace('1e3', '4000')],
        }),
      ),
    ),
    sketched(
      'rates of nothing and of all',
      {
        input: 'Total total money\nRate share rate',
        output: twoParts,
        rules: `
  split total
    at rate share rounded half up to fen  into fund
    the rest                              into person`,
      },
      [
        hand({ total: '33.33', share: '0.15' }, { fund: '5.00', person: '28.33' }, '33.33 × 15% = 4.9995'),
        ...evaluated(
          grid({
            total: ['0', '0.01', '33.33', '100.00', '99999.99'],
            share: ['0', 0, 1, '1', '1.0', '0.5', '0.05', '0.333333', '0.666667', '0.999999', '0.000001'],
          }),
        ),
      ],
    ),
    sketched(
      'a line takes from what is left, not from the whole',
      {
        input: 'Total total money',
        output: 'First first money\nSecond second money\nThird third money\nFourth fourth money',
        rules: `
  split total
    at rate 50% rounded half up to fen    into first
    at rate 50% rounded half even to fen  into second
    at rate 50% rounded up to fen         into third
    the rest                              into fourth`,
      },
      [
        hand(
          { total: '0.05' },
          { first: '0.03', second: '0.01', third: '0.01', fourth: '0.00' },
          '0.025 up to 0.03; of 0.02 0.01; of 0.01 0.005 up to 0.01',
        ),
        hand(
          { total: '0.03' },
          { first: '0.02', second: '0.00', third: '0.01', fourth: '0.00' },
          '0.015 up to 0.02; of 0.01 0.005, from the middle to the even 0.00; 0.005 up to 0.01',
        ),
        ...evaluated(Array.from({ length: 30 }, (_, fen) => input({ total: `0.${String(fen).padStart(2, '0')}` }))),
        ...evaluated(grid({ total: ['1.13', '7.77', '1000.07', '88888.89'] })),
      ],
    ),
  ],
)

export const move = notion(
  'move',
  'After sharing out, an amount is taken from names in the order written and put under another; each gives at most what it has.',
  [
    sketched(
      'from two names in order, until they have nothing more',
      {
        input: 'Total costs.total money',
        output: 'Fund fund money\nIllness illness money\nPerson person money\nMoved offSite money',
        rules: `
  split costs.total
    at rate 60% rounded half up to fen  into fund
    at rate 50% rounded half up to fen  into illness
    the rest                            into person
  move costs.total * 25pp rounded half up to fen out of illness, fund into offSite`,
      },
      [
        hand(
          { 'costs.total': '10000.00' },
          { fund: '5500.00', illness: '0.00', person: '2000.00', offSite: '2500.00' },
          '6000, 2000, 2000; illness gives its 2000, fund the other 500',
        ),
        ...evaluated(
          grid({ 'costs.total': ['0', '0.01', '0.02', '0.03', '0.99', '1.01', '33.33', '1000.10', '12345.67'] }),
        ),
      ],
    ),
    sketched(
      'never more than there is, and nothing below zero',
      {
        input: 'Total total money\nWanted wanted money\nBack back money',
        output: 'First first money\nSecond second money\nThird third money\nMoved moved money',
        rules: `
  split total
    up to 100 yuan  into first
    up to 50 yuan   into second
    the rest        into third
  move wanted - back out of second, first into moved`,
      },
      [
        hand(
          { total: '120', wanted: '30', back: '0' },
          { first: '90.00', second: '0.00', moved: '30.00', third: '0.00' },
          'second has 20 and gives them, first gives 10',
        ),
        hand(
          { total: '120', wanted: '0', back: '30' },
          { first: '100.00', second: '20.00', moved: '0.00' },
          'below zero nothing is moved',
        ),
        ...evaluated(
          grid({
            total: ['0', '99.99', '120', '150', '500'],
            wanted: ['0', '19.99', '20', '20.01', '49.99', '50', '50.01', '150', '150.01', '1000'],
            back: ['0', '20'],
          }),
        ),
      ],
    ),
    sketched(
      'two moves, one after the other, and only under their headings',
      {
        words: 'zh',
        choices: { '情形 Setting': '本地 local\n备案 filed\n临时 unfiled' },
        input: '总额 total 金额\n就医情形 setting 情形\n急诊 emergency 是否',
        output: '统筹 pool 金额\n大病 illness 金额\n救助 aid 金额\n个人 person 金额\n异地自付 offSite 金额',
        rules: `
  分担 总额
    按比例 50% 四舍五入到分  计入 统筹
    按比例 60% 四舍五入到分  计入 大病
    按比例 70% 四舍五入到分  计入 救助
    其余                     计入 个人
  适用于 就医情形 属于 备案、临时：
    转出 总额 × 10个百分点 四舍五入到分 来自 救助、大病 计入 异地自付
  适用于 急诊：
    转出 总额 × 20个百分点 四舍五入到分 来自 大病、统筹 计入 异地自付`,
      },
      evaluated(
        grid({
          setting: ['local', 'filed', 'unfiled'],
          emergency: [true, false],
          total: ['0', '0.05', '100', '333.33', '10000', '98765.43'],
        }),
      ),
    ),
  ],
)

export const yearlyTotals = notion(
  'yearly-totals',
  'accumulate: in rules a yearly figure is that before this bill; what comes out is the figure after it.',
  [
    sketched(
      'adds and subtracts; without accumulate a figure comes out as it went in',
      {
        input: 'Total costs.total money\nOwn costs.own money',
        yearly: 'YearCost yearToDate.cost money\nYearPaid yearToDate.paid money',
        output: 'Over isOver boolean',
        rules: `
  accumulate yearToDate.cost adds costs.total
  accumulate yearToDate.cost subtracts costs.own
  isOver means yearToDate.cost more than 5 wan yuan`,
      },
      [
        hand(
          { 'costs.total': '10000', 'costs.own': '2000', 'yearToDate.cost': '45000', 'yearToDate.paid': '7.07' },
          { isOver: false, 'yearToDate.cost': '53000.00', 'yearToDate.paid': '7.07' },
          '45000 + 10000 − 2000; before this bill it was 45000',
        ),
        hand(
          { 'costs.total': '0', 'costs.own': '0.01', 'yearToDate.cost': '50000.01', 'yearToDate.paid': 0 },
          { isOver: true, 'yearToDate.cost': '50000.00' },
          '50000.01 before, 50000 after',
        ),
        ...evaluated(
          grid({
            'costs.total': ['0', '0.01', '1234.56'],
            'costs.own': ['0', '0.01', '1234.56'],
            'yearToDate.cost': ['1234.55', ...around(50000)],
            'yearToDate.paid': ['3.50'],
          }),
        ),
        refused(
          { 'costs.total': '1.00', 'costs.own': '1.01', 'yearToDate.cost': '0', 'yearToDate.paid': '0' },
          'amount-outside',
          'yearToDate.cost',
        ),
      ],
    ),
    sketched(
      'an annual limit: shared out up to what is left of it',
      {
        words: 'zh',
        choices: { '类别 Kind': '门诊 outpatient\n住院 inpatient' },
        input: '费用 cost 金额\n医疗类别 kind 类别',
        yearly: '年内门诊 yearToDate.outpatient 金额\n年内住院 yearToDate.inpatient 金额',
        output: '基金 fund 金额\n个人 person 金额',
        rules: `
  适用于 医疗类别 属于 门诊：
    应付 是指 费用 × 50% 四舍五入到分
    余额 是指 800元 − 年内门诊 不足为零
    分担 费用
      至多 较小者（应付、余额）  计入 基金
      其余                       计入 个人
    累计 年内门诊 增加 基金
  适用于 医疗类别 属于 住院：
    分担 费用
      按比例 70% 四舍五入到分  计入 基金
      其余                     计入 个人
    累计 年内住院 增加 费用

名称对照
  | 应付 | due  |
  | 余额 | left |`,
      },
      [
        hand(
          { cost: '500', kind: 'outpatient', 'yearToDate.outpatient': '700', 'yearToDate.inpatient': '0' },
          { fund: '100.00', person: '400.00', 'yearToDate.outpatient': '800.00' },
          'half is 250, but only 100 of the 800 are left',
        ),
        ...evaluated(
          grid({
            kind: ['outpatient', 'inpatient'],
            cost: ['0', '0.01', '199.99', '200', '200.01', '5000'],
            'yearToDate.outpatient': ['0', '600', '699.99', '700', '700.01', ...around(800), '900'],
            'yearToDate.inpatient': ['1000'],
          }),
        ),
      ],
    ),
  ],
)
