import { evaluated, hand, notion, sketched } from '../author.ts'
import { aroundDay, grid } from '../inputs.ts'

export const optionalOutputs = notion(
  'optional-outputs',
  'An output may be absent, and is null then; what is worked out of an absent field is absent.',
  [
    sketched(
      'dates without end, sums and tables of what may be absent',
      {
        choices: { 'Tier Tier': 'High high\nLow low' },
        input:
          'End lastDay optional(date)\nAid aid optional(money)\nHow tier optional(Tier)\nForever isForever boolean',
        output:
          'Until goodUntil optional(date)\nExtended extended optional(date)\nHalf halfAid optional(money)\nTierOut tierOut optional(Tier)\nMonth endMonth optional(yearMonth)\nGrant grant optional(money)',
        rules: `
  goodUntil means openDay
  extended  means lastDay + 1 month - 1 day
  halfAid   means aid / 2 rounded half up to fen
  tierOut   means tier
  endMonth  means firstOfMonth(lastDay)
  classify in order openDay
    | open ended            | isForever |
    | lastDay or else 2024-12-31 | otherwise |
  table grant by isForever
    | yes | absent  |
    | no  | aid + 1 yuan |

names
  | OpenDay | openDay |`,
      },
      [
        hand(
          { lastDay: null, aid: null, tier: null, isForever: true },
          { goodUntil: null, extended: null, halfAid: null, tierOut: null, endMonth: null, grant: null },
          'all absent; without end is null too',
        ),
        hand(
          { lastDay: '2024-01-31', aid: '0.05', tier: 'low', isForever: false },
          {
            goodUntil: '2024-01-31',
            extended: '2024-02-28',
            halfAid: '0.03',
            tierOut: 'low',
            endMonth: '2024-01',
            grant: '1.05',
          },
          '2024-01-31 + 1 month is 29 February; 0.025',
        ),
        ...evaluated(
          grid({
            lastDay: [null, ...aroundDay('2024-02-29'), '9999-11-30'],
            aid: [null, '0', '0.01', '33.33'],
            tier: [null, 'high'],
            isForever: [true, false],
          }),
        ),
      ],
    ),
  ],
)

const two = {
  en: {
    choices: { '类别 Kind': '门诊 outpatient\n住院 inpatient' },
    regions: '海滨市 haibin 339900',
    input:
      '费用 cost money\n医疗类别 kind Kind\n就医地 place region\n出生日期 birthDate date\n期满日 lastDay optional(date)',
    lists: { '票据 bills': '票据金额 bill.amount money' },
    yearly: '年内费用 yearToDate.cost money',
    output: '基金 fund money\n个人 person money\n笔数 countOf number',
    rules: `
  table deductible by kind, place
    | inpatient | haibin    | 1000 yuan |
    | inpatient | otherwise | 0.2 wan yuan |
    | otherwise | whatever  | 0 yuan |
  except "half from July" from 2024-07-01 if kind in inpatient and place in provinceOf(haibin): deductible becomes 500 yuan
  bands fundRate along yearToDate.cost
    | at most 1 wan yuan               | 60% |
    | 1 wan yuan .. 2 wan yuan (incl)  | 70% |
    | more than 2 wan yuan             | 80% |
  applies to fullYears(birthDate, settledOn) at least 60 years old or (lastDay or else open ended) before settledOn:
    adjust fundRate raised by 5pp

article measure "2"
  quote "……"
  split cost banded from yearToDate.cost
    up to deductible                         into person
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  accumulate yearToDate.cost adds cost
  countOf means number of bills such that bill.amount more than 100 yuan
always "the cost is shared out" fund + person equals cost

names
  | 起付线   | deductible |
  | 支付比例 | fundRate   |`,
  },
  zh: {
    choices: { '类别 Kind': '门诊 outpatient\n住院 inpatient' },
    regions: '海滨市 haibin 339900',
    input:
      '费用 cost 金额\n医疗类别 kind 类别\n就医地 place 行政区划\n出生日期 birthDate 日期\n期满日 lastDay 可空（日期）',
    lists: { '票据 bills': '票据金额 bill.amount 金额' },
    yearly: '年内费用 yearToDate.cost 金额',
    output: '基金 fund 金额\n个人 person 金额\n笔数 countOf 数值',
    rules: `
  表格 起付线 按照 医疗类别、就医地
    | 住院 | 海滨市 | 1000元  |
    | 住院 | 其他   | 0.2万元 |
    | 其他 | 不论   | 0元     |
  例外「七月起减半」始于 2024年7月1日 如果 医疗类别 属于 住院 并且 就医地 属于 所在省（海滨市）：起付线 改为 500元
  分段 支付比例 随着 年内费用
    | 不超过 1万元     | 60% |
    | 1万元—2万元（含）| 70% |
    | 超过 2万元       | 80% |
  适用于 足岁（出生日期、结算日期） 不低于 60周岁 或者 （期满日 未填则 无期限） 早于 结算日期：
    调整 支付比例 上浮 5个百分点

条文 办法「二」
  原文「……」
  分担 费用 分段起于 年内费用
    至多 起付线                   计入 个人
    按比例 支付比例 四舍五入到分  计入 基金
    其余                          计入 个人
  累计 年内费用 增加 费用
  笔数 是指 个数 票据 满足 票据金额 超过 100元
保证「费用分完」基金 + 个人 等于 费用

名称对照
  | 起付线   | deductible |
  | 支付比例 | fundRate   |`,
  },
} as const

const sameInputs = grid({
  settledOn: ['2024-06-30', '2024-07-01'],
  kind: ['outpatient', 'inpatient'],
  place: ['339901', '330100', '310000'],
  birthDate: ['1964-07-01', '1990-01-01'],
  lastDay: [null, '2024-06-30'],
  cost: ['12345.67'],
  bills: [[{ amount: '100' }, { amount: '100.01' }]],
  'yearToDate.cost': ['8999.99'],
})

export const languages = notion(
  'languages',
  'The same policy in Chinese and in English keywords gives the same results.',
  [
    sketched('in Chinese', { words: 'zh', ...two.zh }, evaluated(sameInputs)),
    sketched('in English', two.en, evaluated(sameInputs)),
  ],
)
