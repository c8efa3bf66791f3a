import type { Bound } from './bounds.ts'
import { sayWhy } from '../exact/why.ts'
import { inSentence } from '../../show/numbers.ts'
import type { Words } from './words.ts'

const kinds = { added: '增加', removed: '删除', changed: '改动', moved: '移动', renamed: '改名' } as const

const count = (cases: number): string => inSentence(String(cases))
const units = new Map([
  ['money', '元'],
  ['months', '个月'],
  ['days', '日'],
])
const order = new Map([
  ['less', '早于（小于）'],
  ['equal', '等于'],
  ['more', '晚于（大于）'],
])
const sum = (parts: readonly (readonly [1 | -1, string])[]): string =>
  parts.map(([sign, name], index) => `${sign < 0 ? '− ' : index > 0 ? '+ ' : ''}${name}`).join(' ')

export const zh: Words = {
  lang: 'zh-CN',
  why: (why) => sayWhy(why, 'zh'),
  title: '比较报告',
  between: (before, after) => `${before} 与 ${after}`,
  inForce: (before, after) =>
    `施行期：前 ${before}，后 ${after}。同一张账单按两个版本各结算一次，不论结算日期属于哪个版本的施行期。`,
  comma: '、',
  semicolon: '；',
  colon: '：',
  sections: {
    findings: '结论',
    verdict: '各项结果',
    text: '条文的改动',
    regions: '哪些情形不同，差多少',
    months: '逐月',
    curves: '随金额的变化',
    bills: '账单',
    population: '对一批账单的影响',
    limits: '未能判定的',
    again: '复核',
  },
  headline: (name, verdict, least, most) => {
    switch (verdict) {
      case 'same':
        return `${name}不变。`
      case 'neverLess':
        return `${name}只增不减，${goes('增加', most)}。`
      case 'neverMore':
        return `${name}只减不增，${goes('减少', least)}。`
      case 'mixed':
        return `${name}有增有减：${goes('减少', least)}，${goes('增加', most)}。`
    }
  },
  perHundred: (name, outputs) =>
    `这些账单的${name}每 100 元，${outputs.map(([output, change]) => `${output} ${change} 元`).join('，')}。`,
  example: (facts, name, amount, changes) =>
    `例如 ${facts.join('、')}，${name} ${amount} 元、其余金额为零：${changes.join('；')}。`,
  party: (party, said) => `${party === 'person' ? '参保人' : '基金'}：${said.join('，')}。`,
  becomes: { same: '不变', neverMore: '不会更多', neverLess: '不会更少', mixed: '有多有少' },
  sameOutputs: (names, isProved) =>
    `${names.join('、')}${isProved ? '对每一张账单都相同，已经证明。' : '没有发现不同。'}`,
  nothingDiffers: (isProved) =>
    isProved ? '两者对每一张账单的结算都相同，已经证明。' : '没有发现两者结算不同的账单，但有未能判定的地方。',
  complete: (isComplete, regions, limits) =>
    isComplete && regions === 0
      ? '没有不同的情形：两者对每一张账单的结算到分都相同，已经证明。'
      : isComplete
        ? `不同的情形共 ${regions} 种，全部列在下面；除此以外，两者对每一张账单的结算到分都相同，已经证明。`
        : `列出的不同情形有 ${regions} 种；另有 ${limits} 处未能判定，逐条列出。`,
  textCounts: (counts) =>
    `条文的改动共 ${counts.reduce((sum, { count }) => sum + count, 0)} 处：${counts.map(({ kind, count }) => `${kinds[kind]} ${count}`).join('，')}。`,
  verdicts: { same: '不变', neverMore: '只减不增', neverLess: '只增不减', mixed: '有增有减' },
  changeKind: kinds,
  changeOf: {
    rule: '规则',
    invariant: '保证',
    reading: '解读',
    quote: '原文',
    notFormalised: '不作规则',
    article: '条文',
    source: '来源',
    dataset: '资料',
    name: '名称对照',
  },
  grade: { official: '官方', press: '报刊', unconfirmed: '待核' },
  quote: (text, isVerbatim) => (isVerbatim ? `「${text}」` : `摘要：${text}`),
  readingSays: (name, statement) => `解读 ${name}：${statement}`,
  regionKind: ({ kind, within }) =>
    kind === 'throughRounding'
      ? `只因舍入，至多差 ${within} 分`
      : within > 0
        ? `舍入使差额与公式至多相差 ${within} 分`
        : null,
  isOneOf: (name, values) => `${name}是${values.join('、')}`,
  isNoneOf: (name, values) => `${name}不是${values.join('、')}`,
  isWithin: (name, codes) => `${name}的区划代码以 ${codes.join('、')} 开头`,
  isElsewhere: (name, codes) => `${name}的区划代码不以 ${codes.join('、')} 开头`,
  isGiven: (name, is) => `${is ? '填了' : '没有填'}${name}`,
  isSo: (name, is) => `${name}：${is ? '是' : '否'}`,
  isOrdered: (name, how, other) => `${name}${how.map((each) => order.get(each) ?? each).join('或')}${other}`,
  fullYears: (from, to) => `${from}到${to}的周岁`,
  monthOf: (name) => `${name}的月份`,
  after: (name) => `${name}（后）`,
  everyCase: '所有情形',
  always: (conditions) => `都是：${conditions.join('；')}。`,
  because: (causes) => `起因：${causes.join('；')}。`,
  alike: (names, sign) => `${names.join('、')}在同样的情形不同，差额与它${sign === 1 ? '相同' : '相反（一增一减）'}。`,
  sumOf: (name, parts) => `${name} = ${sum(parts)}，差额是各项差额之和。`,
  onlyAfter: (reason) => `前一版本不能结算（违反「${reason}」），后一版本可以。`,
  onlyBefore: (reason) => `前一版本可以结算，后一版本不能（违反「${reason}」）。`,
  refusedOtherwise: (was, is) => `两个版本都不能结算：前一版本违反「${was}」，后一版本违反「${is}」。`,
  sameInBill: (values) => `相同：${values.join('；')}`,
  columns: {
    output: '结果',
    verdict: '变化',
    regions: '情形',
    least: '差额下限',
    most: '差额上限',
    where: '情形',
    difference: '差额（后减前）',
    causes: '起因',
    bill: '账单',
    before: '前',
    after: '后',
    cell: '格',
    change: '差额',
    from: '从',
    slope: '每多一元',
    number: '序号',
    edition: '版本',
    hash: '指纹（SHA-256）',
    files: '文件',
    compiler: '编译器',
    command: '命令',
    expression: '表达式',
    place: '位置',
    why: '原因',
  },
  noLeast: '无下限',
  noMost: '无上限',
  unknownBound: '界限不明',
  differs: '不同',
  changes: (name) => `${name}不同。`,
  amount: (exact, kind) => `${inSentence(exact)}${units.get(kind) ?? ''}`,
  onlyWhere: (conditions) => `结算不同的账单都符合：${conditions.join('；')}。`,
  rulesChanged: (names) => `说法不同的规则：${names.join('、')}。`,
  more: '增加',
  less: '减少',
  bill: (number) => `账单 ${number}`,
  usually: '除另有注明，各张账单都是：',
  billsSay: '每种情形取最小的一张，按两个版本各结算一次。',
  regionsSay:
    '每一项结果不同的情形互不重叠。差额一律是后减前，名称都取前一版本的数；Δ名称 指该名称后一版本的数减前一版本的数。金额以元计，逐分成立。差额都在所写的范围之内；范围的两端有账单达到，写作 ≥、≤ 的一端没有账单超过，但不一定取得到。',
  floorSays: '取整(…) 是不超过括号里的数的最大整数；金额在里面以分计。',
  billSays: '“账单”是该情形里的一张，见后。',
  curvesSay: (isSteps) =>
    isSteps
      ? '逐月结算，每一个月数都算过。'
      : '折点是精确数，由逐次求出每个比较改变结果的金额得到，不是取样；金额没有舍入到分。虚线是前，实线是后；表里的 x 是超过该折点的数。',
  along: (name) => `横轴：${name}`,
  beyond: '图外',
  refusedByOne: '有的账单只有其中一个版本可以结算，见下面。',
  refusedOutput: '能否结算',
  settled: '可以结算',
  refused: '不能结算',
  population: {
    unchanged: '不变',
    gain: '得益',
    lose: '受损',
    cases: '件数',
    changed: '不同',
    largest: '变动最大的',
    assumptions: '账单从哪里来，假设了什么',
    counts: (cases, settled, unchanged) =>
      `${count(cases)} 件账单，两个版本都能结算的 ${count(settled)} 件，其中每项结果都相同的 ${count(unchanged)} 件。`,
    failed: (both, onlyBefore, onlyAfter) =>
      `两个版本都不能结算的 ${count(both)} 件，只有前一版本能结算的 ${count(onlyAfter)} 件，只有后一版本能结算的 ${count(onlyBefore)} 件。`,
    finding: (name, settled, gain, lose, difference) =>
      `在 ${count(settled)} 件账单中，按${name}算，参保人得益的 ${count(gain)} 件，受损的 ${count(lose)} 件，合计 ${difference} 元。`,
    spread: (name, changed) => `${name}：${count(changed)} 件不同，差额的分布`,
    by: (name) => `按${name}`,
    movement: (name, number, before, after, difference) =>
      `${name}，第 ${number} 件：${before} → ${after}（${difference}）`,
    generated: (cases, seed, weights, hash) =>
      `按种子 ${seed} 生成 ${count(cases)} 件，权重见 ${weights.join('、')}（${hash}）。`,
  },
  monthsSay: (example, checked) =>
    `${example === null ? '给出的一件' : `示例「${example}」，月数从 0 起`}，其他都不变，只改月数。月数没有上限，各段由公式得出，一个月不差；其中 ${count(checked)} 件逐件结算核对过，全部相符。`,
  monthsColumn: '各段月数',
  alikeMonths: (names) => `（${names.join('、')}也一样）`,
  inMonths: (from, to, state) =>
    `${to === null ? `${from} 个月起` : from === to ? `${from} 个月` : `${from}–${to} 个月`}${state}`,
  monthState: { same: '相同', more: '更多', less: '更少', refused: '不能结算', undecided: '没有判定' },
  flipsBetween: (times, from, to) => `${from}–${to} 个月之间逐月交替，前后共翻转 ${times} 次`,
  alongMonths: (months, finding) => `按${months}：${finding}。`,
  overMonths: (across, up) => `${across}与${up}`,
  axisOfMonths: (name) => `${name}（个月）`,
  againSays: '用同样的文件和同样的编译器再比较一次，应得同样的结果。',
  againTexts: '两边是同样的文件的两份文字，以哈希区分；只能在网页里比较，没有对应的命令。',
  limitsSay: '下列表达式没有判定；不能据此认为两者相同。',
  noChanges: '条文没有改动。',
}

/** How far it goes up or down, as far as is known. */
function goes(which: '增加' | '减少', { value, isReached }: Bound): string {
  if (value === null) return isReached ? `${which}的数没有上限` : `${which}的上限不明`
  return isReached ? `最多${which} ${value}` : `${which}不超过 ${value}`
}
