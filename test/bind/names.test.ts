/** What names may have been meant, and what they are called in the other language. */
import { describe, expect, it } from 'vitest'
import { namesFor } from '../../compiler/bind/names-for.ts'
import { near } from '../../compiler/bind/near.ts'
import { compile } from '../../compiler/compile.ts'

describe('a name that was meant', () => {
  it.each([
    ['two letters exchanged are one slip', '率费', ['费率'], ['费率']],
    ['also at the end', 'raet', ['rate'], ['rate']],
    ['at half of the letters', '费用', ['费率', '比率'], ['费率']],
    ['at one letter even of one', '率', ['费率', '基金率'], ['费率']],
    ['not at more', 'abcd', ['abxy', 'axyz'], ['abxy']],
    ['small or large', 'RATE', ['rate'], ['rate']],
    ['the nearest first, then by the alphabet', 'abcd', ['abxd', 'abcx', 'abcd'], ['abcd', 'abcx', 'abxd']],
    ['each once, and four at most', 'aa', ['ab', 'ac', 'ad', 'ab', 'ae', 'af'], ['ab', 'ac', 'ad', 'ae']],
  ])('%s', (_, name, candidates, expected) => {
    expect(near(name, candidates)).toEqual(expected)
  })
})

const words = `词汇「词」
记录 单 bill
  | 日子 | bill.on | 日期 | 未填 |
记录 果 result
  | 甲 | first | 金额 | 未填 |
事项 算 settle
  | 输入 | 单 |
  | 输出 | 果 |
`
const compiled = (text: string, vocabulary = words) =>
  compile([
    { name: 'words.policy', text: vocabulary },
    { name: 'p.policy', text },
  ])
const policyOf = (names: string) => `政策 p「例」
引用「words」
事项 算
来源 文「文」官方
版本「一」选用依据 日子
名称对照
  | ${names} |
条文 文「一」
  原文「文」
  甲 是指 1元
`
const policy = (names: string) => compiled(policyOf(names)).policies[0]!

describe('the names of a policy in the other language', () => {
  it('are identifiers for labels, and labels for identifiers', () => {
    const bound = policy('乙 | second')
    expect(namesFor(bound, 'en').get('乙')).toBe('second')
    expect(namesFor(bound, 'zh').get('second')).toBe('乙')
    expect(namesFor(bound, 'en').has('second')).toBe(false)
  })

  it('are left as they are where the way back would be another', () => {
    const shared = policy('乙 | first')
    expect([...namesFor(shared, 'en')]).not.toContainEqual(['乙', 'first'])
    expect([...namesFor(shared, 'en')]).not.toContainEqual(['甲', 'first'])
    expect(namesFor(shared, 'zh').has('first')).toBe(false)
  })
})

it('one of two is said of inputs, not of outputs', () => {
  const either = words.replace('| 输出 | 果 |', '| 输出 | 果 或者 单 |')
  const codes = compiled(policyOf('乙 | second'), either).problems.map(({ code }) => code)
  expect(codes).toContain('wrong-declaration-row')
})

it('a grade that there is not is told with those of its language', () => {
  const english =
    'policy p "a"\nuse "words"\ndecision settle\nsource text "a" oficial\nedition "1" selected by bill.on\n'
  const told = compiled(english).problems.find(({ code }) => code === 'unknown-grade')
  expect(told?.facts).toEqual({ name: 'oficial', near: expect.arrayContaining(['official']) })
})

it('a rule of the elements of one list does not take the place of one of another', () => {
  const lists = `词汇「词」
记录 单 bill
  | 日子 | bill.on | 日期 | 未填 |
清单 药 drugs
  | 药价 | drug.price | 金额 | 未填 |
清单 床 beds
  | 床价 | bed.price | 金额 | 未填 |
记录 果 result
  | 甲 | first | 金额 | 未填 |
事项 算 settle
  | 输入 | 单、药、床 |
  | 输出 | 果 |
`
  const codes = (list: string) =>
    compiled(
      `政策 p「例」
引用「words」
事项 算
来源 文「文」官方
名称对照
  | 价 | price |
条文 文「一」
  原文「文」
  甲 是指 合计 药 取值 价
  每项 药：
    价 是指 药价
版本「一」选用依据 日子
条文 文「二」
  原文「文」
  每项 ${list}：
    替换 价 是指 1元
`,
      lists,
    ).problems.map(({ code }) => code)
  expect(codes('药')).toEqual([])
  expect(codes('床')).toContain('nothing-to-replace')
})
