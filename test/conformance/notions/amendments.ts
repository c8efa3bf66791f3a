import { evaluated, hand, notion, sketched, written } from '../author.ts'
import { around, aroundDay, grid, input } from '../inputs.ts'
import { filesOf, lines } from '../sketch.ts'

export const amendments = notion(
  'amendments',
  'An edition that amends another is that edition but for what it replaces, removes and adds.',
  [
    sketched(
      'rules of every kind replaced, removed and added, edition upon edition',
      {
        choices: { 'Status Status': 'Adult adult\nStudent student\nRetired retired' },
        input: 'Total total money\nWho status Status\nUrgent isUrgent boolean',
        yearly: 'YearCost yearToDate.cost money',
        output: 'Deductible deductible money\nFund fund money\nPerson person money',
        editions: '',
        rules: `
  split total
    up to standard                           into deductible
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  accumulate yearToDate.cost adds fund

edition "2021" until 2021-12-31 selected by settledOn
article measure "2021"
  quote "the rules of 2021"
  standard means 1000 yuan
  table fundRate by status
    | retired   | 80% |
    | otherwise | 70% |
  except "none in an emergency" if isUrgent: standard becomes 0 yuan
  applies to status in student:
    adjust fundRate raised by 5pp

edition "2022" from 2022-01-01 until 2022-12-31 amends "2021"
article measure "2022"
  quote "the changes of 2022"
  replace standard means 800 yuan
  remove "none in an emergency"
  replace table fundRate by status
    | adult     | 72% |
    | otherwise | 82% |

edition "2023" from 2023-01-01 amends "2022"
article measure "2023"
  quote "the changes of 2023"
  except "half in an emergency" if isUrgent: standard becomes 400 yuan
  replace accumulate yearToDate.cost adds total
  remove fundRate
  fundRate means 75%
  applies to status in student:
    replace adjust fundRate raised by 10pp

names
  | Standard | standard |
  | FundRate | fundRate |`,
      },
      [
        hand(
          { settledOn: '2021-12-31', total: '2000', status: 'student', isUrgent: true, 'yearToDate.cost': '0' },
          { deductible: '0.00', fund: '1500.00', 'yearToDate.cost': '1500.00' },
          '70% + 5 points',
        ),
        hand(
          { settledOn: '2022-01-01', total: '2000', status: 'student', isUrgent: true, 'yearToDate.cost': '0' },
          { edition: '2022', deductible: '800.00', fund: '1044.00' },
          '1200 × (82% + 5 points)',
        ),
        hand(
          { settledOn: '2023-01-01', total: '2000', status: 'student', isUrgent: true, 'yearToDate.cost': '0' },
          { deductible: '400.00', fund: '1360.00', 'yearToDate.cost': '2000.00' },
          '1600 × (75% + 10 points); the total is added up',
        ),
        ...evaluated(
          grid({
            settledOn: ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'],
            status: ['adult', 'student', 'retired'],
            isUrgent: [true, false],
            total: ['0', '800.01', '2000'],
            'yearToDate.cost': ['0.50'],
          }),
        ),
      ],
    ),
    sketched(
      'the cheaper of two editions, with every result of the one that is chosen',
      {
        words: 'zh',
        input: '月数 months 月数\n基数 base 金额',
        output: '折算月 credited 月数\n补缴额 due 金额\n待补月 owed 月数',
        editions: '',
        rules: `
  补缴额 是指 基数 × 待补月 × 10% 四舍五入到分

版本「旧」止于 2021年6月30日 选用依据 结算日期
条文 办法「旧办法」
  原文「缴满十五年，实际缴费不折算。」
  折算月 是指 月数
  待补月 是指 180个月 − 折算月 不足为零

版本「新」始于 2022年1月1日 修订「旧」
条文 办法「新办法」
  原文「缴满二十年，一百八十个月以后按三分之四折算。」
  替换 待补月 是指 240个月 − 折算月 不足为零
  替换 折算月 是指 月数 × 4/3 向上取整到月

版本「过渡」始于 2021年7月1日 止于 2021年12月31日 修订「新」
条文 办法「过渡」
  原文「过渡期内从低。」
  孰低 补缴额：本版、「旧」相同从「旧」`,
      },
      [
        hand(
          { settledOn: '2021-06-30', months: 150, base: '1000' },
          { credited: 150, owed: 30, due: '3000.00' },
          '180 − 150',
        ),
        hand(
          { settledOn: '2022-01-01', months: 150, base: '1000' },
          { credited: 200, owed: 40, due: '4000.00' },
          '240 − 150 × 4/3',
        ),
        hand(
          { settledOn: '2021-07-01', months: 150, base: '1000' },
          { edition: '过渡', credited: 150, owed: 30, due: '3000.00' },
          'the old rule is cheaper',
        ),
        hand(
          { settledOn: '2021-12-31', months: 180, base: '1000' },
          { credited: 180, owed: 0, due: '0.00' },
          'equal: from the old edition',
        ),
        ...evaluated(
          grid({
            settledOn: aroundDay('2021-07-01', '2021-12-31'),
            months: [0, 1, 134, 135, 136, 179, 180, 181, 240],
            base: ['0', '4321.09'],
          }),
        ),
      ],
    ),
    sketched(
      'the higher of three, ties to this edition',
      {
        input: 'Amount amount money',
        output: 'Grant grant money\nMark mark number',
        editions: '',
        rules: `
  grant means gift

edition "a" until 2022-12-31 selected by settledOn
article measure "a"
  quote "a"
  gift means lesser(amount, 100 yuan)
  mark means 1
edition "b" from 2023-01-01 until 2023-12-31 amends "a"
article measure "b"
  quote "b"
  replace gift means lesser(amount * 2, 150 yuan)
  replace mark means 2
edition "c" from 2024-01-01 amends "a"
article measure "c"
  quote "c"
  replace gift means amount - amount + 120 yuan
  replace mark means 3
  highest grant: "a", "b", this edition ties to this edition

names
  | Gift | gift |`,
      },
      [
        hand(
          { settledOn: '2024-01-01', amount: '60' },
          { grant: '120.00', mark: 3 },
          '60, 120 and 120: equal, from this edition',
        ),
        hand(
          { settledOn: '2024-01-01', amount: '60.01' },
          { grant: '120.02', mark: 2, edition: 'c' },
          '60.01, 120.02 and 120',
        ),
        ...evaluated(
          grid({ settledOn: ['2022-12-31', '2023-12-31', '2024-06-15'], amount: ['0', ...around(60, 75, 100, 120)] }),
        ),
      ],
    ),
    written(
      'a module that two policies could use, and a policy that replaces one of its rules',
      {
        ...filesOf({
          uses: 'common',
          input: 'Total total money\nPlace place region',
          regions: 'Home home 339900',
          output: 'Fund fund money\nPerson person money',
          rules: `
  replace travelRate means 30%
  split total
    at rate fundRate rounded half up to fen    into fund
    at rate travelRate rounded half up to fen  into fund
    the rest                                   into person`,
        }),
        'common.policy': lines(`
module "what policies share"
source shared "Shared measure" official
article shared "Article 9"
  quote "the common rates"
  fundRate   means 60%
  travelRate means 10%
  except "less elsewhere" if place not in home: fundRate becomes 40%
always "nothing is lost" fund + person equals total
names
  | FundRate   | fundRate   |
  | TravelRate | travelRate |`),
      },
      [
        hand(
          { total: '100.05', place: '339902' },
          { fund: '72.04', person: '28.01' },
          '60.03; of the 40.02 left 12.006 → 12.01',
        ),
        ...evaluated(grid({ total: ['0', '0.01', '33.33', '1000'], place: ['339902', '330000', '110000'] })),
      ],
    ),
  ],
)

