import { evaluated, hand, notion, sketched } from '../author.ts'
import { grid, input } from '../inputs.ts'

const item = (kind: string, amount: string, used: string | null = null): object => ({
  class: kind,
  amount,
  usedOn: used,
})

const itemLists = [
  [],
  [item('classA', '7000')],
  [item('classC', '0.01')],
  [item('classA', '7000', '2024-06-15'), item('classC', '1000.50'), item('classC', '1999.50', '2024-06-16')],
  [item('classB', '0', '2024-06-15'), item('classA', '0', null)],
  [item('classC', '3.33'), item('classC', '3.33'), item('classC', '3.34'), item('classB', '100')],
]

export const lists = notion('lists', 'any, all, number of and sum of: what can be asked of a list.', [
  sketched(
    'with a condition and without, of an empty list too',
    {
      choices: { 'Class ItemClass': 'ClassA classA\nClassB classB\nClassC classC' },
      input: 'Total total money',
      lists: { 'Items items': 'Item item.class ItemClass\nAmount item.amount money\nUsed item.usedOn optional(date)' },
      output:
        'Any isAny boolean\nAnyC isAnyC boolean\nAllC isAllC boolean\nCount count number\nCountC countC number\nSum wholeSum money\nSumC sumC money\nTwo isTwo boolean\nLarge isLarge boolean\nAverage average money',
      rules: `
  isAny    means any items
  isAnyC   means any items such that item.class in classC
  isAllC   means all items such that item.class in classC
  count    means number of items
  countC   means number of items such that item.class in classC
  wholeSum means sum of items taking item.amount
  sumC     means sum of items taking item.amount such that item.class in classC
  isTwo    means (number of items such that item.class in classC or item.amount at least 7000 yuan) at least 2
  isLarge  means (any items such that item.amount more than total) and not (all items such that (item.usedOn or else 2024-01-01) before settledOn)
  average  means wholeSum / (countC + 1) rounded half up to fen`,
    },
    [
      hand(
        { total: '5000', items: itemLists[3] },
        {
          isAny: true,
          isAnyC: true,
          isAllC: false,
          count: 3,
          countC: 2,
          wholeSum: '10000.00',
          sumC: '3000.00',
          isTwo: true,
          isLarge: true,
          average: '3333.33',
        },
        '7000 + 1000.50 + 1999.50; 10000 / 3',
      ),
      hand(
        { total: '0', items: [] },
        { isAny: false, isAnyC: false, isAllC: true, count: 0, wholeSum: '0.00', sumC: '0.00', isLarge: false },
        'of an empty list “any” does not hold, “all” does',
      ),
      ...evaluated(grid({ items: itemLists, total: ['0', '3.33', '6999.99', '7000', '7000.01'] })),
    ],
  ),
  sketched(
    'a bill of many lines',
    {
      words: 'zh',
      choices: { '类别 ItemClass': '甲类 classA\n乙类 classB\n丙类 classC' },
      input: '总额 total 金额',
      lists: { '明细 items': '项目类别 item.class 类别\n项目金额 item.amount 金额\n先付 item.share 比例' },
      output: '丙类自费 own 金额\n乙类先付 first 金额\n范围内 inScope 金额',
      rules: `
  丙类额 是指 合计 明细 取值 项目金额 满足 项目类别 属于 丙类
  乙类额 是指 合计 明细 取值 先付额 满足 项目类别 属于 乙类
  分担 总额
    数额 丙类额  计入 丙类自费
    数额 乙类额  计入 乙类先付
    其余         计入 范围内
  每项 明细：
    先付额 是指 项目金额 × 先付 四舍五入到分

名称对照
  | 先付额 | itemFirst  |
  | 丙类额 | classCSum  |
  | 乙类额 | classBSum  |`,
    },
    [
      hand(
        {
          total: '100.00',
          items: [
            { class: 'classB', amount: '33.33', share: '0.1' },
            { class: 'classB', amount: '33.35', share: '0.1' },
            { class: 'classC', amount: '20', share: '0' },
          ],
        },
        { own: '20.00', first: '6.67', inScope: '73.33' },
        'each line is rounded: 3.333 → 3.33, 3.335 → 3.34',
      ),
      ...evaluated(
        [0, 1, 2, 5, 40].flatMap((count) =>
          ['0', '0.05', '1000'].map((total) =>
            input({
              total,
              items: Array.from({ length: count }, (_, index) => ({
                class: ['classA', 'classB', 'classC'][index % 3],
                amount: `${index}.${index % 10}5`,
                share: ['0.1', '0.05', '1', 0][index % 4],
              })),
            }),
          ),
        ),
      ),
    ],
  ),
])

