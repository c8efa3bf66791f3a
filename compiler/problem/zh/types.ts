import type { CodeOf } from '../code.ts'
import { readingsOfChange } from '../readings-of-change.ts'
import type { Facts, Words } from '../words.ts'
import { named, operator, quoted, rightOf, typeName } from './say.ts'

const cannotRoundHere = '这里不能写舍入：先写一条“名称 是指 …… 四舍五入到分”，再用这个名称。'

/** Problems of types, in Chinese: what can't be added, compared or stand in a place. */
export function types(code: CodeOf<'types'>, facts: Facts): Words {
  const { text } = facts
  const found = typeName(text('found'))
  const expected = typeName(text('expected'))
  switch (code) {
    case 'operator-types':
      return operatorTypes(text('operator'), text('left'), text('right'))
    case 'wrong-type':
      return {
        title: `这里应是${expected}，写的却是${found}。`,
        advice:
          text('expected') === 'boolean'
            ? '写成一个条件，用“属于”“不满”“早于”这样的词说明什么时候成立。'
            : text('found') === 'texts'
              ? '一行写一个文字，别的文字另写一行。'
              : `换成${expected}；如果名称没有写错，看规定它的那条规则。`,
      }
    case 'bare-number-for-rate':
      return text('percent') === '%'
        ? { title: '这里要写比例，写的却是没有单位的数。', advice: '在数后面写 %，或者换成一个比例的名称。' }
        : {
            title: `这里要写比例，${quoted(text('number'))}却是没有单位的数。`,
            explanation: '比例一律带 %，免得 20 和 0.2 分不清。',
            advice: `如果是指百分之${text('percent').replace('%', '')}，写成 ${text('percent')}。`,
          }
    case 'rate-minus-percent':
      return {
        title: `比例减去 ${text('percent')}，得到的是相差几个百分点，不能当作比例。`,
        ...example(text('points'), 'loweredBy'),
        advice: `看原文是哪一种，写成“下浮 ${text('points')}个百分点”或“× ${text('remaining')}”。`,
      }
    case 'lowered-by-number': {
      const word = operator(text('operator'))
      const title = `${word}后面要写百分点，写的却是${found}。`
      if (text('points') === '') return { title, advice: '写成百分点，例如 10个百分点。' }
      return {
        title,
        ...example(text('points'), text('operator')),
        advice: `看原文是哪一种，写成“${text('points')}个百分点”，或者改为乘以 ${text('remaining')}。`,
      }
    }
    case 'points-as-rate':
      return {
        title: `${named(text('name'), '这个算式')}是两个比例之差，也就是百分点，不能当作比例。`,
        explanation: '比例减比例、比例加比例得到的都是百分点；只有“100% − 比例”得到剩下的比例。',
        advice: '如果要的是降低以后的比例，写成“比例 下浮 百分点”；如果要的是一笔钱，写成“金额 × 百分点”。',
      }
    case 'band-edge-type':
      return {
        title: `分段的界应是${expected}，写的却是${found}。`,
        explanation: '分段按金额排列，每一段从多少元到多少元。',
        advice: '写成带元或万元的数，例如 3.5万元。',
      }
    case 'needs-rounding':
      if (text('to') === 'date')
        return {
          title: `日期只能加减整月，这个算式${decimals(text('decimals'))}。`,
          advice: '先写“名称 是指 …… 向上取整到月”，再用这个名称。',
        }
      return text('to') === 'months'
        ? {
            title: `${quoted(text('label'))}以整月为单位，这个算式${decimals(text('decimals'))}。`,
            advice: text('here') === 'no' ? cannotRoundHere : '在末尾写明怎么取整，例如“向上取整到月”。',
          }
        : {
            title: `${quoted(text('label'))}精确到分，这个算式${decimals(text('decimals'))}。`,
            explanation: '差一分也要说清楚是怎么来的，所以舍入要写在规则里。',
            advice:
              text('here') === 'no'
                ? cannotRoundHere
                : '在末尾写明怎么舍入：四舍五入到分、向上取整到分、向下取整到分或银行家舍入到分。',
          }
    case 'may-be-negative':
      return {
        title: `计入${quoted(text('label'))}的这个差可能小于零，没有说小于零时怎么办。`,
        explanation: '“至多”一个负数就是不取。读的人未必知道，写出来才清楚。',
        advice: '在差的后面写“不足为零”。',
      }
    case 'division-by-zero':
      return { title: '除数是 0，算不出来。', advice: '检查除数。' }
    case 'compare-by-in':
      return {
        title: `${typeName(text('type'))}不能比大小，也不用“等于”。`,
        explanation: '它的值是一个个名称，或者一个套一个的地区，只能问属于不属于。',
        advice: '改用“属于”或“不属于”，后面可以列举几项，用“、”隔开。',
      }
    case 'optional-used':
      return {
        title: `这里的值是${typeName(text('name'))}，没有填的时候在这里用不了。`,
        advice: '在后面写明没有填时用什么：“未填则 ……”；在表格里可以用“未填”占一行。',
      }
    case 'list-used':
      return {
        title: `${quoted(text('name'))}是一个清单，里面有好几项，不能当一个值用。`,
        advice: `说明取什么：“任一 ${text('name')} 满足 ……”“个数 ${text('name')}”“合计 ${text('name')} 取值 ……”。`,
      }
    case 'wrong-argument-count':
      return {
        title: `${quoted(text('name'))}后面的括号里要写 ${text('expected')} 项，写了 ${text('found')} 项。`,
        advice: '各项之间用“、”隔开；看看是多写了还是少写了。',
      }
    case 'mixed-cells':
      return {
        title: `同一个名称的值，别处是${typeName(text('first'))}，这里是${found}。`,
        explanation: '一个名称只能是一种东西，用到它的地方才知道怎么算。',
        advice: '把单位写成一样的；如果确实是两回事，用两个名称。',
      }
  }
}

