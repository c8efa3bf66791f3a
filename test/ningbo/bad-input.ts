/**
 * Wrong bills. Each must be refused with an error at `path` whose message contains `says`: the value as it was given,
 * a value that is allowed, or the name of the field; never words of a human language. `says` is empty where nothing
 * can be asked for. A bill is given as a value of JavaScript (`input`) or as text (`json`), which may not be JSON.
 */
import { baseBill } from './hand/hand-bill.ts'

export type BadInput = { name: string; path: string; says: string } & ({ input: unknown } | { json: string })

const good = {
  ...baseBill,
  filings: [
    { kind: 'referral', region: '310000', from: '2023-01-01', until: null, madeOn: '2023-01-01' },
    { kind: 'longTermResidence', region: '320600', from: '2023-02-01', until: '2024-01-31', madeOn: '2023-01-30' },
  ],
}
const goodText = JSON.stringify(good)

/** The good bill with another value at the path, named by what is wrong with it. */
function wrong(name: string, path: string, value: unknown, says: string): BadInput {
  return { name, path, says, input: withValue(path, value) }
}

/** The good bill with one field too many: its path is where the error must be. */
function unknown(name: string, path: string): BadInput {
  return { name, path, says: nameOf(path), input: withValue(path, 'x') }
}

/** The good bill without the field. */
function missing(path: string): BadInput {
  const input = structuredClone(good)
  Reflect.deleteProperty(parentOf(input, path), nameOf(path))
  return { name: `${path} is missing`, path, says: nameOf(path), input }
}

/** The good bill as text, a piece of it replaced. */
function text(name: string, path: string, piece: string, replacement: string, says: string): BadInput {
  if (!goodText.includes(piece)) throw new Error(`the good bill does not contain ${piece}`)
  return { name, path, says, json: goodText.replace(piece, replacement) }
}

function withValue(path: string, value: unknown): unknown {
  if (path === '') return value
  const input = structuredClone(good)
  const descriptor = { value, enumerable: true, configurable: true, writable: true }
  Object.defineProperty(parentOf(input, path), nameOf(path), descriptor) // also defines a field named __proto__
  return input
}

/** The object that the last name of the path belongs to: `filings[0]` for `filings[0].from`. */
function parentOf(input: unknown, path: string): object {
  const names = namesOf(path).slice(0, -1)
  return names.reduce((value, name) => (value as Record<string, unknown>)[name], input) as object
}

function nameOf(path: string): string {
  return namesOf(path).at(-1) ?? ''
}

function namesOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((name) => name !== '')
}

function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

const fields: BadInput[] = [
  unknown('an unknown field of the bill', 'hospital'),
  unknown('an unknown field of a part', 'visit.colour'),
  unknown('an unknown field of a filing', 'filings[1].hospital'),
  unknown('a field in another case', 'person.Status'),
  unknown('a field with a space after it', 'costs.total '),
  unknown('a field named __proto__ in the bill', '__proto__'),
  unknown('a field named __proto__ in a part', 'person.__proto__'),
  unknown('a field named constructor', 'visit.constructor'),
  unknown('a field named hasOwnProperty', 'filings[0].hasOwnProperty'),
  unknown('a field named toString', 'yearToDate.toString'),
  missing('person'),
  missing('visit.tier'),
  missing('filings'),
  missing('costs'),
  missing('costs.firstPay'),
  missing('filings[0].until'),
  missing('filings[1].madeOn'),
  missing('yearToDate'),
  missing('yearToDate.currentAccount'),
  missing('person.specialDiseaseFiled'),
  wrong('a field that is there but undefined', 'visit.kind', undefined, 'kind'),
]

