import { notion } from '../../author.ts'
import { told, toldAlone, toldOf } from './clinic.ts'

const used = (rule: string): string => `${rule}
  split visit.cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`
const limit = (rule: string): string => `${rule}
  split visit.cost
    up to limit  into own
    the rest     into fund`
const banded = (rows: string, start = 'yearToDate.cost'): string => `  bands share along yearToDate.cost
${rows}
  split visit.cost banded from ${start}
    at rate share rounded half up to fen  into fund
    the rest                              into own`

export const typesTold = notion('diagnostics-types', 'Problems of types and units.', [
  toldAlone('operator-types', 'money plus a rate', limit('  limit means 100 yuan + 5%')),
  toldAlone('operator-types', 'money times money', limit('  limit means visit.cost * 2 yuan')),
  toldAlone(
    'operator-types',
    'months and days',
    used('  share means 80%\n  except "x" if settledOn + (1 month + 3 days) before 2024-06-01: share becomes 70%'),
  ),
  toldAlone(
    'operator-types',
    'dates are not subtracted',
    used('  share means 80%\n  except "x" if settledOn - person.birthDate more than 18 years: share becomes 70%'),
  ),
  toldAlone(
    'operator-types',
    'money is not compared with months',
    used('  share means 80%\n  except "x" if visit.cost more than 18 months: share becomes 70%'),
  ),
  toldAlone(
    'wrong-type',
    'a rate where an amount is taken',
    '  split visit.cost\n    exactly 80%  into fund\n    the rest     into own',
  ),
  toldAlone(
    'wrong-type',
    'an amount where a rate is taken',
    '  split visit.cost\n    at rate 80 yuan  into fund\n    the rest         into own',
  ),
  toldAlone(
    'wrong-type',
    'an amount where a condition stands',
    used('  share means 80%\n  except "x" if visit.cost: share becomes 70%'),
  ),
  toldAlone(
    'wrong-type',
    'a condition is shared out',
    '  split visit.isUrgent\n    the rest  into own\n  fund means visit.cost',
  ),
  toldAlone(
    'bare-number-for-rate',
    'in a table of rates',
    used('  table share by person.status\n    | working | 0.8 |\n    | retired | 90% |'),
  ),
  toldAlone(
    'bare-number-for-rate',
    'in a line',
    '  split visit.cost\n    at rate 0.8 rounded half up to fen  into fund\n    the rest                            into own',
  ),
  toldAlone('rate-minus-percent', 'used as a rate', used('  general means 80%\n  share means general - 5%')),
  toldAlone('lowered-by-number', 'within an expression', used('  share means 80% lowered by 5%')),
  toldAlone('lowered-by-number', 'raised by a number', used('  share means 80%\n  adjust share raised by 0.05')),
  toldAlone(
    'points-as-rate',
    'points in a line',
    '  split visit.cost\n    at rate 5pp rounded half up to fen  into fund\n    the rest                            into own',
  ),
  toldAlone(
    'band-edge-type',
    'months along money',
    banded('    | at most 6 months   | 60% |\n    | more than 6 months | 80% |'),
  ),
  toldAlone('needs-rounding', 'a third', limit('  limit means visit.cost / 3')),
  toldAlone(
    'needs-rounding',
    'three decimals',
    '  split visit.cost\n    at rate 12.5%  into fund\n    the rest       into own',
  ),
  told('needs-rounding', 'a yearly figure', '  accumulate yearToDate.cost adds visit.cost * 0.5'),
  toldAlone(
    'needs-rounding',
    'a date moved by parts of a month',
    used('  share means 80%\n  except "x" if settledOn + visit.months * 0.5 before 2024-06-01: share becomes 70%'),
  ),
  toldAlone(
    'may-be-negative',
    'a limit less what was paid',
    '  split visit.cost\n    up to 5000 yuan - yearToDate.cost  into fund\n    the rest                           into own',
  ),
  toldAlone(
    'division-by-zero',
    'a difference that is zero',
    limit('  limit means 100 yuan / (2 - 2) rounded half up to fen').replace('(2 - 2)', '0'),
  ),
  toldAlone(
    'compare-by-in',
    'a choice',
    used('  share means 80%\n  except "x" if visit.level equals high: share becomes 70%'),
  ),
  toldAlone(
    'compare-by-in',
    'a region',
    used('  share means 80%\n  except "x" if visit.place equals east: share becomes 70%'),
  ),
  toldAlone(
    'optional-used',
    'in a sum',
    used('  share means 80%\n  except "x" if visit.expiry + 1 day before settledOn: share becomes 70%'),
  ),
  toldAlone(
    'optional-used',
    'of an element',
    used('  share means 80%\n  except "x" if any bills such that bill.due before settledOn: share becomes 70%'),
  ),
  toldAlone('list-used', 'as a condition', used('  share means 80%\n  except "x" if bills: share becomes 70%')),
  toldAlone('list-used', 'as an amount', '  split bills\n    the rest  into own\n  fund means visit.cost'),
  toldAlone(
    'wrong-argument-count',
    'a region of two',
    used('  share means 80%\n  except "x" if visit.place in provinceOf(east, west): share becomes 70%'),
  ),
  toldAlone('wrong-argument-count', 'the lesser of one', limit('  limit means lesser(visit.cost)')),
  toldOf('texts-as-input', 'a field of texts that goes in', 'visit.months | monthCount', 'visit.months | texts'),
  toldAlone(
    'mixed-cells',
    'rates and points',
    used('  table share by person.status\n    | working | 80% |\n    | retired | 5pp |'),
  ),
  toldAlone(
    'mixed-cells',
    'rates and dates',
    used('  classify in order share\n    | 80%        | visit.isUrgent |\n    | 2024-01-01 | otherwise      |'),
  ),
  toldAlone(
    'rate-outside',
    'of a line',
    '  split visit.cost\n    at rate 105% rounded half up to fen  into fund\n    the rest                             into own',
  ),
  toldAlone(
    'rate-outside',
    'bands multiplied beyond the whole',
    banded('    | at most 1 wan yuan   | 60% |\n    | more than 1 wan yuan | 80% |\n  adjust share multiplied by 1.5'),
  ),
])

