import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesOf, pieces, readWitness, subjects, type Case, type Piece, type Subject } from './cases.ts'
import { problemsOf, sharedVocabulary } from './page.ts'

const heading = `政策 sample「示例」
引用「vocabulary」
事项 计算
来源 文件「示例文件」官方
版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 办理日期
条文 文件「第一条」
  原文「费用由基金支付一部分。」
  周岁 是指 足岁（出生日期、办理日期）
  年长 是指 周岁 不低于 60周岁
`
const payment = `
条文 文件「第二条」
  原文「其余由个人支付。」
  例外「年长者」如果 年长：基数 改为 100%
  基数 是指 90%
  分担 费用
    按比例 支付比例 × 基数 四舍五入到分  计入 基金支付
    其余  计入 个人支付
`
/** The codes that concern coverage, each with its witnesses. */
function found(rules: string): ReadonlyMap<string, readonly Partial<Case>[]> {
  const text = `${heading}${rules}${payment}`
  const result = new Map<string, Partial<Case>[]>()
  for (const { code, facts } of problemsOf([sharedVocabulary, { name: 'sample.policy', text }])) {
    const { witness } = facts
    result.set(code, [...(result.get(code) ?? []), ...(typeof witness === 'object' ? [readWitness(witness)] : [])])
  }
  return result
}

interface Row {
  readonly cells: readonly (Piece | 'otherwise' | 'whatever')[]
}

/** Which rows hold in a case: 其他 is what no other row names in its column. */
function holding(rows: readonly Row[], asked: readonly Subject[], of: Partial<Case>): readonly number[] {
  const says = (cell: Piece, column: number): boolean => cell.holds(of[asked[column]!] as never)
  return rows.flatMap((row, index) => {
    const holds = row.cells.every((cell, column) => {
      if (cell === 'whatever') return true
      if (cell !== 'otherwise') return says(cell, column)
      return !rows.some((other) => {
        const named = other.cells[column]!
        return typeof named === 'object' && says(named, column)
      })
    })
    return holds ? [index] : []
  })
}

const tables = fc.subarray(subjects, { minLength: 1, maxLength: 3 }).chain((asked) => {
  const cell = (subject: Subject) =>
    fc.oneof(
      { weight: 6, arbitrary: pieces[subject] },
      { weight: 1, arbitrary: fc.constantFrom('otherwise' as const, 'whatever' as const) },
    )
  const row = fc.tuple(...asked.map(cell)).map((cells): Row => ({ cells }))
  return fc.record({ asked: fc.constant(asked), rows: fc.array(row, { minLength: 1, maxLength: 5 }) })
})

const words = { otherwise: '其他', whatever: '不论' }
const writeRow = ({ cells }: Row, index: number): string =>
  `    | ${cells.map((cell) => (typeof cell === 'string' ? words[cell] : cell.text)).join(' | ')} | ${index + 1}0% |`

describe('a table', () => {
  it('has a gap, an overlap or an idle row exactly where looking at every case shows one, with a true witness', () => {
    fc.assert(
      fc.property(tables, ({ asked, rows }) => {
        const codes = found(`  表格 支付比例 按照 ${asked.join('、')}\n${rows.map(writeRow).join('\n')}\n`)
        const all = casesOf(asked).map((of) => holding(rows, asked, of))
        const idle = rows.filter((_, index) => !all.some((held) => held.includes(index)))
        expect(codes.has('table-overlap')).toBe(all.some((held) => held.length > 1))
        expect(codes.has('row-never-applies')).toBe(idle.length > 0)
        expect(codes.has('table-gap')).toBe(all.some((held) => held.length === 0))
        for (const witness of codes.get('table-overlap') ?? [])
          for (const of of casesOf(asked, witness)) expect(holding(rows, asked, of).length).toBeGreaterThan(1)
        for (const witness of codes.get('table-gap') ?? [])
          for (const of of casesOf(asked, witness)) expect(holding(rows, asked, of)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

interface Condition {
  readonly text: string
  readonly holds: (of: Partial<Case>) => boolean
}

const asks = (subject: Subject): string => (subject === '费用' || subject === '周岁' ? '' : '属于 ')
const atoms: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...subjects.filter((subject) => subject !== '加急')).chain((subject) =>
    pieces[subject].map(({ text, holds }): Condition => ({
      text: `${subject} ${asks(subject)}${text}`,
      holds: (of) => holds(of[subject] as never),
    })),
  ),
  fc.constant<Condition>({ text: '加急', holds: (of) => of.加急 === true }),
  fc.constant<Condition>({ text: '年长', holds: (of) => (of.周岁 ?? 0) >= 60 }),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atoms,
    tie('condition').map((of): Condition => ({ text: `（并非 ${of.text}）`, holds: (each) => !of.holds(each) })),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]): Condition => ({
      text: `（${a.text} 并且 ${b.text}）`,
      holds: (each) => a.holds(each) && b.holds(each),
    })),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]): Condition => ({
      text: `（${a.text} 或者 ${b.text}）`,
      holds: (each) => a.holds(each) || b.holds(each),
    })),
  ),
}))

