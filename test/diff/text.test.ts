/** What two editions, readings or policies say otherwise: pairs written by hand, one for every kind of change. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Readings, type SourceFile } from '../../compiler/compile.ts'
import { textChanges } from '../../compiler/diff/text-changes.ts'
import type { ComparedEdition } from '../../compiler/diff/text/statements.ts'
import { seededRandom } from '../ningbo/bills.ts'

const vocabulary = `词汇「词」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
  | 丙类 | third  |
选项 等级 Tier
  | 三级 | high |
  | 其余级 | low |
记录 申请 request
  | 申请日期 | request.on     | 日期 | 未填 |
  | 申请金额 | request.amount | 金额 | 未填 |
  | 申请类别 | request.kind   | 类别 | 未填 |
  | 申请等级 | request.tier   | 等级 | 未填 |
记录 结果 result
  | 补贴 | subsidy | 金额 | 未填 |
  | 自付 | rest    | 金额 | 未填 |
事项 核定 settle
  | 输入 | 申请 |
  | 输出 | 结果 |
`
const head = `政策 test.text「文字」
引用「words」
事项 核定
来源 文件「办法」官方
来源 网页「网页」待核
`
const edition = '版本「一」选用依据 申请日期\n'
const split = `条文 文件「第一条」
  原文「基金按比例支付。」对应 F1
  分担 申请金额
    按比例 率 四舍五入到分 计入 补贴
    其余 计入 自付
`
const article = (title: string, ...lines: string[]): string =>
  [`条文 文件「${title}」`, ...lines.map((line) => `  ${line}`), ''].join('\n')

function side(rules: string, readings: Readings = {}, start = head): ComparedEdition {
  const files: readonly SourceFile[] = [
    { name: 'words.policy', text: vocabulary },
    { name: 'text.policy', text: start + edition + rules },
  ]
  const { policies, problems } = compile(files, readings)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const [policy] = policies
  return { policy: policy!, edition: policy!.editions[0]!, files }
}

/** Kind, of what, and name. */
const told = (before: string, after: string) =>
  textChanges(side(before), side(after)).map(({ kind, what, name }) => `${kind} ${what} ${name}`)
const cells = (before: string, after: string) =>
  textChanges(side(before), side(after)).flatMap((each) =>
    each.cells.map(
      ({ row, column, before: was, after: is }) => `${row}${column === null ? '' : ` × ${column}`}: ${was} → ${is}`,
    ),
  )

const rate = (value: string): string => split + article('第二条', '原文「比例。」对应 F2', `率 是指 ${value}`)

