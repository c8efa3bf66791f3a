import { evaluated, hand, notion, sketched, written } from '../author.ts'
import { around, aroundDay, grid } from '../inputs.ts'
import { lines } from '../sketch.ts'

export const regions = notion(
  'regions',
  'Two digits of a code are the province, four the city; in asks whether a place lies inside.',
  [
    sketched(
      'in a county, a city, a province; widened',
      {
        words: 'zh',
        regions: '海滨市 haibin 339900\n东区 east 339902\n江南省 jiangnan 320000',
        input: '就医地 place 行政区划\n参保地 home 行政区划',
        output:
          '在市 inCity 是否\n在区 inCounty 是否\n在省 inProvince 是否\n两处 inEither 是否\n外地 isOutside 是否\n同市 sameCity 是否\n同省 sameProvince 是否\n市码 city 行政区划\n省码 province 行政区划\n本地码 own 行政区划',
        rules: `
  在市   是指 就医地 属于 海滨市
  在区   是指 就医地 属于 东区
  在省   是指 就医地 属于 所在省（海滨市）
  两处   是指 就医地 属于 东区、江南省
  外地   是指 就医地 不属于 海滨市、江南省
  同市   是指 就医地 属于 所在市（参保地）
  同省   是指 就医地 属于 所在省（参保地）
  市码   是指 所在市（就医地）
  省码   是指 所在省（就医地）
  本地码 是指 海滨市`,
      },
      [
        hand(
          { place: '339902', home: '330102' },
          {
            inCity: true,
            inCounty: true,
            sameCity: false,
            sameProvince: true,
            city: '339900',
            province: '330000',
            own: '339900',
          },
          '3399 and 3301 lie in 33',
        ),
        hand(
          { place: '339900', home: '339902' },
          { inCity: true, inCounty: false, sameCity: true },
          'the city is not in its county',
        ),
        hand(
          { place: '330000', home: '339902' },
          { inCity: false, inProvince: true, sameCity: false, city: '330000' },
          'nor the province in its city',
        ),
        ...evaluated(
          grid({
            place: [
              '339900',
              '339901',
              '339902',
              '339903',
              '339800',
              '330000',
              '320000',
              '320100',
              '320102',
              '310000',
              '110105',
              '710000',
              '820000',
              '650100',
            ],
            home: ['339902', '320100', '110000'],
          }),
        ),
      ],
    ),
    sketched(
      'a region that is written as its code, and a place among the elements of a list',
      {
        regions: 'Capital capital 110000\nPudong pudong 310115\nShanghai shanghai 310000',
        input: 'Place place region',
        lists: { 'Stays stays': 'Where stay.place region' },
        output:
          'InPudong inPudong boolean\nInShanghai inShanghai boolean\nAny isAnyThere boolean\nCapitals capitals number',
        rules: `
  inPudong     means place in pudong
  inShanghai   means place in shanghai
  isAnyThere   means any stays such that stay.place in prefectureOf(place)
  capitals     means number of stays such that stay.place in capital`,
      },
      evaluated(
        grid({
          place: ['310115', '310000', '310100', '310104', '110105', '320115'],
          stays: [[], [{ place: '310115' }], [{ place: '110000' }, { place: '110105' }, { place: '310104' }]],
        }),
      ),
    ),
  ],
)

