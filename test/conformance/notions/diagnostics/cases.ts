import { diagnosed, notion } from '../../author.ts'
import { filesOf } from '../../sketch.ts'
import { told, toldAlone } from './clinic.ts'

const used = (rule: string): string => `${rule}
  split visit.cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`
const banded = (rows: string): string => `  bands share along yearToDate.cost
${rows}
  split visit.cost banded from yearToDate.cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`

const pairs = Array.from({ length: 11 }, (_, index) => [`one${index}`, `other${index}`] as const)

export const casesTold = notion('diagnostics-cases', 'Problems of cases: left out, told twice, impossible.', [
  toldAlone(
    'table-gap',
    'an age',
    used(
      '  fullAge means fullYears(person.birthDate, settledOn)\n  table share by fullAge\n    | below 18 years old     | 70% |\n    | more than 18 years old | 80% |',
    ),
  ),
  toldAlone(
    'table-gap',
    'a pair of cells',
    used(
      '  table share by person.status, visit.isUrgent\n    | working | yes      | 70% |\n    | working | no       | 75% |\n    | retired | yes      | 80% |',
    ),
  ),
  toldAlone(
    'table-gap',
    'a fen',
    used(
      '  table share by visit.cost\n    | below 100 yuan            | 70% |\n    | 100 yuan .. 200 yuan      | 75% |\n    | at least 200 yuan         | 80% |',
    ),
  ),
  toldAlone('table-gap', 'a place', used('  table share by visit.place\n    | east | 70% |\n    | west | 75% |')),
  toldAlone(
    'table-overlap',
    'a member in two rows',
    used('  table share by visit.level\n    | high, middle | 70% |\n    | middle, low  | 80% |'),
  ),
  toldAlone(
    'table-overlap',
    'a region in its province',
    used(
      '  table share by visit.place\n    | east      | 70% |\n    | provinceOf(east) | 75% |\n    | otherwise | 80% |',
    ),
  ),
  toldAlone(
    'row-never-applies',
    'a comparison that the others leave nothing to',
    used(
      '  classify in order share\n    | 70% | visit.cost below 100 yuan |\n    | 75% | visit.cost below 50 yuan  |\n    | 80% | otherwise                 |',
    ),
  ),
  toldAlone(
    'row-never-applies',
    'otherwise after all members',
    used('  table share by person.status\n    | working   | 70% |\n    | retired   | 75% |\n    | otherwise | 80% |'),
  ),
  told(
    'section-never-applies',
    'a condition that cannot hold',
    '',
    '\narticle measure "Article 2"\n  quote "of the year"\n  applies to visit.cost below 10 yuan and visit.cost more than 20 yuan:\n    accumulate yearToDate.cost adds visit.cost',
  ),
  toldAlone(
    'no-otherwise',
    'the last row has a condition',
    used('  classify in order share\n    | 70% | visit.isUrgent     |\n    | 80% | not visit.isUrgent |'),
  ),
  toldAlone(
    'band-gap',
    'between two bands',
    banded(
      '    | at most 100 yuan             | 60% |\n    | 200 yuan .. 300 yuan (incl)  | 70% |\n    | more than 300 yuan           | 80% |',
    ),
  ),
  toldAlone(
    'band-gap',
    'above the last',
    banded('    | at most 100 yuan             | 60% |\n    | 100 yuan .. 300 yuan (incl)  | 70% |'),
  ),
  toldAlone(
    'band-overlap',
    'a band within another',
    banded(
      '    | at most 300 yuan             | 60% |\n    | 100 yuan .. 400 yuan (incl)  | 70% |\n    | more than 400 yuan           | 80% |',
    ),
  ),
  toldAlone(
    'band-reversed',
    'the larger end first',
    banded(
      '    | at most 100 yuan             | 60% |\n    | 300 yuan .. 100 yuan (incl)  | 70% |\n    | more than 300 yuan           | 80% |',
    ),
  ),
  toldAlone(
    'band-edge-twice',
    'both include it',
    banded('    | at most 100 yuan  | 60% |\n    | at least 100 yuan | 80% |'),
  ),
  toldAlone(
    'band-row-form',
    'otherwise is no band',
    banded('    | at most 100 yuan | 60% |\n    | otherwise        | 80% |'),
  ),
  toldAlone(
    'wrong-cell-count',
    'a value too many',
    used(
      '  table share by visit.level\n    | high      | 70% | 75% |\n    | middle    | 70% |\n    | otherwise | 80% |',
    ),
  ),
  toldAlone(
    'wrong-cell-count',
    'classify with three cells',
    used('  classify in order share\n    | 70% | visit.isUrgent | yes |\n    | 80% | otherwise      |'),
  ),
  toldAlone(
    'not-one-value',
    'two values in a cell',
    used('  table share by person.status\n    | working | 70%, 75% |\n    | retired | 80%      |'),
  ),
  toldAlone(
    'same-without-left',
    'in the first column',
    used(
      '  table share by visit.level\n    | person.status | working | retired |\n    |---------------|---------|---------|\n    | high          | same    | 75%     |\n    | otherwise     | 70%     | 80%     |',
    ),
  ),
  toldAlone(
    'definitions-overlap',
    'under two headings',
    used('  share means 80%\n').replace(
      '  share means 80%\n',
      '  applies to visit.isUrgent:\n    share means 70%\n  applies to visit.level in high:\n    share means 75%\n  applies to not visit.isUrgent and visit.level not in high:\n    share means 80%\n\narticle measure "Article 2"\n  quote "payment"',
    ),
  ),
  toldAlone(
    'exceptions-conflict',
    'of dates that meet',
    used(
      '  share means 80%\n  except "spring" from 2024-03-01 until 2024-05-31: share becomes 70%\n  except "May and later" from 2024-05-31: share becomes 60%',
    ),
  ),
  toldAlone(
    'exceptions-conflict',
    'of conditions that meet',
    used(
      '  share means 80%\n  except "dear" if visit.cost more than 1000 yuan: share becomes 70%\n  except "retired" if person.status in retired: share becomes 90%',
    ),
  ),
  told('exception-without-rule', 'of what is shared out', '  except "x" if visit.isUrgent: own becomes 0 yuan'),
  toldAlone(
    'exception-never-applies',
    'dates outside the edition',
    used('  share means 80%\n  except "x" until 2023-12-31: share becomes 70%'),
  ),
  toldAlone(
    'exception-never-applies',
    'a condition that cannot hold',
    used(
      '  share means 80%\n  except "x" if visit.cost below 1 yuan and visit.cost more than 1 yuan: share becomes 70%',
    ),
  ),
  toldAlone(
    'adjustments-conflict',
    'lowered and raised',
    used(
      '  share means 80%\n  applies to visit.isUrgent:\n    adjust share lowered by 10pp\n  applies to visit.level in low:\n    adjust share raised by 5pp\n\narticle measure "Article 2"\n  quote "payment"',
    ),
  ),
  toldAlone(
    'not-defined-here',
    'in one level only',
    used(
      '  applies to visit.level in high, middle:\n    share means 80%\n\narticle measure "Article 2"\n  quote "payment"',
    ),
  ),
  diagnosed(
    'a score of questions',
    filesOf({
      input: `Cost cost money\n${pairs
        .flat()
        .map((flag) => `Label_${flag} ${flag} boolean`)
        .join('\n')}`,
      output: 'Fund fund money\nOwn own money',
      rules: `
  applies to ${pairs.map(([one, other]) => `${one} and ${other}`).join(' or ')}:
    share means 70%
  applies to ${pairs.map(([one, other]) => `(not ${one} or not ${other})`).join(' and ')}:
    share means 80%

article measure "Article 2"
  quote "payment"
  split cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`,
    }),
    ['too-many-cases'],
  ),
])
