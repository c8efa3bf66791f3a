import { notion, sketched, written, type Stated } from '../author.ts'
import { input, type Fields } from '../inputs.ts'
import { lines } from '../sketch.ts'

const vocabulary = lines(`
vocabulary "every type"

choices Kind KindOf
  | First  | first  |
  | Second | second |
record Request request
  | SettledOn | settledOn    | date           | absent |
  | Amount    | of.amount    | money          | absent |
  | Share     | of.share     | rate           | absent |
  | Factor    | of.factor    | number         | absent |
  | Months    | of.months    | monthCount     | absent |
  | Day       | of.day       | date           | absent |
  | Flag      | of.flag      | boolean        | absent |
  | Place     | of.place     | region         | absent |
  | Code      | of.code      | code           | absent |
  | Kind      | of.kind      | KindOf         | absent |
  | Perhaps   | of.perhaps   | optional(date) | absent |
  | HowMuch   | of.howMuch   | optional(money)| absent |
list Papers papers
  | Title | paper.title | code             | absent |
  | Fee   | paper.fee   | money            | absent |
  | Until | paper.lastly | optional(date)  | absent |
record Result result
  | OutAmount | out.amount | money      | absent |
  | OutShare  | out.share  | rate       | absent |
  | OutFactor | out.factor | number     | absent |
  | OutMonths | out.months | monthCount | absent |
  | OutDay    | out.day    | date       | absent |
  | OutFlag   | out.flag   | boolean    | absent |
  | OutPlace  | out.place  | region     | absent |
  | OutCode   | out.code   | code       | absent |
  | OutKind   | out.kind   | KindOf     | absent |
  | Fees      | fees       | money      | absent |
decision Echo echo
  | input  | Request, Papers |
  | output | Result          |`)

const policy = lines(`
policy sample "every type"
uses "types.vocabulary"
decision echo
source measure "Measure" unconfirmed
edition "all" selected by settledOn

article measure "Article 1"
  quote "what goes in comes out"
  out.amount means of.amount
  out.share  means of.share
  out.factor means of.factor
  out.months means of.months
  out.day    means of.day
  out.flag   means of.flag
  out.place  means of.place
  out.code   means of.code
  out.kind   means of.kind
  fees means (sum of papers taking paper.fee) + (of.howMuch or else 0 yuan)`)

const sound: Fields = {
  'of.amount': '12.30',
  'of.share': '0.15',
  'of.factor': '1.5',
  'of.months': 18,
  'of.day': '2024-02-29',
  'of.flag': true,
  'of.place': '330200',
  'of.code': 'A01',
  'of.kind': 'first',
  'of.perhaps': null,
  'of.howMuch': null,
  papers: [{ title: 'x', fee: '1.00', lastly: null }],
}
const but = (fields: Fields): object => input({ ...sound, ...fields })

/** The sound input with one value, that is fine or wrong for this reason. */
const accepted = (field: string, ...values: readonly unknown[]): Stated[] =>
  values.map((value) => ({ input: but({ [field]: value }) }))
const wrong = (field: string, code: string, ...values: readonly unknown[]): Stated[] =>
  values.map((value) => ({ input: but({ [field]: value }), errors: [{ code, path: field }] }))

const without = (...path: readonly string[]): Stated => {
  const made = but({}) as Record<string, Record<string, unknown>>
  const [first = '', second] = path
  if (second === undefined) delete made[first]
  else delete made[first]?.[second]
  return { input: made, errors: [{ code: 'missing', path: path.join('.') }] }
}

