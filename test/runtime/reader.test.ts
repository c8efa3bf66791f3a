import { describe, expect, test } from 'vitest'
import { CaseError, describeIssue, formatDate, Reader, type Issue } from '../../runtime/index.ts'

function issuesOf(read: (reader: Reader) => unknown): readonly Issue[] {
  const reader = new Reader()
  read(reader)
  try {
    reader.finish()
    return []
  } catch (error) {
    if (error instanceof CaseError) return error.issues
    throw error
  }
}

function accepted<Value>(read: (reader: Reader) => Value): Value {
  const reader = new Reader()
  const value = read(reader)
  reader.finish()
  return value
}

const codesOf = (read: (reader: Reader) => unknown) => issuesOf(read).map(({ code, path }) => `${path} ${code}`)

describe('record', () => {
  const read = (value: unknown) => (reader: Reader) => {
    const record = reader.record(value, 'visit', ['tier', 'place'])
    reader.choice(record['tier'], 'visit.tier', ['tertiary', 'primary'])
    reader.region(record['place'], 'visit.place')
  }

  test('accepts plain objects with these keys', () => {
    expect(codesOf(read({ tier: 'primary', place: '330200' }))).toEqual([])
    expect(codesOf(read(Object.assign(Object.create(null), { tier: 'primary', place: '330200' })))).toEqual([])
  })

  test('reports every unknown and every missing key, each once', () => {
    expect(codesOf(read({ teir: 'primary', plaec: '330200' }))).toEqual([
      'visit.teir unknown-key',
      'visit.plaec unknown-key',
      'visit.tier missing',
      'visit.place missing',
    ])
    expect(codesOf(read({ tier: undefined, place: '330200' }))).toEqual(['visit.tier missing'])
  })

  class Visit {
    tier = 'primary'
    place = '330200'
  }

  test.each([null, 5, 'x', [], ['tier', 'place'], true, new Visit(), new Map(), new Date(0), () => 1])(
    'refuses %o once, and nothing in it',
    (value) => {
      expect(codesOf(read(value))).toEqual(['visit not-a-record'])
    },
  )

  test('is not taken in by inherited keys', () => {
    // A Map has no own `size`; an object no own `constructor`.
    const inherited: unknown = Object.create(Object.assign(Object.create(null), { tier: 'primary', place: '330200' }))
    expect(codesOf(read(inherited))).toEqual(['visit.tier missing', 'visit.place missing'])
    expect(codesOf((reader) => reader.record({}, '', ['constructor', 'toString', '__proto__']))).toEqual([
      'constructor missing',
      'toString missing',
      '__proto__ missing',
    ])
    expect(codesOf((reader) => reader.choice('constructor', 'tier', ['primary']))).toEqual(['tier not-a-member'])
  })

  test('sees __proto__ as an unknown key, and pollutes nothing', () => {
    const value: unknown = JSON.parse('{"__proto__":{"tier":"primary"},"place":"330200"}')
    expect(codesOf(read(value))).toEqual(['visit.__proto__ unknown-key', 'visit.tier missing'])
    expect(({} as Record<string, unknown>)['tier']).toBeUndefined()
  })
})

describe('money', () => {
  test.each([
    ['0', 0n],
    ['0.00', 0n],
    ['1200.5', 120050n],
    ['1200.50', 120050n],
    ['0.29', 29n],
    ['1.10', 110n],
    ['9999999999999.99', 999999999999999n],
    [0, 0n],
    [-0, 0n],
    [1200, 120000n],
    [9_999_999_999_999, 999999999999900n],
  ])('%o yuan is %s fen', (value, fen) => {
    expect(accepted((reader) => reader.money(value, 'total'))).toBe(fen)
    expect(
      Object.is(
        accepted((reader) => reader.fen(value, 'total')),
        Number(fen),
      ),
    ).toBe(true)
  })

  test.each([
    ['-1.00', 'negative'],
    [-1, 'negative'],
    [1200n, 'form'],
    ['1.234', 'decimals'],
    ['12345678901234', 'size'],
    [1e13, 'size'],
    [0.5, 'fraction'],
    [NaN, 'form'],
    [Infinity, 'form'],
    ['', 'form'],
    [' 1', 'form'],
    ['1\n', 'form'],
    ['1e3', 'form'],
    ['0x10', 'form'],
    ['1,200', 'form'],
    ['１２', 'form'],
    ['+1', 'form'],
    ['.5', 'form'],
    ['5.', 'form'],
    [null, 'form'],
    [true, 'form'],
    [['1'], 'form'],
    [{}, 'form'],
  ])('refuses %o: %s', (value, reason) => {
    expect(issuesOf((reader) => reader.money(value, 'total'))).toMatchObject([{ code: 'not-money', facts: { reason } }])
  })
})