describe('kinds of changes', () => {
  it('tells of nothing where only order, brackets, units and spelling differ', () => {
    const one = split + article('第二条', '原文「比例。」对应 F2', '率 是指 50% ×（基数 ÷ 7万元）', '基数 是指 7000元')
    const two =
      split + article('第二条', '原文「比例。」对应 F2', '基数 是指 0.7万元', '率 是指 50.0% × (基数 ÷ 70000元)')
    expect(told(one, two)).toEqual([])
    expect(told(one, one)).toEqual([])
  })

  it('added, removed, changed, with places and texts', () => {
    const exception = '例外「乙类多」如果 申请类别 属于 乙类：率 改为 60%'
    const with60 = rate('50%') + article('第三条', '原文「乙类。」对应 F3', exception)
    expect(told(rate('50%'), with60)).toEqual(['added rule 例外「乙类多」', 'added quote 原文 F3'])
    expect(told(with60, rate('50%'))).toEqual(['removed rule 例外「乙类多」', 'removed quote 原文 F3'])
    const [change, ...others] = textChanges(side(rate('50%')), side(rate('55%')))
    expect(others).toEqual([])
    // Five lines of head, one of the edition, five of the split; then article, quote, rule.
    expect(change).toMatchObject({
      kind: 'changed',
      name: '率',
      before: { place: 'text.policy:14', text: '率 是指 50%' },
      after: { place: 'text.policy:14', text: '率 是指 55%' },
      cites: ['F2'],
    })
    expect(change?.basis.before).toMatchObject({ source: '办法', grade: 'official', article: '第二条' })
  })

  it('moved: the same rule in another article, under another heading, below another sentence', () => {
    const two = (second: readonly string[], third: readonly string[]): string =>
      split + article('第二条', '原文「二。」对应 F2', ...second) + article('第三条', '原文「三。」对应 F3', ...third)
    const [a, b, c] = ['率 是指 基础 × 九成', '基础 是指 40%', '九成 是指 90%']
    expect(told(two([a!, c!], [b!]), two([a!], [b!, c!]))).toEqual(['moved rule 九成'])
    const exception = '例外「多」如果 申请金额 超过 50元：率 改为 70%'
    const plain = two(['率 是指 50%', exception], ['须满足「有」申请金额 超过 0元'])
    const headed = two(
      ['率 是指 50%', '适用于 申请类别 属于 乙类：', `  ${exception}`],
      ['须满足「有」申请金额 超过 0元'],
    )
    expect(told(plain, headed)).toEqual(['moved rule 例外「多」'])
    expect(textChanges(side(plain), side(headed))[0]?.basis).toMatchObject({
      before: { heading: null },
      after: { heading: '适用于 申请类别 属于 乙类' },
    })
    const below = (first: readonly string[], then: readonly string[]) =>
      split + article('第二条', '原文「甲。」对应 F2', ...first, '原文「乙。」对应 F4', ...then)
    expect(told(below([a!, c!], [b!]), below([a!], [b!, c!]))).toEqual(['moved rule 九成'])
  })

  it('renamed: a name of the policy, a label, the title of an article', () => {
    const named = (name: string, other = '率'): string =>
      split.replace('率', other) +
      article('第二条', '原文「比例。」对应 F2', `${other} 是指 ${name} × 90%`, `${name} 是指 40%`)
    expect(told(named('基础'), named('底数'))).toEqual(['renamed rule 基础 → 底数'])
    // Two at once, one of which rests on the other.
    expect(told(named('基础'), named('底数', '比率'))).toEqual(['renamed rule 率 → 比率', 'renamed rule 基础 → 底数'])
    // Another value is another rule, not another name.
    expect(told(named('基础'), named('底数').replace('40%', '41%'))).toEqual([
      'changed rule 率',
      'removed rule 基础',
      'added rule 底数',
    ])
    const labelled = (label: string) =>
      rate('50%') + article('第三条', '原文「三。」对应 F3', `例外「${label}」如果 申请类别 属于 乙类：率 改为 60%`)
    expect(told(labelled('乙类'), labelled('乙'))).toEqual(['renamed rule 例外「乙类」 → 例外「乙」'])
    expect(told(rate('50%'), rate('50%').replace('第二条', '第三条'))).toEqual(['renamed article 第二条 → 第三条'])
  })

  it('is not taken in by rules that happen to be equal', () => {
    const apart = (name: string, uses: string): string =>
      split + article('第二条', '原文「比例。」对应 F2', `率 是指 ${uses}`, `${name} 是指 40%`)
    // 底数 is used otherwise: that it is 40% too does not make it the same.
    expect(told(apart('基础', '基础 × 90%'), apart('底数', '底数 × 80%'))).toEqual([
      'changed rule 率',
      'removed rule 基础',
      'added rule 底数',
    ])
  })

  it('of quotes, citations, readings, grades, invariants and what is not formalised', () => {
    const text = (quote: string, ...more: string[]): string => split + article('第二条', quote, ...more, '率 是指 50%')
    expect(told(text('原文「五成。」对应 F2'), text('原文「一半。」对应 F2'))).toEqual(['changed quote 原文 F2'])
    expect(told(text('原文「五成。」对应 F2'), text('原文「五成。」对应 F2、F9'))).toEqual([
      'changed quote 原文 F2 → 原文 F2 F9',
    ])
    const reading = (why: string): string => `解读 R1「照写」理由「${why}」`
    expect(told(text('原文「五成。」'), text('原文「五成。」', reading('如此')))).toEqual(['added reading 解读 R1'])
    expect(told(text('原文「五成。」', reading('如此')), text('原文「五成。」', reading('不然')))).toEqual([
      'changed reading 解读 R1',
    ])
    const none = '不作规则「另行通知」对应 F8 理由「没有金额」'
    expect(told(text('原文「五成。」'), text('原文「五成。」', none))).toEqual(['added notFormalised 不作规则 F8'])
    const always = (sum: string): string => `${rate('50%')}保证「收支相抵」申请金额 等于 ${sum}\n`
    expect(told(always('补贴 + 自付'), always('自付 + 补贴'))).toEqual(['changed invariant 保证 收支相抵'])
    const graded = textChanges(side(rate('50%')), side(rate('50%'), {}, head.replace('官方', '报刊')))
    expect(graded.map(({ kind, what, name }) => [kind, what, name])).toEqual([['changed', 'source', '办法']])
    expect(graded[0]).toMatchObject({
      before: { place: 'text.policy:4', text: '来源 文件「办法」官方' },
      after: { text: '来源 文件「办法」报刊' },
    })
  })

  it('of two readings: the rule, and which reading holds', () => {
    const rules =
      split +
      article(
        '第二条',
        '原文「比例。」对应 F2',
        '解读 R1「照写」理由「如此」另解 wider「多一成」率 是指 60%',
        '率 是指 50%',
      )
    const changes = textChanges(side(rules), side(rules, { R1: 'wider' }))
    expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['changed 率', 'changed 解读 R1'])
    expect(changes[1]?.cells).toMatchObject([{ row: 'R1', column: null, before: '照写', after: '多一成' }])
  })
})

