import { evaluated, hand, notion, refused, sketched, written } from '../author.ts'
import { aroundDay, grid, input } from '../inputs.ts'
import { filesOf, lines } from '../sketch.ts'

const catalogue = `
code,name,class,share,from,until
A01,aspirin,classA,0%,2020-01-01,
B01,brand,classB,10%,2020-01-01,2024-06-14
B01,brand again,classB,12.5%,2024-06-15,
B02,short,classB,5%,2024-02-29,2024-02-29
C01,cosmetic,classC,100%,2020-01-01,`

const line = (code: string, amount: string): object => ({ code, amount })

export const datasets = notion(
  'datasets',
  'match finds the row of a dataset whose columns equal what the case gives, and that is valid on its day; where there is none, its columns are absent.',
  [
    written(
      'one row for the case, by a choice and a code, valid for a time',
      {
        ...filesOf({
          choices: { 'Level Level': 'High high\nMiddle middle\nLow low' },
          input: 'Total total money\nWhere level Level\nArea area code',
          output: 'Fund fund money\nPerson person money\nKnown isKnown boolean',
          rules: `
  match rates: rates.area equals area and rates.level equals level and rates.from not after settledOn and rates.until not before settledOn
  table isKnown by rates.share
    | absent    | no  |
    | otherwise | yes |
  split total
    up to rates.deductible or else 100 yuan                     into person
    at rate rates.share or else 50% rounded half up to fen      into fund
    the rest                                                    into person

dataset Rates rates "rates.csv"
  | RateLevel  | rates.level      | Level          |
  | RateArea   | rates.area       | code           |
  | Share      | rates.share      | rate           |
  | Deductible | rates.deductible | optional(money) |
  | ValidFrom  | rates.from       | date           |
  | ValidUntil | rates.until      | optional(date) |`,
        }),
        'rates.csv': lines(`
rates.area,rates.level,rates.share,rates.deductible,rates.from,rates.until
N,High,60%,1000,2023-01-01,2024-06-14
N,high,62.5%,1000.50,2024-06-15,
N,Low,80%,,2024-01-01,2024-12-31
S,Low,90%,0,2024-03-01,`),
      },
      [
        hand(
          { total: '2000.50', level: 'high', area: 'N', settledOn: '2024-06-15' },
          { fund: '625.00', person: '1375.50', isKnown: true },
          '1000 × 62.5%',
        ),
        hand(
          { total: '2000.50', level: 'high', area: 'N', settledOn: '2024-06-14' },
          { fund: '600.30' },
          '1000.50 × 60%',
        ),
        hand(
          { total: '200', level: 'middle', area: 'N' },
          { fund: '50.00', person: '150.00', isKnown: false },
          'no row: 100 yuan, then half',
        ),
        ...evaluated(
          grid({
            settledOn: aroundDay('2024-06-15', '2024-03-01'),
            level: ['high', 'middle', 'low'],
            area: ['N', 'S', 'n', ''],
            total: ['1500.55'],
          }),
        ),
      ],
    ),
    written(
      'a row for each element, and the sum of the parts',
      {
        ...filesOf({
          choices: { 'Class ItemClass': 'ClassA classA\nClassB classB\nClassC classC' },
          lists: { 'Items items': 'Code item.code code\nAmount item.amount money' },
          output: 'Own own money\nFirst first money\nScope inScope money\nUnknown unknownCount number',
          rules: `
  ownSum   means sum of items taking item.amount such that isOwn
  firstSum means sum of items taking firstPart such that not isOwn
  whole    means sum of items taking item.amount
  split whole
    exactly ownSum    into own
    exactly firstSum  into first
    the rest          into inScope
  unknownCount means number of items such that isUnknown
  each items:
    match drugs: drugs.code equals item.code and drugs.from not after settledOn and drugs.until not before settledOn
    table isUnknown by drugs.class
      | absent    | yes |
      | otherwise | no  |
    isOwn     means isUnknown or (drugs.class or else classC) in classC
    firstPart means item.amount * (drugs.share or else 0%) rounded half up to fen

dataset Drugs drugs "drugs.csv"
  | DrugCode  | drugs.code  | code           |
  | DrugName  | drugs.name  | code           |
  | DrugClass | drugs.class | ItemClass      |
  | DrugShare | drugs.share | rate           |
  | DrugFrom  | drugs.from  | date           |
  | DrugUntil | drugs.until | optional(date) |

names
  | OwnSum    | ownSum    |
  | FirstSum  | firstSum  |
  | Whole     | whole     |
  | IsUnknown | isUnknown |
  | IsOwn     | isOwn     |
  | FirstPart | firstPart |`,
        }),
        'drugs.csv': lines(
          catalogue.replace(
            'code,name,class,share,from,until',
            'DrugCode,DrugName,DrugClass,DrugShare,DrugFrom,DrugUntil',
          ),
        ),
      },
      [
        hand(
          {
            settledOn: '2024-06-14',
            items: [line('A01', '10'), line('B01', '33.33'), line('C01', '5'), line('X', '1')],
          },
          { own: '6.00', first: '3.33', inScope: '40.00', unknownCount: 1 },
          '10% of 33.33 is 3.333; C01 and X are own expense',
        ),
        hand(
          { settledOn: '2024-06-15', items: [line('B01', '33.33'), line('B02', '10')] },
          { own: '10.00', first: '4.17', unknownCount: 1 },
          '12.5% of 33.33 is 4.16625; B02 was valid for one day',
        ),
        ...evaluated(
          grid({
            settledOn: [...aroundDay('2024-06-15', '2024-02-29'), '2024-01-01', '2024-12-31'],
            items: [
              [],
              [line('A01', '0.01')],
              [line('B02', '99.90')],
              [line('B01', '0.05'), line('B01', '0.04'), line('b01', '3')],
              [line('A01', '1'), line('B01', '2'), line('B02', '3'), line('C01', '4')],
            ],
          }),
        ),
      ],
    ),
  ],
)