export const months = notion(
  'months',
  'A field of a month is the first day of it; firsts and lasts of months and years.',
  [
    sketched(
      'the first and the last day of month and year, the month of a day',
      {
        input: 'Day on date\nMonth month yearMonth',
        output:
          'FirstM firstM date\nLastM lastM date\nFirstY firstY date\nLastY lastY date\nWhich which monthCount\nLeft monthsLeft monthCount\nNext nextMonth yearMonth\nSame isSame boolean\nGone isGone boolean\nOut monthOut date',
        rules: `
  firstM     means firstOfMonth(on)
  lastM      means lastOfMonth(on)
  firstY     means firstOfYear(on)
  lastY      means lastOfYear(on)
  which      means monthOf(on)
  monthsLeft means 12 months - monthOf(on)
  nextMonth  means month + 1 month
  isSame     means firstOfMonth(on) equals month
  isGone     means lastOfMonth(month) before on
  monthOut   means month`,
      },
      [
        hand(
          { on: '2024-02-29', month: '2024-01' },
          {
            firstM: '2024-02-01',
            lastM: '2024-02-29',
            firstY: '2024-01-01',
            lastY: '2024-12-31',
            which: 2,
            monthsLeft: 10,
            nextMonth: '2024-02',
            isSame: false,
            isGone: true,
            monthOut: '2024-01-01',
          },
          'of a leap year',
        ),
        ...evaluated(
          grid({
            on: [
              '2023-02-28',
              '2024-01-01',
              '2024-12-31',
              '1900-02-15',
              '2000-02-29',
              ...aroundDay('2024-03-01', '2024-04-30'),
            ],
            month: ['2024-02', '2024-03', '2023-12', '1900-01'],
          }),
        ),
        ...['2024-13', '2024-00', '2024-2', '2024-02-01', '202402', 202402, null, '1899-12', ''].map((month) => ({
          input: input({ on: '2024-01-01', month }),
          errors: [{ code: 'not-a-month', path: 'month' }],
        })),
      ],
    ),
    sketched(
      'months of a list, months that may be absent, months in rows',
      {
        words: 'zh',
        input: '参保月 joined 年月\n停保月 stopped 可空（年月）',
        lists: { '缴费 payments': '所属月 payment.month 年月\n金额 payment.amount 金额' },
        output:
          '起月 firstMonth 年月\n止月 lastMonth 可空（年月）\n逾期 isLate 是否\n当月 isNow 是否\n补缴 arrears 金额\n月序 which 月数\n档 level 数值',
        rules: `
  起月 是指 参保月 + 3个月
  止月 是指 停保月 − 1个月
  逾期 是指 （停保月 未填则 2024-12-01） 早于 结算日期
  当月 是指 参保月 等于 月初（结算日期）
  补缴 是指 合计 缴费 取值 金额 满足 所属月 不早于 参保月 并且 所属月 早于 月初（结算日期）
  月序 是指 月份（参保月）
  表格 档 按照 参保月
    | 早于 2024年1月1日             | 1 |
    | 2024年1月1日（含）—2024年6月1日 | 2 |
    | 不早于 2024年6月1日           | 3 |`,
      },
      [
        hand(
          {
            joined: '2024-05',
            stopped: '2024-06',
            payments: ['2024-04', '2024-05', '2024-06'].map((month) => ({ month, amount: '10.01' })),
          },
          {
            firstMonth: '2024-08',
            lastMonth: '2024-05',
            isLate: true,
            isNow: false,
            arrears: '10.01',
            which: 5,
            level: 2,
          },
          '1 June is before the 15th; of the payments only May is from then on and before June',
        ),
        hand(
          { joined: '2024-06', stopped: null, payments: [] },
          { firstMonth: '2024-09', lastMonth: null, isLate: false, isNow: true, arrears: '0.00', level: 3 },
          'absent is null; as if stopped in December',
        ),
        ...evaluated(
          grid({
            joined: ['2023-12', '2024-01', '2024-05', '2024-06', '9999-09'],
            stopped: [null, '2024-06', '2024-07', '1900-02'],
            payments: [[], [{ month: '2024-05', amount: '0.05' }]],
          }),
        ),
        {
          input: input({ joined: '2024-06', stopped: '2024-6', payments: [{ month: null, amount: '1' }] }),
          errors: [
            { code: 'not-a-month', path: 'stopped' },
            { code: 'not-a-month', path: 'payments[0].month' },
          ],
        },
      ],
    ),
    written(
      'a month that selects the edition',
      Object.fromEntries(
        Object.entries(
          filesOf({
            input: 'Total total money\nMonth paidFor yearMonth',
            output: 'Fee fee money',
            editions: '',
            rules: `
  fee means total * share rounded half up to fen

edition "old" until 2024-06-30 selected by paidFor
article measure "old"
  quote "old"
  share means 8%
edition "new" from 2024-07-01 selected by paidFor
article measure "new"
  quote "new"
  share means 9.5%

names
  | Share | share |`,
          }),
        ),
      ),
      [
        hand({ paidFor: '2024-06', total: '100.05' }, { edition: 'old', fee: '8.00' }, '8.004'),
        hand({ paidFor: '2024-07', total: '100.05' }, { edition: 'new', fee: '9.50' }, '9.50475'),
        ...evaluated(
          grid({ paidFor: ['1900-01', '2024-05', '2024-06', '2024-07', '9999-12'], total: ['0', '0.05', '3333.33'] }),
        ),
        {
          input: input({ paidFor: '2024-07', total: '1' }),
          edition: 'old',
          errors: [{ code: 'outside-edition', path: 'paidFor' }],
        },
        ...['2024-07-01', '2024', null].map((paidFor) => ({
          input: input({ paidFor, total: '1' }),
          errors: [{ code: 'not-a-month', path: 'paidFor' }],
        })),
      ],
    ),
  ],
)
