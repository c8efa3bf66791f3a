import { evaluated, hand, notion, refused, sketched, written, type GroupSource, type Stated } from '../author.ts'
import { around, aroundDay, grid, input } from '../inputs.ts'
import { filesOf, lines, type Sketch } from '../sketch.ts'

/** A policy that uses a module `common` beside its vocabulary. */
const using = (about: string, sketch: Sketch, module: string, cases: readonly Stated[]): GroupSource =>
  written(about, { ...filesOf({ ...sketch, uses: 'common' }), 'common.policy': lines(module) }, cases)

const rates = `
module "more than one policy needs"
source general "General rules" official
article general "1"
  quote "rates"
  rate    means baseRate + bonus
  baseRate means 50%
  table bonus by isOld
    | yes | 10pp |
    | no  |  0pp |
  isOld   means fullYears(birthDate, settledOn) at least oldAge
  oldAge  means 60 years old
  quotient means total / parts rounded half up to fen
  double  means quotient * 2
  table whoPays by person.status
    | otherwise | 5% |
  except "never asked for" if person.isPoor: whoPays becomes 0%
  adjust whoPays lowered by unknownPoints
  applies to visit.isUrgent:
    surcharge means visit.cost * 2
  each relatives:
    isNear means relative.age more than 18
names
  | Rate     | rate     |
  | BaseRate | baseRate |
  | Bonus    | bonus    |
  | IsOld    | isOld    |
  | OldAge   | oldAge   |
  | Quotient | quotient |
  | Double   | double   |
  | WhoPays  | whoPays  |`

const shared = {
  input: 'Total total money\nParts parts number\nBirth birthDate date',
  output: 'Fund fund money\nPerson person money',
  rules: `
  split total
    at rate rate rounded half up to fen  into fund
    the rest                             into person`,
}
const old = { birthDate: '1964-06-15', total: '100.05', parts: 0 }

const filings = `
module "filings"
source general "General rules" official
article general "1"
  quote "a filing holds for a year"
  isFiled   means any filings such that filingValid
  areFiled  means all filings such that filingValid and not filing.urgent
  each filings:
    filingEnd   means filing.until or else filing.from + 12 months - 1 day
    filingValid means place in prefectureOf(filing.region) and settledOn not before filing.from and settledOn not after filingEnd
    table gift by filing.urgent
      | yes | 10 yuan |
      | no  |  5 yuan |
    except "nothing once it has ended" if settledOn after filingEnd: gift becomes 0 yuan
    requires "it does not end before it begins" filingEnd not before filing.from
names
  | FilingEnd   | filingEnd   |
  | FilingValid | filingValid |
  | IsFiled     | isFiled     |
  | AreFiled    | areFiled    |
  | Gift        | gift        |`

const filing = {
  regions: 'Haibin haibin 339900',
  input: 'Place place region',
  lists: {
    'Filings filings':
      'Region filing.region region\nStart filing.from date\nEnd filing.until optional(date)\nUrgent filing.urgent boolean',
  },
}
const whether = '  hasFiled  means isFiled\n  allFiled  means areFiled'
const output = 'Filed hasFiled boolean\nAllFiled allFiled boolean\nSum gifts money\nUntil goodUntil optional(date)'

const filed = (from: string, until: string | null, urgent = false, region = '310100'): object => ({
  region,
  from,
  until,
  urgent,
})
const inShanghai = { place: '310115' }

const filingInputs = grid({
  place: ['310115', '310200', '339901'],
  filing: [
    ...aroundDay('2023-06-16').map((from) => filed(from, null)),
    ...aroundDay('2024-06-15').map((until) => filed('2024-01-01', until, true)),
    filed('2024-06-15', '2024-06-14'),
    filed('2024-01-01', null, true, '339900'),
  ],
})

/** The same case, its one filing in a list. */
const listed = (each: object): object => {
  const { filing: one, ...others } = each as { readonly filing: object }
  return { ...others, filings: [one] }
}