describe('other values', () => {
  test('are read', () => {
    expect(accepted((reader) => reader.months(180, 'm'))).toBe(180)
    expect(accepted((reader) => reader.number('-1.5', 'n'))).toEqual({ n: -3n, d: 2n })
    expect(accepted((reader) => reader.number(-3, 'n'))).toEqual({ n: -3n, d: 1n })
    expect(accepted((reader) => reader.rate('0.15', 'r'))).toEqual({ n: 3n, d: 20n })
    expect(accepted((reader) => reader.rate(1, 'r'))).toEqual({ n: 1n, d: 1n })
    expect(accepted((reader) => reader.rate(0, 'r'))).toEqual({ n: 0n, d: 1n })
    expect(accepted((reader) => formatDate(reader.date('2024-02-29', 'd')))).toBe('2024-02-29')
    expect(accepted((reader) => reader.boolean(false, 'b'))).toBe(false)
    expect(accepted((reader) => reader.text('中文', 't'))).toBe('中文')
    expect(accepted((reader) => reader.optional(null, 'd', (value, path) => reader.date(value, path)))).toBeNull()
    expect(accepted((reader) => reader.optional('1970-01-02', 'd', (value, path) => reader.date(value, path)))).toBe(1)
    expect(accepted((reader) => reader.each(['a', 'b'], 'l', (value, path) => `${path}=${String(value)}`))).toEqual([
      'l[0]=a',
      'l[1]=b',
    ])
  })

  test.each<
    [keyof Reader & ('months' | 'number' | 'rate' | 'date' | 'yearMonth' | 'boolean' | 'region' | 'text'), unknown[]]
  >([
    ['months', [-1, 1.5, 10_000, '12', NaN, null]],
    ['number', ['1e3', '1.1234567', 0.5, 2 ** 53, NaN, '', '１', null]],
    ['rate', ['15%', 15, '1.1', '-0.1', 0.15, '0.1234567', null]],
    ['date', ['2023-02-30', '2021-7-1', '2021/07/01', '2021-12-31T23:59', '1899-12-31', 20230301, new Date(0), null]],
    ['yearMonth', ['2022-9', '2022-13', '2022-00', '2022-09-01', '1899-12', '2022年9月', 202209, null]],
    ['boolean', ['true', 0, 1, null]],
    ['region', ['3302', 330200, '990000', '33020a', null]],
    ['text', ['a\u0000b', 'x'.repeat(1001), '\ud800', 5, null]],
  ])('%s refuses what is none', (method, values) => {
    for (const value of values) {
      const issues = issuesOf((reader) => reader[method](value, 'at'))
      expect([value, issues.length, issues[0]?.path]).toEqual([value, 1, 'at'])
    }
  })

  test('undefined is missing, wherever it stands', () => {
    expect(codesOf((reader) => reader.money(undefined, 'total'))).toEqual(['total missing'])
    expect(codesOf((reader) => reader.record(undefined, '', ['a']))).toEqual([' missing'])
    // eslint-disable-next-line no-sparse-arrays
    expect(codesOf((reader) => reader.each([1, , 2], 'l', (value, path) => reader.number(value, path)))).toEqual([
      'l[1] missing',
    ])
  })

  test('lists have at most 10 000 elements', () => {
    expect(accepted((reader) => reader.list(Array.from({ length: 10_000 }), 'filings').length)).toBe(10_000)
    expect(codesOf((reader) => reader.list(Array.from({ length: 10_001 }), 'filings'))).toEqual([
      'filings list-too-long',
    ])
    expect(codesOf((reader) => reader.list({ length: 1 }, 'filings'))).toEqual(['filings not-a-list'])
  })
})

