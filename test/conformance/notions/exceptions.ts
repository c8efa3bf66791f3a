import { evaluated, hand, notion, sketched } from '../author.ts'
import { around, grid } from '../inputs.ts'

const kinds = {
  'Status Status': 'Adult adult\nStudent student\nRetired retired',
  'Tier Tier': 'Tertiary tertiary\nSecondary secondary\nPrimary primary',
}

export const exception = notion(
  'exception',
  'Where an exception holds, its value takes the place of what the general rule says.',
  [
    sketched(
      'of means, a table, bands and classify',
      {
        choices: kinds,
        input: 'Total total money\nWho status Status\nWhere tier Tier\nPoor isPoor boolean',
        yearly: 'YearCost yearToDate.cost money',
        output: 'Deductible deductible money\nFund fund money\nPerson person money\nAid aid money',
        rules: `
  standard means 1000 yuan
  except "none for the poor" if isPoor: standard becomes 0 yuan
  table extra by tier
    | tertiary  | 200 yuan |
    | otherwise | 100 yuan |
  except "half for students" if status in student: extra becomes total * 1% rounded down to fen
  bands fundRate along yearToDate.cost
    | at most 2 wan yuan   | 60% |
    | more than 2 wan yuan | 70% |
  except "flat for the retired" if status in retired: fundRate becomes 90%
  classify in order aidRate
    | 50% | isPoor    |
    | 0%  | otherwise |
  except "primary hospitals give all" if tier in primary and isPoor: aidRate becomes 100%
  split total banded from yearToDate.cost
    up to standard + extra                   into deductible
    at rate fundRate rounded half up to fen  into fund
    at rate aidRate rounded half up to fen   into aid
    the rest                                 into person

names
  | Standard | standard |
  | Extra    | extra    |
  | FundRate | fundRate |
  | AidRate  | aidRate  |`,
      },
      [
        hand(
          { total: '2000', status: 'retired', tier: 'secondary', isPoor: false, 'yearToDate.cost': '19500' },
          { deductible: '1100.00', fund: '810.00', person: '90.00' },
          '2000 − 1100 = 900 × 90%',
        ),
        hand(
          { total: '2000.99', status: 'student', tier: 'primary', isPoor: true, 'yearToDate.cost': '0' },
          { deductible: '20.00', fund: '1188.59', aid: '792.40', person: '0.00' },
          '2000.99 × 1% = 20.0099 → 20.00; 1980.99 × 60% = 1188.594; the rest is given',
        ),
        ...evaluated(
          grid({
            status: ['adult', 'student', 'retired'],
            tier: ['tertiary', 'primary'],
            isPoor: [true, false],
            total: ['0', ...around(1200), '5000.05'],
            'yearToDate.cost': ['0', '19000'],
          }),
        ),
      ],
    ),
    sketched(
      'two that hold at once say the same; one under a heading needs both conditions',
      {
        words: 'zh',
        choices: { '等级 Tier': '三级 tertiary\n二级 secondary\n一级 primary' },
        input: '医院等级 tier 等级\n低保 isPoor 是否\n急诊 isUrgent 是否\n费用 cost 金额',
        output: '起付线 deductible 金额\n情况 isCheap 是否',
        rules: `
  起付线 是指 800元
  例外「低保不设」如果 低保：起付线 改为 0元
  例外「一级不设」如果 医院等级 属于 一级：起付线 改为 0元
  情况 是指 费用 不满 100元
  适用于 医院等级 属于 二级 并且 并非 低保：
    例外「急诊减半」如果 急诊：起付线 改为 400元
    例外「费用高」如果 费用 超过 1万元 并且 并非 急诊：起付线 改为 费用 − 费用 + 600元 不足为零`,
      },
      evaluated(
        grid({
          tier: ['tertiary', 'secondary', 'primary'],
          isPoor: [true, false],
          isUrgent: [true, false],
          cost: ['0', ...around(100, 10000)],
        }),
      ),
    ),
  ],
)
