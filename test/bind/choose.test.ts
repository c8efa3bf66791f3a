/** 孰低, 孰高: a case worked out under several editions, and all that comes out is of one of them. */
import { describe, expect, it } from 'vitest'
import { bothOf, codesOf, compiled, under } from './small.ts'

const article = (...lines: string[]) =>
  `条文 文件「第${lines.length}条」\n  原文「规定」\n${lines.map((line) => `  ${line}\n`).join('')}`
const names = (...ids: string[]) => `名称对照\n  | 文件 | document |\n${ids.map((id) => `  | ${id} |\n`).join('')}`

/** Before 2021 half of it, at most 80 yuan; from 2022 on 60%, and 30% of the second kind. */
const before = `版本「旧」止于 2020年12月31日 选用依据 申请日期
${article('补助 是指 较小者（申请金额 × 50%、80元）四舍五入到分', '适用办法 是指 老办法')}`
const after = `版本「新」始于 2022年1月1日 选用依据 申请日期
${article(
  '比例 是指 60%',
  '例外「乙类」如果 申请类别 属于 乙类：比例 改为 30%',
  '补助 是指 申请金额 × 比例 四舍五入到分',
  '适用办法 是指 新办法',
)}`
const split = article('分担 申请金额', '  至多 补助 计入 补贴', '  其余 计入 自付')
const transition = (choice: string) =>
  `版本「过渡」始于 2021年1月1日 止于 2021年12月31日 修订「新」\n${article(choice)}`
const policy = (choice: string) => split + before + after + transition(choice) + names('补助 | grant', '比例 | share')

const chosen = (choice: string, amount: string, kind: 'first' | 'second' = 'first') => {
  const { subsidy, rest, way } = under(compiled(policy(choice)), '过渡', { amount, kind })
  return [way, subsidy, rest]
}

describe('the lower', () => {
  const lower = '孰低 自付：本版、「旧」相同从 本版'

  it('gives all outputs of the edition that has the lower figure', () => {
    // 100: 50 before, 60 after, so 40 is paid after.
    expect(chosen(lower, '100')).toEqual(['new', '60.00', '40.00'])
    // 100 of the second kind: 30 after; 50 before.
    expect(chosen(lower, '100', 'second')).toEqual(['old', '50.00', '50.00'])
    // 300: 80 before, 90 after of the second kind; below 266.66… the first is lower: 266 gives 80 and 79.80.
    expect(chosen(lower, '300', 'second')).toEqual(['new', '90.00', '210.00'])
    expect(chosen(lower, '266', 'second')).toEqual(['old', '80.00', '186.00'])
  })

  it('on equal figures takes the one that is named for it', () => {
    // Nothing of nothing; and 10 fen: half is 5 fen, 60% is 6 fen; 1 fen: 0.5 and 0.6 fen are both 1 fen.
    expect(chosen(lower, '0')).toEqual(['new', '0.00', '0.00'])
    expect(chosen(lower, '0.01')).toEqual(['new', '0.01', '0.00'])
    expect(chosen('孰低 自付：本版、「旧」相同从「旧」', '0.01')).toEqual(['old', '0.01', '0.00'])
    expect(chosen('孰低 自付：本版、「旧」相同从「旧」', '100')).toEqual(['new', '60.00', '40.00'])
    expect(chosen('孰低 自付：「旧」、本版 相同从 本版', '0.01')).toEqual(['new', '0.01', '0.00'])
  })

  it('may be of editions among which is not the own one', () => {
    // The transition's own rule of 70% plays no part.
    const own = transition('替换 比例 是指 70%').trimEnd() + `\n  孰低 自付：「新」、「旧」相同从「新」\n`
    const all = compiled(split + before + after + own + names('补助 | grant', '比例 | share'))
    expect(under(all, '过渡', { amount: '100' })).toMatchObject({ edition: '过渡', subsidy: '60.00', way: 'new' })
  })

  it('can be of three', () => {
    const third = `版本「另」始于 2021年6月1日 止于 2021年12月31日 选用依据 申请日期\n${article('补助 是指 20元', '适用办法 是指 另办法')}`
    const three = compiled(
      split +
        before +
        after +
        `版本「过渡」始于 2021年1月1日 止于 2021年5月31日 修订「新」\n${article('孰低 自付：本版、「旧」、「另」相同从「旧」')}` +
        third +
        names('补助 | grant', '比例 | share'),
    )
    const way = (amount: string, kind: 'first' | 'second') => under(three, '过渡', { amount, kind })['way']
    // 30 of the second kind: 9, 15, 20. 100: 60, 50, 20. 40 of the second kind: 12, 20, 20: a tie, for 旧.
    expect([way('30', 'second'), way('100', 'first'), way('40', 'second')]).toEqual(['third', 'new', 'old'])
  })
})

