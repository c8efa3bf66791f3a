/** Mistakes in the cells of tables, and which of them follow from others. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { withoutSpans } from './without-spans.ts'

const codes = (...rows: readonly string[]) =>
  parse(
    `条文 问答「一」\n  表格 甲 按照 乙\n${rows.map((row) => `    | ${row} |\n`).join('')}`,
    'a.policy',
  ).problems.map(({ code }) => code)

describe('a difference below zero is a range that was meant', () => {
  it.each([
    '3 − 5',
    '3元 − 5元',
    '9元 − 10元',
    '10% − 20%',
    '2023年2月1日 − 2023年3月1日',
    '2022年12月31日 − 2023年1月1日',
  ])('of %s', (cell) => {
    expect(codes(`${cell} | 1元`)).toEqual(['range-with-hyphen'])
  })
  it.each(['5 − 3', '5 − 5', '5元 − 3元', '3元 − 5%', '3 − 5元', '3 + 5', '2023年3月1日 − 2023年2月1日', '丙 − 5元'])(
    'not of %s',
    (cell) => {
      expect(codes(`${cell} | 1元`)).toEqual([])
    },
  )
})

it('a cell left empty is told, but not in a row that has another mistake', () => {
  expect(codes('丙 | 1元', '丁 |')).toEqual(['empty-cell'])
  expect(codes('丙 | 1岁', '丁 |')).toEqual(['unknown-unit', 'empty-cell'])
  expect(codes('丙 | 1元', '1岁 |')).toEqual(['unknown-unit'])
})

it('a line below the head of a table may have a remark, or blanks after it', () => {
  const withLine = (line: string) =>
    parse(`条文 问答「一」\n  表格 甲 按照 乙\n    | 乙 | 甲 |\n    ${line}\n    | 丙 | 1元 |\n`, 'a.policy')
  const grids = ['|----|----|', '|----|----|  ※ 以下为标准', '|----|----|  // 以下为标准', '|----|----| \t '].map(
    (line) => {
      const { tree, problems } = withLine(line)
      expect(problems).toEqual([])
      return withoutSpans(tree.items)
    },
  )
  expect(grids.slice(1)).toEqual([grids[0], grids[0], grids[0]])
})