export const single = notion(
  'single',
  'A decision may take one element of a list by itself: what holds of each holds of that one, any and all ask it alone.',
  [
    using(
      'rules of a module, of one filing',
      {
        ...filing,
        takes: '申请',
        single: 'Filings',
        output,
        rules: `${whether}\n  gifts     means gift\n  goodUntil means filingEnd`,
      },
      filings,
      [
        hand(
          { ...inShanghai, filing: filed('2023-06-16', null) },
          { hasFiled: true, allFiled: true, gifts: '5.00', goodUntil: '2024-06-15' },
          'its last day is today',
        ),
        hand(
          { ...inShanghai, filing: filed('2023-06-15', null, true) },
          { hasFiled: false, allFiled: false, gifts: '0.00', goodUntil: '2024-06-14' },
          'it ended yesterday',
        ),
        hand(
          { ...inShanghai, filing: filed('2024-06-15', '2024-06-15', true) },
          { hasFiled: true, allFiled: false, gifts: '10.00' },
          'urgent, of one day',
        ),
        {
          input: input({ ...inShanghai, filing: filed('2024-06-15', '2024-06-14') }),
          errors: [{ code: 'requirement-not-met', path: 'filing.from' }],
        },
        refused(
          { ...inShanghai, filing: { ...filed('2024-01-01', null), from: '2024-1-1' } },
          'not-a-date',
          'filing.from',
        ),
        refused({ ...inShanghai, filing: [filed('2024-01-01', null)] }, 'not-a-record', 'filing'),
        {
          input: input({ ...inShanghai, filing: filed('2024-01-01', null), filings: [] }),
          errors: [{ code: 'unknown-key', path: 'filings' }],
        },
        ...evaluated(filingInputs),
      ],
    ),
    using(
      'the same rules, of a list of one',
      {
        ...filing,
        output,
        rules: `${whether}\n  gifts     means sum of filings taking gift\n  goodUntil means settledOn`,
      },
      filings,
      [
        hand(
          { ...inShanghai, filings: [filed('2023-06-16', null)] },
          { hasFiled: true, allFiled: true, gifts: '5.00' },
          'as of one by itself',
        ),
        hand(
          { ...inShanghai, filings: [filed('2023-06-16', null), filed('2024-01-01', null, true)] },
          { hasFiled: true, allFiled: false, gifts: '15.00' },
          'both hold, one is urgent; 5 + 10',
        ),
        hand({ ...inShanghai, filings: [] }, { hasFiled: false, allFiled: true, gifts: '0.00' }, 'there is none'),
        ...evaluated(filingInputs.map(listed)),
      ],
    ),
    sketched(
      'one of two lists by itself, in a split and a classification',
      {
        words: 'zh',
        choices: { '类别 Kind': '甲类 classA\n乙类 classB' },
        takes: '申请、票据',
        single: '明细',
        lists: {
          '明细 items': '项目类别 item.class 类别\n项目金额 item.amount 金额',
          '票据 bills': '票据金额 bill.amount 金额',
        },
        output: '先付 first 金额\n范围内 inScope 金额\n票据合计 billed 金额\n够 isEnough 是否',
        rules: `
  票据合计 是指 合计 票据 取值 票据金额
  够       是指 任一 票据 满足 票据金额 不低于 10元
  每项 明细：
    表格 先付比例 按照 项目类别
      | 甲类 |  0% |
      | 乙类 | 10% |
    分担 项目金额
      按比例 先付比例 四舍五入到分  计入 先付
      其余                          计入 范围内

名称对照
  | 先付比例 | firstRate |`,
      },
      [
        hand(
          { item: { class: 'classB', amount: '33.35' }, bills: [{ amount: '9.99' }, { amount: '0.02' }] },
          { first: '3.34', inScope: '30.01', billed: '10.01', isEnough: false },
          '3.335',
        ),
        ...evaluated(
          grid({
            'item.class': ['classA', 'classB'],
            'item.amount': ['0', '0.05', '33.33'],
            bills: [[], [{ amount: '10' }, { amount: '0.01' }]],
          }),
        ),
      ],
    ),
  ],
)

