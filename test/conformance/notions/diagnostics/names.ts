import { notion } from '../../author.ts'
import { told, toldAlone, toldEditions, toldOf } from './clinic.ts'

const used = (rule: string): string => `${rule}
  split visit.cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`

const head = 'policy sample "sample"\n'
const edition = 'edition "2024" from 2024-01-01 until 2024-12-31 selected by settledOn'
const example = `example "a hundred"
  given
    | settledOn        | 2024-03-01 |
    | person.status    | working    |
    | person.birthDate | 1980-01-01 |
    | visit.level      | low        |
    | visit.cost       | 100 yuan   |
    | visit.isUrgent   | no         |
    | visit.place      | east       |
    | visit.months     | 12 months  |
  expect
    | fund | 80 yuan |`

export const namesTold = notion(
  'diagnostics-names',
  'Problems of names, of the vocabulary and of what a policy has to state.',
  [
    toldOf(
      'vocabulary-not-found',
      'the file that is used is not there',
      'uses "sample.vocabulary"',
      'uses "other.vocabulary"',
    ),
    toldOf('unknown-decision', 'the vocabulary has another', 'decision calculate\nsource', 'decision settle\nsource'),
    toldOf('unknown-type', 'of a field', '| Cost | visit.cost | money |', '| Cost | visit.cost | cash |'),
    toldOf('unknown-type', 'within optional', 'visit.expiry | optional(date)', 'visit.expiry | optional(day)'),
    toldOf('unknown-record', 'among what comes out', '| 结果, 年度 |', '| 结果, 年报 |'),
    toldAlone(
      'unknown-name',
      'a rate that nobody states',
      used('  ratio means 80%').replace('ratio means', 'part means').replace('  part means 80%\n', ''),
    ),
    toldAlone(
      'unknown-name',
      'in a condition',
      used('  except "x" if visit.isSlow: share becomes 90%\n  share means 80%'),
    ),
    toldAlone(
      'unknown-name',
      'a region',
      used('  share means 80%\n  except "x" if visit.place in north: share becomes 70%'),
    ),
    toldAlone(
      'unknown-member',
      'in a condition',
      used('  share means 80%\n  except "x" if person.status in pensioned: share becomes 70%'),
    ),
    toldAlone(
      'unknown-member',
      'in a cell',
      used('  table share by visit.level\n    | topmost   | 70% |\n    | otherwise | 80% |'),
    ),
    toldAlone(
      'unknown-list',
      'under each',
      used('  share means 80%\n  except "x" if any receipts such that person.status in retired: share becomes 70%'),
    ),
    toldOf('unknown-source', 'of an article', 'article measure', 'article notice'),
    toldOf('unknown-grade', 'of a source', 'official', 'certain'),
    toldAlone(
      'unknown-function',
      'that does not exist',
      used(
        '  share means 80%\n  except "x" if daysBetween(person.birthDate, settledOn) more than 10: share becomes 70%',
      ),
    ),
    told(
      'unknown-example',
      'one that another is based on',
      '',
      `${example}\n\nexample "two hundred" based on "a hundred and one"\n  given\n    | visit.cost | 200 yuan |\n  expect\n    | fund | 160 yuan |`,
    ),
    toldOf('wrong-declaration-row', 'a member without an identifier', '| Retired | retired |', '| Retired |'),
    toldOf(
      'wrong-declaration-row',
      'a field without a type',
      '| Cost | visit.cost | money | absent |',
      '| Cost | visit.cost |',
    ),
    toldOf('wrong-region-code', 'four digits', '"610000"', '"6100"'),
    toldOf('wrong-region-code', 'a province that does not exist', '"610000"', '"990000"'),
    toldAlone(
      'defined-twice',
      'a table and a sentence',
      used('  table share by person.status\n    | working | 80% |\n    | retired | 90% |\n  share means 80%'),
    ),
    toldOf('defined-twice', 'a field of the vocabulary', '| Urgent | visit.isUrgent |', '| Cost | visit.isUrgent |'),
    told('name-taken', 'a region', '  east means 10 yuan'),
    told('name-taken', 'an input that is to be worked out', '  visit.cost means 10 yuan'),
    told('not-a-yearly-total', 'an output only', '  accumulate own adds 10 yuan'),
    told('not-a-yearly-total', 'an input only', '  accumulate visit.cost subtracts 10 yuan'),
    told('not-an-input-amount', 'what is worked out', '', 'monotone "more of both" own along fund never falls'),
    told('not-an-input-amount', 'a choice', '', 'monotone "by status" own along person.status never falls'),
    told('unused-name', 'a limit that limits nothing', '  limit means 10 yuan'),
    told(
      'unused-name',
      'a name of each element',
      '',
      '\narticle measure "Article 2"\n  quote "old bills"\n  each bills:\n    isOld means (bill.due or else 2024-01-01) before 2024-01-01',
    ),
    toldAlone(
      'name-misspelt',
      'stated one way and used another',
      used('  paymntRate means 80%\n  except "x" if visit.isUrgent: paymentRate becomes 70%').replace(
        'at rate share',
        'at rate paymentRate',
      ),
    ),
    told('pair-without-name', 'a name that nobody states', '', 'names\n  | Limit | limit |'),
    toldOf('rule-without-quote', 'an article without words', '  quote "the rules of the sample"\n', ''),
    told(
      'reading-without-rule',
      'a reading at the end of an article',
      '',
      '  reading R1 "the rest is rounded too"\n    because "nothing is said of it"',
    ),
    toldOf('no-policy-header', 'the first line is missing', head, ''),
    toldOf('no-decision', 'it is not said what is decided', 'decision calculate\nsource', 'source'),
    toldAlone('output-without-rule', 'one of two', '  fund means visit.cost'),
    toldAlone(
      'output-misspelt',
      'a line into a name like it',
      '  split visit.cost\n    at rate 80% rounded half up to fen  into fundd\n    the rest                            into own',
    ),
    toldAlone(
      'output-of-wrong-type',
      'a condition where money comes out',
      '  fund means visit.isUrgent\n  own means visit.cost',
    ),
    toldAlone(
      'attribute-outside-list',
      'a field of an element outside each',
      '  split visit.cost\n    up to bill.amount  into fund\n    the rest           into own',
    ),
    toldAlone(
      'cycle',
      'three names in a circle',
      used('  share means 100% - rest_\n  rest_ means 100% - more_\n  more_ means share'),
    ),
    told('cycle', 'a name that leads to itself', '  limit means limit + 1 yuan'),
  ],
)

