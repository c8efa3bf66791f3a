import type { SourceFile } from '../../../compiler/compile.ts'
import { shuffle, type Draw } from '../../random/draw.ts'
import type { Exception, Layer, Plan, When } from './plan.ts'

/** One of the ways to say the same. */
export interface Style {
  /** Put before every name that is no field. */
  readonly prefix: string
  readonly isTableSplit: boolean
  /** Bands as a chain of conditions on where an amount ends. */
  readonly isChain: boolean
  readonly isSumReordered: boolean
  /** An exception as rows of the table that it changes. */
  readonly isExceptionFolded: boolean
  /** Puts the rules in another order. */
  readonly order: Draw | null
}

export const plainStyle: Style = {
  prefix: '',
  isTableSplit: false,
  isChain: false,
  isSumReordered: false,
  isExceptionFolded: false,
  order: null,
}

export function randomStyle(draw: Draw): Style {
  const is = (): boolean => draw(2) === 1
  return {
    prefix: is() ? '新' : '',
    isTableSplit: is(),
    isChain: is(),
    isSumReordered: is(),
    isExceptionFolded: is(),
    order: is() ? draw : null,
  }
}

export const kindNames = ['甲类', '乙类', '丙类'] as const
const tierNames = ['高级', '低级'] as const
const yuan = (fen: number): string => `${Number((fen / 100).toFixed(2))}元`

/** Vocabulary and policy. */
export function writePlan(plan: Plan, style: Style = plainStyle): readonly [SourceFile, SourceFile] {
  return withRules(plan, new Writer(plan, style).write())
}

/** The vocabulary of a plan, and other rules. */
export function withRules(plan: Plan, rules: string): readonly [SourceFile, SourceFile] {
  return [
    { name: 'pair.policy', text: vocabularyOf(plan) },
    { name: 'rules.policy', text: `${head}${rules}\n` },
  ]
}

function vocabularyOf({ layers, hasOwnExpense, kinds }: Plan): string {
  const members = ['first', 'second', 'third'].slice(0, kinds).map((id, at) => `  | ${kindNames[at]} | ${id} |`)
  const outputs = [
    ...(hasOwnExpense ? ['自费 ownExpense'] : []),
    '自付 selfPaid',
    '基金 fundPays',
    '余额 leftOver',
    ...layers.map((_, at) => `补助${at} extra${at}`),
    '个人 person',
  ].map((row) => `  | ${row.replace(' ', ' | ')} | 金额 | 未填 |`)
  return `词汇「两份」
选项 类别 Kind
${members.join('\n')}
选项 等级 Tier
  | 高级 | high |
  | 低级 | low  |
地区
  | 宁波市 | ningbo   | 「330200」 |
  | 上海   | shanghai | 「310000」 |
  | 浙江省 | zhejiang | 「330000」 |
  | 海曙区 | haishu   | 「330203」 |
记录 事由 case
  | 结算日 | case.on       | 日期         | 未填 |
  | 出生日 | case.birth    | 日期         | 未填 |
  | 地点   | case.place    | 行政区划     | 未填 |
  | 类别   | case.kind     | 类别         | 未填 |
  | 等级   | case.tier     | 等级         | 未填 |
  | 困难   | case.hardship | 是否         | 未填 |
  | 总额   | case.total    | 金额         | 未填 |
  | 账上自费 | case.own    | 金额         | 未填 |
  | 赠款   | case.aid      | 可空（金额） | 未填 |
  | 旧类   | case.formerly | 可空（类别） | 未填 |
清单 备案 filings
  | 备案地 | filing.region | 行政区划     | 未填 |
  | 起日   | filing.from   | 日期         | 未填 |
  | 止日   | filing.until  | 可空（日期） | 未填 |
记录 年度 year
  | 年内 | year.sum  | 金额 | 未填 |
  | 已付 | year.paid | 金额 | 未填 |
记录 结果 result
${outputs.join('\n')}
事项 结算 settle
  | 输入 | 事由、备案、年度 |
  | 输出 | 结果、年度 |
`
}

const head = `政策 pair「两份」
引用「pair」
事项 结算
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 结算日
条文 文「一」
  原文「一」
`

class Writer {
  readonly #plan: Plan
  readonly #style: Style
  /** Rules of the article, of each filing, and those under a heading of their own. */
  readonly #general: string[] = []
  readonly #sections: string[] = []
  readonly #each: string[] = []