export const eachSplit = notion(
  'split-of-each',
  'Below each, an element’s own amount may be shared out; what the elements put under a name is added up.',
  [
    sketched(
      'items with a limit and a share of their own',
      {
        choices: { 'Class ItemClass': 'ClassA classA\nClassB classB\nClassC classC' },
        lists: {
          'Items items':
            'Kind item.class ItemClass\nAmount item.amount money\nLimit item.limit optional(money)\nFirst item.share rate',
        },
        output: 'Over aboveLimit money\nOwn own money\nFirstPay firstPay money\nScope inScope money',
        rules: `
  own means aboveLimit + firstPay
  split scopeLine
    the rest  into inScope
  each items:
    withinLimit means item.limit or else item.amount
    ownRate     means firstRate
    table firstRate by item.class
      | classA | 0%         |
      | classB | item.share |
      | classC | 100%       |
    excess means item.amount - withinLimit not below zero
    split item.amount
      up to excess                            into aboveLimit
      at rate ownRate rounded half up to fen  into firstPay
      the rest                                into scopeLine

names
  | WithinLimit | withinLimit |
  | OwnRate     | ownRate     |
  | FirstRate   | firstRate   |
  | Excess      | excess      |
  | ScopeLine   | scopeLine   |`,
      },
      [
        ...evaluated(
          [
            [],
            [{ class: 'classB', amount: '33.33', limit: null, share: '0.1' }],
            [
              { class: 'classB', amount: '33.35', limit: '30', share: '0.1' },
              { class: 'classA', amount: '12', limit: '12', share: '0' },
            ],
            [
              { class: 'classC', amount: '0.01', limit: null, share: '0' },
              { class: 'classB', amount: '0.05', limit: '0.04', share: '0.5' },
            ],
            Array.from({ length: 30 }, (_, index) => ({
              class: ['classA', 'classB', 'classC'][index % 3],
              amount: `${index}.${index % 10}5`,
              limit: index % 4 === 0 ? '10' : null,
              share: '0.15',
            })),
          ].map((items) => input({ items })),
        ),
      ],
    ),
    sketched(
      'a part of an element that is more than the element is refused',
      {
        words: 'zh',
        lists: { '明细 items': '项目金额 item.amount 金额\n项目自费 item.own 金额' },
        output: '自费 own 金额\n范围内 inScope 金额',
        rules: `
  每项 明细：
    分担 项目金额
      数额 项目自费  计入 自费
      其余           计入 范围内`,
      },
      [
        hand(
          {
            items: [
              { amount: '10', own: '10' },
              { amount: '5.50', own: '0.05' },
            ],
          },
          { own: '10.05', inScope: '5.45' },
          '10 + 0.05; 0 + 5.45',
        ),
        refused(
          {
            items: [
              { amount: '10', own: '0' },
              { amount: '5.50', own: '5.51' },
            ],
          },
          'amount-outside',
          'items',
        ),
        ...evaluated(
          grid({
            items: ['0', '0.01', '0.02'].map((own) => [
              { amount: '1', own: '1' },
              { amount: '0.01', own },
            ]),
          }),
        ),
      ],
    ),
  ],
)