const everyCase = casesOf(subjects)
const isPossible = (holds: (of: Partial<Case>) => boolean): boolean => everyCase.some(holds)

describe('conditions', () => {
  it('of two rules: they meet, or leave a case out, exactly where looking at every case shows it', () => {
    fc.assert(
      fc.property(condition, condition, (first, second) => {
        const codes = found(
          `  适用于 ${first.text}：\n    支付比例 是指 80%\n  适用于 ${second.text}：\n    支付比例 是指 90%\n`,
        )
        const isNever = [first, second].some(({ holds }) => !isPossible(holds))
        expect(codes.has('section-never-applies')).toBe(isNever)
        expect(codes.has('definitions-overlap')).toBe(isPossible((of) => first.holds(of) && second.holds(of)))
        expect(codes.has('not-defined-here')).toBe(isPossible((of) => !first.holds(of) && !second.holds(of)))
        for (const witness of codes.get('definitions-overlap') ?? [])
          for (const of of casesOf(subjects, witness)) expect(first.holds(of) && second.holds(of)).toBe(true)
        for (const witness of codes.get('not-defined-here') ?? [])
          for (const of of casesOf(subjects, witness)) expect(first.holds(of) || second.holds(of)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('of two exceptions: they conflict, or never hold, exactly where looking at every case shows it', () => {
    fc.assert(
      fc.property(condition, condition, (first, second) => {
        const codes = found(
          `  支付比例 是指 80%\n  例外「甲」如果 ${first.text}：支付比例 改为 90%\n  例外「乙」如果 ${second.text}：支付比例 改为 70%\n`,
        )
        expect(codes.has('exception-never-applies')).toBe([first, second].some(({ holds }) => !isPossible(holds)))
        expect(codes.has('exceptions-conflict')).toBe(isPossible((of) => first.holds(of) && second.holds(of)))
        for (const witness of codes.get('exceptions-conflict') ?? [])
          for (const of of casesOf(subjects, witness)) expect(first.holds(of) && second.holds(of)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('of two splits of one amount: they meet exactly where looking at every case shows it', () => {
    fc.assert(
      fc.property(condition, condition, (first, second) => {
        const codes = found(
          `  支付比例 是指 80%\n  补贴 是指 10元\n  适用于 ${first.text}：\n    分担 补贴\n      其余 计入 基金支付\n  适用于 ${second.text}：\n    分担 补贴\n      其余 计入 个人支付\n`,
        )
        expect(codes.has('split-twice')).toBe(isPossible((of) => first.holds(of) && second.holds(of)))
        expect(codes.has('split-incomplete')).toBe(isPossible((of) => !first.holds(of) && !second.holds(of)))
        for (const witness of codes.get('split-twice') ?? [])
          for (const of of casesOf(subjects, witness)) expect(first.holds(of) && second.holds(of)).toBe(true)
        for (const witness of codes.get('split-incomplete') ?? [])
          for (const of of casesOf(subjects, witness)) expect(first.holds(of) || second.holds(of)).toBe(false)
      }),
      { numRuns: 80 },
    )
  })
})