describe('sentences', () => {
  const sentences = (read: (reader: Reader) => unknown) =>
    issuesOf(read).flatMap((issue) => [describeIssue(issue, 'zh'), describeIssue(issue, 'en')])

  test('name the path, the value and what is allowed', () => {
    expect(sentences((reader) => reader.choice('tertiery', 'visit.tier', ['tertiary', 'primary']))).toEqual([
      'visit.tier："tertiery" 不在可选之列。可选：tertiary、primary。',
      'visit.tier: "tertiery" is not one of: tertiary, primary.',
    ])
    expect(sentences((reader) => reader.date('2023-02-30', 'visit.settledOn'))).toEqual([
      'visit.settledOn："2023-02-30" 不是日期：没有这一天。',
      'visit.settledOn: "2023-02-30" is not a date: there is no such day.',
    ])
    expect(sentences((reader) => reader.yearMonth('2022-9', 'month'))).toEqual([
      'month："2022-9" 不是年月：请写年和月，YYYY-MM（"2023-03"）。',
      'month: "2022-9" is not a month: write the year and the month, YYYY-MM ("2023-03").',
    ])
    expect(sentences((reader) => reader.yearMonth('2022-13', 'month'))).toEqual([
      'month："2022-13" 不是年月：月份须在 01 至 12 之间。',
      'month: "2022-13" is not a month: months go from 01 to 12.',
    ])
    expect(sentences((reader) => reader.money(0.1, 'costs.total'))).toEqual([
      'costs.total：0.1 不是金额：带小数的数字不精确，请写成文本（"1200.50"）。',
      'costs.total: 0.1 is not an amount: a number with a fraction is not exact; write it as text ("1200.50").',
    ])
    expect(sentences((reader) => reader.record([], '', ['a']))).toEqual([
      '输入：应为对象，实为 []。',
      'the input: expected an object, found [].',
    ])
  })

  test('show hostile values shortened, on one line, and not turned round', () => {
    const [issue] = issuesOf((reader) => reader.date(`\u202e\u001b[31m\n${'长'.repeat(100)}`, 'd'))
    expect(issue?.value).toBe(`"··[31m·${'长'.repeat(32)}…"`)
    const [unknown] = issuesOf((reader) => reader.record({ ['x\u0000'.repeat(50)]: { deep: 1 } }, 'p', []))
    expect(unknown?.path).toBe(`p.${'x·'.repeat(19)}x…`)
    expect(unknown?.value).toBe('{deep: 1}')
  })

  test('show the first parts of lists and records, to a small depth', () => {
    const shown = (value: unknown) => issuesOf((reader) => reader.date(value, 'd'))[0]?.value
    expect(shown(['a'])).toBe('["a"]')
    expect(shown({ code: '310000', more: [1, 2] })).toBe('{code: "310000", more: [1, 2]}')
    expect(shown([1, 2, 3, 4])).toBe('[1, 2, 3, …]')
    expect(shown([[[1]], {}])).toBe('[[[…]], {}]')
    let deep: unknown = []
    for (let level = 0; level < 20_000; level++) deep = [deep]
    expect(shown(deep)).toBe('[[[…]]]')
  })

  test('the error says all of them', () => {
    const reader = new Reader()
    reader.money(-1, 'a')
    reader.boolean(1, 'b')
    expect(() => reader.finish()).toThrow(
      'a: -1 is not an amount: it must not be negative.\nb: expected true or false, found 1.',
    )
  })
})
