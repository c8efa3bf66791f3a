import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../compiler/problem/code.ts'
import { excerpt } from '../../compiler/problem/excerpt.ts'
import { renderProblem, toJson } from '../../compiler/problem/render.ts'
import { visible } from '../../compiler/problem/visible.ts'
import type { Problem } from '../../grammar/problem.ts'

const text = `表格 自负额度 按照 等级
  | 高等 | 900元 |
  | 高等 | 600元 |
累计 年内费用 增加 费用 下浮 0.1
`
const file = { name: '宁波/结算.policy', text }
const at = (found: string, from = 0) => {
  const start = text.indexOf(found, from)
  return { start, end: start + found.length }
}
const overlap: Problem<ProblemCode> = {
  code: 'table-overlap',
  severity: 'error',
  file: file.name,
  span: at('| 高等 | 600元 |'),
  facts: { name: '自负额度', witness: ['等级 = 高等'] },
  related: { file: file.name, span: at('| 高等 | 900元 |') },
}
const lowered: Problem<ProblemCode> = {
  code: 'lowered-by-number',
  severity: 'warning',
  file: file.name,
  span: at('0.1'),
  facts: { operator: 'loweredBy', found: 'number', percent: '10%', points: '10', remaining: '90%' },
  fixes: [
    { label: '下浮 10个百分点', edits: [{ span: at('下浮 0.1'), text: '下浮 10个百分点' }] },
    { label: '× 90%', edits: [{ span: at('下浮 0.1'), text: '× 90%' }] },
  ],
}

describe('a problem in a terminal', () => {
  it('shows what, where, the other place, why and what to do', () => {
    expect(renderProblem(overlap, [file], 'zh', { colour: false })).toBe(`错误 table-overlap 宁波/结算.policy:3:3
表格“自负额度”有两行同时成立：等级 = 高等。
  3 │   | 高等 | 600元 |
    │   ^^^^^^^^^^^^^^^^
另见 宁波/结算.policy:2:3
  2 │   | 高等 | 900元 |
    │   ----------------
表格的行不分先后，同时成立就不知道用哪一行。
怎么改：改其中一行的条件，让每种情形只落在一行；常见的是端点两边都包括了。`)
  })

  it('does so in English', () => {
    expect(renderProblem(overlap, [file], 'en', { colour: false })).toBe(`error table-overlap 宁波/结算.policy:3:3
Two rows of the table “自负额度” hold at once: 等级 = 高等.
  3 │   | 高等 | 600元 |
    │   ^^^^^^^^^^^^^^^^
see also 宁波/结算.policy:2:3
  2 │   | 高等 | 900元 |
    │   ----------------
The order of the rows decides nothing, so neither of the two can win.
What to do: Change one of them so that each case has one row; often an edge belongs to both.`)
  })

  it('offers its fixes', () => {
    expect(renderProblem(lowered, [file], 'zh', { colour: false }).split('\n').slice(-3)).toEqual([
      '怎么改：看原文是哪一种，写成“10个百分点”，或者改为乘以 90%。',
      '  改法 1：把“下浮 0.1”改为“下浮 10个百分点”',
      '  改法 2：把“下浮 0.1”改为“× 90%”',
    ])
  })

  it('is coloured where that is asked for, and says the same', () => {
    const coloured = renderProblem(overlap, [file], 'zh', { colour: true })
    expect(coloured).toContain('\u001B[1;31m错误\u001B[0m')
    expect(renderProblem(lowered, [file], 'zh', { colour: true })).toContain('\u001B[1;33m提醒\u001B[0m')
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001B\[[\d;]*m/gu, '')).toBe(renderProblem(overlap, [file], 'zh', { colour: false }))
  })

  it('shows names that hide something as what they are', () => {
    const name = '甲\u202E乙\u001B[31m'
    const problem = { ...overlap, file: `${name}.policy`, facts: { name, witness: [] } }
    const shown = renderProblem(problem, [{ name: problem.file, text }], 'en', { colour: false })
    expect(shown).toContain('“甲<U+202E>乙<U+001B>[31m”')
    expect(shown).toContain('甲<U+202E>乙<U+001B>[31m.policy:3:3')
  })

  it('is shown without a file, and outside the text', () => {
    expect(renderProblem(overlap, [], 'zh', { colour: false })).toContain('宁波/结算.policy:1:1')
    const outside = { ...overlap, span: { start: 9999, end: 9999 } }
    expect(renderProblem(outside, [file], 'zh', { colour: false })).toContain('宁波/结算.policy:5:1')
  })
})

