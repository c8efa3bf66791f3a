/** What an edition replaces, removes and adds; what policies take from modules; what other readings put in place. */
import { describe, expect, it } from 'vitest'
import { codesOf, compiled, subsidies, under } from './small.ts'

const edition = (year: number, amends = '') =>
  `版本「${year}」始于 ${year}年1月1日 止于 ${year}年12月31日 ${amends === '' ? '选用依据 申请日期' : `修订「${amends}」`}\n`
const article = (...lines: string[]) =>
  `条文 文件「第${lines.length}条」\n  原文「规定」\n${lines.map((line) => `  ${line}\n`).join('')}`
/** 补贴 is the rate of the amount. */
const split = article(
  '分担 申请金额',
  '  按比例 率 四舍五入到分  计入 补贴',
  '  其余 计入 自付',
  '适用办法 是指 新办法',
)
const names = '名称对照\n  | 文件 | document |\n  | 率 | rate |\n'
const common = split + names

const byKind = article('适用于 申请类别 属于 甲类：', '  率 是指 50%', '适用于 申请类别 属于 乙类：', '  率 是指 40%')

describe('replace', () => {
  it('takes the place of the rule under the same heading', () => {
    const amendment = article('适用于 申请类别 属于 甲类：', '  替换 率 是指 60%')
    const both = compiled(common + edition(2022) + byKind + edition(2023, '2022') + amendment)
    expect(subsidies(both, '2022')).toEqual(['50.00', '40.00'])
    expect(subsidies(both, '2023')).toEqual(['60.00', '40.00'])
  })

  it('takes the heading of the only rule of its name', () => {
    const general =
      article('率 是指 40%') +
      article('适用于 申请类别 属于 甲类：', '  例外「多」如果 申请金额 超过 50元：率 改为 70%')
    const amendment = article('替换 例外「多」如果 申请金额 超过 50元：率 改为 80%')
    const both = compiled(common + edition(2022) + general + edition(2023, '2022') + amendment)
    expect(subsidies(both, '2022')).toEqual(['70.00', '40.00'])
    expect(subsidies(both, '2023')).toEqual(['80.00', '40.00'])
  })

  it('replaces a general rule by one of another form', () => {
    const amendment = article('替换 表格 率 按照 申请类别', '    | 甲类 | 60% |', '    | 乙类 | 20% |')
    const both = compiled(common + edition(2022) + article('率 是指 50%') + edition(2023, '2022') + amendment)
    expect(subsidies(both, '2022')).toEqual(['50.00', '50.00'])
    expect(subsidies(both, '2023')).toEqual(['60.00', '20.00'])
  })

  it('knows a name by its identifier too', () => {
    const both = compiled(
      common + edition(2022) + article('率 是指 50%') + edition(2023, '2022') + article('替换 rate 是指 60%'),
    )
    expect(subsidies(both, '2023')).toEqual(['60.00', '60.00'])
  })

  it('replaces splits and adjustments', () => {
    const base = article('率 是指 50%', '调整 率 下浮 10个百分点')
    const adjusted = compiled(
      common + edition(2022) + base + edition(2023, '2022') + article('替换 调整 率 下浮 20个百分点'),
    )
    expect(subsidies(adjusted, '2022')).toEqual(['40.00', '40.00'])
    expect(subsidies(adjusted, '2023')).toEqual(['30.00', '30.00'])
    const whole = article('替换 分担 申请金额', '    至多 30元 计入 补贴', '    其余 计入 自付')
    const shared = compiled(
      split +
        '名称对照\n  | 文件 | document |\n  | 率 | rate |\n' +
        edition(2022) +
        article('率 是指 50%') +
        edition(2023, '2022') +
        whole,
    )
    expect(subsidies(shared, '2023')).toEqual(['30.00', '30.00'])
  })

  it('takes the place of one of several splits', () => {
    // 100 at 50 % is 50; of these 20 to the person before, 10 after.
    const base = `${article(
      '率 是指 50%',
      '分担 申请金额',
      '  按比例 率 四舍五入到分  计入 毛补贴',
      '  其余 计入 自付',
      '分担 毛补贴',
      '  至多 20元 计入 自付',
      '  其余 计入 补贴',
      '适用办法 是指 新办法',
    )}${names}  | 毛补贴 | gross |\n`
    const amendment = article('替换 分担 毛补贴', '    至多 10元 计入 自付', '    其余 计入 补贴')
    const both = compiled(base + edition(2022) + edition(2023, '2022') + amendment)
    expect(subsidies(both, '2022')).toEqual(['30.00', '30.00'])
    expect(subsidies(both, '2023')).toEqual(['40.00', '40.00'])
  })

  it('of what is common to all editions holds from that edition on', () => {
    const three = compiled(
      common + article('率 是指 50%') + edition(2021) + edition(2022) + article('替换 率 是指 60%') + edition(2023),
    )
    expect(['2021', '2022', '2023'].map((year) => subsidies(three, year)[0])).toEqual(['50.00', '60.00', '50.00'])
  })

  it('of what is not there, or there several times, is told', () => {
    const base = common + edition(2022) + byKind + edition(2023, '2022')
    expect(codesOf(base + article('替换 律 是指 60%'))).toContain('nothing-to-replace 律')
    expect(codesOf(base + article('替换 率 是指 60%'))).toContain('replaces-several 率')
    expect(codesOf(base + article('替换 例外「甲」如果 申请金额 超过 50元：率 改为 80%'))).toContain(
      'nothing-to-replace 甲',
    )
  })
})