export const choices = notion('choices', 'A choice takes in and not in; a condition can be the value of a name.', [
  sketched(
    'one, several, not in, and, or, not',
    {
      choices: {
        'Status Status': 'Adult adult\nStudent student\nRetired retired',
        'Tier Tier': 'Tertiary tertiary\nSecondary secondary\nPrimary primary',
      },
      input: 'Who status Status\nWhere tier Tier\nPoor isPoor boolean\nDisabled isDisabled boolean',
      output:
        'One isOne boolean\nSeveral isSeveral boolean\nNone isNone boolean\nRank isRanked boolean\nGrouped isGrouped boolean\nNegated isNegated boolean\nTwice isTwice boolean\nMember wasGiven Status',
      rules: `
  isOne     means status in adult
  isSeveral means tier in secondary, primary
  isNone    means status not in adult, retired
  isRanked  means isPoor or isDisabled and status in adult
  isGrouped means (isPoor or isDisabled) and status in adult
  isNegated means not isPoor and isDisabled
  isTwice   means not (not isPoor or not (isDisabled and tier in tertiary))
  wasGiven  means status`,
    },
    [
      hand(
        { status: 'student', tier: 'primary', isPoor: true, isDisabled: false },
        { isRanked: true, isGrouped: false },
        '“and” comes before “or”',
      ),
      hand(
        { status: 'student', tier: 'primary', isPoor: true, isDisabled: true },
        { isNegated: false, isNone: true },
        '“not” is about the one condition after it',
      ),
      ...evaluated(
        grid({
          status: ['adult', 'student', 'retired'],
          tier: ['tertiary', 'secondary', 'primary'],
          isPoor: [true, false],
          isDisabled: [true, false],
        }),
      ),
    ],
  ),
  sketched(
    'a table with a row for absent and rows for values',
    {
      words: 'zh',
      choices: { '等级 Tier': '高等 high\n中等 middle\n低等 low' },
      input: '等级 tier 可空（等级）\n期满日 lastDay 可空（日期）\n补助 aid 可空（金额）\n加急 isUrgent 是否',
      lists: { '备案记录 filings': '备案期满 filing.lastDay 可空（日期）' },
      output: '起付线 deductible 金额\n类 kind 数值\n档 grade 数值\n有效数 validCount 数值',
      rules: `
  表格 起付线 按照 等级、加急
    | 未填       | 不论 | 100元 |
    | 高等       | 是   | 200元 |
    | 高等       | 否   | 300元 |
    | 中等、低等 | 不论 | 400元 |
  表格 类 按照 期满日
    | 早于 2024年6月15日               | 1 |
    | 2024年6月15日（含）—2024年7月1日 | 2 |
    | 未填                             | 3 |
    | 其他                             | 4 |
  表格 档 按照 补助
    | 不满 100元 | 1 |
    | 100元      | 2 |
    | 其他       | 3 |
  有效数 是指 个数 备案记录 满足 有效
  每项 备案记录：
    表格 有效 按照 备案期满
      | 早于 2024年6月15日 | 否 |
      | 其他               | 是 |

名称对照
  | 有效 | isValid |`,
    },
    [
      hand(
        {
          tier: null,
          lastDay: null,
          aid: null,
          isUrgent: true,
          filings: [{ lastDay: null }, { lastDay: '2024-06-14' }],
        },
        { deductible: '100.00', kind: 3, grade: 3, validCount: 1 },
        'absent, absent, otherwise',
      ),
      ...evaluated(
        grid({
          tier: [null, 'high', 'low'],
          lastDay: [null, ...aroundDay('2024-06-15', '2024-07-01')],
          aid: [null, ...around(100)],
          isUrgent: [true, false],
          filings: [[]],
        }),
      ),
    ],
  ),
])

export const optional = notion(
  'optional',
  'An optional field may be null: or else says what is used then, absent may be asked in a table.',
  [
    sketched(
      'dates, money, choices; open ended',
      {
        choices: { 'Tier Tier': 'High high\nLow low' },
        input:
          'Until untilDate optional(date)\nAid aid optional(money)\nHow tier optional(Tier)\nShare share optional(rate)\nTotal total money',
        output:
          'Valid isValid boolean\nPaid paid money\nLast lastDay date\nTierOut tierOut Tier\nGiven isGiven boolean\nShareOut shareOut rate',
        rules: `
  isValid  means (untilDate or else open ended) not before settledOn
  paid     means lesser(aid or else total, 100 yuan)
  lastDay  means untilDate or else settledOn + 1 month
  tierOut  means tier or else low
  shareOut means 100% - (share or else 30%)
  table isGiven by tier
    | absent | no  |
    | otherwise | yes |`,
      },
      [
        hand(
          { untilDate: null, aid: null, tier: null, share: null, total: '50' },
          { isValid: true, paid: '50.00', lastDay: '2024-07-15', tierOut: 'low', isGiven: false, shareOut: '0.7' },
          'open ended is later than every date',
        ),
        ...evaluated(
          grid({
            untilDate: [null, ...aroundDay('2024-06-15'), '9999-12-31'],
            aid: [null, '0', '99.99', '100.01'],
            tier: [null, 'high', 'low'],
            share: [null],
            total: ['100', '120'],
          }),
        ),
        ...evaluated(grid({ untilDate: [null], aid: [null], tier: [null], share: ['0', 1, '0.333333'], total: ['0'] })),
      ],
    ),
  ],
)