describe('cell by cell', () => {
  const table = (...rows: string[]): string =>
    split + article('第二条', '原文「比例。」对应 F2', '表格 率 按照 申请类别', ...rows.map((row) => `  ${row}`))

  it('of tables, whatever their cells are put together', () => {
    expect(
      cells(
        table('| 甲类、乙类 | 50% |', '| 其他 | 40% |'),
        table('| 乙类 | 50% |', '| 甲类 | 45% |', '| 其他 | 40% |'),
      ),
    ).toEqual(['甲类: 50% → 45%'])
    expect(
      cells(table('| 甲类 | 50% |', '| 其他 | 40% |'), table('| 甲类 | 50% |', '| 乙类 | 30% |', '| 其他 | 40% |')),
    ).toEqual(['乙类: 40% → 30%'])
    expect(told(table('| 甲类 | 50% |', '| 其他 | 40% |'), table('| 甲类 | 50% |', '| 其他 | 40.0% |'))).toEqual([])
  })

  it('of a table that asks about more, and of a definition that has become a table', () => {
    const two = table('| 申请等级 | 三级 | 其他 |', '|---|---|---|', '| 甲类 | 50% | 60% |', '| 其他 | 40% | 同左 |')
    expect(cells(table('| 甲类 | 50% |', '| 其他 | 40% |'), two)).toEqual(['甲类 × 其他: 50% → 60%'])
    expect(cells(rate('50%'), table('| 甲类 | 50% |', '| 其他 | 40% |'))).toEqual(['其他: 50% → 40%'])
  })

  it('of bands, cut at the edges of both', () => {
    const bands = (...rows: string[]): string =>
      split.replace('分担 申请金额', '分担 申请金额 分段起于 0元') +
      article('第二条', '原文「比例。」对应 F2', '分段 率 随着 申请金额', ...rows.map((row) => `  ${row}`))
    const old = bands('| 不超过 100元 | 50% |', '| 超过 100元 | 60% |')
    expect(cells(old, bands('| 不超过 120元 | 50% |', '| 超过 120元 | 60% |'))).toEqual(['> 100, ≤ 120: 60% → 50%'])
    expect(cells(old, bands('| 不超过 100元 | 50% |', '| 100元—1万元（含） | 60% |', '| 超过 1万元 | 70% |'))).toEqual([
      '> 10 000: 60% → 70%',
    ])
  })

  it('of stretches, amount by amount', () => {
    const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
    const draw = (options: number): number => Math.floor(random() * options)
    // Whether an edge belongs to what is below it.
    const sides = [
      { isBelow: true, first: '不超过', last: '超过', between: (a: number, b: number) => `${a}元—${b}元（含）` },
      { isBelow: false, first: '不满', last: '不低于', between: (a: number, b: number) => `${a}元（含）—${b}元` },
    ]
    const randomTable = () => {
      const edges = [10, 20, 30, 40].filter(() => draw(2) === 0)
      if (edges.length === 0) edges.push(20)
      const side = sides[draw(2)]!
      const rates = [...edges, 0].map(() => `${40 + 10 * draw(2)}%`)
      const texts = [
        `${side.first} ${edges[0]}元`,
        ...edges.slice(1).map((edge, at) => side.between(edges[at]!, edge)),
        `${side.last} ${edges.at(-1)}元`,
      ]
      const rows = texts.map((each, at) => `  | ${each} | ${rates[at]} |`)
      return {
        text: split + article('第二条', '原文「比例。」对应 F2', '表格 率 按照 申请金额', ...rows),
        at: (amount: number) => rates[edges.filter((edge) => (side.isBelow ? edge < amount : edge <= amount)).length],
      }
    }
    const isIn = (label: string, amount: number): boolean =>
      // Nothing where it makes no difference how much it is.
      label === '' ||
      label.split(', ').every((each) => {
        const [sign, bound] = each.split(' ')
        const edge = Number(bound)
        if (sign === '=') return amount === edge
        if (sign === '<' || sign === '≤') return amount < edge || (sign === '≤' && amount === edge)
        return amount > edge || (sign === '≥' && amount === edge)
      })
    for (let round = 0; round < 60; round++) {
      const [before, after] = [randomTable(), randomTable()]
      const found = cells(before.text, after.text).map((each) => each.split(': '))
      for (let amount = 5; amount <= 45; amount += 2.5) {
        const [was, is] = [before.at(amount), after.at(amount)]
        const said = found.filter(([label]) => isIn(label!, amount)).map(([, change]) => change)
        expect(said, JSON.stringify([found, amount])).toEqual(was === is ? [] : [`${was} → ${is}`])
      }
    }
  })

  it('of dates', () => {
    const by = (day: string): string =>
      split +
      article('第二条', '原文「比例。」对应 F2', '表格 率 按照 申请日期', `  | 早于 ${day} | 50% |`, '  | 其他 | 60% |')
    expect(cells(by('2023年7月1日'), by('2023年8月1日'))).toEqual(['≥ 2023-07-01, < 2023-08-01: 60% → 50%'])
  })

  it('of splits, line by line, in their order', () => {
    const lines = (...each: string[]): string =>
      article('第一条', '原文「基金。」对应 F1', '分担 申请金额', ...each.map((line) => `  ${line}`))
    const old = lines('至多 10元 计入 补贴', '至多 5元 计入 自付', '其余 计入 补贴')
    expect(cells(old, lines('至多 12元 计入 补贴', '至多 5元 计入 自付', '其余 计入 补贴'))).toEqual([
      '补贴: 至多 10元 计入 补贴 → 至多 12元 计入 补贴',
    ])
    expect(cells(old, lines('至多 5元 计入 自付', '至多 10元 计入 补贴', '其余 计入 补贴'))).toEqual([
      '自付: 2. 至多 5元 计入 自付 → 1. 至多 5元 计入 自付',
    ])
    const three = lines('至多 10元 计入 补贴', '至多 5元 计入 自付', '至多 1元 计入 自付', '其余 计入 补贴')
    expect(cells(three, old)).toEqual(['自付: 至多 1元 计入 自付 → null'])
    expect(cells(old, three)).toEqual(['自付: null → 至多 1元 计入 自付'])
  })

  it('of cases judged in order', () => {
    const judged = (...rows: string[]): string =>
      split + article('第二条', '原文「比例。」对应 F2', '依次判定 率', ...rows.map((row) => `  ${row}`))
    expect(
      cells(
        judged('| 50% | 申请类别 属于 甲类 |', '| 40% | 其他 |'),
        judged('| 50% | 申请类别 属于 乙类 |', '| 40% | 其他 |'),
      ),
    ).toEqual(['50%: | 50% | 申请类别 属于 甲类 | → | 50% | 申请类别 属于 乙类 |'])
  })
})

