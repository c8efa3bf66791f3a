import { diagnosed, notion, type GroupSource } from '../../author.ts'
import { filesOf, lines } from '../../sketch.ts'
import { toldAlone, toldEditions } from './clinic.ts'

const base = `edition "old" until 2023-12-31 selected by settledOn
article measure "old"
  quote "old"
  limit means 10 yuan
always "the limit is used" limit at most visit.cost or limit more than visit.cost`

const amended = (changes: string): string => `${base}
edition "new" from 2024-01-01 amends "old"
article measure "new"
  quote "new"
${changes}`

/** A module beside a sound policy. */
const withModule = (codes: string, about: string, module: string): GroupSource =>
  diagnosed(
    about,
    {
      ...filesOf({
        uses: 'common',
        input: 'Cost cost money',
        output: 'Fund fund money\nOwn own money',
        rules:
          '  split cost\n    at rate 50% rounded half up to fen  into fund\n    the rest                            into own',
      }),
      'common.policy': lines(module),
    },
    codes.split(' '),
  )

export const amendmentsTold = notion(
  'diagnostics-amendments',
  'Problems of modules, amendments, and choices between editions.',
  [
    toldEditions(
      'unknown-edition',
      'it amends what is not there',
      `${base}\nedition "new" from 2024-01-01 amends "older"\narticle measure "new"\n  quote "new"\n  limit means 20 yuan`,
    ),
    toldEditions(
      'edition-amends-itself',
      'two that amend each other',
      'edition "a" until 2023-12-31 amends "b" \nedition "b" from 2024-01-01 amends "a"',
    ),
    toldEditions('nothing-to-replace', 'an exception that is not there', amended('  remove "none"')),
    toldEditions(
      'nothing-to-replace',
      'a table of another name',
      amended('  replace table limits by person.status\n    | otherwise | 10 yuan |'),
    ),
    toldEditions(
      'replaces-several',
      'a name under two headings',
      `edition "old" until 2023-12-31 selected by settledOn
article measure "old"
  quote "old"
  applies to visit.isUrgent:
    limit means 10 yuan
  applies to not visit.isUrgent:
    limit means 20 yuan
always "the limit is used" limit at most visit.cost or limit more than visit.cost
edition "new" from 2024-01-01 amends "old"
article measure "new"
  quote "new"
  replace limit means 15 yuan`,
    ),
    toldEditions(
      'missing-rule',
      'replace and nothing more',
      amended('  accumulate yearToDate.cost adds limit\n  replace'),
    ),
    toldEditions(
      'choice-of-one',
      'between this edition and nothing',
      amended('  replace limit means 12 yuan\n  lowest own: this edition ties to this edition'),
    ),
    toldEditions(
      'choice-not-by-number',
      'by a name that does not come out',
      amended('  replace limit means 12 yuan\n  highest limit: this edition, "old" ties to "old"'),
    ),
    toldEditions(
      'choice-of-choice',
      'an edition that chooses itself',
      `${amended('  replace limit means 12 yuan\n  lowest own: this edition, "old" ties to "old"').replace('from 2024-01-01', 'from 2024-01-01 until 2024-12-31')}
edition "newest" from 2025-01-01 amends "old"
article measure "newest"
  quote "newest"
  lowest fund: this edition, "new" ties to "new"`,
    ),
    withModule('not-in-module', 'an edition in it', 'module "common"\nedition "2024" selected by settledOn'),
    withModule(
      'unknown-list',
      'rules that count, of a list that the decision does not know',
      'module "common"\nsource general "General" official\narticle general "1"\n  quote "of each"\n  each relatives:\n    requires "it is given" cost more than 0 yuan',
    ),
    withModule(
      'not-in-module',
      'an example in it',
      'module "common"\nexample "x"\n  given\n    | cost | 1 yuan |\n  expect\n    | own | 0.5 yuan |',
    ),
    toldAlone(
      'invariant-broken',
      'a case of choices breaks it',
      `  table limit by visit.level
    | high      | 10 yuan |
    | otherwise |  5 yuan |
  split visit.cost
    up to limit  into own
    the rest     into fund

always "never ten in an emergency" limit below 10 yuan or not visit.isUrgent`,
    ),
  ],
)