describe('an excerpt', () => {
  const shown = (source: string, found: string, mark = '^') => {
    const start = source.indexOf(found)
    return excerpt(source, { start, end: start + found.length }, mark).flatMap(({ text: line, marks }) => [line, marks])
  }

  it('counts two columns for a Chinese character and for fullwidth marks', () => {
    expect(shown('适用于（费用）：a', '（费用）')).toEqual(['适用于（费用）：a', '      ^^^^^^^^'])
    expect(shown('𠀀𠀀 x', 'x')).toEqual(['𠀀𠀀 x', '     ^'])
  })

  it('shows tabs as four columns and hidden characters by their code', () => {
    expect(shown('\t甲\u200B乙', '乙')).toEqual(['    甲<U+200B>乙', '              ^^'])
    expect(shown('甲\u200B乙', '\u200B')).toEqual(['甲<U+200B>乙', '  ^^^^^^^^'])
    expect(shown('甲\uD800乙', '乙')).toEqual(['甲<U+D800>乙', '          ^^'])
    expect(shown('e\u0301x', 'x')).toEqual(['e\u0301x', ' ^'])
  })

  it('marks a place between characters, and at the end', () => {
    expect(excerpt('甲乙', { start: 1, end: 1 }, '^')).toEqual([{ number: 1, text: '甲乙', marks: '  ^' }])
    expect(excerpt('甲乙', { start: 2, end: 2 }, '^')).toEqual([{ number: 1, text: '甲乙', marks: '    ^' }])
    expect(excerpt('甲\n', { start: 2, end: 2 }, '^')).toEqual([{ number: 2, text: '', marks: '^' }])
    expect(excerpt('', { start: 0, end: 0 }, '^')).toEqual([{ number: 1, text: '', marks: '^' }])
  })

  it('shows at most three lines, without marks below their indentation', () => {
    expect(shown('a b\n  c\n d\ne\n', 'b\n  c\n d\ne')).toEqual(['a b', '  ^', '  c', '  ^', ' d', ' ^'])
  })

  it('leaves out the carriage return', () => {
    expect(shown('甲\r\n乙\r\n', '乙')).toEqual(['乙', '^^'])
  })

  it('shortens a long line around what is marked', () => {
    const [line = '', marks = ''] = shown(`${'甲'.repeat(200)}错误${'乙'.repeat(200)}`, '错误')
    expect(line).toMatch(/^…甲+错误乙+…$/u)
    expect(Array.from(line).length).toBeLessThanOrEqual(54)
    expect(marks.indexOf('^')).toBe(1 + 2 * (line.indexOf('错') - 1))
    expect(marks).toMatch(/^ +\^{4}$/u)
    expect(shown(`${'甲'.repeat(200)}`, '甲'.repeat(200))[0]).toMatch(/^甲+…$/u)
  })
})

it('says what it hides', () => {
  expect(visible('a\u0000b\u2028c\uFEFF')).toBe('a<U+0000>b<U+2028>c<U+FEFF>')
})

describe('a problem as JSON', () => {
  it('has its place, both languages and its fixes as edits', () => {
    const json = toJson(lowered, [file])
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchObject({
      code: 'lowered-by-number',
      severity: 'warning',
      file: '宁波/结算.policy',
      line: 4,
      column: 18,
      endLine: 4,
      endColumn: 21,
      message: {
        zh: '“下浮”后面要写百分点，写的却是数。',
        en: 'Percentage points belong after “lowered by”; this is a number.',
      },
      related: null,
      facts: { points: '10' },
    })
    expect(json.fixes[1]).toEqual({
      label: { zh: '把“下浮 0.1”改为“× 90%”', en: 'change “下浮 0.1” to “× 90%”' },
      edits: [{ line: 4, column: 15, endLine: 4, endColumn: 21, ...at('下浮 0.1'), text: '× 90%' }],
    })
  })

  it('has the second place', () => {
    const json = toJson(overlap, [file])
    expect(json.related).toEqual({ file: '宁波/结算.policy', line: 2, column: 3, endLine: 2, endColumn: 16 })
    expect(json.explanation?.zh).toBe('表格的行不分先后，同时成立就不知道用哪一行。')
    expect(json.fixes).toEqual([])
  })
})