describe('the policies', () => {
  const walk = (path: string): readonly string[] =>
    readdirSync(path).flatMap((name) => {
      const inner = `${path}/${name}`
      return statSync(inner).isDirectory() ? walk(inner) : /\.(policy|csv)$/.test(name) ? [inner] : []
    })
  const files = walk('policies').map((name) => ({ name, text: readFileSync(name, 'utf8') }))
  const of = (id: string, name: string, readings: Readings = {}): ComparedEdition => {
    const policy = compile(files, readings).policies.find((each) => `${each.id}.${each.decision.id}` === id)!
    return { policy, edition: policy.editions.find(({ edition: each }) => each.name.value === name)!, files }
  }

  it('Ningbo 2022 and 2023: two cells, and where they are from', () => {
    const settle = 'ningbo.employee.settle'
    const changes = textChanges(of(settle, '2022'), of(settle, '2023'))
    expect(changes.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'changed rule',
      // Critical illness as in 2023; home beds, whose rule has a date of its own.
      'removed reading',
      'removed reading',
      'removed quote',
      'removed source',
    ])
    // 2022 by the reprint: secondary hospitals and below lose 20 with a referral, 30 without; 2023: 10 and 20 whatever the hospital.
    expect(changes[0]?.cells).toMatchObject([
      { row: '异地转诊', column: '其他', before: '20个百分点', after: '10个百分点' },
      { row: '临时外出', column: '其他', before: '30个百分点', after: '20个百分点' },
    ])
    expect(changes[0]?.basis.before?.grade).toBe('unconfirmed')
    expect(changes[0]?.basis.after?.quotes.flatMap(({ cites }) => cites)).toContain('N179')
  })

  it('contribution years: 15, 20, and the transition', () => {
    const years = 'ningbo.employee.retirementYears'
    const rules = (a: string, b: string) =>
      textChanges(of(years, a), of(years, b)).flatMap(({ kind, what, name }) =>
        what === 'rule' ? `${kind} ${name}` : [],
      )
    expect(rules('15年', '20年')).toEqual([
      'changed 适用规则',
      'changed 最低月数',
      'changed 认定月数',
      'changed 补缴基数',
      'removed 补缴系数',
      'added 转入系数',
    ])
    expect(rules('20年', '衔接期')).toEqual(['added 调整 补缴基数', 'added 孰低 补缴金额'])
  })

  it('the same edition in the other language says the same', async () => {
    const { format } = await import('../../grammar/format.ts')
    const { namesFor } = await import('../../compiler/bind/names-for.ts')
    const id = 'ningbo.employee.settle'
    const chinese = of(id, '2023')
    const names = namesFor(chinese.policy, 'en')
    const english = files.map((file) =>
      chinese.policy.files.some(({ name }) => name === file.name)
        ? { ...file, text: format(file.text, file.name, { language: 'en', names }).text ?? file.text }
        : file,
    )
    const policy = compile(english).policies.find((each) => `${each.id}.${each.decision.id}` === id)!
    const changes = textChanges(chinese, {
      policy,
      edition: policy.editions.find(({ edition: each }) => each.name.value === '2023')!,
      files: english,
    })
    expect(changes).toEqual([])
  })
})