export const idleOfModules = notion(
  'modules',
  'Of a module, what is said of names that nothing here needs does not count; splits, moves, yearly totals and requirements do.',
  [
    using('only the rate is needed, and what it is made of', shared, rates, [
      hand(old, { fund: '60.03', person: '40.02' }, '60 years old today; no quotient is worked out'),
      ...evaluated(grid({ total: around(100), birthDate: aroundDay('1964-06-15'), parts: [0, 3] })),
    ]),
    using(
      'a quotient is needed for what is promised',
      { ...shared, rules: `${shared.rules}\nalways "small" double at most 1 wan yuan` },
      rates,
      [
        refused(old, 'division-by-zero'),
        hand({ ...old, parts: 3 }, { fund: '60.03' }, 'the double of 33.35 is 66.70'),
        refused({ ...old, total: '10000', parts: 1 }, 'invariant-broken'),
        ...evaluated(grid({ total: ['0', ...around(5000)], birthDate: ['1990-01-01'], parts: [1, 2] })),
      ],
    ),
    using(
      'a rule of its own takes the place of one, and others are no longer needed',
      {
        ...shared,
        rules: `  replace rate means lesser(baseRate, 45%)\n${shared.rules.trimStart().replace(/^/u, '  ')}`,
      },
      rates,
      [
        hand(old, { fund: '45.02', person: '55.03' }, '45.0225'),
        ...evaluated(grid({ total: ['0.01', '0.02', '33.33'], birthDate: ['1964-06-15', '1990-01-01'], parts: [0] })),
      ],
    ),
    using(
      'splits, yearly totals, moves and requirements count, and need their names',
      {
        input: 'Total total money\nBonus bonus money',
        yearly: 'YearCost yearToDate.cost money\nYearFund yearToDate.fund money',
        output: 'Fund fund money\nPerson person money\nGiven moved money',
        rules: '  replace fundRate means 60%',
      },
      `
module "steps"
source general "General rules" official
article general "1"
  quote "steps"
  split total
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  move gift out of person into moved
  accumulate yearToDate.cost adds total
  requires "not above the limit" yearToDate.cost at most limit
  fundRate means 50%
  gift     means lesser(bonus, 10 yuan)
  limit    means 1000 yuan
  unneeded means limit * otherFactor
names
  | FundRate | fundRate |
  | Gift     | gift     |
  | Limit    | limit    |
  | Unneeded | unneeded |`,
      [
        hand(
          { total: '100.05', bonus: '12', 'yearToDate.cost': '1000', 'yearToDate.fund': '7' },
          { fund: '60.03', person: '30.02', moved: '10.00', yearToDate: { cost: '1100.05', fund: '7.00' } },
          '60.03; 40.02 less 10',
        ),
        hand(
          { total: '10', bonus: '4.50', 'yearToDate.cost': '0', 'yearToDate.fund': '0' },
          { fund: '6.00', person: '0.00', moved: '4.00' },
          'only 4 yuan are there to be moved',
        ),
        {
          input: input({ total: '1', bonus: '0', 'yearToDate.cost': '1000.01', 'yearToDate.fund': '0' }),
          errors: [{ code: 'requirement-not-met', path: 'yearToDate.cost' }],
        },
        ...evaluated(
          grid(
            { total: ['0', '0.05', '33.33'], bonus: ['0', '10', '10.01'], 'yearToDate.cost': around(1000) },
            { 'yearToDate.fund': '0' },
          ),
        ),
      ],
    ),
  ],
)

export const summary = notion('summary', 'Sentences without rules, in whatever words, change no result.', [
  sketched(
    'a summary has rules as a quote has; what is not formalised has none',
    {
      input: 'Total total money\nAway isAway boolean',
      output: 'Fund fund money\nPerson person money',
      rules: `
  not formalised "The agency shall make it known." cites A1
    because "it changes no amount"
  summary "eighty per cent at home" cites A2, A3
  table share by isAway
    | no  | 80% |
    | yes | 70% |
  yearly totals from --01-01
  quote "the person pays the rest"
  summary "as it was said before"
  reading R1 "of each bill" because "nothing else is said"
  split total
    at rate share rounded half up to fen  into fund
    the rest                              into person
  not formalised "（Articles 9 to 12, procedure）"
    because "only says how things are done"

names
  | Share | share |`,
    },
    [
      hand({ total: '33.33', isAway: true }, { fund: '23.33', person: '10.00' }, '23.331'),
      ...evaluated(grid({ total: ['0', '0.01', '0.05', '100'], isAway: [true, false] })),
    ],
  ),
  sketched(
    'in Chinese',
    {
      words: 'zh',
      input: '费用 cost 金额',
      output: '基金 fund 金额\n个人 person 金额',
      rules: `
  摘要「基金支付六成」对应 甲1
  分担 费用
    按比例 60% 四舍五入到分  计入 基金
    其余                     计入 个人
  不作规则「定点医院应当核对身份。」
    理由「不改变金额」`,
    },
    [
      hand({ cost: '0.04' }, { fund: '0.02', person: '0.02' }, '0.024'),
      ...evaluated(grid({ cost: ['0', '0.01', '99.99', '100000000'] })),
    ],
  ),
])
