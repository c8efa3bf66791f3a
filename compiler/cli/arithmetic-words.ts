import type { Path } from '../arithmetic/analyse.ts'
import type { Language } from '../../grammar/tree.ts'

/** What `daiyu check --arithmetic` says. */
export interface ArithmeticWords {
  readonly path: Readonly<Record<Path, string>>
  readonly limits: (yuan: string, longestList: string, isAll: boolean) => string
  readonly over: (denominator: string | null) => string
  readonly unbounded: string
  readonly because: (place: string, excerpt: string) => string
  readonly summary: (proved: number, all: number) => string
  readonly unit: Readonly<Record<'money' | 'percent' | 'points' | 'months' | 'days' | 'age' | 'number', string>>
}

export const arithmeticWords: Readonly<Record<Language, ArithmeticWords>> = {
  zh: {
    path: { number: '普通数', bigint: '大整数', rational: '分数' },
    limits: (yuan, longestList, isAll) =>
      isAll
        ? '凡是能输入的，都按下面的算法。'
        : `金额不超过 ${yuan} 元、清单不超过 ${longestList} 项的，按下面的算法；更大的用大整数，结果同样精确。`,
    over: (denominator) =>
      denominator === null ? '没有固定的分母' : denominator === '1' ? '整数' : `1/${denominator}`,
    unbounded: '没有已知的范围',
    because: (place, excerpt) => `因为 ${place}「${excerpt}」超出普通数能精确表示的范围`,
    summary: (proved, all) => `共 ${all} 个名称，${proved} 个用普通数算就精确。`,
    unit: { money: '元', percent: '%', points: '个百分点', months: '个月', days: '天', age: '周岁', number: '' },
  },
  en: {
    path: { number: 'plain', bigint: 'large', rational: 'fraction' },
    limits: (yuan, longestList, isAll) =>
      isAll
        ? 'Of every case that can be put in:'
        : `Of cases with amounts up to ${yuan} yuan and lists of up to ${longestList}; larger ones take large whole numbers, just as exact:`,
    over: (denominator) =>
      denominator === null ? 'no fixed denominator' : denominator === '1' ? 'whole' : `1/${denominator}`,
    unbounded: 'no known range',
    because: (place, excerpt) => `because of ${place} "${excerpt}", which goes beyond what plain numbers hold exactly`,
    summary: (proved, all) => `${all} ${all === 1 ? 'name' : 'names'}, ${proved} of them exact in plain numbers.`,
    unit: { money: ' yuan', percent: '%', points: 'pp', months: ' months', days: ' days', age: ' years', number: '' },
  },
}