describe('remove', () => {
  it('takes a definition away, and another can be stated', () => {
    const amendment =
      article('删除 率') +
      article('适用于 申请类别 属于 甲类：', '  率 是指 10%', '适用于 申请类别 属于 乙类：', '  率 是指 20%')
    const both = compiled(common + edition(2022) + article('率 是指 50%') + edition(2023, '2022') + amendment)
    expect(subsidies(both, '2022')).toEqual(['50.00', '50.00'])
    expect(subsidies(both, '2023')).toEqual(['10.00', '20.00'])
  })

  it('takes all rules of the name away', () => {
    const both = compiled(
      common + edition(2022) + byKind + edition(2023, '2022') + article('删除 率') + article('率 是指 10%'),
    )
    expect(subsidies(both, '2023')).toEqual(['10.00', '10.00'])
  })

  it('takes an exception away by its label', () => {
    const base = article('率 是指 50%', '例外「乙类」如果 申请类别 属于 乙类：率 改为 30%')
    const both = compiled(common + edition(2022) + base + edition(2023, '2022') + article('删除「乙类」'))
    expect(subsidies(both, '2022')).toEqual(['50.00', '30.00'])
    expect(subsidies(both, '2023')).toEqual(['50.00', '50.00'])
  })

  it('of what is not there is told', () => {
    const base = common + edition(2022) + article('率 是指 50%') + edition(2023, '2022')
    expect(codesOf(base + article('删除 律'))).toContain('nothing-to-replace 律')
    expect(codesOf(base + article('删除「乙类」'))).toContain('nothing-to-replace 乙类')
  })
})

describe('a chain of amendments', () => {
  const chain = (order: readonly number[]) => {
    const parts: Readonly<Record<number, string>> = {
      2023: edition(2023) + article('率 是指 50%', '例外「乙类」如果 申请类别 属于 乙类：率 改为 30%'),
      2022: edition(2022, '2023') + article('替换 率 是指 40%'),
      2021: edition(2021, '2022') + article('删除「乙类」', '例外「少」如果 申请金额 不超过 10元：率 改为 100%'),
    }
    return compiled(common + order.map((year) => parts[year]).join(''))
  }

  it.each([[[2023, 2022, 2021]], [[2021, 2022, 2023]], [[2022, 2021, 2023]]])('in the order %j', (order) => {
    const all = chain(order)
    expect(subsidies(all, '2023')).toEqual(['50.00', '30.00'])
    expect(subsidies(all, '2022')).toEqual(['40.00', '30.00'])
    expect(subsidies(all, '2021')).toEqual(['40.00', '40.00'])
    expect(under(all, '2021', { amount: '10' })).toMatchObject({ subsidy: '10.00' })
    expect(under(all, '2022', { amount: '10' })).toMatchObject({ subsidy: '4.00' })
  })

  it('is selected by what the first of them is selected by', () => {
    const selectors = chain([2023, 2022, 2021]).programs.map(({ edition: each }) => each.selectedBy)
    expect(selectors).toEqual(['request.on', 'request.on', 'request.on'])
  })

  it('may not come round', () => {
    expect(codesOf(common + edition(2022, '2023') + edition(2023, '2022'))).toContain('edition-amends-itself 2022')
    expect(codesOf(common + article('率 是指 50%') + edition(2022, '2019'))).toContain('unknown-edition 2019')
  })
})

