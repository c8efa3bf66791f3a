import { notion } from '../../author.ts'
import { told, toldAlone, toldLong, toldOf } from './clinic.ts'

/** A rate that a split uses. */
const used = (rule: string): string => `${rule}
  split visit.cost
    at rate share rounded half up to fen  into fund
    the rest                              into own`

export const characters = notion(
  'diagnostics-characters',
  'Problems of characters, numbers and dates, and of files that are too large.',
  [
    told('hidden-character', 'a zero-width joiner between words', '  yearly totals\u200D from --01-01'),
    told('hidden-character', 'a mark that turns the direction of writing', '  yearly totals \u202Efrom --01-01'),
    told('invalid-character', 'an exclamation mark', '  yearly totals from --01-01 !'),
    told('invalid-character', 'a dollar sign', '  yearly totals from --01-01 $'),
    toldAlone('full-stop', 'at the end of a rule', used('  share means 80% .')),
    toldAlone('full-stop', 'a semicolon between rules', used('  share means 80%;')),
    toldAlone('full-stop', 'a full stop of Chinese', used('  share means 80%。')),
    toldAlone(
      'confusable-name',
      'a Cyrillic letter in a name, each time',
      used('  share means 80%').replaceAll('share', 'sh\u0430re'),
    ),
    toldOf('curly-quotes', 'around a title', '"Article 1"', '“Article 1”'),
    toldOf('curly-quotes', 'around a quote', '"the rules of the sample"', "'the rules of the sample'"),
    toldOf('unterminated-text', 'a title that is not closed', '"Article 1"', '"Article 1'),
    toldOf('quote-in-quote', 'the same marks inside', '"the rules of the sample"', '「the 「rules」 of the sample」'),
    toldAlone(
      'symbol-for-word',
      'an at most',
      used('  share means 80%\n  except "cheap" if visit.cost <= 100 yuan: share becomes 70%'),
    ),
    toldAlone(
      'symbol-for-word',
      'a more than',
      used('  share means 80%\n  except "dear" if visit.cost > 100 yuan: share becomes 70%'),
    ),
    toldAlone(
      'symbol-for-word',
      'two ampersands',
      used('  share means 80%\n  except "both" if visit.isUrgent && visit.cost below 1 yuan: share becomes 70%'),
    ),
    toldAlone(
      'unknown-unit',
      'of money',
      '  split visit.cost\n    up to 100 euro  into own\n    the rest        into fund',
    ),
    toldAlone(
      'unknown-unit',
      'of time',
      used('  share means 80%\n  except "long" if visit.months more than 3 weeks: share becomes 70%'),
    ),
    toldAlone(
      'thousands-comma',
      'in an amount',
      '  split visit.cost\n    up to 12,500.50 yuan  into own\n    the rest              into fund',
    ),
    toldOf('bad-date', 'with slashes', '2024-01-01', '2024/1/1'),
    toldOf('bad-date', 'with full stops', '2024-12-31', '2024.12.31'),
    toldAlone(
      'bad-date',
      'a month without a day',
      used('  share means 80%\n  except "old" if person.birthDate before 1980年1月: share becomes 70%'),
    ),
    toldAlone(
      'range-with-hyphen',
      'in a table',
      used(
        '  table share by visit.cost\n    | below 100 yuan               | 70% |\n    | 100 yuan (incl) - 200 yuan   | 75% |\n    | at least 200 yuan            | 80% |',
      ),
    ),
    toldLong('text-too-large', 'more than 256 KB', '', {
      repeat: 4000,
      line: '// a comment that says very little, and says it at some length: nothing.',
    }),
    toldLong('too-many-tokens', 'more than 60 000', '', 'names', {
      repeat: 2500,
      line: '  | a | a | a | a | a | a | a | a | a | a | a | a |',
    }),
    toldAlone('too-deep', 'parentheses in parentheses', used(`  share means ${'('.repeat(65)}80%${')'.repeat(65)}`)),
    toldAlone('expression-too-long', 'more than two hundred operators', used(`  share means 1%${' * 1'.repeat(201)}`)),
    toldLong('full-stop too-many-problems', 'more than two hundred problems', '', {
      repeat: 201,
      line: '  accumulate yearToDate.cost adds 0 yuan.',
    }),
  ],
)