export const splitsTold = notion('diagnostics-splits', 'Problems of splits, moves and what is of each element.', [
  toldAlone(
    'deductible-above-first-edge',
    'more than the first band holds',
    '  bands share along yearToDate.cost\n    | at most 500 yuan   | 60% |\n    | more than 500 yuan | 80% |\n  split visit.cost banded from yearToDate.cost\n    up to 500.01 yuan                     into own\n    at rate share rounded half up to fen  into fund\n    the rest                              into own',
  ),
  toldAlone(
    'split-without-rest',
    'it ends with a rate',
    '  split visit.cost\n    up to 100 yuan                       into own\n    at rate 100% rounded half up to fen  into fund',
  ),
  toldAlone(
    'rest-not-last',
    'the rest comes first',
    '  split visit.cost\n    up to 100 yuan  into fund\n    the rest        into own\n    the rest        into fund',
  ),
  told('not-a-share', 'from an input', '  move 10 yuan out of visit.cost into own'),
  told('not-a-share', 'from what means says', '  limit means 10 yuan\n  move 10 yuan out of limit into own'),
  toldAlone(
    'split-twice',
    'in general and under a heading',
    '  split visit.cost\n    the rest  into own\n  applies to visit.isUrgent:\n    split visit.cost\n      the rest  into fund',
  ),
  toldAlone(
    'split-incomplete',
    'an input in one case only',
    '  applies to visit.isUrgent:\n    split visit.cost\n      the rest  into remainder\n  applies to visit.isUrgent and person.status in retired:\n    split remainder\n      up to 10 yuan  into own\n      the rest       into fund',
  ),
  toldAlone(
    'share-without-destination',
    'a part that nobody gets',
    '  split visit.cost\n    up to 10 yuan  into lost\n    up to 20 yuan  into own\n    the rest       into fund',
  ),
  told(
    'not-of-each',
    'a move',
    '',
    '\narticle measure "Article 2"\n  quote "of each bill"\n  each bills:\n    move 10 yuan out of fund into own',
  ),
  told(
    'not-of-each',
    'a split of what is no element’s own',
    '',
    '\narticle measure "Article 2"\n  quote "of each bill"\n  each bills:\n    split fund\n      the rest  into own',
  ),
  toldAlone(
    'schedule-without-start',
    'a banded rate in a split',
    '  bands share along visit.cost\n    | at most 100 yuan   | 60% |\n    | more than 100 yuan | 80% |\n  split visit.cost\n    at rate share rounded half up to fen  into fund\n    the rest                              into own',
  ),
  toldAlone(
    'start-without-schedule',
    'no rate in it is banded',
    '  split visit.cost banded from 0 yuan\n    at rate 80% rounded half up to fen  into fund\n    the rest                            into own',
  ),
  toldAlone(
    'schedule-used',
    'as a factor',
    '  bands share along visit.cost\n    | at most 100 yuan   | 60% |\n    | more than 100 yuan | 80% |\n  fund means visit.cost * share rounded half up to fen\n  own means visit.cost - fund',
  ),
  toldAlone(
    'start-ignores-along',
    'another total',
    '  bands share along yearToDate.cost\n    | at most 100 yuan   | 60% |\n    | more than 100 yuan | 80% |\n  split visit.cost banded from 0 yuan\n    at rate share rounded half up to fen  into fund\n    the rest                              into own',
  ),
  toldAlone(
    'over-budget',
    'more than a hundred lines',
    `  split visit.cost\n${'    up to 1 yuan  into own\n'.repeat(101)}    the rest  into fund`,
  ),
])