describe('a module', () => {
  const shared = `${article('率 是指 50%')}${article('上限 是指 80元')}名称对照\n  | 文件 | document |\n  | 率 | rate |\n  | 上限 | limit |\n`

  it('states rules for the policies that use it, which may leave some unused', () => {
    const found = compiled(common + edition(2022), { shared })
    expect(found.problems).toEqual([])
    expect(subsidies(found, '2022')).toEqual(['50.00', '50.00'])
  })

  it('is overridden by name, for all editions or for one', () => {
    const all = compiled(common + article('替换 率 是指 60%') + edition(2022) + edition(2023), { shared })
    expect(['2022', '2023'].map((year) => subsidies(all, year)[0])).toEqual(['60.00', '60.00'])
    const one = compiled(common + edition(2022) + edition(2023) + article('替换 率 是指 70%'), { shared })
    expect(['2022', '2023'].map((year) => subsidies(one, year)[0])).toEqual(['50.00', '70.00'])
    const removed = compiled(common + edition(2022) + article('删除 率') + byKind, { shared })
    expect(subsidies(removed, '2022')).toEqual(['50.00', '40.00'])
  })

  it('is not stated again', () => {
    expect(codesOf(common + edition(2022) + article('率 是指 60%'), { shared })).toContain('defined-twice 率')
  })

  it('holds no edition, decision, example or vocabulary', () => {
    expect(codesOf(common + edition(2022), { shared: shared + edition(2023) })).toContain('not-in-module')
  })
})

describe('another reading', () => {
  const reading = (name: string, other: string, rule: string) =>
    `解读 ${name}「照写」理由「原文如此」另解 ${other}「另读」 ${rule}`
  const settled = (rules: string, readings: Readonly<Record<string, string>>, modules = {}) =>
    compiled(rules, modules, readings)

  it('stands in the place of the rule that it reads, and only where it is asked for', () => {
    const rules = common + edition(2022) + article(reading('C1', 'wider', '率 是指 60%'), '率 是指 50%')
    expect(subsidies(settled(rules, {}), '2022')).toEqual(['50.00', '50.00'])
    expect(subsidies(settled(rules, { C1: 'wider' }), '2022')).toEqual(['60.00', '60.00'])
    expect(subsidies(settled(rules, { C1: 'less' }), '2022')).toEqual(['50.00', '50.00'])
    expect(subsidies(settled(rules, { C2: 'wider' }), '2022')).toEqual(['50.00', '50.00'])
  })

  it('is one of several', () => {
    const several = `${reading('C1', 'wider', '率 是指 60%')} 另解 widest「更多」 率 是指 90%`
    const rules = common + edition(2022) + article(several, '率 是指 50%')
    expect(['wider', 'widest'].map((other) => subsidies(settled(rules, { C1: other }), '2022')[0])).toEqual([
      '60.00',
      '90.00',
    ])
  })

  it('stands under the heading of its rule', () => {
    const rules =
      common +
      edition(2022) +
      article(
        '适用于 申请类别 属于 甲类：',
        `  ${reading('C1', 'wider', '率 是指 60%')}`,
        '  率 是指 50%',
        '适用于 申请类别 属于 乙类：',
        '  率 是指 40%',
      )
    expect(subsidies(settled(rules, { C1: 'wider' }), '2022')).toEqual(['60.00', '40.00'])
  })

  it('may add an exception', () => {
    const rules =
      common +
      edition(2022) +
      article(reading('C1', 'twice', '例外「乙类」如果 申请类别 属于 乙类：率 改为 25%'), '率 是指 50%')
    expect(subsidies(settled(rules, { C1: 'twice' }), '2022')).toEqual(['50.00', '25.00'])
  })

  it('holds in the editions that amend the one it stands in, unless they replace the rule themselves', () => {
    const rules =
      common +
      edition(2023) +
      article(reading('C1', 'wider', '率 是指 60%'), '率 是指 50%') +
      edition(2022, '2023') +
      edition(2021, '2022') +
      article('替换 率 是指 30%')
    const other = settled(rules, { C1: 'wider' })
    expect(['2023', '2022', '2021'].map((year) => subsidies(other, year)[0])).toEqual(['60.00', '60.00', '30.00'])
  })

  it('of an amendment holds in that edition only', () => {
    const rules =
      common +
      edition(2023) +
      article('率 是指 50%') +
      edition(2022, '2023') +
      article(reading('C1', 'wider', '率 是指 60%'), '替换 率 是指 40%')
    const other = settled(rules, { C1: 'wider' })
    expect(['2023', '2022'].map((year) => subsidies(other, year)[0])).toEqual(['50.00', '60.00'])
    expect(subsidies(settled(rules, {}), '2022')[0]).toBe('40.00')
  })

  it('of a module holds in the policies that use it', () => {
    const shared = `${article(reading('C1', 'wider', '率 是指 60%'), '率 是指 50%')}名称对照\n  | 文件 | document |\n  | 率 | rate |\n`
    expect(subsidies(settled(common + edition(2022), { C1: 'wider' }, { shared }), '2022')).toEqual(['60.00', '60.00'])
    // What the policy says itself instead of the module stays.
    const own = common + article('替换 率 是指 30%') + edition(2022)
    expect(subsidies(settled(own, { C1: 'wider' }, { shared }), '2022')).toEqual(['30.00', '30.00'])
  })
})