  constructor(plan: Plan, style: Style) {
    this.#plan = plan
    this.#style = style
  }

  write(): string {
    const { hasOwnExpense, isYearly, layers, hasPromise } = this.#plan
    const add = (...rules: string[]): number => this.#general.push(...rules)
    this.#filings()
    const inScope = hasOwnExpense ? this.#name('范围内') : '总额'
    if (hasOwnExpense) add(`  分担 总额\n    数额 账上自费 计入 自费\n    其余 计入 ${inScope}`)
    this.#deductible()
    this.#rates()
    this.#split(inScope)
    add(`  累计 年内 增加 ${inScope}`)
    if (isYearly) add('  累计 已付 增加 自付')
    layers.forEach((layer, at) => this.#layer(layer, at))
    const parts = ['基金', ...layers.map((_, at) => `补助${at}`)]
    const rest = this.#sum(parts).join(' − ')
    add(`  个人 是指 总额 − ${rest} 不足为零`)
    const promise = hasPromise ? '\n保证「个人不多于总额」个人 不超过 总额' : ''
    return `${[...this.#ordered(this.#general), ...this.#eachSection(), ...this.#ordered(this.#sections)].join('\n')}${promise}`
  }

  #name(name: string): string {
    return `${this.#style.prefix}${name}`
  }