export const types = notion(
  'types',
  'The types of fields: what is accepted and how it is written, and every way in which an input can be wrong.',
  [
    written(
      'values that are accepted, and how they come out',
      { 'types.vocabulary.policy': vocabulary, 'echo.policy': policy },
      [
        { input: but({}) },
        ...accepted('of.amount', 0, 1, 1200, '0', '7', '0.5', '0.05', '007.10', 9999999999999, '9999999999999.99'),
        ...accepted('of.share', 0, 1, '0', '1', '1.000000', '0.1', '0.10', '0.000001', '0.999999'),
        ...accepted('of.factor', 0, -3, '0', '-0.5', '3.10', '0.000001', '-1234567890123.123456', 9007199254740991),
        ...accepted('of.months', 0, 1, 9999),
        ...accepted('of.day', '1900-01-01', '2000-02-29', '9999-12-31', '2024-12-31'),
        ...accepted('of.flag', false),
        ...accepted('of.place', '110000', '659001', '820000', '710000', '330281'),
        ...accepted('of.code', '', ' ', '甲乙', 'x'.repeat(1000), '"\\', '<b>', '😀'),
        ...accepted('of.kind', 'second'),
        ...accepted('of.perhaps', '2024-01-01'),
        ...accepted('of.howMuch', '0', 5, '0.01'),
        ...accepted(
          'papers',
          [],
          [
            { title: '', fee: 0, lastly: '2024-01-01' },
            { title: 'a', fee: '0.99', lastly: null },
          ],
        ),
        { input: but({ settledOn: '1900-01-01' }) },
      ],
      { of: 'sample.echo' },
    ),
    written(
      'values that are refused',
      { 'types.vocabulary.policy': vocabulary, 'echo.policy': policy },
      [
        ...wrong(
          'of.amount',
          'not-money',
          -1,
          '-0.01',
          '1.234',
          '0.001',
          0.5,
          1e14,
          '10000000000000',
          '',
          ' 1',
          '1,000',
          '１',
          '1e3',
          '+1',
          '1.',
          '.5',
          null,
          true,
          [],
          {},
          'twelve',
        ),
        ...wrong(
          'of.share',
          'not-a-rate',
          -1,
          2,
          '1.000001',
          '-0.1',
          '15%',
          0.5,
          '0.1234567',
          '.5',
          '',
          null,
          false,
          15,
        ),
        ...wrong(
          'of.factor',
          'not-a-number',
          0.5,
          '1/3',
          '0.1234567',
          '12345678901234',
          '1e3',
          '',
          null,
          true,
          9007199254740992,
        ),
        ...wrong('of.months', 'not-months', -1, 1.5, 10000, '18', null, true, []),
        ...wrong(
          'of.day',
          'not-a-date',
          '2024-02-30',
          '2023-02-29',
          '2024-13-01',
          '2024-00-10',
          '2024-01-00',
          '1899-12-31',
          '2024-2-1',
          '2024/02/01',
          '20240201',
          '2024-02',
          '2024-02-01T00:00:00Z',
          20240201,
          null,
          true,
          '10000-01-01',
          '',
        ),
        ...wrong('of.flag', 'not-a-boolean', 'true', 0, 1, null, '是', 'yes'),
        ...wrong(
          'of.place',
          'not-a-region',
          '33020',
          '3302000',
          '990000',
          '000000',
          330200,
          '33020x',
          '',
          null,
          ' 330200',
          '160000',
        ),
        ...wrong('of.code', 'not-a-text', 1, null, true, 'x'.repeat(1001), 'a\nb', '\u0000', '\ud800'),
        ...wrong(
          'of.kind',
          'not-a-member',
          'First',
          'third',
          '',
          null,
          0,
          'firs',
          'first ',
          'KindOf',
          '__proto__',
          'constructor',
        ),
        ...wrong('of.perhaps', 'not-a-date', '', 'absent', '2024-02-30', 0, false),
        ...wrong('of.howMuch', 'not-money', '', 'absent', -1),
        ...wrong('papers', 'not-a-list', null, {}, 'none', 0),
        ...wrong('of', 'not-a-record', null, [], 'x', 1),
        ...wrong('of.more', 'unknown-key', 1, null),
        { input: { ...but({}), more: 1 }, errors: [{ code: 'unknown-key', path: 'more' }] },
        {
          input: but({ papers: [null, { title: 'a', fee: '1', lastly: null }, []] }),
          errors: [
            { code: 'not-a-record', path: 'papers[0]' },
            { code: 'not-a-record', path: 'papers[2]' },
          ],
        },
        { input: but({ papers: [{ title: 'a', fee: '1' }] }), errors: [{ code: 'missing', path: 'papers[0].lastly' }] },
        {
          input: but({
            papers: [
              { title: 'a', fee: '1', lastly: null, x: 1 },
              { title: 1, fee: -1, lastly: 'x' },
            ],
          }),
          errors: [
            { code: 'unknown-key', path: 'papers[0].x' },
            { code: 'not-a-text', path: 'papers[1].title' },
            { code: 'not-money', path: 'papers[1].fee' },
            { code: 'not-a-date', path: 'papers[1].lastly' },
          ],
        },
        ...['amount', 'share', 'factor', 'months', 'day', 'flag', 'place', 'code', 'kind', 'perhaps', 'howMuch'].map(
          (key) => without('of', key),
        ),
        without('of'),
        without('papers'),
        without('settledOn'),
        {
          input: but({ 'of.amount': '-1', 'of.share': '2', 'of.kind': 'third' }),
          errors: [
            { code: 'not-money', path: 'of.amount' },
            { code: 'not-a-rate', path: 'of.share' },
            { code: 'not-a-member', path: 'of.kind' },
          ],
        },
      ],
      { of: 'sample.echo' },
    ),
  ],
)

const json = (text: string, code: string, path = ''): Stated => ({ json: text, errors: [{ code, path }] })

export const jsonText = notion('json', 'An input as text: what JSON readers lose without a word is refused.', [
  sketched(
    'keys given twice, numbers that are not exact, what is no JSON',
    {
      input: 'Total total money',
      output: 'Fund fund money\nPerson person money',
      rules: `
  split total
    at rate 50% rounded half up to fen  into fund
    the rest                            into person`,
    },
    [
      json('{"settledOn":"2024-01-01","total":"1","total":"2"}', 'json-duplicate-key', 'total'),
      json('{"settledOn":"2024-01-01","total":1.5}', 'json-number', 'total'),
      json('{"settledOn":"2024-01-01","total":1e2}', 'json-number', 'total'),
      json('{"settledOn":"2024-01-01","total":9007199254740993}', 'json-number', 'total'),
      json('{"settledOn":"2024-01-01","total":01}', 'json-syntax'),
      json('{"settledOn":"2024-01-01","total":"1"', 'json-syntax'),
      json('{"settledOn":"2024-01-01" "total":"1"}', 'json-syntax'),
      json('{"settledOn":"2024-01-01","total":"1",}', 'json-syntax'),
      json("{'total':'1'}", 'json-syntax'),
      json('{"total" "1"}', 'json-syntax'),
      json('', 'json-syntax'),
      json('{"total":"\\x"}', 'json-syntax'),
      json('{"total":"a\tb"}', 'json-syntax'),
      json('{} {}', 'json-syntax'),
      json(`${'['.repeat(65)}${']'.repeat(65)}`, 'json-too-deep'),
      { json: '{"settledOn":"2024-01-01","total":"-1"}', errors: [{ code: 'not-money', path: 'total' }] },
      { json: '[]', errors: [{ code: 'missing', path: 'settledOn' }] },
      { json: 'null', errors: [{ code: 'missing', path: 'settledOn' }] },
    ],
  ),
])