const decimals = (count: string): string => (count === '∞' ? '可能除不尽' : `有 ${count} 位小数`)

function example(points: string, change: string): { explanation?: string } {
  const readings = readingsOfChange(points, change)
  if (!readings) return {}
  const { from, byPoints, byShare } = readings
  const [word, other] = change === 'raisedBy' ? ['上浮', '提高'] : ['下浮', '降低']
  return {
    explanation: `两种读法结果不同：${from} ${word} ${points}个百分点是 ${byPoints}，${from} ${other}其中的 ${points}% 是 ${byShare}。`,
  }
}

const comparisons = new Set(['below', 'atLeast', 'moreThan', 'atMost', 'equals'])
const comparisonsOfDates = new Set(['before', 'after', 'notBefore', 'notAfter'])

function operatorTypes(name: string, left: string, right: string): Words {
  const title = `${operator(name)}的一边是${typeName(left)}，另一边是${typeName(right)}，不能这样`
  if (comparisonsOfDates.has(name) || (comparisons.has(name) && left === 'date'))
    return {
      title: `${title}比。`,
      advice:
        left === 'date' && right === 'date'
          ? '日期用“早于”“晚于”“不早于”“不晚于”“等于”来比。'
          : '“早于”“晚于”的两边都要是日期；金额、比例、周岁用“不满”“不低于”“超过”“不超过”。',
    }
  if (comparisons.has(name))
    return {
      title: `${title}比。`,
      advice: left === right ? '这种值不能比大小。' : '两边要是同一种，单位也要写上，例如 900元、15%、45周岁。',
    }
  const rights = rightOf(name, left)
  return {
    title: `${title}算。`,
    ...why(name, left, right),
    advice:
      rights === ''
        ? `${typeName(left)}不能用${operator(name)}来算，检查名称和单位。`
        : `一边是${typeName(left)}时，${operator(name)}的另一边可以是${rights}。`,
  }
}

function why(name: string, left: string, right: string): { explanation?: string } {
  const pair = [left, right]
  const has = (...kinds: string[]): boolean => kinds.every((kind) => pair.includes(kind))
  if (has('days', 'months')) return { explanation: '各月的天数不一样，天数和月数不能互相换算。' }
  if (has('money', 'days') || has('money', 'months') || has('money', 'age') || has('money', 'date'))
    return { explanation: '钱和时间不是一回事，相加减没有意义。' }
  if (left === 'money' && right === 'money') return { explanation: '金额乘以金额没有意义。' }
  if (has('money', 'rate') && (name === 'plus' || name === 'minus'))
    return { explanation: '金额的百分之几，要写明是哪笔金额的：金额 × 比例。' }
  if (has('number') && (name === 'plus' || name === 'minus')) return { explanation: '没有单位的数只能和数相加减。' }
  if (name === 'loweredBy' || name === 'raisedBy')
    return { explanation: '“下浮”“上浮”只用于比例，说的是增减几个百分点。' }
  return {}
}
