import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '../../compiler/bind/csv.ts'

const textsOf = (text: string): string[][] => readCsv(text).rows.map((row) => row.map((cell) => cell.text))

it.each([
  [
    'cells between commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a last line without its end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['lines that end in CRLF', 'a\r\n1\r\n', [['a'], ['1']]],
  ['a byte order mark', '\uFEFFa\n1\n', [['a'], ['1']]],
  [
    'empty cells',
    'a,,\n,,\n',
    [
      ['a', '', ''],
      ['', '', ''],
    ],
  ],
  ['commas, quotes and line ends in quotes', '"a,b","say ""hi""","two\nlines"\n', [['a,b', 'say "hi"', 'two\nlines']]],
  ['blanks, which belong to the cell', ' a ,b\n', [[' a ', 'b']]],
  ['nothing', '', []],
])('reads %s', (_, text, rows) => {
  expect(textsOf(text)).toEqual(rows)
  expect(readCsv(text).broken).toEqual([])
})

it.each([
  ['a quote within a cell', 'a\nx"y\n1\n', 'x"y'],
  ['text behind a quote', 'a\n"x"y\n1\n', '"x"y'],
  ['a quote that is never closed', 'a\n"x\n', '"x'],
  ['a carriage return alone', 'a\nx\ry\n1\n', 'x\ry'],
])('tells %s', (_, text, broken) => {
  const found = readCsv(text).broken.map(({ start, end }) => text.slice(start, end))
  expect(found.join()).toContain(broken.slice(-2))
})

it('reads back what was written, and says where each cell stands', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '甲', ',', '"', '\n', ' ', '1'), maxLength: 6 })
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, isMarked) => {
      const written = (isMarked ? '\uFEFF' : '') + rows.map((row) => row.map(quoted).join(',') + end).join('')
      expect(textsOf(written)).toEqual(rows)
      for (const { text, span } of readCsv(written).rows.flat())
        expect(written.slice(span.start, span.end)).toBe(quoted(text))
    }),
  )
})