export const names = notion(
  'names',
  'Labels and identifiers name the same thing; identifiers with dots give the levels of the JSON.',
  [
    written(
      'labels and identifiers by turns, in a vocabulary of one language and a policy of the other',
      {
        'words.policy': lines(`
※ 词汇：中文
词汇「混用」
选项 医院等级 Tier
  | 三级 | tertiary |
  | 一级 | primary  |
记录 就医 visit
  | 医院等级 | visit.hospital.tier | 医院等级 | 未填 |
  | 结算日期 | visit.settledOn     | 日期     | 未填 |
  | 总额     | visit.costs.total   | 金额     | 未填 |
记录 结果 result
  | 统筹 | paid.byFund   | 金额 | 未填 |
  | 个人 | paid.byPerson | 金额 | 未填 |
事项 结算 settle
  | 输入 | 就医 |
  | 输出 | 结果 |
事项 试算 try
  | 输入 | 就医 |
  | 输出 | 结果 |`),
        'mixed.settle.policy': lines(`
policy mixed.city "names"
uses "words"
decision 结算
source notice "Notice" press
edition "2024" from 2024-01-01 selected by 结算日期

article notice "1"
  quote "…… the rate"
  table rate_1 by visit.hospital.tier
    | 三级    | 60% |
    | primary | 80% |
  split 总额  // the label
    at rate rate_1 rounded half up to fen  into 统筹  ※ 基金
    the rest                               into paid.byPerson
  cap means 医院等级 in tertiary, 一级

always "the cap holds" cap

names
  | 比例一 | rate_1 |
  | 通知   | notice |
  | 上限   | cap    |`),
      },
      [
        ...['tertiary', 'primary'].flatMap((tier) =>
          ['0', '0.99', '100.03'].map((total) => ({
            input: { visit: { hospital: { tier }, settledOn: '2024-01-01', costs: { total } } },
          })),
        ),
        {
          input: { visit: { hospital: { tier: 'tertiary' }, settledOn: '2024-02-29', costs: { total: '9.99' } } },
          gives: { policy: 'mixed.city', 'paid.byFund': '5.99', 'paid.byPerson': '4.00' },
          by: '9.99 × 60% = 5.994',
        },
      ],
      { of: 'mixed.city.settle' },
    ),
    sketched(
      'full-width punctuation and digits, comments, blanks, rules on one line',
      {
        words: 'zh',
        input: '总额 total 金额\n次数 times 数值',
        output: '甲份 first 金额\n乙份 second 金额\n丙份 third 金额',
        rules: `
  限额 是指 １２００元 ※ 全角数字
  系数 是指 （1 ＋ 次数） × 0.5  // 半角
  分担 总额 至多 限额 不足为零 四舍五入到分 计入 甲份 按比例 ２０％ 四舍五入到分 计入 乙份
    其余

      计入

        丙份
  调整 系数 乘以 2 调整 限额 乘以 系数

名称对照
  ｜ 限额 ｜ limit  ｜
  | 系数 | factor |`,
      },
      evaluated(grid({ total: ['0', ...around(1200, 2400), '9999.99'], times: [0, 1, 2] })),
    ),
  ],
)
