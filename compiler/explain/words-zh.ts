import { shorten } from '../../runtime/show-value.ts'
import type { ExplainedValue } from './explanation.ts'
import { isInForce } from './in-force.ts'
import { inPercent, inSentence } from '../show/numbers.ts'
import type { Words } from './words.ts'

const grade = { official: '官方', press: '报刊', unconfirmed: '待核' } as const

export const zh: Words = {
  lang: 'zh-CN',
  name: ({ label }) => label,
  element: ({ label, index }) => `第${index + 1}项${label}`,
  edition: (edition) => {
    const { name, from, until, on } = edition
    const why = isInForce(edition) ? `按 ${on} 选用` : `是选定的；${on} 不在其内，照样重算`
    return `版本「${name}」（${from ?? '……'} 至 ${until ?? '……'}），${why}`
  },
  value,
  mode: { upTo: '至多', atRate: '按比例', exactly: '数额', theRest: '其余' },
  bandRange,
  rate,
  reading: ({ name, statement, other }) =>
    other ? `解读 ${name}，按另解 ${other.name}：${other.statement}` : `解读 ${name}：${statement}`,
  readingBecause: ({ statement, because, other }) =>
    other ? `政策自己的解读：${statement}；理由：${because}` : `理由：${because}`,
  otherReading: ({ name, alternative, statement, insteadOf }) =>
    `注意：按另一种解读结算：${name}=${alternative}「${statement}」，政策自己的解读是「${insteadOf}」`,
  quote: (text) => `「${text}」`,
  summary: (text) => `摘要：${text}`,
  grade,
  unconfirmed: ({ source, rules }) =>
    `注意：结果用到${grade[source.grade]}来源「${source.title}」：${rules.map(({ label }) => label).join('、')}`,
  colon: '：',
  comma: '；',
  position: '位置',
  sum: '合计',
  rounded: '舍入后',
  restsOn: '取自',
  onlyBecause: '因为',
  ledger: '分担',
  moves: '转出',
  results: '结果',
  terms: '取值',
  rules: '依据',
  band: '段',
  amountInBand: '段内金额',
  rateColumn: '比例',
  product: '金额 × 比例',
}

function value(shown: ExplainedValue): string {
  switch (shown.kind) {
    case 'money':
      return `${inSentence(shown.exact)}元`
    case 'rate':
      return rate(shown.exact)
    case 'points':
      return `${inPercent(shown.exact)}个百分点`
    case 'number':
      return inSentence(shown.exact)
    case 'months':
      return `${inSentence(shown.exact)}个月`
    case 'days':
      return `${inSentence(shown.exact)}日`
    case 'age':
      return `${shown.exact}周岁`
    case 'schedule':
      return shown.bands.map((band) => `${bandRange(band)} ${rate(band.rate)}`).join('，')
    case 'date':
      return shown.date ?? '无期限'
    case 'region':
      return shown.code
    case 'boolean':
      return shown.is ? '是' : '否'
    case 'member':
      return shown.label
    case 'text':
      return `「${shorten(shown.text)}」`
    case 'texts':
      return shown.texts.map((text) => `「${shorten(text)}」`).join('、') || '没有'
    case 'absent':
      return '未填'
  }
}

function rate(exact: string): string {
  return `${inPercent(exact)}%`
}

function bandRange({ floor, ceiling }: { readonly floor: string | null; readonly ceiling: string | null }): string {
  if (floor === null) return ceiling === null ? '不论' : `不超过 ${inSentence(ceiling)}元`
  return ceiling === null ? `超过 ${inSentence(floor)}元` : `${inSentence(floor)}元—${inSentence(ceiling)}元`
}