/** A policy that takes a bill or its items. */
const eitherOr = (codes: string, about: string, rules: string, record = 'Total costs.total money'): GroupSource =>
  diagnosed(
    about,
    filesOf({
      takes: '申请, Bill or Items',
      records: { 'Bill costs': record },
      lists: { 'Items items': 'Amount item.amount money' },
      input: 'Urgent isUrgent boolean',
      output: 'Fund fund money\nOwn own money',
      rules: `${rules}

article measure "Article 2"
  quote "payment"
  split whole
    at rate 50% rounded half up to fen  into fund
    the rest                            into own`,
    }),
    codes.split(' '),
  )

const both = `  applies to provided(costs):
    whole means costs.total
  applies to provided(items):
    whole means sum of items taking item.amount`

export const alternativesTold = notion(
  'diagnostics-alternatives',
  'Problems of inputs of which a case gives one or the other.',
  [
    eitherOr(
      'either-not-apart',
      'a field without a key of its record',
      both.replace('costs.total', 'total'),
      'Total total money',
    ),
    eitherOr('not-given-here', 'the total where items are given', '  whole means costs.total'),
    eitherOr(
      'not-an-alternative',
      'asked of what is always there',
      both.replace('provided(costs)', 'provided(request)'),
    ),
  ],
)

const dataset = `dataset Fees fees "fees.csv"
  | FeeLevel | fees.level | Level          |
  | FeeShare | fees.share | rate           |
  | FeeFrom  | fees.from  | date           |
  | FeeUntil | fees.until | optional(date) |`
const match =
  'match fees: fees.level equals level and fees.from not after settledOn and fees.until not before settledOn'
const head = 'FeeLevel,FeeShare,FeeFrom,FeeUntil'

const ofData = (codes: string, about: string, csv: string, { declared = dataset, matched = match } = {}): GroupSource =>
  diagnosed(
    about,
    {
      ...filesOf({
        choices: { 'Level Level': 'High high\nLow low' },
        input: 'Cost cost money\nWhere level Level',
        output: 'Fund fund money\nOwn own money',
        rules: `  ${matched}
  split cost
    at rate fees.share or else 10% rounded half up to fen  into fund
    the rest                                               into own

${declared}`,
      }),
      'fees.csv': lines(csv),
    },
    codes.split(' '),
  )

export const dataTold = notion('diagnostics-data', 'Problems of datasets, of their files, and of matches.', [
  ofData('data-file-not-found', 'another name', `${head}\nhigh,60%,2024-01-01,`, {
    declared: dataset.replace('fees.csv', 'fee.csv'),
  }),
  ofData('data-column-missing', 'two columns less', 'FeeLevel,FeeShare\nhigh,60%'),
  ofData('data-column-unknown', 'a column too many', `${head},Remark\nhigh,60%,2024-01-01,,x`),
  ofData('broken-data-line', 'a quote in the middle of a cell', `${head}\nhi"gh,60%,2024-01-01,`),
  ofData('wrong-data-row', 'a comma too many', `${head}\nhigh,60%,2024-01-01,,`),
  ofData('wrong-data-value', 'a rate above the whole', `${head}\nhigh,100.5%,2024-01-01,`),
  ofData('wrong-data-value', 'a member that there is not', `${head}\nmiddle,60%,2024-01-01,`),
  ofData('wrong-data-value', 'a day that there is not', `${head}\nhigh,60%,2023-02-29,`),
  ofData('wrong-data-value', 'nothing where something has to be', `${head}\nhigh,,2024-01-01,`),
  ofData('data-row-twice', 'two rows valid on one day', `${head}\nlow,60%,2024-01-01,2024-06-30\nlow,65%,2024-06-30,`),
  ofData('data-row-twice', 'the same row again', `${head}\nlow,60%,2024-01-01,\nlow,60%,2024-01-01,`),
  ofData('match-form', 'or between two keys', `${head}\nhigh,60%,2024-01-01,`, {
    matched: 'match fees: fees.level equals level or fees.from not after settledOn',
  }),
  ofData('match-form', 'a comparison of amounts', `${head}\nhigh,60%,2024-01-01,`, {
    matched: 'match fees: fees.level equals level and fees.share below 50%',
  }),
  ofData('unknown-dataset unknown-name', 'a match of another name', `${head}\nhigh,60%,2024-01-01,`, {
    matched: match.replace('match fees', 'match prices'),
  }),
])