const filing = (region: string, from: string, until: string | null = null, urgent = false): object => ({
  region,
  start: from,
  until,
  urgent,
})

export const each = notion('each', 'Under each, rules speak of one element; a name has a value for each of them.', [
  sketched(
    'names of names, tables, exceptions and classify, asked by any, all, number of and sum of',
    {
      choices: { 'Weight Weight': 'Light light\nHeavy heavy' },
      regions: 'Haibin haibin 339900',
      input: 'Place place region',
      lists: {
        'Filings filings':
          'Region filing.region region\nStart filing.start date\nEnd filing.until optional(date)\nUrgent filing.urgent boolean',
      },
      output:
        'Valid hasValid boolean\nAllValid areAllValid boolean\nCount count number\nPoints pointSum money\nMonths monthSum monthCount',
      rules: `
  hasValid    means any filings such that isValid
  areAllValid means all filings such that isValid
  count       means number of filings such that isValid and not filing.urgent
  pointSum    means sum of filings taking amount
  monthSum    means sum of filings taking span such that isValid
  each filings:
    filingEnd means filing.until or else filing.start + 12 months - 1 day
    isValid   means place in prefectureOf(filing.region) and settledOn not before filing.start and settledOn not after filingEnd
    table amount by isValid, filing.urgent
      | yes | no       | 10 yuan |
      | yes | yes      | 20 yuan |
      | no  | whatever |  0 yuan |
    except "nothing at home" if filing.region in haibin: amount becomes 0.5 yuan
    classify in order span
      | 1 month  | filing.urgent               |
      | 6 months | filingEnd before 2024-09-01 |
      | 1 year   | otherwise                   |

names
  | FilingEnd | filingEnd |
  | IsValid   | isValid   |
  | Gift      | amount    |
  | Span      | span      |`,
    },
    [
      hand(
        { place: '310115', filings: [filing('310100', '2023-06-16')] },
        { hasValid: true, count: 1, pointSum: '10.00', monthSum: 6 },
        'until 2024-06-15, today, which is before September',
      ),
      hand(
        { place: '310115', filings: [filing('310100', '2023-06-15')] },
        { hasValid: false, count: 0, pointSum: '0.00', monthSum: 0 },
        'ended yesterday',
      ),
      hand(
        {
          place: '310115',
          filings: [
            filing('310100', '2024-06-15', '2024-06-15', true),
            filing('310104', '2024-06-15'),
            filing('310200', '2024-06-15'),
          ],
        },
        { areAllValid: false, count: 1, pointSum: '30.00', monthSum: 13 },
        '20 + 10 + 0; 1 month and 12',
      ),
      ...evaluated(
        grid({
          place: ['310115', '339901', '110105'],
          filings: [
            [],
            ...['2023-06-15', '2023-06-16', '2024-06-15', '2024-06-16'].map((from) => [filing('310000', from)]),
            ...[null, '2024-06-14', '2024-06-15', '2024-12-31'].map((until) => [
              filing('110100', '2024-01-01', until),
              filing('339900', '2024-01-31', until, true),
            ]),
            [
              filing('310100', '2024-01-01', null, true),
              filing('310100', '2024-01-01', null),
              filing('310199', '2023-12-31', '2023-12-31'),
            ],
          ],
        }),
      ),
    ],
  ),
])
