import type { Language } from '../../../grammar/tree.ts'
import { chance, pick, type Draw } from '../draw.ts'

const chinese: Readonly<Record<string, readonly string[]>> = {
  money: ['费用', '限额', '余款', '合规费用'],
  rate: ['支付比例', '自付比例'],
  points: ['下浮幅度'],
  number: ['系数', '次数'],
  months: ['缴费月数'],
  days: ['天数'],
  age: ['周龄'],
  date: ['日子', '起算日'],
  region: ['所在地', '参保区域'],
  boolean: ['已备案', '按住院'],
  text: ['说明'],
  choice: ['类别', '等级'],
  schedule: ['分段比例'],
  texts: ['所需材料'],
  share: ['支付额', '自付额', '共担段'],
  yearly: ['年内累计', '年内余额'],
  record: ['资料'],
  list: ['登记'],
  decision: ['待遇结算'],
  member: ['在册', '退出', '甲等', '乙等'],
}
const english: Readonly<Record<string, string>> = { share: 'part', yearly: 'year', record: 'data', list: 'entry' }
const ordinals = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

/** Words that mean something in JavaScript, or that every object has. */
const awkward = [
  'constructor toString valueOf hasOwnProperty prototype arguments eval undefined NaN Infinity class new delete',
  'await async yield static let var function null true false typeof instanceof Object BigInt Map Reader rational input',
  'output settle fen reader program result value element given_ issues length name toJSON',
].flatMap((line) => line.split(' '))

/** A source of names that are all different: a label in the language and an identifier. */
export function nameSource(draw: Draw, language: Language): (kind: string) => { label: string; id: string } {
  let count = 0
  const rest = new Set(awkward)
  return (kind) => {
    count++
    const word = english[kind] ?? kind
    const isAwkward = rest.size > 0 && chance(draw, 6)
    const id = isAwkward ? pick(draw, [...rest]) : `${word}${count}`
    rest.delete(id)
    if (language === 'en') return { label: `${word.charAt(0).toUpperCase()}${word.slice(1)}_${count}`, id }
    const stem = pick(draw, chinese[kind] ?? [kind])
    return { label: `${stem}${ordinal(count)}`, id }
  }
}

function ordinal(count: number): string {
  const rest = Math.floor(count / ordinals.length)
  return `${rest > 0 ? ordinal(rest) : ''}${ordinals[count % ordinals.length]}`
}