const shapes: BadInput[] = [
  wrong('null for the bill', '', null, 'null'),
  wrong('a list of bills for one', '', [good], ''),
  wrong('a text for the bill', '', 'tertiary-bill', 'tertiary-bill'),
  wrong('a list for an object', 'person', ['active-person'], 'active-person'),
  wrong('a text for an object', 'visit', 'inpatient-visit', 'inpatient-visit'),
  wrong('null for an object', 'costs', null, 'null'),
  wrong('an object for a text', 'visit.place', { code: '310000' }, 'code'),
  wrong('an object for an amount', 'costs.total', { amount: '1.00' }, 'amount'),
  wrong('a list for an amount', 'costs.total', ['12.34'], '12.34'),
  wrong('null for an amount', 'costs.ownExpense', null, 'null'),
  wrong('true for an amount', 'costs.overLimit', true, 'true'),
  wrong('null for a member of an enumeration', 'visit.kind', null, 'homeBed'),
  wrong('a number for a member of an enumeration', 'visit.tier', 3, 'community'),
  wrong('a list for a member of an enumeration', 'person.status', ['active'], 'retired'),
  wrong('a text for filings', 'filings', 'none-filed', 'none-filed'),
  wrong('null for filings', 'filings', null, 'null'),
  wrong('an object for filings', 'filings', { first: 'only-one' }, 'first'),
  wrong('null for a filing', 'filings[0]', null, 'null'),
  wrong('a text for a filing', 'filings[1]', 'referral-text', 'referral-text'),
  wrong('a list for a filing', 'filings[0]', ['referral-list'], 'referral-list'),
  wrong('deep nesting where a member is expected', 'person.status', nested(20_000), 'retired'),
  wrong('deep nesting where an amount is expected', 'costs.total', nested(20_000), ''),
]

const amounts: BadInput[] = [
  wrong('a number with a fraction', 'costs.total', 1200.5, '1200.5'),
  wrong('a number with a tiny fraction', 'costs.total', 0.1 + 0.2, '0.30000000000000004'),
  wrong('three decimals', 'costs.total', '1200.505', '1200.505'),
  wrong('three decimals, the last one zero', 'costs.firstPay', '1200.500', '1200.500'),
  wrong('a negative text', 'costs.firstPay', '-0.01', '-0.01'),
  wrong('a negative number', 'costs.total', -100, '-100'),
  wrong('a negative amount of the year', 'yearToDate.currentAccount', '-5.00', '-5.00'),
  wrong('NaN', 'costs.total', Number.NaN, 'NaN'),
  wrong('Infinity', 'costs.total', Number.POSITIVE_INFINITY, 'Infinity'),
  wrong('minus Infinity', 'yearToDate.deductiblePaid', Number.NEGATIVE_INFINITY, 'Infinity'),
  wrong('the text NaN', 'costs.total', 'NaN', 'NaN'),
  wrong('the text Infinity', 'costs.total', 'Infinity', 'Infinity'),
  wrong('an exponent', 'costs.total', '1e3', '1e3'),
  wrong('an exponent with a fraction', 'costs.total', '1.5E2', '1.5E2'),
  wrong('a hexadecimal number', 'costs.total', '0x10', '0x10'),
  wrong('fullwidth digits', 'costs.total', '１２００.００', '１２００.００'),
  wrong('a fullwidth point', 'costs.total', '1200．00', '1200．00'),
  wrong('Arabic-Indic digits', 'costs.total', '١٢٠٠', '١٢٠٠'),
  wrong('Chinese numerals', 'costs.total', '一千二百', '一千二百'),
  wrong('an empty text', 'costs.total', '', ''),
  wrong('a space alone', 'costs.total', ' ', ''),
  wrong('a space before', 'costs.total', ' 17', ' 17'),
  wrong('a space after', 'costs.total', '17 ', '17 '),
  wrong('a line break after', 'costs.total', '17.25\n', '17.25'),
  wrong('a plus sign', 'costs.total', '+17', '+17'),
  wrong('two signs', 'costs.total', '--17', '--17'),
  wrong('thousands separated', 'costs.total', '1,200.00', '1,200.00'),
  wrong('an underscore', 'costs.total', '1_200', '1_200'),
  wrong('a decimal comma', 'costs.total', '1200,50', '1200,50'),
  wrong('two points', 'costs.total', '12.00.50', '12.00.50'),
  wrong('nothing before the point', 'costs.total', '.51', '.51'),
  wrong('nothing after the point', 'costs.total', '51.', '51.'),
  wrong('a unit', 'costs.total', '1200元', '1200元'),
  wrong('a currency sign', 'costs.total', '¥1200', '¥1200'),
  wrong('ten to the thirtieth', 'costs.total', `1${'0'.repeat(30)}`, '1000000'),
  wrong('ten to the thirtieth as a number', 'costs.total', 1e30, '1e+30'),
  wrong('a number that is not exact', 'costs.total', 2 ** 53 + 2, '9007199254740994'),
  wrong('a bigint', 'costs.total', 1200n, '1200'),
  wrong('a boxed text', 'costs.total', Object('1200.00'), ''),
  {
    name: 'parts that exceed the total by a fen',
    path: 'costs',
    says: '0.01',
    input: withValue('costs', { total: '100.00', ownExpense: '60.00', overLimit: '0.00', firstPay: '40.01' }),
  },
  {
    name: 'an own expense above the total',
    path: 'costs',
    says: '50.00',
    input: withValue('costs', { total: '50.00', ownExpense: '100.00', overLimit: '0.00', firstPay: '0.00' }),
  },
]