export const choiceValues = notion(
  'choice-values',
  'A member of a choice may have another text in JSON than its identifier.',
  [
    sketched(
      'a third cell, in and out',
      {
        words: 'zh',
        choices: { '年限 Plan': '十五年 fifteenYears 「15-year」\n二十年 twentyYears 「20years」\n不限 unlimited' },
        input: '选定年限 plan 年限\n月数 months 月数',
        output: '所用年限 used 年限\n满 isFull 是否',
        rules: `
  依次判定 所用年限
    | 十五年 | 选定年限 属于 十五年 并且 月数 不低于 180个月 |
    | unlimited | 选定年限 属于 unlimited                |
    | 二十年 | 其他                                       |
  表格 满 按照 所用年限
    | 十五年、不限 | 是                  |
    | twentyYears  | 月数 不低于 240个月 |`,
      },
      [
        hand(
          { plan: '15-year', months: 180 },
          { used: '15-year', isFull: true },
          'the text of the third cell, both ways',
        ),
        ...evaluated(grid({ plan: ['15-year', '20years', 'unlimited'], months: [0, 179, 180, 239, 240] })),
        ...['fifteenYears', '十五年', 'twentyYears', 'Unlimited'].map((plan) => ({
          input: input({ plan, months: 0 }),
          errors: [{ code: 'not-a-member', path: 'plan' }],
        })),
      ],
    ),
  ],
)

export const alternatives = notion('alternatives', 'A case may give one record or another; provided asks which.', [
  sketched(
    'a bill or its items',
    {
      takes: '申请, Bill or Items',
      records: { 'Bill costs': 'Total costs.total money\nOwnExpense costs.own money' },
      lists: { 'Items items': 'Kind item.isOwn boolean\nAmount item.amount money' },
      input: 'Urgent isUrgent boolean',
      output: 'Fund fund money\nPerson person money',
      rules: `
  split whole
    exactly ownPart                     into person
    at rate 70% rounded half up to fen  into fund
    the rest                            into person
  applies to provided(costs):
    whole   means costs.total
    ownPart means costs.own
  applies to provided(items):
    whole   means sum of items taking item.amount
    ownPart means sum of items taking item.amount such that item.isOwn
    except "nothing is own in an emergency" if isUrgent: ownPart becomes 0 yuan

names
  | Whole   | whole   |
  | OwnPart | ownPart |`,
    },
    [
      hand(
        { isUrgent: true, costs: { total: '100.05', own: '10' } },
        { fund: '63.04', person: '37.01' },
        '90.05 × 70% = 63.035',
      ),
      hand(
        {
          isUrgent: true,
          items: [
            { isOwn: true, amount: '10' },
            { isOwn: false, amount: '90.05' },
          ],
        },
        { fund: '70.04', person: '30.01' },
        '100.05 × 70% = 70.035',
      ),
      ...evaluated(
        grid({
          isUrgent: [true, false],
          items: [
            [],
            [{ isOwn: true, amount: '0.05' }],
            [
              { isOwn: false, amount: '33.33' },
              { isOwn: true, amount: '1' },
            ],
          ],
        }),
      ),
      ...evaluated(
        grid({ isUrgent: [true, false], 'costs.total': ['100', '0.05'], 'costs.own': ['0', '0.05', '0.06'] }),
      ),
      { input: input({ isUrgent: true }), errors: [{ code: 'not-one-of', path: 'costs' }] },
      {
        input: input({ isUrgent: true, costs: { total: '1', own: '0' }, items: [] }),
        errors: [{ code: 'not-one-of', path: 'items' }],
      },
      {
        input: input({ isUrgent: true, costs: { total: '-1', own: '0' } }),
        errors: [{ code: 'not-money', path: 'costs.total' }],
      },
      { input: input({ isUrgent: true, costs: null }), errors: [{ code: 'not-a-record', path: 'costs' }] },
    ],
  ),
])