  #ordered(rules: readonly string[]): readonly string[] {
    return this.#style.order ? shuffle(this.#style.order, rules) : rules
  }

  #sum(terms: readonly string[]): readonly string[] {
    return this.#style.isSumReordered ? terms.toReversed() : terms
  }

  #eachSection(): readonly string[] {
    return this.#each.length > 0 ? [`  每项 备案：\n${this.#ordered(this.#each).join('\n')}`] : []
  }

  #usesFilings(): boolean {
    const { exceptions, adjustment } = this.#plan
    return exceptions.some(({ when }) => when.kind === 'filed') || adjustment?.by === 'filed'
  }

  #filings(): void {
    if (!this.#usesFilings()) return
    const [valid, end] = [this.#name('有效'), this.#name('期满')]
    this.#general.push(`  ${this.#name('已备案')} 是指 任一 备案 满足 ${valid}`)
    const rest = this.#plan.isFilingLimited ? `\n      并且 结算日 不晚于 ${end}` : ''
    this.#each.push(`    ${valid} 是指 地点 属于 所在市（备案地）\n      并且 起日 不晚于 结算日${rest}`)
    if (this.#plan.isFilingLimited) this.#each.push(`    ${end} 是指 止日 未填则 起日 + 12个月 − 1日`)
  }

  #condition(when: When): string {
    switch (when.kind) {
      case 'is':
        return `类别 属于 ${kindNames[when.member]}`
      case 'hardship':
        return '困难'
      case 'younger':
        return `足岁（出生日、结算日） 不满 ${when.years}周岁`
      case 'older':
        return `足岁（出生日、结算日） 不低于 ${when.years}周岁`
      case 'place':
        return `地点 ${when.isInside ? '属于' : '不属于'} ${when.place}`
      case 'filed':
        return this.#name('已备案')
    }
  }

  /** The exception of a name, or, folded into rows, none. */
  #exception(of: Exception['of'], names: readonly string[]): void {
    for (const { title, since, when, value, ...each } of this.#plan.exceptions) {
      if (each.of !== of) continue
      const from = since === null ? '' : `始于 2023年1月${since}日 `
      const text = of === 'deductible' ? yuan(value) : `${value}%`
      names.forEach((name, at) =>
        this.#general.push(
          `  例外「${title}${at > 0 ? at : ''}」${from}如果 ${this.#condition(when)}：${name} 改为 ${text}`,
        ),
      )
    }
  }

  #deductible(): void {
    const { deductibles, exceptions } = this.#plan
    const name = this.#name('起付')
    const folded = exceptions.find(({ of, since, when }) => of === 'deductible' && since === null && when.kind !== 'is')
    const kinds = deductibles.map((_, at) => kindNames[at]!)
    if (this.#style.isExceptionFolded && folded) {
      const question = this.#name('另算')
      this.#general.push(`  ${question} 是指 ${this.#condition(folded.when)}`)
      const rows = deductibles.flatMap((tiers, kind) =>
        tiers.map((fen, tier) => `    | 否 | ${kinds[kind]} | ${tierNames[tier]} | ${yuan(fen)} |`),
      )
      rows.push(`    | 是 | 不论 | 不论 | ${yuan(folded.value)} |`)
      this.#general.push(`  表格 ${name} 按照 ${question}、类别、等级\n${this.#ordered(rows).join('\n')}`)
      return
    }
    if (this.#style.isTableSplit) {
      for (const [kind, tiers] of deductibles.entries()) {
        const rows = tiers.map((fen, tier) => `      | ${tierNames[tier]} | ${yuan(fen)} |`)
        this.#sections.push(
          `  适用于 类别 属于 ${kinds[kind]}：\n    表格 ${name} 按照 等级\n${this.#ordered(rows).join('\n')}`,
        )
      }
    } else {
      const rows = deductibles.map(([high, low], kind) => `    | ${kinds[kind]} | ${yuan(high)} | ${yuan(low)} |`)
      const top = '    | 等级 | 高级 | 低级 |\n    |----|----|----|'
      this.#general.push(`  表格 ${name} 按照 类别\n${top}\n${this.#ordered(rows).join('\n')}`)
    }
    this.#exception('deductible', [name])
  }

  #isChained(): boolean {
    // A whole yuan may be more than there is: the bands then refuse the case, the chain would not.
    return this.#style.isChain && this.#plan.edges.length > 0 && this.#plan.rounding !== '四舍五入到元'
  }

  /** One banded rate, or, for a chain, a rate for each band. */
  #rateNames(): readonly string[] {
    if (!this.#isChained()) return [this.#name('比例')]
    return this.#plan.rates.map((_, band) => this.#name(`比例${band}`))
  }

  #rates(): void {
    const { rates, edges, adjustment } = this.#plan
    const names = this.#rateNames()
    const kinds = rates[0]!.map((_, at) => kindNames[at]!)
    if (edges.length > 0 && !this.#isChained()) {
      const head = `    | 类别 | ${kinds.join(' | ')} |\n    |----${'|----'.repeat(kinds.length)}|`
      const rows = rates.map(
        (row, band) => `    | ${this.#band(band)} | ${row.map((each) => `${each}%`).join(' | ')} |`,
      )
      this.#general.push(`  分段 ${names[0]} 随着 年内\n${head}\n${rows.join('\n')}`)
    } else {
      names.forEach((name, band) => {
        const rows = rates[band]!.map((each, at) => `    | ${kinds[at]} | ${each}% |`)
        this.#general.push(`  表格 ${name} 按照 类别\n${this.#ordered(rows).join('\n')}`)
      })
    }
    this.#exception('rate', names)
    if (!adjustment) return
    const points = this.#name('幅度')
    const [subject, rows] = {
      filed: [this.#name('已备案'), ['否', '是']],
      tier: ['等级', ['高级', '低级']],
      place: ['地点', ['宁波市', '其他']],
    }[adjustment.by] as [string, readonly string[]]
    this.#general.push(
      `  表格 ${points} 按照 ${subject}\n${rows.map((row, at) => `    | ${row} | ${adjustment.points[at]}个百分点 |`).join('\n')}`,
    )
    for (const name of names) this.#general.push(`  调整 ${name} ${adjustment.direction} ${points}`)
  }

  #band(band: number): string {
    const { edges } = this.#plan
    if (band === 0) return `不超过 ${yuan(edges[0]!)}`
    const low = edges[band - 1]!
    const high = edges[band]
    return high === undefined ? `超过 ${yuan(low)}` : `${yuan(low)}—${yuan(high)}（含）`
  }

  #split(inScope: string): void {
    const { isYearly, start, rounding, edges, hasAid, hasFormer } = this.#plan
    const shared = this.#name('共负')
    const deductible = this.#name('起付')
    const extra = this.#name('加收')
    if (hasFormer)
      this.#general.push(`  表格 ${extra} 按照 旧类\n    | 甲类 | 5元 |\n    | 未填 | 0.01元 |\n    | 其他 | 3元 |`)
    const plus = [deductible, ...(hasFormer ? [extra] : [])]
    const less = [...(isYearly ? ['已付'] : []), ...(hasAid ? ['（赠款 未填则 0元）'] : [])]
    const upTo = [this.#sum(plus).join(' + '), ...this.#sum(less)].join(' − ')
    const end = less.length > 0 ? ' 不足为零' : ''
    this.#general.push(`  分担 ${inScope}\n    至多 ${upTo}${end} 计入 自付\n    其余 计入 ${shared}`)
    const from = { zero: '0元', year: '年内', afterDeductible: '年内 + 自付' }[start]
    if (this.#isChained()) return this.#chain(shared, from)
    const banded = edges.length > 0 ? ` 分段起于 ${from}` : ''
    this.#general.push(
      `  分担 ${shared}${banded}\n    按比例 ${this.#name('比例')} ${rounding} 计入 基金\n    其余 计入 余额`,
    )
  }

  /** What the bands give up to where an amount ends, less what they give up to where it begins. */
  #chain(shared: string, from: string): void {
    const { edges, rounding } = this.#plan
    const rates = this.#rateNames()
    const [start, end] = [this.#name('起点'), this.#name('终点')]
    this.#general.push(`  ${start} 是指 ${from}`, `  ${end} 是指 ${this.#sum([start, shared]).join(' + ')}`)
    const reached = [start, end].map((point) => {
      const name = `${point}合计`
      const parts = rates.map((rate, band) => {
        const low = edges[band - 1] ?? 0
        const whole = edges.slice(0, band).map((edge, at) => `${yuan(edge - (edges[at - 1] ?? 0))} × ${rates[at]}`)
        const last = low === 0 ? `${point} × ${rate}` : `（${point} − ${yuan(low)}） × ${rate}`
        const when = band < edges.length ? `${point} 不超过 ${yuan(edges[band]!)}` : '其他'
        return `    | ${this.#sum([...whole, last]).join(' + ')} | ${when} |`
      })
      this.#general.push(`  依次判定 ${name}\n${parts.join('\n')}`)
      return name
    })
    const pays = this.#name('应付')
    this.#general.push(
      `  ${pays} 是指 ${reached[1]} − ${reached[0]} ${rounding}`,
      `  分担 ${shared}\n    至多 ${pays} 计入 基金\n    其余 计入 余额`,
    )
  }

  #layer({ kind, base, floor, width, rates: [first, second], rounding }: Layer, at: number): void {
    const earlier = Array.from({ length: at }, (_, index) => `补助${index}`)
    const left = this.#name(`剩余${at}`)
    const amounts = { rest: ['余额'], both: this.#sum(['自付', '余额']), left: [left] }[base]
    const rule = (text: string): number => this.#general.push(`  ${text}`)
    if (base === 'left') rule(`${left} 是指 ${['总额', ...this.#sum(['基金', ...earlier])].join(' − ')} 不足为零`)
    const whole = amounts.join(' + ')
    const bracketed = amounts.length > 1 ? `（${whole}）` : whole
    const name = `补助${at}`
    switch (kind) {
      case 'excess': {
        const excess = this.#name(`超出${at}`)
        rule(`${excess} 是指 ${whole} − ${yuan(floor)} 不足为零`)
        rule(`${name} 是指 ${first}% × ${excess} ${rounding}`)
        return
      }
      case 'parts': {
        const parts = amounts.map((each, index) => {
          const part = this.#name(`分项${at}之${index}`)
          rule(`${part} 是指 ${each} × ${first}% ${rounding}`)
          return part
        })
        rule(`${name} 是指 ${parts.join(' + ')}`)
        return
      }
      case 'sum':
        rule(`${name} 是指 ${bracketed} × ${first}% ${rounding}`)
        return
      case 'limit':
        rule(`${name} 是指 较小者（${bracketed} × ${first}%、${yuan(width)}） ${rounding}`)
        return
      case 'step': {
        const [step, of] = [this.#name(`档次${at}`), this.#name(`基数${at}`)]
        rule(`${of} 是指 ${whole}`)
        rule(
          `表格 ${step} 按照 ${of}\n    | 不超过 ${yuan(floor)} | ${second}% |\n    | 超过 ${yuan(floor)} | ${first}% |`,
        )
        rule(`${name} 是指 ${of} × ${step} ${rounding}`)
        return
      }
      case 'banded': {
        const [bands, of] = [this.#name(`段率${at}`), this.#name(`基数${at}`)]
        rule(`${of} 是指 ${whole}`)
        const [low, high] = [yuan(floor), yuan(floor + width)]
        rule(
          `分段 ${bands} 随着 ${of}\n    | 不超过 ${low} | ${second}% |\n    | ${low}—${high}（含） | ${first}% |\n    | 超过 ${high} | 0% |`,
        )
        rule(
          `分担 ${of} 分段起于 0元\n    按比例 ${bands} ${rounding} 计入 ${name}\n    其余 计入 ${this.#name(`段余${at}`)}`,
        )
      }
    }
  }
}