export const editionsTold = notion('diagnostics-editions', 'Problems of editions and dates.', [
  toldOf('no-edition', 'none at all', edition, ''),
  toldEditions(
    'editions-overlap',
    'the last day twice',
    'edition "a" from 2024-01-01 until 2024-06-30 selected by settledOn\nedition "b" from 2024-06-30 until 2024-12-31 selected by settledOn',
  ),
  toldEditions(
    'editions-overlap',
    'one open',
    'edition "a" from 2024-01-01 selected by settledOn\nedition "b" from 2025-01-01 selected by settledOn',
  ),
  toldEditions(
    'editions-gap',
    '29 February in none',
    'edition "a" until 2024-02-28 selected by settledOn\nedition "b" from 2024-03-01 selected by settledOn',
  ),
  toldOf(
    'edition-reversed',
    'ends before it begins',
    'from 2024-01-01 until 2024-12-31',
    'from 2024-02-01 until 2024-01-31',
  ),
  toldOf('edition-date-not-input', 'selected by an amount', 'selected by settledOn', 'selected by visit.cost'),
  toldOf('edition-date-not-input', 'selected by a field of a list', 'selected by settledOn', 'selected by bill.due'),
  toldOf('no-such-date', '29 February of a common year', 'from 2024-01-01', 'from 2023-02-29'),
  toldAlone(
    'no-such-date',
    'a thirteenth month in a rule',
    used('  except "x" from 2024-13-01: share becomes 70%\n  share means 80%'),
  ),
])