export const sentences = notion('diagnostics-sentences', 'Problems of words, rows and sentences.', [
  toldOf('keyword-glued', 'a keyword and what follows it', 'article measure', '条文measure'),
  told(
    'keyword-glued',
    'a keyword within a name',
    '  例外「急诊」如果visit.isUrgent：limit 改为 10元\n  limit 是指 5元',
  ),
  toldAlone(
    'misspelt-keyword',
    'a statement',
    used('  tabel share by person.status\n    | working | 80% |\n    | retired | 90% |'),
  ),
  toldAlone(
    'misspelt-keyword',
    'a word within one',
    '  split visit.cost\n    at rate 80% rounded half up to fen  intoo fund\n    the rest                            into own',
  ),
  toldAlone(
    'keyword-as-name',
    'the name of a definition',
    '  vocabulary means 80%\n  split visit.cost\n    at rate 80% rounded half up to fen  into fund\n    the rest                            into own',
  ),
  toldAlone(
    'keyword-as-name',
    'where a share goes',
    '  split visit.cost\n    at rate 80% rounded half up to fen  into fund\n    the rest                            into otherwise',
  ),
  toldAlone('incomplete-keyword', 'the first of two words', used('  share means 80%\n  adjust share lowered 10pp')),
  toldAlone(
    'incomplete-keyword',
    'classify alone',
    used('  classify share\n    | 80% | visit.isUrgent |\n    | 70% | otherwise      |'),
  ),
  toldAlone(
    'row-not-closed',
    'in the middle of a table',
    used('  table share by visit.level\n    | high   | 70%\n    | middle | 75% |\n    | low    | 80% |'),
  ),
  toldAlone(
    'row-not-opened',
    'the first row',
    used('  table share by visit.level\n    high   | 70% |\n    | middle | 75% |\n    | low    | 80% |'),
  ),
  toldAlone(
    'row-on-keyword-line',
    'of bands',
    '  bands share along yearToDate.cost | at most 100 yuan | 70% |\n    | more than 100 yuan | 80% |\n  split visit.cost banded from yearToDate.cost\n    at rate share rounded half up to fen  into fund\n    the rest                              into own',
  ),
  toldAlone(
    'empty-cell',
    'a value',
    used('  table share by visit.level\n    | high      |     |\n    | otherwise | 80% |'),
  ),
  toldAlone('name-starts-nothing', 'an equals sign is missing its word', used('  share 80%')),
  toldAlone('unexpected-token', 'two operators', used('  share means 80% * / 2')),
  toldAlone(
    'unexpected-token',
    'a comparison without its right side',
    used('  share means 80%\n  except "x" if visit.cost below : share becomes 70%'),
  ),
  toldAlone('incomplete-statement', 'a table by nothing', used('  table share by\n    | high | 80% |')),
  toldAlone(
    'incomplete-statement',
    'a line without a name',
    '  split visit.cost\n    at rate 80% rounded half up to fen  into fund\n    the rest                            into',
  ),
  toldAlone('extra-token', 'two values', used('  share means 80% 70%')),
  toldAlone(
    'missing-colon',
    'after a condition',
    '  applies to visit.isUrgent\n    split visit.cost\n      the rest into fund\n  applies to not visit.isUrgent:\n    split visit.cost\n      the rest into own',
  ),
  toldAlone(
    'missing-colon',
    'of an exception',
    used('  share means 80%\n  except "urgent" if visit.isUrgent share becomes 70%'),
  ),
  toldAlone(
    'comma-between-clauses',
    'of a heading',
    '  applies to visit.isUrgent,\n    split visit.cost\n      the rest into fund\n  applies to not visit.isUrgent:\n    split visit.cost\n      the rest into own',
  ),
  toldOf(
    'misplaced-statement',
    'a rule before the first article',
    'article measure',
    'limit means 10 yuan\narticle measure',
  ),
  toldAlone('misplaced-statement', 'a line of no split', used('  share means 80%\n  the rest into own')),
  toldAlone('missing-rows', 'classify', used('  classify in order share')),
  toldOf('missing-rows', 'choices', '  | Working | working |\n  | Retired | retired |\n', ''),
  told('missing-part', 'an example without given', '', 'example "a hundred yuan"\n  expect\n    | fund | 80 yuan |'),
  toldAlone(
    'misplaced-rows',
    'below an adjustment',
    used('  share means 80%\n  adjust share lowered by 10pp\n    | visit.isUrgent |'),
  ),
  toldAlone('split-without-lines', 'a split that ends at once', '  split visit.cost'),
])
