import { evaluated, hand, notion, sketched } from '../author.ts'
import { around, aroundDay, grid } from '../inputs.ts'

const kinds = {
  'Status Status': 'Adult adult\nStudent student\nRetired retired',
  'Tier Tier': 'Tertiary tertiary\nSecondary secondary\nPrimary primary',
}

export const table = notion(
  'table',
  'Exactly one row of a table holds; otherwise is what no other row names in its column.',
  [
    sketched(
      'one and several values in a cell, otherwise, whatever, yes and no',
      {
        choices: kinds,
        input: 'Who person.status Status\nWhere visit.tier Tier\nPoor person.poor boolean',
        output: 'Deductible deductible money\nAllowance allowance money\nNursing isNursed boolean',
        rules: `
  table deductible by visit.tier
    | tertiary           | 1000 yuan |
    | secondary, primary |  500 yuan |
  table allowance by person.status, person.poor, visit.tier
    | adult     | no       | whatever  |     0 yuan |
    | adult     | yes      | tertiary  |    30 yuan |
    | adult     | yes      | secondary, primary | 12.34 yuan |
    | otherwise | whatever | primary   |    60 yuan |
    | otherwise | whatever | tertiary, secondary | 50 yuan |
  table isNursed by person.status
    | retired   | yes |
    | otherwise | no  |`,
      },
      [
        hand(
          { 'person.status': 'adult', 'visit.tier': 'secondary', 'person.poor': true },
          { deductible: '500.00', allowance: '12.34', isNursed: false },
          'the third row of allowance',
        ),
        ...evaluated(
          grid({
            'person.status': ['adult', 'student', 'retired'],
            'visit.tier': ['tertiary', 'secondary', 'primary'],
            'person.poor': [true, false],
          }),
        ),
      ],
    ),
    sketched(
      'head rows across, with same',
      {
        choices: kinds,
        input: 'Who person.status Status\nWhere visit.tier Tier\nPoor person.poor boolean',
        output: 'Deductible deductible money\nRate share rate',
        rules: `
  table deductible by visit.tier
    | person.poor   | no        | same     | same    | yes      |
    | person.status | adult     | student  | retired | whatever |
    |---------------|-----------|----------|---------|----------|
    | tertiary      | 1000 yuan | 500 yuan | same    |   1 yuan |
    | otherwise     |  400 yuan | same     | same    |   0 yuan |
  table share by visit.tier, person.poor
    | person.status | adult, retired | otherwise |
    |---------------|----------------|-----------|
    | tertiary | no       | 60%     | 65%       |
    | tertiary | yes      | 70%     | same      |
    | primary, secondary | whatever | 80.5% | 100% |`,
      },
      [
        hand(
          { 'person.status': 'retired', 'visit.tier': 'tertiary', 'person.poor': false },
          { deductible: '500.00', share: '0.6' },
          'the cell of student stands for retired too',
        ),
        ...evaluated(
          grid({
            'person.status': ['adult', 'student', 'retired'],
            'visit.tier': ['tertiary', 'secondary', 'primary'],
            'person.poor': [true, false],
          }),
        ),
      ],
    ),
    sketched(
      'comparisons and ranges of money, an end included or not',
      {
        words: 'zh',
        input: '费用 cost 金额\n次数 times 数值',
        output: '档次 grade 数值\n另档 otherGrade 数值\n次档 timesGrade 数值',
        rules: `
  表格 档次 按照 费用
    | 不满 100元            | 1 |
    | 100元（含）—200元     | 2 |
    | 200元（含）—0.03万元（含） | 3 |
    | 超过 300元            | 4 |
  表格 另档 按照 费用
    | 不超过 100元          | 1 |
    | 100元—200元           | 2 |
    | 200元                 | 3 |
    | 200元—300元（含）     | 4 |
    | 其他                  | 5 |
  表格 次档 按照 次数
    | 1、2、3   | 1 |
    | 不满 0    | 2 |
    | 不低于 10 | 3 |
    | 其他      | 4 |`,
      },
      [
        hand(
          { cost: '200.00', times: 3 },
          { grade: 3, otherGrade: 3, timesGrade: 1 },
          '200 is included in the third row',
        ),
        ...evaluated(
          grid({ cost: ['0', ...around(100, 200, 300)], times: [0, 1, '1.5', 3, '-0.000001', 10, '9.999999'] }),
        ),
      ],
    ),
    sketched(
      'dates, ages and absent fields in cells; a table of dates and of choices',
      {
        choices: { 'Setting Setting': 'Local local\nAway away' },
        input: 'Birth birthDate date\nUntil lastDay optional(date)\nPoor poor boolean',
        output: 'Setting setting Setting\nOpen isOpen boolean\nEra era number\nEnd end date\nGroup group number',
        rules: `
  table setting by poor
    | yes | local |
    | no  | away  |
  table isOpen by lastDay
    | absent    | yes |
    | otherwise | no  |
  table era by birthDate
    | before 1980-01-01                      | 1 |
    | 1980-01-01 (incl) .. 2000-02-29        | 2 |
    | not before 2000-02-29                  | 3 |
  table end by poor
    | yes | settledOn + 12 months |
    | no  | 2024-12-31            |
  fullAge means fullYears(birthDate, settledOn)
  table group by fullAge
    | below 45 years old    | 1 |
    | at least 45 years old | 2 |

names
  | FullAge | fullAge |`,
      },
      evaluated(
        grid({
          birthDate: aroundDay('1980-01-01', '2000-02-29', '1979-06-15'),
          lastDay: [null, '2024-06-15'],
          poor: [true, false],
        }),
      ),
    ),
    sketched(
      'regions in cells; values that are worked out',
      {
        words: 'zh',
        regions: '海滨市 haibin 339900\n江南省 jiangnan 320000\n直辖市 capital 110000',
        input: '就医地 place 行政区划\n费用 cost 金额',
        output: '补贴 allowance 金额\n省补 provincial 金额',
        rules: `
  表格 补贴 按照 就医地
    | 海滨市         | 费用 × 2         |
    | 其他           | 50元             |
  表格 省补 按照 就医地
    | 海滨市、江南省 | 较小者（费用、100元） |
    | 直辖市         | 0元              |
    | 其他           | 费用 − 费用      |`,
      },
      evaluated(
        grid({
          place: [
            '339900',
            '339901',
            '339999',
            '339800',
            '330000',
            '320000',
            '320100',
            '329999',
            '310000',
            '110105',
            '120000',
          ],
          cost: ['0', ...around(100)],
        }),
      ),
    ),
  ],
)