const members: BadInput[] = [
  wrong('an unknown tier', 'visit.tier', 'quaternary', 'tertiary'),
  wrong('a tier misspelt', 'visit.tier', 'tertary', 'tertiary'),
  wrong('a tier with a capital', 'visit.tier', 'Tertiary', 'tertiary'),
  wrong('a tier with a space', 'visit.tier', 'tertiary ', 'secondary'),
  wrong('a tier in Chinese', 'visit.tier', '三级', 'tertiary'),
  wrong('an empty tier', 'visit.tier', '', 'community'),
  wrong('an unknown kind of visit', 'visit.kind', 'dayCare', 'specialOutpatient'),
  wrong('a kind of visit by its code', 'visit.kind', '2101', 'inpatient'),
  wrong('a status in capitals', 'person.status', 'RETIRED', 'retired'),
  wrong('the kind of another list', 'filings[0].kind', 'emergency', 'longTermResidence'),
  wrong('constructor for a tier', 'visit.tier', 'constructor', 'constructor'),
  wrong('__proto__ for a status', 'person.status', '__proto__', '__proto__'),
  wrong('toString for a kind', 'visit.kind', 'toString', 'toString'),
  wrong('valueOf for a kind of filing', 'filings[1].kind', 'valueOf', 'valueOf'),
  wrong('a text for a boolean', 'visit.emergency', 'false', 'false'),
  wrong('a number for a boolean', 'visit.emergency', 0, '0'),
  wrong('null for a boolean', 'person.specialDiseaseFiled', null, 'null'),
]

