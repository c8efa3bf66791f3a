/** What the parts of a page say, on a policy with one of everything. */
import { describe, expect, it } from 'vitest'
import { readPage } from './read-page.ts'
import { samplePage } from './sample.ts'

const page = samplePage('zh')
const { text } = readPage(page)
const english = readPage(samplePage('en')).text

/** The words of one rule: from its number to that of the next. */
function ruleText(number: number): string {
  const [, rest = ''] = page.split(`<div class="rule" id="rule-${number}">`)
  return readPage(`<div>${rest.slice(0, rest.indexOf('</pre>'))}</pre></div>`).text
}

describe('tables', () => {
  it('merge what the policy says by 同左', () => {
    expect(page).toMatch(/三级<\/code><\/td>\n?<td class="value merged" colspan="2">/)
  })

  it('say what 其他 covers: the members of a choice that are left, or all but what is named', () => {
    // Three tiers, one of them named; two regions of all there are.
    expect(ruleText(1)).toContain('其他 即 二级、一级')
    expect(ruleText(2)).toContain('其他 除 海滨、山前 以外')
    expect(english).toContain('otherwise that is secondary, primary')
    expect(english).toContain('otherwise all but haibin, shanqian')
  })

  it('give bands their intervals in yuan', () => {
    for (const interval of ['≤ 35 000', '35 000 < … ≤ 70 000', '> 70 000']) expect(ruleText(4)).toContain(interval)
  })
})

it('a split is a ledger that adds up', () => {
  expect(ruleText(6)).toContain('1 按比例 分段比例 四舍五入到分 基金支付')
  expect(ruleText(6)).toContain('2 其余 个人部分')
  expect(ruleText(6)).toContain('合计等于 支付上限')
})

it('rules stand as the policy writes them, in the keywords of the page', () => {
  expect(ruleText(5)).toContain('支付上限 是指 较小者（封顶额、医疗费）')
  expect(english).toMatch(/payable means lesser\(封顶额, visit\.cost\)/)
})

it('readings have their reasons and their alternatives, with the rule of each', () => {
  expect(text).toContain('解读 R1：一级、二级相同 H02 理由：办法只分两档 另解 apart：不分人员')
  expect(text).toContain('表格 档次比例 按照 医院等级 | 三级 | 70% |')
})

it('another reading by which the policy is compiled is told', () => {
  expect(text).not.toContain('本页按此')
  const other = readPage(samplePage('zh', {}, { R1: 'apart' }))
  expect(other.text).toContain('另解 apart：不分人员 本页按此')
  const inside = other.links.filter((link) => link.startsWith('#'))
  expect(inside.filter((link) => !other.ids.includes(link.slice(1)))).toEqual([])
})

it('clauses that are no rules have their reasons', () => {
  expect(text).toContain('不作规则：「本办法由医保局解释。」 H03 理由：不影响金额')
})

describe('sources', () => {
  it('have their grades', () => {
    expect(text).toContain('海滨日报 报刊 1')
    expect(text).toContain('网上的说法 待核 1')
    expect(text).toContain('试行办法 官方 2')
  })

  it('that are not official mark the rules that come from them', () => {
    expect(ruleText(8)).toContain('来源待核')
    expect(ruleText(11)).toContain('出自报刊')
  })

  it('that are not official mark the rules that use theirs, also through others', () => {
    const throughTopRate = '在版本「旧」中，取用的「加成比例」出自待核来源：网上的说法'
    const throughLimit = '取用的「封顶额」出自报刊来源：海滨日报'
    // 分段比例 uses 加成比例; 支付上限 uses 封顶额; the split uses both; 个人负担 is made of what the split gives.
    expect([4, 5, 6, 7].filter((rule) => ruleText(rule).includes(throughTopRate))).toEqual([4, 6, 7])
    expect([4, 5, 6, 7].filter((rule) => ruleText(rule).includes(throughLimit))).toEqual([5, 6, 7])
    expect(ruleText(1)).not.toContain('来源')
  })
})

it('an amending edition says what it changes', () => {
  expect(text).toContain('新 修订「旧」 2024-01-01 至 …… 结算日期 改为或增加：9 加成比例, 10 不再适用：8 加成比例')
  expect(ruleText(8)).toContain('只在版本「旧」')
  expect(ruleText(9)).toContain('替换：取值')
})

it('rules of a module that the decision does not need are told apart', () => {
  expect(text).toContain('– 取值 本事项用不到')
})

it('examples say whether they pass, and what was found where they do not', () => {
  // 3.5万元 × 80% = 28 000元
  expect(text).toContain('2 例中 1 例相符。')
  expect(text).toContain('三级，在职 相符 3.5万元 × 80% = 28 000元。')
  expect(text).toContain('写错的一例 不符 其余沿用 三级，在职')
  expect(text).toContain('基金支付 28001元 实得：28000.00')
})

it('the index says where names are defined, changed and used', () => {
  // 档次比例: table 1, adjusted by 3, used by the bands.
  expect(text).toContain('档次比例 tierRate 比例 1 3 4')
  expect(text).toContain('加成比例 topRate 比例 8, 9 4')
})

it('fields have their types and the names of the platform', () => {
  expect(text).toContain('结算日期 visit.on 日期 setl_time')
  expect(text).toContain('基金支付 fund 金额 hifp_pay')
})

it('data are shown with their columns', () => {
  expect(text).toContain('每次限额 limit.most 金额 limits.csv：共 3 行。 限额等级 每次限额 三级 3000元')
  expect(english).toContain('limits.csv: 3 rows. limit.tier limit.most tertiary 3000 yuan')
})

it('the codes of the national platform are shown', () => {
  expect(text).toContain('fund_pay_type 310100 统筹基金 基金支付')
})

it('what is cited can be found by its number', () => {
  expect(text).toContain('对应索引 H01 §1 H02 §1 H03 §1 H09 §4')
})

it('hostile texts are shown, and are nothing else', () => {
  const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;<!--`
  const title = ['海滨试行办法', '试行办法', '海滨日报', '各地共用', '第一条', '三级，在职', '不为负']
  const said = [
    '按等级和人员确定比例。',
    '本办法由医保局解释。',
    '一级、二级相同',
    '办法只分两档',
    '不分人员',
    '不影响金额',
  ]
  const texts = [...title, ...said, '政策上面的说明。']
  for (const language of ['zh', 'en'] as const) {
    const changes = Object.fromEntries(texts.map((each, index) => [each, `${hostile}${index}`]))
    const read = readPage(samplePage(language, changes))
    expect(new Set(read.elements).has('script') || new Set(read.elements).has('img')).toBe(false)
    expect(read.elements.toSorted()).toEqual(readPage(samplePage(language)).elements.toSorted())
    expect(texts.filter((_, index) => !read.text.includes(`${hostile}${index}`))).toEqual([])
  }
})