export const classify = notion('classify', 'classify in order: from the top, the first condition that holds decides.', [
  sketched(
    'several rows hold: the first decides',
    {
      choices: kinds,
      input: 'Birth birthDate date\nWhere tier Tier\nPoor poor boolean\nTotal total money',
      output: 'Fund fund money\nPerson person money',
      rules: `
  classify in order fundRate
    | 90% | poor                                           |
    | 70% | fullYears(birthDate, settledOn) below 18 years old |
    | 60% | tier in tertiary and total more than 100 yuan  |
    | 65% | otherwise                                      |
  split total
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person

names
  | FundRate | fundRate |`,
    },
    [
      hand(
        { birthDate: '2015-01-01', tier: 'tertiary', poor: true, total: '1000' },
        { fund: '900.00' },
        'a child, but the first row holds',
      ),
      hand(
        { birthDate: '2006-06-15', tier: 'tertiary', poor: false, total: '100' },
        { fund: '65.00' },
        '18 today, and not more than 100 yuan',
      ),
      ...evaluated(
        grid({
          birthDate: aroundDay('2006-06-15'),
          tier: ['tertiary', 'secondary', 'primary'],
          poor: [true, false],
          total: around(100),
        }),
      ),
    ],
  ),
  sketched(
    'a choice that comes out, by regions and lists',
    {
      words: 'zh',
      choices: { '情形 Setting': '本地 local\n省内 province\n备案 filed\n急诊情形 emergency\n临时 unfiled' },
      regions: '海滨市 haibin 339900',
      input: '就医地 place 行政区划\n急诊 isEmergency 是否',
      lists: { '备案记录 filings': '备案地 filing.region 行政区划' },
      output: '就医情形 setting 情形\n降幅 reduction 比例',
      rules: `
  依次判定 就医情形
    | 本地     | 就医地 属于 海滨市                              |
    | 备案     | 任一 备案记录 满足 就医地 属于 所在市（备案地） |
    | 省内     | 就医地 属于 所在省（海滨市）                    |
    | 急诊情形 | 急诊                                            |
    | 临时     | 其他                                            |
  表格 降幅 按照 就医情形
    | 本地           |   0% |
    | 备案、急诊情形 |  10% |
    | 省内           | 7.5% |
    | 其他           |  20% |`,
    },
    [
      hand(
        { place: '310115', isEmergency: true, filings: [{ region: '310100' }] },
        { setting: 'filed', reduction: '0.1' },
        'the city of the filing is 3101',
      ),
      hand(
        { place: '310215', isEmergency: false, filings: [{ region: '310100' }] },
        { setting: 'unfiled', reduction: '0.2' },
        'another city',
      ),
      ...evaluated(
        grid({
          place: ['339900', '339901', '330100', '310115', '310200', '110105'],
          isEmergency: [true, false],
          filings: [[], [{ region: '310100' }], [{ region: '330100' }], [{ region: '110100' }, { region: '310200' }]],
        }),
      ),
    ],
  ),
])

export const appliesTo = notion(
  'applies-to',
  'The rules below applies to hold only where its condition does; a name may be defined under several headings that exclude each other.',
  [
    sketched(
      'a rate and a split for each kind of visit',
      {
        choices: { 'Kind Kind': 'Outpatient outpatient\nInpatient inpatient\nPharmacy pharmacy' },
        input: 'Total total money\nKind kind Kind\nEmergency isEmergency boolean',
        output: 'Fund fund money\nPerson person money\nUsed used rate',
        rules: `
  deductible means 100 yuan
  applies to kind in inpatient:
    fundRate means 70%
  applies to kind in outpatient and isEmergency:
    fundRate means 60%
  applies to kind in outpatient and not isEmergency:
    fundRate means 50%
  applies to kind in pharmacy:
    fundRate means 30%
    except "more in an emergency" if isEmergency: fundRate becomes 35%

article measure "Article 2"
  quote "The fund pays its rate."
  split total
    up to deductible                         into person
    at rate fundRate rounded half up to fen  into fund
    the rest                                 into person
  used means fundRate

names
  | FundRate   | fundRate   |
  | Deductible | deductible |`,
      },
      [
        hand(
          { total: '1100.05', kind: 'outpatient', isEmergency: true },
          { fund: '600.03', person: '500.02' },
          '1000.05 × 60% = 600.03',
        ),
        ...evaluated(
          grid({
            kind: ['outpatient', 'inpatient', 'pharmacy'],
            isEmergency: [true, false],
            total: ['0', ...around(100), '100.10', '777.77'],
          }),
        ),
      ],
    ),
  ],
)