const dates: BadInput[] = [
  wrong('30 February', 'visit.settledOn', '2023-02-30', '2023-02-30'),
  wrong('29 February in a year without it', 'visit.admittedOn', '2023-02-29', '2023-02-29'),
  wrong('29 February 1900', 'person.birthDate', '1900-02-29', '1900-02-29'),
  wrong('31 April', 'filings[0].from', '2023-04-31', '2023-04-31'),
  wrong('month 13', 'visit.settledOn', '2023-13-01', '2023-13-01'),
  wrong('month 0', 'visit.settledOn', '2023-00-10', '2023-00-10'),
  wrong('day 0', 'visit.settledOn', '2023-03-00', '2023-03-00'),
  wrong('a date without leading zeros', 'visit.settledOn', '2023-2-3', '2023-2-3'),
  wrong('a date with a time', 'visit.settledOn', '2023-03-10T00:00:00', '2023-03-10T00:00:00'),
  wrong('a date with a time zone', 'visit.settledOn', '2023-03-10Z', '2023-03-10Z'),
  wrong('a date with slashes', 'visit.settledOn', '2023/03/10', '2023/03/10'),
  wrong('a date without dashes', 'visit.settledOn', '20230310', '20230310'),
  wrong('a date with two-digit year', 'visit.settledOn', '23-03-10', '23-03-10'),
  wrong('a date in Chinese', 'visit.settledOn', '2023年3月10日', '2023年3月10日'),
  wrong('a date in fullwidth digits', 'visit.settledOn', '２０２３-03-10', '２０２３'),
  wrong('a date with a space before', 'visit.settledOn', ' 2023-03-10', ' 2023-03-10'),
  wrong('an empty date', 'visit.settledOn', '', ''),
  wrong('a number for a date', 'visit.settledOn', 20230310, '20230310'),
  wrong('a Date for a date', 'visit.settledOn', new Date(0), ''),
  wrong('null where a date is needed', 'filings[0].from', null, 'null'),
  wrong('an empty end instead of null', 'filings[0].until', '', ''),
  wrong('an impossible end', 'filings[1].until', '2023-06-31', '2023-06-31'),
  wrong('settled before any edition', 'visit.settledOn', '1999-06-01', '1999-06-01'),
  wrong('settled after every edition', 'visit.settledOn', '2099-06-01', '2099-06-01'),
]

const regions: BadInput[] = [
  wrong('a region of five digits', 'visit.place', '31000', '31000'),
  wrong('a region of seven digits', 'visit.place', '3100000', '3100000'),
  wrong('a region with letters', 'visit.place', '31A000', '31A000'),
  wrong('a region by name', 'visit.place', '上海', '上海'),
  wrong('a region as a number', 'visit.place', 310000, '310000'),
  wrong('a region in fullwidth digits', 'visit.place', '３１００００', '３１００００'),
  wrong('a region of no province', 'visit.place', '990000', '990000'),
  wrong('a filed region of no province', 'filings[1].region', '990000', '990000'),
  wrong('an empty region', 'filings[0].region', '', ''),
]

const texts: BadInput[] = [
  { name: 'no text at all', path: '', says: '', json: '' },
  { name: 'text that is not JSON', path: '', says: '', json: 'visit.tier = tertiary' },
  { name: 'a bill cut off', path: '', says: '', json: goodText.slice(0, -1) },
  { name: 'two bills in one text', path: '', says: '', json: goodText + goodText },
  { name: 'deep nesting in the text', path: '', says: '', json: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
  { name: 'deep nesting that never closes', path: '', says: '', json: '{"person":'.repeat(100_000) },
  text('a comma too many', '', '"filings":[', '"filings":[,', ''),
  text('a comment', '', '"filings":[', '/* none */"filings":[', ''),
  text('single quotes', '', '"tertiary"', "'tertiary'", ''),
  text('NaN, which JSON does not have', '', '"total":"0.00"', '"total":NaN', ''),
  text('a number with leading zeros', '', '"total":"0.00"', '"total":007', ''),
  text('a key twice', 'visit.tier', '"tier":"tertiary"', '"tier":"tertiary","tier":"community"', 'tier'),
  text('a key twice with the same value', 'costs.total', '"total":"0.00"', '"total":"0.00","total":"0.00"', 'total'),
  text('a key twice, once in escapes', 'costs.total', '"total":"0.00"', '"total":"0.00","\\u0074otal":"9.00"', 'total'),
  text('a fraction as a number', 'costs.total', '"total":"0.00"', '"total":1200.10', '1200.1'),
  text('a number too large for any', 'costs.total', '"total":"0.00"', '"total":1e400', ''),
  text('a negative number in the text', 'costs.total', '"total":"0.00"', '"total":-1', '-1'),
  text(
    'a field named __proto__ in the text',
    'visit.__proto__',
    '"tier"',
    '"__proto__":{"tier":"x"},"tier"',
    '__proto__',
  ),
]

export const badInputs: readonly BadInput[] = [
  ...fields,
  ...shapes,
  ...amounts,
  ...members,
  ...dates,
  ...regions,
  ...texts,
]