describe('the higher', () => {
  it('gives the edition that has the higher figure', () => {
    const higher = '孰高 自付：本版、「旧」相同从 本版'
    expect(chosen(higher, '100')).toEqual(['old', '50.00', '50.00'])
    expect(chosen(higher, '100', 'second')).toEqual(['new', '30.00', '70.00'])
    expect(chosen(higher, '0.01')).toEqual(['new', '0.01', '0.00'])
    expect(chosen('孰高 自付：本版、「旧」相同从「旧」', '0.01')).toEqual(['old', '0.01', '0.00'])
  })
})

describe('names', () => {
  it('do not clash with those of the other editions', () => {
    // What the compiler would call the parts of the other edition, the policy calls something else.
    const ids = ['under旧_grant', 'take旧', 'take过渡', '_take过渡']
    const labels = ['甲', '乙', '丙', '丁']
    const own = article(
      ...labels.map((label, index) => `${label} 是指 ${index + 1}元`),
      '替换 补助 是指 甲 + 乙 + 丙 + 丁',
    )
    const rules = compiled(
      split +
        before +
        after +
        transition('孰低 自付：本版、「旧」相同从 本版') +
        own +
        names('补助 | grant', '比例 | share', ...labels.map((label, index) => `${label} | ${ids[index]}`)),
    )
    // 1 + 2 + 3 + 4 = 10; half of 100 is 50.
    expect(under(rules, '过渡', { amount: '100' })).toMatchObject({ way: 'old', subsidy: '50.00' })
    expect(under(rules, '过渡', { amount: '15' })).toMatchObject({ way: 'new', subsidy: '10.00' })
    const program = rules.programs.find((each) => each.edition.name === '过渡')!
    const all = program.definitions.map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('what does not hold in the edition that is not chosen', () => {
  it('is no error of the case', () => {
    // The old rules demand that the subsidy is 50 or more.
    const always = '保证「另一头」补贴 不低于 50元 或者 适用办法 属于 新办法\n'
    const rules = compiled(policy('孰低 自付：本版、「旧」相同从 本版') + always)
    expect(under(rules, '过渡', { amount: '50' })).toMatchObject({ way: 'new', subsidy: '30.00' })
  })
})

describe('interpreter and generated TypeScript', () => {
  const cases = ['0', '0.01', '0.10', '30', '99.99', '100', '160', '266', '266.67', '300', '1000000'].flatMap(
    (amount) => ['first', 'second'].map((kind) => ({ request: { on: '2021-05-01', amount, kind } })),
  )

  it.each([
    '孰低 自付：本版、「旧」相同从 本版',
    '孰低 自付：本版、「旧」相同从「旧」',
    '孰高 补贴：本版、「旧」相同从「旧」',
  ])('agree on %s', async (choice) => {
    for (const { interpreted, generated } of await bothOf(compiled(policy(choice)), '过渡', cases))
      expect(generated).toEqual(interpreted)
  })

  it('agree on what is wrong with a case', async () => {
    const wrong = [{ request: { on: '2020-05-01', amount: '1', kind: 'first' } }, { request: { on: '2021-05-01' } }]
    const found = await bothOf(compiled(policy('孰低 自付：本版、「旧」相同从 本版')), '过渡', wrong)
    for (const { interpreted, generated } of found) expect(generated).toEqual(interpreted)
    expect(found[0]?.interpreted).toMatchObject([{ path: 'request.on' }])
  })
})

describe('what can’t be chosen', () => {
  const told = (choice: string, more = '') => codesOf(policy(choice) + more)

  it('is told', () => {
    expect(told('孰低 自付：本版、「久」相同从 本版')).toContain('unknown-edition 久')
    expect(told('孰低 自付：本版 相同从 本版')).toContain('choice-of-one 自付')
    expect(told('孰低 自付：本版、「旧」相同从「新」')).toContain('choice-of-one 自付')
    expect(told('孰低 适用办法：本版、「旧」相同从 本版')).toContain('choice-not-by-number 适用办法')
    expect(told('孰低 补助：本版、「旧」相同从 本版')).toContain('choice-not-by-number 补助')
  })
})
